"""The head of the first page: masthead and title, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.passes.masthead_fields import is_distribution
from pilcrow.passes.masthead_patterns import AGENDA
from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.paragraphs import ended, is_centred
from pilcrow.readers.reading import Known

_TITLE_LARGER = 1.5
_MASTHEAD = 0.14
"""Of the height of the page: above it only a masthead stands."""
_TITLES = 0.2
"""Of the height: a title stands lower; names of organs in the masthead are large too."""
_LARGE = 12.5
"""Points: larger are only names and titles, at the head of a page."""
_GAP = 1.25
"""Of the size: more between two baselines is a gap."""
_TITLE_GAP = 1.35
"""The same between the lines of a title."""
_PROSE = 0.8
_SESSION = re.compile(
    r"(?:\S+\s+){1,6}(?:session|sesión|сессия)|(?:\S+\s+){1,5}per[ií]odo de sesiones", re.IGNORECASE
)
_FIRST = re.compile(r"(?:I|A|1)\.\s+\S")


HeadLine = tuple[Line, Known | None, int | None]
"""A line of the first page's head, what it is known as, and its rank as a title."""


def head_lines(lines: Sequence[Line], measures: Measures, height: float) -> int:
    """How many lines of the first page are masthead and title.

    They end before the first label of a chapter or paragraph, a box, or two lines of running
    text that fill their column.
    """
    for index, line in enumerate(lines):
        if line.y < _MASTHEAD * height:
            continue
        if (line.label and not line.label.startswith("*")) or _FIRST.match(line.text):
            return index
        if line.text.strip().casefold() in _OPENINGS:
            return index
        following = lines[index + 1] if index + 1 < len(lines) else None
        if (
            following is not None
            and not line.bold
            and _fills(line)
            and not is_centred(line)
            and line.size <= measures.body_size + 0.5
            and (line.column == following.column)
            and abs(following.size - line.size) < 0.3  # noqa: PLR2004
            and not following.label
            and (ended(following) or _fills(following))
        ):
            return index
    return len(lines)


_OPENINGS = frozenset(
    "summary résumé resumen резюме contents sommaire índice содержание introduction".split()
)


def _fills(line: Line) -> bool:
    return line.x1 - line.x0 >= _PROSE * line.column.width and len(line.segments) == 1


def known_of(
    lines: Sequence[Line], measures: Measures, height: float
) -> tuple[tuple[Known | None, int | None], ...]:
    """What each line of the head is: masthead, title (1), subtitle (2), or left to its words."""
    first = _title_start(lines, measures, height)
    if first is None:
        return tuple((None, None) for _ in lines)
    largest = lines[first].size
    result: list[tuple[Known | None, int | None]] = []
    level: int | None = 1
    for index, line in enumerate(lines):
        if index < first:
            result.append((None if line.mark else Known.MASTHEAD, None))
        elif level is not None and line.bold and line.size >= largest - 0.6:
            result.append((Known.TITLE, level))
        elif level is not None and line.bold and line.size > measures.body_size - 0.5:
            level = 2
            result.append((Known.TITLE, level))
        else:
            level = None
            result.append((None, None))
    return tuple(result)


def _title_start(lines: Sequence[Line], measures: Measures, height: float) -> int | None:
    """Index of the title's first line: of the last lines in large bold type below the masthead.

    Names of organs stand above in such type too: before the session and the agenda item, or in the
    upper fifth of a page that names neither.
    """
    masthead = [index for index, line in enumerate(lines) if _is_of_masthead(line)]
    first = masthead[-1] + 1 if masthead else 0
    large = [
        index
        for index, line in enumerate(lines)
        if line.bold
        and index >= first
        and (masthead or line.y > _TITLES * height)
        and line.size >= measures.body_size + _TITLE_LARGER
    ]
    groups: list[list[int]] = []
    for index in large:
        if groups and index == groups[-1][-1] + 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    if not groups:
        return None
    largest = max(lines[index].size for group in groups for index in group)
    titled = [
        group for group in groups if any(lines[index].size >= largest - 0.6 for index in group)
    ]
    return titled[-1][0]


def _is_of_masthead(line: Line) -> bool:
    words = line.text.strip("* ")
    return bool(AGENDA.match(words) or _SESSION.fullmatch(words)) or any(
        is_distribution(segment.text) for segment in line.segments
    )


def stacked(
    head: Sequence[HeadLine],
) -> Iterator[tuple[tuple[Line, ...], Known | None, int | None]]:
    """The parts of the masthead's lines, each a block of its own.

    Words in large type under each other are one part: "United / Nations", the lines of a title.
    """
    parts: list[tuple[list[Line], Known | None, int | None]] = []
    above: list[list[Line]] = []
    for line, known, level in head:
        if known is Known.TITLE and parts and _goes_on(parts[-1], line, level):
            parts[-1][0].append(line)
            continue
        if known is Known.TITLE or line.mark is not None:
            parts.append(([line], known, level))
            continue
        for position, each in enumerate(line.segments):
            part = replace(line, segments=(each,), above=line.above if not position else None)
            over = next((lines for lines in above if _is_stacked(lines[-1], part)), None)
            if over is None:
                over = []
                parts.append((over, known, level))
                above.append(over)
            over.append(part)
    return ((tuple(lines), known, level) for lines, known, level in parts)


def _goes_on(
    part: tuple[list[Line], Known | None, int | None], line: Line, level: int | None
) -> bool:
    """Whether a line of a title goes on with that above it: set alike, without a gap."""
    lines, known, own = part
    return (
        known is Known.TITLE
        and own == level
        and lines[-1].size == line.size
        and line.above is not None
        and line.above <= _TITLE_GAP * line.size
        and line.mark is None
    )


def _is_stacked(over: Line, under: Line) -> bool:
    """Whether a name in type larger than the text goes on right under itself."""
    first, second = over.segments[0], under.segments[0]
    return (
        first.size == second.size > _LARGE
        and abs(first.x0 - second.x0) < 2  # noqa: PLR2004 - points
        and 0 < second.y - first.y <= _GAP * second.size
    )
