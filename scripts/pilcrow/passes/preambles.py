"""The preamble of a resolution: the texts between the organ that decides and paragraph 1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.model import plain
from pilcrow.passes.body import OPENING
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
