"""Tables that go on over pages: their head, printed again on each, is no part of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.readers.pdf.grids import Cell, Grid, is_figure

_NEAR = 6.0

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
    return (
        len(grid.columns) == len(before.columns)
        and all(abs(a - b) <= _NEAR for a, b in zip(grid.columns, before.columns, strict=True))
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
    waiting: tuple[Cell, ...] | None = None
    for part in (grid, *grid.rest):
        for position, row in enumerate(part.rows()):
            if waiting is not None and not position and _is_cut(waiting, row):
                waiting = tuple((*a, *b) for a, b in zip(waiting, row, strict=True))
                continue
            if waiting is not None:
                yield waiting
            waiting = row
    if waiting is not None:
        yield waiting


def _is_cut(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a cell at a page's head goes on in mid-sentence with that over it.

    Figures there make it a row of its own.
    """
    figures = any(under and is_figure(under[0][1]) for under in row)
    return not figures and any(
        over
        and under
        and under[0][1][0].run.text[:1].islower()
        and over[-1][1][-1].run.text[-1:] not in ".;:"
        for over, under in zip(above, row, strict=True)
    )
