"""Footnotes whose marks are no superscripts: "1/" as up to the 1990s, "*" at a line's start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.model import Indicator, Inline, Inlines, Text
from pilcrow.passes.items import drop_start, leading_text
from pilcrow.readers.reading import Block, BlockKind, Known

_MAY_BE_NOTE = frozenset({None, Known.TABLE_NOTE})
_NOTE = re.compile(r"(?P<mark>\d{1,3}|[a-z])/\s+(?=[A-Z\"“(])")
_STAR_NOTE = re.compile(r"(?P<mark>\*{1,3})\s+(?=\S)")
_INDICATOR = re.compile(r"(?<=[A-Za-z.,;:)\"”’\]])\s?(?P<mark>\d{1,3}|[a-z])/(?=[\s.,;:)]|$)")


def read_stroke_marks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Make indicators of such marks: of "1/" where a note that begins so is in the source.

    No word changes. An asterisk at the start of a block is a note's; a list's was taken by the
    reader.
    """
    marks = {
        match["mark"]
        for block in blocks
        if block.kind is not BlockKind.HEADING
        and block.known in {*_MAY_BE_NOTE, Known.TEXT}
        and (match := _NOTE.match(leading_text(block.inlines)))
    }
    return tuple(_marked(block, marks) for block in blocks)


def _marked(block: Block, marks: set[str]) -> Block:
    inlines = block.inlines
    text = leading_text(inlines)
    known = block.known
    match = _NOTE.match(text) or (_STAR_NOTE.match(text) if known in _MAY_BE_NOTE else None)
    start: Inlines = ()
    if match and block.kind is BlockKind.TEXT and known in {*_MAY_BE_NOTE, Known.TEXT}:
        # A text that begins so is a note, however whole it is.
        known = None if known is Known.TEXT else known
        start = (Indicator(mark=match["mark"], place=block.place),)
        inlines = drop_start(inlines, match.end())
    changed = tuple(piece for inline in inlines for piece in _pieces(inline, marks))
    return replace(block, inlines=(*start, *changed), known=known)


def _pieces(inline: Inline, marks: set[str]) -> Iterator[Inline]:
    if not isinstance(inline, Text):
        yield inline
        return
    end = 0
    for match in _INDICATOR.finditer(inline.value):
        if match["mark"] not in marks:
            continue
        if before := inline.value[end : match.start()]:
            yield replace(inline, value=before)
        yield Indicator(mark=match["mark"], place=inline.place)
        end = match.end()
    if rest := inline.value[end:]:
        yield inline if not end else replace(inline, value=rest)
