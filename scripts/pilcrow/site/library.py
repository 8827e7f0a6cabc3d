"""All generated pages of a site, with what each needs of the others."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping

from pilcrow.indexes.model import Kind
from pilcrow.render.escape import escape
from pilcrow.render.front import written_date
from pilcrow.site.addresses import address
from pilcrow.site.catalogue import catalogue_html, listed
from pilcrow.site.citations import read_citations
from pilcrow.site.cited_by import CitedBy, cited_by
from pilcrow.site.context import PageContext
from pilcrow.site.generated import GeneratedPage, ReportPages, group_reports, read_page
from pilcrow.site.held import Held, held
from pilcrow.site.illustrate import illustrated
from pilcrow.site.spoken_of import ReportSubjects, report_subjects, spoken_of
from pilcrow.site.whole import RenderedSection, whole_report
from pilcrow.terms import Term, TermMatcher

_CONTEXT = 12
_GlossaryTerm = tuple[Term, frozenset[str] | None]
"""A term, and the symbols of the reports that use it so; None for all."""


class SiteLibrary:
    """Holds the pages of one build; `read` begins anew."""

    def __init__(self) -> None:
        """Begin empty."""
        self.pages: dict[str, GeneratedPage] = {}
        self.reports: dict[str, ReportPages] = {}
        self._glossaries: dict[str, tuple[_GlossaryTerm, ...]] = {}
        self._matchers: dict[str, TermMatcher | None] = {}
        self._anchors: dict[str, dict[str, str]] = {}
        self._subjects: dict[str, Mapping[Kind, ReportSubjects]] = {}
        self._held = Held()
        self._cited_by: Mapping[str, CitedBy] = {}

    def read(self, sources: Iterable[tuple[str, str]]) -> None:
        """Take the path and text of every Markdown page; pages written by hand are left out."""
        found = (read_page(path, text) for path, text in sources)
        self.pages = {page.path: page for page in found if page is not None}
        self.reports = group_reports(self.pages.values())
        self._anchors = {folder: report.anchors() for folder, report in self.reports.items()}
        self._held = held(self.reports.values(), self._anchors)
        self._cited_by = cited_by(
            {
                page.folder: read_citations(page.fields)
                for report in self.reports.values()
                for page in report.pages
                if page.fields.get("kind") == Kind.DOCUMENTS.value
            },
            self._held,
        )
        self._subjects = {
            folder: report_subjects(report) for folder, report in self.reports.items()
        }
        self._glossaries = {
            str(page.fields.get("language", "en")): _terms(page)
            for page in self.pages.values()
            if "terms" in page.fields
        }
        self._matchers = {}

    def _matcher(self, report: ReportPages) -> TermMatcher | None:
        """Finds the terms of one report in its own senses; None where there is no glossary."""
        if report.folder not in self._matchers:
            fields = report.front.fields
            glossary = self._glossaries.get(str(fields.get("language", "en")))
            own = [
                term for term, used in glossary or () if used is None or fields["symbol"] in used
            ]
            self._matchers[report.folder] = TermMatcher(own) if glossary is not None else None
        return self._matchers[report.folder]

    def context(self, path: str) -> PageContext | None:
        """What rendering the page must know; None for a page written by hand."""
        page = self.pages.get(path)
        if page is None:
            return None
        language = str(page.fields.get("language", "en"))
        report = self.reports.get(page.folder)
        glossary = address(path, f"{language}/glossary.md")
        return PageContext(
            page=page,
            matcher=self._matcher(report) if report else None,
            term_address=_to_term(glossary),
            anchors=self._anchors[page.folder] if report else {},
            sections={
                address(path, other.path): other.section
                for other in report.pages
                if other.section is not None
            }
            if report and page.fields.get("front")
            else {},
            path=_path(report, page) if report and page.section else (),
            spoken_of=spoken_of(
                self._subjects[page.folder], path, (name for name, _ in page.paragraphs)
            )
            if report and page.section
            else (),
            held=self._held,
            cited_by=self._cited_by.get(page.folder, CitedBy()),
            context=report.texts_before(page, _CONTEXT) if report else (),
        )

    @property
    def is_large(self) -> bool:
        """Whether there is more than one report: then the home page is a catalogue."""
        return len({report.front.fields["symbol"] for report in self.reports.values()}) > 1

    def catalogue(self, path: str) -> str:
        """The reports for the page at `path`, in Markdown.

        Of a single report a line with symbol, title, what and when; of several the catalogue.
        """
        if self.is_large:
            return catalogue_html(listed(self.reports.values()), path)
        lines: list[str] = []
        for report in self.reports.values():
            fields = report.front.fields
            link = posixpath.relpath(report.front.path, posixpath.dirname(path) or ".")
            date = fields.get("date")
            facts = [
                str(fact)
                for fact in (
                    fields.get("organ"),
                    fields.get("subtitle"),
                    written_date(date) if isinstance(date, str) else None,
                    fields.get("paragraphs"),
                )
                if fact
            ]
            symbol, title = str(fields["symbol"]), report.front.title
            lines.append(
                f"- [{escape(symbol)}]({link}): {escape(title)}. {escape(', '.join(facts))}."
            )
        return "\n".join(lines)

    def whole_reports(self) -> tuple[str, ...]:
        """Paths of the pages that `whole` fills."""
        return tuple(
            page.path
            for report in self.reports.values()
            for page in report.pages
            if page.holds_whole
        )

    def whole(self, path: str, rendered: Mapping[str, str]) -> str:
        """The content of the page at `path`, which holds a whole report.

        Args:
            path: one of `whole_reports`.
            rendered: the content of every page by its path.
        """
        report = self.reports[self.pages[path].folder]
        return whole_report(
            rendered[path],
            rendered[report.front.path],
            [
                RenderedSection(
                    id=page.section,
                    name=address(path, page.path),
                    degree=len(report.above(page)),
                    html=rendered[page.path],
                )
                for page in report.pages
                if page.section is not None
            ],
        )

    def illustrated(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Path and content of every page that gets a picture, with the picture in it."""
        for report in self.reports.values():
            for page in report.pages:
                content = rendered.get(page.path, "")
                with_pictures = illustrated(report, page, content)
                if with_pictures != content:
                    yield page.path, with_pictures

    def neighbours(self, path: str) -> tuple[str | None, str | None]:
        """The pages before and after in reading order, within the report."""
        page = self.pages.get(path)
        report = self.reports.get(page.folder) if page else None
        if page is None or report is None or page.holds_whole:
            return None, None
        paths = [other.path for other in report.pages if not other.holds_whole]
        index = paths.index(path)
        before = paths[index - 1] if index else None
        after = paths[index + 1] if index + 1 < len(paths) else None
        return before, after


def _path(report: ReportPages, page: GeneratedPage) -> tuple[tuple[str, str], ...]:
    front, *above = report.above(page)
    symbol = str(front.fields["symbol"])
    return (
        (symbol, address(page.path, front.path)),
        *((other.title, address(page.path, other.path)) for other in above),
    )


def _to_term(glossary: str) -> Callable[[Term], str]:
    return lambda term: f"{glossary}#{term.id}"


def _terms(page: GeneratedPage) -> tuple[_GlossaryTerm, ...]:
    """The terms of a glossary page, with the symbols of the reports that use each so."""
    entries = page.fields.get("terms")
    if not isinstance(entries, list):
        return ()
    return tuple(
        (
            Term(
                short=entry["short"],
                id=entry["id"],
                long=entry.get("long"),
                variants=tuple(entry.get("variants", ())),
                expanded=entry.get("long") is not None,
            ),
            frozenset(map(str, entry["reports"])) if "reports" in entry else None,
        )
        for entry in entries
    )
