"""The recognisers against lists made by reading E/CN.15/2024/5 line by line.

`tests/golden/indexes/*.tsv` holds what a reader finds in each paragraph. Run with `-s` to see the
figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pilcrow.commands.reading import read_report
from pilcrow.indexes import Indexes, Kind, Mention
from pilcrow.indexes.find import find_indexes
from pilcrow.library import load_glossary

ROOT = Path(__file__).parents[3]
LISTS = ROOT / "tests" / "golden" / "indexes"
LEAST = {
    Kind.STATES: (0.97, 0.95),
    Kind.TERMS: (0.97, 0.95),
    Kind.DOCUMENTS: (0.97, 0.95),
    Kind.PUBLICATIONS: (0.90, 0.85),
    Kind.PROGRAMMES: (0.90, 0.85),
    Kind.FIGURES: (0.90, 0.85),
    Kind.EVENTS: (0.90, 0.85),
}
_AS = {
    "adjective": "adjective",
    "region": "region",
    "region-adjective": "region",
    "group": "group",
}


@pytest.fixture(scope="module")
def indexes() -> Indexes:
    """The indexes of the seed report as the recognisers give them, without settlements."""
    _, report = read_report(ROOT / "reports" / "E_CN.15_2024_5")
    return find_indexes(report, load_glossary(ROOT / "reports" / "glossary.toml"))


@pytest.mark.parametrize("kind", list(Kind), ids=[kind.value for kind in Kind])
def test_finds_what_a_reader_finds(kind: Kind, indexes: Indexes) -> None:
    """Precision and recall against the reviewed list are at least what is asked for."""
    listed = set(_listed(kind))
    found = {_compared(mention) for mention in indexes.of(kind).mentions()}
    right = len(listed & found)
    precision, recall = right / len(found), right / len(listed)
    print(f"{kind.value}: precision {precision:.3f}, recall {recall:.3f}, {len(listed)} listed")  # noqa: T201
    least_precision, least_recall = LEAST[kind]
    assert precision >= least_precision, sorted(found - listed)
    assert recall >= least_recall, sorted(listed - found)


def test_what_figures_count_is_what_a_reader_says() -> None:
    """The words behind a number begin as in the reviewed list, nine times of ten."""
    _, report = read_report(ROOT / "reports" / "E_CN.15_2024_5")
    counted = {
        (mention.number, _amount(mention)): mention.fields.get("what", "")
        for mention in find_indexes(report).of(Kind.FIGURES).mentions()
    }
    rows = _rows("figures")
    same = sum(counted.get((row[0], row[1]), "").startswith(row[2]) for row in rows)
    assert same / len(rows) >= 0.9


def test_a_list_with_another_entry_is_not_matched(indexes: Indexes) -> None:
    """The comparison can fail: an entry of another paragraph counts as missing and as extra."""
    listed = set(_listed(Kind.STATES))
    found = {_compared(mention) for mention in indexes.of(Kind.STATES).mentions()}
    assert ("1", "name", "Niger") not in found
    assert ("37", "name", "Niger") in found & listed


def _listed(kind: Kind) -> Iterator[tuple[str, ...]]:
    for row in _rows(kind.value):
        if kind is Kind.FIGURES:
            yield row[:2]
        elif kind is Kind.EVENTS:
            yield row[:3]
        else:
            yield row


def _rows(name: str) -> list[tuple[str, ...]]:
    lines = (LISTS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


def _compared(mention: Mention) -> tuple[str, ...]:
    match mention.kind:
        case Kind.STATES:
            return mention.number, _AS.get(mention.rule, "name"), mention.name
        case Kind.DOCUMENTS:
            return mention.number, mention.words
        case Kind.FIGURES:
            return mention.number, _amount(mention)
        case Kind.EVENTS:
            return mention.number, mention.fields["start"], mention.fields.get("end", "")
        case _:
            return mention.number, mention.name


def _amount(mention: Mention) -> str:
    return mention.fields.get("currency", "") + mention.fields["number"]
