"""All indexes of a report: each recogniser over every paragraph, its finds gathered to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pilcrow.ids import slug, unique
from pilcrow.indexes.model import (
    Found,
    Index,
    IndexEntry,
    Indexes,
    Kind,
    Mention,
    ParagraphText,
)
from pilcrow.indexes.states import find_states
from pilcrow.indexes.text import paragraph_texts
from pilcrow.model import Report

Recogniser = Callable[[ParagraphText], Iterable[Found]]


def find_indexes(report: Report) -> Indexes:
    """The indexes of a report.

    Every mention's words stand in its paragraph's text (`paragraph_texts`) at its offsets.
    """
    paragraphs = paragraph_texts(report)
    recognisers: dict[Kind, Recogniser] = {
        Kind.STATES: lambda paragraph: find_states(paragraph.text),
    }
    return Indexes(
        symbol=report.masthead.symbol or "",
        indexes=tuple(
            _index(kind, mentions_of(kind, paragraphs, recognisers[kind]))
            if kind in recognisers
            else Index(kind=kind, entries=())
            for kind in Kind
        ),
    )


def mentions_of(
    kind: Kind, paragraphs: Sequence[ParagraphText], recognise: Recogniser
) -> tuple[tuple[str, Mention], ...]:
    """Group and mention for everything a recogniser finds, in reading order."""
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
            ),
        )
        for paragraph in paragraphs
        for found in recognise(paragraph)
    )


def _index(kind: Kind, mentions: Iterable[tuple[str, Mention]]) -> Index:
    gathered: dict[tuple[str, str], list[Mention]] = {}
    for group, mention in mentions:
        gathered.setdefault((group, mention.name), []).append(mention)
    identify = unique(set())
    return Index(
        kind=kind,
        entries=tuple(
            IndexEntry(
                id=identify(slug(name)),
                name=name,
                group=group,
                mentions=tuple(found),
                fields=found[0].fields,
            )
            for (group, name), found in gathered.items()
        ),
    )
