"""A report in one file, opened from a folder: it reads, searches and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browsers import Watch
from tests.browser.site_pages import entries
from tests.browser.waiting import wait_for

MOST = 400_000


@pytest.fixture(scope="module")
def file(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that `pilcrow bundle` writes, in a folder of its own with another name."""
    (written,) = dist.glob("*.html")
    alone = tmp_path_factory.mktemp("sent") / "the report, as sent (1).html"
    alone.write_bytes(written.read_bytes())
    return alone


@pytest.fixture(scope="module")
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """The file open at paragraph 54; every request and console message is watched."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    watch = Watch("file:")
    watch.on(page)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{file.as_uri()}#para-54")
    yield page
    page.close()
    assert [url for url in asked if not url.startswith((file.as_uri(), "data:"))] == []
    assert watch.errors == []


def test_it_is_small(file: Path) -> None:
    """It goes by e-mail."""
    assert file.stat().st_size < MOST


def test_it_holds_every_paragraph_and_arrives_at_the_one_named(page: Page, site: Path) -> None:
    """All are there, and the one in the address is shown and highlighted below the header."""
    ids = page.evaluate("[...document.querySelectorAll('.para')].map(p => p.id)")
    assert ids == [entry.id for entry in entries(site)]
    wait_for(page, "Math.abs(document.querySelector('#para-54').getBoundingClientRect().top) < 200")
    assert page.locator("#para-54:target").count() == 1


@pytest.mark.parametrize(
    ("typed", "first", "leads"),
    [
        ("cote d'ivoire", "Paragraph 88", "para-88"),
        ("54", "Paragraph 54", "para-54"),
        ('"capsizing of a boat"', "Paragraph 54", "para-54"),
    ],
)
def test_it_searches_as_the_site_does(page: Page, typed: str, first: str, leads: str) -> None:
    """Typed words give results with their paragraphs, Enter goes to the first, Escape closes."""
    page.fill("#single-query", "")
    page.keyboard.press("Escape")
    page.locator("#single-query").press_sequentially(typed)
    wait_for(
        page,
        "first => document.querySelector('.single-results li')?.innerText.startsWith(first)",
        first,
    )
    page.keyboard.press("Enter")
    wait_for(page, "id => location.hash === '#' + id", leads)
    assert page.locator(".single-results").is_hidden()


def test_its_links_lead_to_places_in_it_or_to_the_web(page: Page) -> None:
    """No link names another file beside it, and no place that it names is missing."""
    lost = page.evaluate("""() => [...document.querySelectorAll('a[href]')]
      .map(a => a.getAttribute('href'))
      .filter(h => h[0] === '#' ? !document.getElementById(decodeURIComponent(h.slice(1)))
                                : !h.startsWith('https://'))""")
    assert lost == []


def test_its_previews_and_tools_need_nothing_else(browser: Browser, file: Path) -> None:
    """A term, another paragraph and the tools of one are shown from what the file holds."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{file.as_uri()}#para-54")
    page.locator("#para-54 .term").first.hover()
    expect(page.locator("#preview")).to_contain_text("United Nations Office on Drugs and Crime")
    page.locator("#para-54 > .para-number").click()
    page.get_by_role("button", name="Treated elsewhere").click()
    page.locator(".para-tools dd a").first.hover()
    expect(page.locator("#preview")).to_contain_text("Paragraph ")
    page.close()


def test_it_fits_a_phone(browser: Browser, file: Path) -> None:
    """At 320 pixels nothing scrolls sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(file.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= 320
