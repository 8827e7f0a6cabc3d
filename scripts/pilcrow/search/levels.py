"""Levels: how much a key weighs in an entry.

The weight is BM25F's, worked out at build: the frequency of a key over the fields of an entry
(text 1, title 0.7 as it is short and rises by that, a definition 3 more, place 0.3), saturated by
the entry's length and kept as one of 20 levels. So the browser needs no lengths and adds numbers
only. Level 0 says the key stands in the headings above the entry and not in the entry itself.

A BM25F with k1 = 1.2 and b = 0.6; the average length is a constant, so that the weight of a
paragraph does not change with what else is in the library. Robertson, Zaragoza and Taylor,
"Simple BM25 extension to multiple weighted fields" (2004).
"""

from __future__ import annotations

import math

from pilcrow.search.coding import ALPHABET

K1 = 1.2
B = 0.6
AVERAGE = 90
HIGHEST = 20
TITLE = 0.7
DEFINITION = 3.0
PLACE = 0.3

# What else is known of a key in an entry, one bit each.
ABOVE = 1
TITLED = 2
DEFINED = 4
ANCHOR = 8
FACT_BITS = 4
_ABOVE_ONLY = ALPHABET[0]
_ANCHORED = ALPHABET[1]
# A level comes from the entry's length and, in the lower bits, how often the key stands there.
OFTEN_BITS = 20


def level(frequency: float, length: int) -> int:
    """The level 1 to 20 of a frequency in an entry of so many words; rises with the frequency."""
    ratio = frequency / (K1 * (1 - B + B * length / AVERAGE))
    return max(1, min(HIGHEST, 6 + round(2 * math.log2(ratio))))


class Levels(dict[int, str]):
    """The codes of levels by the entry's length and the frequency, packed into one number."""

    def __init__(self, facts: int) -> None:
        """Know none; `facts` is what else is known of the key in the entry."""
        self._facts = facts

    def __missing__(self, packed: int) -> str:
        """Work one out and keep it."""
        length, frequency = divmod(packed, 1 << OFTEN_BITS)
        coded = self[packed] = _level_code(self._facts, float(frequency), length)
        return coded


def _level_code(facts: int, frequency: float, length: int) -> str:
    if not frequency:
        return _ANCHORED if facts & ANCHOR else _ABOVE_ONLY
    if facts & TITLED:
        frequency *= TITLE
    if facts & DEFINED:
        frequency += DEFINITION
    if facts & ABOVE:
        frequency += PLACE
    return ALPHABET[level(frequency, length)]
