"""Recognises programmes, projects, networks, initiatives and operations that have a name.

A name is a run of capitalised words with such a noun in it ("Global Programme on Cybercrime",
"StAR Initiative"), or before it in small letters ("CRIMJUST project"). Once a report has given a
short form, the short form alone is a mention too. Organizations that are called a programme
(United Nations Development Programme) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pilcrow.indexes.model import Found, ParagraphText
from pilcrow.indexes.rule_names import CALLED, NAMED, NAMED_BEFORE, SHORT_FORM
from pilcrow.indexes.states import find_states
from pilcrow.terms import find_definitions

_HEAD = re.compile(
    r"(?<![\w-])(?:(?P<capital>Programme|Program|Network|Initiative|Project|Operation|Campaign)"
    r"|(?P<small>programme|project|initiative|campaign))(?![\w-]|[’']s)"
)
_OPERATION = re.compile(
    r"(?<![\w-])Operation (?P<name>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|[IVX]+\b|\d+\b)){0,2})"
)
_CALLED = re.compile(
    r"\b(?:programme|project|initiative|campaign|network|operation)(?: component)?,?"
    r" (?:named|called|entitled|titled|known as|code-named|dubbed) (?:the )?"
    r"(?:[\"“](?P<quoted>[^\"“”]{3,200})[\"”]|(?P<plain>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5}))"
)
_ORGANIZATIONS = re.compile(
    r"(?:United Nations (?:Development|Environment|Human Settlements|International Drug Control)"
    r"|World Food|Joint United Nations|UN|Joint UN) Programme"
)
_ROLES = frozenset(
    "Officer Officers Manager Managers Coordinator Coordinators Director Directors Board Committee "
    "Budget Support Planning Division Office Unit Section Branch Team Secretariat Assistant "
    "Performance Evaluation Implementation Management Delivery Services Procedures".split()
)
_NOT_NAMED = re.compile(
    r"(?:of|for) (?:Action|Work|work|action)\b|and Coordination\b|[Bb]udget\b|Document\b"
)
_GENERIC = frozenset(
    "Global Regional National Joint Country Special Pilot United Nations The A An This That Its "
    "New Second First Third Phase Sub-Programme International Technical Main Major".split()
)
_SMALL = frozenset("of for in on and to against with".split())
_ARTICLES = frozenset({"the"})
_CROSSED = frozenset({"for", "on", "in", "against"})
"""Words behind which an article belongs to a name: "Programme for the Prevention …"."""
_RIGHT = frozenset("of for in on and to against with the that from".split())
_BEGINS = frozenset("on of for to against in towards".split())
_ADJECTIVES = frozenset(
    "regional national global joint pilot research flagship interregional bilateral multi-year "
    "training capacity-building partnership cooperation".split()
)
_OWNERS = frozenset(
    "UN UNDP UNODC UNICEF UNESCO UNEP UNHCR UNFPA UNIDO UNITAR UNRWA UNAIDS UNCTAD OHCHR WFP WHO "
    "ILO IMO IOM FAO IFAD IAEA ICAO ITU WIPO WTO IMF OCHA OIOS ESCAP ECA ECE ECLAC ESCWA EU AU "
    "NATO OECD OSCE ASEAN ECOWAS INTERPOL ICRC NGO NGOs CSO G20 ACABQ DPKO DPO DSS UNMISS MINUSMA "
    "UNAMA UNPROFOR UNTAET UNDOF MONUC MONUSCO UNHCR/IOM GEF USAID DFID JICA GIZ".split()
)
_OPENINGS = frozenset("The Its A An In Through Under By With For As On At From Both This".split())
_LINKED = re.compile(r"-(?:funded|led|supported|sponsored|financed|backed|wide|based|run)$")
_SHORT = re.compile(r" \(\[?(?P<short>[A-Z][\w.&-]*(?: [A-Z][\w.-]*)?)\]?\)")
_TOKEN = re.compile(r"\S+")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|\d{4})\b"
)
_GOES_ON = re.compile(r": (?:from|for|to|towards) [A-Z]")
# A kind of project, not one: "a 30-year REDD+ project"; and one whose name follows.
_ONE_OF_A_KIND = re.compile(
    r"\b(?:an?|any|each|every|several|other|some|such)(?: [a-z\d][\w-]*)* $"
)
_NAME_BEHIND = re.compile(r",? (?:entitled|titled|called|named|known as)\b")
# What takes the floor is an organization.
_SPEAKS = re.compile(
    r"(?:’s|'s)? (?:also |further |and \S+ )?(?:recommended|stated|expressed|urged|alleged|argued"
    r"|observed|noted that|noted the|noted with|submitted|welcomed|considered|regretted|called on"
    r"|called upon)\b|, pp?\."
)
_MAY_SPEAK = re.compile(r"\b(?:Initiative|Campaign|Network|Project)\b")
_PLACES = frozenset({"in", "on", "from", "to"})
_MOST_WORDS = 26
_SHORTEST = len("(PoC)")
_REACH = 320


def find_programmes(paragraphs: Sequence[ParagraphText]) -> Mapping[str, tuple[Found, ...]]:
    """The named programmes of a whole report, by paragraph id.

    All paragraphs are read at once: what a short form stands for is said once, in any of them.
    """
    found = {paragraph.id: list(_named(paragraph.text)) for paragraph in paragraphs}
    names = _canonical(found.values())
    speakers = {
        names.get(one.name, one.name)
        for paragraph in paragraphs
        for one in found[paragraph.id]
        if _MAY_SPEAK.search(one.name) and _SPEAKS.match(paragraph.text, one.end)
    }
    found = {
        paragraph: [one for one in own if names.get(one.name, one.name) not in speakers]
        for paragraph, own in found.items()
    }
    names = {alias: name for alias, name in names.items() if name not in speakers}
    pattern = _aliases(names)
    result: dict[str, tuple[Found, ...]] = {}
    for paragraph in paragraphs:
        own = found[paragraph.id]
        more = [
            Found(
                start=match.start(),
                end=match.end(),
                name=names[match[0]],
                rule=SHORT_FORM,
            )
            for match in (pattern.finditer(paragraph.text) if pattern else ())
            if not any(one.start < match.end() and match.start() < one.end for one in own)
        ]
        whole = [
            Found(
                start=one.start,
                end=one.end,
                name=names.get(one.name, one.name),
                rule=one.rule,
            )
            for one in own
        ]
        result[paragraph.id] = tuple(sorted((*whole, *more), key=lambda one: one.start))
    return result


def _named(text: str) -> Iterator[Found]:
    """Names with their noun in one paragraph, in order, without overlaps."""
    found: list[Found] = []
    candidates = [
        *_called(text),
        *_operations(text),
        *_headed(text),
    ]
    for one in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    yield from found


def _called(text: str) -> Iterator[Found]:
    for match in _CALLED.finditer(text):
        group = "quoted" if match["quoted"] else "plain"
        start, end = match.span(group)
        name = text[start:end].rstrip(",. ")
        yield Found(start=start, end=start + len(name), name=name, rule=CALLED)


def _operations(text: str) -> Iterator[Found]:
    for match in _OPERATION.finditer(text):
        if match["name"].split()[0] not in _ROLES:
            yield Found(start=match.start(), end=match.end(), name=match[0], rule=NAMED)


def _headed(text: str) -> Iterator[Found]:
    shorts = {one.start: one for one in find_definitions(text)}
    longs = {
        short: text.rfind(one.long, max(0, short - _REACH), short) for short, one in shorts.items()
    }
    for match in _HEAD.finditer(text):
        small = match["small"] is not None
        if match[0] == "Operation" and not re.match(r" in ", text[match.end() :][:4]):
            continue
        if _NOT_NAMED.match(text, match.end() + 1):
            continue
        following = _TOKEN.match(text, match.end() + 1)
        if following and following.group().strip(",.;") in _ROLES:
            continue
        start = _left(text, match.start(), longs, small=small)
        if small and (
            _ONE_OF_A_KIND.search(text[max(0, start - 40) : start])
            or _NAME_BEHIND.match(text, match.end())
        ):
            continue
        end = match.end() if small else _right(text, match.end())
        short = _SHORT.match(text, end)
        if short and not small:
            end = short.end()
        start = _without_owner(text, start, match)
        words = text[start : match.start()].split()
        if text[max(0, start - 2) : start] == ") " and len(words) == 1:
            # The name begins before a bracket that is no short form known here.
            continue
        if not _is_name(text, start, match, end, words, small=small):
            continue
        yield Found(
            start=start, end=end, name=text[start:end], rule=NAMED_BEFORE if small else NAMED
        )


def _left(text: str, head: int, longs: Mapping[int, int], *, small: bool) -> int:
    """Where the capitalised words before the noun begin."""
    window = max(0, head - _REACH)
    tokens = [
        (window + match.start(), match.group()) for match in _TOKEN.finditer(text[window:head])
    ]
    start = head
    for index in range(len(tokens) - 1, max(-1, len(tokens) - _MOST_WORDS), -1):
        at, token = tokens[index]
        bracket = at + 1 + (token[1:2] == "[")
        long = longs.get(bracket, -1) if len(token) > _SHORTEST and token[-1] == ")" else -1
        if long >= 0:
            start = long
            before = _left(text, start, {}, small=False) if start else start
            return min(start, before)
        if token[-1] in ",;:.)" or token[0] in '("“' or _LINKED.search(token):
            break
        if token[0].isupper() or (token[0].isdigit() and index < len(tokens) - 1):
            start = at
        elif token in _ADJECTIVES and small and start == head:
            start = head
        elif token not in _SMALL and not (token in _ARTICLES and tokens[index - 1][1] in _CROSSED):
            break
    return start


def _right(text: str, end: int) -> int:
    """Where the words that say what a programme is on end."""
    first = _TOKEN.match(text, end + 1)
    if text[end : end + 1] != " " or first is None or first.group() not in _BEGINS:
        return end
    reached = end
    previous = ""
    for count, match in enumerate(_TOKEN.finditer(text, end + 1, end + _REACH)):
        word = match.group().rstrip(",.;:)")
        if count >= _MOST_WORDS or not _goes_on(word, previous):
            break
        if word[:1].isupper():
            reached = match.start() + len(word)
        previous = word
        if match.group() != word:
            if not _GOES_ON.match(text, match.start() + len(word)):
                break
            previous = ""
    return reached


def _goes_on(word: str, previous: str) -> bool:
    """Whether a word still belongs to the name: not a date, nor another name behind "and"."""
    if not word[:1].isupper():
        return word in _RIGHT and (previous, word) != ("and", "the")
    if previous in _PLACES:
        return not _MONTH.match(word)
    return previous != "and" or not word.isupper()


def _without_owner(text: str, start: int, head: re.Match[str]) -> int:
    """The name without the organization whose it is: "The UNODC Global Programme on …"."""
    while True:
        first = _TOKEN.match(text, start)
        if first is None or first.end() >= head.start():
            return start
        word = first.group()
        if not (
            word in _OWNERS or word in _OPENINGS or word[0].isdigit() or word in _SMALL | {"the"}
        ):
            return start
        second = _TOKEN.match(text, first.end() + 1)
        if second is None or second.start() >= head.start():
            return start
        start = second.start()


def _is_name(  # noqa: PLR0913 - one question of many facts
    text: str, start: int, head: re.Match[str], end: int, words: list[str], *, small: bool
) -> bool:
    name = text[start:end]
    if _ORGANIZATIONS.search(name):
        return False
    own = [word for word in words if word[:1].isupper() or word.startswith("(")]
    if small:
        meaningful = [word for word in own if word.strip("()[]") not in _OWNERS | _GENERIC]
        if not meaningful or _is_place(" ".join(words)):
            return False
        return len(meaningful) > 1 or _is_acronym(meaningful[0])
    behind = end > head.end()
    if behind:
        return True
    meaningful = [word for word in own if word.strip("()[]") not in _OWNERS | _GENERIC]
    return bool(meaningful) and not _is_place(" ".join(words))


def _is_acronym(word: str) -> bool:
    letters = word.strip("()[]")
    return sum(letter.isupper() for letter in letters) >= len("AB") and letters not in _OWNERS


def _is_place(words: str) -> bool:
    """Whether the words are only a State's or a region's name."""
    return any(one.start == 0 and one.end == len(words) for one in find_states(words))


def _canonical(found: Iterable[Sequence[Found]]) -> dict[str, str]:
    """Every other way to write a name, with the name as the report gives it in full."""
    names: dict[str, str] = {}
    for own in found:
        for one in own:
            for alias in _others(one):
                names.setdefault(alias, one.name)
    for alias in list(names):
        name = names[alias]
        while names.get(name, name) != name:
            name = names[name]
        names[alias] = name
    return names


def _others(one: Found) -> Iterator[str]:
    """Other ways to write a name: its short form, that with the noun, the name without it."""
    bracket = re.search(r"\(\[?(?P<short>[^()\[\]]+)\]?\)", one.name)
    if bracket:
        short = bracket["short"]
        rest = one.name[bracket.end() :].strip()
        if not any(word[:1].isupper() and not _HEAD.fullmatch(word) for word in rest.split()):
            yield short
        if rest:
            yield f"{short} {rest}"
        whole = " ".join((one.name[: bracket.start()].strip(), rest)).strip()
        yield whole
        return
    words = one.name.split()
    if (
        one.rule == NAMED_BEFORE
        and len(words) == len(("CRIMJUST", "project"))
        and _is_acronym(words[0])
    ):
        yield words[0]


def _aliases(names: Mapping[str, str]) -> re.Pattern[str] | None:
    """A matcher for the short forms."""
    spellings = sorted((re.escape(alias) for alias in names), key=len, reverse=True)
    if not spellings:
        return None
    return re.compile(rf"(?<![\w/.-])(?:{'|'.join(spellings)})(?![\w/-])")
