"""Recognises States and territories, regions and groups of States in a paragraph.

Names come from `pilcrow.indexes.state_names`; the longest name wins, so that Niger is not found in
Nigeria's name, nor Guinea in Papua New Guinea's. What is not certain is left out: "Congolese" may
be of either Congo, and "Mr. Jordan" is a person.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pilcrow.indexes.model import Found
from pilcrow.indexes.regions import DECOYS, FORMER_STATES, GROUPS, REGIONS, Area
from pilcrow.indexes.rule_names import (
    ADJECTIVE,
    FORMER_HEADING,
    FORMER_NAME,
    FORMER_STATE,
    GROUP,
    GROUPS_HEADING,
    OTHER_NAME,
    REGION,
    REGION_ADJECTIVE,
    REGIONS_HEADING,
    SHORT_NAME,
)
from pilcrow.indexes.state_names import State, states
from pilcrow.indexes.trie import pattern_of

# Names of States that people, too, bear.
_PERSONAL = frozenset({"Chad", "Georgia", "Israel", "Jordan"})
_TITLE = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Prof|St)\.|\b(?:Mr|Ms|Mrs|Dr|Sir|Dame|Judge|Justice|Ambassador|Professor"
    r"|Captain|Colonel|Major|Lieutenant|Sergeant|Senator|Attorney|President|Prosecutor|Reverend"
    r"|Bishop|Messrs\.|[Aa]ctor|[Aa]uthor|[Pp]layer))(?: [A-Z][\w.’'-]*){0,2} $"
)
_VERB = (
    "was|is|said|told|has|had|stated|argued|and|met|spoke|noted|made|presented|served|will|chaired"
    "|became|died|wrote|added|explained|led|joined|thanked|opened|represented|moderated|who|whose"
)
_GIVEN_NAME = re.compile(r"(?<![\w.’'-])(?P<name>[A-Z][a-z]+)(?: [A-Z]\.)? $")
_NOT_GIVEN = frozenset(
    "In For To From With While And Or The Both As At By Of On Neither Neighbouring Since Within "
    "Between Against Through Towards Under After Before Like Government Kingdom Republic Northern "
    "Southern Eastern Western Central State Ministry Bank Action Children Watch Embassy Former "
    "Member States Although Because Unlike Outside Inside Throughout Where When If Only Also Its "
    "Their That This Other Including Via Lake Office Team Mission Police".split()
)
_SURNAME = re.compile(
    rf" (?!State |University )[A-Z][a-z]+(?= (?:{_VERB})\b|,? (?:who|aged)\b|'s\b| \()"
)
_BEFORE_PLACE = re.compile(r"(?:\b(?:in|of|from|to|for|the|and|between|with|by|near|via|into)|,) $")

# The state of the United States that bears a State's name, and names of money.
_AMERICAN_STATE = re.compile(
    r"(?:\bstate of|\b(?:Atlanta|Augusta|Athens|Savannah|Macon|Alabama|Florida|Carolina),"
    r"(?: and)?) $"
)
_IN_AMERICA = re.compile(r",? \(?(?:United States|USA|U\.S\.A?\.?)\b| State University\b")
_MONEY = re.compile(
    r" (?:dollars?|francs?|pounds?|kron[ae]r?|kronor|yen|yuan|renminbi|rupees?|pesos?|liras?|rand"
    r"|rou?bles?|riyals?|rials?|dinars?|shillings?|dirhams?|baht|won|bolívar(?:es)?|lev|zloty"
    r"|forints?|shekels?)\b"
)
_PREFIXED = re.compile(
    r"(?:\b(?:[Nn]on|[Pp]ro|[Aa]nti|[Ff]ormer|Sino|Franco|Anglo|Indo|Russo|Italo|Greco|Turco|Luso"
    r"|Serbo|Hispano|Austro|Israeli|Arab))-$"
)
# Adjectives that are languages too.
_LANGUAGES = frozenset(
    "Albanian Azerbaijani Bulgarian Burmese Chinese Croatian Czech Danish Dutch Filipino Finnish "
    "French German Greek Hungarian Icelandic Indonesian Italian Japanese Kazakh Kyrgyz Latvian Lao "
    "Lithuanian Macedonian Malagasy Maltese Mongolian Nepali Norwegian Polish Portuguese Romanian "
    "Russian Serbian Slovak Slovenian Somali Spanish Swahili Swedish Tajik Thai Turkish Turkmen "
    "Ukrainian Uzbek Vietnamese".split()
)
_OTHER_LANGUAGES = frozenset({"English", "Arabic", "Farsi", "Dari", "Pashto", "Kiswahili"})
_LANGUAGE_NAMES = "|".join(sorted(_LANGUAGES | _OTHER_LANGUAGES))
_LANGUAGE_NOUN = (
    r"[- ](?:language|speaking|speaker|translation|version|interpretation|edition|original|text"
    r"|medium|only\b)"
)
_LANGUAGE_AFTER = re.compile(
    rf"(?:(?:, and|, or|,| and| or) (?:{_LANGUAGE_NAMES})\b)*"
    rf"(?:{_LANGUAGE_NOUN}|(?P<stop>[,.;:)]|$))"
)
_LANGUAGE_BEFORE = re.compile(
    rf"(?:\b(?:in|into|from)|\b(?:{_LANGUAGE_NAMES})(?:, and|,| and| or)) $"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    name: str
    rule: str
    group: str
    fields: Mapping[str, str]


def find_states(text: str) -> Iterator[Found]:
    """States, regions and groups of States in a text, in order, without overlaps."""
    pattern, meanings = _names()
    plain = text.replace("\u2019", "'") if "\u2019" in text else text
    reached = -1
    for match in pattern.finditer(plain):
        meaning = meanings[match[0]]
        joined = match.start() == reached + 1
        reached = match.end() if meaning is not None else -1
        if meaning is None or not _means_it(meaning, match, plain, joined=joined):
            continue
        yield Found(
            start=match.start(),
            end=match.end(),
            name=meaning.name,
            rule=meaning.rule,
            group=meaning.group,
            fields=meaning.fields,
        )


def states_named(text: str) -> tuple[str, ...]:
    """The States that a text names, each once, in the order of their first mention.

    Adjectives, regions and groups do not count.
    """
    pattern, meanings = _names()
    plain = text.replace("\u2019", "'") if "\u2019" in text else text
    named: dict[str, None] = {}
    for match in pattern.finditer(plain):
        meaning = meanings[match[0]]
        if (
            meaning is not None
            and meaning.rule in _NAMING
            and meaning.name not in named
            and _means_it(meaning, match, plain)
        ):
            named[meaning.name] = None
    return tuple(named)


_NAMING = frozenset({SHORT_NAME, OTHER_NAME, FORMER_NAME})


def _means_it(meaning: _Meaning, match: re.Match[str], text: str, *, joined: bool = False) -> bool:
    """Whether the words mean the State there, not a person, a language or money.

    `joined` says that another State's name stands one character before: "Israeli-Palestinian".
    """
    words, start, end = match[0], match.start(), match.end()
    if words in _PERSONAL:
        return not (_is_person(text, start, end) or _is_american(words, text, start, end))
    if meaning.fields and _MONEY.match(text, end):
        return False
    if words == "US":
        return _is_country(text, start, end)
    if meaning.rule == ADJECTIVE:
        if text[max(0, start - 1) : start] == "-" and not (
            joined or _PREFIXED.search(text, max(0, start - 12), start)
        ):
            return False
        return words not in _LANGUAGES or not _is_language(text, start, end)
    return True


def _is_american(words: str, text: str, start: int, end: int) -> bool:
    """Whether it is the state of the United States: "Atlanta, Georgia"."""
    if words != "Georgia":
        return False
    return bool(
        _AMERICAN_STATE.search(text, max(0, start - 20), start) or _IN_AMERICA.match(text, end)
    )


def _is_country(text: str, start: int, end: int) -> bool:
    """Whether "US" is the State: not the sign of its money, nor a word in a line of capitals."""
    if text[end : end + 1] == "$" or re.match(r" ?\d", text[end : end + 2]):
        return False
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    return not re.search(r"[A-Z]{4}|[$&/]", around) or bool(re.search(r"[a-z]{3}", around))


def _is_person(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    if _TITLE.search(before):
        return True
    given = _GIVEN_NAME.search(before)
    if given and given["name"] not in _NOT_GIVEN:
        return True
    return bool(_SURNAME.match(text, end)) and not _BEFORE_PLACE.search(before)


def _is_language(text: str, start: int, end: int) -> bool:
    after = _LANGUAGE_AFTER.match(text, end)
    if after is None:
        return False
    return after["stop"] is None or bool(_LANGUAGE_BEFORE.search(text[max(0, start - 24) : start]))


@functools.cache
def _names() -> tuple[re.Pattern[str], Mapping[str, _Meaning | None]]:
    """The matcher, and what each spelling means; None for a name that means no State."""
    meanings: dict[str, _Meaning | None] = dict.fromkeys(DECOYS)
    for state in states():
        for spelling, rule in _spellings(state):
            meanings.setdefault(
                spelling,
                _Meaning(
                    name=state.name,
                    rule=rule,
                    group=state.region or "Other",
                    fields={"code": state.code, "subregion": state.subregion},
                ),
            )
    for areas, rule, heading in (
        (FORMER_STATES, FORMER_STATE, FORMER_HEADING),
        (GROUPS, GROUP, GROUPS_HEADING),
        (REGIONS, REGION, REGIONS_HEADING),
    ):
        for area in areas:
            for spelling, how in _area_spellings(area, rule):
                meanings.setdefault(
                    spelling, _Meaning(name=area.name, rule=how, group=heading, fields={})
                )
    return pattern_of(meanings), meanings


def _spellings(state: State) -> Iterator[tuple[str, str]]:
    yield _straight(state.name), SHORT_NAME
    for name in state.former_names:
        yield _straight(name), FORMER_NAME
    for name in state.other_names:
        yield _straight(name), OTHER_NAME
    for word in state.adjectives:
        yield _straight(word), ADJECTIVE
        if word.endswith(("an", "i")) and not word.startswith(("I-", "ni-", "Ni-")):
            yield _straight(word) + "s", ADJECTIVE


def _area_spellings(area: Area, rule: str) -> Iterator[tuple[str, str]]:
    for name in (area.name, *area.other_names):
        yield _straight(name).removeprefix("the "), rule
    for word in area.adjectives:
        yield word, rule if rule == FORMER_STATE else REGION_ADJECTIVE


def _straight(name: str) -> str:
    return name.replace("\u2019", "'")
