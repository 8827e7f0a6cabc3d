"""The index files of a whole site, from its rendered pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pilcrow.search.entry import Entry, GlossaryTerm, Kind
from pilcrow.search.extract import definitions, extract_entries
from pilcrow.search.index import build_index

FOLDER = "search"
RESULTS = "search.html"
"""The page of all results, which is not searched itself."""
_RESULTS = re.compile(r'(?<=<div class="search-page")(?: data-languages="[^"]*")?(?=>)')
_FIRST = "en"
"""Where the index stands in the site, a folder for each language in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPage:
    """A page's content as rendered, with what its front matter says."""

    address: str
    title: str
    html: str
    language: str = "en"
    symbol: str = ""
    symbols: tuple[str, ...] = ()
    """For a front page, all symbols of a document that has several."""
    section: str = ""
    parent: str = ""
    order: int = 0
    glossary: tuple[GlossaryTerm, ...] = ()
    organ: str = ""
    """For a front page, the body that the report is to."""
    date: str = ""
    states: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For an index of States, those of each paragraph of the report."""


def index_files(pages: Sequence[RenderedPage]) -> Mapping[str, bytes]:
    """The search files of these pages, by address from the site's root."""
    files: dict[str, bytes] = {}
    for language in sorted({page.language for page in pages}):
        spoken = sorted(
            (page for page in pages if page.language == language),
            key=lambda page: (not page.symbol, page.symbol, page.order, page.address),
        )
        glossary = tuple(term for page in spoken for term in page.glossary)
        index = build_index(_entries(spoken), language=language, glossary=glossary)
        files.update({f"{FOLDER}/{language}/{name}": body for name, body in index.items()})
    return files


def with_languages(page: str, index: Iterable[str]) -> str:
    """The page of all results with the languages it can search: English first, then by code.

    Args:
        page: as it was rendered, or with other languages.
        index: the addresses of the index's files, as `index_files` gives them.
    """
    found = {name.split("/")[1] for name in index}
    offered = " ".join(sorted(found, key=lambda code: (code != _FIRST, code)))
    return _RESULTS.sub(f' data-languages="{offered}"', page)


def _entries(pages: Sequence[RenderedPage]) -> Iterator[Entry]:
    defined: dict[str, tuple[GlossaryTerm, ...]] = {}
    for page in pages:
        if page.glossary:
            defined.update(definitions(page.html, page.address))
    states = {page.symbol: page.states for page in pages if page.states}
    sections = {(page.symbol, page.section): page for page in pages if page.section}
    for page in pages:
        for entry in extract_entries(
            page.html, page.address, page.title, _path(page, sections), defined
        ):
            yield _known(entry, page, states.get(page.symbol, {}))


def _known(entry: Entry, page: RenderedPage, states: Mapping[str, tuple[str, ...]]) -> Entry:
    """The entry with what front matter says of it."""
    if entry.kind is Kind.FRONT:
        return replace(entry, symbols=page.symbols, organ=page.organ, date=page.date)
    if entry.kind is Kind.PARAGRAPH and states:
        return replace(entry, states=states.get(entry.location.rpartition("#")[2], ()))
    return entry


def _path(page: RenderedPage, sections: Mapping[tuple[str, str], RenderedPage]) -> tuple[str, ...]:
    titles: list[str] = []
    parent = page.parent
    while parent and len(titles) < len(sections):
        above = sections.get((page.symbol, parent))
        if above is None:
            break
        titles.append(above.title)
        parent = above.parent
    return tuple(reversed(titles))
