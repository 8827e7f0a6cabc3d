"""Finds where the body of a report begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pilcrow.model import plain
from pilcrow.readers.lines import Line, LineKind
from pilcrow.readers.reading import Block, BlockKind, Known

_CHAPTER_ONE = re.compile(r"[*_\s]*I\.[*_]*\s+\S.*")
_NAMED_ONE = re.compile(
    r"[*_\s]*(?:Chapter|Chapitre|Capítulo|Глава)\s+(?:I|1)(?!\w).*", re.IGNORECASE
)
_SECTION_ONE = re.compile(r"[*_\s]*(?:A|1|[IVX]{1,5})\.[*_]*\s+\S.*")
_PARAGRAPH_ONE = re.compile(r"[*_\s]*1\s?\\?[.][*_]*(?:\s+\S|[A-Z]).*")
_PARAGRAPH = re.compile(r"[*_\s]*\d{1,3}\s?\\?[.][*_]*(?:\s+\S|[A-Z]).*")
OPENING = re.compile(
    r"[*_\s]*(?:The|La|Le|El|L[’']|)\s?(?:\w+ ){0,4}?"
    r"(?:General Assembly|Council|Conference|Commission|Committee|Board|Assemblée générale|Conseil"
    r"|Conférence|Asamblea General|Consejo|Conferencia|Comisión|Генеральная Ассамблея|Совет"
    r"|Конференция|Комиссия)(?: \w+){0,6},[*_\s]*"
)
"""How a resolution begins: the organ that decides, alone before its preamble."""
_SENTENCE_END = re.compile(r"[.;:!?][\"”’)*_]*\s*$")
_TITLE_WORDS = re.compile(
    r"\W*(?:summary|résumé|resumen|report of|note by|letter|contents|rapport"
    r"|informe|доклад|записка|резюме)\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|\.{3,}\s*\d+\s*$")
_LONGEST_HEADING = 200
"""Characters."""


def body_start(lines: Sequence[Line]) -> int:
    """Index of the first line of the body: its first chapter heading, or its first paragraph.

    The chapter heading "I." counts where a heading or a paragraph follows it; entries of a
    table of contents, known by their leaders or because the same heading comes again, do not.
    Where neither stands in the source, the whole of it is head and the result is `len(lines)`.
    """
    candidates = [index for index, line in enumerate(lines) if _begins_body(line)]
    first_paragraph = next(
        (index for index, line in enumerate(lines) if _is_paragraph_one(line)), None
    )
    if first_paragraph is None:
        first_paragraph = next(
            (index for index, line in enumerate(lines) if _is_paragraph(line)), len(lines)
        )
    before = [index for index in candidates if index < first_paragraph]
    opening = [
        index
        for index, line in enumerate(lines[:first_paragraph])
        if OPENING.fullmatch(line.markup) and line.kind is not LineKind.ROW
    ]
    if opening and not before:
        return opening[0]
    if before:
        words = _normal(lines[before[0]])
        again = [index for index in before if _normal(lines[index]) == words]
        return again[-1]
    start = first_paragraph
    while start and _is_body_heading(lines[start - 1]):
        start -= 1
    return start


def split_head(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split the blocks of a Word or PDF file into what stands before the body, and the body.

    By the same rules as `body_start`, and by what is known: the body begins behind the last line
    of a title or masthead that stands before its first numbered text, and a heading of the body
    ("Introduction") may stand before its first paragraph without a label.
    """
    start = body_start([_line(block) for block in blocks])
    titled = [
        index
        for index, block in enumerate(blocks[:start])
        if block.known in {Known.TITLE, Known.MASTHEAD}
    ]
    first = titled[-1] + 1 if titled else _behind_styled_title(blocks, start)
    while start > first and blocks[start - 1].known is Known.HEADING:
        start -= 1
    return tuple(blocks[:start]), tuple(map(_in_body, blocks[start:]))


def _behind_styled_title(blocks: Sequence[Block], start: int) -> int:
    """Where headings of the body may stand if the title is styled as one, as in Geneva.

    Behind the last text, or from a heading on that has the title's rank: "Introduction".
    """
    headings = [index for index in range(start) if blocks[index].known is Known.HEADING]
    if not headings:
        return start
    title = blocks[headings[0]]
    for index in headings[1:]:
        below_text = any(each.known is Known.TEXT for each in blocks[headings[0] : index])
        ranked = (blocks[index].level or 0) <= (title.level or 0)
        if (below_text or ranked) and not _TITLE_WORDS.match(plain(blocks[index].inlines)):
            return index
    return start


def _in_body(block: Block) -> Block:
    """A title inside the body is a heading; a line set like the masthead is text there."""
    if block.known is Known.TITLE:
        return replace(block, kind=BlockKind.HEADING, known=Known.HEADING)
    if block.known is Known.MASTHEAD:
        return replace(block, known=Known.TEXT)
    return block


_NEVER_BODY = frozenset({Known.TITLE, Known.MASTHEAD, Known.CONTENTS, Known.CAPTION})


def _line(block: Block) -> Line:
    """A block as a line that says what the block is marked as."""
    kind = {
        BlockKind.HEADING: LineKind.HEADING,
        BlockKind.TABLE: LineKind.ROW,
        BlockKind.FIGURE: LineKind.ROW,
        BlockKind.ITEM: LineKind.ITEM,
    }.get(block.kind, LineKind.TEXT)
    markup = "" if block.known in _NEVER_BODY else plain(block.inlines)
    return Line(kind=kind, markup=markup, place=block.place, gap=True)


def _normal(line: Line) -> str:
    bare = re.sub(r"(?:\s+\d+(?:[–-]\d+)?)+\s*$", "", line.markup)
    return re.sub(r"\W+", "", bare).casefold()


def _begins_body(line: Line) -> bool:
    markup = line.markup
    if len(markup) > _LONGEST_HEADING or _LEADERS.search(markup) or _SENTENCE_END.search(markup):
        return False
    if _CHAPTER_ONE.fullmatch(markup):
        return line.kind is not LineKind.ROW
    if line.kind is LineKind.HEADING and _NAMED_ONE.fullmatch(markup):
        return True
    return line.kind is LineKind.HEADING and bool(_SECTION_ONE.fullmatch(markup))


def _is_paragraph_one(line: Line) -> bool:
    return bool(_PARAGRAPH_ONE.fullmatch(line.markup)) and _is_paragraph(line)


def _is_paragraph(line: Line) -> bool:
    if line.kind is LineKind.ROW or not _PARAGRAPH.fullmatch(line.markup):
        return False
    return line.kind is not LineKind.HEADING or bool(_SENTENCE_END.search(line.markup))


def _is_body_heading(line: Line) -> bool:
    """A heading right before the first paragraph that is not the report's title or summary."""
    if line.kind is not LineKind.HEADING or _TITLE_WORDS.match(line.markup):
        return False
    return bool(
        re.fullmatch(
            r"\W*(?:introduction|background|overview|general|mandate|purpose|context|scope"
            r"|introducción|введение|généralités|contexte|antecedentes"
            r"|сведения общего характера)\W*",
            line.markup,
            re.IGNORECASE,
        )
    )
