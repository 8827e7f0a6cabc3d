"""What comparison takes for the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.compare.words import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("govern-ment", "government"),
        ("govern\u00adment", "government"),
        ("well\u2011known", "well-known"),
        ("7\u2013\u206012", "7-12"),
        ("“Africa’s”", '"Africa\'s"'),
        ("oﬃce", "office"),
        ("two\u00a0 words\n", "two words"),
    ],
)
def test_how_a_word_is_set_makes_no_difference(one: str, other: str) -> None:
    """Hyphens between letters, ligatures, invisible signs, quotation marks and spaces are type."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("govern ment", "government"),
        ("govern- ment", "government"),
        ("2019-20", "201920"),
        ("COVID-19", "COVID19"),
        ("Curação", "Curaçao"),
        ("State", "state"),
        ("3.5", "35"),
    ],
)
def test_another_word_is_another_word(one: str, other: str) -> None:
    """The negative control: a broken word, figures, letters, capitals and points count."""
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    """So that texts folded at different times compare alike."""
    assert folded(folded(text)) == folded(text)
