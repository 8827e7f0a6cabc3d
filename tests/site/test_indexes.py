"""Pages of a report's indexes, and what sections say they speak of."""

from __future__ import annotations

import pytest

from pilcrow.indexes import Kind
from tests.site.pages import BuiltPage, of_class, target, words


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_every_entry_leads_to_its_paragraphs(report_pages: dict[str, BuiltPage], kind: str) -> None:
    """Each entry has an id of its own and links to paragraphs that are there, in reading order."""
    page = report_pages[f"{kind}.html"]
    entries = of_class(page.report, "li", "index-entry")
    assert entries
    for entry in entries:
        assert page.at(entry.get("id", "")) is entry
        links = [link.get("href", "") for link in entry.iter("a")]
        places = [link for link in links if "#para-" in link]
        assert places
        numbers = [int(place.rpartition("-")[2]) for place in places]
        assert numbers == sorted(numbers)
        for place in places:
            where = target(page, place)
            assert where is not None
            assert report_pages[where[0].rpartition("/")[2]].at(where[1]) is not None


def test_a_section_says_what_it_speaks_of(report_pages: dict[str, BuiltPage]) -> None:
    """Folded at its end: States by name, each leading to its entry; none where none is named."""
    page = report_pages["ii-b.html"]
    (spoken,) = of_class(page.report, "details", "spoken-of")
    assert spoken.get("open") is None
    links = {" ".join(words(link)): link.get("href", "") for link in spoken.iter("a")}
    assert links["Curaçao"] == "states.html#curacao"
    for href in links.values():
        name, _, identifier = href.partition("#")
        assert report_pages[name].at(identifier) is not None
    assert of_class(report_pages["iii.html"].report, "details", "spoken-of") == []


def test_an_index_tells_its_rules_and_its_files(report_pages: dict[str, BuiltPage]) -> None:
    """How it was made stands on the page, and CSV and JSON are one link away."""
    for kind in Kind:
        page = report_pages[f"{kind.value}.html"]
        assert "How this index was made" in page.report.text_content()
        (files,) = of_class(page.report, "p", "index-files")
        assert [link.get("href") for link in files.iter("a")] == [
            f"{kind.value}.csv",
            f"{kind.value}.json",
        ]
