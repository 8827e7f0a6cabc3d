"""From paragraphs and tables to the blocks and notes that every reader gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pilcrow.model import Inline, Inlines, Table, Text
from pilcrow.readers.markdown_inline import fold
from pilcrow.readers.pdf.flow import Entry, Piece
from pilcrow.readers.pdf.headings import is_heading, levels, style
from pilcrow.readers.pdf.inlines import Writer
from pilcrow.readers.pdf.lines import BULLET, Line, Measures
from pilcrow.readers.pdf.notes import NOTES_HEADING, NoteLines
from pilcrow.readers.pdf.paragraphs import Paragraph
from pilcrow.readers.pdf.tables import Cell, Grid
from pilcrow.readers.reading import Block, BlockKind, Known, Note

_UNIT = re.compile(r"\(.*\)")
_CAPTION = re.compile(
    r"(?:table|figure|chart|box|map|tableau|graphique|cuadro|gráfico|таблица|диаграмма|рисунок)"
    r"\s+(?:[IVXLC]+|\d+)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:source|note|sources|fuente|источник)s?\s*:", re.IGNORECASE)
_ENDNOTE_MARKS = 3
_GAP = 1.25
"""Of the size: more between two baselines is a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """The blocks and notes of a document, with what was left out at the ends of lines."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    closed: frozenset[tuple[int, int]]
    """Lines, by page and number, whose last hyphen goes."""
    bullets: frozenset[tuple[int, int]]
    """Lines whose first piece is a bullet."""


HeadLine = tuple[Line, Known | None, int | None]
"""A line of the first page's head, what it is known as, and its rank as a title."""


def assemble(
    head: Sequence[HeadLine],
    pieces: Sequence[Piece],
    notes: Sequence[NoteLines],
    writer: Writer,
    measures: Measures,
) -> Assembly:
    """Make the blocks and notes of a document."""
    body, collected = _endnotes(pieces, measures)
    return _Assembler(body, writer, measures).assembly(head, (*notes, *collected))


class _Assembler:
    """Makes blocks of pieces, and keeps account of the marks of typesetting it leaves out."""

    def __init__(self, pieces: Sequence[Piece], writer: Writer, measures: Measures) -> None:
        self._pieces = pieces
        self._writer = writer
        self._measures = measures
        self._headings = frozenset(
            index
            for index, piece in enumerate(pieces)
            if isinstance(piece, Paragraph) and is_heading(piece, measures)
        )
        self._ranks = levels(
            [
                piece
                for index, piece in enumerate(pieces)
                if isinstance(piece, Paragraph) and index in self._headings
            ]
        )
        self._blocks: list[Block] = []
        self._closed: set[tuple[int, int]] = set()
        self._bullets: set[tuple[int, int]] = set()

    def assembly(self, head: Sequence[HeadLine], notes: Sequence[NoteLines]) -> Assembly:
        for line, known, level in head:
            self._head_line(line, known, level)
        for index, piece in enumerate(self._pieces):
            match piece:
                case Grid():
                    self._table(piece)
                case Entry():
                    self._text((piece.line,), known=Known.CONTENTS)
                case Paragraph():
                    self._paragraph(index, piece)
        made = sorted((self._note(note) for note in notes), key=lambda note: note.place)
        return Assembly(
            blocks=tuple(self._blocks),
            notes=tuple(made),
            closed=frozenset(self._closed),
            bullets=frozenset(self._bullets),
        )

    def _head_line(self, line: Line, known: Known | None, level: int | None) -> None:
        """Each part of a line of the masthead is a block of its own."""
        whole = known is Known.TITLE or line.mark is not None
        parts = [line] if whole else [replace(line, segments=(part,)) for part in line.segments]
        heading = line.bold and known is None
        for position, part in enumerate(parts):
            self._blocks.append(
                Block(
                    kind=BlockKind.HEADING if heading else BlockKind.TEXT,
                    inlines=self._writer.inlines((part,), plain=line.bold),
                    place=self._writer.place(line),
                    gap=bool(position) or line.above is None or line.above > _GAP * line.size,
                    known=known,
                    level=level,
                )
            )

    def _paragraph(self, index: int, piece: Paragraph) -> None:
        before = self._pieces[index - 1] if index else None
        after = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        label = piece.first.label
        bullet = label is not None and BULLET.fullmatch(label)
        if isinstance(before, Grid) and self._is_table_note(piece):
            self._text(piece.lines, known=Known.TABLE_NOTE)
        elif (isinstance(after, Grid) and _UNIT.fullmatch(piece.text)) or (
            _CAPTION.match(piece.text) and not label
        ):
            self._text(piece.lines, known=Known.CAPTION)
        elif bullet:
            self._bullets.add((piece.first.page, piece.first.number))
            self._text(piece.lines, kind=BlockKind.ITEM, known=Known.TEXT)
        elif index in self._headings:
            self._text(piece.lines, kind=BlockKind.HEADING, level=self._ranks[style(piece)])
        else:
            self._text(piece.lines, known=None if piece.first.mark else Known.TEXT)

    def _is_table_note(self, piece: Paragraph) -> bool:
        return piece.first.size < self._measures.body_size and bool(
            piece.first.mark or _SOURCE.match(piece.text)
        )

    def _text(
        self,
        lines: Sequence[Line],
        *,
        kind: BlockKind = BlockKind.TEXT,
        known: Known | None = Known.HEADING,
        level: int | None = None,
    ) -> None:
        self._close_up(lines)
        label = None if kind is BlockKind.ITEM or known is Known.CONTENTS else lines[0].label
        self._blocks.append(
            Block(
                kind=kind,
                inlines=self._writer.inlines(
                    lines,
                    skip=int(kind is BlockKind.ITEM),
                    plain=kind is BlockKind.HEADING or known is Known.CAPTION,
                ),
                place=self._writer.place(lines[0]),
                known=known,
                level=level,
                label=label,
            )
        )

    def _close_up(self, lines: Sequence[Line]) -> None:
        for line, following in pairwise(lines):
            if self._writer.closing(line, following)[1]:
                self._closed.add((line.page, line.number))

    def _note(self, note: NoteLines) -> Note:
        self._close_up(note.lines)
        return Note(
            mark=note.mark,
            inlines=self._writer.inlines(note.lines, skip=1),
            place=self._writer.place(note.lines[0]),
        )

    def _table(self, grid: Grid) -> None:
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in grid.rows())
        place = self._writer.place(grid.lines[0])
        self._blocks.append(
            Block(
                kind=BlockKind.TABLE, inlines=(), place=place, table=Table(rows=rows, place=place)
            )
        )

    def _cell(self, cell: Cell) -> Inlines:
        inlines: list[Inline] = []
        for line, glyphs in cell:
            if inlines:
                inlines.append(Text(value=" ", place=self._writer.place(line)))
            inlines.extend(self._writer.glyphs(glyphs, line))
        return fold(inlines)


def _endnotes(
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
    match piece:
        case Entry():
            return (piece.line,)
        case _:
            return piece.lines


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


def words(lines: Iterable[Line], assembly: Assembly) -> Iterator[tuple[Line, str]]:
    """The printed words of lines, straight from their glyphs, without bullets and cut hyphens."""
    for line in lines:
        key = (line.page, line.number)
        pieces = line.pieces[1:] if key in assembly.bullets else line.pieces
        text = " ".join(piece.run.text for piece in pieces)
        yield line, text.removesuffix("-") if key in assembly.closed else text
