"""What lists are made from: a report's paragraphs and terms; and the page of the whole report."""

from __future__ import annotations

from dataclasses import dataclass

from pilcrow.ids import page_name, paragraph_of
from pilcrow.model import Report, plain
from pilcrow.render.escape import escape
from pilcrow.render.pages import Page, PageSetting
from pilcrow.terms import TermUse
from pilcrow.tree import paragraph_text

NOT_EXPANDED = "Not expanded in the report."
"""What the glossary says of a term without a long form."""


def numbered_texts(report: Report) -> tuple[tuple[str, str, str], ...]:
    """Id, number and whole text of every paragraph, its footnotes behind it, in reading order."""
    notes: dict[str, list[str]] = {}
    for note in report.footnotes:
        for holder in dict.fromkeys(paragraph_of(ref) for ref in note.referenced_from):
            notes.setdefault(holder or "", []).append(plain(note.content))
    return tuple(
        (
            paragraph.id,
            paragraph.number,
            " ".join((paragraph_text(paragraph), *notes.get(paragraph.id, ()))),
        )
        for paragraph in report.walk_paragraphs()
    )


def paragraph_pages(report: Report) -> dict[str, str]:
    """Paragraph id to the name of its page."""
    return {
        paragraph.id: f"{page_name(section.id)}.md"
        for section in report.walk_sections()
        for paragraph in section.paragraphs
    }


def whole_page(report: Report, setting: PageSetting) -> Page:
    """The page of the whole report: its title. The site's build puts the sections below it."""
    title = report.masthead.title or setting.symbol
    return Page(
        name="whole.md",
        fields={
            "title": "Whole report on one page",
            "document_title": f"{setting.symbol}: {title}",
            "symbol": setting.symbol,
            "language": setting.language,
            "kind": "whole",
            "source_sha256": setting.source_sha256,
        },
        blocks=(f"# {escape(title)}",),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTerms:
    """The terms of one report, with what a link to its paragraphs needs."""

    symbol: str
    folder: str
    """The report's folder below the docs folder."""
    uses: tuple[TermUse, ...]
    pages: dict[str, str]
    numbers: dict[str, str]


def report_terms(
    report: Report, symbol: str, folder: str, uses: tuple[TermUse, ...]
) -> ReportTerms:
    """The terms of a report with its paragraphs' pages and numbers."""
    return ReportTerms(
        symbol=symbol,
        folder=folder,
        uses=uses,
        pages=paragraph_pages(report),
        numbers={paragraph.id: paragraph.number for paragraph in report.walk_paragraphs()},
    )
