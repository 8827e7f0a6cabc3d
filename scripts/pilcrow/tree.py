"""Walking and rewriting the tree of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pilcrow.model import (
    Content,
    Figure,
    Inlines,
    Paragraph,
    Passage,
    Report,
    Section,
    Subparagraph,
    Table,
    plain,
)

Rewrite = Callable[[str, Inlines], Inlines]
"""Takes the id of the node that holds a run of inlines, and gives the run anew."""


def passages(content: Sequence[Content], holder: str) -> Iterator[tuple[str, Inlines]]:
    """Every run of inlines below a paragraph, in reading order, with the id that holds it."""
    for entry in content:
        match entry:
            case Passage():
                yield holder, entry.inlines
            case Table():
                for row in entry.rows:
                    for cell in row:
                        yield holder, cell
            case Figure():
                yield holder, entry.caption
            case Subparagraph():
                yield from passages(entry.content, entry.id)


def text_runs(content: Sequence[Content], holder: str = "") -> Iterator[tuple[str, Inlines]]:
    """Like `passages`, without the cells of tables and the captions of figures."""
    for entry in content:
        if isinstance(entry, Passage):
            yield holder, entry.inlines
        elif isinstance(entry, Subparagraph):
            yield from text_runs(entry.content, entry.id)


def paragraph_text(paragraph: Paragraph) -> str:
    """The whole plain text of a paragraph, subparagraphs with their marks."""
    return " ".join(
        piece.marker if isinstance(piece, Subparagraph) else plain(piece)
        for piece in pieces(paragraph.content)
        if piece
    )


def pieces(content: Sequence[Content]) -> Iterator[Inlines | Subparagraph]:
    """Every run of inlines in reading order; before those of a subparagraph, for its marker, it."""
    for entry in content:
        match entry:
            case Passage():
                yield entry.inlines
            case Table():
                for row in entry.rows:
                    yield from row
            case Figure():
                yield entry.caption
            case Subparagraph():
                yield entry
                yield from pieces(entry.content)


def own_text(content: Sequence[Content]) -> str:
    """Plain text of a node's own passages, a line each, without all else in it."""
    return "\n".join(plain(entry.inlines) for entry in content if isinstance(entry, Passage))


def all_runs(report: Report) -> Iterator[tuple[str, Inlines]]:
    """Every run of inlines with the id that holds it, in reading order."""
    for passage in report.summary:
        yield "summary", passage.inlines
    yield from passages(report.front_matter, "front-matter")
    for annex in report.annexes:
        yield annex.id, annex.title
    for section in report.walk_sections():
        yield section.id, section.title
        yield from passages(section.passages, section.id)
        for paragraph in section.paragraphs:
            yield from passages(paragraph.content, paragraph.id)


def rewrite(report: Report, change: Rewrite) -> Report:
    """Give the report with every run of inlines passed through `change`."""
    return replace(
        report,
        summary=tuple(
            replace(passage, inlines=change("summary", passage.inlines))
            for passage in report.summary
        ),
        front_matter=tuple(
            entry
            for entry in _content(report.front_matter, "front-matter", change)
            if not isinstance(entry, Subparagraph)
        ),
        sections=tuple(_section(section, change) for section in report.sections),
        annexes=tuple(
            replace(
                annex,
                title=change(annex.id, annex.title),
                sections=tuple(_section(section, change) for section in annex.sections),
            )
            for annex in report.annexes
        ),
        footnotes=tuple(
            replace(note, content=change(note.id, note.content)) for note in report.footnotes
        ),
    )


def _section(section: Section, change: Rewrite) -> Section:
    return replace(
        section,
        title=change(section.id, section.title),
        passages=tuple(
            entry
            for entry in _content(section.passages, section.id, change)
            if not isinstance(entry, Subparagraph)
        ),
        paragraphs=tuple(
            replace(paragraph, content=_content(paragraph.content, paragraph.id, change))
            for paragraph in section.paragraphs
        ),
        sections=tuple(_section(child, change) for child in section.sections),
    )


def _content(content: Sequence[Content], holder: str, change: Rewrite) -> tuple[Content, ...]:
    result: list[Content] = []
    for entry in content:
        match entry:
            case Passage():
                inlines = change(holder, entry.inlines)
                if inlines or not entry.inlines:
                    result.append(replace(entry, inlines=inlines))
            case Table():
                rows = tuple(tuple(change(holder, cell) for cell in row) for row in entry.rows)
                result.append(replace(entry, rows=rows))
            case Figure():
                result.append(replace(entry, caption=change(holder, entry.caption)))
            case Subparagraph():
                result.append(replace(entry, content=_content(entry.content, entry.id, change)))
    return tuple(result)
