"""Which numbered blocks count, and in which numbering: the body, an annex, a unit of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from pilcrow.model import plain
from pilcrow.passes.drafts import LONGEST_PLAIN_HEADING, Draft, following_draft
from pilcrow.passes.items import begins_low
from pilcrow.passes.labels import (
    HEADING_LABEL,
    LabelKind,
    readings,
)
from pilcrow.passes.numbers import number_value, rising_chain
from pilcrow.passes.restarts import Run, runs
from pilcrow.readers.reading import BlockKind, Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How a numbered block counts: as a paragraph of a unit, or in a list inside a paragraph."""

    unit: int = 0
    """0 for the body or annex, else a numbering of its own."""
    restarts: bool = False
    listed: bool = False


def counted_blocks(drafts: Sequence[Draft]) -> dict[int, Counted]:
    """The blocks that count, by index: the body and each annex have a numbering of their own."""
    chosen: dict[int, Counted] = {}
    span: list[int] = []
    units = count(1)

    def close() -> None:
        chosen.update(_counted_within(drafts, span, units))
        span.clear()

    for index, draft in enumerate(drafts):
        if draft.annex:
            close()
        elif draft.number is not None and (
            draft.sentence
            or draft.block.known is Known.TEXT
            or (
                draft.block.kind is not BlockKind.HEADING
                and not _looks_like_heading(draft, drafts, index)
            )
        ):
            span.append(index)
    close()
    return chosen


def _counted_within(
    drafts: Sequence[Draft], span: Sequence[int], units: Iterator[int]
) -> Iterator[tuple[int, Counted]]:
    """What counts within the body or an annex.

    A numbering that begins anew behind a heading is a unit of its own, any other a list. Where
    nothing is known of the blocks, only a long and whole one behind a heading is a unit; else
    the longest chain is the count, and what does not fit it is left.
    """
    exact = any(drafts[index].block.known is not None for index in span)
    found = runs(
        [drafts[index].number or "0" for index in span],
        [
            _rank(drafts[before + 1 : index])
            for before, index in zip([span[0] - 1, *span], span, strict=False)
        ]
        if span
        else [],
    )
    inner: set[int] = set()
    for run in found:
        members = [span[position] for position in run.members]
        before = span[run.members[0] - 1] if run.members[0] else -1
        headed = _has_heading(drafts[max(0, before + 1) : members[0]])
        if run is found[0] or (not exact and not (headed and _is_whole(run))):
            continue
        inner.update(run.members)
        unit = next(units) if headed else 0
        for index in members:
            yield index, Counted(unit=unit, restarts=index == members[0], listed=not headed)
    rest = [position for position in range(len(span)) if position not in inner]
    chain = (
        range(len(rest))
        if exact and found
        else rising_chain([drafts[span[position]].number or "0" for position in rest])
    )
    first = frozenset(found[0].members) if exact and found else frozenset(rest)
    for position in chain:
        if rest[position] in first:
            yield span[rest[position]], Counted()


def _rank(drafts: Sequence[Draft]) -> int:
    """Rank of the heading that a number stands under: of the last with a label, else the highest.

    0 without a heading.
    """
    headings = [draft.block for draft in drafts if draft.block.kind is BlockKind.HEADING]
    labelled = [
        option.kind.value
        for block in headings
        if (label := HEADING_LABEL.match(plain(block.inlines)))
        for option in readings(label["label"])[-1:]
    ]
    if labelled:
        return labelled[-1]
    return min((block.level or LabelKind.ARABIC.value for block in headings), default=0)


_FEWEST_MEMBERS = 3


def _is_whole(run: Run) -> bool:
    return len(run.members) >= _FEWEST_MEMBERS and not run.gaps


def _has_heading(drafts: Sequence[Draft]) -> bool:
    return any(draft.block.kind is BlockKind.HEADING for draft in drafts)


def _looks_like_heading(draft: Draft, drafts: Sequence[Draft], index: int) -> bool:
    """An unmarked "1. Working groups" whose line ends without a stop, before a numbered text."""
    following = following_draft(drafts, index)
    if len(draft.text.split()) > LONGEST_PLAIN_HEADING or following is None:
        return False
    if following.block.floating is not None or begins_low(following.text):
        return False
    before = next((drafts[i].number for i in range(index - 1, -1, -1) if drafts[i].number), None)
    value = number_value(draft.number or "0")[0]
    next_in_count = before is not None and value == number_value(before)[0] + 1
    return following.number is not None and not (
        next_in_count and number_value(following.number)[0] == value + 1
    )
