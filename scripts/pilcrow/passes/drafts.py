"""Drafts: blocks with what their beginning could be, before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pilcrow.model import plain
from pilcrow.passes.annexes import is_annex
from pilcrow.passes.items import finished, leading_text
from pilcrow.passes.labels import (
    PARAGRAPH_NUMBER,
)
from pilcrow.readers.reading import Block, BlockKind, Known

LONGEST_HEADING = 60
"""Words; a longer block is not a heading whatever it is marked as."""
LONGEST_PLAIN_HEADING = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block with what its beginning could be."""

    block: Block
    text: str
    number: str | None
    number_end: int
    annex: bool
    sentence: bool


def draft_of(block: Block, before: Block | None) -> Draft:
    """The draft of a block that stands behind another."""
    text = leading_text(block.inlines)
    match = PARAGRAPH_NUMBER.match(text)
    if block.known is not None:
        match = _known_number(block, text, match)
    whole = plain(block.inlines)
    return Draft(
        block=block,
        text=text,
        number=match["number"].rstrip(".") if match else None,
        number_end=match.end() if match else 0,
        annex=is_annex(block, before),
        sentence=block.known is not Known.HEADING
        and (finished(whole, member=True) or len(whole.split()) > LONGEST_HEADING),
    )


_LABEL_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:\.\d{1,3})?)\.?(?:\s+|$)")


def _known_number(block: Block, text: str, match: re.Match[str] | None) -> re.Match[str] | None:
    """The number of a block of which something is known: only running text has one.

    Where the label is set off, it is the number or there is none.
    """
    if block.known is not Known.TEXT or block.kind is BlockKind.ITEM:
        return None
    if block.label is None:
        return match
    number = _LABEL_NUMBER.match(text)
    return number if number and number.group().strip() == block.label.strip() else None


def following_draft(drafts: Sequence[Draft], index: int) -> Draft | None:
    """The draft behind this one; None at the end."""
    return drafts[index + 1] if index + 1 < len(drafts) else None
