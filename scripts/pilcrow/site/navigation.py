"""The tree each page carries: its own report's, or the site's few pages.

A library's whole tree in every page would make a build quadratic.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pilcrow.site.catalogue import language_name
from pilcrow.site.generated import GeneratedPage, ReportPages
from pilcrow.site.library import SiteLibrary
from pilcrow.site.spoken_of import INDEX_NAMES


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NavigationEntry:
    """An entry as Material's templates read it; equal to a page at the same address."""

    title: str
    url: str
    children: tuple[NavigationEntry, ...] = ()
    active: bool = False
    is_index: bool = False
    meta: Mapping[str, str] | None = None
    pages: None = None
    typeset: None = None
    encrypted: bool = False

    def __eq__(self, other: object) -> bool:
        """Tell whether the other leads to the same page; the theme compares with pages."""
        return getattr(other, "url", None) == self.url

    def __hash__(self) -> int:
        """Hash as an address."""
        return hash(self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationTree:
    """What the theme takes for the site's navigation."""

    items: tuple[NavigationEntry, ...]
    homepage: NavigationEntry


_HOME = NavigationEntry(title="Home", url="index.html")
_TITLES = {
    "index.md": "Home",
    "how-to-use.md": "How to use this site",
    "search.md": "Search",
    "maintainers/index.md": "Overview",
}


def navigation_for(
    library: SiteLibrary, path: str, others: tuple[tuple[str, str], ...] = ()
) -> NavigationTree:
    """The tree for one page.

    Args:
        library: all generated pages.
        path: the page's path below the docs folder.
        others: path and title of the pages written by hand, in order.
    """
    page = library.pages.get(path)
    report = library.reports.get(page.folder) if page else None
    if report is None:
        return NavigationTree(items=_site(library, path, others), homepage=_HOME)
    items = (_HOME, _report(report, path), *_glossary(library, report.front, path))
    return NavigationTree(items=items, homepage=_HOME)


def _url(path: str) -> str:
    return path.removesuffix(".md") + ".html"


def _site(
    library: SiteLibrary, path: str, others: tuple[tuple[str, str], ...]
) -> tuple[NavigationEntry, ...]:
    """The site's own pages, folders as groups, and the front page of a single report.

    Several reports are in the catalogue of the home page: a tree of hundreds would help nobody.
    """
    top: list[NavigationEntry] = []
    groups: dict[str, list[NavigationEntry]] = {}
    for other, title in others:
        entry = NavigationEntry(
            title=_TITLES.get(other, title), url=_url(other), active=other == path
        )
        folder, _, name = other.partition("/")
        if not name:
            top.append(entry)
        else:
            groups.setdefault(folder, []).append(entry)
    reports = tuple(
        NavigationEntry(
            title=str(report.front.fields["symbol"]),
            url=_url(report.front.path),
            active=report.front.path == path,
        )
        for report in (() if library.is_large else library.reports.values())
    )
    found = [page for page in library.pages.values() if "terms" in page.fields]
    glossaries = tuple(
        NavigationEntry(
            title=page.title + (f" ({_language(page)})" if len(found) > 1 else ""),
            url=_url(page.path),
            active=page.path == path,
        )
        for page in found
    )
    grouped = tuple(
        NavigationEntry(
            title=f"For {folder}",
            url="",
            children=tuple(entries),
            active=any(entry.active for entry in entries),
        )
        for folder, entries in groups.items()
    )
    return (*top, *reports, *glossaries, *grouped)


def _language(page: GeneratedPage) -> str:
    return language_name(str(page.fields.get("language", "en")))


def _report(report: ReportPages, path: str) -> NavigationEntry:
    by_parent: dict[str | None, list[GeneratedPage]] = {}
    lists: list[NavigationEntry] = []
    indexes: list[NavigationEntry] = []
    for page in report.pages[1:]:
        if page.section:
            by_parent.setdefault(page.parent, []).append(page)
        elif page.fields.get("kind") in INDEX_NAMES:
            indexes.append(_leaf(page, path))
        else:
            lists.append(_leaf(page, path))
    front = replace(_leaf(report.front, path), is_index=True)
    symbol = str(report.front.fields["symbol"])
    return NavigationEntry(
        title=symbol,
        url="",
        active=True,
        children=(
            replace(front, title=symbol),
            *(_section(page, by_parent, path) for page in by_parent.get(None, [])),
            *_indexes(indexes),
            *lists,
        ),
    )


def _indexes(entries: list[NavigationEntry]) -> tuple[NavigationEntry, ...]:
    """The report's indexes as one branch."""
    if not entries:
        return ()
    active = any(entry.active for entry in entries)
    return (NavigationEntry(title="Indexes", url="", children=tuple(entries), active=active),)


def _section(
    page: GeneratedPage, by_parent: Mapping[str | None, list[GeneratedPage]], path: str
) -> NavigationEntry:
    leaf = _leaf(page, path)
    below = tuple(_section(child, by_parent, path) for child in by_parent.get(page.section, []))
    if not below:
        return leaf
    return NavigationEntry(
        title=page.title,
        url="",
        active=leaf.active or any(child.active for child in below),
        children=(replace(leaf, is_index=True), *below),
    )


def _leaf(page: GeneratedPage, path: str) -> NavigationEntry:
    return NavigationEntry(title=page.title, url=_url(page.path), active=page.path == path)


def _glossary(library: SiteLibrary, front: GeneratedPage, path: str) -> tuple[NavigationEntry, ...]:
    glossary = library.pages.get(f"{front.fields.get('language', 'en')}/glossary.md")
    return (_leaf(glossary, path),) if glossary else ()
