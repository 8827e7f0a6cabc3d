"""Numberings inside a numbering: draft resolutions, agenda lists, chapters that begin anew.

A report runs paragraph 1, then a list of agenda items 1 to 12, then paragraph 2, then the
operative paragraphs 1 to n of each draft resolution, then paragraph 3. Which numbering a number
belongs to is decided by what each of them expects next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pilcrow.passes.numbers import YEARS, number_value

_FAR = 30
"""A step so large that the number is most likely no number of a paragraph."""


@dataclass(slots=True)
class Run:
    """One numbering: the indexes of its numbers, and the run that it stands in."""

    members: list[int]
    last: tuple[int, int]
    parent: Run | None
    rank: int
    """Rank of the heading that it stands under."""
    gaps: int = 0
    inner: list[Run] = field(default_factory=list)


def runs(numbers: Sequence[str], ranks: Sequence[int]) -> tuple[Run, ...]:
    """Sort numbers into runs, each of which counts up; those that begin at 1 again are inner ones.

    A number goes to the innermost run that expects it; "1" begins a run; any other goes where it
    leaves the smallest gap. One that fits nowhere is in no run. Behind a heading that closes the
    heading of a run, the runs around it come first.

    Args:
        numbers: as printed.
        ranks: rank of the heading before each number, behind the number before; 0 without one.
    """
    found: list[Run] = []
    stack: list[Run] = []
    for index, number in enumerate(numbers):
        value = number_value(number)
        rank = ranks[index]
        depth = _depth(stack, value, rank)
        if depth is None and value == (1, 0) and rank:
            stack = [*stack[:1], *(run for run in stack[1:] if run.rank < rank)]
        if depth is None and (not stack or value == (1, 0)):
            run = Run(members=[], last=value, parent=stack[-1] if stack else None, rank=rank)
            if run.parent is not None:
                run.parent.inner.append(run)
            found.append(run)
            stack.append(run)
        elif depth is None:
            depth = _nearest(stack, value)
            if depth is None:
                continue
            del stack[depth + 1 :]
            stack[-1].gaps += 1
        else:
            del stack[depth + 1 :]
        stack[-1].members.append(index)
        stack[-1].last = value
    return tuple(found)


def _depth(stack: Sequence[Run], value: tuple[int, int], rank: int) -> int | None:
    """The innermost run that expects just this number; one whose heading is closed comes last."""
    fitting = [depth for depth, run in enumerate(stack) if value in _successors(run.last)]
    standing = [depth for depth in fitting if not depth or not 0 < rank <= stack[depth].rank]
    return max(standing or fitting, default=None)


def _successors(last: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """16 is followed by 17 or 16.1, 16.1 by 16.2 or 17."""
    whole, part = last
    return (whole + 1, 0), (whole, part + 1)


def _nearest(stack: Sequence[Run], value: tuple[int, int]) -> int | None:
    """The run in which the number leaves the smallest gap, if it is small."""
    steps = [
        (value[0] - run.last[0], -depth)
        for depth, run in enumerate(stack)
        if value > run.last and value[0] not in YEARS
    ]
    if not steps or min(steps)[0] > _FAR:
        return None
    return -min(steps)[1]
