"""What one line of a masthead says, whatever stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pilcrow.model import Figure, Indicator, Passage, Table, plain
from pilcrow.passes.items import joined, leading_text
from pilcrow.passes.masthead_patterns import (
    ADOPTED,
    AGENDA,
    CONTENTS,
    DATES,
    ORDINAL,
    PLACE_AND_DATES,
    SESSION,
    STAR_NOTE,
    SUBTITLE,
    SUMMARY,
)
from pilcrow.readers.reading import Block, BlockKind, Known


def words_of(block: Block) -> str:
    """The plain words of a line, without asterisks at its ends."""
    return plain(block.inlines).strip("* ").strip()


def words_with_mark(block: Block) -> str:
    """The words of a line with a footnote mark at its end as plain asterisks."""
    words = plain(block.inlines)
    last = block.inlines[-1] if block.inlines else None
    if isinstance(last, Indicator) and not last.mark.strip("*"):
        return words + last.mark
    return words


def is_note(block: Block) -> bool:
    """A line that begins with a footnote mark; a known text that does so is none."""
    if block.known is not None or not block.inlines:
        return False
    return isinstance(block.inlines[0], Indicator) or bool(
        STAR_NOTE.match(leading_text(block.inlines))
    )


def says_when(words: str) -> bool:
    """Tell whether a line gives the days of a session, with its place or without."""
    return bool(PLACE_AND_DATES.fullmatch(words) or DATES.fullmatch(words))


def is_subtitle(words: str) -> bool:
    """Tell whether a line says what kind of document it is, and whose."""
    return bool(SUBTITLE.fullmatch(words) or ADOPTED.fullmatch(words))


def last_field(blocks: Sequence[Block]) -> int:
    """Index of the last line that says the session, its days or the agenda item; 0 without."""
    last = 0
    for index, block in enumerate(blocks):
        words = words_of(block)
        ends = block.known is Known.TITLE or SUMMARY.fullmatch(words) or CONTENTS.fullmatch(words)
        if block.floating is not None or ends:
            break
        is_session = SESSION.fullmatch(words) and ORDINAL.match(words)
        if is_session or says_when(words) or AGENDA.match(words):
            last = index
    return last


def add_passage(passages: list[Passage] | list[Passage | Table | Figure], block: Block) -> None:
    """Add a line to the last passage where no gap stands between, else as a passage of its own."""
    last = passages[-1] if passages else None
    if isinstance(last, Passage) and not block.gap and block.kind is BlockKind.TEXT:
        passages[-1] = replace(last, inlines=joined(last.inlines, block.inlines))
    else:
        passages.append(Passage(inlines=block.inlines, place=block.place))
