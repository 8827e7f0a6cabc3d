"""The grid of a table: which words of its lines stand in which row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from pilcrow.readers.pdf.barred import rows_between
from pilcrow.readers.pdf.lines import Line
from pilcrow.readers.pdf.page import Box
from pilcrow.readers.pdf.rows import Glyphs

TIGHT = 1.3
"""Of the size: lines so close are of one row."""
_LOOSE = 1.7
"""Of the size: lines of a cell stand no further apart."""
_SPACED = 1.05
"""Of the tight distance: lines further apart are of two rows."""
_CELL_ROOM = 1.1
"""Of the size: the space before the next word, and that at a cell's side."""
_FIGURE = re.compile(r"[-–—(]?[$€£]?[\d .,]+[%)]*|[-–—]|\.\.")

Cell = tuple[tuple[Line, tuple[Glyphs, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is drawn on one level: its height, and where its parts begin and end."""

    y: float
    parts: tuple[tuple[float, float], ...]

    def covers(self, x: float) -> bool:
        """Whether a part runs over or under a place."""
        return any(left - 1 <= x <= right + 1 for left, right in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its lines, where its columns begin, and its rules."""

    lines: tuple[Line, ...]
    columns: tuple[float, ...]
    rules: tuple[Rule, ...] = ()
    head: float | None = None
    """Height of the rule under its head."""
    bars: tuple[Box, ...] = ()
    """The upright strokes between its columns."""
    goes_on: bool = False
    """It goes on with the table at the foot of the page before."""
    rest: tuple[Grid, ...] = ()
    """How it goes on, on the pages that follow."""

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """Its lines on all pages."""
        return (*self.lines, *(line for grid in self.rest for line in grid.lines))

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Rows of cells; a cell is the glyphs of one column, line by line.

        Every glyph is in exactly one cell. A cell whose words go on beside the next cells of
        other columns keeps them; in the head, a cell reaches from rule to rule. `rest` is not
        among them.
        """
        if self.bars:
            return tuple(rows_between(self.lines, self.columns, self.rules, self.bars))
        return (*self._in_head(), *self._below())

    @property
    def head_words(self) -> tuple[str, ...]:
        """The words of its head, line by line."""
        return tuple(line.text for line in self._head_lines())

    def _head_lines(self) -> tuple[Line, ...]:
        head = self.head
        return () if head is None else tuple(line for line in self.lines if line.y < head)

    def _in_head(self) -> Iterator[tuple[Cell, ...]]:
        lines = self._head_lines()
        if not lines:
            return
        inner = [rule for rule in self.rules if rule.y < (self.head or 0) - 1]
        rows: dict[int, list[list[tuple[Line, tuple[Glyphs, ...]]]]] = {}
        for line in lines:
            above = [rule for rule in inner if rule.y < line.y - 1]
            for index, glyphs in self._cells(line, above[-1] if above else None).items():
                centre = (glyphs[0].run.x0 + glyphs[-1].run.x1) / 2
                # The first rule stands over the head, the others part its rows.
                over = [at for at, rule in enumerate(inner) if rule.y < line.y - 1]
                row = max((at for at in over if at and inner[at].covers(centre)), default=0)
                cells = rows.setdefault(row, [[] for _ in self.columns])
                cells[index].append((line, tuple(glyphs)))
        for row in sorted(rows):
            yield tuple(tuple(cell) for cell in rows[row])

    def _below(self) -> Iterator[tuple[Cell, ...]]:
        lines = self.lines[len(self._head_lines()) :]
        tight = self._tight(lines)
        spaced = _are_spaced(lines, tight)
        rows: list[list[list[tuple[Line, tuple[Glyphs, ...]]]]] = []
        last: dict[int, tuple[int, Line]] = {}
        before: Line | None = None
        for line in lines:
            cells = self._cells(line, None)
            fresh = {
                index
                for index, glyphs in cells.items()
                if not spaced
                or index not in last
                or self._parts(last[index][1], line, glyphs, tight)
            }
            ruled = before is not None and any(
                self._is_ruled(before, line, glyphs) for glyphs in cells.values()
            )
            near = before is not None and line.y - before.y <= tight * line.size
            begins = (
                _begins_row(cells, fresh, last, near=near)
                if spaced
                else 0 in cells and not self._wraps(cells, line, last, tight)
            )
            if before is None or ruled or begins:
                rows.append([[] for _ in self.columns])
            for index, glyphs in cells.items():
                row = len(rows) - 1 if index in fresh else last[index][0]
                rows[row][index].append((line, tuple(glyphs)))
                last[index] = (row, line)
            before = line
        for made in rows:
            yield tuple(tuple(cell) for cell in made)

    def _wraps(
        self,
        cells: Mapping[int, Sequence[Glyphs]],
        line: Line,
        last: Mapping[int, tuple[int, Line]],
        tight: float,
    ) -> bool:
        """Whether words go on with a cell that was full: its next word had no room there.

        Figures in a line make it a row.
        """
        if any(map(is_figure, cells.values())):
            return False
        for index, glyphs in cells.items():
            if index not in last or line.y - last[index][1].y > tight * line.size:
                continue
            over = self._cells(last[index][1], None).get(index)
            if over is None or not any(map(str.isalpha, over[-1].run.text)):
                continue
            right = self.columns[index + 1] if index + 1 < len(self.columns) else self._right
            first = glyphs[0].run
            if (
                any(map(str.isalpha, first.text))
                and abs(first.x0 - over[0].run.x0) <= line.size
                and right - over[-1].run.x1 < first.x1 - first.x0 + _CELL_ROOM * line.size
            ):
                return True
        return False

    @property
    def _right(self) -> float:
        return max(line.x1 for line in self.lines)

    def _tight(self, lines: Sequence[Line]) -> float:
        """How far apart, by the size, the lines of a cell stand at most.

        Further than usual where the narrowest distance is more, and every line so near goes on
        with a cell that was full.
        """
        steps = [(under.y - over.y) / under.size for over, under in pairwise(lines)]
        narrowest = min((step for step in steps if step >= 1), default=0.0)
        tight = narrowest * _SPACED
        if not TIGHT < narrowest <= _LOOSE:
            return TIGHT
        for (over, under), step in zip(pairwise(lines), steps, strict=True):
            above, below = self._cells(over, None), self._cells(under, None)
            last = dict.fromkeys(above, (0, over))
            if step <= tight and not (
                _continues(above, below) or self._wraps(below, under, last, tight)
            ):
                return TIGHT
        return tight

    def _parts(self, over: Line, line: Line, glyphs: Sequence[Glyphs], tight: float) -> bool:
        """Whether words do not stand right under others of their column, or a rule between."""
        return line.y - over.y > tight * line.size or self._is_ruled(over, line, glyphs)

    def _is_ruled(self, over: Line, line: Line, glyphs: Sequence[Glyphs]) -> bool:
        centre = (glyphs[0].run.x0 + glyphs[-1].run.x1) / 2
        return any(over.y - 1 < rule.y < line.y - 1 and rule.covers(centre) for rule in self.rules)

    def _cells(self, line: Line, over: Rule | None) -> dict[int, list[Glyphs]]:
        """The glyphs of a line by column; under a rule, a merged cell counts as its first."""
        cells: dict[int, list[Glyphs]] = {}
        last = 0
        if over is not None and len(over.parts) == 1 and over.covers(self.columns[0] + 3):
            # One stroke over the whole table says nothing of its cells.
            over = None
        if over is None and len(line.segments) == 1 and _is_worded(line):
            # One stretch of words, with no room between columns: a merged cell.
            return {self._column(line.x0 + 1): list(line.pieces)}
        for segment in line.segments:
            for position, piece in enumerate(segment.pieces):
                centre = (piece.run.x0 + piece.run.x1) / 2
                index = self._column(centre)
                if over is not None:
                    merged = _merged(line, over, centre)
                    index = index if merged is None else self._first(*merged)
                if position and not piece.spaced:
                    index = last
                cells.setdefault(index, []).append(piece)
                last = index
        return cells

    def _first(self, left: float, right: float) -> int:
        """The first column under a stroke: it begins where the stroke does, or its words do."""
        under = [at for at, start in enumerate(self.columns) if start < right]
        return min(under, key=lambda at: abs(self.columns[at] - left), default=0)

    def _column(self, x: float) -> int:
        return max((at for at, start in enumerate(self.columns) if start <= x + 1), default=0)


def _merged(line: Line, over: Rule, centre: float) -> tuple[float, float] | None:
    """The stroke that runs over a place; none where it runs over words apart.

    Some draw a stroke for each cell, others one over all: that says nothing of cells.
    """
    for left, right in over.parts:
        if left <= centre <= right:
            under = [each for each in line.segments if left <= (each.x0 + each.x1) / 2 <= right]
            return (left, right) if len(under) < 2 else None  # noqa: PLR2004
    return None


def _are_spaced(lines: Sequence[Line], tight: float) -> bool:
    """Whether rows stand further apart than the lines of a cell."""
    steps = [
        (second.y - first.y) / second.size
        for first, second in pairwise(lines)
        if second.y > first.y
    ]
    return any(step <= tight for step in steps) and any(step > tight * _SPACED for step in steps)


def _begins_row(
    cells: Mapping[int, Sequence[Glyphs]],
    fresh: AbstractSet[int],
    last: Mapping[int, tuple[int, Line]],
    *,
    near: bool,
) -> bool:
    """Whether words that stand under a gap in their columns begin a row; `near` the line before.

    Beside or right under words of other columns they belong to the row of these, unless their
    columns are taken there: then they are a row within it. One cell alone below words of its own
    is the next paragraph of that cell.
    """
    if not last or not fresh:
        return not last
    newest = max(row for row, _ in last.values())
    taken = {index for index in fresh if index in last and last[index][0] == newest}
    if near or len(fresh) < len(cells):
        return bool(taken) and fresh != {0} and len(fresh) > 1
    if len(fresh) > 1 or fresh == {0} or not taken:
        return True
    return is_figure(cells[next(iter(fresh))])


def _continues(
    above: Mapping[int, Sequence[Glyphs]], below: Mapping[int, Sequence[Glyphs]]
) -> bool:
    """Whether a line of one cell goes on in mid-sentence with that over it."""
    ((index, glyphs), *others) = below.items()
    return (
        not others
        and index in above
        and glyphs[0].run.text[:1].islower()
        and above[index][-1].run.text[-1:] not in ".;:"
    )


def is_figure(glyphs: Sequence[Glyphs]) -> bool:
    """Whether a cell holds an amount, or the dash for none."""
    return bool(_FIGURE.fullmatch(" ".join(piece.run.text for piece in glyphs)))


def _is_worded(line: Line) -> bool:
    words = sum(any(map(str.isalpha, piece.run.text)) for piece in line.pieces)
    return words * 2 > len(line.pieces)
