"""Ids of headings, entries of a front page, marks of links that leave the site."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from pilcrow.site.context import PageContext

EXTERNAL_TITLE = "Needs internet"
_ENTRY = re.compile(r"[^#]+\.html#(?P<id>.+)")


def identify_headings(root: Element, context: PageContext) -> None:
    """Give the page's headings the ids of the section, or of the glossary's terms."""
    if context.page.section:
        heading = next(root.iter("h1"), None)
        if heading is not None:
            heading.set("id", context.page.section)
    for heading, term in zip(root.iter("h2"), context.entries("terms"), strict=False):
        heading.set("id", term["id"])
        for name in term.get("also", ()):
            alias = Element("span", {"class": "alias", "id": name})
            alias.tail, heading.text = heading.text, None
            heading.insert(0, alias)


def mark_uses(root: Element) -> None:
    """Tell the lines of a glossary that list paragraphs from those that give a report's words."""
    for line in root.findall("p"):
        if any("#" in link.get("href", "").partition(".html")[2] for link in line.iter("a")):
            said = (line.text or "").startswith("In the words of ")
            line.set("class", "term-words" if said else "term-uses")


def identify_index_entries(root: Element, context: PageContext) -> None:
    """Give each entry of an index the id by which other pages lead to it."""
    listed = (entry for part in root.findall("ul") for entry in part)
    for entry, known in zip(listed, context.entries("entries"), strict=False):
        entry.set("id", known["id"])
        entry.set("class", "index-entry")


def mark_external(root: Element) -> None:
    """Mark every link that leaves the site: it needs the internet."""
    for link in root.iter("a"):
        if link.get("href", "").startswith(("http://", "https://")):
            classes = link.get("class", "reference").split()
            link.set("class", " ".join(dict.fromkeys([*classes, "external"])))
            link.set("rel", "external")
            if link.get("href") == "".join(link.itertext()):
                # Its words are its address: print need not add it.
                link.set("class", f"{link.get('class')} address")
            if not link.get("title"):
                link.set("title", EXTERNAL_TITLE)


def identify_entries(root: Element, sections: Mapping[str, str]) -> None:
    """Masthead and contents of a front page: each entry has the id that permanent links name.

    Args:
        root: the page.
        sections: address of each section's page to the section's id.
    """
    for masthead in root.iter("dl"):
        masthead.set("class", "masthead")
    heading = root.find("h1")
    behind = root[list(root).index(heading) + 1] if heading is not None else None
    if behind is not None and behind.tag == "p":
        behind.set("class", "subtitle")
    contents = next(root.iter("ul"), None)
    if contents is None:
        return
    contents.set("class", "contents")
    for entry in contents.iter("li"):
        link = entry.find("a")
        if link is None:
            continue
        address = link.get("href", "")
        if match := _ENTRY.fullmatch(address):
            entry.set("id", match["id"])
            entry.set("class", "para-entry")
            link.set("aria-label", f"Paragraph {link.text}")
        elif address in sections:
            entry.set("id", sections[address])
            entry.set("class", "section-entry")
            _mark_range(entry, link)


def mark_leads(root: Element) -> None:
    """A list that leads to the sections below looks like the contents it is part of."""
    for leads in root.findall("ul"):
        leads.set("class", "contents leads")
        for entry in leads:
            link = entry.find("a")
            if link is not None:
                entry.set("class", "section-entry")
                _mark_range(entry, link)


def _mark_range(entry: Element, link: Element) -> None:
    """Put the range behind a section's link into an element of its own."""
    text = (link.tail or "").strip()
    if text:
        extent = Element("span", {"class": "range"})
        extent.text = text
        extent.tail = "\n"
        link.tail = " "
        entry.insert(list(entry).index(link) + 1, extent)


_REFERENCE_LIKE = re.compile(r"&(?=[#\w])")
_AMPERSAND = "\x02amp\x03amp;"
"""What Python-Markdown's last step makes "&amp;" of; its serializer would leave "&copy;" alone."""


def protect_ampersands(root: Element) -> None:
    """Keep text that looks like a character reference from being read as one."""
    for element in root.iter():
        if element.text:
            element.text = _REFERENCE_LIKE.sub(_AMPERSAND, element.text)
        if element.tail:
            element.tail = _REFERENCE_LIKE.sub(_AMPERSAND, element.tail)
        for name, value in element.items():
            element.set(name, _REFERENCE_LIKE.sub(_AMPERSAND, value))


def resolve_entities(root: Element, stash: list[object]) -> None:
    """Put characters where Python-Markdown stashed entities, so that text is whole again."""
    pattern = re.compile("\x02wzxhzdk:(\\d+)\x03")

    def restore(match: re.Match[str]) -> str:
        raw = stash[int(match[1])]
        if isinstance(raw, str) and re.fullmatch(r"&#?\w+;", raw):
            return html.unescape(raw)
        return match.group()

    for element in root.iter():
        if element.text and "\x02" in element.text:
            element.text = pattern.sub(restore, element.text)
        if element.tail and "\x02" in element.tail:
            element.tail = pattern.sub(restore, element.tail)
