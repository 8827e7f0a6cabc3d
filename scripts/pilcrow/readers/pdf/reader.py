"""Reads a PDF: from its bytes to blocks, notes and furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pilcrow.model import Furniture, Place
from pilcrow.passes.body import split_head
from pilcrow.passes.furniture_parts import job_number
from pilcrow.readers.pdf.blocks import assemble, words
from pilcrow.readers.pdf.continued import Placed
from pilcrow.readers.pdf.figures import regions, with_figures
from pilcrow.readers.pdf.flow import Drawn, flow
from pilcrow.readers.pdf.head import known_of
from pilcrow.readers.pdf.inlines import Vocabulary, Writer
from pilcrow.readers.pdf.layout import lay_out
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.process import Document, opened
from pilcrow.readers.pdf.refusals import problems, refuse_scan
from pilcrow.readers.reading import Reading, SourceLine, Watch


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
    laid = lay_out(pages)
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
            (page.text[laid.head :], _moved(page.tables, laid.head), _behind(page.drawn, laid.head))
            if page is first
            else (page.text, page.tables, page.drawn)
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


def _moved(tables: Sequence[Placed], by: int) -> tuple[Placed, ...]:
    return tuple((start - by, end - by, grid) for start, end, grid in tables if start >= by)


def _behind(drawn: Sequence[Drawn], head: int) -> tuple[Drawn, ...]:
    return tuple((at - head, lines) for at, lines in drawn)
