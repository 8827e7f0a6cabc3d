"""What an editor settles in an index, and settlements that no longer fit."""

from __future__ import annotations

import pytest

from pilcrow.indexes import Indexes, Kind
from pilcrow.indexes.find import find_indexes
from pilcrow.indexes.settle import SettlementError, read_settlements
from pilcrow.pipeline import convert

SOURCE = b"""# Report

# I. First

1. The Office helped Chad and Lower Saxony with 12 visits on a day of spring.

2. Georgia said so.
"""
_WHY = {"reason": "as read"}


def _indexes(*tables: dict[str, str], action: str = "add") -> Indexes:
    settlements = read_settlements({action: [{**table, **_WHY} for table in tables]})
    return find_indexes(convert(SOURCE, "s.md"), settlements=settlements)


def _names(indexes: Indexes, kind: Kind) -> list[str]:
    return [entry.name for entry in indexes.of(kind).entries]


def test_a_wrong_entry_is_removed() -> None:
    """The words leave the index of that paragraph, and no other."""
    indexes = _indexes({"index": "states", "at": "para-2", "words": "Georgia"}, action="remove")
    assert _names(indexes, Kind.STATES) == ["Chad"]
    assert indexes.problems == ()


def test_a_missing_entry_is_added() -> None:
    """It stands at its words, by the rule that says an editor added it."""
    indexes = _indexes(
        {"index": "states", "at": "para-1", "words": "Lower Saxony", "name": "Germany"},
        {"index": "events", "at": "para-1", "words": "a day of spring", "start": "2024-04"},
    )
    (germany,) = [entry for entry in indexes.of(Kind.STATES).entries if entry.name == "Germany"]
    assert germany.group == "Europe"
    assert [mention.words for mention in germany.mentions] == ["Lower Saxony"]
    assert germany.mentions[0].rule == "reviewed"
    (event,) = indexes.of(Kind.EVENTS).entries
    assert event.mentions[0].fields["start"] == "2024-04"
    assert indexes.problems == ()


@pytest.mark.parametrize(
    ("action", "table", "said"),
    [
        ("remove", {"index": "states", "at": "para-1", "words": "Niger"}, "no rule finds it"),
        ("remove", {"index": "states", "at": "para-9", "words": "Chad"}, "the report has not"),
        ("add", {"index": "terms", "at": "para-1", "words": "Kenya"}, "does not stand there"),
        ("add", {"index": "states", "at": "para-1", "words": "Chad"}, "finds it by itself"),
        ("add", {"index": "states", "at": "para-1", "words": "Office"}, "no short name"),
        ("add", {"index": "events", "at": "para-1", "words": "spring"}, "without its start"),
        ("add", {"index": "figures", "at": "para-1", "words": "spring"}, "without its number"),
        (
            "add",
            {"index": "events", "at": "para-1", "words": "spring", "start": "2024-02-30"},
            "2024-02-30, which is no date",
        ),
        (
            "add",
            {"index": "figures", "at": "para-1", "words": "spring", "number": "12,000"},
            "digits only",
        ),
    ],
)
def test_a_stale_settlement_is_a_problem(action: str, table: dict[str, str], said: str) -> None:
    """What no longer fits the text, or is no longer needed, is named; it needs an editor."""
    (problem,) = _indexes(table, action=action).problems
    assert problem.rule == "stale-settlement"
    assert said in problem.message
    assert problem.at == table["at"]
    assert problem.settled_by is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"drop": []}, "[[drop]] is not known"),
        ({"add": [{"index": "states", "at": "para-1", "words": "x"}]}, "lacks reason"),
        ({"add": [{"index": "birds", "at": "p", "words": "x", **_WHY}]}, "birds is no index"),
        ({"remove": [{"index": "states", "colour": "red"}]}, "no field colour"),
        ({"add": [{"index": 3}]}, "must be text"),
        ({"add": ["x"]}, "must be a table"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused(data: dict[str, object], said: str) -> None:
    """One line says what is wrong."""
    with pytest.raises(SettlementError) as raised:
        read_settlements(data)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
