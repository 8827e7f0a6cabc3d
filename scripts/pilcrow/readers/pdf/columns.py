"""The rows of a page as lines in the order in which one reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pilcrow.readers.pdf.barred import boxes
from pilcrow.readers.pdf.lines import Column, Line, Measures
from pilcrow.readers.pdf.page import Box, Page
from pilcrow.readers.pdf.rows import Row, Segment

_SLACK = 8.0
_REACH = 20.0
_UNDER = 3.5


def in_reading_order(
    page: Page, rows: Sequence[Row], measures: Measures, *, start: int
) -> tuple[Line, ...]:
    """Give the rows as lines: column by column where the document stands in two columns.

    A row that runs over both columns ends the columns above it.

    Args:
        page: the page, for what is underlined.
        rows: its rows without furniture, from top to bottom.
        measures: what is usual in the document.
        start: the number of the first line.
    """
    lines: list[Line] = []
    before: dict[Column, float] = {}
    framed = boxes(page.rules, page.bars, height=page.height)
    for number, (segments, column) in enumerate(_ordered(rows, measures, page), start=start):
        y = segments[0].y
        last = before.get(column)
        if lines and lines[-1].column != column:
            last = None if column.left > lines[-1].column.left else last
        size = max(segments, key=lambda segment: len(segment.text)).size
        bold, italic = _set_in(segments)
        lines.append(
            Line(
                page=page.number,
                number=number,
                segments=segments,
                y=y,
                size=size,
                column=column,
                above=None if last is None else round(y - last, 1),
                bold=bold,
                italic=italic,
                underlined=_underlined(segments, page.rules),
                boxed=any(
                    left <= segments[0].x0 and segments[-1].x1 <= right and top <= y <= bottom
                    for left, top, right, bottom in framed
                ),
            )
        )
        before[column] = y
    return tuple(lines)


def _ordered(
    rows: Sequence[Row], measures: Measures, page: Page
) -> Iterator[tuple[tuple[Segment, ...], Column]]:
    if measures.gutter is None or page.width > page.height:
        column = Column(left=measures.left, right=measures.right)
        for row in rows:
            yield row.segments, column
        return
    gutter = measures.gutter
    width = (measures.inner or gutter - _SLACK) - measures.left
    left = Column(left=measures.left, right=measures.left + width)
    right = Column(left=gutter, right=gutter + width)
    whole = Column(left=measures.left, right=gutter + width)
    first: list[tuple[Segment, ...]] = []
    second: list[tuple[Segment, ...]] = []

    def flush() -> Iterator[tuple[tuple[Segment, ...], Column]]:
        yield from ((segments, left) for segments in first)
        yield from ((segments, right) for segments in second)
        first.clear()
        second.clear()

    for row in rows:
        segments = tuple(part for each in row.segments for part in _split(each, gutter))
        if any(s.x0 < gutter - _REACH and s.x1 > gutter + _REACH / 2 for s in segments):
            yield from flush()
            yield segments, whole
            continue
        near = tuple(s for s in segments if s.x0 < gutter - _SLACK)
        far = tuple(s for s in segments if s.x0 >= gutter - _SLACK)
        if near:
            first.append(near)
        if far:
            second.append(far)
    yield from flush()


def _split(segment: Segment, gutter: float) -> Iterator[Segment]:
    """Part a segment where a word of it begins the right column."""
    for index in range(1, len(segment.pieces)):
        run = segment.pieces[index].run
        if abs(run.x0 - gutter) <= 2 and segment.pieces[index - 1].run.x1 < gutter - 5:  # noqa: PLR2004
            for pieces in (segment.pieces[:index], segment.pieces[index:]):
                yield Segment(
                    pieces=pieces,
                    x0=pieces[0].run.x0,
                    x1=pieces[-1].run.x1,
                    y=segment.y,
                    size=segment.size,
                )
            return
    yield segment


def _underlined(segments: Sequence[Segment], rules: Sequence[Box]) -> bool:
    """Whether a stroke runs under all of a line and not beyond it."""
    x0, x1, y = segments[0].x0, segments[-1].x1, segments[0].y
    length = 0.0
    for left, top, right, _ in rules:
        if -1 <= top - y <= _UNDER and left >= x0 - _UNDER and right <= x1 + _SLACK:
            length += right - left
    return length > 0.8 * (x1 - x0)


def _set_in(segments: Sequence[Segment]) -> tuple[bool, bool]:
    """Whether a line is set in bold, and in italics; a label and raised marks count for nothing."""
    pieces = [
        piece
        for segment in (segments[1:] or segments)
        for piece in segment.pieces
        if not piece.raised and any(map(str.isalnum, piece.run.text))
    ]
    return (
        bool(pieces) and all(piece.run.bold for piece in pieces),
        bool(pieces) and all(piece.run.italic for piece in pieces),
    )
