"""Terms: short forms, what they stand for, and every paragraph that uses them."""

from pilcrow.terms.collect import collect_terms
from pilcrow.terms.definitions import find_definitions
from pilcrow.terms.glossary import (
    GlossaryEntry,
    GlossaryError,
    StaleEntry,
    parse_glossary,
    stale_entries,
)
from pilcrow.terms.ids import term_id, term_ids
from pilcrow.terms.model import Definition, Occurrence, Term, TermUse
from pilcrow.terms.occurrences import TermMatcher, find_occurrences

__all__ = [
    "Definition",
    "GlossaryEntry",
    "GlossaryError",
    "Occurrence",
    "StaleEntry",
    "Term",
    "TermMatcher",
    "TermUse",
    "collect_terms",
    "find_definitions",
    "find_occurrences",
    "parse_glossary",
    "stale_entries",
    "term_id",
    "term_ids",
]
