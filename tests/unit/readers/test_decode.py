"""Bytes to text: what is no UTF-8 text is refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.readers.decode import decode
from pilcrow.readers.reading import SourceError


@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [
        (b"", "empty-source", 1),
        (b" \r\n\t", "empty-source", 1),
        (b"\xef\xbb\xbf", "empty-source", 1),
        (b"\xc2\xad", "empty-source", 1),
        (b"%PDF-1.7", "not-text", 1),
        (b"PK\x03\x04", "not-text", 1),
        (b"\xd0\xcf\x11\xe0", "not-text", 1),
        (b"\x89PNG", "not-text", 1),
        (b"\xff\xd8\xff\xe0", "not-text", 1),
        (b"{\\rtf1 1. Text.", "not-text", 1),
        (b"\n<!DOCTYPE html><p>1. Not found.", "not-text", 1),
        (b"<html><p>1. Log in.", "not-text", 1),
        ("text".encode("utf-16"), "not-text", 1),
        (b"one\ntwo\x00", "not-text", 2),
        (b"one\ntwo\ncaf\xe9", "wrong-encoding", 3),
        (b"one\n\xf0\x9f\x98", "wrong-encoding", 2),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(content: bytes, rule: str, line: int) -> None:
    """The error carries one problem: rule, place, message and hint."""
    with pytest.raises(SourceError) as caught:
        decode(content, "source.en.md")
    problem = caught.value.problem
    assert (problem.rule, problem.place.line) == (rule, line)
    assert problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("co\u00adoperation".encode(), "cooperation"),
        (b"a\x02b\x7fc", "a b c"),
        ("a\u2028b\u0085c".encode(), "a b c"),
    ],
)
def test_line_ends_and_control_characters_are_made_plain(content: bytes, text: str) -> None:
    """Lines end with a newline, and no character has a meaning inside a processor."""
    assert decode(content, "source.en.md") == text


@given(st.binary())
def test_any_bytes_give_clean_text_or_a_refusal(content: bytes) -> None:
    """Nothing else is raised, and no control character but tab and newline passes."""
    try:
        text = decode(content, "source.en.md")
    except SourceError:
        return
    assert all(c in "\t\n" or ord(c) >= 32 for c in text)
