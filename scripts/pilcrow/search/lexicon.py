"""The lexicon: every key in order, with what leads on from it to its postings and relatives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pilcrow.search.coding import ALPHABET, HALF, SEPARATOR, encode, signed
from pilcrow.search.postings import Posting

_SHORTEST_SPLIT = 4


def in_order(keys: Sequence[str]) -> tuple[str, ...]:
    """Keys sorted as JavaScript compares strings, by UTF-16 code unit."""
    return tuple(sorted(keys, key=lambda key: key.encode("utf-16-be", "surrogatepass")))


def rings(keys: Sequence[str], stem: Callable[[Sequence[str]], list[str]]) -> tuple[int, ...]:
    """For each key, the steps to the next with the same stem; the last steps back to the first.

    A key that has its stem to itself steps 0. So all forms of a word are found from any of them,
    in every language and without a stemmer in the browser.
    """
    stemmed = [number for number, key in enumerate(keys) if key.isalpha()]
    stems = stem([keys[number] for number in stemmed])
    families: dict[str, list[int]] = {}
    for number, name in zip(stemmed, stems, strict=True):
        families.setdefault(name, []).append(number)
    steps = [0] * len(keys)
    for family in families.values():
        for number, following in zip(family, family[1:] + family[:1], strict=True):
            steps[number] = following - number
    return tuple(steps)


def split(key: str, of: Mapping[str, Posting]) -> int:
    """Where a solid word parts into two that also occur (`whistle|blower`); 0 for nowhere."""
    if len(key) < 2 * _SHORTEST_SPLIT or not key.isalpha():
        return 0
    for cut in range(_SHORTEST_SPLIT, len(key) - _SHORTEST_SPLIT + 1):
        if key[:cut] in of and key[cut:] in of:
            return cut
    return 0


def lexicon_text(keys: Sequence[str], facts: Sequence[tuple[int, int, int]]) -> str:
    """Front-coded keys, then for each (entries, step to the next relative, cut and span).

    Each key begins with the length it shares with the key before, as one character.
    """
    coded: list[str] = []
    before = ""
    longest = len(ALPHABET) - 1
    for key in keys:
        shared = 0
        while shared < min(len(before), len(key), longest) and before[shared] == key[shared]:
            shared += 1
        coded.append(ALPHABET[shared] + key[shared:])
        before = key
    numbers = [value for count, step, form in facts for value in (count, signed(step), form)]
    return SEPARATOR.join(coded) + HALF + encode(numbers)
