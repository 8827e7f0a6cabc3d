"""Lines of a source, before anything is decided about them."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from pilcrow.model import Inlines, Place, Problem, Table


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


class BlockKind(enum.Enum):
    """What a block is marked as in the source."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a run of text lines, a list item or a table, with inline marks read."""

    kind: BlockKind
    inlines: Inlines
    place: Place
    table: Table | None = None
    indented: bool = False
    """Its first line is indented by four spaces or more."""


class SourceError(Exception):
    """A source that cannot be read at all; carries the one problem to report."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem; its text is the message."""
        super().__init__(str(problem))
        self.problem = problem
