"""Lines in reading order, and what is measured over a whole document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pilcrow.readers.pdf.rows import Glyphs, Row, Segment

_LABEL = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})?\.?|\d{4}\.|[IVXLC]{1,7}\.|[A-Z]\.|[a-z]\.|\(?(?:[a-zа-я]|[ivxl]{1,6}|\d{1,2})\)"
    r"|[•●○◦▪■□–—-]|[oO]|\*{1,3}|\d{1,3}/)"
)
"""What may stand before a tab at the start of a paragraph."""
NOTE_MARK = re.compile(r"\d{1,4}|[a-z]|\*{1,4}|†|‡")
BULLET = re.compile(r"[•●○◦▪■□❖➢✓→–—-]|o")
_MOST_SEGMENTS = 2
"""Of a row of text, behind a label or in two columns; those of tables have more."""
_SURE_BULLET = re.compile(r"[•●○◦▪■□❖➢✓→]")
"""A bullet even where only a space parts it from its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where the lines of a column begin and end."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide a full line is."""
        return self.right - self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row, or the part of one that stands in a column, with its place in the reading order."""

    page: int
    number: int
    """Counts from 1 on each page, in reading order."""
    segments: tuple[Segment, ...]
    y: float
    size: float
    column: Column
    above: float | None
    """From the baseline of the line before it in the column; None at a column's start."""
    bold: bool
    """All its letters are, but for a label and raised marks; so with `italic`."""
    italic: bool
    underlined: bool = False
    boxed: bool = False
    """It stands in a frame."""

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.segments[-1].x1

    @property
    def pieces(self) -> tuple[Glyphs, ...]:
        """Its glyphs; a space stands before the first of each segment."""
        if len(self.segments) == 1:
            return self.segments[0].pieces
        return tuple(piece for segment in self.segments for piece in segment.pieces)

    @property
    def text(self) -> str:
        """The words as printed, marks included."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def label(self) -> str | None:
        """The label at its start, where a wide gap sets it off."""
        if len(self.segments) < 2:  # noqa: PLR2004
            return None
        first = self.segments[0].text
        return first if _LABEL.fullmatch(first) else None

    @property
    def bullet(self) -> bool:
        """Whether its first sign is a bullet: set off by a wide gap, or none but a bullet."""
        label = self.label
        if label is not None:
            return bool(BULLET.fullmatch(label))
        return begins_with_bullet(self.pieces)

    @property
    def mark(self) -> str | None:
        """The footnote mark at its start: a raised one, or asterisks set off."""
        first = self.segments[0].pieces[0]
        mark = first.run.text
        if first.raised:
            return mark if NOTE_MARK.fullmatch(mark) else None
        return self._asterisks()

    def _asterisks(self) -> str | None:
        pieces = self.pieces
        stars = pieces[0].run.text
        if set(stars) != {"*"} or len(stars) > 4 or len(pieces) < 2:  # noqa: PLR2004
            return None
        return stars if pieces[1].spaced or len(self.segments[0].pieces) == 1 else None

    @property
    def text_start(self) -> float:
        """Where its words begin behind a label."""
        if self.label:
            return self.segments[1].x0
        pieces = self.pieces
        typed = len(pieces) > 1 and pieces[1].spaced and _LABEL.fullmatch(pieces[0].run.text)
        return pieces[1].run.x0 if typed else self.x0


def begins_with_bullet(pieces: Sequence[Glyphs]) -> bool:
    """Whether a sign that can be nothing but a bullet stands before other words."""
    return (
        len(pieces) > 1
        and bool(_SURE_BULLET.fullmatch(pieces[0].run.text))
        and not pieces[0].raised
        and pieces[1].spaced
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What is usual in a document."""

    body_size: float
    leading: dict[float, float]
    """Size to the usual distance of two baselines."""
    gutter: float | None
    """Where the right one of two columns begins, in a document set in two."""
    left: float
    right: float
    inner: float | None = None
    """Where the lines of the left one of two columns end."""

    def leading_of(self, size: float) -> float:
        """The distance of two lines of a paragraph."""
        return self.leading.get(size, size * 1.2)


def measure(pages: Sequence[tuple[float, Sequence[Row]]]) -> Measures:
    """Measure a document: its pages as their width and their rows of content."""
    sizes = _sizes(pages, _MOST_SEGMENTS) or _sizes(pages, None)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    gutter = _gutter(pages)
    left, right = _margins(pages, body, gutter)
    return Measures(
        body_size=body,
        leading=_leading(pages, gutter),
        gutter=gutter,
        left=left,
        right=right,
        inner=_inner(pages, body, gutter),
    )


def _sizes(pages: Sequence[tuple[float, Sequence[Row]]], segments: int | None) -> Counter[float]:
    """How many letters are set in each size, in rows of so many segments at most."""
    sizes: Counter[float] = Counter()
    for _, rows in pages:
        for row in rows:
            if segments is None or len(row.segments) <= segments:
                for segment in row.segments:
                    sizes[segment.size] += len(segment.text)
    return sizes


def _leading(
    pages: Sequence[tuple[float, Sequence[Row]]], gutter: float | None
) -> dict[float, float]:
    counts: dict[float, Counter[float]] = {}
    for _, rows in pages:
        before: dict[bool, Row] = {}
        for row in rows:
            side = gutter is not None and row.x0 >= gutter - 4
            last = before.get(side)
            if last is not None and last.size == row.size:
                step = round(row.y - last.y, 1)
                if row.size * 0.9 < step < row.size * 1.7:
                    counts.setdefault(row.size, Counter())[step] += 1
            before[side] = row
    return {size: steps.most_common(1)[0][0] for size, steps in counts.items()}


def _gutter(pages: Sequence[tuple[float, Sequence[Row]]]) -> float | None:
    """Where a right column begins, if most of the document stands in two columns."""
    starts: Counter[int] = Counter()
    narrow = wide = 0
    for width, rows in pages:
        for row in rows:
            for left, right in _stretches(row, width):
                if right - left > 0.52 * width:
                    wide += 1
                elif right - left > 0.3 * width:
                    narrow += 1
                    if 0.42 * width < left < 0.62 * width:
                        starts[round(left)] += 1
    if not starts:
        return None
    start = starts.most_common(1)[0][0]
    near = sum(count for at, count in starts.items() if abs(at - start) <= 2)  # noqa: PLR2004
    if near < 0.3 * narrow or near < 12 or wide > 0.3 * narrow:  # noqa: PLR2004
        return None
    return float(start)


def _stretches(row: Row, width: float) -> Iterable[tuple[float, float]]:
    """The segments of a row, those put together that only wide spaces of justified text part."""
    start, end = row.segments[0].x0, row.segments[0].x1
    for segment in row.segments[1:]:
        if segment.x0 - end > 0.04 * width or 0.45 * width < segment.x0 < 0.6 * width:
            yield start, end
            start = segment.x0
        end = segment.x1
    yield start, end


def _margins(
    pages: Sequence[tuple[float, Sequence[Row]]], body: float, gutter: float | None
) -> tuple[float, float]:
    starts: Counter[int] = Counter()
    ends: Counter[int] = Counter()
    for width, rows in pages:
        for row in rows:
            if abs(row.size - body) < 0.3 and (gutter is not None or row.x1 - row.x0 > width * 0.4):  # noqa: PLR2004
                starts[round(row.x0)] += 1
                ends[round(row.x1)] += 1
    if not starts:
        return 60.0, 550.0
    left = float(starts.most_common(1)[0][0])
    return left, _usual_end(ends)


def _usual_end(ends: Counter[int]) -> float:
    usual = ends.most_common(1)[0]
    if usual[1] * 4 < sum(ends.values()):
        # Ragged lines: the margin is where the longest end.
        ordered = sorted(ends.elements())
        return float(ordered[int(len(ordered) * 0.97)])
    return float(usual[0])


def _inner(
    pages: Sequence[tuple[float, Sequence[Row]]], body: float, gutter: float | None
) -> float | None:
    """Where the lines of the left column end."""
    ends: Counter[int] = Counter()
    for width, rows in pages if gutter is not None else ():
        for row in rows:
            start, end = next(iter(_stretches(row, width)))
            if abs(row.size - body) < 0.3 and end < (gutter or 0) and end - start > 0.2 * width:  # noqa: PLR2004
                ends[round(end)] += 1
    return _usual_end(ends) if ends else None
