"""A report as one list in reading order: headings, paragraphs, subparagraphs, other text, notes."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.compare.words import folded
from pilcrow.model import (
    Content,
    Figure,
    Indicator,
    Inlines,
    Passage,
    Report,
    Section,
    Subparagraph,
    Table,
    plain,
)
from pilcrow.passes.captions import is_named_caption
from pilcrow.passes.masthead_patterns import CONTENTS
from pilcrow.tree import own_text


class Kind(enum.Enum):
    """What an entry is; the values are the letters of gold lists, but for notes."""

    HEADING = "H"
    PARAGRAPH = "P"
    SUBPARAGRAPH = "S"
    TEXT = "T"
    """Text of no number: passages, and tables row by row."""
    NOTE = "N"


NAMES = {
    Kind.HEADING: ("heading", "headings"),
    Kind.PARAGRAPH: ("paragraph", "paragraphs"),
    Kind.SUBPARAGRAPH: ("subparagraph", "subparagraphs"),
    Kind.TEXT: ("line of other text", "lines of other text"),
    Kind.NOTE: ("footnote", "footnotes"),
}
"""How a kind is called, one of it and many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One heading, paragraph, subparagraph, line or note; `text` is its own, not its members'."""

    kind: Kind
    number: str = ""
    """A heading's label, a paragraph's number, a subparagraph's or note's mark, bare: `a`."""
    text: str
    marks: int = 0
    """How many footnote indicators stand in it."""
    degree: int | None = None
    within: str = ""
    """The id of the numbered paragraph that a subparagraph belongs to."""
    table: bool = False
    """A row of a table."""

    @property
    def key(self) -> str:
        """Its words as comparison sees them; capitals of a heading are a matter of type."""
        text = folded(self.text)
        return text.casefold() if self.kind is Kind.HEADING else text

    def named(self, length: int = 60) -> str:
        """Its kind, number and first words, for a message."""
        text = " ".join(self.text.split())
        short = text if len(text) <= length else f"{text[:length].rstrip()}…"
        name = NAMES[self.kind][0]
        number = f"({self.number})" if self.kind is Kind.SUBPARAGRAPH else self.number
        return f'{name} {number} "{short}"'.replace("  ", " ")


def bare(label: str | None) -> str:
    """A label without brackets and full stops: `(a)` and `a)` are `a`."""
    return (label or "").strip().strip("().").strip()


def outline(report: Report) -> tuple[Entry, ...]:
    """The whole report but its masthead and furniture, in reading order, the notes last."""
    return tuple(_entries(report))


def _entries(report: Report) -> Iterator[Entry]:
    for passage in report.summary:
        yield _text(passage.inlines)
    yield from _loose(report.front_matter)
    for section in report.sections:
        yield from _section(section)
    for annex in report.annexes:
        yield Entry(
            kind=Kind.HEADING,
            number=bare(annex.label) if annex.title else "",
            text=plain(annex.title) or annex.label,
            marks=_marks(annex.title),
            degree=1,
        )
        for section in annex.sections:
            yield from _section(section)
    for note in report.footnotes:
        yield Entry(kind=Kind.NOTE, number=note.indicator, text=plain(note.content))


def _section(section: Section) -> Iterator[Entry]:
    if section.title or section.label:
        yield Entry(
            kind=Kind.HEADING,
            number=bare(section.label),
            text=plain(section.title),
            marks=_marks(section.title),
            degree=section.degree,
        )
    yield from _loose(section.passages)
    for paragraph in section.paragraphs:
        yield Entry(
            kind=Kind.PARAGRAPH,
            number=paragraph.number,
            text=own_text(_running(paragraph.content)),
            marks=_own_marks(_running(paragraph.content)),
        )
        yield from _members(paragraph.content, paragraph.id)
    for child in section.sections:
        yield from _section(child)


def _members(content: Sequence[Content], within: str) -> Iterator[Entry]:
    for entry in content:
        match entry:
            case Subparagraph():
                yield Entry(
                    kind=Kind.SUBPARAGRAPH,
                    number=bare(entry.marker),
                    text=own_text(_running(entry.content)),
                    marks=_own_marks(_running(entry.content)),
                    within=within,
                )
                yield from _members(entry.content, within)
            case Table() | Figure():
                yield from _loose((entry,))
            case Passage() if is_named_caption(entry):
                yield _text(entry.inlines)
            case _:
                pass


def _running(content: Sequence[Content]) -> tuple[Content, ...]:
    """What a paragraph says itself, without the captions of what stands in it."""
    return tuple(entry for entry in content if not is_named_caption(entry))


def _loose(content: Sequence[Content]) -> Iterator[Entry]:
    before: Content | None = None
    for entry in content:
        match entry:
            case Table():
                listed = isinstance(before, Passage) and _names_contents(before)
                again = before if isinstance(before, Table) else None
                rows = _rows(entry, again, merged=not listed)
                yield from (replace(row, table=not listed) for row in rows)
            case Figure():
                if entry.caption:
                    yield _text(entry.caption)
            case Passage():
                yield _text(entry.inlines)
            case Subparagraph():
                yield from _members((entry,), "")
        before = entry


def _names_contents(passage: Passage) -> bool:
    return bool(CONTENTS.fullmatch(plain(passage.inlines).strip()))


def _rows(table: Table, before: Table | None, *, merged: bool) -> Iterator[Entry]:
    """The rows of a table; the words of a head in several rows are sorted, if cells may be merged.

    Which row a merged cell of the head belongs to, no print shows. Rows that a table has in
    common with the one right before it are its head, printed again.
    """
    rows = table.rows
    if before is not None:
        pairs = zip(before.rows, rows, strict=False)
        again = next((at for at, (a, b) in enumerate(pairs) if not _same(a, b)), len(rows))
        rows = rows[again:]
    head = _head_length(rows) if merged and rows == table.rows else 0
    if head > 1:
        words = sorted(word for row in rows[:head] for cell in row for word in plain(cell).split())
        marks = sum(map(_marks, (cell for row in rows[:head] for cell in row)))
        yield Entry(kind=Kind.TEXT, text=" ".join(words), marks=marks)
    for row in rows[head if head > 1 else 0 :]:
        text = " ".join(filter(None, map(plain, row)))
        yield Entry(kind=Kind.TEXT, text=text, marks=sum(map(_marks, row)))


def _same(first: Sequence[Inlines], second: Sequence[Inlines]) -> bool:
    return [plain(cell) for cell in first] == [plain(cell) for cell in second]


def _head_length(rows: Sequence[Sequence[Inlines]]) -> int:
    """How many rows at the start are the head: down to the first cell, and all without one."""
    first = next((at for at, row in enumerate(rows) if row and row[0]), len(rows) - 1)
    length = first + 1
    while length < len(rows) and rows[length] and not rows[length][0]:
        length += 1
    return length


def _text(inlines: Inlines) -> Entry:
    return Entry(kind=Kind.TEXT, text=plain(inlines), marks=_marks(inlines))


def _own_marks(content: Sequence[Content]) -> int:
    return sum(_marks(entry.inlines) for entry in content if isinstance(entry, Passage))


def _marks(inlines: Inlines) -> int:
    return sum(isinstance(inline, Indicator) for inline in inlines)
