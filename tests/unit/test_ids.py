"""Ids by the contract: published, they never change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.ids import (
    annex_id,
    footnote_id,
    page_name,
    paragraph_id,
    paragraph_of,
    reference_id,
    section_id,
    slug,
    subparagraph_id,
    unique,
)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (paragraph_id("54"), "para-54"),
        (paragraph_id("3", "annex-i"), "annex-i-para-3"),
        (subparagraph_id("para-115", "(a)"), "para-115-a"),
        (subparagraph_id("para-115-a", "(i)"), "para-115-a-i"),
        (subparagraph_id("para-2", "a)"), "para-2-a"),
        (section_id("ii-d", "2", "Judicial networking"), "ii-d-2"),
        (section_id("", "II", "Crime"), "ii"),
        (section_id("iii-b-2", None, "Judicial integrity"), "iii-b-2-judicial-integrity"),
        (annex_id("I"), "annex-i"),
        (annex_id(None), "annex"),
        (footnote_id("2"), "fn-2"),
        (reference_id("2"), "fnref-2"),
        (reference_id("2", 2), "fnref-2-2"),
        (page_name("ii-d-2"), "ii-d-2"),
        (slug("Café & Curaçao’s Évora"), "cafe-curacaos-evora"),
    ],
)
def test_ids_have_the_form_that_links_rely_on(made: str, expected: str) -> None:
    """The forms of the design's contract."""
    assert made == expected


@pytest.mark.parametrize("name", ["index", "documents", "con", "nul", "whole"])
def test_a_section_never_takes_the_name_of_another_page(name: str) -> None:
    """Nor a name that Windows keeps for a device."""
    assert page_name(name) != name


@pytest.mark.parametrize(
    ("identifier", "paragraph"),
    [
        ("para-54", "para-54"),
        ("para-115-a-i", "para-115"),
        ("annex-i-para-3-b", "annex-i-para-3"),
        ("ii-d-2", None),
        ("fn-2", None),
    ],
)
def test_the_paragraph_of_an_id_is_found(identifier: str, paragraph: str | None) -> None:
    """A subparagraph's id leads to its paragraph's."""
    assert paragraph_of(identifier) == paragraph


@given(st.text())
def test_a_slug_is_safe_in_an_address_and_short(text: str) -> None:
    """ASCII words and hyphens, never empty, at most 60 characters."""
    made = slug(text)
    assert made
    assert len(made) <= 60
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made == made.strip("-")


@given(st.lists(st.sampled_from(["a", "a-2", "a-2-2", "b"])))
def test_unique_ids_never_collide(identifiers: list[str]) -> None:
    """Not with an id that looks like a second of another, either."""
    make = unique(set())
    made = [make(identifier) for identifier in identifiers]
    assert len(set(made)) == len(made)
