"""A library in a browser: its catalogue beside the theme's own search, and what axe-core finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browsers import watched
from tests.browser.site_server import serve
from tests.browser.test_everyone import DARK, PHONE, TO_THE_TOP, faults
from tests.site.made_up_library import build_library


@pytest.fixture(scope="session")
def library(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of several reports in several languages."""
    return build_library(root, tmp_path_factory.mktemp("library") / "project").folder / "site"


@pytest.fixture
def served(library: Path) -> Iterator[str]:
    """Its address over http."""
    with serve(library) as address:
        yield address


@pytest.mark.parametrize(
    "options",
    [{}, PHONE, DARK, {**PHONE, **DARK}],
    ids=["desktop", "phone", "dark", "dark-phone"],
)
def test_no_page_of_a_library_breaks_a_rule(
    browser: Browser, browser_name: str, library: Path, options: dict[str, object]
) -> None:
    """The catalogue, narrowed too; pages that are cited, that have tables, in each language."""
    if options and browser_name == "firefox":
        pytest.skip("Chromium shows both widths and colours")
    home = library / "index.html"
    every = sorted(path for path in library.rglob("*.html") if path.name != "404.html")
    assert len(every) > 30
    broken = {}
    with watched(browser, home.as_uri(), **options) as page:
        # Each page in one way, and in the others those that only a library has.
        for path in every:
            if (options or browser_name == "firefox") and not _of_libraries(path):
                continue
            page.goto(path.as_uri())
            page.evaluate(TO_THE_TOP)
            if problems := faults(page):
                broken[path.relative_to(library).as_posix()] = problems
        page.goto(f"{home.as_uri()}?words=matter&by=body")
        expect(page.get_by_role("status").first).to_have_text("1 of 3 reports")
        if problems := faults(page):
            broken["narrowed"] = problems
        page.get_by_label("Title, symbol or body").fill("no such thing")
        expect(page.get_by_role("status").first).to_have_text("None of the 3 reports fits")
        if problems := faults(page):
            broken["none"] = problems
    assert broken == {}


def _of_libraries(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return any(mark in text for mark in ('class="catalogue"', "cited-by", "cited-here", "<table"))


@pytest.mark.parametrize(
    ("name", "damage", "rule"),
    [
        ("index.html", "document.querySelector('#catalogue-words').id = 'other'", "label"),
        (
            "index.html",
            "document.querySelector('.catalogue-facts').style.color = '#bbb'",
            "color-contrast",
        ),
        (
            "en/S/2025/9/i.html",
            "(cell => { cell.outerHTML = '<th></th>' })(document.querySelector('thead td'))",
            "empty-table-header",
        ),
    ],
)
def test_a_fault_of_a_library_is_reported(
    browser: Browser, library: Path, name: str, damage: str, rule: str
) -> None:
    """Control: what is planted is told of, by its own rule."""
    path = library / name
    with watched(browser, path.as_uri()) as page:
        page.goto(path.as_uri())
        assert faults(page) == []
        page.evaluate(damage)
        assert any(problem.startswith(f"{rule}:") for problem in faults(page))


def _narrowed(page: Page, address: str) -> None:
    """Type words and choose with the keyboard alone; the address then brings the same list."""
    status = page.get_by_role("status").first
    page.goto(address)
    page.get_by_label("Title, symbol or body").focus()
    page.keyboard.type("peace")
    expect(status).to_have_text("1 of 3 reports")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Body", exact=True)).to_be_focused()
    page.keyboard.type("Sec")
    expect(page).to_have_url(re.compile(r"\?words=peace&body=Security%20Council$"))
    page.reload()
    expect(status).to_have_text("1 of 3 reports")
    expect(page.locator(".catalogue-list li:visible")).to_have_count(1)
    # The theme reads addresses too, and must not open its own search for these words.
    page.wait_for_function("document.querySelector('.md-search__input')")
    assert not page.evaluate("document.querySelector('#__search').checked")
    page.locator(".catalogue-list li:visible a").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("On peace and security")


def test_the_catalogue_by_keyboard_over_http(browser: Browser, served: str) -> None:
    """Narrowed as one types, kept in the address, one key from the report."""
    with watched(browser, served) as page:
        _narrowed(page, f"{served}index.html")


def test_the_catalogue_by_keyboard_from_a_folder(browser: Browser, library: Path) -> None:
    """The same without a server."""
    home = library / "index.html"
    with watched(browser, home.as_uri()) as page:
        _narrowed(page, home.as_uri())
