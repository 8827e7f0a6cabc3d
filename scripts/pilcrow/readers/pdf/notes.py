"""Finds the notes at the foot of a page, and puts them together over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.page import Box
from pilcrow.readers.pdf.paragraphs import ended

_SMALLER = 0.4
"""Points by which notes are set smaller than the text."""
_RULE_TEXT = re.compile(r"_{4,}|-{5,}|—{3,}")
_PARTED = 1.5
"""Of the size: notes stand further below the text than a line."""
_SHORTEST_RULE = 0.05
_LONGEST_RULE = 0.46
"""Of the width of a full line."""
NOTES_HEADING = re.compile(
    r"(?:end)?notes?|примечания|сноски|notas|\(?notes? de fin\)?", re.IGNORECASE
)
"""What stands over notes that are collected at the end."""
_STROKE_MARK = re.compile(r"(\d{1,3}|[a-z]|\*{1,3})/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The lines of a column, those of the text and those of the notes under it."""

    text: tuple[Line, ...]
    notes: tuple[Line, ...]
    separators: tuple[Line, ...]
    """Rules between both that are typed."""


def split_notes(
    lines: Sequence[Line],
    rules: Sequence[Box],
    measures: Measures,
    *,
    last_note: Line | None,
) -> Area:
    """Part the notes at the foot of a column from its text.

    Args:
        lines: the lines of one column, or of a page set in one.
        rules: the strokes of the page.
        measures: what is usual in the document.
        last_note: the last line of the last note so far, which may go on here.
    """
    start = _start(lines, rules, measures, last_note=last_note)
    if start is None:
        return Area(text=tuple(lines), notes=(), separators=())
    below = lines[start:]
    text = lines[:start]
    separators = [line for line in below if _RULE_TEXT.fullmatch(line.text)]
    return Area(
        text=tuple(text),
        notes=tuple(line for line in below if line not in separators),
        separators=tuple(separators),
    )


def _start(
    lines: Sequence[Line], rules: Sequence[Box], measures: Measures, *, last_note: Line | None
) -> int | None:
    """Index of the first line of the notes, or of the typed rule over them."""
    small = measures.body_size - _SMALLER
    index = len(lines)
    while index and (lines[index - 1].size <= small or _is_rule(lines[index - 1])):
        index -= 1
    for at in range(index, len(lines)):
        if at and NOTES_HEADING.fullmatch(lines[at - 1].text.strip()):
            return None
        if _begins_notes(lines, at, rules, open_note=last_note is not None):
            return at
        if at == index and last_note is not None and _is_rest(lines, at, last_note):
            return at
    return _start_at_rule(lines, rules, index)


def _begins_notes(lines: Sequence[Line], at: int, rules: Sequence[Box], *, open_note: bool) -> bool:
    line = lines[at]
    if _is_rule(line):
        following = lines[at + 1] if at + 1 < len(lines) else None
        return following is not None and (
            _is_numbered(following) or (open_note and _goes_on(lines, at + 1))
        )
    if _is_numbered(line):
        return True
    return open_note and _rule_above(lines, at, rules) and _goes_on(lines, at)


def _is_rest(lines: Sequence[Line], at: int, last_note: Line) -> bool:
    """Whether the small lines at a page's foot go on with a note that broke off in mid-sentence."""
    line = lines[at]
    return (
        not ended(last_note)
        and abs(line.size - last_note.size) <= _SMALLER
        and line.page == last_note.page + 1
        and (line.above is None or line.above > _PARTED * line.size)
        and _goes_on(lines, at)
    )


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a text in one column of words follows, as the rest of a note; not a table."""
    rest = [line for line in lines[at:] if not line.mark]
    return all(len(line.segments) == 1 or line.label for line in rest)


def _start_at_rule(lines: Sequence[Line], rules: Sequence[Box], lowest: int) -> int | None:
    """Notes as large as the text, known by the rule over them and their marks."""
    for at in range(lowest - 1, 0, -1):
        line = lines[at]
        if _is_rule(line) and at + 1 < len(lines) and _is_marked(lines[at + 1]):
            return at
        if _is_marked(line) and _rule_above(lines, at, rules):
            return at
    return None


def _is_rule(line: Line) -> bool:
    return bool(_RULE_TEXT.fullmatch(line.text))


def _is_numbered(line: Line) -> bool:
    mark = line.mark
    return mark is not None and not mark.isalpha()


def _is_marked(line: Line) -> bool:
    return _is_numbered(line) or bool(_STROKE_MARK.match(line.text))


def _rule_above(lines: Sequence[Line], at: int, rules: Sequence[Box]) -> bool:
    """Whether a short rule, alone on its level, stands between a line and the one before."""
    line = lines[at]
    upper = lines[at - 1].y + 2.5 if at else 0.0
    width = line.column.width
    for left, top, right, bottom in rules:
        if not upper < top < line.y - line.size * 0.5:
            continue
        if not _SHORTEST_RULE * width <= right - left <= _LONGEST_RULE * width:
            continue
        level = [
            other
            for other in rules
            if abs(other[1] - top) < 1 and other != (left, top, right, bottom)
        ]
        if not level and left < line.column.left + 0.15 * width:
            return True
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLines:
    """A note as its mark and its lines, the first with the mark."""

    mark: str
    lines: tuple[Line, ...]


def gather(lines: Sequence[Line]) -> tuple[tuple[NoteLines, ...], tuple[Line, ...]]:
    """Put the lines of notes together, page by page; a line without a mark goes on.

    Returns:
        The notes, and the lines before the first mark, which belong to no note here.
    """
    stray: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    for line in lines:
        mark = line.mark
        stroke = _STROKE_MARK.match(line.text) if mark is None and line.label is None else None
        if mark is not None:
            notes.append((mark, [line]))
        elif stroke is not None and not notes:
            stray.append(line)
        elif notes:
            notes[-1][1].append(line)
        else:
            stray.append(line)
    return tuple(NoteLines(mark=mark, lines=tuple(own)) for mark, own in notes), tuple(stray)
