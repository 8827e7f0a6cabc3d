"""Small made rows and lines, as the passes over a PDF's pages take them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pilcrow.readers.pdf.columns import in_reading_order
from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.page import Box, Page, Run
from pilcrow.readers.pdf.rows import Row, rows

LEFT, RIGHT = 120.0, 480.0
MEASURES = Measures(
    body_size=10.0, leading={10.0: 12.0, 8.5: 10.0}, gutter=None, left=LEFT, right=RIGHT
)
_LETTER = 0.5
"""Of the size: how wide a made letter is."""
_SPACE = 0.25

Words = tuple[float, float, str]
"""Left end, baseline, and words; ` | ` before a number sets off what begins at that point."""


def runs(  # noqa: PLR0913 - how words are set
    words: str,
    x: float,
    y: float,
    *,
    size: float = 10.0,
    bold: bool = False,
    italic: bool = False,
    space: float = _SPACE,
) -> tuple[Run, ...]:
    """The runs of some words: one a word, letters half as wide as the size.

    "text^1" raises the mark behind the text; "@300 text" begins the text at 300 points.
    """
    made: list[Run] = []
    spaced = False
    end = x
    for word in words.split():
        if place := re.fullmatch(r"@(\d+)", word):
            end, spaced = float(place[1]), False
            continue
        start = end + space * size if spaced else end
        text, _, mark = word.partition("^")
        for part, part_size, lift in ((text, size, 0.0), (mark, size * 0.6, size * 0.35)):
            if not part:
                continue
            made.append(
                Run(
                    text=part,
                    x0=start,
                    x1=start + len(part) * _LETTER * part_size,
                    y=y - lift,
                    size=part_size,
                    bold=bold,
                    italic=italic,
                    fixed=False,
                    spaced=spaced and part == (text or mark),
                    artifact=False,
                    space_end=end + _SPACE * size if spaced else start,
                )
            )
            start = made[-1].x1
        end, spaced = start, True
    return tuple(made)


def page(
    *parts: Sequence[Run],
    number: int = 1,
    rules: Sequence[Box] = (),
    bars: Sequence[Box] = (),
    height: float = 800.0,
) -> Page:
    """A page that holds these runs."""
    return Page(
        number=number,
        width=600.0,
        height=height,
        runs=tuple(run for part in parts for run in part),
        turned=(),
        rules=tuple(rules),
        bars=tuple(bars),
        images=(),
        links=(),
        unreadable=0,
    )


def rows_of(own: Page) -> tuple[Row, ...]:
    """The rows of a page."""
    return rows(own.runs)


def lines_of(own: Page, measures: Measures = MEASURES) -> tuple[Line, ...]:
    """The lines of a page in reading order."""
    return in_reading_order(own, rows_of(own), measures, start=1)


def stacked(  # noqa: PLR0913 - how words are set
    *texts: str,
    x: float = LEFT,
    y: float = 200.0,
    leading: float = 12.0,
    size: float = 10.0,
    bold: bool = False,
    italic: bool = False,
) -> tuple[tuple[Run, ...], ...]:
    """Lines of text under each other."""
    return tuple(
        runs(text, x, y + leading * index, size=size, bold=bold, italic=italic)
        for index, text in enumerate(texts)
    )
