"""Renders a report's pages as the site does, and reads back what a reader sees."""

import re
from collections.abc import Mapping

from lxml import html
from lxml.html import HtmlElement
from markdown import Markdown

from pilcrow.model import Report
from pilcrow.render.pages import PageSetting, section_pages
from pilcrow.site.extension import ReportExtension
from pilcrow.site.library import SiteLibrary

FOLDER = "en/E/CN.99/2024/7"
_EXTENSIONS = ("def_list", "tables", "toc", "pymdownx.highlight", "pymdownx.superfences")
"""What mkdocs.yml turns on."""


def written_pages(report: Report) -> dict[str, str]:
    """The Markdown of every section's page by its name."""
    setting = PageSetting(
        symbol="E/CN.99/2024/7", language="en", source_sha256="0" * 64, aliases={}
    )
    return {page.name: page.markdown() for page in section_pages(report, setting)}


def rendered_pages(pages: Mapping[str, str]) -> dict[str, HtmlElement]:
    """The HTML of each page, by the site's own Markdown extension."""
    library = SiteLibrary()
    library.read((f"{FOLDER}/{name}", text) for name, text in pages.items())
    rendered: dict[str, HtmlElement] = {}
    for name, text in pages.items():
        extension = ReportExtension()
        extension.context = library.context(f"{FOLDER}/{name}")
        assert extension.context is not None
        body = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)
        markdown = Markdown(extensions=[*_EXTENSIONS, extension])
        rendered[name] = html.fromstring(f"<div>{markdown.convert(body)}</div>")
    return rendered


def seen_paragraphs(pages: Mapping[str, HtmlElement]) -> dict[str, str]:
    """Id and visible text of every paragraph, without its number and footnote indicators."""
    return {
        str(element.get("id")): _seen(element)
        for page in pages.values()
        for element in page.iter("div")
        if element.get("class") == "para"
    }


def _seen(element: HtmlElement) -> str:
    pieces = (
        " ".join("".join(_text(piece)).split())
        for piece in element.iter("p", "span")
        if piece.tag == "p" or piece.get("class") == "marker"
    )
    return " ".join(piece for piece in pieces if piece)


def _text(element: HtmlElement) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if child.get("class") != "indicator":
            parts.extend(_text(child))
        parts.append(child.tail or "")
    return parts
