"""Titles in capitals, in the letters of the report's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.site.capitals import in_lists

TEXTS = (
    "The Council discussed the situation in Afghanistan and the Security Council agreed.",
    "It bears on international peace and security, and UNSMA has its implications for all. General",
    "Assembly members of the General Assembly spoke for peace in the region. Women spoke.",
    "Members of the Secretary-General’s office and a report of the secretariat, of reports.",
)


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        (
            "THE SITUATION IN AFGHANISTAN: IMPLICATIONS FOR INTERNATIONAL PEACE AND SECURITY",
            "The situation in Afghanistan: implications for international peace and security",
        ),
        ("REPORT OF THE SECURITY COUNCIL: UNSMA", "Report of the Security Council: UNSMA"),
        ("MEMBERS OF THE GENERAL ASSEMBLY", "Members of the General Assembly"),
        # A word that no text has, or that only begins sentences, may be a name.
        ("THE SITUATION IN SOMALIA", "THE SITUATION IN SOMALIA"),
        ("PEACE AND WOMEN", "PEACE AND WOMEN"),
        ("UNSMA", "UNSMA"),
        # Not in capitals.
        ("The Situation IN AFGHANISTAN", "The Situation IN AFGHANISTAN"),
        ("", ""),
        ("2024", "2024"),
    ],
)
def test_a_title_in_a_list(title: str, listed: str) -> None:
    """By the longest stretch that is said somewhere; a title with an unknown word is left."""
    assert in_lists(title, TEXTS) == listed


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=4))
def test_nothing_but_capitals_changes(title: str, texts: list[str]) -> None:
    """Whatever the title and the texts are."""
    for each in (title, title.upper()):
        assert in_lists(each, [*texts, title]).lower() == each.lower()
