"""What of a resolution has no number: the texts before its paragraph 1, and its last lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.model import plain
from pilcrow.passes.body import OPENING
from pilcrow.passes.dates import DATE
from pilcrow.passes.items import finished
from pilcrow.passes.labels import PARAGRAPH_NUMBER
from pilcrow.readers.reading import Block, BlockKind, Known

_LONGEST = 60
"""Blocks; a preamble that goes on for longer is none."""


def know_preambles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Know the texts of a preamble as whole: they have no numbers, and none was lost.

    A preamble begins with the organ alone on its line, "The General Assembly,", and ends before
    the next number or heading. Without a number behind it, it is none.
    """
    return tuple(_known(blocks))


_MEETING = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|e|ª|-е)\s+(?:(?:plenary|closed|resumed)\s+)?"
    r"(?:meeting|séance(?: plénière)?|sesión(?: plenaria)?|(?:пленарное )?заседание)"
    rf"(?:\s+{DATE.pattern})?",
    re.IGNORECASE,
)


def know_closings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Know the lines below a resolution: the meeting that adopted it, and its date.

    Each stands alone on its line behind a whole text: "1st plenary meeting", "29 September 2023".
    """
    result: list[Block] = []
    for block in blocks:
        before = result[-1] if result else None
        result.append(_closing(block, before) if before is not None else block)
    return tuple(result)


def _closing(block: Block, before: Block) -> Block:
    text = plain(block.inlines).strip()
    is_text = block.floating is None and block.known in {None, Known.TEXT, Known.SIGNATURE}
    whole = finished(plain(before.inlines), member=True)
    is_meeting = whole and bool(_MEETING.fullmatch(text))
    is_date = bool(DATE.fullmatch(text) and _MEETING.fullmatch(plain(before.inlines).strip()))
    if is_text and (is_meeting or is_date):
        return replace(block, kind=BlockKind.TEXT, known=Known.SIGNATURE)
    return block


def _known(blocks: Sequence[Block]) -> Iterator[Block]:
    end = 0
    for index, block in enumerate(blocks):
        if index >= end and block.floating is None and OPENING.fullmatch(plain(block.inlines)):
            end = _end(blocks, index)
        if index < end and block.known is None and block.kind is BlockKind.TEXT:
            yield replace(block, known=Known.TEXT)
        else:
            yield block


def _end(blocks: Sequence[Block], start: int) -> int:
    """Index of the number or heading behind a preamble; the start where none is near."""
    for index in range(start + 1, min(start + _LONGEST, len(blocks))):
        block = blocks[index]
        if block.kind is BlockKind.HEADING:
            return start
        if PARAGRAPH_NUMBER.match(plain(block.inlines)):
            return index
    return start
