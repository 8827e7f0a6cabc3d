"""Which numbered blocks count the report's paragraphs.

Numbers of paragraphs run consecutively through a unit (the body, an annex). Of all blocks that
begin with a number the longest rising chain is the count; what does not fit it is a list inside
a paragraph, a line cut before a number, or a duplicate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

YEARS = range(1900, 2100)
_FAR = 30
"""A step so large that a number like a year is not the next paragraph."""


def number_value(number: str) -> tuple[int, int]:
    """Sort key of a printed number: "54" or "16.147"."""
    whole, _, part = number.partition(".")
    return int(whole), int(part or 0)


def rising_chain(numbers: Sequence[str]) -> frozenset[int]:
    """Indexes of the longest strictly rising chain; of equal numbers the first is kept.

    Runs in n log n (patience sorting; Fredman 1975). Numbers that look like years and stand far
    from those before them are left out.
    """
    if not numbers:
        return frozenset()
    values = [number_value(number) for number in numbers]
    typical = sorted(values)[: max(1, int(len(values) * 0.98))]
    ceiling = typical[-1][0] + _FAR
    tails: list[tuple[int, int]] = []
    tail_index: list[int] = []
    before: dict[int, int | None] = {}
    for index, value in enumerate(values):
        if value[0] in YEARS and value[0] > ceiling:
            continue
        position = bisect_left(tails, value)
        before[index] = tail_index[position - 1] if position else None
        if position == len(tails):
            tails.append(value)
            tail_index.append(index)
        elif value < tails[position]:
            tails[position] = value
            tail_index[position] = index
    chain: set[int] = set()
    current = tail_index[-1] if tail_index else None
    while current is not None:
        chain.add(current)
        current = before[current]
    return frozenset(chain)
