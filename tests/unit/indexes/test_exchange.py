"""Indexes as data."""

from __future__ import annotations

import csv
import io
import json

from pilcrow.indexes import Kind
from pilcrow.indexes.exchange import entries_field, index_csv, index_json, read_index
from pilcrow.indexes.find import find_indexes
from pilcrow.indexes.text import paragraph_texts
from pilcrow.model import Report
from pilcrow.pipeline import convert
from pilcrow.tree import paragraph_text

SOURCE = """# Report

# I. First

1. UNODC published the *Guide to Law: A Practical Guide* for Côte d’Ivoire and the Belgian police, \
3,490 copies, as General Assembly resolution 74/247 asked, see A/80/1.

    (a) In May 2023 the StAR Initiative cost $10.1 million;

2. UNODC issued a report entitled "=HYPERLINK(1) Guide, at last" in May 2023.
"""


def _report() -> Report:
    return convert(SOURCE.encode(), "s.md")


def test_every_mention_stands_in_its_paragraph() -> None:
    """At its offsets, in the text that the paragraph has with its subparagraphs."""
    report = _report()
    texts = {paragraph.id: paragraph.text for paragraph in paragraph_texts(report)}
    for paragraph in report.walk_paragraphs():
        assert texts[paragraph.id].startswith(paragraph_text(paragraph))
    mentions = [mention for index in find_indexes(report).indexes for mention in index.mentions()]
    assert {mention.kind for mention in mentions} >= {
        Kind.STATES,
        Kind.PUBLICATIONS,
        Kind.PROGRAMMES,
        Kind.FIGURES,
        Kind.EVENTS,
        Kind.DOCUMENTS,
    }
    for mention in mentions:
        assert texts[mention.paragraph][mention.start : mention.end] == mention.words


def test_a_page_s_field_gives_the_index_back() -> None:
    """What a page carries is what was found."""
    for index in find_indexes(_report()).indexes:
        fields = json.loads(json.dumps({"kind": index.kind.value, "entries": entries_field(index)}))
        assert read_index(fields) == index


def test_json_tells_rules_and_addresses() -> None:
    """Each entry with its mentions; each rule that is used with its meaning."""
    index = find_indexes(_report()).of(Kind.STATES)
    data = json.loads(index_json(index, "A/80/2"))
    assert data["schema"] == "pilcrow/index/1"
    assert [entry["name"] for entry in data["entries"]] == ["Côte d'Ivoire", "Belgium"]
    assert data["entries"][1]["mentions"][0]["rule"] == "adjective"
    assert data["entries"][1]["mentions"][0]["address"] == "index.html#para-1"
    assert set(data["rules"]) == {"short-name", "adjective"}


def test_csv_is_read_back_and_holds_no_formula() -> None:
    """A row for each mention, lines end with CR LF, and no cell begins like a formula."""
    for index in find_indexes(_report()).indexes:
        text = index_csv(index)
        assert text.endswith("\r\n")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert len(rows) == len(index.mentions())
        for row, mention in zip(rows, index.mentions(), strict=True):
            assert row["words"].removeprefix("'") == mention.words.removeprefix("'")
            assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row.values())
    titles = index_csv(find_indexes(_report()).of(Kind.PUBLICATIONS))
    assert '"\'=HYPERLINK(1) Guide, at last"' in titles
