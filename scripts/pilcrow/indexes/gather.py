"""Gathers mentions to the entries of an index, in the order in which a reader looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pilcrow.ids import slug, unique
from pilcrow.indexes.model import Found, Index, IndexEntry, Kind, Mention, ParagraphText
from pilcrow.indexes.rule_names import FORMER_HEADING, GROUPS_HEADING, REGIONS_HEADING

Finds = Mapping[str, Iterable[Found]]
"""What a recogniser finds, by paragraph id."""

EACH_ITS_OWN = frozenset({Kind.FIGURES, Kind.EVENTS})
"""Kinds in which every mention is an entry: two figures of the same words are two figures."""


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
