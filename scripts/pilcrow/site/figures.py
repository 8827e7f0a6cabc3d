"""Figures of a report's page: the picture, and its caption below."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element, SubElement

from pilcrow.site.spans import flat_text

_CLASS = "report-figure"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def add_figure(parent: Element, line: re.Match[str]) -> None:
    """Add the figure of a line; its caption is still Markdown."""
    figure = SubElement(parent, "figure", {"class": _CLASS})
    picture = {
        "src": line["name"],
        "alt": html.unescape(_ESCAPED.sub(r"\1", line["description"] or "")),
        "loading": "lazy",
        "decoding": "async",
    }
    size = {name: line[name] for name in ("width", "height") if line[name]}
    SubElement(figure, "img", {**picture, **size})
    if line["caption"]:
        SubElement(figure, "figcaption").text = line["caption"]


def speak_figures(root: Element) -> None:
    """Let each picture be spoken as its caption."""
    for figure in root.iter("figure"):
        if figure.get("class") != _CLASS:
            continue
        picture, caption = figure.find("img"), figure.find("figcaption")
        if picture is not None and caption is not None:
            picture.set("alt", " ".join(flat_text(caption).split()))
