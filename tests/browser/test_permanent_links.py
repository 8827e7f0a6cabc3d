"""A permanent link ends at its paragraph, in view and highlighted, wherever the site is read."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.browser.browsers import Watch, watched
from tests.browser.site_pages import REPORT, SHOWN, assert_arrives, entries, page_with


def _go(page: Page, address: str) -> None:
    """Open a front page, which sends on; Firefox may call the way there aborted by this."""
    try:
        page.goto(address, wait_until="commit")
    except Error as error:
        if "NS_BINDING_ABORTED" not in str(error):
            raise


def test_contents_list_paragraphs_in_order_without_a_gap(site: Path) -> None:
    """The front page has an entry for every paragraph, 1 to the last, each with a section page."""
    found = entries(site)
    assert [entry.number for entry in found] == [str(n) for n in range(1, len(found) + 1)]
    assert all((site / REPORT / entry.page).is_file() for entry in found)


def test_every_permanent_link_ends_at_its_paragraph(
    page: Page, address: str, site: Path, browser_name: str
) -> None:
    """From the front page with a fragment to the paragraph on its section page, for each.

    Each browser tries them all one way, and the last of each page the other way.
    """
    found = entries(site)
    assert found
    if (browser_name == "chromium") != address.startswith("http"):
        found = tuple({entry.page: entry for entry in found}.values())
    for entry in found:
        _go(page, f"{address}{REPORT}/index.html#{entry.id}")
        assert_arrives(page, f"/{entry.page}#{entry.id}", entry.id)


@pytest.mark.one_way
def test_the_check_of_arrival_can_fail(page: Page, address: str, site: Path) -> None:
    """The check names a wrong page, a missing highlight and a place out of view."""
    first, *_, last = [entry for entry in entries(site) if entry.page == entries(site)[3].page]
    section = f"{address}{REPORT}/{first.page}"
    page.goto(section)
    assert "not highlighted" in page.evaluate(SHOWN, [first.page, first.id])
    assert "the address is" in page.evaluate(SHOWN, ["elsewhere.html", first.id])
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{section}#{last.id}")
    assert_arrives(page, f"#{last.id}", last.id)
    page.evaluate("scrollTo(0, 0)")
    assert page.evaluate(SHOWN, [f"#{last.id}", last.id])


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [("para-115-a", "para-115-a"), ("para-61-f", "para-61-f"), ("para-54-zz", "para-54")],
)
def test_parts_of_a_paragraph_lead_to_it(
    page: Page, address: str, site: Path, fragment: str, shown: str
) -> None:
    """A subparagraph, a run-in member, and an id that only begins like a paragraph's."""
    section = page_with(site, f'class="(para|subpara|run-in)"[^>]* id="{shown}"')
    page.goto(f"{address}{REPORT}/index.html#{fragment}")
    assert_arrives(page, f"/{section}#{fragment}", shown)


def test_a_section_is_named_by_its_fragment(page: Page, address: str) -> None:
    """The front page with a section's id leads to the section's page."""
    page.goto(f"{address}{REPORT}/index.html#ii-d-2")
    page.wait_for_url("**/ii-d-2.html#ii-d-2")


@pytest.mark.one_way
def test_an_unknown_fragment_leaves_the_reader_on_the_front_page(page: Page, address: str) -> None:
    """A fragment that names nothing in the report sends nobody anywhere."""
    page.goto(f"{address}{REPORT}/index.html#no-such-thing")
    page.wait_for_timeout(300)
    assert page.url.endswith("index.html#no-such-thing")


def test_a_fragment_given_on_the_front_page_leads_on(page: Page, address: str, site: Path) -> None:
    """Changing the fragment of an open front page works like opening the link."""
    last = entries(site)[-1]
    page.goto(f"{address}{REPORT}/index.html")
    page.evaluate("id => { location.hash = id }", last.id)
    assert_arrives(page, f"/{last.page}#{last.id}", last.id)


def test_back_leads_to_where_the_reader_came_from(
    page: Page, address: str, site: Path, browser_name: str
) -> None:
    """The front page in between is not a trap."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot go back in Debian's Firefox")
    entry = entries(site)[-1]
    page.goto(f"{address}index.html")
    page.goto(f"{address}{REPORT}/index.html#{entry.id}")
    assert_arrives(page, f"/{entry.page}#{entry.id}", entry.id)
    page.go_back()
    assert page.url == f"{address}index.html"


@pytest.fixture
def changed_site(site: Path, tmp_path: Path) -> Path:
    """A copy in which an old id stands for paragraph 54 and paragraph 55 is folded away."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("*.map", "search_index*"))
    for name in {"index.html", page_with(site, 'data-number="54"')}:
        path = copy / REPORT / name
        text, found = re.subn(
            r'(<(?:li|div) [^>]*id="para-54"[^>]*>)',
            r'\1<span id="para-53bis"></span>',
            path.read_text("utf-8"),
        )
        assert found == 1
        text = re.sub(
            r'(<div [^>]*data-number="55".*?)(<div [^>]*data-number="56")',
            r"<details><summary>More</summary>\1</details>\2",
            text,
            flags=re.DOTALL,
        )
        path.write_text(text, "utf-8")
    return copy


def test_an_old_id_leads_to_the_paragraph_it_became(browser: Browser, changed_site: Path) -> None:
    """An alias, which is an empty element in the paragraph, shows the whole paragraph."""
    address = changed_site.as_uri()
    with watched(browser, address) as page:
        page.goto(f"{address}/{REPORT}/index.html#para-53bis")
        assert_arrives(page, "#para-53bis", "para-54")


def test_a_folded_paragraph_is_opened(browser: Browser, changed_site: Path) -> None:
    """A paragraph in a closed `details` is shown when the address names it."""
    address = changed_site.as_uri()
    with watched(browser, address) as page:
        page.goto(f"{address}/{REPORT}/index.html#para-55")
        assert_arrives(page, "#para-55", "para-55")
        assert page.locator("details[open] #para-55").is_visible()


def test_the_watch_sees_requests_outside_and_errors(browser: Browser, tmp_path: Path) -> None:
    """The watch on every test's page names a request to elsewhere and a console error."""
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<title>x</title><script>console.error('spoken')</script>"
        "<script>throw Error('thrown')</script><img src='http://127.0.0.1:49999/outside.png'>"
    )
    context = browser.new_context()
    page = context.new_page()
    watch = Watch("http://127.0.0.1:1/")
    watch.on(page)
    page.goto(bad.as_uri())
    page.wait_for_timeout(300)
    context.close()
    assert watch.outside == ["http://127.0.0.1:49999/outside.png"]
    assert any("spoken" in error for error in watch.errors)
    assert any("thrown" in error for error in watch.errors)
