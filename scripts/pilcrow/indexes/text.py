"""The paragraphs of a report as recognisers read them: plain text with spans of italics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pilcrow.ids import paragraph_of
from pilcrow.indexes.model import ParagraphText
from pilcrow.model import (
    Content,
    Emphasis,
    Figure,
    Indicator,
    Inlines,
    Passage,
    Report,
    Subparagraph,
    Supplied,
    Table,
    Text,
)


def paragraph_texts(report: Report) -> tuple[ParagraphText, ...]:
    """Every numbered paragraph in reading order, its footnotes behind it.

    The text is that of `pilcrow.tree.paragraph_text`, a space, and the plain text of the notes
    that the paragraph or its subparagraphs point to.
    """
    notes: dict[str, list[Inlines]] = {}
    for note in report.footnotes:
        for holder in dict.fromkeys(paragraph_of(ref) for ref in note.referenced_from):
            notes.setdefault(holder or "", []).append(note.content)
    texts: list[ParagraphText] = []
    for paragraph in report.walk_paragraphs():
        own = tuple(_runs(paragraph.content))
        runs = (*own, *((note, False) for note in notes.get(paragraph.id, ())))
        texts.append(_joined(paragraph.id, paragraph.number, runs))
    return tuple(texts)


_Run = tuple[Inlines | str, bool]
"""Words of one block, and whether they are a table's cell."""


def _runs(content: Sequence[Content]) -> Iterator[_Run]:
    for entry in content:
        match entry:
            case Passage():
                yield entry.inlines, False
            case Table():
                for row in entry.rows:
                    yield from ((cell, True) for cell in row if cell)
            case Figure():
                if entry.caption:
                    yield entry.caption, False
            case Subparagraph():
                yield entry.marker, False
                yield from _runs(entry.content)


def _joined(identifier: str, number: str, runs: Sequence[_Run]) -> ParagraphText:
    """The runs with single spaces between, with where they are in italics or in tables."""
    parts: list[str] = []
    italics: list[tuple[int, int]] = []
    tables: list[tuple[int, int]] = []
    length = 0
    for index, (run, in_table) in enumerate(runs):
        text, spans = (run, ()) if isinstance(run, str) else _plain(run)
        if index:
            length += 1
        if in_table:
            tables.append((length, length + len(text)))
        else:
            italics.extend((start + length, end + length) for start, end in spans)
        parts.append(text)
        length += len(text)
    return ParagraphText(
        id=identifier,
        number=number,
        text=" ".join(parts),
        italics=tuple(italics),
        tables=tuple(tables),
    )


def _plain(inlines: Inlines) -> tuple[str, tuple[tuple[int, int], ...]]:
    """What `pilcrow.model.plain` gives, with the spans of italics in it."""
    characters: list[str] = []
    slanted: list[bool] = []
    for inline in inlines:
        if isinstance(inline, Indicator):
            continue
        value = f"[{inline.value}]" if isinstance(inline, Supplied) else inline.value
        italic = isinstance(inline, Text | Supplied) and inline.emphasis is Emphasis.ITALIC
        for character in value:
            space = character.isspace()
            if space and (not characters or characters[-1] == " "):
                continue
            characters.append(" " if space else character)
            slanted.append(italic)
    if characters and characters[-1] == " ":
        characters.pop()
        slanted.pop()
    return "".join(characters), tuple(_spans(slanted, characters))


def _spans(slanted: Sequence[bool], characters: Sequence[str]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for position, italic in enumerate([*slanted, False]):
        if italic and start is None:
            start = position
        elif not italic and start is not None:
            end = position
            while start < end and characters[start] == " ":
                start += 1
            while end > start and characters[end - 1] == " ":
                end -= 1
            if start < end:
                yield start, end
            start = None
