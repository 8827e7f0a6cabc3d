"""A page for each section that holds paragraphs or leads to sections, and for each annex."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pilcrow.figure_lines import figure_line
from pilcrow.ids import page_name, paragraph_id
from pilcrow.model import (
    Annex,
    Content,
    Figure,
    Footnote,
    Indicator,
    Inlines,
    Link,
    Origin,
    Paragraph,
    Passage,
    Report,
    Section,
    Subparagraph,
    Supplied,
    Table,
)
from pilcrow.render.escape import escape, escape_start, inlines_markdown, table_cell
from pilcrow.titles import annex_title, paragraph_range, paragraphs_below, section_title
from pilcrow.tree import passages, pieces

_SECOND = re.compile(r"-\d+-\d+$|-[a-z-]+-\d+$")
INDENT = "  "
"""One degree of a subparagraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page before it is text: its name, its fields and its blocks."""

    name: str
    fields: Mapping[str, object]
    blocks: tuple[str, ...]
    words: tuple[str, ...] = field(default=())
    """The words of the report that the page must hold, in order."""

    def markdown(self) -> str:
        """The page's text: front matter, then its blocks with a blank line between."""
        lines = [f"{key}: {_yaml(value)}" for key, value in self.fields.items() if value]
        return "\n".join(["---", *lines, "---", ""]) + "\n" + "\n\n".join(self.blocks) + "\n"


def _yaml(value: object) -> str:
    """A value as JSON, which is YAML."""
    return json.dumps(value, ensure_ascii=False)


def source_hash(content: bytes) -> str:
    """SHA-256 of the source, as pages name it."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetting:
    """What every page of one report says of it."""

    symbol: str
    language: str
    source_sha256: str
    aliases: Mapping[str, str]
    """Old id to the id it became."""
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of footnote references by section; the front page's under `anchors.FRONT`."""


def section_pages(report: Report, setting: PageSetting) -> tuple[Page, ...]:
    """Every page of the report but its front page, in reading order."""
    pages: list[Page] = []
    for section in report.sections:
        pages.extend(_pages(report, section, None, setting))
    for annex in report.annexes:
        pages.append(_annex_page(report, annex, setting))
        for section in annex.sections:
            pages.extend(_pages(report, section, annex.id, setting))
    return tuple(
        Page(
            name=page.name,
            fields={**page.fields, "order": order},
            blocks=page.blocks,
            words=page.words,
        )
        for order, page in enumerate(pages, start=1)
    )


def _pages(
    report: Report, section: Section, parent: str | None, setting: PageSetting
) -> Iterator[Page]:
    yield _section_page(report, section, parent, setting)
    for child in section.sections:
        yield from _pages(report, child, section.id, setting)


def _section_page(
    report: Report, section: Section, parent: str | None, setting: PageSetting
) -> Page:
    title = section_title(section, report)
    marks = [inline for inline in section.title if isinstance(inline, Indicator)]
    blocks: list[str] = [f"# {escape(title)}{inlines_markdown(tuple(marks))}"]
    words = [*title.split(), *(mark.mark for mark in marks)]
    blocks.extend(content_blocks(section.passages, 0))
    words.extend(_content_words(section.passages))
    for paragraph in section.paragraphs:
        blocks.extend(_paragraph_blocks(paragraph))
        words.append(f"{paragraph.number}.")
        words.extend(_content_words(paragraph.content))
    if section.sections:
        blocks.append("\n".join(lead(child, report) for child in section.sections))
    holders = _holders(section)
    notes = notes_for(report, holders)
    references = setting.references.get(section.id, ())
    here = {*holders, *references, *(note.id for note in notes)}
    blocks.extend(note_block(note) for note in notes)
    for note in notes:
        words.extend([note.indicator, *_inline_words(note.content)])
    ids = [paragraph.id for paragraph in section.paragraphs]
    canonical = [paragraph_id(paragraph.number) for paragraph in section.paragraphs]
    return Page(
        name=f"{page_name(section.id)}.md",
        fields={
            "title": title,
            "symbol": setting.symbol,
            "language": setting.language,
            "section": section.id,
            "parent": parent,
            "paragraphs": paragraph_range(paragraphs_below(section)),
            "source_sha256": setting.source_sha256,
            "paragraph_ids": ids if ids != canonical else None,
            "indicator_ids": indicator_ids(references),
            "restored": [p.id for p in section.paragraphs if p.origin is Origin.RESTORED],
            "corrections": corrections_at(report, holders),
            "aliases": {
                old: new
                for old, new in setting.aliases.items()
                if new in here or any(new.startswith(f"{holder}-") for holder in holders)
            },
        },
        blocks=tuple(blocks),
        words=tuple(words),
    )


def indicator_ids(references: Sequence[str]) -> list[str] | None:
    """Ids of a page's footnote references where they do not count from the page's own first."""
    return list(references) if any(_SECOND.search(name) for name in references) else None


def _annex_page(report: Report, annex: Annex, setting: PageSetting) -> Page:
    title = annex_title(annex)
    marks = tuple(inline for inline in annex.title if isinstance(inline, Indicator))
    blocks = [f"# {escape(title)}{inlines_markdown(marks)}"]
    words = [*title.split(), *(mark.mark for mark in marks)]
    if annex.sections:
        blocks.append("\n".join(lead(section, report) for section in annex.sections))
    notes = notes_for(report, (annex.id,))
    blocks.extend(note_block(note) for note in notes)
    for note in notes:
        words.extend([note.indicator, *_inline_words(note.content)])
    return Page(
        name=f"{page_name(annex.id)}.md",
        fields={
            "title": title,
            "symbol": setting.symbol,
            "language": setting.language,
            "section": annex.id,
            "source_sha256": setting.source_sha256,
            "indicator_ids": indicator_ids(setting.references.get(annex.id, ())),
        },
        blocks=tuple(blocks),
        words=tuple(words),
    )


def lead(section: Section, report: Report) -> str:
    """A line of a list that leads to a section's page."""
    extent = paragraph_range(paragraphs_below(section))
    link = f"- [{escape(section_title(section, report))}]({page_name(section.id)}.md)"
    return f"{link} {extent}" if extent else link


def _paragraph_blocks(paragraph: Paragraph) -> Iterator[str]:
    first, *rest = paragraph.content or (Passage(inlines=(), place=paragraph.place),)
    start = f"{paragraph.number}\\."
    if isinstance(first, Passage):
        yield f"{start} {inlines_markdown(first.inlines)}".rstrip()
    else:
        yield start
        rest = [first, *rest]
    yield from content_blocks(rest, 0)


def content_blocks(content: Sequence[Content], depth: int) -> Iterator[str]:
    """Blocks of a paragraph behind its first passage; subparagraphs are indented."""
    for entry in content:
        match entry:
            case Passage():
                text = inlines_markdown(entry.inlines)
                yield INDENT * depth + escape_start(text)
            case Table():
                yield table_block(entry, INDENT * depth)
            case Figure():
                yield INDENT * depth + figure_line(entry, sized=True)
            case Subparagraph():
                first, *rest = entry.content or (Passage(inlines=(), place=entry.place),)
                indent = INDENT * (depth + 1)
                if isinstance(first, Passage):
                    yield f"{indent}{entry.marker} {inlines_markdown(first.inlines)}".rstrip()
                else:
                    yield f"{indent}{entry.marker}"
                    rest = [first, *rest]
                yield from content_blocks(rest, depth + 1)


def table_block(table: Table, indent: str = "") -> str:
    """A pipe table; rows are as long as the longest."""
    width = max((len(row) for row in table.rows), default=0)
    rows = [
        "| "
        + " | ".join(
            table_cell(inlines_markdown(row[column])) if column < len(row) else ""
            for column in range(width)
        )
        + " |"
        for row in table.rows
    ]
    rule = "|" + " --- |" * width
    return "\n".join(indent + row for row in (*rows[:1], rule, *rows[1:]))


def note_block(note: Footnote) -> str:
    """`[^2]: Available at …`."""
    return f"[^{note.indicator}]: {inlines_markdown(note.content)}"


def _holders(section: Section) -> tuple[str, ...]:
    """Ids of the section and of all that stands on its own page."""
    ids = [section.id]
    for paragraph in section.paragraphs:
        ids.append(paragraph.id)
        ids.extend(holder for holder, _ in passages(paragraph.content, paragraph.id))
    return tuple(dict.fromkeys(ids))


def notes_for(report: Report, holders: Sequence[str]) -> tuple[Footnote, ...]:
    """The footnotes that the page's nodes point to, in the order of their first indicator."""
    wanted = set(holders)
    return tuple(
        note for note in report.footnotes if any(ref in wanted for ref in note.referenced_from)
    )


def corrections_at(report: Report, holders: Sequence[str]) -> list[dict[str, str]]:
    """The corrections a page shows: where, what is shown, what the source says, and why."""
    wanted = set(holders)
    shown: list[dict[str, str]] = []
    for correction in report.corrections:
        if correction.at in wanted:
            brackets = correction.kind in {"replace", "supply"}
            shown.append(
                {
                    "at": correction.at,
                    "kind": correction.kind,
                    "shows": f"[{correction.new}]" if brackets else correction.new,
                    "was": correction.old,
                    "reason": correction.reason,
                }
            )
    return shown


def _content_words(content: Sequence[Content]) -> Iterator[str]:
    for piece in pieces(content):
        if isinstance(piece, Subparagraph):
            yield piece.marker
        else:
            yield from _inline_words(piece)


def _inline_words(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Indicator):
            yield inline.mark
        elif isinstance(inline, Supplied):
            yield from f"[{inline.value}]".split()
        else:
            yield from inline.value.split()
            if isinstance(inline, Link):
                yield inline.address
