"""Names of Office Open XML, and what of a document is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
"""Names of the strict form of the format, and those of the usual one."""

DROPPED = frozenset({W + "del", W + "moveFrom", W + "pPr", W + "sdtPr", W + "rPr", W + "tblPr"})
"""Elements of which nothing is printed once tracked changes are accepted."""


def attribute(element: Element, name: str) -> str | None:
    """A `w:` attribute."""
    return element.get(W + name)


def value_of(parent: Element | None, name: str) -> str | None:
    """The `w:val` of a child: None without the child, "" where it has no value."""
    child = parent.find(W + name) if parent is not None else None
    return None if child is None else child.get(W + "val", "")


def toggle(parent: Element | None, name: str) -> bool | None:
    """A property that is on or off; None where it is not said."""
    value = value_of(parent, name)
    return None if value is None else value not in {"0", "false", "off", "none"}


def printed_children(element: Element) -> Iterator[Element]:
    """The children of which something is printed: of alternatives only the first that says it."""
    for child in element:
        if child.tag in DROPPED:
            continue
        if child.tag == MC + "AlternateContent":
            yield from _alternative(child)
        elif child.tag == W + "tr" and child.find(f"{W}trPr/{W}del") is not None:
            continue
        else:
            yield child


def is_printed(element: Element) -> bool:
    """Tell whether no deletion holds an element, and no way of writing that is not taken."""
    for outer in element.iterancestors():
        parent = outer.getparent()
        if outer.tag in DROPPED:
            return False
        if outer.tag in {MC + "Choice", MC + "Fallback"} and parent is not None:
            if outer is not _chosen(parent):
                return False
        elif outer.tag == W + "tr" and outer.find(f"{W}trPr/{W}del") is not None:
            return False
    return True


def _chosen(alternatives: Element) -> Element | None:
    """The choice that a reader of today takes; the fallback where there is none."""
    choice = alternatives.find(MC + "Choice")
    has_choice = choice is not None and len(choice)
    return choice if has_choice else alternatives.find(MC + "Fallback")


def _alternative(element: Element) -> Iterator[Element]:
    chosen = _chosen(element)
    if chosen is not None:
        yield from printed_children(chosen)


def paragraphs_in(element: Element) -> Iterator[Element]:
    """Every printed paragraph below an element, those of text boxes behind their anchor."""
    stack = [iter(tuple(printed_children(element)))]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        if child.tag == W + "p":
            yield child
            if next(child.iter(W + "txbxContent"), None) is None:
                continue
        stack.append(iter(tuple(printed_children(child))))
