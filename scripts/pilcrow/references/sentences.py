"""Where sentences begin: a bare number takes its body from its own sentence only."""

from __future__ import annotations

import re
from bisect import bisect_right

_STOP = re.compile(r"[.!?][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]{0,3}[^\W_a-z])")
_LAST_WORD = re.compile(r"((?:[^\W\d_]|\.){1,8})\Z")
_OPENS = "\"'“‘«([ "
_ABBREVIATIONS = frozenset(
    "para paras no nos art arts chap chaps sect sects vol vols ibid cf p pp mr ms mrs dr st "
    "fig e.g i.e cit op "
    # French, Spanish and Russian
    "voir sect cap caps secc parr parrs párr párrs núm núms al "
    "см п пп ст гл разд г гг т тт т.е т.д".split()
)


class Sentences:
    """The sentences of one text, by offset.

    A doubtful full stop ends a sentence: too short a sentence costs a link, too long a one
    would give a number the body of its neighbour.
    """

    def __init__(self, text: str) -> None:
        """Split `text` once; every question afterwards is a binary search."""
        starts = [0]
        for stop in _STOP.finditer(text):
            word = _LAST_WORD.search(text, max(0, stop.start() - 8), stop.start())
            if (
                text[stop.start()] == "."
                and word is not None
                and word.group(1).lower().lstrip(".") in _ABBREVIATIONS
            ):
                continue
            if text[stop.end() : stop.end() + 4].lstrip(_OPENS)[:1].islower():
                continue
            starts.append(stop.end())
        self._starts = tuple(starts)
        self._length = len(text)

    def index(self, offset: int) -> int:
        """Count of the sentence that holds `offset`, from 0."""
        return bisect_right(self._starts, offset) - 1

    def span(self, index: int) -> tuple[int, int]:
        """Start and end of a sentence."""
        following = index + 1
        end = self._starts[following] if following < len(self._starts) else self._length
        return self._starts[index], end
