"""From paragraphs and tables to the blocks and notes that every reader gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from pilcrow.model import Inlines, Table
from pilcrow.readers.pdf.continued import rows_over_pages
from pilcrow.readers.pdf.endnotes import collected_notes
from pilcrow.readers.pdf.flow import LEADERS, Entry, Labels, Piece
from pilcrow.readers.pdf.grids import Cell, Grid
from pilcrow.readers.pdf.head import HeadLine, stacked
from pilcrow.readers.pdf.headings import is_heading, levels, set_off, style
from pilcrow.readers.pdf.inlines import Writer, exponent
from pilcrow.readers.pdf.lines import Line, Measures, begins_with_bullet
from pilcrow.readers.pdf.notes import NoteLines
from pilcrow.readers.pdf.paragraphs import Paragraph, is_set_in
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
_QUOTES = '“"«„‘'
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


def assemble(
    head: Sequence[HeadLine],
    pieces: Sequence[Piece],
    notes: Sequence[NoteLines],
    writer: Writer,
    measures: Measures,
) -> Assembly:
    """Make the blocks and notes of a document."""
    body, collected = collected_notes(pieces, measures)
    return _Assembler(body, writer, measures).assembly(head, (*notes, *collected))


def _stands_under(piece: Paragraph, over: Piece | None) -> bool:
    """Whether a text begins where the one above it does, and is no wider."""
    if not isinstance(over, Paragraph):
        return False
    left = min(line.x0 for line in over.lines)
    right = max(line.x1 for line in over.lines)
    return abs(piece.first.x0 - over.first.x0) <= 2 and all(  # noqa: PLR2004 - points
        left - 2 <= line.x0 and line.x1 <= right + 2 for line in piece.lines
    )


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
        self._quoted = -2
        """Index of the last block quote."""

    def assembly(self, head: Sequence[HeadLine], notes: Sequence[NoteLines]) -> Assembly:
        for each in stacked(head):
            self._head_part(*each)
        for index, piece in enumerate(self._pieces):
            match piece:
                case Grid():
                    self._table(piece)
                case Entry():
                    self._entry(piece)
                case Labels():
                    self._text(piece.lines, known=Known.IN_FIGURE)
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
            quoted = self._is_quoted(index, piece, before)
            known = Known.QUOTE if quoted else Known.TEXT
            self._text(piece.lines, known=None if piece.first.mark else known)

    def _is_quoted(self, index: int, piece: Paragraph, before: Piece | None) -> bool:
        """Whether a text is set in as a quotation that the text before it announces."""
        opens = piece.text[:1] in _QUOTES or (
            isinstance(before, Paragraph) and before.text.endswith(":")
        )
        goes_on = self._quoted == index - 1 and isinstance(before, Paragraph)
        below = goes_on and _stands_under(piece, before)
        if not below and not (is_set_in(piece) and (opens or goes_on)):
            return False
        self._quoted = index
        return True

    def _entry(self, entry: Entry) -> None:
        """An entry of the contents, without its leaders, its number last."""
        bare = (self._without_leaders(line) for line in entry.lines)
        lines = [line for line in bare if line.segments]
        if len(lines) > 1 and not _NUMBERS.fullmatch(lines[-1].segments[-1].text):
            pieces = lines[0].pieces
            if len(pieces) > 1 and _NUMBERS.fullmatch(pieces[-1].run.text):
                lines.append(replace(lines[0], segments=(segment(pieces[-1:]),)))
                lines[0] = replace(lines[0], segments=(segment(pieces[:-1]),))
        if lines:
            self._text(lines, known=Known.CONTENTS)

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
        unlabelled = kind is BlockKind.ITEM or known in {Known.CONTENTS, Known.IN_FIGURE}
        label = None if unlabelled else lines[0].label
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
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in rows_over_pages(grid))
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


def words(lines: Iterable[Line], assembly: Assembly) -> Iterator[tuple[Line, str]]:
    """The printed words of lines, straight from their glyphs, without bullets and cut hyphens."""
    marked = {spot[:2] for spot in (*assembly.closed, *assembly.bullets, *assembly.order)}
    for line in lines:
        if (line.page, line.number) not in marked and not any(p.raised for p in line.pieces):
            yield line, " ".join([piece.run.text for piece in line.pieces])
            continue
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
