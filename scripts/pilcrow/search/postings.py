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
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from operator import sub
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
_BITS = 24
_PLACE_OF = (1 << _BITS) - 1
_ONCE = 1 << _BITS
"""What a key without facts that stands once has its level by, with the entry's length."""
# A fact is what else is known of a key in an entry: the entry's number and, in the lower bits,
# what.
_FACT_BITS = 4
_FACT_OF = (1 << _FACT_BITS) - 1
_ABOVE = 1
_TITLED = 2
_DEFINED = 4
_ANCHOR = 8
_MOST_PLAIN = 150_000
_MOST_COMPOUND = 20_000
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
        self._levels = _Levels()
        self._place_keys: dict[tuple[str, ...], tuple[_Append, ...]] = {}
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
        for append in self._place(entry.path):
            append(fact + _ABOVE)
        if entry.kind is not Kind.PARAGRAPH:
            for append in self._fact_appends((entry.title,)):
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
                places, puts = compound(piece) or self._taken_apart(piece)
                for append, step in puts:
                    append(at + step)
                at += places
            length += at - start
            at += LINE_GAP
        self._lengths.append(length)

    def take(self, key: str) -> Posting:
        """The posting of a key; its marks are let go, so each key is taken once."""
        marks = self._marks.pop(key, _NOTHING).tolist()
        facts = self._facts.pop(key, None)
        lengths = self._lengths
        coded = self._levels
        if facts is None and len(marks) == 1:
            doc = marks[0] >> _BITS
            return Posting(code(doc), coded[_ONCE | lengths[doc]], "", code(marks[0] & _PLACE_OF))
        entries = [mark >> _BITS for mark in marks]
        docs = list(dict.fromkeys(entries))
        if facts is None and len(docs) == len(entries):
            return Posting(
                encode(map(sub, docs, (0, *docs))),
                "".join([coded[_ONCE | lengths[doc]] for doc in docs]),
                "",
                encode([mark & _PLACE_OF for mark in marks]),
            )
        frequencies = counts = Counter(entries)
        if key in self.spans and len(set(marks)) < len(marks):
            # A joined word can repeat a place that one of its parts took.
            marks = sorted(set(marks))
            counts = Counter([mark >> _BITS for mark in marks])
        known: dict[int, int] = {}
        for fact in facts or ():
            doc = fact >> _FACT_BITS
            known[doc] = known.get(doc, 0) | fact & _FACT_OF
        if known:
            docs = sorted({*docs, *known})
        return Posting(
            encode(map(sub, docs, (0, *docs))),
            "".join(
                [
                    coded[(known.get(doc, 0) << _BITS | frequencies[doc]) << _BITS | lengths[doc]]
                    for doc in docs
                ]
            ),
            encode([count - 1 for count in counts.values()]) if len(counts) < len(marks) else "",
            encode(
                [
                    mark - before - 1 if mark >> _BITS == before >> _BITS else mark & _PLACE_OF
                    for before, mark in pairwise((-1, *marks))
                ]
            ),
        )

    def _taken_apart(self, piece: str) -> _Compound:
        """Where the marks of a piece go that is new or not plainly one key, and how many places."""
        if alone := lone(piece):
            return 1, ((self._kept(piece, self._append(alone)), 0),)
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

    def _fact_appends(self, texts: Iterable[str]) -> tuple[_Append, ...]:
        keys = dict.fromkeys(key for text in texts for key in self._tokeniser.keys(text))
        return tuple(self._fact_append(key) for key in keys)

    def _place(self, path: tuple[str, ...]) -> tuple[_Append, ...]:
        appends = self._place_keys.get(path)
        if appends is None:
            if len(self._place_keys) > 500:  # noqa: PLR2004 - a bound on memory, entries come in order
                self._place_keys.clear()
            appends = self._place_keys[path] = self._fact_appends(path)
        return appends


class _Levels(dict[int, str]):
    """The codes of levels by facts, frequency and the entry's length, packed into one number."""

    def __missing__(self, packed: int) -> str:
        """Work one out and keep it."""
        facts, frequency = divmod(packed >> _BITS, 1 << _BITS)
        coded = self[packed] = _level_code(facts, float(frequency), packed & _PLACE_OF)
        return coded


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
