"""Tables with upright strokes between their columns: what stands between strokes is a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pilcrow.readers.pdf.lines import Line
from pilcrow.readers.pdf.page import Box
from pilcrow.readers.pdf.rows import Glyphs

if TYPE_CHECKING:
    from pilcrow.readers.pdf.grids import Cell, Rule

_NEAR = 4.0
"""Points: strokes so near are one."""
_SLACK = 2.0
_MOST_STROKES = 1000
"""Level or upright, of a page with frames; with more it is a drawing, and pairing takes long."""
_HIGHEST_BOX = 0.85
"""Of the page."""
_SHARE = 0.5
"""Of the height of a table: the bars between two of its columns are together as high."""


def inner_bars(rules: Sequence[Rule], bars: Sequence[Box]) -> tuple[Box, ...]:
    """The upright strokes between the columns of a table, its sides left out.

    A stroke counts if all on its line are high enough together; single cells may draw their own.
    """
    top, bottom = rules[0].y, rules[-1].y
    left = min(rule.parts[0][0] for rule in rules)
    right = max(rule.parts[-1][1] for rule in rules)
    inner = [
        bar
        for bar in bars
        if bar[1] < bottom - _SLACK
        and bar[3] > top + _SLACK
        and left + _NEAR < (bar[0] + bar[2]) / 2 < right - _NEAR
    ]
    return tuple(
        bar
        for bar in inner
        if sum(
            min(other[3], bottom) - max(other[1], top)
            for other in inner
            if abs(other[0] - bar[0]) <= _NEAR
        )
        >= _SHARE * (bottom - top)
    )


def columns_of(rules: Sequence[Rule], bars: Sequence[Box]) -> tuple[float, ...]:
    """Where columns begin: at the left side of a table, and at each stroke in it."""
    columns = [min(rule.parts[0][0] for rule in rules)]
    for x in sorted((bar[0] + bar[2]) / 2 for bar in bars):
        if x - columns[-1] > _NEAR:
            columns.append(x)
    return tuple(columns)


def are_joined(upper: Rule, lower: Rule, bars: Sequence[Box]) -> bool:
    """Whether an upright stroke between columns runs from one level to the next.

    Those at the sides may be of a frame around tables and texts.
    """
    left = max(rule.parts[0][0] for rule in (upper, lower)) + _NEAR
    right = min(rule.parts[-1][1] for rule in (upper, lower)) - _NEAR
    return any(
        left < bar[0] < right and bar[1] <= upper.y + _NEAR and bar[3] >= lower.y - _NEAR
        for bar in bars
    )


def rows_between(
    lines: Sequence[Line], columns: Sequence[float], rules: Sequence[Rule], bars: Sequence[Box]
) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table; a cell over several columns or rows counts where it begins."""
    rows: dict[int, list[list[tuple[Line, tuple[Glyphs, ...]]]]] = {}
    for line in lines:
        at = [bar for bar in bars if bar[1] - _SLACK <= line.y <= bar[3] + _SLACK]
        cells: dict[int, list[Glyphs]] = {}
        for piece in line.pieces:
            centre = (piece.run.x0 + piece.run.x1) / 2
            before = [(bar[0] + bar[2]) / 2 for bar in at if bar[0] <= centre]
            left = max(before, default=columns[0])
            cells.setdefault(_nearest(columns, left), []).append(piece)
        for column, glyphs in cells.items():
            middle = (glyphs[0].run.x0 + glyphs[-1].run.x1) / 2
            row = max(
                (
                    index
                    for index, rule in enumerate(rules)
                    if rule.y < line.y - 1 and rule.covers(middle)
                ),
                default=0,
            )
            rows.setdefault(row, [[] for _ in columns])[column].append((line, tuple(glyphs)))
    for row in sorted(rows):
        yield tuple(tuple(cell) for cell in rows[row])


def _nearest(columns: Sequence[float], x: float) -> int:
    return min(range(len(columns)), key=lambda at: abs(columns[at] - x))


def boxes(rules: Sequence[Box], bars: Sequence[Box], *, height: float) -> tuple[Box, ...]:
    """The frames around texts: two level strokes, and an upright one at either end of both.

    Args:
        rules: the level strokes of a page.
        bars: its upright strokes.
        height: of the page; a frame around nearly all of it is none.
    """
    if max(len(rules), len(bars)) > _MOST_STROKES:
        return ()
    found: list[Box] = []
    ordered = sorted(rules, key=lambda rule: rule[1])
    for upper_at, upper in enumerate(ordered):
        foot = min(_reach(upper[0], upper[1], bars), _reach(upper[2], upper[1], bars))
        for lower in ordered[upper_at + 1 :]:
            if lower[1] > foot + _NEAR:
                break
            if abs(upper[0] - lower[0]) > _NEAR or abs(upper[2] - lower[2]) > _NEAR:
                continue
            box = (upper[0], upper[1], upper[2], lower[3])
            if box[3] - box[1] > _SLACK * 4 and box[3] <= foot + _NEAR:
                if box[3] - box[1] < _HIGHEST_BOX * height:
                    found.append(box)
                break
    return tuple(found)


def _reach(x: float, top: float, bars: Sequence[Box]) -> float:
    """How far down the upright strokes reach that begin at a place or above it."""
    return max(
        (
            bar[3]
            for bar in bars
            if abs((bar[0] + bar[2]) / 2 - x) <= _NEAR and bar[1] <= top + _NEAR
        ),
        default=top - 2 * _NEAR,
    )
