"""Postings: for each key, the entries that hold it, how much it weighs there, and its places.

The weight is BM25F's, worked out at build: the frequency of a key over the fields of an entry
(text 1, title 0.7 as it is short and rises by that, a definition 3 more,
place 0.3), saturated by the entry's length and
kept as one of 20 levels. So the browser needs no lengths and adds numbers only. Level 0 says the
key stands in the headings above the entry and not in the entry itself.

A BM25F with k1 = 1.2 and b = 0.6; the average length is a constant, so that the weight of a
paragraph does not change with what else is in the library. Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields" (2004).
"""

from __future__ import annotations

import math
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import compress, count
from operator import eq, sub
from typing import NamedTuple

from pilcrow.search.coding import ALPHABET, HALF, SEPARATOR, code, encode
from pilcrow.search.entry import Entry, Kind
from pilcrow.search.words import Tokeniser, fold, lone, pieces

K1 = 1.2
B = 0.6
AVERAGE = 90
HIGHEST = 20
TITLE = 0.7
DEFINITION = 3.0
PLACE = 0.3
LINE_GAP = 6
"""Places skipped between two lines, so that no phrase runs from a paragraph into its footnote."""

# A mark says that a key stands in an entry: the entry's number and, in the lower bits, the place.
# One number a word is all that gathering costs; weights and codes are worked out a key at a time.
_BITS = 32
_PLACE_OF = (1 << _BITS) - 1
# A level comes from the entry's length and, in the lower bits, how often the key stands there.
_OFTEN_BITS = 20
# A fact is what else is known of a key in an entry: the entry's number and, in the lower bits,
# what.
_FACT_BITS = 4
_FACT_OF = (1 << _FACT_BITS) - 1
_ABOVE = 1
_TITLED = 2
_DEFINED = 4
_ANCHOR = 8
_FEW = 24
"""Marks up to which a posting is sooner made mark by mark than all of a kind together."""
_MOST_PLAIN = 150_000
_MOST_COMPOUND = 20_000
_MOST_HEADINGS = 500
_ABOVE_ONLY = ALPHABET[0]
_ANCHORED = ALPHABET[1]

_NOTHING = array("Q")

_Append = Callable[[int], None]
_Compound = tuple[int, tuple[tuple[_Append, int], ...]]
"""How many places a piece of a line takes, and what is marked how many places on."""


def level(frequency: float, length: int) -> int:
    """The level 1 to 20 of a frequency in an entry of so many words; rises with the frequency."""
    ratio = frequency / (K1 * (1 - B + B * length / AVERAGE))
    return max(1, min(HIGHEST, 6 + round(2 * math.log2(ratio))))


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
        self._levels = tuple(map(_Levels, range(_FACT_OF + 1)))
        """By facts."""
        self._headings: dict[str, tuple[_Append, ...]] = {}
        self._plain: dict[str, _Append] = {}
        """Pieces of lines that are one key, which is nearly all: where their marks go."""
        self._compound: dict[str, _Compound] = {}
        """Other pieces."""

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
        fact = doc << _FACT_BITS
        for heading in entry.path:
            for append in self._heading(heading):
                append(fact + _ABOVE)
        if entry.kind is not Kind.PARAGRAPH:
            for append in self._heading(entry.title):
                append(fact + _TITLED)
        for anchor in _anchors(entry):
            self._fact_append(anchor)(fact + _ANCHOR)
        self._read(_searched(entry), base)
        for term in entry.defines:
            for key in self._tokeniser.keys(f"{term.short} {term.long}"):
                marks = self._marks.get(key)
                # A word of the term that is not in the text itself does not come in this way.
                if marks and marks[-1] >= base:
                    self._fact_append(key)(fact + _DEFINED)

    def _read(self, text: str, at: int) -> None:
        """Mark the words of a text, the first at `at`, and keep how many there are."""
        plain = self._plain.get
        compound = self._compound.get
        length = 0
        for line in text.split("\n"):
            start = at
            for piece in pieces(line):
                put = plain(piece)
                if put is not None:
                    put(at)
                    at += 1
                    continue
                known = compound(piece)
                if known is None:
                    if alone := lone(piece):
                        self._kept(piece, self._append(alone))(at)
                        at += 1
                        continue
                    known = self._taken_apart(piece)
                places, puts = known
                for append, step in puts:
                    append(at + step)
                at += places
            length += at - start
            at += LINE_GAP
        self._lengths.append(length)
        self._once.append(self._levels[0][length << _OFTEN_BITS | 1])

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
            doc: once[doc] if often == 1 else coded[lengths[doc] << _OFTEN_BITS | often]
            for doc, often in frequencies.items()
        }
        if facts is None:
            return frequencies, "".join(of.values())
        known: dict[int, int] = {}
        for fact in facts:
            doc = fact >> _FACT_BITS
            known[doc] = known.get(doc, 0) | fact & _FACT_OF
        uses = frequencies.get
        for doc, fact in known.items():
            of[doc] = self._levels[fact][lengths[doc] << _OFTEN_BITS | uses(doc, 0)]
        docs = sorted(of)
        return docs, "".join([of[doc] for doc in docs])

    def _taken_apart(self, piece: str) -> _Compound:
        """Where the marks of a piece go that is not plainly one key, and how many places."""
        words = tuple(self._tokeniser.words(piece))
        puts: list[tuple[_Append, int]] = []
        at = 0
        for word in words:
            first = at
            for part in word.parts:
                puts.append((self._append(part), at))
                at += 1
            if word.joined:
                self.spans.add(word.joined)
                puts += [(self._append(word.joined), first), (self._append(word.joined), at - 1)]
            puts += [(self._append(alias), first) for alias in word.aliases]
        if at == len(puts) == 1:
            self._kept(piece, puts[0][0])
        else:
            if len(self._compound) >= _MOST_COMPOUND:
                self._compound.clear()
            self._compound[piece] = (at, tuple(puts))
        return at, tuple(puts)

    def _kept(self, piece: str, append: _Append) -> _Append:
        # A bound on memory: numbers and symbols are ever new.
        if len(self._plain) >= _MOST_PLAIN:
            self._plain.clear()
        self._plain[piece] = append
        return append

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

    def _heading(self, text: str) -> tuple[_Append, ...]:
        """Where the facts of a heading's keys go. It is asked for by what stands below it too."""
        appends = self._headings.get(text)
        if appends is None:
            # A bound on memory: entries come in order.
            if len(self._headings) >= _MOST_HEADINGS:
                self._headings.clear()
            keys = dict.fromkeys(self._tokeniser.keys(text))
            appends = self._headings[text] = tuple(map(self._fact_append, keys))
        return appends


class _Levels(dict[int, str]):
    """The codes of levels by the entry's length and the frequency, packed into one number."""

    def __init__(self, facts: int) -> None:
        """Know none; `facts` is what else is known of the key in the entry."""
        self._facts = facts

    def __missing__(self, packed: int) -> str:
        """Work one out and keep it."""
        length, frequency = divmod(packed, 1 << _OFTEN_BITS)
        coded = self[packed] = _level_code(self._facts, float(frequency), length)
        return coded


def _halves(marks: array[int]) -> tuple[array[int], array[int]]:
    """The entries and the places of marks. To cut them so is quicker than to shift each."""
    halves = array("I", marks.tobytes())
    places, entries = halves[::2], halves[1::2]
    return (entries, places) if sys.byteorder == "little" else (places, entries)


def _level_code(facts: int, frequency: float, length: int) -> str:
    if not frequency:
        return _ANCHORED if facts & _ANCHOR else _ABOVE_ONLY
    if facts & _TITLED:
        frequency *= TITLE
    if facts & _DEFINED:
        frequency += DEFINITION
    if facts & _ABOVE:
        frequency += PLACE
    return ALPHABET[level(frequency, length)]


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
