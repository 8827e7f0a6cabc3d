"""What every reader gives: one interface for Markdown, Word and PDF sources.

A Markdown source is noise, so its reader gives blocks about which nothing is known and the
passes guess. Word and PDF say much by style, font and position: a reader writes down as facts
what its format says, and nothing that it would have to guess from the words. The passes keep to
the facts and decide only what they leave open. Labels, numbers, degrees and ids are the passes'
matter alone, so that a Word file and a PDF of one report give the same model.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from pilcrow.model import Figure, Furniture, Inlines, Place, Problem, Table

Watch = Callable[[int, int], None]
"""Is told how many pages of a source are read, and how many it has."""


class BlockKind(enum.Enum):
    """What a block is marked as in the source."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    """An item of a list with a bullet; the bullet is no word."""
    TABLE = "table"
    FIGURE = "figure"


class Known(enum.Enum):
    """What a format says a block is, by style, font or position; never a guess from its words."""

    HEADING = "heading"
    """A heading; `Block.level` has its rank where that is known."""
    INNER_ANNEX = "inner-annex"
    """The heading of an annex to a text that the report quotes: a pass says so, no format."""
    TEXT = "text"
    """Running text that begins and ends here: no heading, no note, no part of another block.
    Whether it is a numbered paragraph, a subparagraph or neither is left to the passes."""
    MASTHEAD = "masthead"
    """A line of the masthead: symbol, organ, distribution, date, session, agenda item."""
    TITLE = "title"
    """A line of the report's title or subtitle, or of the title of its agenda item."""
    CONTENTS = "contents"
    """A line of a table of contents, or its heading."""
    IN_FIGURE = "in-figure"
    """Words that are printed in a drawn figure, such as the labels of a chart."""
    CAPTION = "caption"
    """The title of a table or figure, or the line that names its unit."""
    TABLE_NOTE = "table-note"
    """A note under a table; it begins with its indicator where it has one."""
    QUOTE = "quote"
    """A text set off as quoted."""
    SIGNATURE = "signature"
    """The name or the mark that signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a run of text, a list item, a table or a figure, with inline marks read.

    A printed label, number or mark ("I.", "54.", "(a)") stands at the start of the inlines, with
    one space behind it, however the format made it (typed with a tab, numbered automatically).
    """

    kind: BlockKind
    inlines: Inlines
    place: Place
    table: Table | None = None
    figure: Figure | None = None
    """A picture where it stands; its caption is a block before or behind it."""
    indented: bool = False
    """Its first line is indented by four spaces or more (Markdown)."""
    gap: bool = True
    """A blank line stands before it; always, where the format knows its paragraphs."""
    gap_after: bool = True
    known: Known | None = None
    level: int | None = None
    """Rank of a known heading, from 1 for a chapter; of a list item, how deep it is nested."""
    label: str | None = None
    """The label at the start of the inlines, as printed, where a tab, a wide space or automatic
    numbering sets it off: then it is a label and its extent is certain."""

    @property
    def floating(self) -> Table | Figure | None:
        """The table or figure: it interrupts a text and does not end it."""
        return self.table or self.figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote or endnote: its indicator as printed, and its text without it."""

    mark: str
    inlines: Inlines
    place: Place
    inferred: bool = False
    """Its number is not printed: inferred from the gap it fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """Printed words of the source at one place, for the ledger.

    Taken from the source as directly as can be, not from the blocks: the ledger is to find what
    the reader lost on the way. All inlines, labels, notes and furniture with this place must
    hold these words and no others, in order.
    """

    words: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A source, read.

    Always: each word of `lines` is in a block of `head` or `body`, in a note, or in `furniture`.
    """

    lines: tuple[SourceLine, ...]
    """Every place of the source that has words, in order; no place stands twice."""
    head: tuple[Block, ...]
    """What stands before the body: masthead, title, summary, contents, a letter.
    A line of the page is a block here."""
    body: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    """The notes that the format knows as such. Those that only look like notes are blocks."""
    furniture: tuple[Furniture, ...] = ()
    job_number: str | None = None
    symbols: tuple[str, ...] = ()
    """The report's own symbols where only the reader could see them; else read from the head."""
    problems: tuple[Problem, ...] = ()
    addresses_printed: bool = False
    """The addresses of links are words of the source, as in Markdown."""
    as_typed: bool = False
    """The format says where paragraphs begin and end and nothing was recognised or broken: a text
    that ends without a stop does so in the document."""
    as_printed: bool = False
    """The letters are those of the print: nothing was recognised, though what belongs together may
    be told wrong."""
    language: str | None = None
    """The language the file itself declares, an ISO 639-1 code; a hint, not the last word."""


class SourceError(Exception):
    """A source that cannot be read at all; carries the one problem to report."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem; its text is the message."""
        super().__init__(str(problem))
        self.problem = problem
