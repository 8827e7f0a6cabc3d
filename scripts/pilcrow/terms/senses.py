"""Senses: one short form may stand for different things in different reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_SMALL = frozenset("the of for on and in to a an de du des la le les y".split())
_SPELT_WITH_S = re.compile(r"is(?=(?:e[ds]?|ing|ations?)$)")
_SPELLINGS = {"centre": "center", "programme": "program", "defence": "defense", "labour": "labor"}
_SHORTEST_PLURAL = 4


def sense_of(long: str | None) -> str:
    """What two long forms have in common exactly where they say the same.

    Capitals, hyphens, small words, plurals and the two spellings of English tell no senses apart:
    "Organisation for Economic Co-operation" is "Organization for Economic Cooperation". Any other
    difference does, and a short form that is never expanded is a sense of its own: "".
    """
    if long is None:
        return ""
    plain = long.casefold().translate({0x2D: None, 0x2010: None, 0x2011: None, 0x2019: "'"})
    words = [word.removesuffix("'s") for word in re.findall(r"[\w'.]+", plain)]
    return " ".join(_folded(word) for word in words if word not in _SMALL) or plain


def usual_form(longs: Iterable[str | None]) -> str | None:
    """The spelling that most use; the first of those used equally often."""
    counts = Counter(long for long in longs if long)
    return max(counts, key=counts.__getitem__) if counts else None


def _folded(word: str) -> str:
    single = word
    if len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(("ss", "us")):
        single = word[:-1]
    return _SPELLINGS.get(single, _SPELT_WITH_S.sub("iz", single))
