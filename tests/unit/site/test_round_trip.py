"""What render writes, the site reads back: the same blocks in the same order."""

from __future__ import annotations

import pytest

from pilcrow.model import Content, Passage, Place, Subparagraph, Table, Text
from pilcrow.render.pages import content_blocks
from tests.unit.site.rendering import by_id, found, page, words

PLACE = Place(source="s", line=1)


def passage(text: str) -> Passage:
    """A passage of plain text."""
    return Passage(inlines=(Text(value=text, place=PLACE),), place=PLACE)


def member(identifier: str, marker: str, *content: Content) -> Subparagraph:
    """A subparagraph with that content."""
    return Subparagraph(id=identifier, marker=marker, content=content, place=PLACE)


TABLE = Table(
    rows=tuple((tuple((Text(value=cell, place=PLACE),) for cell in row)) for row in ("AB", "xy")),
    place=PLACE,
)
"""A head A, B over a row x, y."""


@pytest.mark.parametrize(
    "start",
    ["(note) as", "(a) as", "a. as", "so. As", "i) as", "2030. As", "12) as", "# as", "- as",
     "> as", "+ as", ": as", "| as", "*as", "[^2]: as", "[^2] as", "=== as", "--- as", "```as",
     "~~~ as", "!!! as", "&lt; as", "<b> as"],
)  # fmt: skip
def test_a_tail_is_a_tail_whatever_it_begins_with(start: str) -> None:
    """Text that follows in a member, or flush in the paragraph, begins no block of its own."""
    content = (member("para-1-a", "(a)", passage("Alpha:"), passage(f"{start} tail")),)
    blocks = content_blocks((*content, passage(f"{start} flush")), 0)
    shown = page("1\\. Text:\n\n" + "\n\n".join(blocks) + "\n\n2\\. Next.")
    assert words(by_id(shown, "para-1-a")) == f"(a) Alpha: {start} tail"
    assert words(by_id(shown, "para-1")) == f"1. Text: (a) Alpha: {start} tail {start} flush"
    assert [block.get("id") for block in found(shown, "para")] == ["para-1", "para-2"]
    assert [block.get("id") for block in found(shown, "subpara")] == ["para-1-a"]
    assert not found(shown, "indicator")


@pytest.mark.parametrize("deep", [False, True])
def test_a_table_in_a_member_stays_between_its_neighbours(*, deep: bool) -> None:
    """Words keep their order around a table, at any depth."""
    parts: tuple[Content, ...] = (passage("Alpha:"), TABLE, passage("tail"))
    inner = (passage("Outer:"), member("para-1-a-i", "(i)", *parts)) if deep else parts
    content = (member("para-1-a", "(a)", *inner), member("para-1-b", "(b)", passage("Beta.")))
    shown = page("1\\. Text:\n\n" + "\n\n".join(content_blocks(content, 0)))
    holder = by_id(shown, "para-1-a-i" if deep else "para-1-a")
    assert words(holder) == f"({'i' if deep else 'a'}) Alpha: A B x y tail"
    assert words(by_id(shown, "para-1-b")) == "(b) Beta."
    assert len(list(holder.iter("table"))) == 1
