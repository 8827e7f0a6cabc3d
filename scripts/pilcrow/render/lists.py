"""Pages that list: the documents a report cites, and the glossary of a library."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pilcrow.ids import page_name, paragraph_of
from pilcrow.model import Report, plain
from pilcrow.render.escape import escape
from pilcrow.render.pages import Page, PageSetting
from pilcrow.terms import Term, TermUse
from pilcrow.tree import paragraph_text

_GLOSSARY_LEAD = (
    "Short forms and names that the reports use, with what the reports say they stand for and"
    " every paragraph that uses them."
)
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


def glossary_page(
    reports: Sequence[ReportTerms],
    language: str,
    term_ids: Callable[[Sequence[str]], dict[str, str]],
) -> Page:
    """One glossary for all reports of a language: each term with every paragraph that uses it.

    Args:
        reports: the terms of each report, in the order of the library.
        language: of the reports.
        term_ids: gives each short form its id, unique among all.
    """
    terms: dict[str, Term] = {}
    for entry in reports:
        for use in entry.uses:
            known = terms.get(use.term.short)
            if known is None or (known.long is None and use.term.long is not None):
                terms[use.term.short] = use.term
    shorts = sorted(terms, key=lambda short: (short.casefold(), short))
    ids = term_ids(shorts)
    blocks = [
        "# Glossary",
        _GLOSSARY_LEAD,
    ]
    folder = f"{language}"
    for short in shorts:
        blocks.append(f"## {escape(short)}")
        blocks.extend(_entry(terms[short], reports, folder))
    return Page(
        name="glossary.md",
        fields={
            "title": "Glossary",
            "language": language,
            "kind": "glossary",
            "terms": [
                {
                    "id": ids[short],
                    "short": short,
                    "long": terms[short].long,
                    "variants": list(terms[short].variants),
                }
                for short in shorts
            ],
        },
        blocks=tuple(blocks),
    )


def glossary_ids(page: Page) -> tuple[str, ...]:
    """The ids of a glossary page's entries, in its order."""
    entries = page.fields["terms"]
    return tuple(entry["id"] for entry in entries) if isinstance(entries, list) else ()


def _entry(term: Term, reports: Sequence[ReportTerms], folder: str) -> Iterator[str]:
    yield escape(term.long) if term.long else NOT_EXPANDED
    others = dict.fromkeys(
        (use.term.long, entry.symbol)
        for entry in reports
        for use in entry.uses
        if use.term.short == term.short and use.term.long and use.term.long != term.long
    )
    for long, symbol in others:
        yield f"In {escape(symbol)}: {escape(long or '')}"
    if term.definition:
        where = f" (para. {term.definition_paragraph})" if term.definition_paragraph else ""
        yield f"In the words of the report: “{escape(term.definition)}”{where}."
    if term.variants:
        yield f"Also written {escape(', '.join(term.variants))}."
    for entry in reports:
        for use in entry.uses:
            if use.term.short == term.short:
                yield _uses(use, entry, folder)


def _uses(use: TermUse, entry: ReportTerms, folder: str) -> str:
    label = "para." if len(use.used_in) == 1 else "paras."
    links: list[str] = []
    for identifier in use.used_in:
        path = posixpath.relpath(f"{entry.folder}/{entry.pages[identifier]}", folder)
        link = f"[{entry.numbers[identifier]}]({path}#{identifier})"
        links.append(f"**{link}** (defined)" if identifier == use.defined_in else link)
    return f"{escape(entry.symbol)}, {label} {', '.join(links)}"
