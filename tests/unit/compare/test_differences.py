"""Two editions of a report compared."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.compare.differences import differences
from tests.unit.command import pilcrow_inside
from tests.unit.made_up import HEAD, report_of

BODY = """# I. One

1. Member States agreed on inter-State cooperation in the affairs of others.

2. The list:

(a) First;

(b) Second with a note.[^1]

## A. Inner

3. Short and nothing more.

| Year | Sum |
|---|---|
| 2024 | 7 |

[^1]: The first note.
"""


def told(one: str, other: str) -> tuple[str, ...]:
    """The differences of two bodies, each as printed."""
    return tuple(map(str, differences(report_of(one), report_of(other))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("inter-State", "inter\u2011State"),
        ("inter-State", "interState"),
        ("A. Inner", "A. INNER"),
        ("# I. One", "#### I. One"),
        ("  ", " "),
    ],
)
def test_type_is_no_difference(old: str, new: str) -> None:
    """Hyphenation, capitals of headings and the source's own signs are not compared."""
    assert told(BODY, BODY.replace(old, new)) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("affairs of others", "affair of others", "«affairs»"),
        ("inter-State", "inter State", "«inter State»"),
        ("3. Short and nothing more.", "", 'paragraph 3 "Short and nothing more."'),
        ("(b) Second with", "(c) Second with", "subparagraph (b)"),
        ("(a) First;\n\n", "", "subparagraph (a)"),
        ("## A. Inner", "## B. Inner", "heading A"),
        ("## A. Inner", "## II. Inner", "heading II"),
        ("## A. Inner\n\n", "", "heading A"),
        ("note.[^1]", "note.", "1 footnote"),
        ("The first note", "Another note", "footnote 1"),
        ("| 2024 | 7 |", "| 2024 | 8 |", "«8»"),
    ],
)
def test_each_difference_is_named_either_way(old: str, new: str, expected: str) -> None:
    """Whichever edition comes first, the place and both wordings are told."""
    other = BODY.replace(old, new)
    assert other != BODY
    for found in (told(BODY, other), told(other, BODY)):
        assert found
    assert expected in "\n".join(told(BODY, other))


def test_a_masthead_s_field_is_compared() -> None:
    """Another date is another document."""
    other = report_of(BODY, head=HEAD.replace("13 March", "14 March"))
    (found,) = differences(report_of(BODY), other)
    assert (found.where, found.first) == ("masthead, date", '"2024-03-13"')


@given(st.lists(st.text("abcxyz ", min_size=1, max_size=20), min_size=1, max_size=5))
def test_a_report_equals_itself(texts: list[str]) -> None:
    """Whatever it says."""
    body = "".join(f"{number}. Text {text}.\n\n" for number, text in enumerate(texts, start=1))
    assert told(body, body) == ()


@given(st.integers(0, 40), st.sampled_from(["word", "99"]))
def test_a_word_more_is_found_wherever_it_stands(place: int, word: str) -> None:
    """No word is so placed that the comparison does not see it."""
    words = " ".join(["alpha", "beta", "gamma", "delta"] * 10).split()
    more = [*words[:place], word, *words[place:]]
    assert told(f"1. The {' '.join(words)}.\n", f"1. The {' '.join(more)}.\n")


def test_the_command_tells_by_its_exit_code(tmp_path: Path) -> None:
    """0 for equal, 1 for different or unreadable, 2 for a file that is not there."""
    for name, text in (("a", BODY), ("b", BODY), ("c", BODY.replace("Short", "Long"))):
        (tmp_path / f"{name}.md").write_text(HEAD + text, encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    equal = pilcrow_inside(tmp_path, "compare", "a.md", "b.md")
    assert equal.returncode == 0
    assert "Equal: 2 headings, 3 paragraphs, 2 subparagraphs" in equal.stdout
    different = pilcrow_inside(tmp_path, "compare", "a.md", "c.md")
    assert different.returncode == 1
    assert "«Short»" in different.stdout
    assert "1 difference." in different.stdout
    assert pilcrow_inside(tmp_path, "compare", "empty.md", "empty.md").returncode == 1
    assert pilcrow_inside(tmp_path, "compare", "a.md", "none.md").returncode == 2
