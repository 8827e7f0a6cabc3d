"""The list of documents that a report cites, with the paragraphs that cite each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pilcrow.references.find import find_references
from pilcrow.references.model import Kind, Reference
from pilcrow.references.symbols import split_symbols

CONTEXT_PARAGRAPHS = 12
"""How far back "the Conference" may look for its full name."""
_ORDER = (Kind.RESOLUTION, Kind.DECISION, Kind.SYMBOL, Kind.URL)
_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A document, resolution, decision or web page that the report cites."""

    key: tuple[str, str, str]
    kind: Kind
    name: str
    """As a reader knows it: "General Assembly resolution 74/247", a symbol, an address."""
    address: str | None
    verified: bool
    note: str | None
    paragraphs: tuple[str, ...]
    """Ids of the paragraphs that cite it, in reading order, each once."""


def cited_documents(
    paragraphs: Sequence[tuple[str, str, str]],
    own_symbol: str | None,
    *,
    language: str = "en",
) -> tuple[CitedDocument, ...]:
    """What the paragraphs (id, number, text; in reading order) cite, the report itself apart.

    Resolutions come first, then decisions, both by body; then documents by symbol, then web
    pages; each by number as people count, 9 before 10.
    """
    return collect_cited(_found(paragraphs, own_symbol, language), own_symbol)


def collect_cited(
    found: Iterable[tuple[str, Sequence[Reference]]], own_symbol: str | None
) -> tuple[CitedDocument, ...]:
    """The same list from references found already: pairs of a paragraph's id and its references."""
    own = frozenset(split_symbols(own_symbol)) if own_symbol else frozenset[str]()
    first: dict[tuple[str, str, str], Reference] = {}
    names: dict[tuple[str, str, str], str] = {}
    citing: dict[tuple[str, str, str], dict[str, None]] = {}
    for paragraph, references in found:
        for reference in references:
            if reference.kind is Kind.INTERNAL or reference.symbol in own:
                continue
            key = reference.key
            first.setdefault(key, reference)
            citing.setdefault(key, {})[paragraph] = None
            name = _name(reference)
            if len(name) > len(names.get(key, "")):
                names[key] = name
    return tuple(
        CitedDocument(
            key=key,
            kind=first[key].kind,
            name=names[key],
            address=first[key].address,
            verified=first[key].verified,
            note=first[key].note,
            paragraphs=tuple(citing[key]),
        )
        for key in sorted(first, key=lambda key: _rank(first[key].kind, key))
    )


def _found(
    paragraphs: Sequence[tuple[str, str, str]], own_symbol: str | None, language: str
) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    texts = [text for _, _, text in paragraphs]
    for position, (paragraph, _, text) in enumerate(paragraphs):
        context = tuple(texts[max(0, position - CONTEXT_PARAGRAPHS) : position])
        yield (
            paragraph,
            find_references(text, own_symbol=own_symbol, context=context, language=language),
        )


def _name(reference: Reference) -> str:
    match reference.kind:
        case Kind.RESOLUTION | Kind.DECISION:
            return " ".join(filter(None, (reference.body, reference.kind.value, reference.number)))
        case Kind.SYMBOL:
            return " ".join(reference.text.rstrip("*").split())
        case _:
            return reference.address or reference.text


def _rank(kind: Kind, key: tuple[str, str, str]) -> tuple[int, str, tuple[tuple[int, str], ...]]:
    # A body that is not known sorts after those that are.
    return _ORDER.index(kind), key[0] or "\uffff", _natural(key[2])


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Figures by value, words by letter: session 9 before session 10."""
    return tuple(
        (int(piece), "") if piece.isdecimal() else (-1, piece)
        for piece in _FIGURES.split(text)
        if piece
    )
