"""Reads the front matter of the pages that convert wrote: MkDocs' own reader of YAML is slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilcrow.site.generated import front_matter

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_fields: dict[str, dict[str, object]] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forget the pages of the build before."""
    _fields.clear()
    return config


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Give a page of ours without its front matter; MkDocs reads any other itself."""
    del config
    found = front_matter(page.file.content_string)
    if found is None:
        return None
    _fields[page.file.src_uri], body = found
    # MkDocs takes lines like "name: value" before the first empty one for fields too.
    return f"\n{body}"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the fields where MkDocs and the other hooks look for them."""
    del config, files
    page.meta.update(_fields.pop(page.file.src_uri, {}))
    return markdown
