"""What axe-core finds on every page of the site and in its states: nothing (WCAG 2.2 AA)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.browsers import PageAt, watched
from tests.browser.site_pages import KINDS, REPORT, page_with
from tests.browser.waiting import wait_for

RULES = {
    "resultTypes": ["violations"],
    # The policy of a page lets no script fetch a style sheet again.
    "preload": False,
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
PHONE = {"viewport": {"width": 360, "height": 740}}
DARK = {"color_scheme": "dark"}
TO_THE_TOP = (
    "document.querySelectorAll('.md-sidebar__scrollwrap').forEach(e => { e.scrollTop = 0; })"
)
"""A link half scrolled out of the tree would be measured by what is seen of it."""


def faults(page: Page) -> list[str]:
    """Every rule that the page breaks, with the first places where it does."""
    found: Sequence[dict[str, object]] = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {[node['target'] for node in nodes[:3]]}"
        for rule in found
        for nodes in [rule["nodes"]]
        if isinstance(nodes, list)
    ]


def test_every_page_of_the_site(
    browser: Browser, browser_name: str, root_address: str, site: Path
) -> None:
    """No page breaks a rule, at desktop width in light; Firefox looks at one of each kind."""
    every = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    # One page made from docstrings is like another.
    pages = {name for name in every if "maintainers/api/" not in name} | set(KINDS)
    assert len(pages) > 50
    broken = {}
    with watched(browser, root_address) as page:
        for name in sorted(pages if browser_name == "chromium" else KINDS):
            page.goto(root_address + name)
            page.evaluate(TO_THE_TOP)
            if problems := faults(page):
                broken[name] = problems
    assert not broken


@pytest.mark.parametrize("options", [PHONE, DARK, {**PHONE, **DARK}], ids=["phone", "dark", "both"])
def test_each_kind_of_page_on_phones_and_in_the_dark(
    page_with_options: PageAt, site: Path, options: dict[str, object], browser_name: str
) -> None:
    """Home, front page, a section with notes, the whole, the glossary: narrow and dark alike."""
    if browser_name == "firefox":
        pytest.skip("Chromium shows both widths and colours")
    notes = page_with(site, "data-note=")
    names = [f"{REPORT}/{name}" for name in ("index.html", notes, "whole.html")]
    broken = {}
    with page_with_options(**options) as page:
        for name in ("index.html", "search.html", "en/glossary.html", *names):
            page.goto((site / name).as_uri())
            if problems := faults(page):
                broken[name] = problems
    assert not broken


@pytest.mark.parametrize("options", [{}, {**PHONE, **DARK}], ids=["desktop", "dark-phone"])
def test_states_of_a_page(
    page_with_options: PageAt, site: Path, options: dict[str, object], browser_name: str
) -> None:
    """With a preview, the tools of a paragraph, a selection, the search or results open."""
    if options and browser_name == "firefox":
        pytest.skip("Playwright cannot choose the colour scheme of Debian's Firefox")
    section = (site / REPORT / page_with(site, 'data-number="54"')).as_uri()
    broken = {}
    with page_with_options(**options) as page:
        page.goto(section)
        page.click("#para-54 > .para-number")
        wait_for(page, "document.querySelector('.para-tools')?.offsetHeight > 0")
        broken["tools"] = faults(page)
        page.click("#para-56 > .para-number", modifiers=["ControlOrMeta"])
        wait_for(page, "document.querySelectorAll('.is-selected').length > 1")
        page.click(".para-tools__mentions")
        broken["selection"] = faults(page)
        if not options:
            page.keyboard.press("Escape")
            page.hover(".para .term")
            wait_for(page, "document.querySelector('#preview')?.offsetHeight > 0")
            broken["preview"] = faults(page)
        page.goto((site / "search.html").as_uri() + "?q=corruption")
        wait_for(page, "document.querySelectorAll('.search-result').length > 5")
        broken["results"] = faults(page)
    assert {state: problems for state, problems in broken.items() if problems} == {}


def test_the_search_box(page_with_options: PageAt, site: Path) -> None:
    """With results below the box, in both browsers."""
    with page_with_options() as page:
        page.goto((site / REPORT / "index.html").as_uri())
        page.locator(".md-search__input").press_sequentially("corruption")
        wait_for(page, "document.querySelectorAll('.md-search-result__item').length > 3")
        assert faults(page) == []


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('h1').style.color = '#ccc'", "color-contrast"),
        ("document.querySelector('.para-number').innerHTML = '<button></button>'", "button-name"),
    ],
)  # fmt: skip
def test_a_fault_is_reported(page_with_options: PageAt, site: Path, damage: str, rule: str) -> None:
    """Control: a page with a planted fault is told of, by its own rule, in both browsers."""
    with page_with_options() as page:
        page.goto((site / REPORT / page_with(site, 'data-number="54"')).as_uri())
        page.evaluate(damage)
        assert any(problem.startswith(f"{rule}:") for problem in faults(page))
