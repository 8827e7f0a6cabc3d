"""Restores lost paragraph numbers, and finds footnotes that lost theirs.

A number is restored only where the neighbours leave exactly one possibility: as many texts
without a number between two numbered paragraphs as numbers are missing between them. Words are
never invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Indicator, Inline, Inlines, Origin, Problem, Text
from pilcrow.passes.items import Item, Role, drop_start, finished, is_stray_number
from pilcrow.passes.numbers import number_value
from pilcrow.readers.reading import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """Items with restored numbers, notes with those found among loose text, and what was seen."""

    items: tuple[Item, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]


def restore_numbers(items: Sequence[Item], notes: Sequence[Note]) -> Restored:
    """Give each text that lost its number the only number it can have."""
    problems: list[Problem] = []
    result: list[Item] = []
    last = 0
    for unit in _units(items):
        last = _restore_unit(unit, last, result, problems)
    kept, found = _stray_notes(result, notes)
    problems.extend(
        Problem(
            rule="footnote-without-number",
            place=note.place,
            message=f"text between paragraphs fits the missing footnote {note.mark}.",
            hint="Record its number and place with [[footnote]] in corrections.toml.",
            at=f"fn-{note.mark}",
        )
        for note in found
    )
    every = sorted((*notes, *found), key=lambda note: note.place)
    return Restored(items=tuple(kept), notes=tuple(every), problems=tuple(problems))


def _units(items: Sequence[Item]) -> Iterator[list[Item]]:
    unit: list[Item] = []
    for item in items:
        if item.role is Role.ANNEX and unit:
            yield unit
            unit = []
        unit.append(item)
    if unit:
        yield unit


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """What stands between two counted paragraphs, and the numbers missing between them."""

    items: tuple[Item, ...]
    missing: range
    before: str
    """Number of the paragraph before; "0" at the start."""
    after: Item


def _restore_unit(
    unit: Sequence[Item], last: int, result: list[Item], problems: list[Problem]
) -> int:
    """Work through one numbering, stretch by stretch between two numbered paragraphs.

    An annex whose first number follows the `last` of the unit before goes on with its count.
    Gives its own last number, or that one where it has none.
    """
    first = next((number for item in unit if (number := _whole(item)) is not None), None)
    before = last if first == last + 1 else 0
    between: list[Item] = []
    for item in unit:
        number = _whole(item)
        if number is None:
            between.append(item)
            continue
        stretch = _Stretch(
            items=tuple(between), missing=range(before + 1, number), before=str(before), after=item
        )
        result.extend(_fill(stretch, problems, result))
        result.append(item)
        between = []
        before = max(before, number)
    result.extend(between)
    return last if first is None else before


def _whole(item: Item) -> int | None:
    """The value of a counted paragraph's number; None for other items."""
    if item.role is not Role.PARAGRAPH or item.label is None or item.unit:
        return None
    if item.origin is Origin.RESTORED:
        return None
    return number_value(item.label)[0]


def _fill(stretch: _Stretch, problems: list[Problem], done: list[Item]) -> Iterable[Item]:
    """The items of a stretch with their numbers restored, or a problem that says what lacks."""
    if not stretch.missing:
        return stretch.items
    candidates = [item for item in stretch.items if _may_be_paragraph(item)]
    if len(candidates) == len(stretch.missing):
        numbers = iter(stretch.missing)
        return [
            _restored(item, next(numbers), stretch, problems) if _may_be_paragraph(item) else item
            for item in stretch.items
        ]
    if not candidates and len(stretch.missing) <= _MOST_GLUED:
        split = _split_glued([*done[-1:], *stretch.items], stretch.missing)
        if split is not None:
            done[-1:] = []
            return split
    problems.append(_missing(stretch, len(candidates)))
    return stretch.items


def _may_be_paragraph(item: Item) -> bool:
    return item.role is Role.LOOSE and item.known is None and not is_stray_number(item)


def _missing(stretch: _Stretch, candidates: int) -> Problem:
    first, last = stretch.missing[0], stretch.missing[-1]
    numbers = str(first) if first == last else f"{first} to {last}"
    between = f", and {candidates} texts without a number stand between" if candidates else ""
    return Problem(
        rule="missing-paragraph",
        place=stretch.after.place,
        message=f"numbers jump from {stretch.before} to {stretch.after.label}: "
        f"{numbers} not found{between}.",
        hint="Compare with the printed report and restore what is missing in the source.",
        at=f"para-{stretch.after.label}",
    )


def _restored(item: Item, number: int, stretch: _Stretch, problems: list[Problem]) -> Item:
    neighbours = f"its neighbours {stretch.before} and {stretch.after.label}"
    problems.append(
        Problem(
            rule="missing-number",
            place=item.place,
            message=f"paragraph has no printed number; restored {number} from {neighbours}.",
            hint="Compare with the printed report.",
            at=f"para-{number}",
            settled_by=neighbours,
        )
    )
    return replace(item, role=Role.PARAGRAPH, label=str(number), origin=Origin.RESTORED)


_MOST_GLUED = 20


def _split_glued(items: Sequence[Item], missing: range) -> list[Item] | None:
    """Split a paragraph in which the next ones are glued: "… forms. 93. UNODC supported…"."""
    result: list[Item] = list(items)
    for number in missing:
        pattern = re.compile(rf"(?<=[.?!:;\"”’)])\s+{number}\s?\.\s+(?=[A-Z\"“(])")
        found = [
            (index, match)
            for index, item in enumerate(result)
            if item.role in {Role.PARAGRAPH, Role.SUBPARAGRAPH}
            for match in pattern.finditer(_flat(item.inlines))
        ]
        if len(found) != 1:
            return None
        index, match = found[0]
        item = result[index]
        head, tail = _cut(item.inlines, match.start(), match.end())
        place = tail[0].place if tail else item.place
        result[index : index + 1] = [
            replace(item, inlines=head),
            replace(
                item, role=Role.PARAGRAPH, label=str(number), inlines=tail, place=place, degree=0
            ),
        ]
    return result


def _flat(inlines: Inlines) -> str:
    """Text with one character for every other inline, so that offsets hold."""
    return "".join(inline.value if isinstance(inline, Text) else "\ufffc" for inline in inlines)


def _cut(inlines: Inlines, start: int, end: int) -> tuple[Inlines, Inlines]:
    """Cut flat offsets `start` to `end` out of the inlines."""
    head: list[Inline] = []
    position = 0
    for index, inline in enumerate(inlines):
        length = len(inline.value) if isinstance(inline, Text) else 1
        if position + length > start and isinstance(inline, Text):
            head.append(replace(inline, value=inline.value[: start - position]))
            return tuple(head), drop_start(inlines[index:], end - position)
        head.append(inline)
        position += length
    return tuple(head), ()


def _stray_notes(items: Sequence[Item], notes: Sequence[Note]) -> tuple[list[Item], list[Note]]:
    """Find loose texts that fill, one for one, a gap in the footnotes' numbers.

    A gap lies between two notes that follow each other in the source, or before the first, or
    behind the last where an indicator has a higher number.
    """
    printed = [(int(note.mark), note.place) for note in notes if note.mark.isdigit()]
    printed.sort(key=lambda pair: pair[1])
    highest = max([number for number, _ in printed] + _indicated(items), default=0)
    candidates = [index for index in range(len(items)) if _may_be_note(items, index)]
    found: dict[int, Note] = {}
    position = 0
    before = 0
    for number, place in [*printed, (highest + 1, None)]:
        here: list[int] = []
        while position < len(candidates) and (
            place is None or items[candidates[position]].place < place
        ):
            here.append(candidates[position])
            position += 1
        missing = range(before + 1, number)
        if here and len(here) == len(missing):
            for index, mark in zip(here, missing, strict=True):
                item = items[index]
                found[index] = Note(
                    mark=str(mark), inlines=item.inlines, place=item.place, inferred=True
                )
        before = max(before, number)
    return [item for index, item in enumerate(items) if index not in found], list(found.values())


def _indicated(items: Sequence[Item]) -> list[int]:
    """The numbers of all indicators in the text."""
    return [
        int(inline.mark)
        for item in items
        for inline in item.inlines
        if isinstance(inline, Indicator) and inline.mark.isdigit()
    ]


def _may_be_note(items: Sequence[Item], index: int) -> bool:
    """A loose, finished text that stands after a finished text, not under a heading."""
    item = items[index]
    if item.role is not Role.LOOSE or item.known is not None or item.listed or index == 0:
        return False
    if not finished(item.words):
        return False
    before = items[index - 1]
    return before.role in {Role.PARAGRAPH, Role.SUBPARAGRAPH} and finished(
        before.words, member=True
    )
