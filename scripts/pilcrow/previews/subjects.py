"""What is treated where: from the links of the pages, and from the report's indexes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
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
    return (*indexed, *_linked(folder, paragraphs))


def _indexed(page: Page, word: str, known: Sequence[str]) -> Iterator[Subject]:
    """The entries of an index, its page's field `entries`, that stand in more than one place.

    What is treated once is treated nowhere else, and a long list of such names would be loaded for
    nothing.
    """
    entries = page.fields.get("entries")
    for entry in entries if isinstance(entries, list) else []:
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


def _linked(folder: str, paragraphs: Sequence[Paragraph]) -> Iterator[Subject]:
    """Terms by the glossary's entry, documents by their address."""
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
            id=address.partition("#")[2] if kind == "Term" else address,
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
