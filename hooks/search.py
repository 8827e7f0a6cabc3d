"""Builds the search index from the rendered pages, and joins the scripts that search in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pilcrow.search.entry import GlossaryTerm
from pilcrow.search.pages import FOLDER, RESULTS, RenderedPage, index_files, with_languages
from pilcrow.search.states import states_by_paragraph
from pilcrow.site.spoken_of import INDEX_NAMES

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SCRIPTS = "assets/javascripts/search"
ENGINE = (
    "words", "stem-en", "shards", "library", "entries", "lexicon", "memory",
    "query", "aim", "near", "match", "engine", "present",
)  # fmt: skip
"""The parts of the engine, in order: written into one file, since each file costs a reader time."""
HEADING_END = "</h1>"
LEFT_OUT = ("maintainers/", "search.md", "404.md")
_pages: list[RenderedPage] = []


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the stock search from reading the page: its index would be thrown away."""
    del config, files
    page.meta["search"] = {"exclude": True}
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep every page's content, once all are rendered."""
    _pages.clear()
    _pages.extend(
        _rendered(file.page, str(config.theme.get("language") or "en"))
        for file in files.documentation_pages()
        # What the whole report says is found on the pages of its sections.
        if file.page is not None
        and file.page.meta.get("kind") != "whole"
        and not file.src_uri.startswith(LEFT_OUT)
    )
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index in the place of the stock one."""
    site = Path(config.site_dir)
    for old in (site / FOLDER).glob("search_index.*"):
        old.unlink()
    index = index_files(_pages)
    results = site / RESULTS
    if results.exists():  # a site may do without it
        results.write_text(with_languages(results.read_text("utf-8"), index), encoding="utf-8")
    for name, body in index.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    scripts = site / SCRIPTS
    parts = [scripts / f"{part}.js" for part in ENGINE]
    (scripts / "search.js").write_bytes(b"".join(part.read_bytes() for part in parts))
    for part in parts:
        part.unlink()


def _rendered(page: Page, language: str) -> RenderedPage:
    meta = page.meta
    terms = meta.get("terms")
    return RenderedPage(
        address=page.file.dest_uri,
        title=str(meta.get("title") or page.title or ""),
        html=_looked_at(page),
        language=str(meta.get("language") or language),
        symbol=str(meta.get("symbol") or ""),
        symbols=tuple(meta.get("symbols") or ()),
        section=str(meta.get("section") or ""),
        parent=str(meta.get("parent") or ""),
        order=int(meta.get("order") or 0),
        glossary=tuple(_forms(terms)) if isinstance(terms, list) else (),
        organ=str(meta.get("organ") or ""),
        date=str(meta.get("date") or ""),
        states=states_by_paragraph(meta),
    )


def _looked_at(page: Page) -> str:
    """What the search looks at: of an index its heading, and reading a page takes long."""
    content = page.content or ""
    if page.meta.get("kind") not in INDEX_NAMES:
        return content
    heading, end, _ = content.partition(HEADING_END)
    return f"{heading}{end}</div>"


def _forms(terms: list[dict[str, object]]) -> list[GlossaryTerm]:
    return [
        GlossaryTerm(short=str(term["short"]), long=str(term["long"]))
        for term in terms
        if term.get("long")
    ]
