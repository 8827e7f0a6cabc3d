"""The keys in order, with what leads on from each to its postings and relatives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from pilcrow.search.coding import ALPHABET, HALF, SEPARATOR, encode, signed
from pilcrow.search.postings import Posting

_SHORTEST_SPLIT = 4


def in_order(keys: Sequence[str]) -> tuple[str, ...]:
    """Keys sorted as JavaScript compares strings, by UTF-16 code unit."""
    if all(map(str.isascii, keys)):
        # Both orders are the same, and Python's own is found in half the time.
        return tuple(sorted(keys))
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
        if len(family) == 1:
            continue
        for number, following in zip(family, family[1:] + family[:1], strict=True):
            steps[number] = following - number
    return tuple(steps)


def split(key: str, of: Collection[str]) -> int:
    """Where a solid word parts into two that also occur (`whistle|blower`); 0 for nowhere."""
    if len(key) < 2 * _SHORTEST_SPLIT or not key.isalpha():
        return 0
    for cut in range(_SHORTEST_SPLIT, len(key) - _SHORTEST_SPLIT + 1):
        if key[:cut] in of and key[cut:] in of:
            return cut
    return 0


def front_coded(keys: Sequence[str]) -> str:
    """Keys in order, each as how much it shares with the one before, a character, and the rest."""
    coded: list[str] = []
    before = ""
    longest = len(ALPHABET) - 1
    shared = 0
    for key in keys:
        # Keys in order share about as much as the two before them: the length is sought from there.
        most = min(len(before), len(key), longest)
        shared = min(shared, most)
        while key[:shared] != before[:shared]:
            shared -= 1
        while shared < most and key[shared] == before[shared]:
            shared += 1
        coded.append(ALPHABET[shared] + key[shared:])
        before = key
    return SEPARATOR.join(coded)


def words_text(words: Sequence[str], counts: Sequence[int]) -> str:
    """Words in order, and how many entries have each: what near words are sought in."""
    return front_coded(words) + HALF + encode(counts)


def keys_text(
    keys: Sequence[str], facts: Sequence[tuple[int, int]], postings: Sequence[Posting]
) -> str:
    """Keys in order, two facts for each (step to the next relative; cut and span), and postings.

    The four codes of the postings stand apart, those of one kind together.
    """
    numbers = [value for step, form in facts for value in (signed(step), form)]
    return HALF.join(
        (
            front_coded(keys),
            encode(numbers),
            SEPARATOR.join(one.docs for one in postings),
            SEPARATOR.join(one.levels for one in postings),
            SEPARATOR.join(one.counts for one in postings),
            SEPARATOR.join(one.places for one in postings),
        )
    )
