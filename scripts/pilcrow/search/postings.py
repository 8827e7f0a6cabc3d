"""Postings: for each key, the entries that hold it, how much it weighs there, and its places."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import compress, count
from operator import eq, sub
from typing import NamedTuple, TypeVar

from pilcrow.search.coding import HALF, SEPARATOR, code, encode
from pilcrow.search.entry import Entry, Kind
from pilcrow.search.levels import (
    ABOVE,
    ANCHOR,
    DEFINED,
    FACT_BITS,
    OFTEN_BITS,
    TITLED,
    Levels,
)
from pilcrow.search.words import Tokeniser, fold, lone, pieces

LINE_GAP = 6
"""Places skipped between two lines, so that no phrase runs from a paragraph into its footnote."""

# A mark says that a key stands in an entry: the entry's number and, in the lower bits, the place.
# One number a word is all that gathering costs; weights and codes are worked out a key at a time.
_BITS = 32
_PLACE_OF = (1 << _BITS) - 1
# A fact is what else is known of a key in an entry: the entry's number and, in the lower bits,
# what.
_FACT_OF = (1 << FACT_BITS) - 1
_FEW = 24
"""Marks up to which a posting is sooner made mark by mark than all of a kind together."""
_MOST_PIECES = 150_000
_MOST_HEADINGS = 500
_NOTHING = array("Q")

_Append = Callable[[int], None]
_Put = Callable[[int], int | None]
"""Marks a piece of a line at a place; says how many places more than one it takes, if not one."""
_Value = TypeVar("_Value")


class Posting(NamedTuple):
    """One key's entries as a shard holds them: four codes, since like values pack tighter."""

    docs: str
    """The first entry, then the steps to the others."""
    levels: str
    """A level for each entry."""
    counts: str
    """One less than the places of each entry that has some; empty where each has one."""
    places: str
    """The first place of each, and the steps, less one, to its others; empty if none has any."""


class Postings:
    """Gathers the marks of entries given one after another; then makes postings of them."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        """Start with nothing; `tokeniser` is shared with the rest of the builder."""
        self.spans: set[str] = set()
        """Joined words, which are listed at their first and last place."""
        self._tokeniser = tokeniser
        self._marks: dict[str, array[int]] = {}
        self._facts: dict[str, array[int]] = {}
        self._lengths = array("I")
        """Of the entries, in words."""
        self._once: list[str] = []
        """The level in each entry of a word without facts that stands there once, as most do."""
        self._levels = tuple(map(Levels, range(_FACT_OF + 1)))
        """By facts."""
        self._puts = _Kept(self._put, _MOST_PIECES)
        """What marks a piece of a line: for nearly all, `append` of a key's marks."""
        self._headings = _Kept(self._fact_appends, _MOST_HEADINGS)
        """Where the facts of a heading's keys go; all that stands below it asks for them."""

    def keys(self) -> tuple[str, ...]:
        """The keys gathered, without such as `=WACAP` where the capitals tell nothing apart."""
        gathered = dict.fromkeys((*self._marks, *self._facts))
        return tuple(key for key in gathered if writable(key) and not self._idle(key))

    def _idle(self, key: str) -> bool:
        held = self._marks.get
        return key.startswith("=") and len(held(fold(key[1:]), ())) <= len(held(key, ()))

    def add(self, doc: int, entry: Entry) -> None:
        """Add an entry; `doc` is one more than the last, the first is 0."""
        base = doc << _BITS
        fact = doc << FACT_BITS
        for heading in entry.path:
            for append in self._headings[heading]:
                append(fact + ABOVE)
        if entry.kind is not Kind.PARAGRAPH:
            for append in self._headings[entry.title]:
                append(fact + TITLED)
        for anchor in _anchors(entry):
            self._fact_append(anchor)(fact + ANCHOR)
        self._read(_searched(entry), base)
        for term in entry.defines:
            for key in self._tokeniser.keys(f"{term.short} {term.long}"):
                marks = self._marks.get(key)
                # A word of the term that is not in the text itself does not come in this way.
                if marks and marks[-1] >= base:
                    self._fact_append(key)(fact + DEFINED)

    def _read(self, text: str, at: int) -> None:
        """Mark the words of a text, the first at `at`, and keep how many there are."""
        puts = self._puts.__getitem__
        length = 0
        for line in text.split("\n"):
            start = at
            for put in map(puts, pieces(line)):
                more = put(at)
                at += 1
                if more:
                    at += more
            length += at - start
            at += LINE_GAP
        self._lengths.append(length)
        self._once.append(self._levels[0][length << OFTEN_BITS | 1])

    def take(self, key: str) -> Posting:
        """The posting of a key; its marks are let go, so each key is taken once."""
        marks = self._marks.pop(key, _NOTHING)
        facts = self._facts.pop(key, None)
        if facts is None and len(marks) <= _FEW and (posting := self._few(marks)):
            return posting
        entries, places = _halves(marks)
        frequencies: Mapping[int, int] = Counter(entries)
        counts = frequencies
        if key in self.spans:
            # A joined word can repeat a place that one of its parts took.
            entries, places = _halves(array("Q", sorted(set(marks))))
            counts = Counter(entries)
        several = len(counts) < len(entries)
        if several:
            # A further place of an entry is told by the step to it, so the last is changed first.
            again = compress(count(1), map(eq, entries, entries[1:]))
            for at in reversed(list(again)):
                places[at] -= places[at - 1] + 1
        docs, levels = self._levelled(frequencies, facts)
        return Posting(
            encode(map(sub, docs, (0, *docs))),
            levels,
            encode([times - 1 for times in counts.values()]) if several else "",
            encode(places),
        )

    def _few(self, marks: array[int]) -> Posting | None:
        """The posting of few marks, as most keys have; nothing if two are in the same entry."""
        once = self._once
        docs = levels = places = ""
        before = 0
        for mark in marks:
            doc = mark >> _BITS
            if doc == before and docs:
                return None
            docs += code(doc - before)
            levels += once[doc]
            places += code(mark & _PLACE_OF)
            before = doc
        return Posting(docs, levels, "", places)

    def _levelled(
        self, frequencies: Mapping[int, int], facts: array[int] | None
    ) -> tuple[Collection[int], str]:
        """The entries that a key has marks or facts in, in order, and their levels."""
        once = self._once
        lengths = self._lengths
        coded = self._levels[0]
        of = {
            doc: once[doc] if often == 1 else coded[lengths[doc] << OFTEN_BITS | often]
            for doc, often in frequencies.items()
        }
        if facts is None:
            return frequencies, "".join(of.values())
        known: dict[int, int] = {}
        for fact in facts:
            doc = fact >> FACT_BITS
            known[doc] = known.get(doc, 0) | fact & _FACT_OF
        uses = frequencies.get
        for doc, fact in known.items():
            of[doc] = self._levels[fact][lengths[doc] << OFTEN_BITS | uses(doc, 0)]
        docs = sorted(of)
        return docs, "".join([of[doc] for doc in docs])

    def _put(self, piece: str) -> _Put:
        """What marks the words of a piece of a line."""
        if alone := lone(piece):
            return self._append(alone)
        puts: list[tuple[_Append, int]] = []
        places = 0
        for word in self._tokeniser.words(piece):
            first = places
            for part in word.parts:
                puts.append((self._append(part), places))
                places += 1
            if word.joined:
                self.spans.add(word.joined)
                joined = self._append(word.joined)
                puts += [(joined, first), (joined, places - 1)]
            puts += [(self._append(alias), first) for alias in word.aliases]
        return puts[0][0] if places == len(puts) == 1 else _several(tuple(puts), places)

    def _append(self, key: str) -> _Append:
        marks = self._marks.get(key)
        if marks is None:
            marks = self._marks[key] = array("Q")
        return marks.append

    def _fact_append(self, key: str) -> _Append:
        facts = self._facts.get(key)
        if facts is None:
            facts = self._facts[key] = array("Q")
        return facts.append

    def _fact_appends(self, heading: str) -> tuple[_Append, ...]:
        return tuple(map(self._fact_append, dict.fromkeys(self._tokeniser.keys(heading))))


def _several(puts: tuple[tuple[_Append, int], ...], places: int) -> _Put:
    """What marks a piece that is not plainly one key; each of `puts` so many places on."""

    def put(at: int) -> int:
        for append, step in puts:
            append(at + step)
        return places - 1

    return put


class _Kept(dict[str, _Value]):
    """What is known of texts, each looked into once, since most come again."""

    def __init__(self, look: Callable[[str], _Value], most: int) -> None:
        """Know nothing; `most` bounds the memory: numbers and symbols are ever new."""
        self._look = look
        self._most = most

    def __missing__(self, text: str) -> _Value:
        """Look into a text and keep what it is."""
        if len(self) >= self._most:
            self.clear()
        found = self[text] = self._look(text)
        return found


def _halves(marks: array[int]) -> tuple[array[int], array[int]]:
    """The entries and the places of marks. To cut them so is quicker than to shift each."""
    halves = array("I", marks.tobytes())
    places, entries = halves[::2], halves[1::2]
    return (entries, places) if sys.byteorder == "little" else (places, entries)


def writable(key: str) -> bool:
    """Whether a key can stand in a shard: its parts are parted by signs that no word has."""
    return SEPARATOR not in key and HALF not in key


def _searched(entry: Entry) -> str:
    if entry.kind is Kind.PARAGRAPH:
        return entry.text
    return "\n".join(part for part in (entry.title, entry.long_form, entry.text) if part)


def _anchors(entry: Entry) -> Iterable[str]:
    _, _, fragment = entry.location.partition("#")
    return [f"#{name}" for name in dict.fromkeys((fragment, *entry.ids)) if name]
