"""Notes at a page's foot: known by size, rule, mark and place; a long one over the page."""

import pytest

from pilcrow.readers.pdf.lines import Line
from pilcrow.readers.pdf.notes import gather, split_notes
from pilcrow.readers.pdf.page import Box
from tests.unit.readers.pdf_rows import MEASURES, lines_of, page, runs, stacked

TEXT = stacked("1. The Committee examined the", "reports of States parties.", y=200)
SHORT_RULE: Box = (120.0, 690.0, 190.0, 690.5)
LONG_RULE: Box = (120.0, 690.0, 480.0, 690.5)


def _note(mark: str, *words: str, y: float = 700, size: float = 8.5) -> tuple[object, ...]:
    return (
        runs(mark, 120, y - 3, size=size * 0.6),
        *stacked(*words, x=150, y=y, size=size, leading=10),
    )


def _split(
    *parts: object, rules: tuple[Box, ...] = (), last: Line | None = None, number: int = 1
) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    own = page(*TEXT, *parts, rules=rules, number=number)  # type: ignore[arg-type]
    area = split_notes(lines_of(own), own.rules, MEASURES, last_note=last)
    notes, stray = gather(area.notes)
    return (
        [line.text for line in area.text],
        [(note.mark, " ".join(line.text for line in note.lines)) for note in notes],
        [line.text for line in stray],
    )


@pytest.mark.parametrize(
    ("size", "rules", "found"),
    [
        (8.5, (), True),
        (9.5, (), True),
        (10.0, (SHORT_RULE,), True),
        (10.0, (LONG_RULE,), False),
        (10.0, (), False),
    ],
)
def test_notes_are_smaller_or_stand_under_a_short_rule(
    size: float, rules: tuple[Box, ...], *, found: bool
) -> None:
    """Words as large as the text without a rule may be a paragraph; a long rule is a table's."""
    text, notes, _ = _split(*_note("1", "See A/76/230.", size=size), rules=rules)
    assert notes == ([("1", "1 See A/76/230.")] if found else [])
    assert len(text) == (2 if found else 3)


def test_two_notes_on_a_page_each_have_their_lines() -> None:
    """A line without a mark goes on with the note above it."""
    _, notes, stray = _split(
        *_note("1", "See A/76/230 and", "A/77/310."), *_note("2", "Ibid.", y=724)
    )
    assert notes == [("1", "1 See A/76/230 and A/77/310."), ("2", "2 Ibid.")]
    assert stray == []


def _last(words: str) -> Line:
    return lines_of(page(runs(words, 150, 700, size=8.5), number=1))[-1]


@pytest.mark.parametrize(
    ("before", "size", "taken"),
    [
        ("See the report on the", 8.5, True),
        ("See the report.", 8.5, False),
        ("See the report on the", 10.0, False),
    ],
)
def test_a_note_that_broke_off_goes_on_at_the_next_pages_foot(
    before: str, size: float, *, taken: bool
) -> None:
    """Without a rule or a mark, if it is set alike and broke off in mid-sentence."""
    rest = stacked("rights of peoples.", y=700, size=size)
    _, notes, stray = _split(*rest, last=_last(before), number=2)
    assert notes == []
    assert stray == (["rights of peoples."] if taken else [])


def test_letters_under_a_table_are_no_notes_of_the_page() -> None:
    """They are small and at the page's foot too."""
    text, notes, _ = _split(*_note("a", "Estimates as at 28 February 2026."))
    assert notes == []
    assert text[-1] == "a Estimates as at 28 February 2026."
