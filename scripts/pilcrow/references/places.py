"""Places in a document that is cited: "A/80/590, para. 54", "paragraph 12 of document A/80/604".

Only words that touch the citation count. Where a place may be another document's, there is none:
the citation then leads to the document alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.references.internal import range_ids, target_id
from pilcrow.references.model import CitedPlace, Reference

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?(?:\s?\(?[a-z]{1,5}\)){0,3}(?![\w/]|\.\d)"
_SECTION = r"[IVXL]{1,7}(?:(?:\.\s?|\s)[A-Z](?:\.\d{1,2})?(?![\w/.]\w))?(?![\w/])"
_ANNEX = r"[IVX]{1,6}(?![\w/.]\w|\w)"
_DASH = r"\s*[-\u2010\u2011\u2013\u2014]\u2060?\s*|\s+(?:to|à|a|al|по)\s+"
_JOINT = rf"{_DASH}|\s*[,;]\s*(?:(?:and|or|et|ou|y|e|и|или)\s+)?|\s+(?:and|or|et|ou|y|e|и|или)\s+"
# In English, French, Spanish and Russian.
_UNIT = re.compile(
    r"(?<![\w/-])(?:"
    r"(?P<paragraph>(?:[Pp]aragraphes?|[Pp]aragraphs?|[Pp]aras?\.?|[Pp]ars?\.|[Pp]árrafos?"
    rf"|[Pp]árrs?\.|[Пп]ункт(?:ы|а|е|ах|ов|ам)?|[Пп]п?\.)\s+(?={_NUMBER}))"
    r"|(?P<annex>(?:[Aa]nnexe?s?|[Aa]nexos?|[Пп]риложени(?:е|я|ю|и|ях))"
    rf"(?:\s+(?={_ANNEX})|(?!\w)))"
    r"|(?P<section>(?:[Ss]ections?|[Ss]ects?\.|[Ss]ecc\.|[Ss]ección|[Cc]hapters?|[Cc]haps?\."
    r"|[Cc]hapitres?|[Cc]ap\.|[Cc]apítulos?|[Рр]аздел(?:а|е|ы)?|[Рр]азд\.|[Гг]лав(?:а|е|ы)"
    rf"|[Гг]л\.)\s+(?={_SECTION}))"
    r")"
)
_MEMBER = {
    "paragraph": re.compile(_NUMBER),
    "section": re.compile(_SECTION),
    "annex": re.compile(_ANNEX),
}
_NEXT = {
    kind: re.compile(rf"(?P<joint>{_JOINT})(?P<member>{pattern.pattern})")
    for kind, pattern in _MEMBER.items()
}
_RANGE = re.compile(_DASH)
# "A/80/590, para. 5, and 15 States": only words that may be plural begin a list of paragraphs.
_PLURAL = re.compile(
    r"(?:.*s|par|пп|пункт(?:ы|ах|ов|ам)|приложени(?:и|ях)|.*ы)\.?\s*\Z", re.IGNORECASE
)
_LISTED = re.compile(
    r"\s*(?:[,;.:)\]\-\u2010-\u2014]|\Z|(?:and|or|to|et|ou|à|y|o|a|и|или|по)\s+\d)"
)
# A corrigendum has no paragraphs of its own; those after "and Add.1" may be the addendum's.
_CORRIGENDA = r"(?:\s*(?:,|and|et|y|и)\s+Corr\.\s?\d{1,2}){0,3}"
_BEHIND = re.compile(rf"\*{{0,3}}{_CORRIGENDA}(?:,?\s+|[)\]]{{1,2}},\s+)")
_THEN = re.compile(r"\s*,\s*")
_ELSEWHERE = re.compile(
    r",?\s+(?:of|du|de|des|del|thereof)\b(?!\s+(?:which|that\s+(?:report|document)))"
)
_OF = r"(?:of|du|de|des|del)(?:\s+(?:the|its|his|her|their|that|la|le|el|los))?"
_NOUN = r"(?:documents?|reports?|notes?|letter|addendum|rapport|documento|informe)"
_NOUN_OF = r"(?:документа|доклада)"
_BEFORE = re.compile(rf"\s+(?:{_OF}(?:\s+{_NOUN})?|{_NOUN_OF})\s+\(?\Z")
_ANNEXED = re.compile(rf"\s+(?:to|au|al)(?:\s+the)?(?:\s+{_NOUN})?\s+\(?\Z")
_OF_THE_REPORT = re.compile(
    r"\s+of\s+(?:the|his|her|its|my|that)\s+(?:[\w-]+\s+){0,3}(?:report|note)\b"
    r"[^.;:()]{0,200}?\s*\(\Z"
)
_REPORTS = re.compile(r"\b(?:reports?|notes?|letters?|documents?|resolutions?)\b")
_REACH = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """A unit as printed, "paras. 54, 56 and 57": its members, and what governs them."""

    start: int
    end: int
    places: tuple[CitedPlace, ...]


def with_places(text: str, found: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references of a text, those that cite a document with the places they name in it.

    Always: a place stands beside its citation, overlaps no reference, and belongs to one only.
    """
    cited = [reference for reference in found if reference.symbol]
    if not cited:
        return tuple(found)
    units = tuple(_units(text))
    if not units:
        return tuple(found)
    own: dict[int, tuple[CitedPlace, ...]] = {}
    claimed: set[int] = set()
    for reference in cited:
        for group in (_behind(text, reference, units), _before(text, reference, units, found)):
            places = tuple(place for unit in group for place in unit.places)
            taken = any(
                place.start < other.end and other.start < place.end
                for place in places
                for other in found
            )
            if places and not taken and claimed.isdisjoint(unit.start for unit in group):
                claimed.update(unit.start for unit in group)
                own[reference.start] = places
                break
    return tuple(
        replace(reference, places=own[reference.start]) if reference.start in own else reference
        for reference in found
    )


def _behind(text: str, reference: Reference, units: Sequence[_Unit]) -> tuple[_Unit, ...]:
    """What follows a citation: "A/80/590, annex I, paras. 3 and 4"."""
    joint = _BEHIND.match(text, reference.end)
    if joint is None:
        return ()
    unit = _starting_at(units, joint.end())
    if unit is None:
        return ()
    while (then := _THEN.match(text, unit.end)) is not None:
        following = _starting_at(units, then.end())
        if following is None:
            break
        unit = _within(unit, following)
    return () if _ELSEWHERE.match(text, unit.end) else (unit,)


def _before(
    text: str, reference: Reference, units: Sequence[_Unit], found: Sequence[Reference]
) -> tuple[_Unit, ...]:
    """What leads to a citation: "paragraph 12 of document A/80/604/Add.1"."""
    position = bisect_left([unit.start for unit in units], reference.start)
    if not position:
        return ()
    unit = units[position - 1]
    between = text[unit.end : reference.start]
    if len(between) > _REACH or any(unit.end <= other.start < reference.start for other in found):
        return ()
    if _BEFORE.match(between):
        return (unit,)
    if unit.places[-1].targets[0].startswith("annex") and _ANNEXED.match(between):
        return (unit,)
    of_report = _OF_THE_REPORT.match(between) and len(_REPORTS.findall(between)) == 1
    return (unit,) if of_report else ()


def _starting_at(units: Sequence[_Unit], offset: int) -> _Unit | None:
    return next((unit for unit in units if unit.start == offset), None)


def _within(outer: _Unit, inner: _Unit) -> _Unit:
    """The inner unit as far as it stands in the outer: paragraph 3 of annex I.

    Paragraphs of a section are the document's own: their numbers run through it.
    """
    unit = outer.places[-1].targets[0]
    annexed = unit.startswith("annex")
    places = tuple(
        replace(
            place,
            targets=tuple(f"{unit}-{target}" for target in place.targets)
            if annexed
            else place.targets,
        )
        for place in inner.places
    )
    first = replace(places[0], start=outer.start)
    return _Unit(start=outer.start, end=inner.end, places=(first, *places[1:]))


def _units(text: str) -> Iterator[_Unit]:
    done = 0
    for match in _UNIT.finditer(text):
        if match.start() < done:
            continue
        kind = match.lastgroup or "paragraph"
        member = _MEMBER[kind].match(text, match.end())
        if member is None:
            place = CitedPlace(start=match.start(), end=match.end(), targets=("annex",))
            yield _Unit(start=match.start(), end=match.end(), places=(place,))
            continue
        places = tuple(_members(text, kind, match.start(), member))
        done = places[-1].end
        yield _Unit(start=match.start(), end=done, places=places)


def _members(text: str, kind: str, start: int, first: re.Match[str]) -> Iterator[CitedPlace]:
    opening, member, end = start, first.group(), first.end()
    targets: tuple[str, ...] = (target_id(kind, member),)
    while (following := _NEXT[kind].match(text, end)) is not None:
        ranged = _RANGE.fullmatch(following["joint"])
        if not ranged and not _goes_on(text, start, first, following):
            break
        if ranged:
            targets = range_ids(kind, member, following["member"])
        else:
            yield CitedPlace(start=opening, end=end, targets=targets)
            opening = following.start("member")
            targets = (target_id(kind, following["member"]),)
        member, end = following["member"], following.end()
    yield CitedPlace(start=opening, end=end, targets=targets)


def _goes_on(text: str, start: int, first: re.Match[str], following: re.Match[str]) -> bool:
    """Whether what is joined by a comma or "and" is a further member of the list."""
    if "." in first.group() and "." in following["member"]:
        return True
    if not _PLURAL.match(text[start : first.start()]):
        return False
    joined = following["joint"].strip()
    return joined not in {",", ";"} or bool(_LISTED.match(text, following.end()))
