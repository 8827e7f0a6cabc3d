"""The glossary of a library as far as it speaks of one report."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pilcrow.bundle.links import inside, is_local
from pilcrow.bundle.markup import Edit, Tag, edited, tags

_TERM = "term-"
_OF_REPORTS = frozenset({"term-uses", "term-words"})
"""Lines that speak of one report each, and lead into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph of an entry, with the links in it."""

    start: int
    end: int
    classes: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A term's heading with the paragraphs behind it."""

    id: str
    start: int
    end: int
    lines: tuple[_Line, ...]


def reduced_glossary(page: str, path: str, folder: str) -> str:
    """The glossary page with the entries that a report uses, and of these what speaks of it.

    Always: no link leads to an entry that is left out; a glossary of this report alone stays as it
    is, byte for byte.

    Args:
        page: the built page.
        path: its address from the site's root.
        folder: the report's.
    """
    found = tags(page)
    entries = tuple(_entries(found))
    left_out = {
        entry.id
        for entry in entries
        if not any(_is_use(line, path, folder) for line in entry.lines)
    }
    edits: list[Edit] = []
    for entry in entries:
        if entry.id in left_out:
            edits.append(Edit(start=entry.start, end=entry.end, text=""))
            continue
        edits.extend(
            Edit(start=line.start, end=line.end, text="")
            for line in entry.lines
            if _speaks_of_others(line, path, folder)
            or any(link.removeprefix("#") in left_out for link in line.links)
        )
    edits.extend(_contents_of(found, left_out))
    return edited(page, edits)


def _is_use(line: _Line, path: str, folder: str) -> bool:
    return "term-uses" in line.classes and not _speaks_of_others(line, path, folder)


def _speaks_of_others(line: _Line, path: str, folder: str) -> bool:
    if _OF_REPORTS.isdisjoint(line.classes):
        return False
    return all(
        posixpath.dirname(inside(path, link)) != folder for link in line.links if is_local(link)
    )


def _entries(found: Sequence[Tag]) -> Iterator[_Entry]:
    """The entries in order; one ends where the next begins, the last with its last paragraph."""
    heads = [
        at
        for at, tag in enumerate(found)
        if tag.name == "h2" and tag.attributes.get("id", "").startswith(_TERM)
    ]
    for head, following in zip_longest(heads, heads[1:]):
        lines = tuple(_lines(found[head:following]))
        end = found[following].start if following is not None else _end(lines, found[head])
        yield _Entry(id=found[head].attributes["id"], start=found[head].start, end=end, lines=lines)


def _end(lines: Sequence[_Line], head: Tag) -> int:
    return lines[-1].end if lines else head.end


def _lines(found: Sequence[Tag]) -> Iterator[_Line]:
    opening: Tag | None = None
    links: list[str] = []
    for tag in found:
        if tag.closes and tag.name in {"div", "article"}:
            return
        if tag.name == "p" and not tag.closes:
            opening, links = tag, []
        elif tag.name == "a" and "href" in tag.attributes:
            links.append(tag.attributes["href"])
        elif tag.name == "p" and opening is not None:
            yield _Line(
                start=opening.start, end=tag.end, classes=opening.classes, links=tuple(links)
            )
            opening = None


def _contents_of(found: Sequence[Tag], left_out: set[str]) -> Iterator[Edit]:
    """The lines of the page's contents that lead to entries left out."""
    opening: Tag | None = None
    leads = False
    for tag in found:
        if tag.name == "li" and not tag.closes:
            opening, leads = tag, False
        elif tag.name == "a" and opening is not None:
            leads = leads or tag.attributes.get("href", "").removeprefix("#") in left_out
        elif tag.name == "li" and opening is not None:
            if leads and "md-nav__item" in opening.classes:
                yield Edit(start=opening.start, end=tag.end, text="")
            opening = None
