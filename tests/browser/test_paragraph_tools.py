"""The tools of a paragraph: its link, its citation, and where else its subjects are treated."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.browsers import PageAt
from tests.browser.site_pages import REPORT, SYMBOL, assert_arrives, page_with

PHONE = {"width": 360, "height": 740}
REFUSED = """Object.defineProperty(navigator, 'clipboard', {configurable: true, value:
  {writeText: () => Promise.reject(new Error('refused'))}})"""
ABSENT = "Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined})"
NO_COMMAND = "document.execCommand = () => false"


def open_paragraph(page: Page, address: str, site: Path, number: str) -> str:
    """Open the section of a paragraph; gives the permanent address of its report."""
    section = page_with(site, f'data-number="{number}"')
    page.goto(f"{address}{REPORT}/{section}")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical
    assert canonical.startswith("https://")
    return urljoin(canonical, ".")


def number(page: Page, of: str) -> Locator:
    """The number of a paragraph, its only control."""
    return page.locator(f"#para-{of} > .para-number")


def copied(page: Page, what: str, button: str) -> str:
    """Press a button of the tools; what is on the clipboard once the page has said so."""
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status")).to_have_text(f"{what} copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_pointer_copies_link_and_citation(page: Page, address: str, site: Path) -> None:
    """A click on the number opens the tools, a click elsewhere puts them away; nothing moves."""
    report = open_paragraph(page, address, site, "54")
    tools = page.locator(".para-tools")
    places = "() => [...document.querySelectorAll('.para > p')].map(p => p.offsetTop)"
    before = page.evaluate(places)
    number(page, "54").click()
    expect(page.locator("#para-54 > .para-tools")).to_be_visible()
    assert page.evaluate(places) == before
    assert copied(page, "Link", "Copy link") == f"{report}#para-54"
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, para. 54"
    number(page, "55").click()
    expect(page.locator("#para-55 > .para-tools")).to_be_visible()
    expect(tools).to_have_count(1)
    page.locator("h1").click()
    expect(tools).to_be_hidden()
    number(page, "55").click()
    expect(tools).to_be_visible()
    number(page, "55").click()
    expect(tools).to_be_hidden()


@pytest.mark.one_way
def test_keyboard_alone_copies_and_comes_back(page: Page, address: str, site: Path) -> None:
    """Space opens, Tab goes into the tools, Escape closes and keeps the place."""
    report = open_paragraph(page, address, site, "54")
    number(page, "54").focus()
    page.keyboard.press("Space")
    tools = page.get_by_role("group", name="Paragraph 54: link and citation")
    expect(tools).to_be_visible()
    expect(number(page, "54")).to_be_focused()
    expect(number(page, "54")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{report}#para-54"
    page.keyboard.press("Escape")
    expect(tools).to_be_hidden()
    expect(number(page, "54")).to_be_focused()
    expect(number(page, "54")).to_have_attribute("aria-expanded", "false")


@pytest.mark.one_way
def test_a_paragraph_has_one_control(page: Page, address: str, site: Path) -> None:
    """A screen reader meets one button, named for its paragraph, however many parts it has."""
    open_paragraph(page, address, site, "61")
    paragraph = page.locator("#para-61")
    expect(paragraph.get_by_role("button")).to_have_count(1)
    expect(paragraph.get_by_role("button")).to_have_accessible_name(
        "Paragraph 61, number restored: link and citation"
    )
    assert page.locator("#para-61 .run-in a, #para-61 [tabindex='0']").count() == 0


@pytest.mark.one_way
@pytest.mark.parametrize(
    ("paragraph", "part", "cited", "quoted"),
    [
        ("115", "(b)", "115 (b)", "(b) "),
        ("61", "(f)", "61 (f)", "(f) resolution 10/6, on enhancing the use of beneficial"),
    ],
)
def test_a_part_of_a_paragraph_is_chosen(  # noqa: PLR0913, PLR0917 - a table's columns
    page: Page, address: str, site: Path, paragraph: str, part: str, cited: str, quoted: str
) -> None:
    """By keyboard from the list, by pointer at its marker; the quotation is of it alone."""
    report = open_paragraph(page, address, site, paragraph)
    number(page, paragraph).focus()
    page.keyboard.press("Enter")
    page.locator(".para-tools__part select").select_option(part)
    target = f"para-{paragraph}-{part.strip('()')}"
    assert copied(page, "Link", "Copy link") == f"{report}#{target}"
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, para. {cited}"
    page.keyboard.press("Escape")
    page.locator(f".subpara#{target} > .marker, .run-in#{target}").click()
    page.get_by_label("Style").select_option("text")
    text = copied(page, "Citation", "Copy citation")
    assert text.startswith(f"“{quoted}")
    following = f"({chr(ord(part[1]) + 1)})"
    assert following not in text


def test_the_style_is_remembered(page: Page, address: str, site: Path) -> None:
    """The style chosen last is used on the next page; each has the masthead's facts."""
    report = open_paragraph(page, address, site, "54")
    number(page, "54").click()
    page.get_by_label("Style").select_option("CSL-JSON")
    (entry,) = json.loads(copied(page, "Citation", "Copy citation"))
    assert entry["number"] == SYMBOL
    assert entry["issued"] == {"date-parts": [[2024, 3, 13]]}
    assert entry["URL"] == f"{report}#para-54"
    assert "Commission on Crime Prevention" in entry["author"][0]["literal"]
    open_paragraph(page, address, site, "115")
    number(page, "115").click()
    expect(page.get_by_label("Style")).to_have_value("csl")
    assert '"note": "para. 115"' in copied(page, "Citation", "Copy citation")


@pytest.mark.one_way
def test_where_storage_is_refused_the_tools_work(page: Page, address: str, site: Path) -> None:
    """The style then holds for the page only."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    open_paragraph(page, address, site, "54")
    number(page, "54").click()
    page.get_by_label("Style").select_option("RIS")
    assert copied(page, "Citation", "Copy citation").startswith("TY  - RPRT")


@pytest.mark.one_way
@pytest.mark.parametrize("clipboard", [REFUSED, ABSENT], ids=["refused", "absent"])
def test_without_the_clipboard_the_older_way_copies(
    page: Page, address: str, site: Path, clipboard: str
) -> None:
    """Where the newer interface is absent (plain http) or refuses, the text is still copied."""
    page.add_init_script(clipboard)
    report = open_paragraph(page, address, site, "54")
    number(page, "54").click()
    page.evaluate(
        """document.addEventListener('copy', () => {
          const field = document.activeElement;
          window.taken = field.value.slice(field.selectionStart, field.selectionEnd);
        })"""
    )
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert page.evaluate("window.taken") == f"{report}#para-54"
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()


@pytest.mark.one_way
def test_where_copying_is_refused_the_text_is_selected(
    page: Page, address: str, site: Path
) -> None:
    """The text stands in a field, selected, and the page says so."""
    page.add_init_script(REFUSED)
    page.add_init_script(NO_COMMAND)
    report = open_paragraph(page, address, site, "54")
    number(page, "54").click()
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Copy this link")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{report}#para-54")
    assert field.evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)") == (
        f"{report}#para-54"
    )
    expect(page.get_by_role("status")).to_contain_text("copy it by hand")


def test_mentions_lead_to_other_paragraphs(page: Page, address: str, site: Path) -> None:
    """What the paragraph speaks of, where else it is treated; the rarest first; with previews."""
    open_paragraph(page, address, site, "52")
    number(page, "52").click()
    page.get_by_role("button", name="Treated elsewhere").click()
    tools = page.locator(".para-tools")
    crimjust = tools.locator("dt", has_text=re.compile("^CRIMJUSTTerm$"))
    expect(crimjust.get_by_role("link")).to_have_attribute(
        "href", re.compile(r"/glossary\.html#term-crimjust$")
    )
    numbers = crimjust.locator("+ dd a").all_text_contents()
    assert numbers == ["44", "53"]
    names = tools.locator("dt").all_text_contents()
    assert names.index("AIAMPTerm") < names.index("UNODCTerm")
    link = tools.get_by_role("link", name="Paragraph 44", exact=True).first
    link.hover()
    expect(page.locator("#preview")).to_contain_text("1. Law enforcement networking")
    link.click()
    assert_arrives(page, "/ii-d-1.html#para-44", "para-44")


def test_several_paragraphs_make_one_citation_and_one_link(
    page: Page, address: str, site: Path
) -> None:
    """Ctrl adds and takes away, Shift adds all up to the number; the link highlights them all."""
    report = open_paragraph(page, address, site, "54")
    number(page, "57").click()
    number(page, "54").click(modifiers=["Control"])
    tools = page.locator(".para-tools.is-docked")
    expect(tools).to_contain_text("Paras. 54 and 57")
    number(page, "56").click(modifiers=["Control"])
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54, 56 and 57"
    link = copied(page, "Link", "Copy link")
    assert link == f"{report}?paras=54,56,57#para-54"
    number(page, "54").click(modifiers=["Shift"])
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54–57"
    assert copied(page, "Link", "Copy link") == f"{report}?paras=54~57#para-54"
    number(page, "55").click(modifiers=["Control"])
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54, 56 and 57"
    assert page.locator(".is-selected").evaluate_all("all => all.map(one => one.id)") == [
        "para-54",
        "para-56",
        "para-57",
    ]
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".is-selected")).to_have_count(0)
    opened = f"{address}{REPORT}/index.html" + link.removeprefix(report)
    page.goto(opened)
    assert_arrives(page, "/ii-d-2.html?paras=54,56,57#para-54", "para-54")
    marked = page.locator(".para:is(:target, .is-target)")
    assert marked.evaluate_all("all => all.map(one => one.id)") == ["para-54", "para-56", "para-57"]


def test_paragraphs_of_several_sections_lead_to_the_whole_report(
    page: Page, address: str, site: Path
) -> None:
    """Chosen on the page of the whole report, they are found there again by the link."""
    page.goto(f"{address}{REPORT}/whole.html")
    number(page, "54").click()
    number(page, "61").click(modifiers=["Control"])
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54 and 61"
    link = copied(page, "Link", "Copy link")
    assert link.endswith("/?paras=54,61#para-54")
    page.goto(f"{address}{REPORT}/index.html{link.rpartition('/')[2]}")
    assert_arrives(page, "/whole.html?paras=54,61#para-54", "para-54")
    marked = page.locator(".para:is(:target, .is-target)")
    assert marked.evaluate_all("all => all.map(one => one.id)") == ["para-54", "para-61"]
    section = page_with(site, 'data-number="61"')
    page.goto(f"{address}{REPORT}/{section}?paras=54,61#para-54")
    expect(page.locator(".is-target")).to_have_count(0)


@pytest.mark.one_way
def test_several_stay_chosen_on_the_pages_of_the_report(
    page: Page, address: str, site: Path
) -> None:
    """Chosen on two pages they make one citation, quotation and link; Shift reaches over pages."""
    report = open_paragraph(page, address, site, "54")
    number(page, "54").click()
    page.get_by_role("button", name="Select more").click()
    number(page, "56").click()
    open_paragraph(page, address, site, "61")
    tools = page.locator(".para-tools")
    expect(tools).to_contain_text("Paras. 54 and 56")
    expect(page.get_by_label("Style")).to_be_hidden()
    page.get_by_role("button", name="Cite", exact=True).click()
    expect(page.get_by_label("Style")).to_be_visible()
    page.locator("#para-61-f").click()
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54, 56 and 61 (f)"
    assert copied(page, "Link", "Copy link") == f"{report}?paras=54,56,61-f#para-54"
    page.get_by_label("Style").select_option("text")
    text = copied(page, "Citation", "Copy citation")
    assert "54. UNODC continued" in text
    assert "61 (f). (f) resolution 10/6" in text
    page.locator("#para-61-f").click()
    page.reload()
    number(page, "61").click(modifiers=["Shift"])
    page.get_by_label("Style").select_option("un")
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54 and 56–61"
    assert copied(page, "Link", "Copy link") == f"{report}?paras=54,56~61#para-54"
    open_paragraph(page, address, site, "54")
    expect(tools).to_contain_text("Paras. 54 and 56–61")
    assert page.locator(".is-selected").evaluate_all("all => all.map(one => one.id)") == [
        "para-54",
        "para-56",
        "para-57",
    ]
    page.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.locator(".is-selected")).to_have_count(0)
    assert page.locator("script[src*='/javascripts/reader/']").count() == 0


@pytest.mark.one_way
def test_what_was_kept_wrongly_or_may_not_be_kept_harms_nothing(
    page: Page, address: str, site: Path
) -> None:
    """A choice that is no choice is left; where nothing can be kept it holds for the page."""
    open_paragraph(page, address, site, "54")
    folder = page.evaluate("document.querySelector('.report').dataset.folder")
    for kept in ("{", '[{"id": 1}]', "null"):
        page.evaluate(
            "([key, kept]) => sessionStorage.setItem(key, kept)", [f"pilcrow:{folder}", kept]
        )
        page.reload()
        number(page, "54").click()
        expect(page.locator(".para-tools")).to_contain_text("Paragraph 54")
        page.evaluate("sessionStorage.clear()")
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused'); }})"
    )
    page.reload()
    number(page, "54").click()
    number(page, "56").click(modifiers=["Control"])
    assert copied(page, "Citation", "Copy citation") == f"{SYMBOL}, paras. 54 and 56"


@pytest.mark.one_way
def test_the_keyboard_selects_several(page: Page, address: str, site: Path) -> None:
    """With "Select more" each number adds its paragraph; the tools follow it; Escape ends."""
    open_paragraph(page, address, site, "54")
    number(page, "54").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Select more").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("Choose more paragraphs by their numbers")
    number(page, "56").focus()
    page.keyboard.press("Space")
    expect(number(page, "56")).to_have_attribute("aria-pressed", "true")
    expect(number(page, "55")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("status")).to_have_text("Paras. 54 and 56 selected")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".para-tools")).to_be_hidden()
    expect(number(page, "56")).to_be_focused()
    assert number(page, "56").get_attribute("aria-pressed") is None


@pytest.mark.parametrize(
    ("fragment", "ending", "marked"),
    [
        ("?paras=55~57#para-55", "/ii-d-2.html?paras=55~57#para-55", ["55", "56", "57"]),
        ("?paras=115-b,115#para-115-b", "/iv.html?paras=115-b,115#para-115-b", ["115"]),
        ("?paras=54,nonsense,x~y#para-54", "/ii-d-2.html", ["54"]),
        ("?paras=%E0%A4%A#para-54", "/ii-d-2.html#para-54", ["54"]),
        ("?paras=56,57#para-54", "/ii-d-2.html#para-54", ["54"]),
    ],
)
def test_links_to_several_paragraphs(
    page: Page, address: str, fragment: str, ending: str, marked: list[str]
) -> None:
    """A range is all of its paragraphs; what the report does not have sends nobody astray."""
    page.goto(f"{address}{REPORT}/index.html{fragment}")
    target = fragment.partition("#")[2]
    page.wait_for_url(lambda url: ending in url)
    found = page.locator(".para:is(:target, .is-target)")
    if target == "para-115-b":
        expect(page.locator("#para-115-b")).to_be_in_viewport()
    assert found.evaluate_all("all => all.map(one => one.dataset.number)") == marked


def test_touch_selects_and_copies(
    page_with_options: PageAt, file_address: str, site: Path, browser_name: str
) -> None:
    """On a phone the tools stand at the foot of the screen, whole and wide enough to tap."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot tap in Debian's Firefox")
    with page_with_options(viewport=PHONE, has_touch=True, is_mobile=True) as page:
        page.add_init_script(
            "navigator.share = what => { window.shared = what; return Promise.resolve(); }"
        )
        report = open_paragraph(page, file_address, site, "54")
        number(page, "54").tap()
        tools = page.locator(".para-tools")
        box = tools.bounding_box()
        assert box
        assert (box["x"], box["width"]) == (0, 360)
        assert box["y"] + box["height"] == PHONE["height"]
        for button in tools.get_by_role("button").all():
            size = button.bounding_box()
            assert size
            assert min(size["width"], size["height"]) >= 24
        page.get_by_role("button", name="Select more").tap()
        number(page, "55").tap()
        page.get_by_role("button", name="Copy citation").tap()
        expect(page.get_by_role("status")).to_have_text("Citation copied")
        expected = f"{SYMBOL}, paras. 54 and 55"
        assert page.evaluate("navigator.clipboard.readText()") == expected
        page.get_by_role("button", name="Share…").tap()
        assert page.evaluate("window.shared") == {
            "title": expected,
            "text": expected,
            "url": f"{report}?paras=54,55#para-54",
        }
        page.get_by_role("button", name="Close").tap()
        expect(tools).to_be_hidden()


@pytest.mark.one_way
def test_nothing_is_loaded_before_it_is_used(page: Page, address: str, site: Path) -> None:
    """Opening a page loads neither tools nor data; the first use does."""
    loaded = page.locator("script[src*='/javascripts/reader/'], script[src*='/paragraphs']")
    open_paragraph(page, address, site, "54")
    page.wait_for_timeout(200)
    expect(loaded).to_have_count(0)
    number(page, "54").click()
    expect(page.locator(".para-tools")).to_be_visible()
    assert loaded.count() > 1
