"""Texts come back from their codes exactly, in large libraries and in small ones."""

from hypothesis import given
from hypothesis import strategies as st

from pilcrow.search.coding import ALPHABET, decode
from pilcrow.search.numbered import numbered
from pilcrow.search.vocabulary import Vocabulary, vocabulary_of
from pilcrow.search.words import Tokeniser

WORDS = ("the", "The", "office,", "office", "Office.", "Ārea", "a~^", "}x", "~", "$16.5", "^", "(")


def read(coded: str, words: tuple[str, ...]) -> str:
    """What `decodeText` of shards.js reads, written anew."""
    lines = []
    for line in coded.split("\n"):
        found = []
        at = 0
        while at < len(line):
            if line[at] == "}":
                end = line.index(" ", at)
                word = line[at + 1 : end]
                at = end + 1
            else:
                end = at
                while ALPHABET.index(line[end]) >= 62:
                    end += 1
                word = words[decode(line[at : end + 1])[0]]
                at = end + 1
            while line[at : at + 1] == "~":
                sign = line[at + 1]
                word = word[0].upper() + word[1:] if sign == "^" else word + sign
                at += 2
            found.append(word)
        lines.append(" ".join(found))
    return "\n".join(lines)


TEXT = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.characters(codec="utf-8"))), max_size=12
)


@given(st.lists(TEXT.map(" ".join)))
def test_texts_come_back(texts: list[str]) -> None:
    """Also with signs of the code in them, double spaces, empty lines and words met before."""
    vocabulary = vocabulary_of([*texts, "the office " * 3])
    words = tuple(vocabulary)
    for text in texts:
        assert read(vocabulary.coded(text), words) == text


def test_a_known_word_takes_one_character_and_its_other_forms_two_more() -> None:
    """Capitals at the beginning and signs at the end need no words of their own."""
    vocabulary = vocabulary_of(["office " * 3])
    assert vocabulary.coded("office office, Office. other") == "  ~, ~^~.}other "


def test_without_a_vocabulary_each_word_stands_as_it_is() -> None:
    """No word is met often enough in a short text; the browser reads it all the same."""
    assert Vocabulary().coded("as it  is") == "}as }it } }is "


def test_an_empty_line_takes_no_room() -> None:
    """It stays a line; nothing stands in it."""
    assert Vocabulary().coded("as\n\nis") == "}as \n\n}is "


@given(st.lists(TEXT.map(" ".join)))
def test_texts_come_back_from_the_numbers_of_their_pieces(texts: list[str]) -> None:
    """The browser reads both kinds of codes alike; a sum with a space in it is one piece."""
    texts = [*texts, "paid $ 5, twice"]
    known = numbered(texts)
    assert "paid $ 5, twice" in known
    for text in texts:
        assert read(known.coded(text), tuple(known)) == text


def test_a_piece_takes_as_many_places_as_it_has_words() -> None:
    """Where a word stands follows from the pieces before it, and the browser counts these only."""
    known = numbered(["a whistle-blower (A/1/2) paid – US$16.5"])
    widths = dict(zip(known, decode(known.widths(Tokeniser())), strict=True))
    assert widths == {
        "a": 1, "whistle-blower": 2, "(A/1/2)": 1, "paid": 1, "–": 0, "US$16.5": 1,
    }  # fmt: skip
