"""What a section speaks of: its States, terms and documents, each leading to its index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from pilcrow.ids import slug
from pilcrow.indexes.exchange import read_index
from pilcrow.indexes.model import Index, Kind
from pilcrow.indexes.rules import ABOUT, counted
from pilcrow.site.addresses import address
from pilcrow.site.generated import ReportPages

INDEX_NAMES = frozenset(kind.value for kind in Kind)
"""Names of the pages that hold indexes, as `data-page` has them."""
SHOWN = (Kind.STATES, Kind.TERMS, Kind.DOCUMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOf:
    """The entries of one index that a section speaks of."""

    kind: Kind
    entries: tuple[tuple[str, str, int], ...]
    """Name, address of its place in the index, and in how many of the paragraphs."""


def report_indexes(report: ReportPages) -> Mapping[Kind, tuple[str, Index]]:
    """Path and index of every index page of a report."""
    found: dict[Kind, tuple[str, Index]] = {}
    for page in report.pages:
        index = read_index(page.fields)
        if index is not None:
            found[index.kind] = (page.path, index)
    return found


def spoken_of(
    indexes: Mapping[Kind, tuple[str, Index]], page: str, paragraphs: Iterable[str]
) -> tuple[SpokenOf, ...]:
    """What the paragraphs of a page speak of, for the kinds that pages show.

    Args:
        indexes: of `report_indexes`.
        page: path of the page.
        paragraphs: ids of its paragraphs.
    """
    own = frozenset(paragraphs)
    shown = []
    for kind in SHOWN:
        if kind not in indexes:
            continue
        path, index = indexes[kind]
        entries = tuple(
            (entry.name, address(page, path, entry.id), count)
            for entry in index.entries
            if (count := len(own.intersection(entry.paragraphs)))
            and (kind is not Kind.STATES or "code" in entry.fields)
        )
        if entries:
            by_name = sorted(entries, key=lambda entry: slug(entry[0]))
            ordered = tuple(by_name) if kind is Kind.STATES else entries
            shown.append(SpokenOf(kind=kind, entries=ordered))
    return tuple(shown)


def spoken_of_html(shown: Iterable[SpokenOf]) -> str:
    """A folded list at the end of a section; nothing where nothing is spoken of."""
    parts = list(shown)
    if not parts:
        return ""
    summary = ", ".join(counted(part.kind, len(part.entries)) for part in parts)
    lists = "".join(
        f"<dt>{ABOUT[part.kind].title}</dt><dd>"
        + ", ".join(
            f'<a href="{escape(link)}">{escape(name)}</a>' + (f" ({count})" if count > 1 else "")
            for name, link, count in part.entries
        )
        + "</dd>"
        for part in parts
    )
    return (
        f'\n<details class="spoken-of"><summary>In this section: {summary}</summary>'
        f"<dl>{lists}</dl></details>"
    )
