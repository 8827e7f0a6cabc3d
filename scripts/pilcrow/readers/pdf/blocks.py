"""From paragraphs and tables to the blocks and notes that every reader gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from pilcrow.model import Inlines, Table
from pilcrow.readers.pdf.flow import LEADERS, Entry, Piece
from pilcrow.readers.pdf.grids import Cell, Grid
from pilcrow.readers.pdf.headings import is_heading, levels, set_off, style
from pilcrow.readers.pdf.inlines import Writer, exponent
from pilcrow.readers.pdf.lines import Line, Measures, begins_with_bullet
from pilcrow.readers.pdf.notes import NOTES_HEADING, NoteLines
from pilcrow.readers.pdf.paragraphs import Paragraph
from pilcrow.readers.pdf.rows import Glyphs, Segment, segment
from pilcrow.readers.reading import Block, BlockKind, Known, Note

_UNIT = re.compile(r"\(.*\)")
_CAPTION = re.compile(
    r"(?:table|figure|chart|box|map|tableau|graphique|cuadro|gráfico|таблица|диаграмма|рисунок)"
    r"\s+(?:[IVXLC]+|\d+)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+(?:\s*[-–]\s*\d+)?")
_SOURCE = re.compile(r"(?:source|note|sources|fuente|источник)s?\s*:", re.IGNORECASE)
_ENDNOTE_MARKS = 3
_LARGE = 12.5
"""Points: larger are only names and titles, at the head of a page."""
_GAP = 1.25
"""Of the size: more between two baselines is a gap."""


Spot = tuple[int, int, float]
"""Where glyphs stand: page, number of the line, left end."""


def _spot(line: Line, piece: Glyphs) -> Spot:
    return line.page, line.number, piece.run.x0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """The blocks and notes of a document, with what was left out at the ends of lines."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    closed: frozenset[Spot]
    """Where a hyphen goes, since a line's end cut its word."""
    bullets: frozenset[Spot]
    """Where a bullet stands, which is no word."""
    order: dict[Spot, int]
    """Where the words of tables stand in the order of their cells, which is that of reading."""


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
        headings = frozenset(
            index
            for index, piece in enumerate(pieces)
            if isinstance(piece, Paragraph) and is_heading(piece, measures)
        )
        self._headings = headings | set_off(pieces, headings)
        self._ranks = levels(
            [
                piece
                for index, piece in enumerate(pieces)
                if isinstance(piece, Paragraph) and index in self._headings
            ]
        )
        self._blocks: list[Block] = []
        self._closed: set[Spot] = set()
        self._bullets: set[Spot] = set()
        self._order: dict[Spot, int] = {}
        self._noted = -1
        """Index of the last note under a table."""

    def assembly(self, head: Sequence[HeadLine], notes: Sequence[NoteLines]) -> Assembly:
        for each in _stacked(head):
            self._head_part(*each)
        for index, piece in enumerate(self._pieces):
            match piece:
                case Grid():
                    self._table(piece)
                case Entry():
                    self._entry(piece)
                case Paragraph():
                    self._paragraph(index, piece)
        made = sorted((self._note(note) for note in notes), key=lambda note: note.place)
        return Assembly(
            blocks=tuple(self._blocks),
            notes=tuple(made),
            closed=frozenset(self._closed),
            bullets=frozenset(self._bullets),
            order=self._order,
        )

    def _head_part(self, lines: Sequence[Line], known: Known | None, level: int | None) -> None:
        first = lines[0]
        gap = first.above is None or first.above > _GAP * first.size
        bold = all(line.bold for line in lines)
        self._blocks.append(
            Block(
                kind=BlockKind.HEADING if bold and known is None else BlockKind.TEXT,
                inlines=self._writer.inlines(lines, plain=bold),
                place=self._writer.place(first),
                gap=gap,
                known=known,
                level=level,
            )
        )

    def _paragraph(self, index: int, piece: Paragraph) -> None:
        before = self._pieces[index - 1] if index else None
        after = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        label = piece.first.label
        under = isinstance(before, Grid) or self._noted == index - 1
        if under and self._is_table_note(piece):
            self._noted = index
            self._text(piece.lines, known=Known.TABLE_NOTE)
        elif (isinstance(after, Grid) and _UNIT.fullmatch(piece.text)) or (
            _CAPTION.match(piece.text) and not label
        ):
            self._text(piece.lines, known=Known.CAPTION)
        elif piece.first.bullet:
            self._bullets.add(_spot(piece.first, piece.first.pieces[0]))
            self._text(piece.lines, kind=BlockKind.ITEM, known=Known.TEXT)
        elif index in self._headings:
            self._text(piece.lines, kind=BlockKind.HEADING, level=self._ranks[style(piece)])
        else:
            self._text(piece.lines, known=None if piece.first.mark else Known.TEXT)

    def _entry(self, entry: Entry) -> None:
        """An entry of the contents, without its leaders, its number last."""
        lines = [self._without_leaders(line) for line in entry.lines]
        first, last = lines[0], lines[-1]
        if len(lines) > 1 and len(first.segments) > 1 and not _is_number(last.segments[-1]):
            number = first.segments[-1]
            if _is_number(number):
                lines[0] = replace(first, segments=first.segments[:-1])
                lines.append(replace(first, segments=(number,)))
        self._text([line for line in lines if line.segments], known=Known.CONTENTS)

    def _without_leaders(self, line: Line) -> Line:
        if not LEADERS.search(line.text):
            return line
        segments: list[Segment] = []
        for each in line.segments:
            kept: list[Glyphs] = []
            for piece, following in zip_longest(each.pieces, each.pieces[1:]):
                led = following is not None and not following.run.text.strip(".…·")
                text = piece.run.text
                words = text.rstrip(".…·")
                if words and not led and not text.endswith(("..", "…")):
                    kept.append(piece)
                elif words:
                    kept.append(replace(piece, run=replace(piece.run, text=words)))
                elif text.strip("."):
                    self._bullets.add(_spot(line, piece))
            if kept:
                segments.append(segment(kept))
        return replace(line, segments=tuple(segments))

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
                self._closed.add(_spot(line, line.pieces[-1]))

    def _note(self, note: NoteLines) -> Note:
        self._close_up(note.lines)
        return Note(
            mark=note.mark,
            inlines=self._writer.inlines(note.lines, skip=1),
            place=self._writer.place(note.lines[0]),
        )

    def _table(self, grid: Grid) -> None:
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in _rows(grid))
        place = self._writer.place(grid.lines[0])
        self._blocks.append(
            Block(
                kind=BlockKind.TABLE, inlines=(), place=place, table=Table(rows=rows, place=place)
            )
        )

    def _cell(self, cell: Cell) -> Inlines:
        """The words of a cell, its lines as those of a narrow column; bullets left out."""
        lines: list[Line] = []
        for line, glyphs in cell:
            words = glyphs
            if begins_with_bullet(glyphs):
                self._bullets.add(_spot(line, glyphs[0]))
                words = glyphs[1:]
            for piece in words:
                self._order[_spot(line, piece)] = len(self._order)
            if words:
                lines.append(replace(line, segments=(segment(words),)))
        self._close_up(lines)
        return self._writer.inlines(lines)


def _rows(grid: Grid) -> Iterator[tuple[Cell, ...]]:
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
    """Whether a cell at a page's head goes on in mid-sentence with that over it."""
    return any(
        over
        and under
        and under[0][1][0].run.text[:1].islower()
        and over[-1][1][-1].run.text[-1:] not in ".;:"
        for over, under in zip(above, row, strict=True)
    )


def _is_number(part: Segment) -> bool:
    """Whether words are the numbers of an entry of the contents: of paragraphs, of a page."""
    return bool(_NUMBERS.fullmatch(part.text))


def _stacked(
    head: Sequence[HeadLine],
) -> Iterator[tuple[tuple[Line, ...], Known | None, int | None]]:
    """The parts of the masthead's lines, each a block of its own.

    Words in large type under each other are one part: "United / Nations".
    """
    parts: list[tuple[list[Line], Known | None, int | None]] = []
    above: list[list[Line]] = []
    for line, known, level in head:
        if known is Known.TITLE or line.mark is not None:
            parts.append(([line], known, level))
            above = []
            continue
        own: list[list[Line]] = []
        for position, each in enumerate(line.segments):
            part = replace(line, segments=(each,), above=line.above if not position else None)
            over = next((lines for lines in above if _is_stacked(lines[-1], part)), None)
            if over is None:
                over = []
                parts.append((over, known, level))
            over.append(part)
            own.append(over)
        above = own
    return ((tuple(lines), known, level) for lines, known, level in parts)


def _is_stacked(over: Line, under: Line) -> bool:
    """Whether a name in type larger than the text goes on right under itself."""
    first, second = over.segments[0], under.segments[0]
    return (
        first.size == second.size > _LARGE
        and abs(first.x0 - second.x0) < 2  # noqa: PLR2004 - points
        and 0 < second.y - first.y <= _GAP * second.size
    )


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


def words(lines: Iterable[Line], assembly: Assembly) -> Iterator[tuple[Line, str]]:
    """The printed words of lines, straight from their glyphs, without bullets and cut hyphens."""
    for line in lines:
        printed: list[str] = []
        before = ""
        pieces = sorted(line.pieces, key=lambda piece: assembly.order.get(_spot(line, piece), -1))
        for piece in pieces:
            text = piece.run.text
            if piece.raised:
                text = exponent(text, before) or text
            if _spot(line, piece) in assembly.closed:
                text = text.removesuffix("-")
            if _spot(line, piece) not in assembly.bullets:
                printed.append(text)
            before = text
        yield line, " ".join(printed)
