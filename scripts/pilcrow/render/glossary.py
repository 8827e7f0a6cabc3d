"""The glossary of a library: every term with its senses, and the paragraphs that use each."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pilcrow.ids import slug, unique
from pilcrow.indexes.model import Kind
from pilcrow.render.escape import escape
from pilcrow.render.lists import NOT_EXPANDED, ReportTerms
from pilcrow.render.pages import Page
from pilcrow.terms import TermUse
from pilcrow.terms.senses import sense_of, usual_form

_LEAD = (
    "Short forms and names that the reports use, with what the reports say they stand for and"
    " every paragraph that uses them."
)
_LISTED = 12
"""Paragraphs listed of each report where there are several; its own index of terms has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a short form stands for, with the reports that use it so."""

    short: str
    id: str
    also: tuple[str, ...]
    """Further ids that lead here: the short form's own, for the first of several senses."""
    long: str | None
    uses: tuple[tuple[ReportTerms, TermUse], ...]
    others: tuple[Sense, ...] = ()
    """The other senses of the short form."""

    @property
    def variants(self) -> tuple[str, ...]:
        """Other spellings of the short form."""
        return tuple(dict.fromkeys(name for _, use in self.uses for name in use.term.variants))


def glossary_page(
    reports: Sequence[ReportTerms],
    language: str,
    term_ids: Callable[[Sequence[str]], dict[str, str]],
) -> Page:
    """One glossary for all reports of a language: each term with every paragraph that uses it.

    A short form that reports expand differently has an entry for each sense, one after the other.

    Args:
        reports: the terms of each report, in the order of the library.
        language: of the reports.
        term_ids: gives each short form its id, unique among all.
    """
    senses = tuple(_senses(reports, term_ids))
    several = len(reports) > 1
    return Page(
        name="glossary.md",
        fields={
            "title": "Glossary",
            "language": language,
            "kind": "glossary",
            "terms": [
                {
                    "id": sense.id,
                    "short": sense.short,
                    "long": sense.long,
                    "variants": list(sense.variants),
                    **({"also": list(sense.also)} if sense.also else {}),
                    "reports": [entry.symbol for entry, _ in sense.uses],
                }
                for sense in senses
            ],
        },
        blocks=(
            "# Glossary",
            _LEAD,
            *(block for sense in senses for block in _entry(sense, language, several=several)),
        ),
    )


def glossary_ids(page: Page) -> tuple[str, ...]:
    """The ids of a glossary page's entries, in its order."""
    entries = page.fields["terms"]
    if not isinstance(entries, list):
        return ()
    return tuple(name for entry in entries for name in (*entry.get("also", ()), entry["id"]))


def _senses(
    reports: Sequence[ReportTerms], term_ids: Callable[[Sequence[str]], dict[str, str]]
) -> Iterator[Sense]:
    """Every sense, by short form, then by long form; the id says what it stands for.

    So no id comes to mean something else when a report is added or removed.
    """
    used: dict[str, dict[str, list[tuple[ReportTerms, TermUse]]]] = {}
    for entry in reports:
        for use in entry.uses:
            senses = used.setdefault(use.term.short, {})
            senses.setdefault(sense_of(use.term.long), []).append((entry, use))
    shorts = sorted(used, key=lambda short: (short.casefold(), short))
    ids = term_ids(shorts)
    own_id = unique(set(ids.values()))
    for short in shorts:
        # One that is never expanded comes behind those that are.
        ordered = sorted(used[short].items(), key=lambda pair: (not pair[0], pair[0]))
        several = len(ordered) > 1
        made: list[Sense] = []
        for count, (sense, uses) in enumerate(ordered):
            name = own_id(f"{ids[short]}-{slug(sense or 'not expanded')}") if several else ""
            made.append(
                Sense(
                    short=short,
                    id=name or ids[short],
                    also=(ids[short],) if several and not count else (),
                    long=usual_form(use.term.long for _, use in uses),
                    uses=tuple(uses),
                )
            )
        for sense_made in made:
            others = tuple(other for other in made if other is not sense_made)
            yield Sense(
                short=short,
                id=sense_made.id,
                also=sense_made.also,
                long=sense_made.long,
                uses=sense_made.uses,
                others=others,
            )


def _entry(sense: Sense, language: str, *, several: bool) -> Iterator[str]:
    yield f"## {escape(sense.short)}"
    yield escape(sense.long) if sense.long else NOT_EXPANDED
    if sense.others:
        links = (f"[{escape(other.long or 'not expanded')}](#{other.id})" for other in sense.others)
        yield f"In other reports: {'; '.join(links)}"
    for entry, use in sense.uses:
        if use.term.definition:
            yield _definition(entry, use, language, several=several)
            if not several:
                break
    if sense.variants:
        yield f"Also written {escape(', '.join(sense.variants))}."
    for entry, use in sense.uses:
        yield _uses(sense, use, entry, language, several=several)


def _definition(entry: ReportTerms, use: TermUse, language: str, *, several: bool) -> str:
    number = use.term.definition_paragraph
    words = f"“{escape(use.term.definition or '')}”"
    if not several:
        where = f" (para. {number})" if number else ""
        return f"In the words of the report: {words}{where}."
    place = next((name for name, one in entry.numbers.items() if one == number), None)
    where = f" ([para. {number}]({_address(entry, place, language)}))" if place else ""
    return f"In the words of {escape(entry.symbol)}: {words}{where}."


def _uses(sense: Sense, use: TermUse, entry: ReportTerms, language: str, *, several: bool) -> str:
    label = "para." if len(use.used_in) == 1 else "paras."
    links: list[str] = []
    shown = use.used_in[:_LISTED] if several else use.used_in
    for identifier in shown:
        link = f"[{entry.numbers[identifier]}]({_address(entry, identifier, language)})"
        links.append(f"**{link}** (defined)" if identifier == use.defined_in else link)
    if left := len(use.used_in) - len(shown):
        path = posixpath.relpath(f"{entry.folder}/{Kind.TERMS.value}.md", language)
        links.append(f"[{left} more]({path})")
    spelt = use.term.long if use.term.long != sense.long else None
    as_spelt = f" ({escape(spelt)})" if spelt else ""
    return f"{escape(entry.symbol)}{as_spelt}, {label} {', '.join(links)}"


def _address(entry: ReportTerms, identifier: str, language: str) -> str:
    path = posixpath.relpath(f"{entry.folder}/{entry.pages[identifier]}", language)
    return f"{path}#{identifier}"
