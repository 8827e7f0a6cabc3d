"""The lines of a document as one flow of paragraphs and tables, over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.readers.pdf.grids import Grid
from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.paragraphs import Paragraph, begins, ended

LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|(?:_\s?){5,}\d+$")
_CONTENTS = re.compile(
    r"contents|table of contents|table des matières|sommaire|índice|indice|содержание|оглавление",
    re.IGNORECASE,
)
_TIGHT = 1.3
"""Of the size: lines so close are of one entry."""
_ENTRY_END = re.compile(r"\d+(?:\s*[-–]\s*\d+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a table of contents with its lines, or its heading."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The words in a drawn figure."""

    lines: tuple[Line, ...]


Piece = Paragraph | Grid | Entry | Labels


@dataclass(slots=True)
class _Open:
    """A paragraph in the making, with its position among the pieces."""

    lines: list[Line]


Drawn = tuple[int, tuple[Line, ...]]
"""The words in a drawn figure, with the index of the line before which they stand."""


def flow(
    pages: Sequence[tuple[Sequence[Line], Sequence[tuple[int, int, Grid]], Sequence[Drawn]]],
    measures: Measures,
) -> tuple[Piece, ...]:
    """Put the lines of pages together to paragraphs; tables and figures stand between them.

    Every line is in exactly one piece, and pieces stand in the order of their first lines. A
    paragraph that a table at a page's head or foot cuts in two goes on behind it.
    """
    making = _Making(measures)
    for lines, tables, drawn in pages:
        contents = _contents(lines, goes_on=making.in_contents)
        starts = {start: (end, grid) for start, end, grid in tables}
        skip = 0
        labels = dict(drawn)
        for index, line in enumerate(lines):
            if index in labels:
                making.between(Labels(lines=labels[index]))
            if index in starts and index >= skip and index not in contents:
                skip, grid = starts[index]
                making.table(grid)
            if index < skip:
                continue
            if index in contents:
                making.entry(line)
            else:
                making.text(line)
        if len(lines) in labels:
            making.between(Labels(lines=labels[len(lines)]))
    return making.pieces()


class _Making:
    """Pieces in the making, line by line."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._pieces: list[_Open | Grid | Entry | Labels] = []
        self._current: _Open | None = None
        self._cut: _Open | None = None
        """The paragraph that the last table may have cut in two."""

    def pieces(self) -> tuple[Piece, ...]:
        return tuple(
            Paragraph(lines=tuple(piece.lines)) if isinstance(piece, _Open) else piece
            for piece in self._pieces
        )

    @property
    def in_contents(self) -> bool:
        """Whether the last line was of the contents."""
        return bool(self._pieces) and isinstance(self._pieces[-1], Entry)

    def table(self, grid: Grid) -> None:
        last = self._pieces[-1] if self._pieces else None
        if grid.goes_on and isinstance(last, Grid):
            self._pieces[-1] = replace(last, rest=(*last.rest, grid))
            self._current = None
        else:
            self.between(grid)

    def between(self, piece: Grid | Labels) -> None:
        """Take what may cut a paragraph in two."""
        self._pieces.append(piece)
        if self._current is not None and not ended(self._current.lines[-1]):
            self._cut = self._current
        self._current = None

    def entry(self, line: Line) -> None:
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, Entry) and _is_rest(last, line):
            self._pieces[-1] = Entry(lines=(*last.lines, line))
        else:
            self._pieces.append(Entry(lines=(line,)))
        self._current = self._cut = None

    def text(self, line: Line) -> None:
        if self._cut is not None and self._current is None and _resumes(self._cut, line):
            self._current = self._cut
            self._current.lines.append(line)
        elif self._current is not None and not begins(self._current.lines, line, self._measures):
            self._current.lines.append(line)
        else:
            self._current = _Open([line])
            self._pieces.append(self._current)
        if self._current is not self._cut and not line.text.startswith("("):
            self._cut = None


def _is_rest(entry: Entry, line: Line) -> bool:
    """Whether a line goes on with an entry: right under its words, without a label."""
    first = entry.lines[0]
    return (
        first.text_start > first.x0
        and not line.label
        and first.x0 + line.size < line.x0 <= first.text_start + 3
        and (line.above is None or line.above <= _TIGHT * max(line.size, first.size))
    )


def _resumes(cut: _Open, line: Line) -> bool:
    """Whether a line behind a table goes on with the paragraph before it."""
    last = cut.lines[-1]
    return (
        not line.label
        and abs(line.size - last.size) <= 0.3  # noqa: PLR2004
        and line.text[:1].islower()
        and line.bold == last.bold
    )


def _contents(lines: Sequence[Line], *, goes_on: bool) -> frozenset[int]:
    """Indexes of the lines that are of a table of contents.

    Lines with leaders are, and lines between them; behind the heading "Contents", or where the
    contents go on from the page before, all lines down to the last with leaders.
    """
    leaders = [index for index, line in enumerate(lines) if LEADERS.search(line.text)]
    heading = next(
        (i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text.strip())), None
    )
    if heading is None and not goes_on and len(leaders) < 3:  # noqa: PLR2004
        return frozenset()
    if goes_on and leaders:
        return frozenset(range(leaders[-1] + 1))
    if not leaders:
        return frozenset() if heading is None else frozenset({heading})
    first = min(leaders[0], heading) if heading is not None else leaders[0]
    last = leaders[-1]
    if heading is None:
        while first and lines[first - 1].label and not _ENTRY_END.search(lines[first - 1].text):
            first -= 1
    return frozenset(range(first, last + 1))
