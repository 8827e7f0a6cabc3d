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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pilcrow.search.entry import Entry, Kind
from pilcrow.search.words import Tokeniser, fold

K1 = 1.2
B = 0.6
AVERAGE = 90
HIGHEST = 20
TITLE = 0.7
DEFINITION = 3.0
PLACE = 0.3
LINE_GAP = 6
"""Places skipped between two lines, so that no phrase runs from a paragraph into its footnote."""


def level(frequency: float, length: int) -> int:
    """The level 1 to 20 of a frequency in an entry of so many words; rises with the frequency."""
    ratio = frequency / (K1 * (1 - B + B * length / AVERAGE))
    return max(1, min(HIGHEST, 6 + round(2 * math.log2(ratio))))


@dataclass(slots=True)
class Posting:
    """What one key gathers: steps from entry to entry, a level for each, and the places.

    `counts` holds one less than the places of each entry that has some, `places` the first place
    of each and the steps, less one, to the others. Kept apart, like values pack tighter.
    """

    docs: array[int]
    levels: array[int]
    counts: array[int]
    places: array[int]
    last: int = 0
    spans: bool = False
    """Whether it is a joined word, which is listed at its first and last place."""


class Postings:
    """Gathers the postings of entries given one after another."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        """Start with nothing; `tokeniser` is shared with the rest of the builder."""
        self.of: dict[str, Posting] = {}
        self._tokeniser = tokeniser
        self._levels: dict[tuple[float, int], int] = {}
        self._place_keys: dict[tuple[str, ...], frozenset[str]] = {}

    def add(self, doc: int, entry: Entry) -> None:
        """Add an entry; `doc` is one more than the last."""
        places, length = self._places(_searched(entry))
        heading = entry.kind is not Kind.PARAGRAPH
        titled = frozenset(self._tokeniser.keys(entry.title)) if heading else frozenset()
        defined = frozenset(
            key
            for term in entry.defines
            for key in self._tokeniser.keys(f"{term.short} {term.long}")
        )
        place = self._place(entry.path)
        for key, found in places.items():
            frequency = float(len(found))
            if key in titled:
                frequency *= TITLE
            if key in defined:
                frequency += DEFINITION
            if key in place:
                frequency += PLACE
            self._append(key, doc, self._level(frequency, length), found)
        for key in place:
            if key not in places:
                self._append(key, doc, 0, None)
        for anchor in _anchors(entry):
            self._append(anchor, doc, 1, None)

    def _places(self, text: str) -> tuple[dict[str, list[int]], int]:
        places: dict[str, list[int]] = {}
        at = 0
        length = 0
        for line in text.split("\n"):
            start = at
            for word in self._tokeniser.words(line):
                parts = word.parts
                first = at
                for part in parts:
                    found = places.get(part)
                    if found is None:
                        places[part] = [at]
                    else:
                        found.append(at)
                    at += 1
                if word.joined:
                    places.setdefault(word.joined, []).extend((first, at - 1))
                    self._spanning(word.joined)
                for alias in word.aliases:
                    places.setdefault(alias, []).append(first)
            length += at - start
            at += LINE_GAP
        return places, length

    def _spanning(self, key: str) -> None:
        posting = self.of.get(key)
        if posting is None:
            posting = self.of[key] = _new_posting()
        posting.spans = True

    def _place(self, path: tuple[str, ...]) -> frozenset[str]:
        keys = self._place_keys.get(path)
        if keys is None:
            if len(self._place_keys) > 500:  # noqa: PLR2004 - a bound on memory, entries come in order
                self._place_keys.clear()
            keys = frozenset(key for title in path for key in self._tokeniser.keys(title))
            self._place_keys[path] = keys
        return keys

    def _level(self, frequency: float, length: int) -> int:
        known = self._levels.get((frequency, length))
        if known is None:
            known = self._levels[frequency, length] = level(frequency, length)
        return known

    def _append(self, key: str, doc: int, weight: int, places: list[int] | None) -> None:
        posting = self.of.get(key)
        if posting is None:
            posting = self.of[key] = _new_posting()
        posting.docs.append(doc - posting.last)
        posting.levels.append(weight)
        posting.last = doc
        if places is None:
            return
        if len(places) == 1:
            posting.counts.append(0)
            posting.places.append(places[0])
            return
        # A joined word can repeat a place that one of its parts took.
        ordered = sorted(set(places))
        posting.counts.append(len(ordered) - 1)
        posting.places.append(ordered[0])
        posting.places.extend(later - earlier - 1 for earlier, later in pairwise(ordered))


def _new_posting() -> Posting:
    return Posting(array("I"), array("B"), array("I"), array("I"))


def _searched(entry: Entry) -> str:
    if entry.kind is Kind.PARAGRAPH:
        return entry.text
    return "\n".join(part for part in (entry.title, entry.long_form, entry.text) if part)


def _anchors(entry: Entry) -> Iterable[str]:
    _, _, fragment = entry.location.partition("#")
    names = dict.fromkeys((fragment, *entry.ids))
    return tuple(f"#{name}" for name in names if name)


def without_idle_cases(of: Mapping[str, Posting]) -> dict[str, Posting]:
    """The postings without keys such as `=WACAP` where the capitals tell nothing apart."""
    return {
        key: posting
        for key, posting in of.items()
        if not key.startswith("=") or len(of[fold(key[1:])].places) > len(posting.places)
    }
