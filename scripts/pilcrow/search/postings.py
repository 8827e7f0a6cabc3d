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
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import sub

from pilcrow.search.coding import ALPHABET, HALF, SEPARATOR, encode
from pilcrow.search.entry import Entry, Kind
from pilcrow.search.words import Tokeniser, fold, pieces

K1 = 1.2
B = 0.6
AVERAGE = 90
HIGHEST = 20
TITLE = 0.7
DEFINITION = 3.0
PLACE = 0.3
LINE_GAP = 6
"""Places skipped between two lines, so that no phrase runs from a paragraph into its footnote."""

# A mark says that a key belongs to an entry: the entry's number, and in the lower bits how. One
# number a word is all that gathering costs; weights and codes are worked out a key at a time.
_BITS = 24
_HOW = (1 << _BITS) - 1
_ABOVE = 0
_TITLED = 1
_DEFINED = 2
_ANCHOR = 3
_FIRST_PLACE = 4
_MOST_PLAIN = 150_000
_ABOVE_ONLY = ALPHABET[0]
_ANCHORED = ALPHABET[1]

_Append = Callable[[int], None]


def level(frequency: float, length: int) -> int:
    """The level 1 to 20 of a frequency in an entry of so many words; rises with the frequency."""
    ratio = frequency / (K1 * (1 - B + B * length / AVERAGE))
    return max(1, min(HIGHEST, 6 + round(2 * math.log2(ratio))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
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
        self._lengths = array("I")
        self._levels = _Levels()
        self._place_keys: dict[tuple[str, ...], tuple[_Append, ...]] = {}
        self._plain: dict[str, _Append] = {}
        """Pieces of lines that are one key, which is nearly all: where their marks go."""

    def keys(self) -> tuple[str, ...]:
        """The keys gathered, without such as `=WACAP` where the capitals tell nothing apart."""
        return tuple(key for key in self._marks if writable(key) and not self._idle(key))

    def _idle(self, key: str) -> bool:
        marks = self._marks
        return key.startswith("=") and _held(marks[fold(key[1:])]) <= _held(marks[key])

    def add(self, doc: int, entry: Entry) -> None:
        """Add an entry; `doc` is one more than the last, the first is 0."""
        base = doc << _BITS
        for append in self._place(entry.path):
            append(base + _ABOVE)
        if entry.kind is not Kind.PARAGRAPH:
            for append in self._appends((entry.title,)):
                append(base + _TITLED)
        for anchor in _anchors(entry):
            self._append(anchor)(base + _ANCHOR)
        self._read(_searched(entry), base + _FIRST_PLACE)
        for term in entry.defines:
            for key in self._tokeniser.keys(f"{term.short} {term.long}"):
                marks = self._marks.get(key)
                # A word of the term that is not in the text itself does not come in this way.
                if marks and marks[-1] >= base + _FIRST_PLACE:
                    marks.append(base + _DEFINED)

    def _read(self, text: str, at: int) -> None:
        """Mark the words of a text, the first at `at`, and keep how many there are."""
        plain = self._plain.get
        length = 0
        for line in text.split("\n"):
            start = at
            for piece in pieces(line):
                put = plain(piece)
                if put is None:
                    at = self._other(piece, at)
                else:
                    put(at)
                    at += 1
            length += at - start
            at += LINE_GAP
        self._lengths.append(length)

    def take(self, key: str) -> Posting:
        """The posting of a key; its marks are let go, so each key is taken once."""
        marks = self._marks.pop(key).tolist()
        if len(marks) == 1:
            return self._lone(marks, [marks[0] >> _BITS])
        entries = [mark >> _BITS for mark in marks]
        return (
            self._lone(marks, entries)
            if len(set(entries)) == len(entries)
            else self._grouped(marks)
        )

    def _lone(self, marks: list[int], entries: list[int]) -> Posting:
        """The posting of a key with one mark in each of its entries."""
        places = [(mark & _HOW) - _FIRST_PLACE for mark in marks]
        if min(places) < 0:
            return self._grouped(marks)
        levels = map(self._levels.__getitem__, map(self._lengths.__getitem__, entries))
        return Posting(
            docs=encode(map(sub, entries, (0, *entries))),
            levels="".join(levels),
            counts="",
            places=encode(places),
        )

    def _grouped(self, marks: list[int]) -> Posting:
        entries: list[int] = []
        levels: list[str] = []
        counts: list[int] = []
        places: list[int] = []
        lengths = self._lengths
        at = 0
        end = len(marks)
        marks.append(-1)
        while at < end:
            mark = marks[at]
            doc = mark >> _BITS
            entries.append(doc)
            place = (mark & _HOW) - _FIRST_PLACE
            at += 1
            if marks[at] >> _BITS != doc:
                if place >= 0:
                    levels.append(self._levels[lengths[doc]])
                    counts.append(0)
                    places.append(place)
                else:
                    levels.append(_ANCHORED if place == _ANCHOR - _FIRST_PLACE else _ABOVE_ONLY)
                continue
            start = at - 1
            while marks[at] >> _BITS == doc:
                at += 1
            hows = [one & _HOW for one in marks[start:at]]
            levels.append(self._weight(hows, lengths[doc]))
            # A joined word can repeat a place that one of its parts took.
            held = sorted({how - _FIRST_PLACE for how in hows if how >= _FIRST_PLACE})
            if held:
                counts.append(len(held) - 1)
                places.append(held[0])
                places += [later - earlier - 1 for earlier, later in pairwise(held)]
        return Posting(
            docs=encode(map(sub, entries, (0, *entries))),
            levels="".join(levels),
            counts=encode(counts) if any(counts) else "",
            places=encode(places),
        )

    def _weight(self, hows: list[int], length: int) -> str:
        frequency = float(sum(1 for how in hows if how >= _FIRST_PLACE))
        if not frequency:
            return _ANCHORED if _ANCHOR in hows else _ABOVE_ONLY
        if _TITLED in hows:
            frequency *= TITLE
        if _DEFINED in hows:
            frequency += DEFINITION
        if _ABOVE in hows:
            frequency += PLACE
        return _level_code(frequency, length)

    def _other(self, piece: str, at: int) -> int:
        """Mark the keys of a piece that is new or not plainly one key; the place after it."""
        words = tuple(self._tokeniser.words(piece))
        if len(words) == 1 and len(words[0].parts) == 1 and not words[0].aliases:
            # A bound on memory: numbers and symbols are ever new.
            if len(self._plain) >= _MOST_PLAIN:
                self._plain.clear()
            self._plain[piece] = self._append(words[0].parts[0])
        for word in words:
            first = at
            for part in word.parts:
                self._append(part)(at)
                at += 1
            if word.joined:
                self.spans.add(word.joined)
                self._append(word.joined)(first)
                self._append(word.joined)(at - 1)
            for alias in word.aliases:
                self._append(alias)(first)
        return at

    def _append(self, key: str) -> _Append:
        marks = self._marks.get(key)
        if marks is None:
            marks = self._marks[key] = array("Q")
        return marks.append

    def _appends(self, texts: Iterable[str]) -> tuple[_Append, ...]:
        keys = dict.fromkeys(key for text in texts for key in self._tokeniser.keys(text))
        return tuple(self._append(key) for key in keys)

    def _place(self, path: tuple[str, ...]) -> tuple[_Append, ...]:
        appends = self._place_keys.get(path)
        if appends is None:
            if len(self._place_keys) > 500:  # noqa: PLR2004 - a bound on memory, entries come in order
                self._place_keys.clear()
            appends = self._place_keys[path] = self._appends(path)
        return appends


class _Levels(dict[int, str]):
    """The codes of the level of a key that stands once, by the length of the entry."""

    def __missing__(self, length: int) -> str:
        """Work one out and keep it."""
        coded = self[length] = _level_code(1.0, length)
        return coded


@cache
def _level_code(frequency: float, length: int) -> str:
    return ALPHABET[level(frequency, length)]


def writable(key: str) -> bool:
    """Whether a key can stand in a shard: its parts are parted by signs that no word has."""
    return SEPARATOR not in key and HALF not in key


def _held(marks: Iterable[int]) -> int:
    """How many places the marks tell."""
    return sum(1 for mark in marks if mark & _HOW >= _FIRST_PLACE)


def _searched(entry: Entry) -> str:
    if entry.kind is Kind.PARAGRAPH:
        return entry.text
    return "\n".join(part for part in (entry.title, entry.long_form, entry.text) if part)


def _anchors(entry: Entry) -> Iterable[str]:
    _, _, fragment = entry.location.partition("#")
    return [f"#{name}" for name in dict.fromkeys((fragment, *entry.ids)) if name]
