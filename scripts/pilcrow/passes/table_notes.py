"""Notes under tables: their letters begin anew with each table, so they are no footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pilcrow.model import Indicator, Inline, Inlines, Table, Text
from pilcrow.readers.reading import Block, BlockKind, Known


def keep_table_marks(
    blocks: Sequence[Block], notes: Sequence[str], *, as_typed: bool = False
) -> tuple[Block, ...]:
    """Make words of the letters that point to notes under a table, and of those before the notes.

    Of a source `as_typed`, a text right below a table that begins with a raised letter is such a
    note, whatever its style.
    Such a letter means something only beside its table, where its note stands too. A letter that
    a footnote of the report has (`notes`) stays its indicator. No word changes.
    """
    footnotes = frozenset(notes)
    if as_typed:
        blocks = tuple(_with_notes_below(blocks, footnotes))
    letters = {
        first.mark
        for block in blocks
        if block.known is Known.TABLE_NOTE
        and block.inlines
        and isinstance(first := block.inlines[0], Indicator)
    }

    def is_local(inline: Inline) -> bool:
        return (
            isinstance(inline, Indicator) and inline.mark.isalpha() and inline.mark not in footnotes
        )

    def kept(block: Block) -> Block:
        if block.table is not None:
            rows = tuple(tuple(_words(cell, is_local) for cell in row) for row in block.table.rows)
            return replace(block, table=Table(rows=rows, place=block.table.place))
        if block.known is Known.TABLE_NOTE:
            return replace(block, inlines=_words(block.inlines, is_local))
        if not letters:
            return block
        return replace(
            block,
            inlines=_words(
                block.inlines,
                lambda inline: (
                    is_local(inline) and isinstance(inline, Indicator) and inline.mark in letters
                ),
            ),
        )

    return tuple(map(kept, blocks))


def _with_notes_below(blocks: Sequence[Block], footnotes: AbstractSet[str]) -> Iterator[Block]:
    """The blocks with the notes right below each table known as such."""
    below = False
    for block in blocks:
        is_note = below and block.known in {None, Known.TEXT} and _has_letter(block, footnotes)
        below = block.table is not None or (below and (is_note or block.known is Known.TABLE_NOTE))
        yield replace(block, kind=BlockKind.TEXT, known=Known.TABLE_NOTE) if is_note else block


def _has_letter(block: Block, footnotes: AbstractSet[str]) -> bool:
    first = block.inlines[0] if block.inlines else None
    return isinstance(first, Indicator) and first.mark.isalpha() and first.mark not in footnotes


def _words(inlines: Inlines, is_local: Callable[[Inline], bool]) -> Inlines:
    """The inlines with each such mark as a word of its own."""
    result: list[Inline] = []
    for index, inline in enumerate(inlines):
        if isinstance(inline, Indicator) and is_local(inline):
            before = " " if result else ""
            after = " " if _begins_a_word(inlines[index + 1 : index + 2]) else ""
            result.append(Text(value=f"{before}{inline.mark}{after}", place=inline.place))
        else:
            result.append(inline)
    return tuple(result)


def _begins_a_word(following: Inlines) -> bool:
    return any(isinstance(each, Text) and each.value[:1].isalnum() for each in following)
