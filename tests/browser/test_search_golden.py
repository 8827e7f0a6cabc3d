"""Queries with the paragraph that a careful reader would want."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.search_page import answers
from tests.browser.site_pages import REPORT

FIRST = 0.95
LEAST = 60

HERE = "E/CN.15/2024/5"


@dataclass(frozen=True, slots=True)
class Golden:
    """A query and the anchors of which one should come first."""

    query: str
    wanted: frozenset[str]


def golden(root: Path) -> tuple[Golden, ...]:
    """The queries of tests/search/golden-queries.tsv."""
    lines = (root / "tests/search/golden-queries.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(Golden(query, frozenset(wanted.split("|"))) for query, wanted in rows)


def test_the_right_paragraph_comes_first(page: Page, address: str, root: Path) -> None:
    """First for 95 of 100 queries, among the first three for all."""
    queries = golden(root)
    assert len(queries) >= LEAST
    page.goto(f"{address}{REPORT}/index.html")
    found = answers(page, (one.query for one in queries), 3, HERE)
    results = [(one, found[one.query][0]) for one in queries]
    assert not [(one.query, ids) for one, ids in results if not one.wanted & set(ids)]
    first = sum(bool(ids) and ids[0] in one.wanted for one, ids in results)
    assert first >= FIRST * len(queries)


@pytest.mark.one_way
def test_nothing_is_first_for_words_that_stand_nowhere(page: Page, address: str) -> None:
    """The check above can fail: a query about something else finds none of the paragraphs."""
    page.goto(f"{address}{REPORT}/index.html")
    found = answers(page, ("zxqv wkpj", '"ownership beneficial"', "S/1899/1"), 3, HERE)
    assert [first for first, _ in found.values()] == [[], [], []]
