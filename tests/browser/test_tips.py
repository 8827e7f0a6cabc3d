"""What stands behind a term, an indicator and a supplied word is shown in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site_pages import REPORT, assert_arrives, page_with

CARRIERS = pytest.mark.parametrize(
    ("selector", "attribute"),
    [(".term[data-long]", "data-long"), ("[data-note]", "data-note"), (".supplied", "data-reason")],
    ids=["term", "note", "reason"],
)
PATTERNS = {
    "data-long": r'class="term"[^>]*data-long="[^"]',
    "data-note": r'data-note="[^"]',
    "data-reason": r'class="supplied"',
}


def open_carrier(page: Page, address: str, site: Path, attribute: str) -> None:
    """Open the first page that carries something of the kind."""
    page.goto(f"{address}{REPORT}/{page_with(site, PATTERNS[attribute])}")


@CARRIERS
def test_hover_shows_it_and_escape_puts_it_away(
    page: Page, address: str, site: Path, selector: str, attribute: str
) -> None:
    """The tip has the text, lies inside the window, stays for the pointer, goes on Escape."""
    open_carrier(page, address, site, attribute)
    carrier = page.locator(selector).first
    text = carrier.get_attribute(attribute)
    assert text
    tip = page.get_by_role("tooltip")
    carrier.hover()
    expect(tip).to_have_text(text)
    box = tip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    page.wait_for_timeout(400)
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    carrier.hover()
    expect(tip).to_be_visible()
    page.hover("h1")
    expect(tip).to_be_hidden()


@CARRIERS
def test_focus_shows_it_and_describes(
    page: Page, address: str, site: Path, selector: str, attribute: str
) -> None:
    """On keyboard focus the tip is shown and is the element's description."""
    open_carrier(page, address, site, attribute)
    carrier = page.locator(selector).first
    text = carrier.get_attribute(attribute)
    assert text
    page.keyboard.press("Tab")
    carrier.focus()
    tip = page.get_by_role("tooltip")
    expect(tip).to_have_text(text)
    expect(carrier).to_have_accessible_description(text)
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(carrier).to_be_focused()


def test_a_tip_is_not_cut_off_on_a_phone(page: Page, address: str, site: Path) -> None:
    """Every term of a page shows its long form inside a window of 360 pixels."""
    page.set_viewport_size({"width": 360, "height": 740})
    open_carrier(page, address, site, "data-long")
    page.keyboard.press("Tab")
    for term in page.locator(".term[data-long]").all()[:25]:
        term.focus()
        box = page.get_by_role("tooltip").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_a_footnote_and_back(page: Page, address: str, site: Path) -> None:
    """The indicator leads to its note, highlighted; the note leads back to the indicator."""
    open_carrier(page, address, site, "data-note")
    indicator = page.locator(".indicator a").first
    note = (indicator.get_attribute("href") or "").removeprefix("#")
    indicator.focus()
    page.keyboard.press("Enter")
    assert_arrives(page, f"#{note}", note)
    page.locator(f"#{note} .footnote-back").first.click()
    expect(page).not_to_have_url(f"#{note}")
    back = page.evaluate("location.hash.slice(1)")
    assert back.startswith("fnref-")
    expect(page.locator(f"#{back}")).to_be_in_viewport()
