"""Machine editions: copies them, links them from pages, and writes llms.txt."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pilcrow.site.machines import (
    ListedPage,
    ListedReport,
    cited_documents,
    editions_beside,
    editions_note,
    is_edition,
    llms_text,
    structured_data,
    translations,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

LEFT_OUT = ("maintainers/", "index.md", "search.md")
_paths: set[str] = set()
_copied: dict[str, str] = {}
_reports: dict[str, ListedReport] = {}
_folders: dict[str, list[str]] = {}
_pages: list[ListedPage] = []
_cited: dict[str, tuple[tuple[str, str], ...]] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the Markdown editions out of the pages: they are copied as they are."""
    del config
    _paths.clear()
    _copied.clear()
    _cited.clear()
    _paths.update(file.src_uri for file in files)
    for file in list(files.documentation_pages()):
        if is_edition(file.src_uri, _paths):
            _copied[file.src_uri] = str(file.abs_src_path)
            files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Note what a report's list of documents cited links to."""
    del config, files
    if page.meta.get("kind") == "documents":
        _cited[_folder(page)] = cited_documents(markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name the editions at the end of a report's front page."""
    del config, files
    if not page.meta.get("front"):
        return html
    return html + editions_note(editions_beside(_folder(page), _paths))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Collect what structured data and llms.txt tell, once every page's fields are read."""
    _reports.clear()
    _folders.clear()
    _pages.clear()
    for page in (file.page for file in files.documentation_pages() if file.page is not None):
        path = page.file.src_uri
        if page.meta.get("front"):
            _folders.setdefault(str(page.meta["symbol"]), []).append(_folder(page))
            _reports[_folder(page)] = ListedReport(
                fields=page.meta,
                address=_address(page).removesuffix("index.html"),
                editions=editions_beside(_folder(page), _paths),
            )
        elif "symbol" not in page.meta and not path.startswith(LEFT_OUT):
            _pages.append(
                ListedPage(
                    title=str(page.title),
                    address=_address(page),
                    language=str(page.meta.get("language", "")),
                )
            )
    del config
    return env


def on_page_context(context: Context, page: Page, config: MkDocsConfig, nav: Navigation) -> Context:
    """Give the template the editions and the structured data of the page's report."""
    del nav
    report = _reports.get(_folder(page)) if "symbol" in page.meta else None
    if report is None:
        return context
    context["editions"] = report.editions  # type: ignore[index]
    context["translations"] = translations(  # type: ignore[index]
        page.file.src_uri, _folders[str(page.meta["symbol"])], _paths
    )
    if page.meta.get("front"):
        context["structured_data"] = structured_data(  # type: ignore[index]
            page.meta,
            address=report.address,
            part_of=(config.site_name, config.site_url or ""),
            cited=_cited.get(_folder(page), ()),
            editions=report.editions,
        )
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Write the Markdown editions and llms.txt."""
    site = Path(config.site_dir)
    for path, source in _copied.items():
        shutil.copyfile(source, site / path)
    text = llms_text(
        config.site_name, config.site_description or "", tuple(_reports.values()), _pages
    )
    (site / "llms.txt").write_text(text, encoding="utf-8", newline="\n")


def _folder(page: Page) -> str:
    return page.file.src_uri.rpartition("/")[0]


def _address(page: Page) -> str:
    return page.canonical_url or page.file.dest_uri
