"""Postings of many entries and of few hold the same: entries, weights and places."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pilcrow.search.coding import decode
from pilcrow.search.entry import Entry, Kind
from pilcrow.search.levels import PLACE, level
from pilcrow.search.postings import LINE_GAP, Posting, Postings
from pilcrow.search.words import Tokeniser

_HEADING = "the office"
_ONLY_A_MARK = "\ufe71"
"""A letter of which folding leaves nothing, so that `of` joined with it is `of` again."""
_WORDS = st.sampled_from(
    ("the", "office", "The", "of", "(office),", "whistle-blower", "74/247", f"of-{_ONLY_A_MARK}")
)
_TEXTS = st.lists(
    st.tuples(st.lists(st.lists(_WORDS, max_size=9).map(" ".join), max_size=3), st.booleans()),
    max_size=40,
)


def _read(posting: Posting) -> dict[int, tuple[int, tuple[int, ...]]]:
    """For each entry its level and its places."""
    steps, more = list(decode(posting.places)), list(decode(posting.counts))
    doc, found = 0, {}
    for step, weight in zip(decode(posting.docs), decode(posting.levels), strict=True):
        doc += step
        places = [steps.pop(0)] if weight else []
        for _ in range(more.pop(0) if places and more else 0):
            places.append(places[-1] + 1 + steps.pop(0))
        found[doc] = (weight, tuple(places))
    assert not steps
    assert not more
    return found


def _expected(
    texts: list[tuple[list[str], bool]],
) -> dict[str, dict[int, tuple[int, tuple[int, ...]]]]:
    """What the contract says, worked out anew, without any of the builder's shortcuts."""
    found: dict[str, dict[int, tuple[int, tuple[int, ...]]]] = {}
    for doc, (lines, under) in enumerate(texts):
        marks: list[tuple[str, int]] = []
        length = at = 0
        for line in lines:
            for word in Tokeniser().words(line):
                marks += [(part, at + step) for step, part in enumerate(word.parts)]
                at += len(word.parts)
                length += len(word.parts)
                if word.joined:
                    marks += [(word.joined, at - len(word.parts)), (word.joined, at - 1)]
            at += LINE_GAP
        times = Counter(key for key, _ in marks)
        above = _HEADING.split() if under else []
        for key in {*times, *above}:
            often = times[key] + PLACE * (key in above)
            places = tuple(sorted({place for of, place in marks if of == key}))
            weight = level(often, length) if key in times else 0
            found.setdefault(key, {})[doc] = (weight, places)
    return found


@given(_TEXTS)
def test_postings_hold_entries_weights_and_places(texts: list[tuple[list[str], bool]]) -> None:
    """Whether a key stands in two entries or in forty, once or often, in headings or in both."""
    postings = Postings(Tokeniser())
    for doc, (lines, under) in enumerate(texts):
        entry = Entry(
            kind=Kind.PARAGRAPH,
            location="i.html",
            title="",
            path=(_HEADING,) if under else (),
            text="\n".join(lines),
        )
        postings.add(doc, entry)
    taken = {key: _read(postings.take(key)) for key in postings.keys()}  # noqa: SIM118 - no mapping
    assert taken == _expected(texts)


def test_a_posting_of_one_more_than_few_is_as_the_others() -> None:
    """At no number of entries does anything change but the number."""
    for entries in range(1, 60):
        postings = Postings(Tokeniser())
        for doc in range(entries):
            entry = Entry(kind=Kind.PARAGRAPH, location="i.html", title="", text="we held it")
            postings.add(doc, entry)
        expected = {doc: (level(1, 3), (1,)) for doc in range(entries)}
        assert _read(postings.take("held")) == expected
