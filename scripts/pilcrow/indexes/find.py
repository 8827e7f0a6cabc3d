"""All indexes of a report: each recogniser over every paragraph, its finds gathered to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pilcrow.indexes.cited import find_documents, find_terms
from pilcrow.indexes.events import find_events
from pilcrow.indexes.figures import find_figures
from pilcrow.indexes.gather import Finds, build_index, mentions_of
from pilcrow.indexes.model import (
    LANGUAGES,
    Found,
    Index,
    Indexes,
    Kind,
    ParagraphText,
)
from pilcrow.indexes.programmes import find_programmes
from pilcrow.indexes.publications import find_publications
from pilcrow.indexes.settle import Settlement, settled
from pilcrow.indexes.states import find_states
from pilcrow.indexes.text import paragraph_texts
from pilcrow.model import Place, Problem, Report
from pilcrow.terms import GlossaryEntry


def find_indexes(
    report: Report,
    glossary: Sequence[GlossaryEntry] = (),
    settlements: Sequence[Settlement] = (),
    place: Place | None = None,
) -> Indexes:
    """The indexes of a report.

    Args:
        report: the report.
        glossary: what editors add to the terms that the report introduces itself.
        settlements: what editors remove and add.
        place: of the settlements, for the problems of those that no longer fit.

    Returns:
        An index of every kind. Each mention's words stand in its paragraph's text
        (`paragraph_texts`) at its offsets. In a language other than English only terms and
        documents are found.
    """
    paragraphs = paragraph_texts(report)
    symbol, language = report.masthead.symbol or "", report.masthead.language
    finds = _finds(paragraphs, glossary, symbol, language)
    where = place or Place(source="indexes.toml", line=1)
    indexes: list[Index] = []
    problems: list[Problem] = []
    for kind in Kind:
        found, stale = settled(kind, finds.get(kind, {}), paragraphs, settlements, where)
        indexes.append(build_index(kind, mentions_of(kind, paragraphs, found)))
        problems.extend(stale)
    return Indexes(symbol=symbol, indexes=tuple(indexes), problems=tuple(problems))


def _finds(
    paragraphs: Sequence[ParagraphText],
    glossary: Sequence[GlossaryEntry],
    symbol: str,
    language: str,
) -> Mapping[Kind, Finds]:
    """What every recogniser finds."""
    found: dict[Kind, Finds] = {
        Kind.TERMS: find_terms(paragraphs, glossary, symbol),
        Kind.DOCUMENTS: find_documents(paragraphs, symbol, language),
    }
    if language in LANGUAGES:
        found |= {
            Kind.STATES: _each(paragraphs, lambda one: find_states(one.text)),
            Kind.PUBLICATIONS: _in_sentences(paragraphs, find_publications),
            Kind.PROGRAMMES: find_programmes(paragraphs),
            Kind.FIGURES: _in_sentences(paragraphs, lambda one: find_figures(one.text)),
            Kind.EVENTS: _in_sentences(paragraphs, lambda one: find_events(one.text)),
        }
    return found


def _each(
    paragraphs: Sequence[ParagraphText], recognise: Callable[[ParagraphText], Iterable[Found]]
) -> Finds:
    return {paragraph.id: tuple(recognise(paragraph)) for paragraph in paragraphs}


def _in_sentences(
    paragraphs: Sequence[ParagraphText], recognise: Callable[[ParagraphText], Iterable[Found]]
) -> Finds:
    """What stands outside tables: a number's unit is in its column's head, not beside it."""
    return {
        paragraph.id: tuple(
            found
            for found in recognise(paragraph)
            if not any(found.start < end and start < found.end for start, end in paragraph.tables)
        )
        for paragraph in paragraphs
    }
