"""What is pictured, and how each page comes to the state that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.site_pages import REPORT

DESKTOP = (1280, 860)
PHONE = (360, 740)
_JUDICIAL = f"{REPORT}/ii-d-2.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture."""

    name: str
    """Of the file, without its ending."""
    group: str
    """The heading that it stands under."""
    alternative: str
    """What it shows, for whoever does not see it."""
    address: str
    """From the site's root."""
    size: tuple[int, int] = DESKTOP
    dark: bool = False
    act: Callable[[Page], None] | None = None
    part: str = ""
    """Selector of the element shown; the window where empty."""
    sheets: tuple[int, ...] = ()
    """Sheets of the page as printed, counted from 0, beside each other; on screen where empty."""


def _preview(page: Page) -> None:
    page.locator("#para-50 .term").first.hover()
    expect(page.locator("#preview")).to_be_visible()


def _paragraph_preview(page: Page) -> None:
    link = page.locator(".para-entry#para-61 > a")
    link.scroll_into_view_if_needed()
    link.hover()
    expect(page.locator("#preview")).to_be_visible()


def _tools(page: Page) -> None:
    page.locator("#para-54 > .para-number").click()
    expect(page.locator(".para-tools__mentions")).to_be_visible()
    page.locator(".para-tools__mentions").click()


def _several(page: Page) -> None:
    for number in (54, 56, 57):
        page.locator(f"#para-{number} > .para-number").click(modifiers=["ControlOrMeta"])
    expect(page.locator(".para-tools")).to_contain_text("Paras. 54, 56 and 57")
    page.locator(".para-tools__style select").select_option("text")


def _search(page: Page) -> None:
    if page.viewport_size and page.viewport_size["width"] < 400:
        page.locator("label[for='__search']:visible").first.click()
    else:
        page.locator(".md-search__input").click()
    page.keyboard.type("judicial networks")
    expect(page.locator(".md-search-result__item").nth(3)).to_be_visible()


def _section_list(page: Page) -> None:
    page.locator(".spoken-of summary").click()
    page.locator(".spoken-of").scroll_into_view_if_needed()


_FRONT = f"{REPORT}/index.html"
_STATES = f"{REPORT}/states.html"
_EVENTS = f"{REPORT}/events.html"

SCENES = (
    Scene(
        name="front",
        group="Reading",
        alternative="The front page of a report: its title, the masthead as a small table, the "
        "summary, and the report's contents at the left.",
        address=_FRONT,
    ),
    Scene(
        name="section",
        group="Reading",
        alternative="A section: the way to it, its heading, and paragraphs 48 to 51 with their "
        "numbers in the margin; terms are underlined with dots.",
        address=_JUDICIAL,
    ),
    Scene(
        name="preview",
        group="Reading",
        alternative="Above the term CASC Network a small box gives its long form and the other "
        "paragraphs that use it.",
        address=_JUDICIAL,
        act=_preview,
    ),
    Scene(
        name="preview-paragraph",
        group="Reading",
        alternative="Over the contents of the front page a box shows the text of paragraph 61.",
        address=_FRONT,
        act=_paragraph_preview,
    ),
    Scene(
        name="tools",
        group="Reading",
        alternative="Below the number of paragraph 54 a box offers to copy its link and its "
        "citation, and lists the other paragraphs that treat the same subjects.",
        address=_JUDICIAL,
        act=_tools,
    ),
    Scene(
        name="several",
        group="Reading",
        alternative="Paragraphs 54, 56 and 57 are highlighted; a bar at the foot of the window "
        "has one citation and one link for the three.",
        address=_JUDICIAL,
        act=_several,
    ),
    Scene(
        name="section-list",
        group="Reading",
        alternative="The end of a section: the editor's notes, and the unfolded list of States "
        "and terms that the section speaks of.",
        address=_JUDICIAL,
        act=_section_list,
    ),
    Scene(
        name="search",
        group="Finding",
        alternative="The search box is open over the front page; below it paragraphs that hold "
        "the words, which are marked.",
        address=_FRONT,
        act=_search,
    ),
    Scene(
        name="results",
        group="Finding",
        alternative="The page of search results for the word corruption.",
        address="search.html?q=corruption",
    ),
    Scene(
        name="phone-front",
        group="On a phone",
        alternative="The front page at a width of 360 pixels.",
        address=_FRONT,
        size=PHONE,
    ),
    Scene(
        name="phone-section",
        group="On a phone",
        alternative="A section at a width of 360 pixels: the numbers stand in the first line.",
        address=_JUDICIAL,
        size=PHONE,
    ),
    Scene(
        name="phone-tools",
        group="On a phone",
        alternative="The tools of a paragraph at the foot of a phone's screen.",
        address=_JUDICIAL,
        size=PHONE,
        act=_tools,
    ),
    Scene(
        name="phone-search",
        group="On a phone",
        alternative="Search results fill the screen of a phone.",
        address=_FRONT,
        size=PHONE,
        act=_search,
    ),
    Scene(
        name="dark-section",
        group="In the dark",
        alternative="A section with light text on a dark page, and the preview of a term.",
        address=_JUDICIAL,
        dark=True,
        act=_preview,
    ),
    Scene(
        name="dark-front",
        group="In the dark",
        alternative="The front page with light text on a dark page.",
        address=_FRONT,
        dark=True,
    ),
    Scene(
        name="paper",
        group="On paper",
        alternative="Two sheets of the whole report as printed: the symbol at the head, the "
        "paragraph numbers in the margin, the sheet's number at the foot.",
        address=f"{REPORT}/whole.html",
        sheets=(0, 5),
    ),
    *(
        Scene(
            name=f"{name}-{'dark' if dark else 'light'}",
            group="Pictures",
            alternative=f"{alternative}; {'dark' if dark else 'light'} page.",
            address=address,
            size=(1280, 1100),
            dark=dark,
            part=part,
        )
        for name, alternative, address, part in (
            (
                "shape",
                "The report's shape: bars for chapters, sections and paragraphs",
                _FRONT,
                ".shape-picture",
            ),
            (
                "map",
                "The map of States as squares by region, those that are named in blue",
                _STATES,
                ".states-picture",
            ),
            (
                "timeline",
                "The timeline of the events that the report dates",
                _EVENTS,
                ".timeline-picture",
            ),
            ("states", "The index of States: names with their paragraphs", _STATES, ""),
        )
        for dark in (False, True)
    ),
    *(
        Scene(
            name=f"{name}-paper",
            group="Pictures",
            alternative=f"{alternative}, as printed.",
            address=address,
            sheets=(0, 1),
        )
        for name, alternative, address in (
            ("shape", "The front page with the report's shape", _FRONT),
            ("states", "The map of States and the index of States", _STATES),
            ("timeline", "The timeline and the events", _EVENTS),
        )
    ),
)
"""Every picture, in the order of the page."""
