"""Items: blocks with the role that classification gave them."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pilcrow.model import (
    Figure,
    Indicator,
    Inline,
    Inlines,
    Origin,
    Place,
    Table,
    Text,
    plain,
)
from pilcrow.readers.reading import Known


class Role(enum.Enum):
    """What an item is in the report."""

    HEADING = "heading"
    ANNEX = "annex"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    FLOATING = "floating"
    """A table or figure."""
    LOOSE = "loose"
    """Text without a number: a continuation, a lost number, a stray note, a flush tail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A block with its role; `label` is the heading's label, the number or the mark as printed."""

    role: Role
    label: str | None
    inlines: Inlines
    place: Place
    degree: int = 0
    listed: bool = False
    """The source marks it as an item of a list."""
    floating: Table | Figure | None = None
    origin: Origin = Origin.PRINTED
    known: Known | None = None
    """What the format said about its block."""
    restarts: bool = False
    """A paragraph with which a numbering of its own begins, as that of a draft resolution."""
    unit: int = 0
    """Which numbering a paragraph counts in: 0 that of the body or annex, else one of its own."""

    @property
    def words(self) -> str:
        """The plain text without label."""
        return plain(self.inlines)


_STRAY_NUMBER = re.compile(r"\W{0,3}\d{1,8}\W{0,3}")
_FINISHED = re.compile(r"(?:[.?!:…]|\.\.\.)[\"”’'»)\]*]*$")
_CUT_WORD = re.compile(r"\w-$")
_FINISHED_MEMBER = re.compile(
    r";[\"”’»)]*(?:\s(?:and|or|et|ou|y|o|и|или))?$|,\s(?:and|or|et|ou|y|o|и|или)$"
)


def finished(text: str, *, member: bool = False) -> bool:
    """Tell whether a text ends like a sentence; a member of a list may end with ";" or "; and"."""
    if not text:
        return False
    return bool(_FINISHED.search(text)) or (member and bool(_FINISHED_MEMBER.search(text)))


def begins_low(text: str) -> bool:
    """Tell whether a text begins in the middle of a sentence: a lower-case letter or a comma."""
    first = text.lstrip("\"“‘'([«")[:1]
    return first.islower() or text[:1] in ",;.)"


def is_stray_number(item: Item) -> bool:
    """Tell whether loose text is nothing but a number or signs: most likely a page's."""
    return item.role is Role.LOOSE and bool(_STRAY_NUMBER.fullmatch(item.words))


def leading_text(inlines: Inlines) -> str:
    """The text before the first footnote mark or link; what a label is read from."""
    parts: list[str] = []
    for inline in inlines:
        if not isinstance(inline, Text):
            break
        parts.append(inline.value)
    return "".join(parts)


def drop_start(inlines: Inlines, count: int) -> Inlines:
    """Take `count` characters from the start of the leading text."""
    result: list[Inline] = []
    for inline in inlines:
        if count and isinstance(inline, Text):
            value = inline.value[count:]
            count -= min(count, len(inline.value))
            if value and not result:
                value = value.lstrip() if not count else value
            if value:
                result.append(replace(inline, value=value))
        else:
            result.append(inline)
    return tuple(result)


def joined(first: Inlines, second: Inlines) -> Inlines:
    """Put a continuation behind its beginning, with a space unless a hyphen cut a word."""
    return joined_all((first, second))


def joined_all(pieces: Iterable[Inlines]) -> Inlines:
    """Put pieces one behind the other, with a space between unless a hyphen cut a word."""
    result: list[Inline] = []
    for piece in pieces:
        if result and piece:
            result.extend(_spaced(result[-1], piece))
        else:
            result.extend(piece)
    return tuple(result)


def _spaced(last: Inline, piece: Inlines) -> Inlines:
    start = piece[0]
    cut = isinstance(last, Text) and _CUT_WORD.search(last.value)
    if isinstance(start, Indicator) or (cut and leading_text(piece)[:1].islower()):
        return piece
    if isinstance(start, Text):
        return (replace(start, value=" " + start.value), *piece[1:])
    return (Text(value=" ", place=start.place), *piece)
