"""The whole report as one plain Markdown text, for people's tools and for language models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pilcrow.figure_lines import figure_line
from pilcrow.model import (
    Annex,
    Content,
    Figure,
    Indicator,
    Masthead,
    Paragraph,
    Passage,
    Report,
    Section,
    Subparagraph,
    Table,
)
from pilcrow.render.escape import escape, escape_start, inlines_markdown
from pilcrow.render.front import masthead_fields
from pilcrow.render.pages import INDENT, note_block, table_block
from pilcrow.titles import annex_title, section_title

_DEEPEST = 6
"""The smallest heading of Markdown."""
_ORDERED = re.compile(r"(\d+)([.)])")
"""A mark that would begin a list of its own."""


def whole_markdown(report: Report) -> str:
    r"""Title, masthead, summary, every section with its paragraphs, annexes, then the footnotes.

    A paragraph begins `54\. `, a subparagraph is an entry of a list that begins `(a) `, a footnote
    is `[^2]`. Any reader of Markdown shows it: there is no HTML and no front matter.
    """
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    masthead = report.masthead
    yield _heading(1, masthead.title or masthead.symbol or "Report")
    if masthead.subtitle:
        yield escape_start(escape(masthead.subtitle))
    yield from _masthead(masthead, dict(report.masthead_marks))
    if report.summary:
        yield "## Summary"
        yield from _content(report.summary, 0)
    if report.front_matter:
        yield "## Before the report"
        yield from _content(report.front_matter, 0)
    for section in report.sections:
        yield from _section(section, 2)
    for annex in report.annexes:
        yield from _annex(annex)
    for note in report.footnotes:
        yield note_block(note)


def _masthead(masthead: Masthead, marks: dict[str, str]) -> Iterator[str]:
    lines = [f"- {name}: {value}" for name, value in masthead_fields(masthead, marks)]
    if lines:
        yield "\n".join(lines)


def _annex(annex: Annex) -> Iterator[str]:
    marks = tuple(inline for inline in annex.title if isinstance(inline, Indicator))
    yield _heading(2, annex_title(annex)) + inlines_markdown(marks)
    for section in annex.sections:
        yield from _section(section, 3)


def _section(section: Section, depth: int) -> Iterator[str]:
    title = section_title(section)
    if title:
        marks = tuple(inline for inline in section.title if isinstance(inline, Indicator))
        yield _heading(depth, title) + inlines_markdown(marks)
    yield from _content(section.passages, 0)
    for paragraph in section.paragraphs:
        yield from _paragraph(paragraph)
    for child in section.sections:
        yield from _section(child, depth + 1)


def _heading(depth: int, title: str) -> str:
    """A heading; a number sign at its end would be taken for a mark."""
    escaped = re.sub(r"(#+)$", r"\\\1", escape(title))
    return f"{'#' * min(depth, _DEEPEST)} {escaped}"


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    yield from _opened(f"{paragraph.number}\\.", paragraph.content, 0)


def _content(content: Sequence[Content], depth: int) -> Iterator[str]:
    indent = INDENT * depth
    for entry in content:
        match entry:
            case Passage():
                yield indent + escape_start(inlines_markdown(entry.inlines))
            case Table():
                yield table_block(entry, indent)
            case Figure():
                yield indent + figure_line(entry, sized=False)
            case Subparagraph():
                mark = _ORDERED.sub(r"\1\\\2", entry.marker)
                first, *rest = _opened(mark, entry.content, depth + 1)
                yield f"{indent}- {first}"
                yield from rest


def _opened(mark: str, content: Sequence[Content], depth: int) -> Iterator[str]:
    """A number or a mark with the first passage behind it, then what follows."""
    if content and isinstance(content[0], Passage):
        yield f"{mark} {inlines_markdown(content[0].inlines)}".rstrip()
        content = content[1:]
    else:
        yield mark
    yield from _content(content, depth)
