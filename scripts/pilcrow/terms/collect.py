"""The glossary of one report: its terms, where each is defined and every paragraph that uses it."""

from __future__ import annotations

from collections.abc import Sequence

from pilcrow.terms.definitions import find_definitions
from pilcrow.terms.glossary import GlossaryEntry
from pilcrow.terms.ids import term_ids
from pilcrow.terms.model import Term, TermUse
from pilcrow.terms.occurrences import TermMatcher


def collect_terms(
    paragraphs: Sequence[tuple[str, str, str]],
    glossary: Sequence[GlossaryEntry] = (),
    *,
    report: str | None = None,
) -> tuple[TermUse, ...]:
    """The terms that the paragraphs (id, number, text; in reading order) use.

    A long form comes from the first paragraph that gives it; definitions, variants and terms that
    are never expanded come from the glossary's entries for `report`. Terms are in the order of
    the first paragraph that uses them; a term that no paragraph uses is left out.
    """
    entries = [entry for entry in glossary if entry.speaks_of(report)]
    names = {entry.short: entry.short for entry in entries}
    for entry in entries:
        for variant in entry.variants:
            names.setdefault(variant, entry.short)
    longs: dict[str, str] = {}
    defining: dict[str, str] = {}
    for paragraph, _, text in paragraphs:
        for found in find_definitions(text):
            short = names.setdefault(found.short, found.short)
            if short not in longs:
                longs[short] = found.long
                defining[short] = paragraph
    by_short = {entry.short: entry for entry in reversed(entries)}
    ids = term_ids(dict.fromkeys((*longs, *by_short)))
    terms = [_term(short, ids[short], longs.get(short), by_short.get(short)) for short in ids]
    return _uses(paragraphs, terms, defining)


def _uses(
    paragraphs: Sequence[tuple[str, str, str]], terms: Sequence[Term], defining: dict[str, str]
) -> tuple[TermUse, ...]:
    matcher = TermMatcher(terms)
    used: dict[str, dict[str, None]] = {}
    for paragraph, _, text in paragraphs:
        for occurrence in matcher.find(text):
            used.setdefault(occurrence.term.short, {})[paragraph] = None
    by_short = {term.short: term for term in terms}
    return tuple(
        TermUse(term=by_short[short], defined_in=defining.get(short), used_in=tuple(used_in))
        for short, used_in in used.items()
    )


def _term(short: str, name: str, long: str | None, entry: GlossaryEntry | None) -> Term:
    if entry is None:
        return Term(short=short, id=name, long=long)
    whole = entry.long or long
    return Term(
        short=short,
        id=name,
        long=whole,
        definition=entry.definition,
        definition_paragraph=entry.paragraph,
        variants=entry.variants,
        expanded=whole is not None,
    )
