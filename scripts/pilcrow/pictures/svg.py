"""Elements of SVG and HTML as text, always well-formed.

The page's policy allows no style attributes, so how a picture looks is said by presentation
attributes, which hold everywhere, and by classes (pictures.css), which follow the page's colours.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def make(
    tag: str, parent: ET.Element | None = None, text: str = "", **attributes: object
) -> ET.Element:
    """An element; `class_` stands for class, and an underscore within a name for a hyphen."""
    named = {
        name.rstrip("_").replace("_", "-"): _allowed(str(value))
        for name, value in attributes.items()
        if value is not None
    }
    node = ET.Element(tag, named) if parent is None else ET.SubElement(parent, tag, named)
    node.text = _allowed(text) or None
    return node


def picture(
    name: str, title: str, description: str, *, height: float, width: float | None = None
) -> ET.Element:
    """An `svg` with its title and description for those who do not see it.

    It is a group, not an image: an image may hold no links. Without a width it is as wide as its
    place, and what stands in it is placed by percentages, so that its text is never scaled.
    """
    svg = make(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        class_=f"picture-{name.partition('-')[0]}",
        role="group",
        aria_labelledby=f"picture-{name}-title picture-{name}-desc",
        width="100%" if width is None else number(width),
        height=number(height),
        font_size=11,
        font_family="sans-serif",
        fill="currentColor",
    )
    make("title", svg, title, id=f"picture-{name}-title")
    make("desc", svg, description, id=f"picture-{name}-desc")
    return svg


def figure(name: str, *drawn: ET.Element, caption: str) -> ET.Element:
    """A figure with its caption."""
    node = make("figure", class_=f"picture {name}-picture")
    node.extend(drawn)
    make("figcaption", node, caption)
    return node


def link(parent: ET.Element, address: str, hint: str, *, focusable: bool = False) -> ET.Element:
    """A link in a picture, with a hint that says where it leads.

    One that the keyboard does not reach has its equal in the list or table behind the picture.
    """
    node = make("a", parent, href=address, tabindex=None if focusable else "-1")
    make("title", node, hint)
    return node


def number(value: float) -> str:
    """A coordinate in as few digits as serve."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(value: float) -> str:
    """A share of the picture's width."""
    return f"{number(100 * value)}%"


def markup(node: ET.Element) -> str:
    """The element as text that stands in a page of HTML as it is."""
    return ET.tostring(node, encoding="unicode", short_empty_elements=False)


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 paragraph`, `2 paragraphs`."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
