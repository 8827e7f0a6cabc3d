"""Where terms stand: whole words, as written, never inside something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.terms import Term, TermMatcher, find_definitions, find_occurrences, term_ids

SHORTS = (
    "StAR",
    "STARSOM",
    "TRACK",
    "TRACK4TIP",
    "UNODC",
    "UNDP",
    "UN",
    "G20",
    "C4",
    "COP 28",
    "CoSP10",
    "GLO.ACT",
    "CASC Network",
    "goIFAR",
    "UNEP",
    "S",
)
TERMS = (
    *(Term(short=short, id=name) for short, name in term_ids(SHORTS).items()),
    Term(short="GlobE Network", id="term-globe-network", variants=("Globe Network",)),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNODC's work", ["UNODC"]),
        ("UNODC’s work.", ["UNODC"]),
        ("(UNODC), UNODC.", ["UNODC", "UNODC"]),
        ("many UNDPs", []),
        ("StAR, a star, STARS, STARSOM", ["StAR", "STARSOM"]),
        ("TRACK4TIP and TRACK", ["TRACK4TIP", "TRACK"]),
        ("unodc Unodc", []),
        ("the UN-Habitat office", []),
        ("UN-led and non-UN", ["UN", "UN"]),
        ("UN/CEFACT", []),
        ("see UNEP/EA.6/1 of UNEP", ["UNEP"]),
        ("S/2023/780", []),
        ("https://www.unodc.org/UNODC and www.UNODC.org/x", []),
        ("mail@UNODC.org", []),
        ("GLO.ACT countries", ["GLO.ACT"]),
        ("GLOxACT", []),
        ("COP 28: there", ["COP 28"]),
        ("COP  28", ["COP 28"]),
        ("COP 289", []),
        ("CASC Network secretariat", ["CASC Network"]),
        ("the Globe Network and GlobE Network", ["GlobE Network", "GlobE Network"]),
        ("[GlobE Network]", ["GlobE Network"]),
        ("“goIFAR”, C4 and G20", ["goIFAR", "C4", "G20"]),
        ("", []),
    ],
)
def test_terms_are_whole_words(text: str, expected: list[str]) -> None:
    """Possessives and hyphened words count; plurals, longer words and addresses do not."""
    assert [each.term.short for each in find_occurrences(text, TERMS)] == expected


def test_no_terms_no_occurrences() -> None:
    """An empty glossary finds nothing."""
    assert find_occurrences("UNODC", ()) == ()


PIECES = st.sampled_from((*SHORTS, " ", "-", "/", ".", "'s", "https://", "(", ")", "x", "United "))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=25).map("".join))


@given(text=TEXTS)
def test_occurrences_are_apart_and_as_written(text: str) -> None:
    """Any text is read; spans are in order, and hold a spelling of their term."""
    matcher = TermMatcher(TERMS)
    reached = 0
    for each in find_occurrences(text, matcher):
        assert reached <= each.start < each.end <= len(text)
        spelling = " ".join(text[each.start : each.end].split())
        assert spelling in (each.term.short, *each.term.variants)
        assert not text[each.end : each.end + 1].isalnum()
        assert not text[: each.start][-1:].isalnum()
        reached = each.end


@given(text=TEXTS)
def test_definitions_are_words_of_the_text(text: str) -> None:
    """Any text is read; a long form is never invented."""
    folded = " ".join(text.replace("[", "").replace("]", "").split())
    for each in find_definitions(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.long in folded
        assert " " not in (each.long[0], each.long[-1])


@given(shorts=st.lists(st.text(min_size=1), max_size=20))
def test_ids_are_unique_and_plain(shorts: list[str]) -> None:
    """No two terms share an id, and no id needs quoting."""
    ids = term_ids(shorts)
    assert len(set(ids.values())) == len(ids) == len(set(shorts))
    assert all(name.startswith("term-") and not set(name) & set(" \"'<>#") for name in ids.values())


def test_terms_that_differ_in_case_keep_apart() -> None:
    """StAR and STAR are two entries."""
    assert term_ids(("StAR", "STAR", "SHERLOC")) == {
        "StAR": "term-star",
        "STAR": "term-star-2",
        "SHERLOC": "term-sherloc",
    }
