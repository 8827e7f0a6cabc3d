"""Reads a Markdown source into lines, and lines into blocks.

The source is noise: `#` counts, list dashes and bold come from a converter's guess. So the
reader keeps what each line is marked as and decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pilcrow.model import Emphasis, Inlines, Place, Table, Text
from pilcrow.readers.lines import Line, LineKind
from pilcrow.readers.markdown_inline import read_inlines, without_note_colon
from pilcrow.readers.reading import Block, BlockKind

_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+(?P<words>.*?))?(?:\s+#+)?\s*")
_ITEM = re.compile(r"\s*(?:\\?[-+]|[*•·▪–])\s+(?P<words>.*)")
_BOLD_LINE = re.compile(r"\s*\*\*(?P<words>[^*]+)\*\*\s*")
_ROW = re.compile(r"\s*\|.*\|\s*")
RULE_ROW = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*")
_COMMENT = re.compile(r"\s*<!--.*-->\s*|\s*(?:-{3,}|_{3,}|(?:\*\s*){3,}|={3,})\s*|\s*#{1,6}\s*")
_NOTE_START = re.compile(r"<sup>|\[\^[^\]]{1,8}\]:?")
_MARK_START = re.compile(r"(?:\d{1,3}\\?\.|\([a-z]{1,4}\)|[a-z]\))\s+\S")
_FINISHED = re.compile(r"[.:;?!][\"”’)*_]*(?:\s(?:and|or))?\s*$")
_LONGEST_BOLD_HEADING = 200


def read_lines(text: str, source: str) -> tuple[Line, ...]:
    """Give every line that is not blank, in order, with its place."""
    raw = text.split("\n")
    lines: list[Line] = []
    for number, line in enumerate(raw, start=1):
        if not line.strip():
            continue
        gap = number == 1 or not raw[number - 2].strip()
        gap_after = number == len(raw) or not raw[number].strip()
        kind, markup = take_mark(line)
        lines.append(
            Line(
                kind=kind,
                markup=markup,
                place=Place(source=source, line=number),
                gap=gap,
                gap_after=gap_after,
                indented=line.expandtabs(4).startswith("    "),
            )
        )
    return tuple(lines)


def take_mark(line: str) -> tuple[LineKind, str]:
    """What a line is marked as, and its words without the mark (`#`, `-`, bold of a whole line)."""
    if _COMMENT.fullmatch(line):
        return LineKind.COMMENT, line.strip()
    if match := _HEADING.fullmatch(line):
        return LineKind.HEADING, match["words"] or ""
    if match := _BOLD_LINE.fullmatch(line):
        words = match["words"].strip()
        if len(words) <= _LONGEST_BOLD_HEADING and not words.endswith((".", ";", ",", ":")):
            return LineKind.HEADING, words
    if _ROW.fullmatch(line):
        return LineKind.ROW, line.strip()
    if match := _ITEM.fullmatch(line):
        return LineKind.ITEM, match["words"]
    return LineKind.TEXT, line.strip()


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Put lines together: text lines that follow each other without a gap, rows of a table."""
    result: list[Block] = []
    run: list[Line] = []

    def close() -> None:
        if run:
            result.append(_block(run))
            run.clear()

    for line in lines:
        continues = (
            bool(run)
            and not line.gap
            and line.kind in _CONTINUES[run[0].kind]
            and not _starts_anew(line.markup, after=run[-1].markup)
        )
        if not continues:
            close()
        run.append(line)
    close()
    return tuple(result)


def _starts_anew(markup: str, *, after: str) -> bool:
    """A footnote, or a number or mark after a finished sentence, begins a block without a gap."""
    if _NOTE_START.match(markup):
        return True
    return bool(_MARK_START.match(markup)) and bool(_FINISHED.search(after))


_CONTINUES: dict[LineKind, frozenset[LineKind]] = {
    LineKind.HEADING: frozenset(),
    LineKind.TEXT: frozenset({LineKind.TEXT}),
    LineKind.ITEM: frozenset({LineKind.TEXT}),
    LineKind.ROW: frozenset({LineKind.ROW}),
    LineKind.COMMENT: frozenset(),
}


def line_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Each line as a block of its own, as the head needs them; rows are put together."""
    result: list[Block] = []
    rows: list[Line] = []
    for line in lines:
        if rows and (line.kind is not LineKind.ROW or line.gap):
            result.append(_block(rows))
            rows = []
        if line.kind is LineKind.ROW:
            rows.append(line)
        else:
            result.append(replace(_block([line]), gap=line.gap, gap_after=line.gap_after))
    if rows:
        result.append(_block(rows))
    return tuple(result)


def _block(run: Sequence[Line]) -> Block:
    first = run[0]
    if first.kind is LineKind.ROW:
        rows = tuple(_cells(line) for line in run if not RULE_ROW.fullmatch(line.markup))
        table = Table(rows=rows, place=first.place)
        return Block(kind=BlockKind.TABLE, inlines=(), place=first.place, table=table)
    inlines = read_inlines((without_note_colon(line.markup), line.place) for line in run)
    if first.kind is LineKind.HEADING:
        inlines = _without_emphasis(inlines)
    kind = {LineKind.HEADING: BlockKind.HEADING, LineKind.ITEM: BlockKind.ITEM}.get(
        first.kind, BlockKind.TEXT
    )
    return Block(kind=kind, inlines=inlines, place=first.place, indented=first.indented)


def _cells(line: Line) -> tuple[Inlines, ...]:
    inner = line.markup.strip()[1:-1]
    return tuple(read_inlines([(cell, line.place)]) for cell in re.split(r"(?<!\\)\|", inner))


def _without_emphasis(inlines: Inlines) -> Inlines:
    """Bold in a heading is the converter's; italics may be a title's and stay."""
    return tuple(
        replace(inline, emphasis=Emphasis.NONE)
        if isinstance(inline, Text) and inline.emphasis is Emphasis.BOLD
        else inline
        for inline in inlines
    )
