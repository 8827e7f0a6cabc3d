"""What is treated where: from the links of the pages, and from the report's indexes."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from pilcrow.previews.model import Page, Paragraph, Section, Subject

INDEXES = {"states": "State", "programmes": "Programme", "publications": "Publication"}
"""Pages that list what a report treats (their `kind`), and what one entry is called."""
_UN_DOCUMENT = re.compile(r"https://docs\.un\.org/[a-z]{2}/(?P<symbol>[^?#]+)")


def subjects_of(
    folder: str, sections: Sequence[Section], lists: Iterable[Page]
) -> tuple[Subject, ...]:
    """Every subject of a report, States first, then programmes, terms and documents.

    Args:
        folder: the report's, to which the addresses of links are relative.
        sections: its pages.
        lists: pages of the report that may be indexes.
    """
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    known = [paragraph.id for paragraph in paragraphs]
    by_kind = {page.text("kind"): page for page in lists}
    indexed = (
        subject
        for kind, word in INDEXES.items()
        if kind in by_kind
        for subject in _indexed(by_kind[kind], word, known)
    )
    if (documents := by_kind.get("documents")) is None:
        return (*indexed, *_linked(folder, paragraphs, {}))
    alone = _of_one_address(documents)
    rest = _indexed(documents, "Document", known, but=frozenset(alone.values()))
    return (*indexed, *_linked(folder, paragraphs, alone), *rest)


def _entries(page: Page) -> list[dict[str, Any]]:
    """An index as its page has it in the field `entries`."""
    entries = page.fields.get("entries")
    return entries if isinstance(entries, list) else []


def _of_one_address(documents: Page) -> Mapping[str, str]:
    """Entries by their document's address, where no other entry leads to the same document.

    Resolutions that stand in one volume share its address.
    """
    addresses = {
        str(entry["id"]): str(entry["fields"]["address"])
        for entry in _entries(documents)
        if "address" in entry.get("fields", {})
    }
    how_many = Counter(addresses.values())
    return {address: name for name, address in addresses.items() if how_many[address] == 1}


def _indexed(
    page: Page, word: str, known: Sequence[str], *, but: frozenset[str] = frozenset()
) -> Iterator[Subject]:
    """The entries of an index that stand in more than one place, but for some.

    What is treated once is treated nowhere else, and a long list of such names would be loaded for
    nothing.
    """
    for entry in _entries(page):
        if entry["id"] in but:
            continue
        named = {mention["p"] for mention in entry.get("mentions", ())}
        places = tuple(identifier for identifier in known if identifier in named)
        if len(places) > 1:
            yield Subject(
                kind=word,
                id=str(entry["id"]),
                name=str(entry["name"]),
                href=f"{page.address}#{entry['id']}",
                paragraphs=places,
            )


def _linked(
    folder: str, paragraphs: Sequence[Paragraph], alone: Mapping[str, str]
) -> Iterator[Subject]:
    """Terms by the glossary's entry, documents by their address.

    Args:
        folder: the report's.
        paragraphs: all of the report.
        alone: entries of the index of documents, by addresses that are theirs alone.
    """
    places: dict[tuple[str, str], list[str]] = {}
    names: dict[tuple[str, str], str] = {}
    for paragraph in paragraphs:
        for (classes, address), words in zip(paragraph.links, paragraph.words, strict=True):
            kind = _kind(classes.split())
            if kind:
                key = (kind, address)
                names.setdefault(key, _symbol(address) or words)
                if paragraph.id not in places.setdefault(key, []):
                    places[key].append(paragraph.id)
    for key in sorted(places, key=lambda key: (key[0] != "Term", names[key].casefold(), key)):
        kind, address = key
        yield Subject(
            kind=kind,
            id=address.partition("#")[2] if kind == "Term" else alone.get(address, address),
            name=names[key],
            href=_from_root(folder, address) if kind == "Term" else address,
            paragraphs=tuple(places[key]),
        )


def _kind(classes: Sequence[str]) -> str:
    if "term" in classes:
        return "Term"
    return "Document" if {"reference", "external"} <= set(classes) else ""


def _symbol(address: str) -> str:
    """The symbol in an address of docs.un.org; one document is cited in many words."""
    match = _UN_DOCUMENT.fullmatch(address)
    return unquote(match["symbol"]) if match else ""


def _from_root(folder: str, address: str) -> str:
    path, mark, fragment = address.partition("#")
    return posixpath.normpath(posixpath.join(folder, path)) + mark + fragment
