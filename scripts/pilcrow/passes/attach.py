"""Attaches each footnote to the places that point to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pilcrow.ids import footnote_id, unique
from pilcrow.model import Footnote, Indicator, Inline, Inlines, Problem, Report, Text
from pilcrow.passes.items import Item
from pilcrow.readers.reading import Note
from pilcrow.tree import all_runs

MASTHEAD = "masthead"
"""Where a footnote belongs whose mark stands in the masthead, the title or the agenda item."""


def footnotes(notes: Sequence[Note]) -> tuple[Footnote, ...]:
    """Give the notes their ids, in the order of the source."""
    make_unique = unique(set())
    return tuple(
        Footnote(
            id=make_unique(footnote_id(note.mark)),
            indicator=note.mark,
            content=note.inlines,
            referenced_from=(),
            place=note.place,
        )
        for note in notes
    )


def attach_footnotes(report: Report) -> Report:
    """Fill `referenced_from` of each footnote, in reading order."""
    where: dict[str, list[str]] = {}
    for _, mark in report.masthead_marks:
        where.setdefault(mark, []).append(MASTHEAD)
    for holder, inlines in all_runs(report):
        for inline in inlines:
            if isinstance(inline, Indicator):
                where.setdefault(inline.mark, []).append(holder)
    return replace(
        report,
        footnotes=tuple(
            replace(note, referenced_from=tuple(where.get(note.indicator, ())))
            for note in report.footnotes
        ),
    )


def find_glued_indicators(
    items: Sequence[Item], notes: Sequence[Note]
) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Find indicators that lost their superscript and stick to a word: "Women and girls20".

    Only for a footnote without an indicator, only between the indicators before and after it,
    and only where exactly one place fits.
    """
    result = list(items)
    problems: list[Problem] = []
    marks = _indicator_positions(result)
    for note in notes:
        if not note.mark.isdigit() or note.mark in marks or note.inferred:
            continue
        number = int(note.mark)
        first = max((at for mark, at in marks.items() if int(mark) < number), default=0)
        last = min((at for mark, at in marks.items() if int(mark) > number), default=len(result))
        pattern = re.compile(rf"(?<=[a-zà-ÿ.,;:)\]\"”’]){note.mark}(?=[\s.,;:)]|$)")
        found = [
            (index, position, match)
            for index in range(first, min(last + 1, len(result)))
            if result[index].place < note.place
            for position, inline in enumerate(result[index].inlines)
            if isinstance(inline, Text)
            for match in pattern.finditer(inline.value)
            if not re.search(r"\d[.,]$", inline.value[: match.start()])
        ]
        if len(found) != 1:
            continue
        index, position, match = found[0]
        item = result[index]
        result[index] = replace(item, inlines=_with_indicator(item.inlines, position, match))
        marks[note.mark] = index
        problems.append(
            Problem(
                rule="glued-indicator",
                place=item.place,
                message=f'"{match.string[max(0, match.start() - 12) : match.end()].lstrip()}" '
                f"is read as the indicator of footnote {note.mark}.",
                hint="Compare with the printed report.",
                settled_by="it is the only place that fits",
            )
        )
    return tuple(result), tuple(problems)


def _indicator_positions(items: Sequence[Item]) -> dict[str, int]:
    marks: dict[str, int] = {}
    for index, item in enumerate(items):
        for inline in item.inlines:
            if isinstance(inline, Indicator) and inline.mark.isdigit():
                marks.setdefault(inline.mark, index)
    return marks


def _with_indicator(inlines: Inlines, position: int, match: re.Match[str]) -> Inlines:
    text = inlines[position]
    if not isinstance(text, Text):
        return inlines
    pieces: list[Inline] = [
        replace(text, value=text.value[: match.start()]),
        Indicator(mark=match.group(), place=text.place),
    ]
    if rest := text.value[match.end() :]:
        pieces.append(replace(text, value=rest))
    return (*inlines[:position], *pieces, *inlines[position + 1 :])
