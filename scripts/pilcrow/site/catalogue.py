"""The catalogue of a library: every report with what tells it from others, to read and to filter.

The list is whole and in order without any script; catalogue.js narrows and rearranges it.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from pilcrow.render.front import written_date
from pilcrow.site.addresses import address
from pilcrow.site.generated import ReportPages

SCRIPT = "assets/javascripts/catalogue.js"
NO_BODY = "Body not given"
NO_DATE = "Without a date"
_LANGUAGES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "ar": "العربية",
    "zh": "中文",
}
"""Each in its own words, for those who look for it."""
_DAY = re.compile(r"(\d{4})-\d{2}-\d{2}")
_PIECES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A report as the catalogue lists it, with its editions in several languages together."""

    symbol: str
    title: str
    subtitle: str
    body: str
    date: str
    """ISO 8601, or empty."""
    paragraphs: int
    editions: tuple[tuple[str, str], ...]
    """Language and path of the front page of each, the one named first."""

    @property
    def year(self) -> str:
        """Its year; empty where it has no date."""
        return self.date[:4]


def listed(reports: Iterable[ReportPages], language: str = "en") -> tuple[Listed, ...]:
    """The reports of a library, newest first, those of a day by symbol; one entry for each symbol.

    Args:
        reports: in all their languages.
        language: which names a report that is there in it.
    """
    by_symbol: dict[str, list[ReportPages]] = {}
    for report in reports:
        by_symbol.setdefault(str(report.front.fields["symbol"]), []).append(report)
    entries = [
        _listed(symbol, sorted(editions, key=lambda one: _rank(one, language)))
        for symbol, editions in by_symbol.items()
    ]
    ordered = sorted(entries, key=lambda entry: symbol_key(entry.symbol))
    return tuple(sorted(ordered, key=lambda entry: entry.date, reverse=True))


def symbol_key(symbol: str) -> tuple[tuple[int, str], ...]:
    """Orders symbols as people count: A/80/9 before A/80/590."""
    return tuple(
        (int(piece), "") if piece.isdecimal() else (-1, piece)
        for piece in _PIECES.split(symbol)
        if piece
    )


def catalogue_html(entries: Sequence[Listed], path: str) -> str:
    """The catalogue as the page at `path` shows it: one block of HTML without an empty line."""
    script = posixpath.relpath(SCRIPT, posixpath.dirname(path) or ".")
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry.year or NO_DATE, []).append(_entry(entry, path))
    sections = "\n".join(
        f'<section class="catalogue-group"><h3>{escape(name)}</h3>\n<ul>\n'
        + "\n".join(lines)
        + "\n</ul></section>"
        for name, lines in groups.items()
    )
    return (
        f'<div class="catalogue">\n{_filters(entries)}\n'
        f'<p class="catalogue-count"><span role="status">{len(entries):,} reports</span> '
        '<button type="reset" form="catalogue-filters" hidden>Show all</button></p>\n'
        f'<script src="{escape(script)}"></script>\n'
        f'<div class="catalogue-list">\n{sections}\n</div>\n</div>'
    )


def _rank(report: ReportPages, language: str) -> tuple[bool, int]:
    spoken = _language(report)
    known = list(_LANGUAGES)
    return spoken != language, known.index(spoken) if spoken in known else len(known)


def _language(report: ReportPages) -> str:
    return str(report.front.fields.get("language", "en"))


def _listed(symbol: str, editions: Sequence[ReportPages]) -> Listed:
    def told(name: str) -> str:
        values = (edition.front.fields.get(name) for edition in editions)
        return next((str(value) for value in values if value), "")

    first, date = editions[0], told("date")
    return Listed(
        symbol=symbol,
        title=first.in_lists(first.front.title),
        subtitle=first.in_lists(str(first.front.fields.get("subtitle") or "")),
        body=" ".join(told("organ").split()),
        date=date if _DAY.fullmatch(date) else "",
        paragraphs=sum(len(page.paragraphs) for page in first.pages),
        editions=tuple((_language(edition), edition.front.path) for edition in editions),
    )


def _entry(entry: Listed, path: str) -> str:
    first, *others = entry.editions
    facts = [
        f'<span class="catalogue-symbol">{escape(entry.symbol)}</span>',
        f'<span class="catalogue-body">{escape(entry.body)}</span>' if entry.body else "",
        f'<time datetime="{entry.date}">{written_date(entry.date)}</time>' if entry.date else "",
        _counted(entry.paragraphs, "paragraph"),
        ", ".join(
            (
                language_name(first[0]),
                *(
                    f'<a href="{escape(address(path, front))}" lang="{language}" '
                    f'hreflang="{language}">{language_name(language)}</a>'
                    for language, front in others
                ),
            )
        ),
    ]
    subtitle = f" <span>{escape(entry.subtitle)}</span>" if entry.subtitle else ""
    spoken = " ".join(language for language, _ in entry.editions)
    return (
        f'<li data-symbol="{escape(entry.symbol)}" data-body="{escape(entry.body or NO_BODY)}" '
        f'data-year="{entry.year or NO_DATE}" data-language="{spoken}">'
        f'<p class="catalogue-title"><a href="{escape(address(path, first[1]))}"'
        f' lang="{first[0]}">{escape(entry.title)}</a>{subtitle}</p>\n'
        f'<p class="catalogue-facts">{" · ".join(fact for fact in facts if fact)}</p></li>'
    )


def language_name(language: str) -> str:
    """The language in its own words; its code where it is none of the six."""
    return _LANGUAGES.get(language, escape(language))


def _counted(count: int, thing: str) -> str:
    return f"{count}\u00a0{thing}" if count == 1 else f"{count}\u00a0{thing}s"


def _filters(entries: Sequence[Listed]) -> str:
    bodies = Counter(entry.body or NO_BODY for entry in entries)
    years = Counter(entry.year or NO_DATE for entry in entries)
    spoken = Counter(language for entry in entries for language, _ in entry.editions)
    names = {language: language_name(language) for language in spoken}
    ordered = sorted(bodies, key=lambda body: (body == NO_BODY, body.casefold()))
    fields = [
        (
            '<p class="catalogue-words"><label for="catalogue-words">Title, symbol or body</label>'
            '<input id="catalogue-words" name="words" type="search" autocomplete="off" '
            'autocapitalize="off" spellcheck="false"></p>'
        ),
        _choice("body", "Body", "All bodies", {name: name for name in ordered}, bodies),
        _choice(
            "year", "Year", "All years", {year: year for year in sorted(years, reverse=True)}, years
        ),
        _choice("language", "Language", "All languages", names, spoken) if len(spoken) > 1 else "",
        (
            '<p><label for="catalogue-by">Arranged by</label><select id="catalogue-by" name="by">'
            '<option value="">Year</option><option value="body">Body</option>'
            '<option value="symbol">Symbol</option></select></p>'
        ),
    ]
    return (
        '<form id="catalogue-filters" role="search" aria-label="Filter the reports" method="get" '
        f'autocomplete="off">{"".join(fields)}</form>'
    )


def _choice(
    name: str, label: str, whole: str, values: Mapping[str, str], counts: Mapping[str, int]
) -> str:
    options = "".join(
        f'<option value="{escape(value)}">{escape(shown)} ({counts[value]})</option>'
        for value, shown in values.items()
    )
    return (
        f'<p><label for="catalogue-{name}">{label}</label><select id="catalogue-{name}" '
        f'name="{name}"><option value="">{whole}</option>{options}</select></p>'
    )
