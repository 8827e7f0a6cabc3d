"""Elements of Akoma Ntoso, and the file they make: one block a line, running text as it is."""

from __future__ import annotations

import re

from lxml import etree

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold."""
_RUNNING = frozenset({"p", "num", "heading"})
"""Elements of running text: white space in them is text."""


def element(tag: str, parent: etree._Element | None = None, **attributes: str) -> etree._Element:
    """An element of Akoma Ntoso, at the end of its parent where it has one."""
    safe = {name: allowed(value) for name, value in attributes.items()}
    if parent is None:
        return etree.Element(
            f"{{{NAMESPACE}}}{tag}",
            safe,
            nsmap={None: NAMESPACE},  # type: ignore[dict-item]
        )
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", safe)


def allowed(text: str) -> str:
    """The text with U+FFFD for what XML does not allow."""
    return _FORBIDDEN.sub("\ufffd", text)


def add_text(parent: etree._Element, text: str) -> None:
    """Put text behind what the element holds."""
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + allowed(text)
    else:
        last.tail = (last.tail or "") + allowed(text)


def tag_of(node: etree._Element) -> str:
    """The name without its namespace."""
    return etree.QName(node).localname


def written(root: etree._Element) -> str:
    """The file; white space is added only where it is no text."""
    _lay_out(root, 0)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _lay_out(node: etree._Element, depth: int) -> None:
    if tag_of(node) in _RUNNING:
        # A footnote stands inside running text, and its own paragraphs on lines of their own, so
        # that its first word is not glued to the word before when the tags are taken away.
        for note in node.iter(f"{{{NAMESPACE}}}authorialNote"):
            _lay_out_children(note, depth + 1)
        return
    _lay_out_children(node, depth)


def _lay_out_children(node: etree._Element, depth: int) -> None:
    if not len(node):
        return
    node.text = "\n" + " " * (depth + 1)
    for child in node:
        _lay_out(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    node[-1].tail = "\n" + " " * depth
