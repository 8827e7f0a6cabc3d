"""A page fits the smallest screens, can be read in light and dark, and holds still."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browsers import PageAt, watched
from tests.browser.site_pages import KINDS, REPORT, page_with
from tests.browser.waiting import wait_for

CONTRAST = """selector => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const element = document.querySelector(selector);
  if (!element) return null;
  let ground = element;
  while (ground && rgba(getComputedStyle(ground).backgroundColor)[3] < 255)
    ground = ground.parentElement;
  const pair = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor];
  const [low, high] = pair.map(colour => light(rgba(colour))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_no_page_scrolls_sideways_on_a_phone(
    browser: Browser, browser_name: str, root_address: str, site: Path
) -> None:
    """Pages fit 360 pixels, and 320, which is a desktop zoomed to 400 %; Firefox sees each kind."""
    pages = sorted((site / REPORT).glob("*.html")) if browser_name == "chromium" else []
    names = {*KINDS, *(path.relative_to(site).as_posix() for path in pages)}
    wide = []
    with watched(browser, root_address) as page:
        for name in sorted(names):
            page.set_viewport_size({"width": 360, "height": 740})
            page.goto(root_address + name, wait_until="domcontentloaded")
            for width in (360, 320):
                page.set_viewport_size({"width": width, "height": 740})
                assert page.evaluate("innerWidth") == width
                if page.evaluate(SIDEWAYS) > 0:
                    wide.append((name, width))
    assert not wide


def test_the_check_of_sideways_scrolling_can_fail(page_with_options: PageAt, site: Path) -> None:
    """One wide element is noticed."""
    with page_with_options(viewport={"width": 360, "height": 740}) as page:
        page.goto((site / REPORT / "index.html").as_uri())
        page.evaluate("document.querySelector('h1').style.width = '500px'")
        assert page.evaluate(SIDEWAYS) > 0


def test_icons_are_drawn_in_the_colour_of_their_text(page: Page, address: str) -> None:
    """The style sheet draws the theme's icons, of a size and in a colour that can be seen."""
    page.goto(f"{address}{REPORT}/i.html")
    drawn = page.evaluate(
        """() => [...document.querySelectorAll('.md-header svg')].map(icon => {
          const style = getComputedStyle(icon), box = icon.getBoundingClientRect();
          const shape = getComputedStyle(icon.firstElementChild);
          return [box.width > 0 && shape.fill === style.color, box.width === box.height,
            shape.clipPath.startsWith('path(')];
        })"""
    )
    assert [True, True, True] in drawn
    assert all(icon[1:] == [True, True] for icon in drawn)


PICTURES = """() => [...document.querySelectorAll('body *')].flatMap(element =>
  [null, '::before', '::after'].map(part => getComputedStyle(element, part))
    .filter(style => style.display !== 'none' && style.content !== 'none')
    .flatMap(style => [style.maskImage, style.backgroundImage, style.listStyleImage])
    .filter(image => image && image.includes('url(')))"""


def test_no_page_waits_for_a_picture_of_the_style_sheet(page: Page, address: str) -> None:
    """Marks and arrows are shapes; the check sees a picture where there is one."""
    for name in ("i", "iii", "documents"):
        page.goto(f"{address}{REPORT}/{name}.html")
        assert page.evaluate("document.querySelectorAll('.md-nav__icon').length")
        assert page.evaluate(PICTURES) == []
    page.evaluate(
        "document.querySelector('h1').style.background = 'url(data:image/svg+xml,<svg/>)'"
    )
    assert len(page.evaluate(PICTURES)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(
    page_with_options: PageAt, file_address: str, site: Path, scheme: str, browser_name: str
) -> None:
    """Text, links, numbers and quiet words reach 4.5 to 1, highlighted paragraphs included."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot choose the colour scheme of Debian's Firefox")
    sections = {"54", "61", "115"}
    seen = set()
    with page_with_options(color_scheme=scheme) as page:
        addresses = [f"{file_address}{REPORT}/index.html"]
        for number in sections:
            section = page_with(site, f'data-number="{number}"')
            addresses.append(f"{file_address}{REPORT}/{section}#para-{number}")
        patterns = (r'class="supplied"', r'class="reference', r"data-note=")
        addresses.extend(
            f"{file_address}{REPORT}/{page_with(site, pattern)}" for pattern in patterns
        )
        for address in addresses:
            page.goto(address)
            for selector in (
                ".report h1",
                ".para > p",
                ".para:target > p",
                ".para:target .term",
                ".para-number",
                ".term",
                ".supplied",
                ".report a.reference",
                ".footnote p",
                ".footnote-mark",
                ".masthead dt",
                ".masthead dd",
                ".contents .range",
                ".para-entry",
                ".para-entry a",
            ):
                contrast = page.evaluate(CONTRAST, selector)
                if contrast is not None:
                    seen.add(selector)
                    assert contrast >= 4.5, f"{selector} at {address}"
    assert {".para:target > p", ".term", ".supplied", ".report a.reference", ".footnote p"} <= seen


def test_the_measure_of_contrast_can_fail(
    page_with_options: PageAt, site: Path, browser_name: str
) -> None:
    """The blue of the United Nations on white is 3 to 1 and is measured so."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot choose the colour scheme of Debian's Firefox")
    with page_with_options(color_scheme="light") as page:
        page.goto((site / REPORT / "index.html").as_uri())
        page.evaluate("document.querySelector('.report h1').style.color = '#009edb'")
        assert 2.9 < page.evaluate(CONTRAST, ".report h1") < 3.1


SHIFTED = """new Promise(done => { let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 500); })"""
"""How much has moved since the page began, also behind a click or a key (`hadRecentInput`)."""


def test_nothing_shifts(browser: Browser, browser_name: str, root_address: str, site: Path) -> None:
    """Each kind of page keeps still from the first paint on, with a preview or tools open too."""
    if browser_name == "firefox":
        pytest.skip("Firefox does not report layout shifts")
    asked: list[str] = []
    with watched(browser, root_address) as page:
        page.on("request", lambda request: asked.append(request.url))
        section = page_with(site, 'data-number="54"')
        for kind in (*KINDS, f"{REPORT}/{section}"):
            page.goto(root_address + kind)
            assert page.evaluate(SHIFTED) == 0, kind
        loaded = [name for name in asked if re.search(r"/reader/|/paragraphs", name)]
        assert loaded == [], "what nobody has asked for is not loaded"
        page.hover("#para-50 .term")
        wait_for(page, "document.querySelector('#preview')?.offsetHeight > 0")
        page.click("#para-54 > .para-number")
        wait_for(page, "document.querySelector('.para-tools')?.offsetHeight > 0")
        assert page.evaluate(SHIFTED) == 0
        # Control: what comes in above the text moves it, and is noticed.
        page.evaluate(
            """document.querySelector('.report').prepend(Object.assign(
              document.createElement('p'), {textContent: 'Late'})); window.scrollTo(0, 0)"""
        )
        assert page.evaluate(SHIFTED) > 0


def test_print_has_addresses_and_no_interface(
    page: Page, address: str, site: Path, browser_name: str
) -> None:
    """In print an external reference carries its address; tools and header are gone."""
    if browser_name == "firefox":
        pytest.skip("Playwright cannot emulate print in Debian's Firefox")
    section = page_with(site, r'class="reference external"')
    page.goto(f"{address}{REPORT}/{section}")
    page.hover(".para p")
    page.emulate_media(media="print")
    written = page.evaluate(
        "getComputedStyle(document.querySelector('.reference.external'), '::after').content"
    )
    assert re.search(r"https://docs\.un\.org/", written)
    for selector in (".para-tools", ".md-header"):
        assert page.locator(selector).is_hidden()
