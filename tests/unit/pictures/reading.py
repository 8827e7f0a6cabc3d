"""Reads a picture back as a browser would: its elements, and what is said and linked in it."""

from __future__ import annotations

import re

from lxml import etree

_GEOMETRY = ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height")
SVG = "{http://www.w3.org/2000/svg}"


def parsed(markup: str) -> etree._Element:
    """The picture's root; fails where it is not well-formed XML."""
    return etree.fromstring(markup)


def hints(root: etree._Element) -> dict[str, list[str]]:
    """The hints of the picture's links by their addresses."""
    found: dict[str, list[str]] = {}
    for link in root.iter(f"{SVG}a"):
        found.setdefault(link.get("href", ""), []).append(link.findtext(f"{SVG}title") or "")
    return found


def words_of(root: etree._Element, kind: str) -> list[str]:
    """What is written in the groups of this class; a title within is a hint, not written."""
    return [
        text.text or text[0].tail or ""
        for group in root.iter(f"{SVG}g")
        if group.get("class") == kind
        for text in group.findall(f"{SVG}text")
    ]


def assert_sound(markup: str) -> etree._Element:
    """Well-formed; titled and described by ids of its own; nothing in it that acts or is refused.

    The page's policy refuses style attributes and inline scripts.
    """
    root = parsed(markup)
    ids = [str(node.get("id")) for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    for svg in root.iter(f"{SVG}svg"):
        if svg.get("role"):
            named = (svg.get("aria-labelledby") or "").split()
            assert [child.get("id") for child in list(svg)[:2]] == named
            assert all(child.text for child in list(svg)[:2])
    for node in root.iter():
        assert node.get("style") is None
        assert not [name for name in node.attrib if str(name).startswith("on")]
        assert etree.QName(node).localname not in {"script", "style", "image", "use", "b", "img"}
        places = [str(node.get(name)) for name in _GEOMETRY if node.get(name) is not None]
        assert all(re.fullmatch(r"\d+(?:\.\d+)?%?", place) for place in places), places
    return root
