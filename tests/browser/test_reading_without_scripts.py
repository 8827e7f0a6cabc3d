"""A page is whole, and a permanent link leads on by hand, where no script runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.browsers import launch
from tests.browser.site_pages import REPORT, entries, page_with


@pytest.fixture(scope="session")
def scriptless_browser(playwright_driver: Playwright, browser_name: str) -> Iterator[Browser]:
    """A browser of its own: Debian's Firefox takes scripts away only at its start."""
    browser = launch(playwright_driver, browser_name, scripts=False)
    yield browser
    browser.close()


@pytest.fixture
def scriptless(scriptless_browser: Browser) -> Iterator[Page]:
    """A page in which no script of the site runs."""
    context = scriptless_browser.new_context(java_script_enabled=False)
    yield context.new_page()
    # Firefox never ends when the browser is closed with a context still open.
    context.close()


def in_view(page: Page, selector: str) -> bool:
    """Whether an element begins inside the window."""
    box = page.locator(selector).bounding_box()
    height = (page.viewport_size or {"height": 720})["height"]
    return box is not None and 0 <= box["y"] < height


def test_the_entry_leads_to_the_paragraph(scriptless: Page, address: str, site: Path) -> None:
    """The permanent link stops at the entry, in view; its link ends at the paragraph."""
    entry = entries(site)[len(entries(site)) // 2]
    scriptless.goto(f"{address}{REPORT}/index.html#{entry.id}")
    scriptless.wait_for_timeout(300)
    assert scriptless.url.endswith(f"index.html#{entry.id}"), "a script ran"
    assert in_view(scriptless, f"#{entry.id}")
    link = scriptless.locator(f"#{entry.id} a").first
    link.focus()
    link.press("Enter")
    scriptless.wait_for_url(f"**/{entry.page}#{entry.id}")
    assert in_view(scriptless, f"#{entry.id}")


def test_no_tool_is_offered_that_does_not_work(scriptless: Page, address: str, site: Path) -> None:
    """Text and numbers are there; the tools, which need a script, are not."""
    section = page_with(site, 'data-number="54"')
    scriptless.goto(f"{address}{REPORT}/{section}")
    # Not `expect`, which waits by a timer of the page: without scripts it never comes.
    assert scriptless.locator("#para-54 > p").first.is_visible()
    assert scriptless.locator("#para-54 > .para-number").is_visible()
    assert scriptless.locator(".para-tools").count() == 0
