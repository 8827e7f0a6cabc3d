"""Notes that are collected at the end of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pilcrow.readers.pdf.flow import Piece
from pilcrow.readers.pdf.grids import Grid
from pilcrow.readers.pdf.headings import is_heading
from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.notes import NOTES_HEADING, NoteLines
from pilcrow.readers.pdf.paragraphs import Paragraph

_ENDNOTE_MARKS = 3


def collected_notes(
    pieces: Sequence[Piece], measures: Measures
) -> tuple[tuple[Piece, ...], tuple[NoteLines, ...]]:
    """Take the notes collected at the end out of the text.

    They stand behind a heading "Notes", or are paragraphs in small type that begin with rising
    raised marks. A paragraph without a mark goes on with the note before it, up to a heading as
    large as the text.
    """
    start = _notes_start(pieces, measures)
    if start is None:
        return tuple(pieces), ()
    notes: list[tuple[str, list[Line]]] = []
    rest: list[Piece] = []
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if notes and _ends_notes(piece, measures):
            rest.extend(pieces[index:])
            break
        for line in _lines_of(piece):
            mark = line.mark
            if mark is not None and mark.isdigit():
                notes.append((mark, [line]))
            elif notes:
                notes[-1][1].append(line)
            else:
                rest.append(Paragraph(lines=(line,)))
    collected = tuple(NoteLines(mark=mark, lines=tuple(lines)) for mark, lines in notes)
    return (*pieces[:start], *rest), collected


def _lines_of(piece: Piece) -> Iterable[Line]:
    return piece.all_lines if isinstance(piece, Grid) else piece.lines


def _ends_notes(piece: Piece, measures: Measures) -> bool:
    return (
        isinstance(piece, Paragraph)
        and piece.first.size > measures.body_size + 0.5
        and is_heading(piece, measures)
    )


def _notes_start(pieces: Sequence[Piece], measures: Measures) -> int | None:
    marked = [
        index
        for index, piece in enumerate(pieces)
        if isinstance(piece, Paragraph) and (piece.first.mark or "").isdigit()
    ]
    if len(marked) < _ENDNOTE_MARKS:
        return None
    for index, piece in enumerate(pieces[: marked[0] + 1]):
        if (
            isinstance(piece, Paragraph)
            and NOTES_HEADING.fullmatch(piece.text.strip())
            and marked[0] - index <= 2  # noqa: PLR2004
        ):
            return index + 1
    first = pieces[marked[0]]
    small = isinstance(first, Paragraph) and first.first.size < measures.body_size
    rising = [int(_mark(pieces[index])) for index in marked]
    return marked[0] if small and rising == sorted(rising) else None


def _mark(piece: Piece) -> str:
    return (piece.first.mark or "0") if isinstance(piece, Paragraph) else "0"
