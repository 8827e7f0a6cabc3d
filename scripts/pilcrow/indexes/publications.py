"""Recognises publications: titles of what was issued, in quotation marks, italics or capitals.

What a body adopts (resolutions, decisions, declarations) is a document, not a publication, and
stands among the documents cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pilcrow.indexes.model import Found, ParagraphText
from pilcrow.indexes.rule_names import AFTER_VERB, ITALIC, QUOTED, WITH_SUBTITLE
from pilcrow.indexes.titles import capitals, quoted, title_at

_NOUN = (
    r"(?:publications?|reports?|stud(?:y|ies)|guides?|guidelines|guidance|toolkits?|handbooks?"
    r"|manuals?|briefs?|papers?|compendi(?:um|ums|a)|digests?|director(?:y|ies)|books?|reviews?"
    r"|surveys?|drafts?|notes?|statements?|articles?|analys[ie]s|booklets?|brochures?|leaflets?"
    r"|fact ?sheets?|newsletters?|bulletins?|yearbooks?|atlas|outlook|volumes?|monographs?"
    r"|assessments?|catalogues?|glossar(?:y|ies)|curricul(?:um|a)|modules?|infographics?"
    r"|documentar(?:y|ies)|films?|videos?|documents?|lessons learned|best practices|series)"
)
_NOUN_BEHIND = re.compile(rf"^(?:the |an? )?{_NOUN}\b", re.IGNORECASE)
_NOUN_IN = re.compile(
    r"\b(?:Report|Study|Guide|Guidelines|Guidance|Toolkit|Tool Kit|Handbook|Manual|Brief|Paper"
    r"|Compendium|Digest|Directory|Review|Survey|Bulletin|Yearbook|Atlas|Outlook|Catalogue"
    r"|Sourcebook|Casebook|Assessment|Factbook|Almanac|Reader|Companion)\b"
)
_VERB = (
    r"(?:publish(?:ed|es|ing)?|issu(?:ed|es|ing)|launch(?:ed|es|ing)?|releas(?:ed|es|ing)"
    r"|produc(?:ed|es|ing)|disseminat(?:ed|es|ing)|publication of|release of|launch of"
    r"|(?:version|edition|translation|issue|volume) of|use of)"
)
# What is called by a title and is no publication.
_OTHER_THING = re.compile(
    r"\b(?:resolutions?|decisions?|declarations?|items?|sub-items?|agenda|sessions?|events?"
    r"|meetings?|workshops?|panels?|components?|projects?|programmes?|applications?|software"
    r"|tools?|campaigns?|sections?|chapters?|parts?|conventions?|protocols?|laws?|bills?|acts?"
    r"|initiatives?|conferences?|seminars?|exhibitions?|competitions?|themes?|headings?|courses?"
    r"|debates?|dialogues?|forums?|webinars?|trainings?|decrees?|annex(?:es)?|operations?"
    r"|agreements?|communiqu[eé]s?|treat(?:y|ies)|paragraphs?|tables?|resolution \d\S*"
    r"|[\d/]+),?(?: \([^)]*\),?)?(?: of [^,]{0,60})?,?"
    r"(?: (?:is|was|were|are|be|been))? (?:entitled|titled|called|named|on|known as|themed"
    r"|under the (?:title|theme)(?: of)?)?:? ?[\"“]?$",
    re.IGNORECASE,
)
_ENTITLED = re.compile(r"\b(?:entitled|titled)[,:]? ?[\"“]?$", re.IGNORECASE)
_ENTITLED_NOUN = re.compile(
    rf"\b{_NOUN}\b[^.;\"“]{{0,90}}?,? (?:entitled|titled|called)[,:]? ?[\"“]?$", re.IGNORECASE
)
_NOUN_BEFORE = re.compile(rf"\b{_NOUN}(?:,| on the| of the)? ?[\"“]?$", re.IGNORECASE)
_VERB_BEFORE = re.compile(
    rf"\b{_VERB}(?: \w+){{0,3}}? ?(?:the |its |an? |their )?[\"“]?$", re.IGNORECASE
)
_APPOSITION = re.compile(rf"[\"”]?,? (?:an? |the )?(?:[\w-]+ ){{0,2}}{_NOUN}\b", re.IGNORECASE)
_LIST_JOIN = re.compile(
    r"^[\"”]?(?:,| and|, and|;|; and)(?: the| an?| and| two| three| four| other| new| regional"
    r"| policy| briefs?| guides?| reports?| in cooperation| with [A-Z]\w*| publication| entitled"
    r"|,)* ?[\"“]?$",
    re.IGNORECASE,
)
_PUBLICATIONS_BEFORE = re.compile(
    rf"\b{_NOUN}\b[^.;]{{0,80}}(?::|entitled|namely,?|,) ?(?:the )?[\"“]?$", re.IGNORECASE
)
_TRIGGER = re.compile(
    rf"(?:\b{_NOUN},? (?:entitled|titled|called)|\b{_VERB}(?: (?:the|its|their|an?|new|first|second"
    rf"|joint|[A-Z]\w+-language))*|\bpresent the|:|;|; and) (?=[\"“]?[A-Z])"
)
_SUBTITLE = re.compile(r"[a-z\d’'”)]: [A-Z]")
_LATIN = frozenset(
    {
        *("ad hoc", "de facto", "de jure", "et al", "ex officio", "habeas corpus", "ibid"),
        *("in situ", "inter alia", "jus cogens", "modus operandi", "mutatis mutandis"),
        *("note verbale", "pari passu", "per capita", "prima facie", "pro bono", "sine die"),
        *("status quo", "vis-à-vis"),
    }
)
_MANY_CAPITALS = 3
_LEAST_WORDS = 2
_REACH = 220


def find_publications(paragraph: ParagraphText) -> Iterator[Found]:
    """The titles of publications in a paragraph, in order, without overlaps."""
    text = paragraph.text
    found: list[Found] = []
    for start, end in _merged(paragraph.italics, text):
        if _is_title(text[start:end]):
            found.append(_title(text, start, end, ITALIC))
    for start, end, rule in _unmarked(text):
        if not _inside(found, start, end):
            found.append(_title(text, start, end, rule))
    for start, end in quoted(text):
        if text[start].islower() or _inside(found, start, end):
            continue
        if _is_issued(text, start, found) or _calls_itself(text, start, end, found):
            found.append(_title(text, start, end, QUOTED))
    yield from sorted(found, key=lambda one: one.start)


def _title(text: str, start: int, end: int, rule: str) -> Found:
    return Found(start=start, end=end, name=text[start:end], rule=rule)


def _inside(found: list[Found], start: int, end: int) -> bool:
    return any(one.start < end and start < one.end for one in found)


def _is_issued(text: str, start: int, found: list[Found]) -> bool:
    """Whether the words before a quoted title say that it is a publication."""
    before = _sentence_before(text, start)
    behind = [one.end for one in found if one.end <= start]
    if behind and _LIST_JOIN.match(text[max(behind) : start]):
        return True
    if _ENTITLED_NOUN.search(before) and not _OTHER_THING.search(before):
        return True
    if _OTHER_THING.search(before) or re.search(r"[\"”]", before[-60:-1]):
        return False
    if _ENTITLED.search(before):
        return False
    return bool(_NOUN_BEFORE.search(before) or _PUBLICATIONS_BEFORE.search(before))


def _calls_itself(text: str, start: int, end: int, found: list[Found]) -> bool:
    """Whether a quoted title names its kind, or is called one behind, where something is issued."""
    title, before = text[start:end], _sentence_before(text, start)
    if _OTHER_THING.search(before) or len(title.split()) < _LEAST_WORDS:
        return False
    issued = bool(_VERB_BEFORE.search(before))
    if re.search(rf"\b{_NOUN}\b", title, re.IGNORECASE):
        return issued or any(one.end <= start for one in found)
    return issued and bool(_APPOSITION.match(text, end))


def _sentence_before(text: str, start: int) -> str:
    before = text[max(0, start - _REACH) : start]
    return re.split(r"(?<=[a-z\d)”\"])\. (?=[A-Z])", before)[-1]


def _is_title(words: str) -> bool:
    """Whether words in italics are a title, not Latin, a ship or a case."""
    if words.lower().strip(" .,;:") in _LATIN or " v. " in words:
        return False
    return (
        len(words.split()) > _LEAST_WORDS and words[0].isupper() and capitals(words) >= _LEAST_WORDS
    )


def _merged(spans: tuple[tuple[int, int], ...], text: str) -> Iterator[tuple[int, int]]:
    """Spans of italics, those with only a space between them as one, trimmed."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and not text[whole[-1][1] : start].strip():
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    for start, end in whole:
        stop = end
        while stop > start and text[stop - 1] in " ,.;:":
            stop -= 1
        if _SUBTITLE.match(text, stop - 1):
            stop = title_at(text, start)
        yield start, stop


def _unmarked(text: str) -> Iterator[tuple[int, int, str]]:
    """Titles in capitals: behind a word of issuing, or with a subtitle."""
    reached = 0
    for match in _TRIGGER.finditer(text):
        start = match.end()
        if start < reached or text[start] in '"“':
            continue
        if (end := title_at(text, start)) <= start:
            continue
        for first, last in _split(text, start, end):
            if _believed(text, match, first, last):
                reached = last
                yield first, last, AFTER_VERB
    for start, end in _with_subtitle(text):
        for first, last in _split(text, start, end):
            yield first, last, WITH_SUBTITLE


def _believed(text: str, match: re.Match[str], start: int, end: int) -> bool:
    title, trigger = text[start:end], match.group().lower()
    if capitals(title) < _LEAST_WORDS or title.startswith(("Operation ", "United Nations ")):
        return False
    if "titled" in trigger or _SUBTITLE.search(title):
        return True
    if trigger[0] in ":;" or "launch" in trigger or "use of" in trigger or "issu" in trigger:
        return (
            bool(_NOUN_IN.search(title))
            and trigger[0] not in ":;"
            and capitals(title) > _LEAST_WORDS
        )
    if trigger.startswith(("publi", "relea", "present")):
        return bool(_NOUN_IN.search(title)) or (
            trigger.startswith("publish") and capitals(title) > _MANY_CAPITALS
        )
    return capitals(title) > _MANY_CAPITALS and bool(_APPOSITION.match(text, end))


def _with_subtitle(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with a colon before a capital: "Rooting Out Corruption: An …"."""
    reached = 0
    for match in _SUBTITLE.finditer(text):
        if match.start() < reached:
            continue
        start = _title_start(text, match.start() + 1)
        end = title_at(text, start)
        reached = max(reached, end)
        head, tail = text[start : match.start() + 1], text[match.end() - 1 : end]
        if end > match.end() and capitals(head) >= _LEAST_WORDS and capitals(tail) >= _LEAST_WORDS:
            yield start, end


def _title_start(text: str, colon: int) -> int:
    """Where the capitalised words before a colon begin."""
    start = colon
    for match in reversed(list(re.finditer(r"\S+", text[max(0, colon - _REACH) : colon]))):
        token = match.group()
        at = max(0, colon - _REACH) + match.start()
        small = token in {
            "of",
            "and",
            "the",
            "in",
            "on",
            "to",
            "for",
            "a",
            "an",
            "from",
            "with",
            "against",
            "between",
            "by",
            "at",
        }
        if token[-1] in ".;:,)" and at + len(token) < colon:
            break
        if token[0] in '"“' and token[1:2].isupper():
            return at + 1
        if not (token[:1].isupper() or small):
            break
        if token[:1].isupper():
            start = at
    return start


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Two titles joined by "and", each with a subtitle, as two."""
    colons = [match.start() + 1 for match in _SUBTITLE.finditer(text, start, end)]
    if len(colons) > 1:
        joint = text.rfind(" and ", colons[0], colons[1])
        if joint > 0 and text[joint + len(" and ")].isupper():
            yield start, joint
            yield from _split(text, joint + len(" and "), end)
            return
    yield start, end
