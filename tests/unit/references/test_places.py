"""Places named in a document that is cited."""

from __future__ import annotations

import pytest

from pilcrow.references import find_references


def places(text: str) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Symbol of each document cited, with the words and ids of the places named in it."""
    return [
        (
            reference.symbol,
            [(text[place.start : place.end], place.targets) for place in reference.places],
        )
        for reference in find_references(text, own_symbol="X/1/1")
        if reference.symbol
    ]


@pytest.mark.parametrize(
    ("text", "words", "targets"),
    [
        ("E/CN.15/2024/5, para. 54,", ["para. 54"], ["para-54"]),
        ("(A/80/596), paras. 13 and 15).", ["paras. 13", "15"], ["para-13", "para-15"]),
        ("A/80/1, paras. 5, 7 and 9 in", ["paras. 5", "7", "9"], ["para-5", "para-7", "para-9"]),
        ("A/80/1 and Corr.1, para. 5", ["para. 5"], ["para-5"]),
        ("A/80/1, para. 115 (b)", ["para. 115 (b)"], ["para-115-b"]),
        ("A/80/6 (Sect. 16), para. 16.5", ["para. 16.5"], ["para-16-5"]),
        ("A/HRC/2, para. 14.2; 14.9.", ["para. 14.2", "14.9"], ["para-14-2", "para-14-9"]),
        ("A/80/1, annex I, para. 3", ["annex I, para. 3"], ["annex-i-para-3"]),
        ("A/80/1, annex", ["annex"], ["annex"]),
        ("A/80/1, chap. II, para. 14", ["chap. II, para. 14"], ["para-14"]),
        ("A/80/1, sect. II.B", ["sect. II.B"], ["ii-b"]),
        ("para. 12 of document A/80/604/Add.1", ["para. 12"], ["para-12"]),
        ("paragraph 5 of his report on it (A/80/1)", ["paragraph 5"], ["para-5"]),
        ("annex II to document A/80/590", ["annex II"], ["annex-ii"]),
        ("in paragraph 11 of its resolution 982 (1995)", ["paragraph 11"], ["para-11"]),
        ("le paragraphe 12 du document A/80/1", ["paragraphe 12"], ["para-12"]),
        ("A/80/1, par. 5 et 7", ["par. 5", "7"], ["para-5", "para-7"]),
        ("párrafo 12 del documento A/80/590", ["párrafo 12"], ["para-12"]),
        ("пункт 12 документа A/80/590", ["пункт 12"], ["para-12"]),
        ("A/80/590, пункт 5", ["пункт 5"], ["para-5"]),
    ],
)  # fmt: skip
def test_places_beside_a_citation_are_in_its_document(
    text: str, words: list[str], targets: list[str]
) -> None:
    """Behind the symbol, or led to it by "of"; in the four languages that are read."""
    ((_, found),) = places(text)
    assert [said for said, _ in found] == words
    assert [first for _, (first, *_) in found] == targets


def test_a_range_names_all_its_paragraphs() -> None:
    """The first comes first: it is what a link leads to."""
    assert places("A/80/1, paras. 5–7") == [
        ("A/80/1", [("paras. 5–7", ("para-5", "para-6", "para-7"))])
    ]


def test_each_document_has_its_own_places() -> None:
    """What stands between two citations belongs to the one its words say."""
    assert places("see A/80/1, paras. 5 and 8; A/80/2, para. 3; para. 4 of A/80/3") == [
        ("A/80/1", [("paras. 5", ("para-5",)), ("8", ("para-8",))]),
        ("A/80/2", [("para. 3", ("para-3",))]),
        ("A/80/3", [("para. 4", ("para-4",))]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A/80/590",
        "A/80/590. Para. 5 speaks of it",
        "A/80/590 and Add.1, para. 5",
        "A/80/590, paragraph 5 of the annex",
        "A/80/590, p. 5",
        "article 5, paragraph 3, of the Convention, see A/80/590",
        "paragraph 12 of his report and the report of the Committee (A/80/604)",
        "the Committee refers in paragraph 12 to A/80/604",
        "A/80/590 (see para. 35)",
    ],
)
def test_no_place_rather_than_a_wrong_one(text: str) -> None:
    """Words that may speak of something else name no place in the document cited."""
    assert [found for _, found in places(text)] == [[]]


def test_a_number_behind_a_single_paragraph_is_no_second_one() -> None:
    """What counts something is no paragraph: "para. 5, and 15 States"."""
    assert places("A/80/1, para. 5, and 15 States") == [("A/80/1", [("para. 5", ("para-5",))])]
