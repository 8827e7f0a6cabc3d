"""Copying a paragraph's link and citation, by mouse, keyboard and touch."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browsers import PageAt
from tests.browser.site_pages import REPORT, SYMBOL, page_with

REFUSED = """Object.defineProperty(navigator, 'clipboard', {configurable: true, value:
  {writeText: () => Promise.reject(new Error('refused'))}})"""
ABSENT = "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined})"


def open_paragraph(page: Page, address: str, site: Path, number: str) -> str:
    """Open the section of a paragraph; gives the permanent address of its report."""
    section = page_with(site, f'data-number="{number}"')
    page.goto(f"{address}{REPORT}/{section}")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical
    assert canonical.startswith("https://")
    return urljoin(canonical, ".")


def copied(page: Page) -> str:
    """What is on the clipboard once the page has said so."""
    expect(page.locator(".para-status")).to_contain_text("copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_pointer_copies_link_and_citation(page: Page, address: str, site: Path) -> None:
    """The tools appear in the paragraph under the pointer and go when it leaves."""
    report = open_paragraph(page, address, site, "54")
    tools = page.locator(".para-tools")
    expect(tools).to_be_hidden()
    page.hover("#para-54 > p")
    expect(page.locator("#para-54 .para-tools")).to_be_visible()
    page.get_by_role("button", name="Copy link to paragraph 54").click()
    assert copied(page) == f"{report}#para-54"
    expect(page.get_by_role("status")).to_have_text("Link copied")
    page.hover("#para-54 > p")
    page.get_by_role("button", name="Copy citation of paragraph 54").click()
    expect(page.get_by_role("status")).to_have_text("Citation copied")
    assert copied(page) == f"{SYMBOL}, para. 54"
    page.hover("#para-55 > p")
    expect(page.locator("#para-55 .para-tools")).to_be_visible()
    page.hover("h1")
    expect(tools).to_be_hidden()


def test_pointer_reaches_the_tools_of_a_subparagraph(page: Page, address: str, site: Path) -> None:
    """On its way from the text of (b) to the tools the pointer does not lose them."""
    report = open_paragraph(page, address, site, "115")
    page.locator("#para-115-b > p").hover()
    button = page.get_by_role("button", name="Copy citation of paragraph 115 (b)")
    box = button.bounding_box()
    assert box
    page.mouse.move(box["x"] + 12, box["y"] + 12, steps=20)
    page.mouse.down()
    page.mouse.up()
    assert copied(page) == f"{SYMBOL}, para. 115 (b)"
    page.locator("#para-115-b > p").hover()
    page.get_by_role("button", name="Copy link to paragraph 115 (b)").click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert copied(page) == f"{report}#para-115-b"


def test_keyboard_copies_link_and_citation(page: Page, address: str, site: Path) -> None:
    """The tools follow the number in the tab order; Escape closes them and keeps the place."""
    report = open_paragraph(page, address, site, "54")
    page.locator("#para-54 > .para-number").focus()
    expect(page.locator(".para-tools")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link to paragraph 54")).to_be_focused()
    page.keyboard.press("Enter")
    assert copied(page) == f"{report}#para-54"
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Copy citation of paragraph 54")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("Citation copied")
    assert copied(page) == f"{SYMBOL}, para. 54"
    page.keyboard.press("Escape")
    expect(page.locator(".para-tools")).to_be_hidden()
    expect(page.locator("#para-54 > .para-number")).to_be_focused()


@pytest.mark.parametrize("id_and_number", ["para-115-a 115 (a)", "para-61-f 61 (f)"])
def test_keyboard_reaches_subparagraphs(
    page: Page, address: str, site: Path, id_and_number: str
) -> None:
    """The marker of a subparagraph or run-in member is a link, followed by the tools for it."""
    target, _, number = id_and_number.partition(" ")
    report = open_paragraph(page, address, site, number.partition(" ")[0])
    page.locator(f'.report a[href="#{target}"]').focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=f"Copy link to paragraph {number}")).to_be_focused()
    page.keyboard.press("Enter")
    assert copied(page) == f"{report}#{target}"


@pytest.mark.parametrize("clipboard", [REFUSED, ABSENT], ids=["refused", "absent"])
def test_without_a_clipboard_the_text_is_selected(
    page: Page, address: str, site: Path, clipboard: str
) -> None:
    """Where the clipboard is refused the text stands in a field, selected, until Escape."""
    page.add_init_script(clipboard)
    report = open_paragraph(page, address, site, "54")
    page.locator("#para-54 > .para-number").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.get_by_label("Copy this link")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{report}#para-54")
    assert field.evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)") == (
        f"{report}#para-54"
    )
    expect(page.get_by_role("status")).to_have_text("")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.locator("#para-54 > .para-number")).to_be_focused()


def test_touch_copies_link_and_citation(
    page_with_options: PageAt, file_address: str, site: Path, browser_name: str
) -> None:
    """A tap on the number or on the text opens the tools at the foot of a phone's screen."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot tap in Debian's Firefox")
    phone = {"width": 360, "height": 740}
    with page_with_options(viewport=phone, has_touch=True, is_mobile=True) as page:
        report = open_paragraph(page, file_address, site, "54")
        expect(page.locator(".para-tools")).to_be_hidden()
        page.tap("#para-54 > .para-number")
        page.get_by_text("Copy link", exact=True).tap()
        assert copied(page) == f"{report}#para-54"
        page.get_by_role("button", name="Close").tap()
        expect(page.locator(".para-tools")).to_be_hidden()
        page.locator("#para-55 > p").tap(position={"x": 4, "y": 60})
        page.get_by_role("button", name="Copy citation of paragraph 55").tap()
        expect(page.get_by_role("status")).to_have_text("Citation copied")
        assert copied(page) == f"{SYMBOL}, para. 55"


def test_the_tools_move_nothing(page: Page, address: str, site: Path) -> None:
    """Text keeps its place when the tools come and go."""
    open_paragraph(page, address, site, "54")
    places = "() => [...document.querySelectorAll('.para')].map(p => p.offsetTop)"
    before = page.evaluate(places)
    page.hover("#para-54 > p")
    expect(page.locator(".para-tools")).to_be_visible()
    assert page.evaluate(places) == before


def test_a_screen_reader_finds_one_named_toolbar(page: Page, address: str, site: Path) -> None:
    """One toolbar, named for its paragraph, with buttons that name it too."""
    open_paragraph(page, address, site, "54")
    page.locator("#para-54 > .para-number").focus()
    toolbar = page.get_by_role("toolbar")
    expect(toolbar).to_have_count(1)
    expect(toolbar).to_have_accessible_name("Paragraph 54: link and citation")
    buttons = toolbar.get_by_role("button")
    assert [button.get_attribute("aria-label") for button in buttons.all()] == [
        "Copy link to paragraph 54",
        "Copy citation of paragraph 54",
    ]
