"""Which long forms say the same."""

import pytest

from pilcrow.terms.senses import sense_of, usual_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Organisation for Economic Co-operation", "Organization for economic cooperation"),
        ("Sustainable Development Goals", "Sustainable Development Goal"),
        ("Centre of the Programme", "Center for the Program"),
        ("Women’s Fund", "Women's Fund"),
    ],
)
def test_spellings_are_one_sense(one: str, other: str) -> None:
    """Capitals, hyphens, small words, plurals and spellings of English tell nothing apart."""
    assert sense_of(one) == sense_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("International Olympic Committee", "Indian Ocean Commission"),
        ("Regional Office for Africa", "Regional Office for Asia"),
        ("Committee against Torture", "Committee on Torture Victims"),
        ("World Health Organization", None),
    ],
)
def test_other_words_are_another_sense(one: str, other: str | None) -> None:
    """Nothing else is ever taken for the same; a form without an expansion is its own."""
    assert sense_of(one) != sense_of(other)


def test_the_usual_spelling_is_shown() -> None:
    """Most reports decide; among equals the first."""
    assert usual_form(["b", "a", None, "a"]) == "a"
    assert usual_form(["b", "a"]) == "b"
    assert usual_form([None]) is None
