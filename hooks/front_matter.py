"""Gives pages that convert wrote their front matter: MkDocs' own reader of YAML is slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilcrow.site.generated import without_front_matter
from pilcrow.site.library import SiteLibrary

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give a page of ours without its front matter; MkDocs reads any other itself."""
    if page.file.src_uri not in _library(config).pages:
        return None
    # MkDocs takes lines like "name: value" before the first empty one for fields too.
    return f"\n{without_front_matter(page.file.content_string)}"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the fields where MkDocs and the other hooks look for them."""
    del files
    known = _library(config).pages.get(page.file.src_uri)
    if known is not None:
        page.meta.update(known.fields)
    return markdown


def _library(config: MkDocsConfig) -> SiteLibrary:
    """All generated pages, as hooks/report_pages.py has read them."""
    library: SiteLibrary = config.extra["library"]
    return library
