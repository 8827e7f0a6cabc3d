"""Searching reports in other languages: what their words need that English does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.browsers import watched
from tests.browser.made_index import paragraphs, with_index
from tests.browser.search_page import NOTE, answers, open_box, search_box

TEXTS = {
    "fr": (
        "Une demande d'extradition est restée sans réponse.",
        "En Côte d’Ivoire, des tribunaux ont été créés par des lois nationales.",
    ),
    "es": (
        "Se pidió que los Estados promulgaran leyes nacionales.",
        "Los investigadores incautaron armas de fuego.",
    ),
    "ru": (
        "Участники Стамбульского процесса провели правозащитную проверку.",
        "Речь идёт о торговле людьми.",
    ),
}
FOUND = {
    "fr": {
        "l'extradition": ["para-1"],
        "l’extradition": ["para-1"],
        "qu'extradition": ["para-1"],
        "d'Ivoire": ["para-2"],
        "tribunal national": ["para-2"],
        "demandes d'extraditions": ["para-1"],
    },
    "es": {
        "ley nacional": ["para-1"],
        "investigadora": ["para-2"],
        "incautada": ["para-2"],
    },
    "ru": {
        "Стамбульский процесс": ["para-1"],
        "правозащитный": ["para-1"],
        "правозащитной": ["para-1"],
        "торговля": ["para-2"],
        "идет": ["para-2"],
    },
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_forms_that_the_report_does_not_have_are_found(
    browser: Browser, site: Path, tmp_path: Path, language: str
) -> None:
    """Each is found as if it stood there, without a word of its being missing."""
    copy = with_index(site, tmp_path / "site", paragraphs(TEXTS[language], language), language)
    wanted = FOUND[language]
    with watched(browser, "file:") as page:
        page.goto(f"{copy.as_uri()}/search.html?in={language}")
        for query, (found, said) in answers(page, wanted, 9).items():
            assert sorted(found) == wanted[query], query
            assert "Nothing has" not in said, query


def test_all_results_are_of_the_language_that_was_searched(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """From the box of a French page, at once, in near words and after choosing another."""
    copy = with_index(site, tmp_path / "site", paragraphs(TEXTS["fr"], "fr"), "fr")
    address = f"{copy.as_uri()}/"
    with watched(browser, "file:") as page:
        page.add_init_script(
            """addEventListener('DOMContentLoaded', () => {
              const report = document.querySelector('.report');
              if (report) report.dataset.language = 'fr';
            })"""
        )
        open_box(page, address)
        search_box(page, "extradition")
        expect(page.locator(NOTE)).to_have_text("1 result.")
        page.locator(".search-all").click()
        page.wait_for_url("**/search.html?q=extradition&in=fr")
        expect(page.locator(".search-result")).to_have_count(1)
        chosen = page.get_by_label("Language of the reports")
        expect(chosen).to_have_value("fr")
        chosen.select_option("en")
        page.wait_for_url("**/search.html?q=extradition&in=en")
        expect(page.locator(".search-result").first).to_contain_text("extradition")
        assert page.locator(".search-result").count() > 1
        page.goto(f"{address}search.html?q=tribunnal&in=fr")
        page.locator(".search-result a, .search-near a").first.click()
        expect(page.locator("body")).to_contain_text("tribunaux")


def test_one_language_leaves_nothing_to_choose(browser: Browser, site: Path) -> None:
    """What an address asks for beside it is not looked for."""
    with watched(browser, "file:") as page:
        page.goto(f"{site.as_uri()}/search.html?q=rugby&in=xx")
        expect(page.locator(".search-result")).to_have_count(1)
        expect(page.get_by_label("Language of the reports")).to_have_count(0)
