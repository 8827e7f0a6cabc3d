"""Pictures in a browser: they lead where they say, can be read by all, and fit a phone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.browsers import PageAt
from tests.browser.site_pages import REPORT, assert_arrives

CLIPPED = """() => [...document.querySelectorAll('.picture > svg, .tile-map svg')].filter(svg => {
  const own = svg.getBoundingClientRect(), place = svg.closest('figure').getBoundingClientRect();
  return !own.width || !own.height || own.right > place.right + 1;
}).length"""
"""How many drawings have no size or leave their figure."""

SMALL = """() => [...document.querySelectorAll('.picture text')]
  .filter(text => text.getBoundingClientRect().width)
  .filter(text => parseFloat(getComputedStyle(text).fontSize) < 9).length"""
"""How many words of pictures are too small to read."""


def _illustrated(site: Path) -> list[Path]:
    """The pages of the report that hold a picture."""
    pages = sorted((site / REPORT).glob("*.html"))
    return [page for page in pages if '<figure class="picture' in page.read_text("utf-8")]


def test_the_shape_leads_to_chapters_sections_and_paragraphs(page: Page, address: str) -> None:
    """By mouse to a paragraph, by keyboard to a section; on http and from the folder."""
    front = f"{address}{REPORT}/index.html"
    page.goto(front)
    page.locator('.shape-picture a[href="ii-d-2.html#para-54"]').click()
    assert_arrives(page, "/ii-d-2.html#para-54", "para-54")
    page.goto(front)
    section = page.locator('.shape-picture a[href="ii-d.html"]')
    section.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("D. Networking")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_accessible_and_fit_a_phone(
    page_with_options: PageAt, site: Path, scheme: str
) -> None:
    """No finding by axe, nothing beside its figure, no word smaller than 9 pixels."""
    pages = _illustrated(site)
    assert pages
    with page_with_options(viewport={"width": 320, "height": 640}, color_scheme=scheme) as page:
        for path in pages:
            page.goto(path.as_uri())
            assert page.evaluate(CLIPPED) == 0, path.name
            assert page.evaluate(SMALL) == 0, path.name
            found = Axe().run(page, context=".report", options={"preload": False})
            violations = found.response["violations"]
            assert not violations, json.dumps(
                [(path.name, one["id"], one["nodes"][0]["html"]) for one in violations]
            )


def test_the_checks_of_pictures_can_fail(page_with_options: PageAt, site: Path) -> None:
    """Control: a drawing that is too wide and words that are too small are seen."""
    with page_with_options(viewport={"width": 320, "height": 640}) as page:
        page.goto((site / REPORT / "index.html").as_uri())
        page.evaluate("document.querySelector('.picture svg').setAttribute('width', 900)")
        page.evaluate("document.querySelector('.picture text').setAttribute('font-size', 5)")
        assert page.evaluate(CLIPPED) == 1
        assert page.evaluate(SMALL) == 1


def test_pictures_are_there_without_scripts_and_without_their_style(site: Path) -> None:
    """What draws is in the page: presentation attributes, no script, nothing loaded."""
    for path in _illustrated(site):
        text = path.read_text("utf-8")
        for part in text.split('<figure class="picture')[1:]:
            drawing = part.partition("</figure>")[0]
            assert "<svg" in drawing
            assert "<script" not in drawing
            assert "<img" not in drawing
            assert "style=" not in drawing
            assert 'fill="currentColor"' in drawing
