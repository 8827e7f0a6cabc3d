"""What stands behind a word is shown beside it: by pointer, keyboard and touch, from local data."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.browsers import PageAt
from tests.browser.site_pages import REPORT, assert_arrives, page_with
from tests.browser.waiting import wait_for

PHONE = {"width": 360, "height": 740}
FRAME = 300
"""Milliseconds that a pointer rests before a preview comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of preview: where one is, and what it says."""

    page: str
    """A page's name, or a pattern of the HTML of a section page that has one."""
    carrier: str
    says: tuple[str, ...]


KINDS = {
    "term": Kind(
        page=r'href="[^"]*#term-wacap',
        carrier=".term[href$='#term-wacap']",
        says=("Network of West African Central Authorities", "Also in paragraphs"),
    ),
    "definition": Kind(
        page=r'href="[^"]*#term-crimjust',
        carrier=".term[href$='#term-crimjust']",
        says=("Not expanded in the report", "In the words of the report: “CRIMJUST project"),
    ),
    "note": Kind(
        page=r'data-note="Available at', carrier="[data-note]", says=("Footnote 2", "Available at")
    ),
    "reason": Kind(
        page=r"shows|class=\"supplied\"", carrier="ins.supplied", says=("the source has", "error")
    ),
    "contents": Kind(
        page="index.html",
        carrier=".para-entry#para-61 > a",
        says=("Paragraph 61", "A. Conference of the States", "(l) resolution 10/12"),
    ),
    "subparagraphs": Kind(
        page="index.html",
        carrier=".para-entry#para-115 > a",
        says=("Paragraph 115", "IV. Recommendations", "(a) ", "(e) "),
    ),
    "same page": Kind(
        page=r'<li><a href="#para-73">',
        carrier=".editor-notes a[href='#para-73']",
        says=("Paragraph 73", "The Tools and Resources for Anti-Corruption Knowledge (TRACK)"),
    ),
    "document": Kind(
        page=r'href="https://docs.un.org/en/CAC/COSP/2023/21"',
        carrier=".para a.external[href='https://docs.un.org/en/CAC/COSP/2023/21']",
        says=("CAC/COSP/2023/21", "paragraph"),
    ),
    "State": Kind(
        page=r'href="states.html#gambia"',
        carrier=".spoken-of a[href='states.html#gambia']",
        says=("Gambia", "In this section only"),
    ),
    "State elsewhere": Kind(
        page=r'href="states.html#uzbekistan"',
        carrier=".spoken-of a[href='states.html#uzbekistan']",
        says=("Uzbekistan", "Also in paragraphs "),
    ),
    "glossary": Kind(
        page="../../../../glossary.html",
        carrier="a[href*='#para-115'], a[href*='#para-54']",
        says=("Paragraph ", "Judicial networking"),
    ),
}


def open_kind(page: Page, address: str, site: Path, kind: Kind) -> Locator:
    """Open a page that has one; gives the first in it."""
    name = kind.page if kind.page.endswith(".html") else section_with(site, kind)
    page.goto(f"{address}{REPORT}/{name}")
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    return page.locator(kind.carrier).first


def section_with(site: Path, kind: Kind) -> str:
    """The first section page whose HTML has the pattern."""
    return page_with(site, kind.page)


def assert_beside(page: Page, carrier: Locator) -> None:
    """The preview lies inside the window and covers no line of what it explains."""
    clear = page.evaluate(
        """carrier => {
          const box = document.querySelector('#preview').getBoundingClientRect();
          const inside = box.left >= 0 && box.right <= innerWidth && box.top >= 0 &&
            box.bottom <= innerHeight + 1;
          const covered = [...carrier.getClientRects()].some(line =>
            line.top < box.bottom - 1 && line.bottom > box.top + 1 &&
            line.left < box.right && line.right > box.left);
          return inside && !covered || JSON.stringify(box);
        }""",
        carrier.element_handle(),
    )
    assert clear is True, clear


def test_hover_shows_it_beside_the_word(page: Page, address: str, site: Path) -> None:
    """It comes after a moment, stays for the pointer, and goes on Escape."""
    # Over http a reader gets the same files; two kinds show that they are found there too.
    for kind in list(KINDS.values()) if address.startswith("file:") else list(KINDS.values())[4:6]:
        carrier = open_kind(page, address, site, kind)
        preview = page.locator("#preview")
        carrier.scroll_into_view_if_needed()
        carrier.hover()
        expect(preview).to_be_visible()
        for words in kind.says:
            expect(preview).to_contain_text(words)
        assert_beside(page, carrier)
        box = preview.bounding_box()
        assert box
        # In one step: several can take a busy machine longer than a preview waits for the pointer.
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(FRAME)
        expect(preview).to_be_visible()
        page.keyboard.press("Escape")
        expect(preview).to_be_hidden()


@pytest.mark.one_way
def test_a_pointer_that_passes_by_opens_nothing(page: Page, address: str, site: Path) -> None:
    """A preview waits for the pointer to rest, and goes when it leaves."""
    carrier = open_kind(page, address, site, KINDS["term"])
    preview = page.locator("#preview")
    carrier.evaluate(
        """term => [term, document.body].forEach(element => element.dispatchEvent(
          new PointerEvent('pointerover', {bubbles: true, pointerType: 'mouse'})))"""
    )
    page.wait_for_timeout(FRAME + 200)
    expect(preview).to_have_count(0)
    carrier.hover()
    expect(preview).to_be_visible()
    page.mouse.move(2, 2)
    expect(preview).to_be_hidden()


def test_focus_shows_it_on_a_phone_and_describes(
    page_with_options: PageAt, file_address: str, site: Path
) -> None:
    """On keyboard focus it is the description of its owner, inside 360 pixels, until Escape."""
    with page_with_options(viewport=PHONE) as page:
        for kind in KINDS.values():
            carrier = open_kind(page, file_address, site, kind)
            page.keyboard.press("Tab")
            carrier.focus()
            preview = page.locator("#preview")
            expect(preview).to_be_visible()
            for words in kind.says:
                expect(preview).to_contain_text(words)
            assert_beside(page, carrier)
            expect(carrier).to_have_attribute("aria-describedby", "preview")
            scrolls = preview.evaluate("box => box.scrollHeight > box.clientHeight + 1")
            expect(preview).to_have_role("dialog" if scrolls else "tooltip")
            if scrolls:
                page.keyboard.press("Tab")
                expect(preview).to_be_focused()
            page.keyboard.press("Escape")
            expect(preview).to_be_hidden()
            expect(carrier).to_be_focused()


def test_tab_goes_through_a_long_preview_and_on(
    page_with_options: PageAt, file_address: str, site: Path
) -> None:
    """From the link into its preview, which scrolls, from there to the next link; and back."""
    with page_with_options(viewport=PHONE) as page:
        carrier = open_kind(page, file_address, site, KINDS["contents"])
        page.keyboard.press("Tab")
        carrier.focus()
        preview = page.locator("#preview")
        expect(preview).to_have_role("dialog")
        page.keyboard.press("Tab")
        expect(preview).to_be_focused()
        page.keyboard.press("End")
        wait_for(page, "document.querySelector('#preview').scrollTop > 0")
        page.keyboard.press("Shift+Tab")
        expect(carrier).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.href").endswith("iii-a-1.html")
        expect(preview).to_be_hidden()


def test_what_has_no_preview_shows_none(
    page_with_options: PageAt, file_address: str, site: Path
) -> None:
    """Links to sections and notes, and numbers of paragraphs, are what they were."""
    with page_with_options() as page:
        page.goto(f"{file_address}{REPORT}/{page_with(site, r'track.unodc.org')}")
        page.keyboard.press("Tab")
        page.locator("[data-note]").first.focus()
        expect(page.locator("#preview")).to_be_visible()
        for plain in (".footnote-back", ".para-number", ".section-path a"):
            page.locator(plain).first.focus()
            page.wait_for_timeout(100)
            expect(page.locator("#preview")).to_be_hidden()


def test_a_hostile_text_stays_a_text(page_with_options: PageAt, file_address: str) -> None:
    """Nothing that data holds becomes an element of the page."""
    with page_with_options() as page:
        page.goto(f"{file_address}{REPORT}/index.html")
        carrier = page.locator(".para-entry#para-61 > a")
        carrier.evaluate(
            """link => {
              link.dataset.note = '<img src=x onerror=alert(1)>';
              link.ariaLabel = '<b>N</b>';
            }"""
        )
        carrier.hover()
        expect(page.locator("#preview")).to_contain_text("<img src=x onerror=alert(1)>")
        expect(page.locator("#preview :is(img, b)")).to_have_count(0)


def test_without_its_data_a_page_still_reads(site: Path, tmp_path: Path, browser: Browser) -> None:
    """Where the data is missing a term has its long form, and a paragraph link is a link."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("paragraphs*.js", "search", "*.svg"))
    page = browser.new_page()
    carrier = open_kind(page, copy.as_uri() + "/", site, KINDS["term"])
    carrier.hover()
    expect(page.locator("#preview")).to_have_text(
        "Network of West African Central Authorities and Prosecutors against Organized Crime"
    )
    link = open_kind(page, copy.as_uri() + "/", site, KINDS["contents"])
    link.hover()
    page.wait_for_timeout(FRAME + 200)
    expect(page.locator("#preview:not([hidden])")).to_have_count(0)
    link.click()
    page.wait_for_url("**/iii-a.html#para-61")
    page.close()


def test_the_first_tap_shows_and_the_second_follows(
    page_with_options: PageAt, file_address: str, site: Path, browser_name: str
) -> None:
    """On a phone; a tap elsewhere puts it away."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot tap in Debian's Firefox")
    with page_with_options(viewport=PHONE, has_touch=True, is_mobile=True) as page:
        for kind in ("term", "note", "contents", "definition"):
            carrier = open_kind(page, file_address, site, KINDS[kind])
            before = page.url
            carrier.tap()
            preview = page.locator("#preview")
            expect(preview).to_contain_text(KINDS[kind].says[0])
            assert_beside(page, carrier)
            expect(preview).to_contain_text("Tap again to follow the link")
            assert page.url == before
            page.touchscreen.tap(150, 28)
            expect(preview).to_be_hidden()
            carrier.tap()
            expect(preview).to_be_visible()
            carrier.tap()
            wait_for(page, "before => location.href !== before", before)


@pytest.mark.one_way
def test_a_footnote_and_back(page: Page, address: str, site: Path) -> None:
    """The indicator leads to its note, highlighted; the note leads back to the indicator."""
    indicator = open_kind(page, address, site, KINDS["note"])
    note = (indicator.get_attribute("href") or "").removeprefix("#")
    indicator.focus()
    page.keyboard.press("Enter")
    assert_arrives(page, f"#{note}", note)
    page.locator(f"#{note} .footnote-back").first.click()
    back = page.evaluate("location.hash.slice(1)")
    assert back.startswith("fnref-")
    expect(page.locator(f"#{back}")).to_be_in_viewport()
