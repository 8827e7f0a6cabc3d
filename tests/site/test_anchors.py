"""Published ids, permanent links, and what a reader finds at them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from pilcrow.anchors import read_lock
from pilcrow.library import load_lock
from tests.site.conftest import REPORT
from tests.site.pages import BuiltPage, of_class, target, words
from tests.site.report_model import Model, walk

FRONT = f"{REPORT}/index.html"


def test_every_published_id_is_in_its_report(root: Path, pages: dict[str, BuiltPage]) -> None:
    """Each id and alias of each lock stands in a page of the report it belongs to."""
    locks = sorted((root / "reports").glob("*/anchors.lock"))
    assert locks
    by_symbol: dict[str, set[str]] = {}
    for page in pages.values():
        for report in of_class(page.tree, "div", "report"):
            by_symbol.setdefault(report.get("data-symbol", ""), set()).update(page.ids)
    for path in locks:
        lock = load_lock(path)
        assert lock.ids
        present = by_symbol[lock.symbol or ""]
        assert [name for name in (*lock.ids, *lock.aliases) if name not in present] == []


def test_every_published_term_is_in_the_glossary(root: Path, pages: dict[str, BuiltPage]) -> None:
    """Each id of a language's glossary lock stands in its glossary."""
    locks = sorted((root / "reports").glob("glossary.*.lock"))
    assert locks
    for path in locks:
        language = path.name.split(".")[1]
        ids = load_lock(path).ids
        assert "term-unodc" in ids
        assert set(ids) <= set(pages[f"{language}/glossary.html"].ids)


def test_the_lock_holds_what_people_cite(root: Path) -> None:
    """The lock is not empty by accident: paragraphs, members, sections and notes are in it."""
    text = (root / "reports" / "E_CN.15_2024_5" / "anchors.lock").read_text(encoding="utf-8")
    ids = set(read_lock(text).ids)
    assert {f"para-{number}" for number in range(1, 116)} <= ids
    assert {f"para-115-{letter}" for letter in "abcde"} <= ids
    assert {f"para-61-{letter}" for letter in "abcdefghijkl"} <= ids
    assert {"ii-d-2", "iii-b-2-judicial-integrity", "fn-2", "fnref-2", "fnref-asterisk"} <= ids


def test_each_paragraph_has_an_entry_that_leads_to_it(
    pages: dict[str, BuiltPage], model: Model
) -> None:
    """The front page holds an entry per paragraph, in order; its link ends at the paragraph."""
    entries = of_class(pages[FRONT].tree, "li", "para-entry")
    paragraphs = [
        (placed.section["id"], paragraph)
        for placed in walk(model)
        for paragraph in placed.section["paragraphs"]
    ]
    assert [entry.get("id") for entry in entries] == [entry["id"] for _, entry in paragraphs]
    for entry, (section, paragraph) in zip(entries, paragraphs, strict=True):
        link = entry.find("a")
        assert link is not None
        found = target(pages[FRONT], link.get("href", ""))
        assert found == (f"{REPORT}/{section}.html", paragraph["id"])
        place = pages[found[0]].at(found[1])
        assert place.get("data-number") == paragraph["number"]
        number, *first = words(entry)
        assert number == paragraph["number"]
        start = " ".join(first).rstrip("…")
        assert len(first) > 2
        assert paragraph["text"].startswith(start)


def test_each_section_has_an_entry_that_leads_to_its_page(
    pages: dict[str, BuiltPage], model: Model
) -> None:
    """The front page holds an entry per section; its page carries the same id at its heading."""
    for placed in walk(model):
        identifier = placed.section["id"]
        entry = pages[FRONT].at(identifier)
        link = entry.find("a")
        assert link is not None
        assert link.get("href") == f"{identifier}.html"
        assert pages[f"{REPORT}/{identifier}.html"].at(identifier).tag == "h1"


def test_the_number_is_the_link(report_pages: dict[str, BuiltPage]) -> None:
    """In the margin of each paragraph its number links to the paragraph itself."""
    paragraphs = [
        paragraph
        for page in report_pages.values()
        for paragraph in of_class(page.tree, "div", "para")
    ]
    assert len(paragraphs) == 115
    for paragraph in paragraphs:
        number = paragraph[0]
        assert number.get("class") == "para-number"
        assert number.get("href") == f"#{paragraph.get('id')}"
        assert number.text_content() == f"{paragraph.get('data-number')}."


@pytest.mark.parametrize(
    ("name", "identifier", "start"),
    [
        ("iv.html", "para-115-a", "(a) Continue efforts"),
        ("iv.html", "para-115-b", "(b) Provide UNODC"),
        ("iv.html", "para-115-e", "(e) Establish standard"),
    ],
)
def test_a_subparagraph_has_its_id(
    report_pages: dict[str, BuiltPage], name: str, identifier: str, start: str
) -> None:
    """The member's id stands on the element that holds its marker and text."""
    assert " ".join(words(report_pages[name].at(identifier))).startswith(start)


def test_members_of_a_sentence_have_their_ids(report_pages: dict[str, BuiltPage]) -> None:
    """Paragraph 61's twelve members each have an id on their marker, in order."""
    paragraph = report_pages["iii-a.html"].at("para-61")
    marks = of_class(paragraph, "span", "run-in")
    assert [(mark.get("id"), mark.text_content()) for mark in marks] == [
        (f"para-61-{letter}", f"({letter})") for letter in "abcdefghijkl"
    ]


def test_notes_lead_to_their_indicators_and_back(report_pages: dict[str, BuiltPage]) -> None:
    """Every indicator leads to its note, and every note back to each indicator, both named."""
    seen = []
    for page in report_pages.values():
        for indicator in of_class(page.tree, "sup", "indicator"):
            link = indicator[0]
            note = page.at(link.get("href", "")[1:])
            (mark,) = of_class(note, "span", "footnote-mark")
            assert mark.text_content() == link.text_content()
            back = [way.get("href") for way in of_class(note, "a", "footnote-back")]
            assert f"#{indicator.get('id')}" in back
            assert link.get("aria-label") == f"Footnote {link.text_content()}"
            shown = " ".join(words(note)[:-1])
            assert shown == link.text_content() + link.get("data-note", "")
            seen.append(link.text_content())
    assert sorted(seen) == ["*", "1", "2", "3"]


def test_pages_name_the_permanent_address(pages: dict[str, BuiltPage]) -> None:
    """Every page of the report says where it stands online: what permanent links are made from."""
    canonical = {
        page.address: [link.get("href") for link in page.tree.xpath("//link[@rel='canonical']")]
        for page in pages.values()
        if page.address.startswith("en/")
    }
    (home,) = pages["index.html"].tree.xpath("//link[@rel='canonical']/@href")
    assert str(home).startswith("https://")
    base = urljoin(str(home), ".")
    for address, found in canonical.items():
        assert found in ([base + address], [base + address.removesuffix("index.html")])
