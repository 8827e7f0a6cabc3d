"""References to places in the report itself: "see paragraph 12 above", "section II.B below".

Only wording that leaves no doubt gives a target. "Paragraph 53 of the procedures and rules" and
"article 46, paragraph 13, of the Convention" speak of other documents.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pilcrow.references.model import Reference
from pilcrow.references.sentences import Sentences
from pilcrow.references.wording import Wording, wording

_MOST_IN_RANGE = 200
_LOOK_BACK = 300
_TOUCHING = 2
_GOVERNS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """One place, or one range of places, in the report itself."""

    start: int
    end: int
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """The words "paragraphs 12, 14 and 16" as found, before it is known what it speaks of."""

    start: int
    end: int
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """What stands around a unit."""

    before: Reference | None
    after: Reference | None
    own_symbols: frozenset[str]
    governed_to: int
    """End of the unit before, where a "see" governs it: "and section III" goes with it."""
    words: Wording


def find_pointers(
    text: str,
    *,
    cited: Sequence[Reference] = (),
    own_symbols: frozenset[str] = frozenset(),
    language: str = "en",
) -> Iterator[Pointer]:
    """Every reference that surely points into the report that holds `text`.

    `cited` are the other references of the text, in order: a paragraph named beside another
    document's symbol is that document's, beside one of `own_symbols` it is this report's.
    """
    words = wording(language)
    units = tuple(_find_units(text, words))
    if not units:
        return
    sentences = Sentences(text)
    starts = tuple(reference.start for reference in cited)
    governed_to = -1
    for unit in units:
        position = bisect_right(starts, unit.start)
        near = _Near(
            before=cited[position - 1] if position else None,
            after=cited[position] if position < len(cited) else None,
            own_symbols=own_symbols,
            governed_to=governed_to,
            words=words,
        )
        said = _says_here(text, unit, near)
        seen = said is None and _is_seen_here(text, unit, near, sentences)
        if said or seen:
            yield from unit.pointers
        governed_to = unit.end if seen else -1


def _says_here(text: str, unit: _Unit, near: _Near) -> bool | None:
    """Whether the words that touch the unit say which document it speaks of; None if silent."""
    if near.after is not None and near.after.symbol in near.own_symbols:
        joint = near.words.of.match(text, unit.end)
        if joint is not None and joint.end() == near.after.start:
            return True
    before = near.before
    if before is not None and re.fullmatch(r"\s*,?\s+", text[before.end : unit.start][:6]):
        return (
            before.symbol in near.own_symbols and near.words.elsewhere.match(text, unit.end) is None
        )
    if near.words.other_place.search(text, max(0, unit.start - 40), unit.start):
        return False
    if near.words.here.match(text, unit.end):
        return True
    return False if near.words.elsewhere.match(text, unit.end) else None


def _is_seen_here(text: str, unit: _Unit, near: _Near, sentences: Sentences) -> bool:
    """Whether a "see", or what it governs, points into this report."""
    if near.governed_to >= 0 and near.words.also.fullmatch(
        text[near.governed_to : unit.start][:_GOVERNS]
    ):
        return True
    see = near.words.see.search(text, max(0, unit.start - 48), unit.start)
    if see is None:
        return False
    return not _other_document_before(text, see.start(), sentences, near)


def _other_document_before(text: str, see: int, sentences: Sentences, near: _Near) -> bool:
    """Whether the words that lead to "see" name another document.

    A sentence that begins "See paras. 58 and 59" is a footnote on some other text more often than
    not, so only a "see" inside a sentence or in brackets is taken for this report.
    """
    before = near.before
    opening = sentences.span(sentences.index(see))[0]
    bracket = _open_bracket(text, max(opening, see - _LOOK_BACK), see)
    if bracket >= 0:
        opening = bracket
        if near.words.instrument.search(text, max(0, bracket - 24), bracket):
            return True
        if before is not None and 0 <= bracket - before.end <= _TOUCHING:
            return True
    elif text[see].isupper():
        return True
    if near.words.ibid.search(text, opening, see):
        return True
    return before is not None and before.end > opening


def _open_bracket(text: str, first: int, last: int) -> int:
    """Offset of the bracket that is open at `last`, or -1."""
    depth = 0
    for offset in range(last - 1, first - 1, -1):
        if text[offset] == ")":
            depth += 1
        elif text[offset] == "(":
            if depth == 0:
                return offset
            depth -= 1
    return -1


def _find_units(text: str, words: Wording) -> Iterator[_Unit]:
    done = 0
    for match in words.unit.finditer(text):
        if match.start() < done:
            continue
        kind = match.lastgroup or "only"
        if kind == "only":
            pointer = Pointer(start=match.start(), end=match.end(), targets=("annex",))
            yield _Unit(start=match.start(), end=match.end(), pointers=(pointer,))
            continue
        members = words.members[kind].match(text, match.end())
        if members is None:
            continue
        pointers = tuple(_read_list(text, kind, match.start(), members, words))
        done = pointers[-1].end
        yield _Unit(start=match.start(), end=done, pointers=pointers)


def _read_list(
    text: str, kind: str, start: int, first: re.Match[str], words: Wording
) -> Iterator[Pointer]:
    opening, member, end = start, first.group(), first.end()
    targets: tuple[str, ...] = (target_id(kind, member),)
    while (following := words.following[kind].match(text, end)) is not None:
        if following.group("list") is not None:
            yield Pointer(start=opening, end=end, targets=targets)
            opening = following.start("member")
            targets = (target_id(kind, following.group("member")),)
        else:
            targets = range_ids(kind, member, following.group("member"))
        member, end = following.group("member"), following.end()
    yield Pointer(start=opening, end=end, targets=targets)


def range_ids(kind: str, first: str, last: str) -> tuple[str, ...]:
    """The ids from the first member to the last; only these two where they do not count up."""
    ends = (target_id(kind, first), target_id(kind, last))
    if kind == "paragraph":
        if not (first.isdecimal() and last.isdecimal()):
            return ends
        low, high = int(first), int(last)
        names = [str(number) for number in range(low, min(high, low + _MOST_IN_RANGE) + 1)]
    else:
        low, high = _roman_value(first), _roman_value(last)
        if not low or not high:
            return ends
        names = [_roman(number) for number in range(low, high + 1)]
    if high <= low or high - low > _MOST_IN_RANGE:
        return ends
    return tuple(target_id(kind, name) for name in names)


def target_id(kind: str, member: str) -> str:
    """The id of the design: `para-115-b`, `ii-d-2`, `annex-i`."""
    pieces = re.findall(r"(?<!\w)(?:\d+|[A-Za-z])(?!\w)|[IVXL]+|[a-z]+(?=\))", member)
    prefix = {"paragraph": "para-", "annex": "annex-"}.get(kind, "")
    return prefix + "-".join(piece.lower() for piece in pieces)


_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(number: int) -> str:
    written = ""
    for value, figure in _ROMAN:
        written += figure * (number // value)
        number %= value
    return written


def _roman_value(written: str) -> int:
    """The value of a plain roman figure; 0 where it is not written in the usual way."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    if not all(figure in values for figure in written):
        return 0
    total = 0
    for figure, following in zip(written, [*written[1:], "I"], strict=True):
        value = values[figure]
        total += -value if value < values[following] else value
    return total if _roman(total) == written else 0
