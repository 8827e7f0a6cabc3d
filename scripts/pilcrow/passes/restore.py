"""Restores lost paragraph numbers, and finds footnotes that lost theirs.

A number is restored only where the neighbours leave exactly one possibility: as many texts
without a number between two numbered paragraphs as numbers are missing between them. Words are
never invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Indicator, Inlines, Origin, Problem, Text
from pilcrow.passes.items import Item, Note, Role, drop_start, finished
from pilcrow.passes.numbers import number_value


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
    for unit in _units(items):
        _restore_unit(unit, result, problems)
    kept, found = _stray_notes(result, notes)
    problems.extend(
        Problem(
            rule="footnote-without-number",
            place=note.place,
            message=f"text between paragraphs fits the missing footnote {note.mark}.",
            hint="Record its number and its place in the text with [[footnote]] in corrections.toml.",
            at=note.mark,
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


def _restore_unit(unit: Sequence[Item], result: list[Item], problems: list[Problem]) -> None:
    """Work through one numbering, stretch by stretch between two numbered paragraphs."""
    before = 0
    before_label = "0"
    stretch: list[Item] = []
    for item in unit:
        number = _whole(item)
        if number is None:
            stretch.append(item)
            continue
        missing = range(before + 1, number)
        result.extend(_fill(stretch, missing, before_label, item, problems, result))
        stretch = []
        result.append(item)
        if number > before:
            before, before_label = number, item.label or ""
    result.extend(stretch)


def _whole(item: Item) -> int | None:
    """The value of a counted paragraph's number; None for other items."""
    if item.role is not Role.PARAGRAPH or item.label is None or item.origin is Origin.RESTORED:
        return None
    return number_value(item.label)[0]


def _fill(
    stretch: Sequence[Item],
    missing: range,
    before: str,
    after: Item,
    problems: list[Problem],
    done: list[Item],
) -> Iterable[Item]:
    if not missing:
        return stretch
    candidates = [item for item in stretch if item.role is Role.LOOSE]
    if len(candidates) == len(missing):
        numbers = iter(missing)
        return [
            _restored(item, next(numbers), before, after, problems)
            if item.role is Role.LOOSE
            else item
            for item in stretch
        ]
    if not candidates and len(missing) <= _MOST_GLUED:
        split = _split_glued([*done[-1:], *stretch], missing)
        if split is not None:
            done[-1:] = []
            return split
    first, last = missing[0], missing[-1]
    numbers_text = str(first) if first == last else f"{first} to {last}"
    problems.append(
        Problem(
            rule="missing-paragraph",
            place=after.place,
            message=f"numbers jump from {before} to {after.label}: {numbers_text} not found"
            + (f", and {len(candidates)} texts without a number stand between." if candidates else "."),
            hint="Compare with the printed report and restore what is missing in the source.",
            at=f"para-{after.label}",
        )
    )
    return stretch


_MOST_GLUED = 20


def _restored(
    item: Item, number: int, before: str, after: Item, problems: list[Problem]
) -> Item:
    problems.append(
        Problem(
            rule="missing-number",
            place=item.place,
            message=f"paragraph has no printed number; restored {number} from its neighbours "
            f"{before} and {after.label}.",
            hint="Compare with the printed report.",
            at=f"para-{number}",
            settled_by=f"its neighbours {before} and {after.label}",
        )
    )
    return replace(item, role=Role.PARAGRAPH, label=str(number), origin=Origin.RESTORED)


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
    head = []
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
    """Find loose texts that fill, one for one, a gap in the footnotes' numbers."""
    numbered = sorted(
        ((int(note.mark), note.place) for note in notes if note.mark.isdigit()),
        key=lambda pair: pair[1],
    )
    highest = max(
        [number for number, _ in numbered]
        + [
            int(inline.mark)
            for item in items
            for inline in item.inlines
            if isinstance(inline, Indicator) and inline.mark.isdigit()
        ],
        default=0,
    )
    present = {number for number, _ in numbered}
    found: list[Note] = []
    taken: set[int] = set()
    for missing in [number for number in range(1, highest + 1) if number not in present]:
        after = max((place for number, place in numbered if number < missing), default=None)
        until = min((place for number, place in numbered if number > missing), default=None)
        candidates = [
            index
            for index, item in enumerate(items)
            if _may_be_note(items, index)
            and (after is None or item.place > after)
            and (until is None or item.place < until)
            and index not in taken
        ]
        gap = [
            number
            for number in range(1, highest + 1)
            if number not in present
            and (after is None or number > max(n for n, p in numbered if p == after))
            and (until is None or number < min(n for n, p in numbered if p == until))
        ]
        if len(candidates) == len(gap):
            index = candidates[0]
            taken.add(index)
            item = items[index]
            found.append(
                Note(mark=str(missing), inlines=item.inlines, place=item.place, inferred=True)
            )
            present.add(missing)
            numbered.append((missing, item.place))
    return [item for index, item in enumerate(items) if index not in taken], found


def _may_be_note(items: Sequence[Item], index: int) -> bool:
    """A loose, finished text that stands after a finished text, not under a heading."""
    item = items[index]
    if item.role is not Role.LOOSE or item.listed or index == 0 or not finished(item.words):
        return False
    before = items[index - 1]
    return before.role in {Role.PARAGRAPH, Role.SUBPARAGRAPH} and finished(
        before.words, member=True
    )
