"""Texts of a large library come back from their codes exactly."""

from hypothesis import given
from hypothesis import strategies as st

from pilcrow.search.coding import ALPHABET, decode
from pilcrow.search.vocabulary import Vocabulary, vocabulary_of

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


def test_without_a_vocabulary_a_text_stands_as_it_is() -> None:
    """The index of one report is read without it."""
    assert Vocabulary().coded("as it is") == "as it is"
