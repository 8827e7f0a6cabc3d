"""All references of one paragraph: the one function that pages call."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from pilcrow.references.addresses import address_of, adopted_as, locate
from pilcrow.references.internal import find_pointers
from pilcrow.references.model import Kind, Reference
from pilcrow.references.places import with_places
from pilcrow.references.resolutions import find_adopted
from pilcrow.references.symbols import SymbolSpan, find_symbols, split_symbols
from pilcrow.references.web import CUT_ADDRESS, find_addresses


def find_references(
    text: str,
    *,
    own_symbol: str | None,
    context: tuple[str, ...] = (),
    language: str = "en",
) -> tuple[Reference, ...]:
    """The references in the plain text of one paragraph, in order and without overlaps.

    `own_symbol` is the symbol of the report that holds the paragraph. `context` is earlier text
    of the report (paragraphs and headings), nearest last; only the full names of bodies are read
    from it, to tell which body "the Conference" is. Any text is accepted.
    """
    own = frozenset(split_symbols(own_symbol)) if own_symbol else frozenset[str]()
    found = tuple(_web(text))
    found = _merge(found, _symbols(text, language))
    found = _merge(found, _adopted(text, context, language))
    pointers = find_pointers(text, cited=found, own_symbols=own, language=language)
    found = _merge(
        found,
        (
            Reference(
                kind=Kind.INTERNAL,
                start=pointer.start,
                end=pointer.end,
                text=text[pointer.start : pointer.end],
                targets=pointer.targets,
            )
            for pointer in pointers
        ),
    )
    return with_places(text, found)


def _merge(found: tuple[Reference, ...], more: Iterable[Reference]) -> tuple[Reference, ...]:
    """Both, in order; what overlaps something already found, or its left neighbour, is dropped."""
    starts = [reference.start for reference in found]
    added: list[Reference] = []
    reached = 0
    for reference in more:
        if reference.start < reached:
            continue
        position = bisect_left(starts, reference.end)
        if position and found[position - 1].end > reference.start:
            continue
        added.append(reference)
        reached = reference.end
    return tuple(sorted((*found, *added), key=lambda reference: reference.start))


def _web(text: str) -> Iterator[Reference]:
    for span in find_addresses(text):
        yield Reference(
            kind=Kind.URL,
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            address=span.address,
            verified=span.address is not None,
            note=None if span.address is not None else CUT_ADDRESS,
        )


def _symbols(text: str, language: str) -> Iterator[Reference]:
    for span in find_symbols(text):
        yield _symbol(text, span, language)


def _symbol(text: str, span: SymbolSpan, language: str) -> Reference:
    symbol = span.symbols[0]
    body, kind, number = adopted_as(symbol) or (None, Kind.SYMBOL, None)
    return Reference(
        kind=kind,
        start=span.start,
        end=span.end,
        text=text[span.start : span.end],
        body=body,
        number=number,
        symbol=symbol,
        address=address_of(symbol, language=language),
    )


def _adopted(text: str, context: tuple[str, ...], language: str) -> Iterator[Reference]:
    for found in find_adopted(text, context, language):
        location = locate(body=found.body, kind=found.kind, form=found.form, number=found.number)
        address = address_of(location.symbol or location.held_in, language=language)
        yield Reference(
            kind=found.kind,
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            body=found.body,
            number=found.number,
            symbol=location.symbol,
            address=address,
            verified=location.verified and address is not None,
            note=location.note,
        )
