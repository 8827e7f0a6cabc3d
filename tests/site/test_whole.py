"""The whole report on one page: every word of the sections once, with all their marks."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import pairwise
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from pilcrow.library import load_lock
from tests.site.conftest import REPORT, WHOLE
from tests.site.pages import BuiltPage, of_class, words
from tests.site.report_model import Model, heading, paragraph_words, walk
from tests.site.test_words import report_words


@pytest.fixture(scope="module")
def whole(pages: dict[str, BuiltPage]) -> BuiltPage:
    """The page that holds the whole report."""
    return pages[WHOLE]


def expected_words(model: Model) -> list[str]:
    """All sections from the model alone, one after the other, then every note once."""
    expected = []
    for placed in walk(model):
        expected.extend(heading(placed.section).split())
        for paragraph in placed.section["paragraphs"]:
            expected.extend(paragraph_words(paragraph))
    expected.append("Footnotes")
    for note in model["footnotes"]:
        first, *rest = note["text"].split()
        expected.extend([note["indicator"] + first, *rest])
    return expected


def sections_on(report: HtmlElement, first: str) -> list[str]:
    """The words from the first section's heading on."""
    copy = deepcopy(report)
    for element in list(copy):
        if element.get("id") == first:
            break
        copy.remove(element)
    return report_words(copy)


@pytest.mark.parametrize("damage", [None, "lost paragraph", "paragraph twice", "note twice"])
def test_it_holds_every_word_once_and_in_order(
    whole: BuiltPage, model: Model, damage: str | None
) -> None:
    """Sections in reading order, then each note once, word for word; damage would be seen."""
    report = deepcopy(whole.report)
    notes = of_class(report, "div", "footnote")
    paragraph = of_class(report, "div", "para")[20]
    if damage == "lost paragraph":
        paragraph.drop_tree()
    elif damage == "paragraph twice":
        paragraph.addnext(deepcopy(paragraph))
    elif damage == "note twice":
        notes[0].addnext(deepcopy(notes[0]))
    found = sections_on(report, model["sections"][0]["id"])
    assert (found == expected_words(model)) is (damage is None)


def test_it_begins_as_the_front_page_does(
    whole: BuiltPage, report_pages: dict[str, BuiltPage], model: Model
) -> None:
    """Title, masthead and summary are the front page's; the contents lead to places on the page."""
    front = report_pages["index.html"]
    for path in ("h1", "p[@class='subtitle']", "dl[@class='masthead']"):
        (here,), (there,) = whole.report.xpath(path), front.report.xpath(path)
        assert words(here) == words(there)
    summary = whole.at("summary").getnext()
    assert summary is not None
    assert words(summary) == " ".join(model["summary"]).split()
    (contents,) = of_class(whole.report, "ul", "contents")
    assert [link.get("href") for link in contents.iter("a")] == [
        f"#{placed.section['id']}" for placed in walk(model)
    ]


def test_it_has_the_same_ids(whole: BuiltPage, root: Path) -> None:
    """Every published id of the report is a place on the page: `whole.html#para-54` works."""
    lock = load_lock(root / "reports" / "E_CN.15_2024_5" / "anchors.lock")
    assert "para-54" in lock.ids
    assert set(lock.ids) - set(whole.ids) == set()


def test_headings_nest(whole: BuiltPage, model: Model) -> None:
    """A section's heading is a degree below that of the section it belongs to."""
    parents = {placed.section["id"]: placed.parent for placed in walk(model)}
    for section, parent in parents.items():
        above = 1 if parent is None else int(str(whole.at(parent).tag)[1])
        assert whole.at(section).tag == f"h{above + 1}"
    degrees = [
        int(str(found.tag)[1]) for found in whole.report.iter(*(f"h{n}" for n in range(1, 7)))
    ]
    assert degrees[0] == 1
    assert degrees.count(1) == 1
    assert all(later <= sooner + 1 for sooner, later in pairwise(degrees))


def test_marks_are_those_of_the_sections(
    whole: BuiltPage, report_pages: dict[str, BuiltPage]
) -> None:
    """Terms, references, members and supplied words stand in each paragraph as on its own page."""

    def marks(paragraph: HtmlElement) -> list[tuple[str, str]]:
        return [
            (found.get("class", ""), found.text_content())
            for found in paragraph.iter("a", "ins", "span", "sup")
        ]

    compared = 0
    for page in report_pages.values():
        for paragraph in of_class(page.tree, "div", "para"):
            here = whole.at(paragraph.get("id", ""))
            assert marks(here) == marks(paragraph)
            compared += len(marks(here))
    assert compared > 300


def test_references_lead_to_places_on_the_page(whole: BuiltPage, model: Model) -> None:
    """Nothing in the report's own text leads to a section's page."""
    names = {f"{placed.section['id']}.html" for placed in walk(model)}
    led = [
        link.get("href", "")
        for link in whole.report.iter("a")
        if link.get("href", "").partition("#")[0] in names
    ]
    assert led == []
    assert len(of_class(whole.report, "div", "footnote")) == len(
        {note["id"] for note in model["footnotes"]}
    )


def test_it_is_found_once_and_named_for_print(whole: BuiltPage, site: Path) -> None:
    """The search does not know the page, search engines are told so, and its title says all."""
    assert [
        path.name
        for path in (site / "search").rglob("*")
        if path.is_file() and b"whole.html" in path.read_bytes()
    ] == []
    (robots,) = whole.tree.xpath("//meta[@name='robots']/@content")
    assert robots == "noindex, follow"
    (title,) = whole.tree.xpath("//title/text()")
    assert re.match(r"E/CN\.15/2024/5: International cooperation", title)


def test_pages_of_the_report_lead_to_it(report_pages: dict[str, BuiltPage]) -> None:
    """The front page and the tree of every page have a link to the whole report."""
    for page in report_pages.values():
        assert "whole.html" in {
            link.get("href", "").partition("#")[0] for link in page.tree.iter("a")
        }, page.address


def test_the_search_of_the_site_knows_the_sections(site: Path) -> None:
    """Control: the same look at the search's files finds a section's page."""
    assert any(
        b"ii-d-2.html" in path.read_bytes()
        for path in (site / "search").rglob("*")
        if path.is_file()
    )
    assert (site / REPORT / "whole.html").is_file()
