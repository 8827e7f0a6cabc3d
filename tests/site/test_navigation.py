"""Each page carries the tree of its own report, and leads on in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from pilcrow.indexes import Kind
from tests.site.conftest import REPORT
from tests.site.pages import BuiltPage, of_class, target
from tests.site.report_model import Model, Section, walk


def tree_links(page: BuiltPage) -> list[str]:
    """Addresses below the site's folder that the page's navigation tree leads to, in order."""
    (tree,) = of_class(page.tree, "nav", "md-nav--primary")
    found = [
        target(page, link.get("href", ""))
        for link in tree.iter("a")
        if "md-nav__link" in link.get("class", "").split()
        # The page's own headings are no part of the tree.
        and not any(
            "md-nav--secondary" in above.get("class", "").split()
            for above in link.iterancestors("nav")
        )
    ]
    return list(dict.fromkeys(where[0] for where in found if where))


INDEXES = tuple(f"{kind.value}.html" for kind in Kind)
"""Pages of the report behind its sections."""


def reading_order(model: Model) -> list[str]:
    """The report's pages as one reads them."""
    sections = [f"{placed.section['id']}.html" for placed in walk(model)]
    return ["index.html", *sections, *INDEXES]


def open_branch(sections: Sequence[Section], name: str) -> Iterator[str]:
    """Ids of these sections, and of those below the ones that lead to the page."""
    for section in sections:
        yield section["id"]
        if f"{section['id']}.html" == name or name in {
            f"{below}.html" for below in every_id(section["sections"])
        }:
            yield from open_branch(section["sections"], name)


def every_id(sections: Sequence[Section]) -> Iterator[str]:
    """Ids of these sections and all below them."""
    for section in sections:
        yield section["id"]
        yield from every_id(section["sections"])


@pytest.mark.parametrize("name", ["index.html", "i.html", "ii-d-2.html", "documents.html"])
def test_a_report_page_carries_its_own_tree(
    report_pages: dict[str, BuiltPage], model: Model, name: str
) -> None:
    """Home, the chapters, the branch that the page is on, the glossary: nothing else is there."""
    branch = [f"{section}.html" for section in open_branch(model["sections"], name)]
    # A closed branch is one link, to its first page.
    indexes = INDEXES if name in INDEXES else INDEXES[:1]
    pages = ("index.html", *branch, *indexes, "whole.html")
    expected = [f"{REPORT}/{page}" for page in pages]
    found = tree_links(report_pages[name])
    assert found == ["index.html", *expected, "en/glossary.html"]


@pytest.mark.parametrize("address", ["index.html", "en/glossary.html", "maintainers/index.html"])
def test_other_pages_carry_the_site_s_tree_only(pages: dict[str, BuiltPage], address: str) -> None:
    """Pages outside a report name each report once, by its front page, and none of its sections."""
    inside = [link for link in tree_links(pages[address]) if link.startswith(f"{REPORT}/")]
    assert inside == [f"{REPORT}/index.html"]


def test_the_current_page_is_marked(report_pages: dict[str, BuiltPage], model: Model) -> None:
    """The tree marks the page one is on, and no other."""
    for name in reading_order(model):
        page = report_pages[name]
        (tree,) = of_class(page.tree, "nav", "md-nav--primary")
        active = {
            target(page, link.get("href", ""))
            for link in tree.iter("a")
            if {"md-nav__link", "md-nav__link--active"} <= set(link.get("class", "").split())
        }
        assert {where[0] for where in active if where} == {page.address}


def test_previous_and_next_follow_reading_order(
    report_pages: dict[str, BuiltPage], model: Model
) -> None:
    """From the front page to the last, each page leads to the next and back; the ends stay in."""
    order = reading_order(model)
    for before, name, after in zip([None, *order], order, [*order[1:], None], strict=False):
        page = report_pages[name]
        ways = {
            way: [link.get("href") for link in of_class(page.tree, "a", f"md-footer__link--{way}")]
            for way in ("prev", "next")
        }
        assert ways == {
            "prev": [before] if before else [],
            "next": [after] if after else [],
        }, name


def test_a_page_says_where_it_stands(report_pages: dict[str, BuiltPage], model: Model) -> None:
    """A section's page begins with the way down to it: report, chapter, section.

    Beside it a link leads to the same section in the whole report.
    """
    parents = {placed.section["id"]: placed.parent for placed in walk(model)}
    for section, parent in parents.items():
        way: list[str] = []
        above = parent
        while above:
            way.insert(0, f"{above}.html")
            above = parents[above]
        (path,) = of_class(report_pages[f"{section}.html"].report, "nav", "section-path")
        (listed,) = path.iter("ol")
        assert [link.get("href") for link in listed.iter("a")] == ["index.html", *way]
        assert [link.get("href") for link in path.findall("a")] == [f"whole.html#{section}"]
