"""Gives each page the navigation of its own report only, with names for its landmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilcrow.site.landmarks import name_landmarks
from pilcrow.site.library import SiteLibrary
from pilcrow.site.navigation import NavigationTree, navigation_for

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_pages: dict[str, Page] = {}


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the pages by path, and put each report's pages into reading order."""
    del files
    library = _library(config)
    _pages.clear()
    _pages.update({page.file.src_uri: page for page in nav.pages})
    for path, page in _pages.items():
        before, after = library.neighbours(path)
        page.previous_page = _pages.get(before or "")
        page.next_page = _pages.get(after or "")
    return nav


def on_page_context(context: Context, page: Page, config: MkDocsConfig, nav: Navigation) -> Context:
    """Replace the whole site's tree by the page's own."""
    del nav
    library = _library(config)
    own = library.pages.get(page.file.src_uri)
    others: tuple[tuple[str, str], ...] = ()
    if own is None or own.folder not in library.reports:
        others = tuple(
            (path, str(each.title)) for path, each in _pages.items() if path not in library.pages
        )
    tree: NavigationTree = navigation_for(library, page.file.src_uri, others)
    context["nav"] = tree  # type: ignore[index]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Name what a screen reader lists."""
    del page, config
    return name_landmarks(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same in 404.html."""
    del config
    return name_landmarks(output_content) if template_name.endswith(".html") else output_content


def _library(config: MkDocsConfig) -> SiteLibrary:
    """All generated pages, as hooks/report_pages.py has read them."""
    library: SiteLibrary = config.extra["library"]
    return library
