"""Wraps stretches of an element's text in elements of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

OPAQUE = frozenset({"sup", "button", "code"})
"""Elements whose text is not the paragraph's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters `start` to `end` of an element's text, and how to make the element around them."""

    start: int
    end: int
    make: Callable[[], Element]
    may_hold_links: bool = False
    """The element is no link, so it may stand inside one and hold one."""
    otherwise: tuple[Span, ...] = ()
    """Parts of it, apart and in order: what is wrapped where this crosses an element's edge."""


@dataclass(slots=True)
class _Stretch:
    """One text node: the text of an element, or its tail."""

    element: Element
    parent: Element | None
    is_tail: bool
    start: int
    length: int
    in_link: bool


def flat_text(element: Element) -> str:
    """The text that spans count in: all text nodes but those of opaque elements."""
    parts: list[str] = []
    for stretch in _stretches(element):
        text = stretch.element.tail if stretch.is_tail else stretch.element.text
        parts.append(text or "")
    return "".join(parts)


def _stretches(root: Element) -> list[_Stretch]:
    result: list[_Stretch] = []
    position = 0

    def visit(element: Element, parent: Element | None, *, in_link: bool) -> None:
        nonlocal position
        if element.tag not in OPAQUE:
            inside = in_link or element.tag == "a"
            length = len(element.text or "")
            result.append(_Stretch(element, parent, False, position, length, inside))  # noqa: FBT003
            position += length
            for child in element:
                visit(child, element, in_link=inside)
        if parent is not None:
            length = len(element.tail or "")
            result.append(_Stretch(element, parent, True, position, length, in_link))  # noqa: FBT003
            position += length

    visit(root, None, in_link=False)
    return result


def wrap(root: Element, spans: Iterable[Span]) -> None:
    """Wrap each span that lies within one text node; spans do not overlap.

    A span that crosses the edge of an element (half in italics) without parts to wrap instead, or
    a link inside a link, is left as text.
    """
    stretches = _stretches(root)
    starts = [stretch.start for stretch in stretches]
    waiting = sorted(spans, key=lambda span: span.start)
    while waiting:
        span = waiting.pop()
        stretch = stretches[bisect_right(starts, span.start) - 1]
        if span.end > stretch.start + stretch.length:
            waiting.extend(span.otherwise)
        elif not stretch.in_link or span.may_hold_links:
            _split(stretch, span)


def _split(stretch: _Stretch, span: Span) -> None:
    text = (stretch.element.tail if stretch.is_tail else stretch.element.text) or ""
    low, high = span.start - stretch.start, span.end - stretch.start
    made = span.make()
    made.text = (made.text or "") + text[low:high]
    made.tail = text[high:]
    if stretch.is_tail:
        parent = stretch.parent
        if parent is None:
            return
        stretch.element.tail = text[:low]
        parent.insert(list(parent).index(stretch.element) + 1, made)
    else:
        stretch.element.text = text[:low]
        stretch.element.insert(0, made)
    stretch.length = low
