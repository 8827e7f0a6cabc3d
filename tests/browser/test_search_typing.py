"""Results while a query is being typed, one letter after another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.search_page import answers
from tests.browser.site_pages import REPORT

TYPED = [
    ("whistle-blower laws", "whistle", "para-88"),
    ("web-scraping", "web-sc", "para-42"),
    ("Côte d'Ivoire", "Côte d'Iv", "para-88"),
    ("390,151", "390", "para-16"),
    ("extradition Belgian citizen", "extradition", "para-54"),
    ("beneficial ownership transparency", "beneficial", "para-92"),
    ("StAR Initiative", "StAR", "para-108"),
]


@pytest.mark.one_way
@pytest.mark.parametrize(("query", "since", "wanted"), TYPED, ids=[query for query, *_ in TYPED])
def test_no_letter_loses_the_paragraph(
    page: Page, address: str, query: str, since: str, wanted: str
) -> None:
    """Each further letter keeps it among the first three, and nothing is called missing."""
    page.goto(f"{address}{REPORT}/i.html")
    begun = [query[:length] for length in range(len(since), len(query) + 1)]
    for typed, (first, said) in answers(page, begun, 3).items():
        assert wanted in first, typed
        assert "Nothing has" not in said, typed


@pytest.mark.one_way
def test_the_browser_is_let_in_between_the_words_looked_through(page: Page, address: str) -> None:
    """Also where none is near, and where all are: every few hundred words there may be a rest."""
    page.goto(f"{address}{REPORT}/i.html")
    rests = page.evaluate(
        """async words => {
            await pilcrowSearch.ready();
            let rests = 0;
            pilcrowSearch.pace = () => async () => { rests++; };
            const found = [];
            for (const word of words) {
                const keys = Array.from({length: 10000}, () => word);
                const library = {spellings: 1, spelt: async () => ({keys, count: () => 1})};
                await pilcrowSearch.near(library, 'extradition', 2, 3);
                found.push(rests);
                rests = 0;
            }
            return found;
        }""",
        ["a", "zzzzzzzzzzz", "exradition"],
    )
    assert all(found >= 20 for found in rests), rests


@pytest.mark.one_way
def test_a_word_typed_again_changes_nothing(page: Page, address: str) -> None:
    """Neither what is found nor in which order; other words do."""
    page.goto(f"{address}{REPORT}/i.html")
    found = answers(page, ("crime", "crime crime", "crime " * 40, "crime network"), 10)
    once, twice, often, other = (first for first, _ in found.values())
    assert once == twice == often != other


@pytest.mark.one_way
def test_what_no_word_begins_with_is_said(page: Page, address: str) -> None:
    """The check above can fail: letters that begin no word are called missing."""
    page.goto(f"{address}{REPORT}/i.html")
    ((_, said),) = answers(page, ["extradition zzq"], 3).values()
    assert "Nothing has “zzq”" in said
