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
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pilcrow.search.coding import CODED, CODES, HALF, code, values_in
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


_MOST_PLAIN = 150_000
(_ZERO,) = code(0)
_NOTHING: frozenset[Posting] = frozenset()


def level(frequency: float, length: int) -> int:
    """The level 1 to 20 of a frequency in an entry of so many words; rises with the frequency."""
    ratio = frequency / (K1 * (1 - B + B * length / AVERAGE))
    return max(1, min(HIGHEST, 6 + round(2 * math.log2(ratio))))


@dataclass(slots=True, eq=False)
class Posting:
    """What one key gathers: steps from entry to entry, a level for each, and the places.

    `counts` holds one less than the places of each entry that has some, `places` the first place
    of each and the steps, less one, to the others. Kept apart, like values pack tighter. All are
    gathered as they will be written, a byte or two a number: a library of 100,000 paragraphs has
    ten million places.
    """

    docs: bytearray = field(default_factory=bytearray)
    levels: bytearray = field(default_factory=bytearray)
    counts: bytearray = field(default_factory=bytearray)
    places: bytearray = field(default_factory=bytearray)
    last: int = 0
    spans: bool = False
    """Whether it is a joined word, which is listed at its first and last place."""

    def text(self) -> str:
        """The posting as its shard holds it."""
        return (self.docs + self.levels + HALF.encode() + self.counts + self.places).decode()


@dataclass(slots=True, kw_only=True)
class _Met:
    """Where the keys of one entry stand; most stand once, so no list is made for these."""

    first: dict[Posting, int] = field(default_factory=dict)
    further: dict[Posting, list[int]] = field(default_factory=dict)
    length: int = 0

    def put(self, posting: Posting, place: int) -> None:
        if posting in self.first:
            self.further.setdefault(posting, []).append(place)
        else:
            self.first[posting] = place


class Postings:
    """Gathers the postings of entries given one after another."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        """Start with nothing; `tokeniser` is shared with the rest of the builder."""
        self.of: dict[str, Posting] = {}
        self._tokeniser = tokeniser
        self._levels: dict[tuple[float, int], int] = {}
        self._place_keys: dict[tuple[str, ...], frozenset[Posting]] = {}
        self._plain: dict[str, Posting] = {}
        """Pieces of lines that are one key: nearly all."""

    def add(self, doc: int, entry: Entry) -> None:
        """Add an entry; `doc` is one more than the last."""
        met = self._met(_searched(entry))
        heading = entry.kind is not Kind.PARAGRAPH
        titled = self._keys(entry.title) if heading else _NOTHING
        defined = frozenset(
            posting for term in entry.defines for posting in self._keys(f"{term.short} {term.long}")
        )
        above = self._place(entry.path)
        weighed = titled | defined | above if titled or defined else above
        lone = self._level(1.0, met.length)
        further = met.further
        for posting, place in met.first.items():
            places = further.get(posting)
            level_code = lone
            if places is not None or posting in weighed:
                frequency = 1.0 + (len(places) if places else 0)
                if posting in titled:
                    frequency *= TITLE
                if posting in defined:
                    frequency += DEFINITION
                if posting in above:
                    frequency += PLACE
                level_code = self._level(frequency, met.length)
            step = doc - posting.last
            posting.last = doc
            posting.docs.extend(CODES[step] if step < CODED else code(step))
            posting.levels.append(level_code)
            if places is None:
                posting.counts.append(_ZERO)
                posting.places.extend(CODES[place] if place < CODED else code(place))
            else:
                _put_places(posting, (place, *places))
        for posting in above:
            if posting not in met.first:
                _put(posting, doc, 0)
        for anchor in _anchors(entry):
            _put(self._posting(anchor), doc, 1)

    def _met(self, text: str) -> _Met:
        met = _Met()
        first = met.first
        further = met.further
        plain = self._plain
        at = 0
        length = 0
        for line in text.split("\n"):
            start = at
            for piece in pieces(line):
                posting = plain.get(piece)
                if posting is None:
                    at = self._other(piece, at, met)
                    continue
                if posting not in first:
                    first[posting] = at
                elif posting in further:
                    further[posting].append(at)
                else:
                    further[posting] = [at]
                at += 1
            length += at - start
            at += LINE_GAP
        met.length = length
        return met

    def _other(self, piece: str, at: int, met: _Met) -> int:
        """Put the keys of a piece that is new or not plainly one key; the place after it."""
        words = tuple(self._tokeniser.words(piece))
        if len(words) == 1 and len(words[0].parts) == 1 and not words[0].aliases:
            # A bound on memory: numbers and symbols are ever new.
            if len(self._plain) >= _MOST_PLAIN:
                self._plain.clear()
            self._plain[piece] = self._posting(words[0].parts[0])
        for word in words:
            first = at
            for part in word.parts:
                met.put(self._posting(part), at)
                at += 1
            if word.joined:
                joined = self._posting(word.joined)
                joined.spans = True
                met.put(joined, first)
                met.put(joined, at - 1)
            for alias in word.aliases:
                met.put(self._posting(alias), first)
        return at

    def _posting(self, key: str) -> Posting:
        posting = self.of.get(key)
        if posting is None:
            posting = self.of[key] = Posting()
        return posting

    def _keys(self, text: str) -> frozenset[Posting]:
        return frozenset(self._posting(key) for key in self._tokeniser.keys(text))

    def _place(self, path: tuple[str, ...]) -> frozenset[Posting]:
        keys = self._place_keys.get(path)
        if keys is None:
            if len(self._place_keys) > 500:  # noqa: PLR2004 - a bound on memory, entries come in order
                self._place_keys.clear()
            keys = frozenset(posting for title in path for posting in self._keys(title))
            self._place_keys[path] = keys
        return keys

    def _level(self, frequency: float, length: int) -> int:
        known = self._levels.get((frequency, length))
        if known is None:
            (known,) = code(level(frequency, length))
            self._levels[frequency, length] = known
        return known


def _put(posting: Posting, doc: int, weight: int) -> None:
    """Say that an entry has a key, without places."""
    posting.docs.extend(code(doc - posting.last))
    posting.levels.extend(code(weight))
    posting.last = doc


def _put_places(posting: Posting, places: Sequence[int]) -> None:
    # A joined word can repeat a place that one of its parts took.
    ordered = sorted(set(places))
    posting.counts.extend(code(len(ordered) - 1))
    posting.places.extend(code(ordered[0]))
    for earlier, later in pairwise(ordered):
        posting.places.extend(code(later - earlier - 1))


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

    def idle(key: str, posting: Posting) -> bool:
        return key.startswith("=") and (
            values_in(of[fold(key[1:])].places) <= values_in(posting.places)
        )

    return {key: posting for key, posting in of.items() if not idle(key, posting)}
