"""The page of all results: linkable, narrowed by facets, sorted, read aloud."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pilcrow.search import Entry, Kind
from tests.browser.browsers import PageAt, watched
from tests.browser.made_index import with_index


def test_a_link_shows_all_results(page: Page, address: str) -> None:
    """`search.html?q=…` opens with its results; each leads to its paragraph."""
    page.goto(f"{address}search.html?q=whistleblower")
    expect(page.get_by_role("searchbox")).to_have_value("whistleblower")
    results = page.locator(".search-result")
    expect(results.first).to_contain_text("whistle-blower")
    expect(page.get_by_role("status")).to_contain_text(f"{results.count()} results")
    link = results.first.get_by_role("link")
    target = link.get_attribute("href") or ""
    assert "#para-" in target
    link.click()
    page.wait_for_url(f"**#{target.partition('#')[2]}")
    expect(page.locator(".search-mark").first).to_be_visible()


def test_facets_narrow_and_stay_in_the_address(page: Page, address: str) -> None:
    """Choosing a State leaves the paragraphs that name it, in a link that gives the same again."""
    page.goto(f"{address}search.html?q=corruption")
    results = page.locator(".search-result")
    expect(results.first).to_be_visible()
    page.get_by_role("group", name="State").get_by_role("checkbox").first.check()
    page.wait_for_url("**states=*")
    expect(page.get_by_role("status")).to_contain_text("shown of")
    narrowed = results.count()
    address_now = page.url
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("shown of")
    assert (results.count(), page.url) == (narrowed, address_now)
    page.get_by_role("checkbox", checked=True).click()
    expect(page.get_by_role("status")).not_to_contain_text("shown of")
    # Values that few paragraphs have come when they are asked for, and narrow as well.
    states = page.get_by_role("group", name="State")
    before = states.get_by_role("checkbox").count()
    states.get_by_text(re.compile(r"^\d+ more$")).click()
    expect(states.get_by_role("checkbox").nth(before)).to_be_visible()
    states.get_by_role("checkbox").last.click()
    page.wait_for_url("**states=*")
    expect(results).to_have_count(1)


def test_back_and_forward_go_over_what_the_reader_chose(page: Page, address: str) -> None:
    """Each new query and each choice is a step of its own."""
    page.goto(f"{address}search.html?q=rugby")
    box = page.get_by_role("searchbox")
    status = page.get_by_role("status")
    expect(status).to_have_text("1 result.")
    box.fill("corruption")
    box.press("Enter")
    page.wait_for_url("**q=corruption")
    page.get_by_role("group", name="State").get_by_role("checkbox").first.check()
    page.wait_for_url("**states=*")
    expect(status).to_contain_text("shown of")
    page.go_back()
    expect(status).not_to_contain_text("shown of")
    expect(box).to_have_value("corruption")
    page.go_back()
    expect(box).to_have_value("rugby")
    expect(status).to_have_text("1 result.")
    page.go_forward()
    page.go_forward()
    expect(status).to_contain_text("shown of")


@pytest.mark.one_way
def test_a_short_title_is_shown_whole(page: Page, address: str) -> None:
    """A hit late in a heading does not cut its beginning off."""
    page.goto(f"{address}search.html?q=against+corruption&sort=order")
    expect(page.get_by_role("link", name="A. Conference of the States Parties")).to_be_visible()


def test_on_a_phone_the_results_come_before_the_facets(
    page_with_options: PageAt, file_address: str
) -> None:
    """Facets are folded above the results, and stay open while they are used."""
    with page_with_options(viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{file_address}search.html?q=corruption")
        expect(page.locator(".search-result").first).to_be_in_viewport()
        choice = page.get_by_role("group", name="State").get_by_role("checkbox").first
        expect(choice).to_be_hidden()
        page.get_by_text("Narrow the results").click()
        choice.check()
        page.wait_for_url("**states=*")
        expect(page.get_by_role("checkbox", checked=True)).to_be_visible()
        page.set_viewport_size({"width": 1280, "height": 900})
        expect(page.get_by_text("Narrow the results")).to_be_hidden()


@pytest.mark.one_way
def test_sorting_by_order_puts_paragraphs_in_the_reports_order(page: Page, address: str) -> None:
    """Sorted by order in the report, the numbers rise."""
    page.goto(f"{address}search.html?q=extradition")
    expect(page.locator(".search-result").first).to_be_visible()
    page.get_by_label("Sort by").select_option("order")
    page.wait_for_url("**sort=order*")
    labels = page.locator(".search-result h2").all_inner_texts()
    numbers = [int(label.split()[1]) for label in labels if label.startswith("Paragraph")]
    assert len(numbers) > 2
    assert numbers == sorted(numbers)


@pytest.mark.one_way
def test_more_results_are_shown_without_a_mouse(page: Page, address: str) -> None:
    """Show more adds results and moves the focus to the first of them."""
    page.goto(f"{address}search.html?q=corruption")
    results = page.locator(".search-result")
    expect(results.first).to_be_visible()
    before = results.count()
    more = page.get_by_role("button", name="more of")
    more.focus()
    page.keyboard.press("Enter")
    expect(results.nth(before).get_by_role("link")).to_be_focused()


@pytest.mark.one_way
def test_nothing_found_says_what_was_searched(page: Page, address: str) -> None:
    """The status says what was searched, and near words are links."""
    page.goto(f"{address}search.html?q=corupttiun")
    expect(page.get_by_role("status")).to_contain_text("No paragraph, heading or term has")
    page.get_by_role("link", name="corruption", exact=True).click()
    expect(page.locator(".search-result").first).to_be_visible()


@pytest.mark.one_way
def test_a_browser_without_promises_is_told_so(page: Page, address: str) -> None:
    """The page does not go on asking for JavaScript that the browser has."""
    page.add_init_script("delete window.Promise")
    page.goto(f"{address}search.html?q=corruption")
    expect(page.get_by_role("status")).to_contain_text("does not work in this browser")


@pytest.mark.one_way
def test_markup_in_the_address_is_text(page: Page, address: str) -> None:
    """A hostile link shows its query as text."""
    page.goto(f"{address}search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&states=%3Cb%3E")
    expect(page.get_by_role("status")).not_to_have_text("Searching …")
    assert page.locator(".search-page img").count() == 0


def test_the_page_is_accessible_and_fits_a_phone(
    page_with_options: PageAt, file_address: str
) -> None:
    """No finding by axe, and no sideways scrolling at 320 pixels."""
    with page_with_options(viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{file_address}search.html?q=trafficking")
        expect(page.locator(".search-result").first).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
        found = (
            Axe()
            .run(page, context=".search-page", options={"preload": False})
            .response["violations"]
        )
        assert not found, [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.one_way
def test_a_browser_without_a_feature_is_told(browser: Browser, address: str) -> None:
    """The page says so in words, not that scripts are off."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete window.URLSearchParams")
    page.goto(f"{address}search.html?q=rugby")
    expect(page.get_by_role("status")).to_contain_text("does not work in this browser")
    context.close()


REPORTS = (("A/1", "First Committee", "2023-05-01"), ("A/2", "Second Committee", "2024-01-01"))


def test_several_reports_are_told_apart(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Results name their report and are narrowed by report, body and year; a chapter by one."""
    entries = [
        entry
        for symbol, organ, date in REPORTS
        for entry in (
            Entry(
                kind=Kind.FRONT,
                location=f"en/{symbol}/index.html",
                title=f"On {symbol}",
                symbol=symbol,
                organ=organ,
                date=date,
            ),
            Entry(
                kind=Kind.PARAGRAPH,
                location=f"en/{symbol}/i.html#para-1",
                title="",
                number="1",
                path=("I. Introduction",),
                text="Rivers and lakes.",
                symbol=symbol,
            ),
        )
    ]
    copy = with_index(site, tmp_path / "site", entries)
    with watched(browser, "file:") as page:
        page.goto(f"{copy.as_uri()}/search.html?q=rivers")
        results = page.locator(".search-result")
        expect(results).to_have_count(2)
        expect(results.first).to_contain_text("A/1 › I. Introduction")
        expect(page.get_by_role("group", name="Chapter")).to_have_count(0)
        expect(page.get_by_role("group", name="Report")).to_contain_text("A/2 On A/2")
        expect(page.get_by_role("group", name="Year")).to_contain_text("2023")
        page.get_by_role("group", name="Body").get_by_role("checkbox").last.check()
        page.wait_for_url("**body=Second*")
        expect(results).to_have_count(1)
        expect(results.first).to_contain_text("A/2")
        expect(page.get_by_role("group", name="Chapter")).to_be_visible()
