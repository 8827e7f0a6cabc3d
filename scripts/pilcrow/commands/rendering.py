"""From a converted report to its pages, its lock and its terms, with every gate on the way."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pilcrow.anchors import Lock, grown, reference_ids, report_ids, vanished
from pilcrow.editions import editions
from pilcrow.indexes.find import find_indexes
from pilcrow.ledger import compare_pages
from pilcrow.library import SourceFile
from pilcrow.model import Place, Problem, Report
from pilcrow.render.front import front_page
from pilcrow.render.indexes import index_data, index_pages
from pilcrow.render.lists import (
    ReportTerms,
    numbered_texts,
    report_terms,
    whole_page,
)
from pilcrow.render.pages import PageSetting, section_pages, source_hash
from pilcrow.terms import GlossaryEntry, collect_terms, stale_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A report as it will stand in the docs folder."""

    folder: str
    """Below the docs folder: `en/E/CN.15/2024/5`."""
    pages: dict[str, str]
    """Names and texts of its pages, and of the data beside them."""
    lock: Lock
    terms: ReportTerms
    problems: tuple[Problem, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Names and contents of the pictures of its figures."""

    @property
    def files(self) -> dict[str, str | bytes]:
        """All that stands in its folder."""
        return {**self.pages, **self.pictures}


def report_folder(symbol: str, language: str) -> str:
    """Where a report lives below the docs folder: the language, then the symbol."""
    return f"{language}/{symbol.replace(' ', '')}"


def render(
    source: SourceFile, report: Report, glossary: Sequence[GlossaryEntry], glossary_name: str
) -> Rendered:
    """Render a report without open problems, and check the pages against it."""
    symbol = report.masthead.symbol or ""
    folder = report_folder(symbol, report.masthead.language)
    setting = PageSetting(
        symbol=symbol,
        language=report.masthead.language,
        source_sha256=source_hash(source.content),
        aliases=source.lock.aliases,
        references=reference_ids(report),
    )
    to_glossary = posixpath.relpath(f"{report.masthead.language}/glossary.md", folder)
    settlements = Place(source=source.settlements_name, line=1)
    indexes = find_indexes(report, glossary, source.settlements, settlements)
    sections = section_pages(report, setting)
    pages = (
        front_page(report, setting, indexes=indexes, glossary=to_glossary),
        *sections,
        *index_pages(report, indexes, setting, after=len(sections)),
        whole_page(report, setting),
    )
    texts = {page.name: page.markdown() for page in pages}
    texts.update(index_data(indexes, report.masthead.language))
    texts.update(editions(report, source.lock.aliases))
    ids = report_ids(report)
    lock_place = Place(source=f"{Path(source.name).parent.as_posix()}/anchors.lock", line=1)
    paragraphs = numbered_texts(report)
    uses = collect_terms(paragraphs, glossary, report=symbol)
    stale = tuple(
        Problem(
            rule="stale-glossary",
            place=Place(source=glossary_name, line=1),
            message=entry.message,
            hint=entry.hint,
        )
        for entry in stale_entries(glossary, paragraphs, report=symbol)
    )
    section_words = {page.name: page.words for page in pages if page.fields.get("section")}
    problems = (
        *compare_pages(section_words, texts, folder),
        *vanished(source.lock, ids, lock_place),
        *stale,
        *indexes.problems,
        *_symbol_changed(source, symbol, lock_place),
    )
    return Rendered(
        folder=folder,
        pages=texts,
        lock=grown(replace(source.lock, symbol=symbol), ids),
        terms=report_terms(report, symbol, folder, uses),
        problems=problems,
        pictures={figure.picture.name: figure.picture.content for figure in report.walk_figures()},
    )


def _symbol_changed(source: SourceFile, symbol: str, place: Place) -> tuple[Problem, ...]:
    """A published report keeps its symbol: its address is made from it."""
    published = source.lock.symbol
    if published is None or published == symbol:
        return ()
    return (
        Problem(
            rule="symbol-changed",
            place=place,
            message=f"the report was published as {published}; its source now says {symbol}.",
            hint="Mend the source, or write the right symbol in report.toml and in the lock.",
        ),
    )
