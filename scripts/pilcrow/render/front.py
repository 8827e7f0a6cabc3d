"""A report's front page: masthead, summary, contents, and an entry for every paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from pilcrow.anchors import FRONT
from pilcrow.ids import page_name
from pilcrow.indexes.model import Indexes
from pilcrow.indexes.rules import ABOUT
from pilcrow.model import Masthead, Report, Section, plain
from pilcrow.render.escape import escape, escape_start, inlines_markdown
from pilcrow.render.indexes import index_kinds
from pilcrow.render.pages import (
    Page,
    PageSetting,
    content_blocks,
    corrections_at,
    indicator_ids,
    note_block,
    notes_for,
)
from pilcrow.titles import annex_title, paragraph_range, paragraphs_below, section_title
from pilcrow.tree import paragraph_text

_FIRST_WORDS = 12
_LANGUAGES = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ru": "Russian",
    "ar": "Arabic",
    "zh": "Chinese",
}
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def front_page(
    report: Report, setting: PageSetting, *, indexes: Indexes | None = None, glossary: str
) -> Page:
    """The page the permanent links rely on: `index.md` of the report's folder.

    Args:
        report: the report.
        setting: what every page says of it.
        indexes: those that pages beside this one hold.
        glossary: relative address of the glossary page.
    """
    masthead = report.masthead
    title = masthead.title or setting.symbol
    marks = _placed_marks(report, title)
    blocks: list[str] = [f"# {_marked(title, marks)}"]
    if masthead.subtitle:
        blocks.append(escape_start(_marked(masthead.subtitle, marks)))
    fields = masthead_fields(masthead, marks, symbol=setting.symbol)
    blocks.extend(f"{name}\n:   {value}" for name, value in fields)
    words: list[str] = []
    if report.summary:
        blocks.append("## Summary")
        blocks.extend(escape_start(inlines_markdown(passage.inlines)) for passage in report.summary)
        words.extend(word for passage in report.summary for word in plain(passage.inlines).split())
    if report.front_matter:
        blocks.append("## Before the report")
        blocks.extend(content_blocks(report.front_matter, 0))
    blocks.append("## Contents")
    blocks.append("\n".join(_contents(report)))
    if indexes is not None:
        blocks.append("## Indexes")
        blocks.append("\n".join(_index_links(indexes, setting.language)))
    blocks.append("## More")
    blocks.append(f"- [Whole report on one page](whole.md)\n- [Glossary]({glossary})")
    notes = notes_for(report, ("masthead", "summary", "front-matter"))
    blocks.extend(note_block(note) for note in notes)
    return Page(
        name="index.md",
        fields={
            "title": title,
            "symbol": setting.symbol,
            "symbols": list(masthead.symbols) if len(masthead.symbols) > 1 else None,
            "language": setting.language,
            "front": True,
            "subtitle": masthead.subtitle,
            "date": masthead.date,
            "organ": masthead.organ,
            "paragraphs": paragraph_range(tuple(report.walk_paragraphs())),
            "source_sha256": setting.source_sha256,
            "indicator_ids": indicator_ids(_in_page_order(report, marks, setting)),
            "corrections": corrections_at(report, ("summary",)),
            "aliases": dict(setting.aliases),
        },
        blocks=tuple(blocks),
        words=tuple(words),
    )


def _placed_marks(report: Report, title: str) -> dict[str, str]:
    """Words that a footnote mark stands behind, and the mark, in the order of the page.

    A mark behind words that no line of the page ends with stands behind the title.
    """
    masthead = report.masthead
    shown = (title, masthead.subtitle or "", *(masthead.agenda_item or "").split("\n", 1))
    placed: dict[str, tuple[int, str]] = {}
    for count, (anchor, mark) in enumerate(report.masthead_marks):
        at = next((i for i, words in enumerate(shown) if anchor and words.endswith(anchor)), None)
        placed[title[count:] if at is None else anchor] = (at or 0, mark)
    return {anchor: mark for anchor, (_, mark) in sorted(placed.items(), key=lambda p: p[1][0])}


def _in_page_order(report: Report, marks: dict[str, str], setting: PageSetting) -> tuple[str, ...]:
    """Ids of the page's indicators: the masthead's come in the order of the source."""
    ids = setting.references.get(FRONT, ())
    printed = [mark for _, mark in report.masthead_marks]
    of_mark = dict(zip(printed, ids, strict=False))
    return (*(of_mark[mark] for mark in marks.values() if mark in of_mark), *ids[len(printed) :])


def masthead_fields(
    masthead: Masthead, marks: dict[str, str], *, symbol: str | None = None
) -> Iterator[tuple[str, str]]:
    """Name and Markdown of each field of the masthead that the source gives.

    Args:
        masthead: the masthead.
        marks: words that a footnote mark stands behind, and the mark.
        symbol: what stands for the symbol where the masthead has none.
    """
    agenda, _, topic = (masthead.agenda_item or "").partition("\n")
    item = _marked(agenda, marks) + (f": {_marked(topic, marks)}" if topic else "")
    original = masthead.original_language
    fields = (
        ("Symbol", escape(" – ".join(masthead.symbols) or masthead.symbol or symbol or "")),
        ("Body", escape(masthead.organ or "")),
        ("Session", escape(masthead.session or "")),
        ("Place and dates", escape(masthead.place_and_dates or "")),
        ("Agenda item", item),
        ("Distribution", escape(masthead.distribution or "")),
        ("Date", written_date(masthead.date) if masthead.date else ""),
        ("Original language", _LANGUAGES.get(original or "", original or "")),
        ("Job number", escape(masthead.job_number or "")),
    )
    for name, value in fields:
        if value:
            yield name, value


def _marked(words: str, marks: dict[str, str]) -> str:
    """The words escaped, with the footnote marks that stand behind them."""
    behind = [mark for anchor, mark in marks.items() if anchor and words.endswith(anchor)]
    return escape(words) + "".join(f"[^{mark}]" for mark in behind)


def written_date(iso: str) -> str:
    """2024-03-13 as `13 March 2024`."""
    year, month, day = iso.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _index_links(indexes: Indexes, language: str) -> Iterator[str]:
    for kind in index_kinds(language):
        yield f"- [{ABOUT[kind].title}]({kind.value}.md) {len(indexes.of(kind).entries)}"


def _contents(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield from _entries(section, report, 0)
    for annex in report.annexes:
        yield f"- [{escape(annex_title(annex))}]({page_name(annex.id)}.md)"
        for section in annex.sections:
            yield from _entries(section, report, 1)


def _entries(section: Section, report: Report, depth: int) -> Iterator[str]:
    """The section's line, then a line for each of its paragraphs, then its sections."""
    indent = "    " * depth
    page = f"{page_name(section.id)}.md"
    extent = paragraph_range(paragraphs_below(section))
    link = f"{indent}- [{escape(section_title(section, report))}]({page})"
    yield f"{link} {extent}" if extent else link
    for paragraph in section.paragraphs:
        words = first_words(paragraph_text(paragraph))
        yield f"{indent}    - [{paragraph.number}]({page}#{paragraph.id}) {escape(words)}".rstrip()
    for child in section.sections:
        yield from _entries(child, report, depth + 1)


def first_words(text: str, count: int = _FIRST_WORDS) -> str:
    """The first words of a text, with an ellipsis where more follow."""
    words = text.split()
    if len(words) <= count:
        return " ".join(words)
    return " ".join(words[:count]).rstrip(",;:") + "…"
