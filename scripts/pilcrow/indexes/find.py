"""All indexes of a report: each recogniser over every paragraph, its finds gathered to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pilcrow.ids import slug, unique
from pilcrow.indexes.cited import find_documents, find_terms
from pilcrow.indexes.events import find_events
from pilcrow.indexes.figures import find_figures
from pilcrow.indexes.model import (
    Found,
    Index,
    IndexEntry,
    Indexes,
    Kind,
    Mention,
    ParagraphText,
)
from pilcrow.indexes.programmes import find_programmes
from pilcrow.indexes.publications import find_publications
from pilcrow.indexes.settle import Settlement, settled
from pilcrow.indexes.states import FORMER_HEADING, GROUPS_HEADING, REGIONS_HEADING, find_states
from pilcrow.indexes.text import paragraph_texts
from pilcrow.model import Place, Problem, Report
from pilcrow.terms import GlossaryEntry

Finds = Mapping[str, Iterable[Found]]
"""What a recogniser finds, by paragraph id."""

LANGUAGES = frozenset({"en"})
"""Languages that the recognisers of States, titles, names, figures and events read."""

EACH_ITS_OWN = frozenset({Kind.FIGURES, Kind.EVENTS})
"""Kinds in which every mention is an entry: two figures of the same words are two figures."""


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


def mentions_of(
    kind: Kind, paragraphs: Sequence[ParagraphText], finds: Finds
) -> tuple[tuple[str, Mention], ...]:
    """Group and mention for everything found, in reading order."""
    return tuple(
        (
            found.group,
            Mention(
                kind=kind,
                name=found.name,
                paragraph=paragraph.id,
                number=paragraph.number,
                start=found.start,
                end=found.end,
                words=paragraph.text[found.start : found.end],
                rule=found.rule,
                fields=found.fields,
                places=found.places,
            ),
        )
        for paragraph in paragraphs
        for found in finds.get(paragraph.id, ())
    )


def build_index(kind: Kind, mentions: Iterable[tuple[str, Mention]]) -> Index:
    """Mentions gathered to entries, in the order in which a reader looks for them."""
    gathered: dict[tuple[str, ...], list[tuple[str, Mention]]] = {}
    for group, mention in mentions:
        own = (
            (mention.paragraph, str(mention.start), mention.fields.get("start", ""))
            if kind in EACH_ITS_OWN
            else ()
        )
        gathered.setdefault((group, mention.name, *own), []).append((group, mention))
    # Groups are headings of the same page.
    identify = unique({slug(found[0][0]) for found in gathered.values() if found[0][0]})
    return Index(
        kind=kind,
        entries=tuple(
            IndexEntry(
                id=identify(
                    # An entry of a long list is known by its place: its words are a sentence.
                    f"{kind.value}-{number}" if kind in EACH_ITS_OWN else slug(found[0][1].name)
                ),
                name=found[0][1].name,
                group=found[0][0],
                mentions=tuple(mention for _, mention in found),
                fields=found[0][1].fields,
            )
            for number, found in enumerate(_ordered(kind, gathered.values()), start=1)
        ),
    )


def _ordered(
    kind: Kind, gathered: Iterable[list[tuple[str, Mention]]]
) -> Iterator[list[tuple[str, Mention]]]:
    if kind is Kind.FIGURES:
        yield from gathered
    elif kind is Kind.EVENTS:
        yield from sorted(gathered, key=lambda found: found[0][1].fields.get("start", ""))
    elif kind is Kind.DOCUMENTS:
        groups = ("Resolutions", "Decisions", "Documents", "Web pages")
        order = {group: place for place, group in enumerate(groups)}
        yield from sorted(gathered, key=lambda found: order.get(found[0][0], len(groups)))
    else:
        last = (FORMER_HEADING, GROUPS_HEADING, REGIONS_HEADING)
        yield from sorted(
            gathered,
            key=lambda found: (
                last.index(found[0][0]) + 1 if found[0][0] in last else 0,
                found[0][0],
                _sorted_as(found[0][1].name),
            ),
        )


def _sorted_as(name: str) -> str:
    """A name as people look it up: without article, case and accents."""
    return slug(name.removeprefix("The ").removeprefix("A ").lstrip("\"“'‘"))
