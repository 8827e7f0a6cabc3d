"""Tables that go on over pages: their head, printed again on each, is no part of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.readers.pdf.grids import Cell, Grid, is_figure

_NEAR = 6.0
_NEAR_UNDER_HEAD = 30.0
"""Points: columns under a head that comes again may begin so far off, by the words in them."""
_LOWEST = 2.5
"""Of the size: how far over the foot of a table a cell may end that the page cuts."""
_MEMBER = re.compile(r"\((?:[a-z]{1,4}|\d{1,2})\)")

Placed = tuple[int, int, Grid]
"""A table with the index of its first line and that behind its last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTable:
    """A table at the foot of a page, which may go on."""

    columns: tuple[float, ...]
    head_words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """The tables of a page, those known that go on with one of the page before."""

    tables: tuple[Placed, ...]
    again: int
    """How many lines at the start of the page are the head of its first table, printed again;
    they are no lines of the tables, whose indexes count from behind them."""
    open_table: OpenTable | None
    """The table at the foot of the page."""


def go_on(tables: Sequence[Placed], lines: int, before: OpenTable | None) -> Continued:
    """Know which table of a page goes on with that at the foot of the page before.

    It begins the page, has as many columns in the same places, and no head but the same.

    Args:
        tables: those of the page, from top to bottom.
        lines: how many lines of text the page has.
        before: the table at the foot of the page before.
    """
    again = 0
    found = list(tables)
    if before is not None and found and found[0][0] == 0 and _is_same(found[0][2], before):
        _, end, grid = found[0]
        again = len(grid.head_words)
        rest = replace(grid, lines=grid.lines[again:], head=None, goes_on=True)
        found[0] = (again, end, rest)
    tables = tuple((start - again, end - again, grid) for start, end, grid in found)
    return Continued(tables=tables, again=again, open_table=_open(tables, lines - again, before))


def _is_same(grid: Grid, before: OpenTable) -> bool:
    near = _NEAR_UNDER_HEAD if grid.head_words else _NEAR
    return (
        len(grid.columns) == len(before.columns)
        and all(abs(a - b) <= near for a, b in zip(grid.columns, before.columns, strict=True))
        and grid.head_words in {(), before.head_words}
        and len(grid.lines) > len(grid.head_words)
    )


def _open(tables: Sequence[Placed], lines: int, before: OpenTable | None) -> OpenTable | None:
    if not tables or tables[-1][1] != lines:
        return None
    grid = tables[-1][2]
    head = before.head_words if grid.goes_on and before is not None else grid.head_words
    return OpenTable(columns=grid.columns, head_words=head)


def rows_over_pages(grid: Grid) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table over its pages; one that a page cut in two is whole."""
    made: list[tuple[Cell, ...]] = []
    foot: tuple[tuple[int, Cell], ...] = ()
    for part in (grid, *grid.rest):
        for position, row in enumerate(part.rows()):
            cut = frozenset[int]() if position else _cut(foot, row)
            if not cut:
                made.append(row)
                continue
            for column, cell in enumerate(row):
                at = foot[column][0] if column in cut else len(made) - 1
                made[at] = (*made[at][:column], (*made[at][column], *cell), *made[at][column + 1 :])
        foot = tuple(_last(made, column) for column in range(len(part.columns)))
    yield from made


def _last(rows: Sequence[tuple[Cell, ...]], column: int) -> tuple[int, Cell]:
    """The last cell of a column with words in it, and the index of its row."""
    for index in range(len(rows) - 1, -1, -1):
        if column < len(rows[index]) and rows[index][column]:
            return index, rows[index][column]
    return 0, ()


def _cut(foot: Sequence[tuple[int, Cell]], row: Sequence[Cell]) -> frozenset[int]:
    """The columns in which a row at a page's head goes on with a cell at the foot before.

    That ends there in mid-sentence. Figures make it a row of its own.
    """
    if any(under and is_figure(under[0][1]) for under in row):
        return frozenset()
    lowest = max((over[-1][0].y for _, over in foot if over), default=0.0)
    return frozenset(
        column
        for column, ((_, over), under) in enumerate(zip(foot, row, strict=False))
        if over
        and under
        and lowest - over[-1][0].y <= _LOWEST * over[-1][0].size
        and _goes_on(under[0][1][0].run.text)
        and over[-1][1][-1].run.text[-1:] not in ".;:"
    )


def _goes_on(word: str) -> bool:
    """Whether a word stands in a sentence: a small letter, or a bracket that labels nothing."""
    return word[:1].islower() or (word[:1] == "(" and not _MEMBER.match(word))
