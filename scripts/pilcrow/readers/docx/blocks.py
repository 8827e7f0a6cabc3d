"""The text of a part as blocks, in reading order, with the words of each paragraph beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pilcrow.model import Furniture, Inlines, Place, Problem, Table, Text, plain
from pilcrow.passes.furniture_parts import TYPED_RULE
from pilcrow.passes.items import joined_all, leading_text
from pilcrow.readers.docx.drawings import figure_of, words_of
from pilcrow.readers.docx.marks import Reference
from pilcrow.readers.docx.names import Element, W, paragraphs_in, printed_children, value_of
from pilcrow.readers.docx.numbering import Label, Numbering
from pilcrow.readers.docx.package import Package, Relation
from pilcrow.readers.docx.paragraphs import (
    TYPED_BULLET,
    Written,
    block_of,
    first_raised,
    with_marks,
    without_start,
)
from pilcrow.readers.docx.runs import Context, RunReader, Runs
from pilcrow.readers.docx.styles import Styles
from pilcrow.readers.docx.words import paragraph_words
from pilcrow.readers.markdown_inline import fold
from pilcrow.readers.reading import Block, BlockKind, Known, SourceLine

_FEWEST_HEADINGS = 2
"""Headings with styles from which on a document counts as styled."""
_NEAR_THE_START = 4
"""Elements of the text among which the table of the masthead stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the parts of a document share."""

    styles: Styles
    numbering: Numbering
    references: Mapping[Element, Reference]
    places: Iterator[Place]
    package: Package


class BlockReader:
    """Reads one part."""

    def __init__(
        self, parts: Parts, relations: Mapping[str, Relation], *, is_masthead: bool = False
    ) -> None:
        """Begin; `is_masthead` says that the part is the head of page 1."""
        self.lines: list[SourceLine] = []
        self.problems: list[Problem] = []
        self.rules: list[Furniture] = []
        """Rules that are typed: at the end of a document, over notes."""
        self.first_place: Place | None = None
        """Of the first paragraph, printed or not."""
        self._parts = parts
        self._relations = relations
        self._runs = RunReader(
            Context(styles=parts.styles, relations=relations, references=parts.references)
        )
        self._is_masthead = is_masthead
        self._written: dict[Element, Written] = {}
        self._typed: set[str] = set()
        self._styled = False
        self._unended: list[Element] = []

    def read(self, root: Element) -> list[Block]:
        """The blocks of the part, or of one note in it."""
        headings = 0
        for paragraph in paragraphs_in(root):
            written = self._write(paragraph)
            self.first_place = self.first_place or written.place
            self._written[paragraph] = written
            raised = first_raised(written.runs)
            if raised:
                self._typed.add(raised)
            if written.style.known is Known.HEADING and written.runs.inlines:
                headings += 1
        self._styled = headings >= _FEWEST_HEADINGS
        blocks = list(self._blocks(root, at_start=True))
        if self._unended:
            last = self._written[self._unended.pop()]
            blocks.extend(self._block_of(self._with_unended(last)))
        return blocks

    def _write(self, paragraph: Element) -> Written:
        properties = paragraph.find(W + "pPr")
        name = value_of(properties, "pStyle")
        style = self._parts.styles.paragraph(name)
        place = next(self._parts.places)
        runs = self._runs.read(paragraph, style, place)
        label = None
        if plain(tuple(runs.inlines)) and not _mark_is_deleted(paragraph):
            label = self._label(properties, style.numbering, name)
        words = paragraph_words(paragraph, self._parts.references, self._parts.styles)
        unnumbered = label is None or label.bullet
        if unnumbered and TYPED_BULLET.match(leading_text(tuple(runs.inlines))):
            words = words.lstrip()[1:]
        if label is not None and label.text:
            words = f"{label.text} {words}"
        drawn = tuple(
            words_of(each, self._parts.package, self._relations, place)
            for each in (() if self._is_masthead else runs.pictures)
        )
        words = " ".join((words, *(line for lines in drawn for line in lines)))
        if words.strip():
            self.lines.append(SourceLine(words=" ".join(words.split()), place=place))
        return Written(
            runs=runs,
            style=style,
            label=label,
            centred=value_of(properties, "jc") == "center",
            place=place,
            drawn=drawn,
        )

    def _label(
        self,
        properties: Element | None,
        styled: tuple[str | None, str | None],
        style: str | None,
    ) -> Label | None:
        numbering = self._parts.numbering
        own = properties.find(W + "numPr") if properties is not None else None
        number, level = styled
        if own is not None:
            number = value_of(own, "numId") or number
            level = value_of(own, "ilvl") or level
        if level is None:
            level = numbering.level_of(number, style)
        return numbering.label(number, level)

    def _blocks(self, container: Element, *, at_start: bool = False) -> Iterator[Block]:
        for index, child in enumerate(printed_children(container)):
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child, early=at_start and index < _NEAR_THE_START)
            elif child.tag == W + "altChunk":
                self._left_out("embedded-document", "a document embedded in the file is left out.")
            else:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        """The block of a paragraph, then those of its text boxes.

        A paragraph whose end was deleted begins the next one.
        """
        written = self._written.get(paragraph)
        if written is None:
            return
        if _mark_is_deleted(paragraph):
            self._unended.append(paragraph)
            return
        if self._unended:
            written = self._with_unended(written)
        yield from self._block_of(written)

    def _block_of(self, written: Written) -> Iterator[Block]:
        block = block_of(written, self._typed, styled=self._styled)
        if block is not None and TYPED_RULE.fullmatch(text := plain(block.inlines)):
            self.rules.append(Furniture(text=text, place=block.place))
        elif block is not None:
            in_masthead = self._is_masthead and block.known is not Known.TITLE
            yield _as_masthead(block) if in_masthead else block
        for box in written.runs.boxes:
            yield from self._blocks(box)
        yield from self._figures(written)

    def _figures(self, written: Written) -> Iterator[Block]:
        """The pictures of a paragraph; those of the masthead are emblems."""
        pictures = () if self._is_masthead else written.runs.pictures
        for drawn, lines in zip(pictures, written.drawn, strict=False):
            for line in lines:
                text = (Text(value=line, place=written.place),)
                yield Block(
                    kind=BlockKind.TEXT, inlines=text, place=written.place, known=Known.CAPTION
                )
            figure = figure_of(drawn, self._parts.package, self._relations, written.place)
            if isinstance(figure, str):
                self._left_out(
                    "figure-left-out",
                    f"a picture is left out: it is {figure}.",
                    written,
                    settled="its words are kept" if lines else "its caption is kept",
                    hint="In Word, replace it by a PNG or JPEG picture of it.",
                )
            else:
                yield Block(kind=BlockKind.FIGURE, inlines=(), place=written.place, figure=figure)

    def _with_unended(self, last: Written) -> Written:
        """The paragraph with those before it whose ends were deleted."""
        every = (*(self._written[each] for each in self._unended), last)
        self._unended.clear()
        whole = Runs()
        for each in every:
            whole.raised.extend(len(whole.inlines) + index for index in each.runs.raised)
            whole.inlines.extend(each.runs.inlines)
            whole.boxes.extend(each.runs.boxes)
            whole.pictures.extend(each.runs.pictures)
        drawn = tuple(lines for each in every for lines in each.drawn)
        return replace(last, runs=whole, place=every[0].place, drawn=drawn)

    def _left_out(
        self,
        rule: str,
        message: str,
        written: Written | None = None,
        settled: str | None = None,
        hint: str = "Compare with the printed report.",
    ) -> None:
        last = self.lines[-1].place if self.lines else None
        place = written.place if written is not None else last
        if place is not None:
            self.problems.append(
                Problem(
                    rule=rule,
                    place=place,
                    message=message,
                    hint=hint,
                    settled_by=settled,
                )
            )

    def _table(self, table: Element, *, early: bool) -> Iterator[Block]:
        rows = [tuple(self._row(row)) for row in _rows(table)]
        places = [written.place for cells in rows for cell in cells for written in cell.written]
        words = [cell for cells in rows for cell in cells if cell.inlines]
        masthead = early and _is_masthead_table(words)
        columns = {index for cells in rows for index, cell in enumerate(cells) if cell.inlines}
        if masthead or len(columns) <= 1:
            for cells in rows:
                for cell in cells:
                    yield from self._cell_blocks(cell, masthead=masthead)
            return
        kept = sorted(columns)
        body = tuple(
            tuple(cells[index].inlines if index < len(cells) else () for index in kept)
            for cells in rows
            if any(cell.inlines for cell in cells)
        )
        place = places[0]
        yield Block(
            kind=BlockKind.TABLE, inlines=(), place=place, table=Table(rows=body, place=place)
        )
        for written in (written for cells in rows for cell in cells for written in cell.written):
            yield from self._figures(written)

    def _cell_blocks(self, cell: _Cell, *, masthead: bool) -> Iterator[Block]:
        for element in cell.elements:
            for block in self._blocks(element):
                if not masthead:
                    yield block
                elif block.figure is None:
                    yield block if block.table is not None else _as_masthead(block)

    def _row(self, row: Element) -> Iterator[_Cell]:
        """The cells of a row; a cell over several columns is followed by empty ones."""
        yield from _empty_cells(row.find(W + "trPr"), "gridBefore")
        for cell in _cells(row):
            properties = cell.find(W + "tcPr")
            merged = value_of(properties, "vMerge")
            # Only what is printed was written: the cell need not be asked again what is.
            below = (self._written.get(each) for each in cell.iter(W + "p"))
            written = tuple(each for each in below if each is not None)
            inlines = joined_all(piece for each in written if (piece := self._cell_inlines(each)))
            goes_on = merged is not None and merged != "restart" and not inlines
            yield _Cell(elements=() if goes_on else (cell,), written=written, inlines=inlines)
            yield from _empty_cells(properties, "gridSpan", less=1)

    def _cell_inlines(self, written: Written) -> Inlines:
        pieces = with_marks(written.runs, self._typed, in_table=True)
        if written.label is not None and written.label.text:
            pieces.insert(0, Text(value=f"{written.label.text} ", place=written.place))
        elif match := TYPED_BULLET.match(leading_text(tuple(pieces))):
            pieces = without_start(pieces, match.end())
        return fold(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    elements: tuple[Element, ...] = ()
    written: tuple[Written, ...] = ()
    inlines: Inlines = ()


def _empty_cells(properties: Element | None, name: str, *, less: int = 0) -> Iterator[_Cell]:
    text = value_of(properties, name) or ""
    number = int(text) if text.isdigit() and len(text) < len("1000") else 0
    for _ in range(number - less):
        yield _Cell()


def _rows(table: Element) -> Iterator[Element]:
    for child in printed_children(table):
        if child.tag == W + "tr":
            yield child
        elif child.tag != W + "tbl":
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in printed_children(row):
        if child.tag == W + "tc":
            yield child
        else:
            yield from _cells(child)


def _as_masthead(block: Block) -> Block:
    return replace(block, kind=BlockKind.TEXT, known=Known.MASTHEAD)


def _mark_is_deleted(paragraph: Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _is_masthead_table(cells: list[_Cell]) -> bool:
    texts = [plain(cell.inlines) for cell in cells]
    return any("Distr" in text or text.startswith("United Nations") for text in texts) or any(
        text in {"Nations Unies", "Naciones Unidas", "Организация Объединенных Наций"}
        for text in texts
    )
