"""Finds the figures that a page draws with lines and areas: charts, diagrams, maps.

Only a caption tells them from what else is drawn: shades behind tables and boxes, ornaments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pilcrow.passes.captions import is_caption_text
from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.page import Box, Page

NAMES_A_FIGURE = re.compile(
    r"(?:Figure|Chart|Map|Graph|Graphique|Carte|Gráfico|Figura|Mapa|Диаграмма|Рисунок|Карта)\s",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:source|note|sources|fuente|источник)s?\s*:", re.IGNORECASE)
_SMALLEST = 40.0
"""Points, of either side."""
_APART = 24.0
"""Points: parts of a drawing lie so close."""
_TOUCH = 6.0
"""Points: axes and grids touch what they belong to."""
_WHOLE = 0.9
"""Of the page: a larger area is its background."""
_FULL = 0.7
"""Of a column: a line of running text is longer."""
_MOST_PARTS = 4000
_MOST_TITLES = 4
"""Lines of a caption, its name and what unit its numbers have, between its name and the figure."""
_REACH = 1.9
"""Of the size: labels stand so near below a drawing, and below each other."""
_DEPTH = 0.3
"""Of the size: how far letters reach below their baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What part of a page its text stands on, and its lines in reading order."""

    page: Page
    top: float
    bottom: float
    lines: Sequence[Line]
    drawings: tuple[Box, ...] = ()
    """Figures that the page draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure that is drawn: its place, and the lines of words in it."""

    box: Box
    lines: tuple[Line, ...]


def find_drawings(ground: Ground, lines: Sequence[Line], measures: Measures) -> tuple[Drawing, ...]:
    """The figures that a page draws, each with its words; a caption names each of them.

    Args:
        ground: the page with what it draws, and where its text begins and ends.
        lines: its lines of text, from top to bottom.
        measures: what is usual in the document.
    """
    page = ground.page
    named = [at for at, line in enumerate(lines) if _names_one(line)]
    if not named or not 0 < len(page.shapes) <= _MOST_PARTS:
        return ()
    largest = _WHOLE * page.width * page.height
    parts: dict[int, list[Box]] = {}
    for box in _clusters(page):
        if box[1] < ground.top or box[3] > ground.bottom or _area(box) > largest:
            continue
        at = _caption(box, lines, named)
        if at is not None:
            parts.setdefault(at, []).append(box)
    found = (_drawing(_around(boxes), lines, at, measures) for at, boxes in sorted(parts.items()))
    return tuple(each for each in found if each is not None)


def _names_one(line: Line) -> bool:
    text = line.text.strip()
    return bool(NAMES_A_FIGURE.match(text)) and not line.label and is_caption_text(text)


def _clusters(page: Page) -> list[Box]:
    """The areas of a page that shapes near each other take, with the strokes that touch them."""
    boxes = _joined(page.shapes, _APART)
    strokes = [*page.rules, *page.bars]
    while True:
        touching = [each for each in strokes if any(_near(each, box, _TOUCH) for box in boxes)]
        if not touching:
            return boxes
        strokes = [each for each in strokes if each not in touching]
        boxes = _joined((*boxes, *touching), _APART)


def _joined(boxes: Iterable[Box], apart: float) -> list[Box]:
    result: list[Box] = []
    for each in boxes:
        box = each
        while touching := [other for other in result if _near(other, box, apart)]:
            result = [other for other in result if other not in touching]
            box = _around((box, *touching))
        result.append(box)
    return result


def _near(first: Box, second: Box, apart: float) -> bool:
    return (
        first[0] <= second[2] + apart
        and second[0] <= first[2] + apart
        and first[1] <= second[3] + apart
        and second[1] <= first[3] + apart
    )


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _caption(box: Box, lines: Sequence[Line], named: Sequence[int]) -> int | None:
    """The index of the line that names what is drawn: a little above it, or right below."""
    above = [at for at, line in enumerate(lines) if line.y <= box[1] + _TOUCH]
    last = above[-1] if above else -1
    over = [at for at in named if at <= last]
    if over and last - over[-1] < _MOST_TITLES and not _has_prose(lines[over[-1] : last + 1]):
        return over[-1]
    under = [at for at in named if lines[at].y > box[3] - _TOUCH]
    if not under:
        return None
    between = [line for line in lines[: under[0]] if line.y > box[3] + _TOUCH]
    near = len(between) < _MOST_TITLES and not _has_prose(between)
    return under[0] if near else None


def _has_prose(lines: Iterable[Line]) -> bool:
    return any(_is_worded(line) and line.text.endswith((".", ";", ":")) for line in lines) or any(
        line.label and _is_worded(line) for line in lines
    )


def _is_worded(line: Line) -> bool:
    """Whether a line has words, and not only the numbers of an axis."""
    return any(map(str.isalpha, line.text))


def _drawing(box: Box, lines: Sequence[Line], caption: int, measures: Measures) -> Drawing | None:
    """The drawing with its labels; None where running text or another caption stands in it."""
    left, top, right, bottom = box
    if min(right - left, bottom - top) < _SMALLEST:
        return None
    inside = [at for at, line in enumerate(lines) if top < line.y <= bottom + _DEPTH * line.size]
    at = (
        inside[-1] + 1
        if inside
        else next((at for at, line in enumerate(lines) if line.y > bottom), len(lines))
    )
    first = inside[0] if inside else at
    while at < len(lines) and _is_label(lines[at], bottom, measures):
        inside.append(at)
        bottom = lines[at].y + _DEPTH * lines[at].size
        at += 1
    if caption < first - 1 and _is_over(lines[first - 1], lines[caption], box):
        inside.insert(0, first - 1)
    own = [lines[each] for each in inside]
    if (
        inside != list(range(inside[0], inside[0] + len(inside)) if inside else ())
        or caption in inside
        or any(_names_one(line) or _is_running(line, measures) for line in own)
    ):
        return None
    edges = [(line.x0, line.y - line.size, line.x1, line.y + _DEPTH * line.size) for line in own]
    return Drawing(box=_around((box, *edges)), lines=tuple(own))


def _is_over(line: Line, caption: Line, box: Box) -> bool:
    """Whether a line right over a drawing labels it: not set as its caption, and over a part."""
    left, top, right, _ = box
    return (
        top - line.y <= _REACH * line.size
        and not (line.bold or line.italic)
        and left - _APART <= line.x0
        and line.x1 <= right + _APART
        and abs(line.x0 - caption.x0) > _TOUCH
        and line.x1 - line.x0 < _FULL * (right - left)
        and not line.text.startswith("(")
    )


def _is_label(line: Line, bottom: float, measures: Measures) -> bool:
    """Whether a line below a drawing labels its axis or tells its colours: in small type."""
    return (
        line.size < measures.body_size - _DEPTH
        and 0 < line.y - bottom <= _REACH * line.size
        and line.mark is None
        and not line.label
        and not _names_one(line)
        and not _SOURCE.match(line.text)
        and not _is_running(line, measures)
    )


def _is_running(line: Line, measures: Measures) -> bool:
    """Whether a line is of a text, and not of a drawing: it fills its column, or is numbered."""
    width = line.x1 - line.x0
    full = len(line.segments) == 1 and width >= _FULL * line.column.width
    return (
        (full or bool(line.label)) and _is_worded(line) and line.size >= measures.body_size - _DEPTH
    )
