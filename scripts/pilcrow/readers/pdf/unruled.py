"""Tables without rules: lines whose words stand in the same columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pilcrow.passes.captions import CAPTION
from pilcrow.readers.pdf.grids import TIGHT, Grid
from pilcrow.readers.pdf.lines import Line
from pilcrow.readers.pdf.rows import Segment

_FEWEST_ROWS = 3
_FEWEST_NAMED = 2
"""Rows of a table that a caption names, or that the page's end cuts."""
_ALIGNED = 3.0
_GAP = 1.5
"""Of the size: the least room between two columns."""
_NARROW = 0.5
"""Of the size: white space so wide parts columns where it runs through all rows."""
_FAR = 2.5
"""Of the size: the next row is no further below."""
_CAPTION_NEAR = 3
"""Lines above a table among which its caption begins."""


def unruled_tables(
    lines: Sequence[Line], taken: Collection[int]
) -> Iterator[tuple[int, int, Grid]]:
    """Find the runs of lines that stand in the same columns, beside the lines already taken.

    At least three rows do so, or two below a caption or at the page's end. Between them may stand
    lines of one column alone, right under its words: a cell of several lines.
    """
    run: list[int] = []
    for index in range(len(lines) + 1):
        line = lines[index] if index < len(lines) and index not in taken else None
        own = [lines[at] for at in run]
        if line is not None and (_is_row(line, own) or _is_rest(line, own)):
            run.append(index)
            continue
        yield from _table(run, lines)
        run = [index] if line is not None and _is_row(line, []) else []


def columns_between(lines: Sequence[Line]) -> tuple[float, ...]:
    """Where columns begin: behind the white space that runs through all rows."""
    stretches = sorted(
        stretch for line in lines if len(line.segments) > 1 for stretch in _stretches(line)
    )
    columns: list[list[float]] = []
    for start, end in stretches:
        if columns and start < columns[-1][1] + 1:
            columns[-1][1] = max(columns[-1][1], end)
        else:
            columns.append([start, end])
    return tuple(start - 2 for start, _ in columns)


def _stretches(line: Line) -> Iterator[tuple[float, float]]:
    """Where words stand without white space that may part columns: wider than between words.

    A label stands in one column with the words behind it.
    """
    segments = line.segments
    if line.label:
        yield line.x0, segments[1].x0
        segments = segments[1:]
    for segment in segments:
        start, end = segment.x0, segment.pieces[0].run.x1
        for piece in segment.pieces[1:]:
            if piece.run.x0 - end > _NARROW * line.size:
                yield start, end
                start = piece.run.x0
            end = max(end, piece.run.x1)
        yield start, end


def _is_row(line: Line, run: Sequence[Line]) -> bool:
    """Whether words stand in several columns, those of the rows above where there are any."""
    segments = line.segments[1:] if line.label else line.segments
    if len(segments) < 2:  # noqa: PLR2004
        return False
    if not run:
        return segments[1].x0 - segments[0].x1 >= _GAP * line.size
    above = _row_above(run).segments
    edges = [edge for segment in above for edge in _edges(segment)]
    if line.y - run[-1].y >= _FAR * line.size:
        return False
    if segments[1].x0 - segments[0].x1 < _GAP * line.size:
        edges = [segment.x0 for segment in above[1:]]
        return all(_is_at(segment.x0, edges) for segment in segments[1:])
    return any(_is_at(edge, edges) for segment in segments[1:] for edge in _edges(segment))


def _edges(segment: Segment) -> tuple[float, float, float]:
    """Where words begin, end and have their middle."""
    return segment.x0, segment.x1, (segment.x0 + segment.x1) / 2


def _row_above(run: Sequence[Line]) -> Line:
    return next(each for each in reversed(run) if len(each.segments) > 1)


def _is_at(x: float, edges: Sequence[float]) -> bool:
    return any(abs(x - edge) <= _ALIGNED for edge in edges)


def _is_rest(line: Line, run: Sequence[Line]) -> bool:
    """Whether words of one column go on with a cell: right under it, clear of the next column."""
    if not run or len(line.segments) != 1 or line.label or line.y - run[-1].y > TIGHT * line.size:
        return False
    if line.bold and not run[-1].bold:
        return False
    row = _row_above(run).segments
    for position, cell in enumerate(row):
        if abs(cell.x0 - line.x0) <= _ALIGNED:
            following = row[position + 1] if position + 1 < len(row) else None
            return following is None or line.x1 < following.x0 - line.size / 2
    return False


def _table(run: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[int, int, Grid]]:
    rows = sum(len(lines[at].segments) > 1 for at in run)
    cut = bool(run) and run[-1] == len(lines) - 1
    named = bool(run) and any(
        CAPTION.match(line.text) and not line.label
        for line in lines[max(0, run[0] - _CAPTION_NEAR) : run[0]]
    )
    if rows < (_FEWEST_NAMED if named or cut else _FEWEST_ROWS) and not (rows and named and cut):
        return
    own = [lines[at] for at in run]
    columns = columns_between(own)
    if len(columns) > 1:
        yield run[0], run[-1] + 1, Grid(lines=tuple(own), columns=columns)
