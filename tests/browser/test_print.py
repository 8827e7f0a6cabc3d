"""The whole report on paper, read back from the PDF that Chromium prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsers import watched
from tests.browser.printed import Printed, print_page
from tests.browser.site_pages import REPORT, SYMBOL, entries

HEADINGS = """() => [...document.querySelectorAll('.report :is(h1, h2, h3, h4, h5, h6)')]
  .map(h => [Number(h.localName[1]) - 1, h.textContent.trim().replace(/\\s+/g, ' ')])"""


@pytest.fixture(scope="module")
def whole(browser: Browser, browser_name: str, file_address: str) -> Iterator[Page]:
    """The whole report, open in Chromium."""
    if browser_name == "firefox":
        pytest.skip("Playwright prints with Chromium only")
    with watched(browser, file_address) as page:
        page.goto(f"{file_address}{REPORT}/whole.html")
        yield page


@pytest.fixture(scope="module")
def printed(whole: Page, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The whole report as printed."""
    return print_page(whole, tmp_path_factory.mktemp("print") / "whole.pdf")


def test_every_number_stands_in_its_margin(printed: Printed, site: Path) -> None:
    """All paragraph numbers are there, uncut, in order, left of the words they belong to."""
    expected = [f"{entry.number}." for entry in entries(site)]
    assert len(expected) == 115
    assert printed.numbers() == expected


@pytest.mark.parametrize(
    "damage",
    ["float: right", "display: none", "margin-left: 0", "margin-left: -120mm"],
)
def test_a_number_that_is_not_in_its_margin_is_missed(
    whole: Page, tmp_path: Path, damage: str
) -> None:
    """Control: a number moved to the other side, lost, set in the text or cut off is noticed."""
    number = "document.querySelector('#para-54 > .para-number').style.cssText"
    whole.evaluate(f"{number} = '{damage}'")
    try:
        numbers = print_page(whole, tmp_path / "damaged.pdf").numbers()
    finally:
        whole.evaluate(f"{number} = ''")
    assert "54." not in numbers
    assert {"53.", "55."} <= set(numbers)


def test_the_pdf_has_title_and_bookmarks(printed: Printed, whole: Page) -> None:
    """Symbol and title name the file; every heading is a bookmark at its degree, word for word."""
    assert re.match(rf"{re.escape(SYMBOL)}: International cooperation", printed.title)
    headings = [tuple(heading) for heading in whole.evaluate(HEADINGS)]
    assert len(headings) > 32
    assert list(printed.bookmarks) == headings


def test_each_sheet_is_named_and_numbered(printed: Printed) -> None:
    """The symbol at the head, the sheet's number of how many at the foot."""
    count = len(printed.sheets)
    assert count > 10
    for place, sheet in enumerate(printed.sheets, start=1):
        words = {
            line.text.strip(): line.bottom
            for line in sheet
            if line.text.strip() in {SYMBOL, f"{place}/{count}"}
        }
        at = {line.text.strip(): line for line in sheet}
        assert at[SYMBOL].bottom > max(line.bottom for line in sheet) - 1, words
        assert at[f"{place}/{count}"].bottom < min(line.bottom for line in sheet) + 1, words


def test_no_sheet_ends_with_a_heading(printed: Printed, whole: Page) -> None:
    """What follows a heading stands on the same sheet; nothing of a sheet is cut off."""
    words = [words for _, words in whole.evaluate(HEADINGS)]
    for place, sheet in enumerate(printed.sheets, start=1):
        body = [line for line in sheet if not re.fullmatch(rf"{place}/\d+", line.text.strip())]
        last = min(body, key=lambda line: line.bottom).text.strip()
        assert not any(heading.endswith(last) for heading in words), f"sheet {place}: {last}"
        assert all(0 < line.bottom < line.top < printed.height for line in sheet)


def test_addresses_are_written_out_and_the_interface_is_not(printed: Printed) -> None:
    """An external reference carries its address once; words of the interface are gone."""
    text = " ".join(line.text.strip() for line in printed.lines)
    assert "<https://docs.un.org/en/A/RES/74/247>" in text
    assert text.count("https://track.unodc.org/.") == 1
    for interface in ("Search", "Whole report on one page", "Back to top", "↩", "Previous"):
        assert interface not in text
