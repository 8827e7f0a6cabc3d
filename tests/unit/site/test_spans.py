"""Wrapping stretches of text: the text stays, the right characters are wrapped."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.site.spans import Span, flat_text, wrap


def span(start: int, end: int, tag: str = "mark", *, may_hold_links: bool = False) -> Span:
    """A span whose element is empty but for its tag."""
    return Span(start=start, end=end, make=lambda: Element(tag), may_hold_links=may_hold_links)


@pytest.mark.parametrize(
    ("source", "spans", "expected"),
    [
        ("<p>abcd</p>", [(1, 3)], "<p>a<mark>bc</mark>d</p>"),
        ("<p>abcd</p>", [(0, 4)], "<p><mark>abcd</mark></p>"),
        ("<p>abcd</p>", [(2, 4), (0, 2)], "<p><mark>ab</mark><mark>cd</mark></p>"),
        ("<p>ab<em>cd</em>ef</p>", [(2, 4)], "<p>ab<em><mark>cd</mark></em>ef</p>"),
        ("<p>ab<em>cd</em>ef</p>", [(4, 6)], "<p>ab<em>cd</em><mark>ef</mark></p>"),
        ("<p>ab<em>cd</em>ef</p>", [(1, 3)], "<p>ab<em>cd</em>ef</p>"),
        ("<p>ab<em>cd</em>ef</p>", [(3, 5), (0, 1)], "<p><mark>a</mark>b<em>cd</em>ef</p>"),
        ("<p>ab<sup>99</sup>cd</p>", [(2, 4)], "<p>ab<sup>99</sup><mark>cd</mark></p>"),
        ("<p>ab<sup>99</sup>cd</p>", [(1, 3)], "<p>ab<sup>99</sup>cd</p>"),
        ("<p>a<a>bc</a>d</p>", [(1, 3)], "<p>a<a>bc</a>d</p>"),
        ("<p>a<a><em>bc</em></a>d</p>", [(1, 3)], "<p>a<a><em>bc</em></a>d</p>"),
        ("<p><em /><em />ab</p>", [(0, 2)], "<p><em /><em /><mark>ab</mark></p>"),
    ],
)
def test_spans_wrap_text_nodes(source: str, spans: list[tuple[int, int]], expected: str) -> None:
    """A span within one text node is wrapped; one across an edge, or in a link, is left."""
    root = fromstring(source)  # noqa: S314 - the test's own text
    wrap(root, [span(*ends) for ends in spans])
    assert tostring(root, encoding="unicode") == expected


def test_what_is_no_link_may_stand_in_one() -> None:
    """A mark inside a link is allowed where the element is no link itself."""
    root = fromstring("<p>a<a>bc</a>d</p>")  # noqa: S314 - the test's own text
    wrap(root, [span(1, 3, "ins", may_hold_links=True)])
    assert tostring(root, encoding="unicode") == "<p>a<a><ins>bc</ins></a>d</p>"


@st.composite
def trees(draw: st.DrawFn) -> Element:
    """A paragraph of text with elements in it, some of them links or marks of notes."""

    def fill(element: Element, depth: int) -> None:
        element.text = draw(st.text("abc ", max_size=6))
        for _ in range(draw(st.integers(0, 3 if depth else 0))):
            child = Element(draw(st.sampled_from(["em", "strong", "a", "sup", "code"])))
            fill(child, depth - 1)
            child.tail = draw(st.text("xyz ", max_size=6))
            element.append(child)

    root = Element("p")
    fill(root, 2)
    return root


@given(root=trees(), data=st.data())
def test_no_character_moves(root: Element, data: st.DataObject) -> None:
    """Any spans on any tree: the whole text stays, and each mark holds just its characters."""
    before, flat = "".join(root.itertext()), flat_text(root)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(flat)), max_size=8)))
    pairs = [(low, high) for low, high in zip(cuts[::2], cuts[1::2], strict=False) if low < high]
    made: dict[int, Element] = {}

    def maker(start: int) -> Span:
        element = Element("mark")

        def make() -> Element:
            made[start] = element
            return element

        return Span(start=start, end=dict(pairs)[start], make=make)

    wrap(root, [maker(low) for low, _ in data.draw(st.permutations(pairs))])
    assert "".join(root.itertext()) == before
    assert flat_text(root) == flat
    in_tree = set(root.iter("mark"))
    for start, end in pairs:
        if start in made:
            assert made[start] in in_tree
            assert made[start].text == flat[start:end]
    assert len(in_tree) == len(made)
    for link in root.iter("a"):
        assert not list(link.iter("mark"))


@given(text=st.text("ab ", min_size=1, max_size=20), data=st.data())
def test_every_span_of_plain_text_is_wrapped(text: str, data: st.DataObject) -> None:
    """Control: where nothing stands in the way, no span is left out."""
    root = Element("p")
    root.text = text
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = [(low, high) for low, high in zip(cuts[::2], cuts[1::2], strict=False) if low < high]
    wrap(root, [span(*pair) for pair in pairs])
    assert [mark.text for mark in root.iter("mark")] == [text[low:high] for low, high in pairs]
