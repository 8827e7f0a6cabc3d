"""A large library, with keys and postings of its own, answers as if it were small."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page

from pilcrow.search import Entry, GlossaryTerm, Kind, build_index
from pilcrow.search import index as index_module
from tests.browser.browsers import watched
from tests.browser.site_pages import REPORT
from tests.browser.test_search_golden import golden

MORE = ("crime", "of the", "the", "-corruption crime", '"corruption and crime"', "tehcnical", "pa")

ENTRIES = """async () => {
  const { library } = await pilcrowSearch.ready();
  const entries = [];
  for (let doc = 0; doc < library.count; doc++) entries.push(await library.entry(doc));
  const [name] = library.rows.glossary.names;
  return { entries, pairs: name ? await library.load(name) : [] };
}"""
ANSWERS = """async queries => {
  const engine = await pilcrowSearch.ready();
  const found = [];
  for (const query of queries) {
    const answer = await pilcrowSearch.answer(engine, query, 'E/CN.15/2024/5');
    found.push([query, answer.count, answer.said, answer.near, answer.first(8)]);
  }
  return [Boolean(engine.library.small), found];
}"""
PARAGRAPH = "([symbol, id]) => pilcrowSearch.paragraphOf(symbol, id)"


class Record(TypedDict):
    """An entry as the browser reads it."""

    kind: str
    page: str
    symbol: str
    fragment: str
    number: str
    path: list[str]
    title: str
    long: str
    ids: list[str]
    defines: list[str]
    text: str


def entry_of(record: Record) -> Entry:
    """The entry that a record was made of; facets apart."""
    return Entry(
        kind=Kind(record["kind"]),
        location=f"{record['page']}#{record['fragment']}" if record["fragment"] else record["page"],
        title=record["title"],
        number=record["number"],
        path=tuple(record["path"]),
        text=record["text"],
        ids=tuple(record["ids"]),
        symbol=record["symbol"],
        defines=tuple(GlossaryTerm(short=one, long="") for one in record["defines"]),
        long_form=record["long"],
    )


@pytest.fixture
def large(
    browser: Browser, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Page, Page]]:
    """The site as built, and with its index built anew in the way of large libraries."""
    with watched(browser, "file:") as small:
        small.goto(f"{site.as_uri()}/{REPORT}/index.html")
        given = small.evaluate(ENTRIES)
        monkeypatch.setattr(index_module, "IN_BROWSER_BELOW", 0)
        monkeypatch.setattr(index_module, "SHARD_SIZE", 9_000)
        files = build_index(
            map(entry_of, given["entries"]),
            language="en",
            glossary=[GlossaryTerm(short=one, long=other) for one, other in given["pairs"]],
        )
        copy = tmp_path / "site"
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns("maintainers"))
        shutil.rmtree(copy / "search")
        (copy / "search" / "en").mkdir(parents=True)
        for name, body in files.items():
            (copy / "search" / "en" / name).write_bytes(body)
        with watched(browser, "file:") as page:
            page.goto(f"{copy.as_uri()}/{REPORT}/index.html")
            yield small, page


def test_the_same_answers_come_from_keys_and_postings(large: tuple[Page, Page], root: Path) -> None:
    """Every golden query, phrase, exclusion and typing error: same results, same words about them.

    So the tables written at build are those that the browser makes, and come back whole from
    their codes; and a paragraph's text can be had by its symbol and id.
    """
    small, page = large
    queries = [*(one.query for one in golden(root)), *MORE]
    in_memory, expected = small.evaluate(ANSWERS, queries)
    assert in_memory
    from_files, found = page.evaluate(ANSWERS, queries)
    assert not from_files
    assert found == expected
    paragraph = page.evaluate(PARAGRAPH, ["E/CN.15/2024/5", "para-54"])
    assert paragraph == small.evaluate(PARAGRAPH, ["E/CN.15/2024/5", "para-54"])
    assert paragraph["number"] == "54"
    assert "WACAP" in paragraph["text"]
    assert page.evaluate(PARAGRAPH, ["E/CN.15/2024/5", "para-54000"]) is None
