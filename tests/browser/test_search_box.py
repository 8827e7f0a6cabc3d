"""The search box: keys, results, marks on arriving, hostile queries, and files that are missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browsers import PageAt, watched
from tests.browser.search_page import NOTE, open_box, result_links, search_box
from tests.browser.site_pages import REPORT, assert_arrives
from tests.browser.waiting import wait_for


def test_nothing_of_the_search_is_loaded_before_it_is_used(page: Page, address: str) -> None:
    """Of the search a page has what waits for the first use; no engine and no index."""
    page.goto(f"{address}{REPORT}/i.html")
    page.wait_for_load_state("load")
    assert page.evaluate("() => Boolean(window.pilcrowSearch && !pilcrowSearch.Engine)")
    names = page.evaluate(
        "() => performance.getEntriesByType('resource').map(one => one.name)"
        ".filter(name => /search/.test(name) && !/search\\.css$/.test(name))"
    )
    assert names == []
    page.locator(".md-search__input").focus()  # Control: the first use loads it.
    wait_for(page, "Boolean(window.pilcrowSearch.Engine)")


@pytest.mark.parametrize(("typed", "place"), [("rugby", "para-97"), ("54", "para-54")])
def test_enter_before_the_results_opens_the_first_of_what_was_typed(
    page: Page, address: str, typed: str, place: str
) -> None:
    """Who types and presses Enter at once gets that, not what the first letter found."""
    page.goto(f"{address}{REPORT}/i.html")
    page.locator(".md-search__input").focus()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    wait_for(page, f"location.hash === '#{place}'")


def test_typing_and_enter_lead_to_the_paragraph_with_marks(page: Page, address: str) -> None:
    """Slash, a query, Enter: the reader stands at the paragraph, its words marked until cleared."""
    open_box(page, address)
    page.keyboard.type("extradition Belgian")
    search_box(page, "extradition Belgian")
    first = page.locator(".md-search-result__item").first
    expect(first).to_contain_text("Paragraph 54")
    expect(first).to_contain_text("II. Transnational organized crime")
    expect(first.locator("mark")).to_have_text(["extradition", "Belgian"])
    expect(page.locator(NOTE)).to_contain_text("1 result")
    page.locator(".md-search__input").press("Enter")
    assert_arrives(page, "ii-d-2.html?h=extradition+belgian#para-54", "para-54")
    expect(page.locator(".search-mark")).to_have_text(["extradition", "Belgian"])
    before = page.locator("#para-54").inner_text()
    page.get_by_role("button", name="Clear marks").click()
    expect(page.locator(".search-mark")).to_have_count(0)
    expect(page.locator(".search-marks")).to_have_count(0)
    assert page.locator("#para-54").inner_text() == before
    assert page.url.endswith("ii-d-2.html#para-54")


@pytest.mark.one_way
def test_s_arrows_and_escape(page: Page, address: str) -> None:
    """Material's keys work: s opens, arrows walk through the results, Escape closes."""
    page.goto(f"{address}{REPORT}/i.html")
    page.keyboard.press("s")
    expect(page.locator(".md-search__input")).to_be_focused()
    search_box(page, "whistleblower")
    links = result_links(page)
    assert links.count() > 1
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.one_way
@pytest.mark.parametrize(
    ("typed", "ending", "id_"),
    [
        ("54", "#para-54", "para-54"),
        ("115(b)", "#para-115-b", "para-115-b"),
        ("E/CN.15/2024/5, para. 54", "#para-54", "para-54"),
        ("https://example.org/en/E/CN.15/2024/5/#para-61-f", "#para-61-f", "para-61-f"),
        ("II.D.2", "#ii-d-2", "ii-d-2"),
    ],
)
def test_a_number_a_symbol_or_a_link_goes_straight_there(
    page: Page, address: str, typed: str, ending: str, id_: str
) -> None:
    """What points at a paragraph or a section offers it first."""
    open_box(page, address)
    search_box(page, typed)
    link = result_links(page).first.get_attribute("href") or ""
    assert link.endswith(ending)
    page.locator(".md-search__input").press("Enter")
    page.wait_for_url(f"**{ending}")
    expect(page.locator(f"#{id_}")).to_be_in_viewport()


@pytest.mark.one_way
def test_a_typing_error_is_forgiven_and_said(page: Page, address: str) -> None:
    """One edit away is found, and the reader is told what was searched instead."""
    open_box(page, address)
    search_box(page, "exradition")
    expect(page.locator(NOTE)).to_contain_text("Nothing has “exradition”; showing “extradition”")


@pytest.mark.one_way
def test_no_hits_offers_near_words(page: Page, address: str) -> None:
    """Nothing found is said, with words that look alike; one of them searches again."""
    open_box(page, address)
    search_box(page, "corupttiun")
    expect(page.locator(NOTE)).to_contain_text("No paragraph, heading or term has “corupttiun”")
    page.locator(NOTE).get_by_role("button", name="corruption", exact=True).click()
    expect(result_links(page).first).to_be_visible()


@pytest.mark.one_way
def test_words_to_leave_out_alone_are_no_query(page: Page, address: str) -> None:
    """The reader is told what lacks; the word is not said to be missing, nor offered."""
    open_box(page, address)
    search_box(page, "-corruption")
    expect(page.locator(NOTE)).to_have_text(
        "Only words to leave out were given: type a word to look for before them."
    )


@pytest.mark.one_way
@pytest.mark.parametrize("typed", ["paragraph 999", "E/CN.15/2024/5, para. 999"])
def test_a_paragraph_that_is_not_there_is_no_other(page: Page, address: str, typed: str) -> None:
    """Who asks for one by its number is not shown those that have the word "paragraph"."""
    open_box(page, address)
    search_box(page, typed)
    expect(page.locator(NOTE)).to_contain_text(f"No paragraph, heading or term has “{typed}”.")
    expect(result_links(page)).to_have_count(0)


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "x" * 10_000,
    "corruption " * 1_000,
    "\ud800",
    "corruption \udfff",
    "?!… — “” -",
    '-"',
    "-corruption",
    "'''---///...",
    "\\ ( [ { * + ^ $ |",
    "constructor __proto__ toString",
]


@pytest.mark.one_way
def test_hostile_queries_do_nothing_bad(page: Page, address: str) -> None:
    """Markup, endless and broken text leave the page whole and the box at work."""
    open_box(page, address)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    for typed in HOSTILE:
        page.evaluate(
            """typed => {
                const box = document.querySelector('.md-search__input');
                box.value = typed.replace(/\\\\u([0-9a-f]{4})/g,
                    (_, code) => String.fromCharCode(parseInt(code, 16)));
                box.dispatchEvent(new Event('input'));
            }""",
            typed.encode("ascii", "backslashreplace").decode() if typed[-1] > "\ud7ff" else typed,
        )
        page.wait_for_timeout(150)
        assert page.locator(".md-search-result img, .md-search-result script").count() == 0
    search_box(page, "rugby")
    expect(result_links(page).first).to_contain_text("Paragraph 97")
    assert not dialogs


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_a_bad_index_file_is_told_in_words(
    browser: Browser, site: Path, tmp_path: Path, harm: str
) -> None:
    """Whatever index file is lost or changed by a bit, the box names it and reading goes on."""
    copy = tmp_path / "My Docs (1) é #2 100%"
    shutil.copytree(site, copy)
    texts = max((copy / "search/en").glob("*.js"), key=lambda path: path.stat().st_size)
    if harm == "missing":
        texts.unlink()
    else:
        body = bytearray(texts.read_bytes())
        at = body.index(b"Office")
        body[at] ^= 1
        texts.write_bytes(body)
    context = browser.new_context()
    page = context.new_page()
    open_box(page, copy.as_uri() + "/")
    page.locator(".md-search__input").fill("rugby")
    expect(page.locator(NOTE)).to_contain_text(f"{texts.name}: it is {harm}")
    page.keyboard.press("Escape")
    expect(page.locator("#para-1")).to_be_visible()
    context.close()


def test_a_folder_with_a_difficult_name_is_searched(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """The whole copy of the test above finds what it should: what fails there is the harm."""
    copy = tmp_path / "My Docs (1) é #2 100%"
    shutil.copytree(site, copy)
    with watched(browser, copy.as_uri()) as page:
        open_box(page, copy.as_uri() + "/")
        search_box(page, "rugby")
        page.locator(".md-search__input").press("Enter")
        page.wait_for_url("**#para-97")
        expect(page.locator(".search-mark").first).to_be_visible()


def test_a_browser_without_a_feature_is_told(browser: Browser, file_address: str) -> None:
    """Where the browser lacks something the engine needs, the box says so in words."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("String.prototype.matchAll = String.prototype.normalize = undefined")
    open_box(page, file_address)
    page.locator(".md-search__input").fill("rugby")
    expect(page.locator(NOTE)).to_contain_text("does not work in this browser")
    context.close()


def test_the_box_fits_a_phone(page_with_options: PageAt, file_address: str) -> None:
    """At 320 pixels the box opens by its button and its results stay inside the window."""
    with page_with_options(viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{file_address}{REPORT}/i.html")
        page.locator("label.md-header__button[for=__search]").click()
        search_box(page, "Turquesa")
        expect(result_links(page).first).to_contain_text("Paragraph 31")
        assert page.evaluate(
            "() => { const list = document.querySelector('.md-search__scrollwrap');"
            " return list.scrollWidth <= list.clientWidth && list.clientWidth <= 320; }"
        )
