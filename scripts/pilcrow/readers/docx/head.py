"""The head of a Word file: which of its lines may be fields, and what the agenda item is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pilcrow.model import Emphasis, Place, plain
from pilcrow.passes.items import finished
from pilcrow.passes.masthead_lines import is_subtitle, says_when
from pilcrow.passes.masthead_patterns import AGENDA
from pilcrow.readers.docx.paragraphs import is_whole
from pilcrow.readers.reading import Block, BlockKind, Known

_LONGEST_LINE = 25
"""Words of a line of a head that may be a field of the masthead or a title."""


def head_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of the head: a short text there may be a field, so its words decide.

    Lines right behind the agenda item are its title. A picture before any text is an emblem.
    """
    item_title = range(0)
    for index, block in enumerate(blocks):
        words = plain(block.inlines)
        if block.figure is not None and is_emblem(block.place, blocks):
            continue
        if index in item_title:
            yield replace(block, kind=BlockKind.TEXT, known=Known.MASTHEAD)
        elif _is_plain(block) and AGENDA.match(words):
            item_title = range(index + 1, index + 1 + _item_title(blocks[index + 1 :]))
            yield replace(block, kind=BlockKind.TEXT, known=None)
        else:
            short = _is_short(block)
            yield replace(block, known=None) if block.known is Known.TEXT and short else block


def is_emblem(place: Place, head: Sequence[Block]) -> bool:
    """Tell whether a picture stands among the lines of the masthead, before any text."""
    return any(place < block.place for block in takewhile(_is_short, head))


def _item_title(behind: Sequence[Block]) -> int:
    """How many of the lines behind an agenda item are its title.

    Bold lines are, or the one plain line over the report's title. Where no style says which line
    is the report's, the last bold one is.
    """
    bold = len(list(takewhile(_is_bold, behind)))
    titled = any(block.known is Known.HEADING for block in behind[bold : bold + 1])
    if titled or any(block.known is Known.TITLE for block in behind):
        return bold or int(_is_line(behind[:1]))
    if bold:
        return bold - 1
    return int(_is_line(behind[:1]) and any(map(_is_set_off, behind[1:2])))


def _is_plain(block: Block) -> bool:
    return block.known in {None, Known.TEXT} and block.floating is None


def _is_bold(block: Block) -> bool:
    """A line set in bold throughout, which a file without styles may have as a heading."""
    return _is_plain(block) and _is_set_off(block) and not _says_what(plain(block.inlines))


def _is_set_off(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or is_whole(block.inlines, Emphasis.BOLD)


def _is_line(blocks: Sequence[Block]) -> bool:
    """A short line of plain text that names neither days nor the kind of the document."""
    return any(
        _is_plain(block)
        and _is_short(block)
        and not finished(plain(block.inlines), member=True)
        and not _says_what(plain(block.inlines))
        for block in blocks
    )


def _says_what(words: str) -> bool:
    words = words.strip("* ")
    return is_subtitle(words) or says_when(words)


def _is_short(block: Block) -> bool:
    return len(plain(block.inlines).split()) <= _LONGEST_LINE
