"""Reads a PDF: from its bytes to blocks, notes and furniture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pilcrow.model import Furniture, Place
from pilcrow.passes.body import split_head
from pilcrow.passes.furniture_parts import TYPED_RULE, job_number
from pilcrow.readers.pdf.blocks import assemble, words
from pilcrow.readers.pdf.columns import in_reading_order
from pilcrow.readers.pdf.continued import OpenTable, Placed, go_on
from pilcrow.readers.pdf.figures import Ground, regions, with_figures
from pilcrow.readers.pdf.flow import flow
from pilcrow.readers.pdf.furniture import furniture_rows, own_symbols
from pilcrow.readers.pdf.head import head_lines, known_of
from pilcrow.readers.pdf.inlines import Vocabulary, Writer
from pilcrow.readers.pdf.lines import Line, Measures, measure
from pilcrow.readers.pdf.notes import NoteLines, gather, split_notes
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.process import Document, opened
from pilcrow.readers.pdf.refusals import problems, refuse_scan
from pilcrow.readers.pdf.rows import Row, rows
from pilcrow.readers.pdf.tables import find_tables
from pilcrow.readers.reading import Reading, SourceLine, Watch

_BOXES = 0.3
"""Of the height of the first page: tables above it are the masthead's rules."""


def read_pdf(content: bytes, source: str, watch: Watch | None = None) -> Reading:
    """Read a born-digital PDF by its typography.

    Args:
        content: the bytes of the file.
        source: its name, as places give it.
        watch: is told how many pages are read, and of how many.

    Raises:
        SourceError: it is damaged, asks for a password, or is a scan without a text layer.
    """
    with opened(content, source) as document:
        language = document.language
        pages = tuple(_watched(document, watch))
    refuse_scan(pages, source)
    laid = _lay_out(pages)
    writer = Writer(
        source=source,
        vocabulary=Vocabulary(line for page in laid.pages for line in page.lines),
        links={page.number: page.links for page in pages if page.links},
    )
    first = laid.pages[0]
    known = known_of(first.text[: laid.head], laid.measures, pages[0].height)
    head = [(line, *each) for line, each in zip(first.text[: laid.head], known, strict=True)]
    pieces = flow(
        [
            (page.text[laid.head :], _moved(page.tables, laid.head))
            if page is first
            else (page.text, page.tables)
            for page in laid.pages
        ],
        laid.measures,
    )
    assembly = assemble(head, pieces, laid.notes, writer, laid.measures)
    blocks, left_out = with_figures(assembly.blocks, regions(laid.grounds), content, source)
    before, body = split_head(blocks)
    furniture = [
        Furniture(text=text, place=Place(source=source, line=number, page=page.number))
        for page in laid.pages
        for number, text in page.furniture
    ]
    typed = (
        Furniture(text=line.text, place=writer.place(line))
        for page in laid.pages
        for line in page.aside
    )
    printed = [
        SourceLine(words=text, place=writer.place(line))
        for page in laid.pages
        for line, text in words(page.lines, assembly)
    ]
    printed.extend(SourceLine(words=each.text, place=each.place) for each in furniture)
    printed.sort(key=lambda each: each.place.position)
    jobs = (job_number(" ".join(each.text.split())) for each in furniture)
    return Reading(
        lines=tuple(printed),
        head=before,
        body=body,
        notes=tuple(assembly.notes),
        furniture=(*furniture, *typed),
        job_number=next((job for job in jobs if job), None),
        symbols=laid.symbols,
        problems=(*problems(pages, source), *left_out),
        as_printed=True,
        language=(language or "").split("-")[0].lower() or None,
    )


def _watched(document: Document, watch: Watch | None) -> Iterator[Page]:
    for page in document.pages:
        yield page
        if watch is not None:
            watch(page.number, document.page_count)


@dataclass(frozen=True, slots=True, kw_only=True)
class _LaidPage:
    """A page whose lines are parted: text with its tables, and furniture with its numbers."""

    number: int
    lines: tuple[Line, ...]
    text: tuple[Line, ...]
    tables: tuple[Placed, ...]
    aside: tuple[Line, ...]
    """Typed rules over notes, and heads of tables printed again."""
    furniture: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """A document whose pages are parted."""

    pages: tuple[_LaidPage, ...]
    notes: tuple[NoteLines, ...]
    measures: Measures
    head: int
    """How many lines of the first page are masthead and title."""
    symbols: tuple[str, ...]
    grounds: tuple[Ground, ...]
    """Where the text of each page stands, for its pictures."""


def _lay_out(pages: Sequence[Page]) -> _Layout:
    on_page = [(page, (*rows(page.runs), *rows(page.turned))) for page in pages]
    furniture = furniture_rows(on_page)
    content = [
        tuple(row for index, row in enumerate(own) if index not in dropped)
        for (_, own), dropped in zip(on_page, furniture, strict=True)
    ]
    measures = measure([(page.width, own) for page, own in zip(pages, content, strict=True)])
    notes: list[NoteLines] = []
    laid: list[_LaidPage] = []
    head = 0
    carried: OpenTable | None = None
    for page, own, (_, every), dropped in zip(pages, content, on_page, furniture, strict=True):
        lines = in_reading_order(page, own, measures, start=1)
        text, aside, notes = _without_notes(lines, page, measures, notes)
        running = [every[index] for index in dropped if every[index].y < page.height / 2]
        tables = (
            find_tables(
                page,
                text,
                measures,
                head=max((row.y for row in running), default=0.0) + 12,
                carried=carried.columns if carried else None,
            )
            if measures.gutter is None
            else ()
        )
        continued = go_on(tables, len(text), carried)
        tables, carried = continued.tables, continued.open_table
        aside, text = (*aside, *text[: continued.again]), text[continued.again :]
        if page is pages[0]:
            boxed = [at for at, _, grid in tables if grid.lines[0].y > _BOXES * page.height]
            head = min((head_lines(text, measures, page.height), *boxed))
        laid.append(
            _LaidPage(
                number=page.number,
                lines=lines,
                text=text,
                tables=tables,
                aside=aside,
                furniture=_numbered([every[index] for index in sorted(dropped)], len(lines) + 1),
            )
        )
    return _Layout(
        pages=tuple(laid),
        notes=tuple(notes),
        measures=measures,
        head=head,
        symbols=own_symbols(on_page),
        grounds=tuple(
            _ground(page, own, dropped, laid_page.lines, head if page is pages[0] else 0)
            for (page, own), dropped, laid_page in zip(on_page, furniture, laid, strict=True)
        ),
    )


def _ground(
    page: Page, every: Sequence[Row], dropped: Collection[int], lines: Sequence[Line], head: int
) -> Ground:
    """The page between its title, or what runs at its head, and what runs at its foot."""
    half = page.height / 2
    running = [row for index, row in enumerate(every) if index in dropped]
    above = [row.y for row in running if row.y < half] + [line.y for line in lines[:head]]
    below = [row.y - row.size for row in running if row.y >= half]
    return Ground(
        page=page,
        top=max(above, default=0.0),
        bottom=min(below, default=page.height),
        lines=lines,
    )


def _numbered(dropped: Sequence[Row], start: int) -> tuple[tuple[int, str], ...]:
    return tuple((number, row.text) for number, row in enumerate(dropped, start=start))


def _without_notes(
    lines: Sequence[Line], page: Page, measures: Measures, notes: Sequence[NoteLines]
) -> tuple[tuple[Line, ...], tuple[Line, ...], list[NoteLines]]:
    """The text of a page, typed rules over its notes, and the notes so far with its own."""
    text: list[Line] = []
    separators: list[Line] = []
    found = list(notes)
    for own in _columns(lines):
        area = split_notes(
            own, page.rules, measures, last_note=found[-1].lines[-1] if found else None
        )
        new, stray = gather(area.notes)
        if stray and found:
            last = found[-1]
            found[-1] = NoteLines(mark=last.mark, lines=(*last.lines, *stray))
        else:
            text.extend(stray)
        text.extend(line for line in area.text if not TYPED_RULE.fullmatch(line.text))
        separators.extend(area.separators)
        separators.extend(line for line in area.text if TYPED_RULE.fullmatch(line.text))
        found.extend(new)
    return tuple(text), tuple(separators), found


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for _, own in groupby(lines, key=lambda line: line.column):
        yield list(own)


def _moved(tables: Sequence[Placed], by: int) -> tuple[Placed, ...]:
    return tuple((start - by, end - by, grid) for start, end, grid in tables if start >= by)
