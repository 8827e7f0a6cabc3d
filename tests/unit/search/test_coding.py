"""Shards are written in a form that the browser reads back exactly and can check."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from pilcrow.search.coding import ALPHABET, checksum, decode, encode, shard


@given(st.lists(st.integers(min_value=0, max_value=10**9)))
def test_numbers_come_back(values: list[int]) -> None:
    """What is decoded is what was encoded, also beyond the table of small numbers."""
    assert decode(encode(values)) == tuple(values)


def test_small_numbers_take_one_character() -> None:
    """Most steps and levels are small; the size of the index rests on it."""
    assert all(len(encode([value])) == 1 for value in range(62))
    assert not set(ALPHABET) & set('"\\~}')


@given(st.text(st.characters(codec="utf-8")))
def test_a_shard_is_one_call_with_its_text(text: str) -> None:
    """The script hands over name, text and checksum, and names itself by its content."""
    name, script = shard(text)
    found = re.fullmatch(r'__shard\("(\w{12})",(".*"),(\d+)\)\n', script.decode(), re.DOTALL)
    assert found
    assert found[1] == name
    # JSON's strings are JavaScript's, once raw control characters are let through.
    assert json.loads(found[2], strict=False) == text
    assert int(found[3]) == checksum(text)
    assert "\n" not in script.decode()[:-1]


def test_one_changed_bit_changes_the_checksum() -> None:
    """The check that finds a damaged file can fail."""
    text = "The Office shall be damaged by one bit."
    for at in range(len(text)):
        other = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]
        assert checksum(other) != checksum(text)
