"""Lines of a Markdown source, before anything is decided about them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from pilcrow.model import Place


class LineKind(enum.Enum):
    """What the line's own marks say it is; the passes decide what it really is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank.

    `markup` is what stands after the line's own mark (`#`, `-`), inline marks still in it.
    `gap` says that a blank line or the start of the source stands before it.
    """

    kind: LineKind
    markup: str
    place: Place
    gap: bool
    gap_after: bool = True
    indented: bool = False
    """Four spaces or more stand before it."""
