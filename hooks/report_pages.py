"""Anchors, references, glossary links and footnotes: gives each page of a report its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilcrow.site.extension import ReportExtension
from pilcrow.site.library import SiteLibrary
from pilcrow.site.sheet import sheet_header
from pilcrow.site.templates import make_ready

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

REPORTS = "{{ reports }}"
"""What a page written by hand puts where the list of reports goes."""

NEEDED = frozenset({"toc", "tables", "fenced_code", "def_list"})
"""Extensions that a report's page has a use for; each takes time to set up for each page."""

_extension = ReportExtension()
_library = SiteLibrary()
_extensions: list[object] = []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the extension afresh; hooks stay loaded between the builds of a preview."""
    _extension.context = None
    extensions: list[object] = config.markdown_extensions  # type: ignore[assignment]
    if _extension not in extensions:
        extensions.append(_extension)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read every page that convert wrote, for the navigation's hook too."""
    # By now every plugin has added its own.
    _extensions[:] = config.markdown_extensions
    _library.read((file.src_uri, file.content_string) for file in files.documentation_pages())
    config.extra["library"] = _library
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the extension which page comes; put the list of reports where a page asks for it."""
    del files
    _extension.context = _library.context(page.file.src_uri)
    config["markdown_extensions"] = [
        each
        for each in _extensions
        if _extension.context is None or each in NEEDED or each is _extension
    ]
    if _extension.context is not None:
        page.meta["hide"] = list(_extension.context.hidden)
    if _extension.context is None and REPORTS in markdown:
        page.meta["catalogue"] = _library.is_large
        return markdown.replace(REPORTS, _library.catalogue(page.file.src_uri))
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Put the whole of each report on its page, and pictures where they belong."""
    env.filters["sheet_header"] = sheet_header
    make_ready(env, str(config.theme.get("language") or "en"))
    pages = {
        file.src_uri: file.page for file in files.documentation_pages() if file.page is not None
    }
    rendered = {path: page.content or "" for path, page in pages.items()}
    for path in _library.whole_reports():
        pages[path].content = _library.whole(path, rendered)
    for path, html in _library.illustrated(rendered):
        pages[path].content = html
        pages[path].meta["pictures"] = True
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put what scripts and styles need to know around the page."""
    del page, config, files
    context, _extension.context = _extension.context, None
    return html if context is None else context.wrapped(html)
