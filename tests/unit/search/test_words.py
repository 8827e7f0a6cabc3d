"""Words are cut and folded so that what a reader types meets what a report prints."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pilcrow.search.words import Tokeniser, Word, fold, pieces

CUT = [
    ("Côte d'Ivoire", (Word(("cote",)), Word(("d", "ivoire"), "divoire"))),
    ("Côte d’Ivoire", (Word(("cote",)), Word(("d", "ivoire"), "divoire"))),
    ("whistle-blower", (Word(("whistle", "blower"), "whistleblower"),)),
    ("390,151 users", (Word(("390151",)), Word(("users",)))),
    ("16,5", (Word(("16.5",)),)),
    ("$16.5 billion", (Word(("16.5",), aliases=("$16.5",)), Word(("billion",)))),
    ("US$ 5,137,418", (Word(("5137418",), aliases=("$5137418",)),)),
    ("(S/2023/780).", (Word(("s/2023/780",)),)),
    ("E/CN.15/2024/1)", (Word(("e/cn.15/2024/1",)),)),
    ("E/2004/26-E/CN.5/2004/8", (Word(("e/2004/26", "e/cn.5/2004/8")),)),
    ("A/RES/ES-11/1", (Word(("a/res/es-11/1",)),)),
    ("resolution 74/247", (Word(("resolution",)), Word(("74/247",)))),
    ("and/or", (Word(("and", "or")),)),
    ("StAR", (Word(("star",), aliases=("=StAR",)),)),
    ("(SHERLOC)", (Word(("sherloc",), aliases=("=SHERLOC",)),)),
    ("Prosecutor's", (Word(("prosecutor",), aliases=("prosecutors",)),)),
    ("paras. 54–57", (Word(("paras",)), Word(("54",)), Word(("57",)))),
    ("21st", (Word(("21st",)),)),
    ("联合国", (Word(("联",)), Word(("合",)), Word(("国",)))),
    ("مُحَمَّد", (Word(("محمد",)),)),
    (" … !? —", ()),
]


@pytest.mark.parametrize(("text", "words"), CUT, ids=[text for text, _ in CUT])
def test_text_is_cut_into_keys(text: str, words: tuple[Word, ...]) -> None:
    """Symbols and sums stay whole; compounds give their parts and themselves."""
    assert tuple(Tokeniser().words(text)) == words


def test_a_letter_is_no_mark() -> None:
    """Й is not И with a mark, or Russian endings would be lost; Ё is written Е as often as not."""
    assert fold("Стамбульский Йод ЁЛКА и\u0306") == "стамбульский йод елка й"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is in its final form, so build and browser cannot drift by folding again."""
    once = fold(text)
    assert fold(once) == once


@given(st.text())
def test_no_key_has_a_separator_of_the_shards(text: str) -> None:
    """Keys are written between `~` and `}`; a key with one would break its shard."""
    for key in Tokeniser().keys(text):
        assert key
        assert not set(key) & set("~}\t\n\x1d\x1e")


_TELLING = " \u00a0\u2009aB1,.-/'$€USé\u0301http://www.联"


@given(st.text(alphabet=st.sampled_from(_TELLING)) | st.text())
@example("at US$ 5 a day")
def test_pieces_of_a_line_hold_the_tokens_of_the_line(line: str) -> None:
    """A line read piece by piece, as the builder does, has the words that the browser cuts."""
    by_piece = [word for piece in pieces(line) for word in Tokeniser().words(piece)]
    assert by_piece == list(Tokeniser().words(line))
