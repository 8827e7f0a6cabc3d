"""What a section speaks of: its States, terms and documents, each leading to its index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from pilcrow.ids import slug
from pilcrow.indexes.model import Kind
from pilcrow.indexes.rules import ABOUT, counted
from pilcrow.site.addresses import address
from pilcrow.site.generated import GeneratedPage, ReportPages

INDEX_NAMES = frozenset(kind.value for kind in Kind)
"""Names of the pages that hold indexes, as `data-page` has them."""
SHOWN = (Kind.STATES, Kind.TERMS, Kind.DOCUMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOf:
    """The entries of one index that a section speaks of."""

    kind: Kind
    entries: tuple[tuple[str, str, int], ...]
    """Name, address of its place in the index, and in how many of the paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSubjects:
    """The subjects of one kind that a report speaks of."""

    path: str
    """Of the page that holds their index."""
    names: tuple[tuple[str, str], ...]
    """Id and name of each entry, in the order of the index."""
    by_paragraph: Mapping[str, tuple[int, ...]]
    """The places among these of the entries that a paragraph mentions."""


def report_subjects(report: ReportPages) -> Mapping[Kind, ReportSubjects]:
    """What a report speaks of, by the kinds that pages show.

    Made once for a report, by paragraph, since each of its sections asks for its own.
    """
    pages = {str(page.fields.get("kind")): page for page in report.pages}
    return {kind: _subjects(kind, pages[kind.value]) for kind in SHOWN if kind.value in pages}


def _subjects(kind: Kind, page: GeneratedPage) -> ReportSubjects:
    listed = page.fields.get("entries")
    names: list[tuple[str, str]] = []
    places: dict[str, tuple[int, ...]] = {}
    for entry in listed if isinstance(listed, list) else []:
        if kind is Kind.STATES and "code" not in entry.get("fields", {}):
            continue
        for paragraph in dict.fromkeys(str(mention["p"]) for mention in entry["mentions"]):
            places[paragraph] = (*places.get(paragraph, ()), len(names))
        names.append((str(entry["id"]), str(entry["name"])))
    return ReportSubjects(path=page.path, names=tuple(names), by_paragraph=places)


def spoken_of(
    subjects: Mapping[Kind, ReportSubjects], page: str, paragraphs: Iterable[str]
) -> tuple[SpokenOf, ...]:
    """What the paragraphs of a page speak of, for the kinds that pages show.

    Args:
        subjects: of `report_subjects`.
        page: path of the page.
        paragraphs: ids of its paragraphs.
    """
    own = frozenset(paragraphs)
    shown = []
    for kind, known in subjects.items():
        counts = Counter(place for name in own for place in known.by_paragraph.get(name, ()))
        entries = tuple(
            (name, address(page, known.path, identifier), counts[place])
            for place, (identifier, name) in enumerate(known.names)
            if place in counts
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
