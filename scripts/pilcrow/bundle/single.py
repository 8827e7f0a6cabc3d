"""A report as one file: page, styles, scripts and search index together, for sending by e-mail.

The file has a plain frame of its own: the theme's would be half of it. Its policy names each style
and script by the fingerprint of its words and lets nothing be loaded.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urljoin, urlsplit

from lxml import html as markup
from lxml.html import HtmlElement

from pilcrow.bundle.assemble import BundleError
from pilcrow.bundle.holding import Holding
from pilcrow.bundle.links import permanent
from pilcrow.bundle.minify import minified_script, minified_sheet
from pilcrow.bundle.policy import fingerprints, inline_scripts, inline_styles

MOST_PICTURES = 6_000_000
"""Bytes of pictures that a file may hold; more would not go by e-mail."""
_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif"}
_ENDS = re.compile(r"<(?=/(?:script|style)|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script that stands in the file."""

    text: str
    is_data: bool = False
    """Calls with strings only, such as a file of the search index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the file is made of."""

    holding: Holding
    address: str
    """The page of the whole report on the web."""
    root: str
    """The site's address on the web."""
    whole: str
    """Its content, as the site has it."""
    glossary: str
    """The glossary's content; empty where there is none."""
    sheets: Sequence[str]
    """The site's own style sheets, in order."""
    paper: str
    """The style sheet for print."""
    scripts: Sequence[Script]
    """In order."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Those of the page, by the address that it has for each."""


def single_file(parts: Parts) -> bytes:
    """The file.

    Always: it names no file to load; links to places of the report and to terms lead inside, all
    others to the web; the same parts give the same bytes.

    Raises:
        BundleError: a script or style holds what would end its element.
    """
    holding = parts.holding
    content = _content(parts)
    styles = "".join(
        (
            _style("".join(minified_sheet(sheet) for sheet in parts.sheets)),
            _style(minified_sheet(parts.paper), "print"),
        )
    )
    scripts = "".join(f"<script>{_script(each)}</script>\n" for each in parts.scripts)
    name = f"{holding.symbol} ({holding.language_name}), {holding.date_in_words}"
    body = f"""<body class="single no-js" data-md-color-scheme="default">
<a class="single-skip" href="#report">Skip to the report</a>
<header class="single-header">
<p><a href="{escape(holding.address)}" rel="external" title="Needs internet">{escape(name)}</a></p>
<form role="search" class="single-search" hidden>
<label for="single-query">Search</label>
<input id="single-query" type="search" autocomplete="off" autocapitalize="off" spellcheck="false">
</form>
</header>
<div class="single-results" data-root="{escape(parts.root)}" hidden>
<p role="status"></p>
<ol></ol>
</div>
<main id="report" class="md-content"><div class="md-content__inner md-typeset">
{content}
</div></main>
<footer class="single-footer"><p>This file is a copy of {escape(name)}. It needs no network; links
with an arrow do. A newer copy would be at {escape(holding.address)}</p></footer>
{scripts}</body>
</html>
"""
    head = f"""<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(f"{holding.symbol}: {holding.title}")}</title>
<link rel="canonical" href="{escape(parts.address)}">
<link rel="icon" href="data:,">
{styles}
</head>
"""
    policy = "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src", *fingerprints(inline_scripts(body)))),
            " ".join(("style-src", *fingerprints(inline_styles(head + body)))),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return (
        f'<!doctype html>\n<html lang="{escape(holding.language)}">\n<head>\n<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n{head}{body}'
    ).encode()


def _content(parts: Parts) -> str:
    page = markup.fragment_fromstring(parts.whole, create_parent="div")
    report = next(iter(page.find_class("report")), page)
    terms = {
        link.get("href", "").partition("#")[2]
        for link in report.find_class("term")
        if "#" in link.get("href", "")
    }
    entries = _entries(parts.glossary, terms)
    if entries:
        section = markup.Element("section")
        section.set("class", "glossary")
        heading = markup.Element("h2")
        heading.set("id", "glossary")
        heading.text, heading.tail = "Glossary", "\n"
        section.extend((heading, *entries))
        report.append(section)
    _lead(page, parts.address)
    _hold_pictures(page, parts.pictures, parts.address)
    return (page.text or "") + "".join(
        markup.tostring(element, encoding="unicode") for element in page
    )


def _entries(glossary: str, terms: set[str]) -> list[HtmlElement]:
    """The glossary's entries of these terms, a degree lower."""
    if not glossary:
        return []
    taken: list[HtmlElement] = []
    wanted = False
    for element in next(
        iter(markup.fragment_fromstring(glossary, create_parent="div").find_class("report"))
    ):
        if element.tag == "h2":
            wanted = element.get("id") in terms
            element.tag = "h3"
        if wanted:
            taken.append(element)
    return taken


def _lead(page: HtmlElement, address: str) -> None:
    """Lead links to places of the report and to terms inside, the others to the web."""
    ids = {element.get("id") for element in page.iter("*") if element.get("id")}
    folder = urljoin(address, ".")
    for link in page.iter("a"):
        href = link.get("href", "")
        path, _, fragment = href.partition("#")
        if not path or urlsplit(path).scheme:
            continue
        # The glossary stands elsewhere and leads into this report by longer ways.
        target = urljoin(address, path)
        ours = target.startswith(folder) or path.rpartition("/")[2] == "glossary.html"
        within = target.startswith(folder) or folder.endswith(f"/{path.rpartition('/')[0]}/")
        if fragment in ids and (ours or within):
            link.set("href", f"#{fragment}")
            continue
        link.set("href", permanent(urljoin(address, href)))
        link.set("rel", "external")
        link.set("class", " ".join(dict.fromkeys((*link.get("class", "").split(), "external"))))
        link.set("title", link.get("title") or "Needs internet")


def _hold_pictures(page: HtmlElement, pictures: Mapping[str, bytes], address: str) -> None:
    """Put the pictures into the page; where they are too many, the rest are links to the web."""
    room = MOST_PICTURES
    for image in list(page.iter("img")):
        source = image.get("src", "")
        if urlsplit(source).scheme:
            continue
        content = pictures.get(source, b"")
        room -= len(content)
        kind = _KINDS.get(posixpath.splitext(source)[1])
        if content and kind and room >= 0:
            image.set("src", f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}")
            continue
        room += len(content)
        link = markup.Element("a")
        link.attrib.update(
            {"href": urljoin(address, source), "class": "reference external", "rel": "external"}
        )
        link.text, link.tail = f"Picture on the web: {image.get('alt') or 'no caption'}", image.tail
        image.getparent().replace(image, link)


def _style(sheet: str, medium: str = "") -> str:
    attribute = f' media="{medium}"' if medium else ""
    return f"<style{attribute}>{_whole(sheet)}</style>\n"


def _whole(text: str) -> str:
    if _ENDS.search(text):
        raise BundleError("a script or style holds what would end it in a page")
    return text


def _script(script: Script) -> str:
    if script.is_data:
        # In a string, these characters may be written by number.
        return _ENDS.sub(r"\\x3c", script.text)
    return _whole(minified_script(script.text))
