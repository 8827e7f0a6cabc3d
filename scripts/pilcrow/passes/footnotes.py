"""Lifts footnotes out of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pilcrow.model import Indicator, Text, plain
from pilcrow.passes.items import begins_low, finished, joined
from pilcrow.readers.reading import Block, BlockKind, Note


def lift_footnotes(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Take every block that begins with a footnote mark out of the text.

    A block that begins low right after a note which does not end like a sentence, where the
    text before the note does end so, is the rest of the note; so is an indented one.
    """
    kept: list[Block] = []
    notes: list[Note] = []
    after_note = False
    for block in blocks:
        first = block.inlines[0] if block.inlines else None
        if isinstance(first, Indicator) and block.known is None:
            notes.append(_note(block, first))
            after_note = True
            continue
        if after_note and block.known is None and _continues_note(block, notes[-1], kept):
            notes[-1] = replace(notes[-1], inlines=joined(notes[-1].inlines, block.inlines))
            continue
        after_note = False
        kept.append(block)
    return tuple(kept), tuple(notes)


def _note(block: Block, mark: Indicator) -> Note:
    inlines = block.inlines[1:]
    if inlines and isinstance(first := inlines[0], Text):
        value = first.value.lstrip()
        inlines = (replace(first, value=value), *inlines[1:])
    return Note(mark=mark.mark, inlines=inlines, place=block.place)


def _continues_note(block: Block, note: Note, before: Sequence[Block]) -> bool:
    text = plain(block.inlines)
    if block.indented and block.kind is BlockKind.TEXT:
        return True
    return (
        block.kind is BlockKind.TEXT
        and begins_low(text)
        and not finished(plain(note.inlines))
        and bool(before)
        and finished(plain(before[-1].inlines), member=True)
    )
