"""The catalogue in a browser: narrowed as one types, kept in the address, whole without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from pilcrow.site.catalogue import Listed, catalogue_html
from tests.browser.browsers import launch

_BODIES = ("General Assembly", "Commission on Narcotics", "")


def _entries() -> tuple[Listed, ...]:
    return tuple(
        Listed(
            symbol=f"A/80/{number}",
            title=f"Côte d’Ivoire and matter {number}" if number == 7 else f"Matter {number}",
            subtitle="Report",
            body=_BODIES[number % 3],
            date=f"{2024 - number % 4}-03-13",
            paragraphs=number,
            editions=(("en", f"en/A/80/{number}/index.md"),),
        )
        for number in range(300, 0, -1)
    )


@pytest.fixture(scope="module")
def home(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page with a catalogue of 300 reports, in a folder."""
    folder = tmp_path_factory.mktemp("catalogue")
    script = folder / "assets" / "javascripts" / "catalogue.js"
    script.parent.mkdir(parents=True)
    script.write_bytes((root / "docs" / "assets" / "javascripts" / "catalogue.js").read_bytes())
    styles = (root / "docs" / "assets" / "stylesheets" / "catalogue.css").read_text("utf-8")
    page = folder / "index.html"
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Reports</title>'
        f'<style>{styles}</style><body class="md-typeset">{catalogue_html(_entries(), "index.md")}',
        encoding="utf-8",
    )
    return page.as_uri()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """A page of its own."""
    page = browser.new_page()
    yield page
    page.close()


def _shown(page: Page) -> int:
    return page.locator(".catalogue-list li:visible").count()


def test_the_list_follows_what_one_types_and_the_address_follows_the_list(
    opened: Page, home: str
) -> None:
    """Words, choices and order narrow the list; the count is said; the address brings it back."""
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(home)
    status = opened.get_by_role("status")
    expect(status).to_have_text("300 reports")
    opened.get_by_label("Title, symbol or body").fill("cote 7")
    expect(status).to_have_text("1 of 300 reports")
    assert _shown(opened) == 1
    opened.keyboard.press("Escape")
    expect(status).to_have_text("300 reports")
    opened.get_by_label("Year").select_option("2023")
    opened.get_by_label("Arranged by").select_option("body")
    expect(status).to_have_text("75 of 300 reports")
    heads = opened.locator(".catalogue-list h3:visible")
    assert heads.all_inner_texts() == [
        "Commission on Narcotics",
        "General Assembly",
        "Body not given",
    ]
    expect(opened).to_have_url(re.compile(r"\?year=2023&by=body$"))
    again = opened.url
    opened.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("300 reports")
    opened.goto(again)
    expect(status).to_have_text("75 of 300 reports")
    assert _shown(opened) == 75
    opened.get_by_label("Title, symbol or body").fill("nothing of the kind")
    expect(status).to_have_text("None of the 300 reports fits")
    assert errors == []


def test_without_scripts_the_list_is_whole(
    playwright_driver: Playwright, browser_name: str, home: str
) -> None:
    """Every report is there, in order, and no control that would do nothing."""
    browser = launch(playwright_driver, browser_name, scripts=False)
    try:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{home}?year=2023")
        assert _shown(page) == 300
        assert not page.locator("form").is_visible()
    finally:
        browser.close()
