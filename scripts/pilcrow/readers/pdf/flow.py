"""The lines of a document as one flow of paragraphs and tables, over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.paragraphs import Paragraph, begins, ended
from pilcrow.readers.pdf.tables import Grid

_LEADERS = re.compile(r"(?:\.\s?){5,}|…{2,}|(?:_\s?){5,}\d+$")
_CONTENTS = re.compile(
    r"contents|table of contents|table des matières|sommaire|índice|indice|содержание|оглавление",
    re.IGNORECASE,
)
_ENTRY_END = re.compile(r"\d+(?:\s*[-–]\s*\d+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a table of contents, or its heading."""

    line: Line


Piece = Paragraph | Grid | Entry


@dataclass(slots=True)
class _Open:
    """A paragraph in the making, with its position among the pieces."""

    lines: list[Line]


def flow(
    pages: Sequence[tuple[Sequence[Line], Sequence[tuple[int, int, Grid]]]], measures: Measures
) -> tuple[Piece, ...]:
    """Put the lines of pages together to paragraphs; tables stand between them.

    Every line is in exactly one piece, and pieces stand in the order of their first lines. A
    paragraph that a table at a page's head or foot cuts in two goes on behind it.
    """
    pieces: list[_Open | Grid | Entry] = []
    current: _Open | None = None
    cut: _Open | None = None
    for lines, tables in pages:
        contents = _contents(lines)
        starts = {start: (end, grid) for start, end, grid in tables}
        skip = 0
        for index, line in enumerate(lines):
            if index in starts and index >= skip and index not in contents:
                skip, grid = starts[index]
                pieces.append(grid)
                if current is not None and not ended(current.lines[-1]):
                    cut = current
                current = None
            if index < skip:
                continue
            if index in contents:
                pieces.append(Entry(line=line))
                current = cut = None
                continue
            if cut is not None and current is None and _resumes(cut, line):
                current = cut
                current.lines.append(line)
            elif current is not None and not begins(current.lines, line, measures):
                current.lines.append(line)
            else:
                current = _Open([line])
                pieces.append(current)
            if current is not cut and not line.text.startswith("("):
                cut = None
    return tuple(
        Paragraph(lines=tuple(piece.lines)) if isinstance(piece, _Open) else piece
        for piece in pieces
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


def _contents(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines that are of a table of contents.

    Lines with leaders are, and lines between them; behind the heading "Contents" all lines down
    to the last that ends in a number of a page or paragraph.
    """
    leaders = [index for index, line in enumerate(lines) if _LEADERS.search(line.text)]
    heading = next(
        (i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text.strip())), None
    )
    if heading is None and len(leaders) < 3:  # noqa: PLR2004
        return frozenset()
    if not leaders:
        return frozenset() if heading is None else frozenset({heading})
    first = min(leaders[0], heading) if heading is not None else leaders[0]
    last = leaders[-1]
    if heading is None:
        while first and lines[first - 1].label and not _ENTRY_END.search(lines[first - 1].text):
            first -= 1
    return frozenset(range(first, last + 1))
