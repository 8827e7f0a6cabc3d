"""The anchor lock: an id once published never vanishes unseen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.anchors import Lock, LockError, grown, read_lock, report_ids, vanished, write_lock
from pilcrow.model import Place
from tests.unit.made_up import report_of

PLACE = Place(source="anchors.lock", line=1)
_IDS = st.lists(st.from_regex(r"para-[0-9]{1,3}", fullmatch=True), unique=True, max_size=8)


@given(_IDS, _IDS)
def test_a_lock_is_read_as_it_was_written(ids: list[str], old: list[str]) -> None:
    """Ids and aliases come back in their order."""
    aliases = {f"old-{name}": name for name in old}
    lock = Lock(ids=tuple(ids), aliases=aliases)
    assert read_lock(write_lock(lock)) == lock


@given(_IDS, _IDS)
def test_a_lock_only_grows(before: list[str], now: list[str]) -> None:
    """Every id stays, new ones come behind, and growing twice changes nothing."""
    lock = Lock(ids=tuple(before), aliases={})
    more = grown(lock, now)
    assert more.ids[: len(before)] == tuple(before)
    assert set(more.ids) == {*before, *now}
    assert grown(more, now) == more
    assert {problem.at for problem in vanished(more, now, PLACE)} == set(before) - set(now)


def test_an_alias_must_lead_somewhere() -> None:
    """An id that became another is no problem while that one is there."""
    lock = Lock(ids=("a",), aliases={"b": "a"})
    assert vanished(lock, ("a",), PLACE) == ()
    assert [problem.at for problem in vanished(lock, (), PLACE)] == ["a", "b"]


@pytest.mark.parametrize(
    "text", ["a\na\n", "a b\n", "-> a\n", "a ->\n", "a -> b c\n", "a -> b\na\n", "é é"]
)
def test_a_lock_that_cannot_be_read_is_refused(text: str) -> None:
    """The error names the line."""
    with pytest.raises(LockError, match="line"):
        read_lock(text)


def test_every_kind_of_anchor_is_locked_once() -> None:
    """Sections, paragraphs, members, run-in members, footnotes, references and annexes."""
    report = report_of(
        "# I. One\n\n1. One<sup>1</sup> and<sup>1</sup> again.\n\n(a) First;\n\n(i) Deep;\n\n"
        "(b) Second.\n\n2. It is to: (a) do this; (b) do that.\n\n<sup>1</sup> A note.\n\n"
        "# Annex I\n\n1. In the annex.\n"
    )
    ids = report_ids(report)
    assert len(set(ids)) == len(ids)
    assert {
        "i",
        "para-1",
        "para-1-a",
        "para-1-a-i",
        "para-1-b",
        "para-2",
        "para-2-a",
        "para-2-b",
        "fn-1",
        "fnref-1",
        "fnref-1-2",
        "annex-i",
        "annex-i-para-1",
    } <= set(ids)
