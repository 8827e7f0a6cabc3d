"""Run-in lists: (a) … (b) … inside a sentence, and references that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.runin import run_in_ids, run_in_members


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("It decided to: (a) do this; (b) do that; and (c) do more.", "abc"),
        ("They met on (a) one thing, (b) another thing and, (c) a third thing.", "abc"),
        ("It decided: (i) to do this; (ii) to do that.", ["i", "ii"]),
        ("Resolution 10/1, entitled: (a) on one; (b) on two; (c) on three; (d) on four.", "abcd"),
        ("It paid for: (a) staff; (b) travel; and (c) the rest.", "abc"),
        ("It paid for: (a) , (b) , and no more.", ""),
        ("Item 6, sub-items (a) and (b), of the agenda.", ""),
        ("See article 5 (a) and article 6 (b).", ""),
        ("As in paragraph 3 (a); and paragraph 4 (b).", ""),
        ("It decided to: (a) do this alone.", ""),
        ("It decided to: (b) do this; (c) do that.", ""),
        ("No list here.", ""),
        ("", ""),
    ],
)
def test_members_are_told_from_references(text: str, markers: str | list[str]) -> None:
    """A list counts from its first letter, each member behind a comma or semicolon."""
    assert [member.marker for member in run_in_members(text)] == [f"({m})" for m in markers]


def test_members_cover_the_list_without_gap_or_overlap() -> None:
    """Each ends where the next begins; the last ends with its sentence."""
    text = "It decided to: (a) do this; (b) do that; (c) do more. A sentence follows."
    members = run_in_members(text)
    assert [text[member.start : member.end].strip() for member in members] == [
        "(a) do this;",
        "(b) do that;",
        "(c) do more.",
    ]


def test_an_id_that_a_subparagraph_has_is_left_to_it() -> None:
    """No id stands twice on a page."""
    text = "It decided to: (a) do this; (b) do that."
    ids = [identifier for identifier, _ in run_in_ids("para-1", text, frozenset({"para-1-a"}))]
    assert ids == ["para-1-b"]


@given(st.text("(abi) ;,:.x", max_size=60))
def test_members_are_in_order_inside_the_text(text: str) -> None:
    """Offsets rise and stay within the text, whatever it is."""
    at = 0
    for member in run_in_members(text):
        assert at <= member.start < member.end <= len(text)
        assert text.startswith(member.marker, member.start)
        at = member.end
