"""Finds tables on a page, by their rules and the columns of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.rows import Glyphs

_RULE_SHARE = 0.34
"""Of the width of the text: shorter rules on a level stand under words."""
_LEVEL = 1.3
_PROSE = 0.7
_TIGHT = 1.3
"""Of the size: lines so close are of one row."""
_FEWEST_ROWS = 3
_ALIGNED = 3.0
_NEAR = 4.0
_INDENT = 40.0
"""How far the first column's words may stand in."""
_HIGHEST_HEAD = 70.0
"""Points between the rules over and under a table's head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is drawn on one level: its height, and where its parts begin and end."""

    y: float
    parts: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its lines, where its columns begin, and its rules."""

    lines: tuple[Line, ...]
    columns: tuple[float, ...]
    rules: tuple[float, ...]
    head: float | None = None
    """Height of the rule under its head."""

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Rows of cells; a cell is the glyphs of one column, line by line."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        row: list[list[tuple[Line, tuple[Glyphs, ...]]]] = [[] for _ in self.columns]
        before: Line | None = None
        spaced = self._spaced()
        for line in self.lines:
            cells = self._cells(line)
            if before is not None and self._new_row(before, line, cells, spaced=spaced):
                yield tuple(tuple(cell) for cell in row)
                row = [[] for _ in self.columns]
            for index, glyphs in cells.items():
                row[index].append((line, tuple(glyphs)))
            before = line
        if before is not None:
            yield tuple(tuple(cell) for cell in row)

    def _spaced(self) -> bool:
        """Whether rows stand further apart than the lines of a cell."""
        steps = [second.y - first.y for first, second in pairwise(self.lines) if second.y > first.y]
        return any(step <= _TIGHT * self.lines[0].size for step in steps) and any(
            step > _TIGHT * self.lines[0].size * 1.05 for step in steps
        )

    def _new_row(
        self, before: Line, line: Line, cells: dict[int, list[Glyphs]], *, spaced: bool
    ) -> bool:
        if any(before.y - 1 < rule < line.y - 1 for rule in self.rules):
            return True
        if self.head is not None and line.y < self.head:
            return False
        if spaced:
            return line.y - before.y > _TIGHT * line.size
        return 0 in cells

    def _cells(self, line: Line) -> dict[int, list[Glyphs]]:
        cells: dict[int, list[Glyphs]] = {}
        last = 0
        for segment in line.segments:
            for position, piece in enumerate(segment.pieces):
                centre = (piece.run.x0 + piece.run.x1) / 2
                index = max(
                    (at for at, start in enumerate(self.columns) if start <= centre + 1), default=0
                )
                if position and not piece.spaced:
                    index = last
                cells.setdefault(index, []).append(piece)
                last = index
        return cells


Cell = tuple[tuple[Line, tuple[Glyphs, ...]], ...]


def find_tables(
    page: Page,
    lines: Sequence[Line],
    measures: Measures,
    *,
    head: float,
    carried: tuple[float, ...] | None = None,
) -> tuple[tuple[int, int, Grid], ...]:
    """Find the tables among the lines of a page: first index, index behind the last, and grid.

    Args:
        page: the page with its strokes.
        lines: its lines of text, from top to bottom.
        measures: what is usual in the document.
        head: the height of the running head; rules above it are its own.
        carried: the columns of a table that may go on from the page before.
    """
    rules = [rule for rule in _levels(page, measures) if rule.y > head and not _under(rule, lines)]
    groups: list[list[Rule]] = []
    for rule in rules:
        if not groups or _parted(groups[-1][-1].y, rule.y, lines, measures):
            groups.append([])
        groups[-1].append(rule)
    found: list[tuple[int, int, Grid]] = []
    if carried and lines and (not rules or lines[0].y < rules[0].y):
        end = _conforming(lines, 0, carried, measures)
        if any(len(line.segments) > 1 for line in lines[:end]):
            found.append((0, end, Grid(lines=tuple(lines[:end]), columns=carried, rules=())))
    for group in groups:
        table = _ruled(group, lines, measures, after=found[-1][1] if found else 0)
        if table is not None:
            found.append(table)
    return tuple(sorted((*found, *_unruled(lines, found)), key=lambda table: table[0]))


def _levels(page: Page, measures: Measures) -> list[Rule]:
    levels: list[tuple[float, list[tuple[float, float]]]] = []
    for left, top, right, _ in sorted(page.rules, key=lambda rule: rule[1]):
        if levels and top - levels[-1][0] <= _LEVEL:
            levels[-1][1].append((left, right))
        else:
            levels.append((top, [(left, right)]))
    width = measures.right - measures.left
    return [
        Rule(y=y, parts=tuple(sorted(parts)))
        for y, parts in levels
        if sum(right - left for left, right in parts) >= _RULE_SHARE * width
    ]


def _under(rule: Rule, lines: Sequence[Line]) -> bool:
    """Whether a rule underlines the words of a line."""
    start, end = rule.parts[0][0], rule.parts[-1][1]
    return any(
        -1 <= rule.y - line.y <= 3.5 and start >= line.x0 - 2 and end <= line.x1 + 4  # noqa: PLR2004
        for line in lines
    )


def _is_prose(line: Line, measures: Measures) -> bool:
    """A line of running text: as large as it, and filling its column."""
    if line.size < measures.body_size - 0.3:
        return False
    full = line.x1 - line.text_start >= _PROSE * line.column.width
    gaps = [second.x0 - first.x1 for first, second in pairwise(line.segments)]
    if line.label:
        gaps = gaps[1:]
    return full and all(gap < 2.2 * line.size for gap in gaps)


def _parted(top: float, bottom: float, lines: Sequence[Line], measures: Measures) -> bool:
    """Whether what stands between two rules ends one table and begins another."""
    between = [line for line in lines if top < line.y < bottom]
    if any(_is_prose(line, measures) for line in between):
        return True
    single = all(len(line.segments) == 1 for line in between)
    return single and any(
        line.mark or line.text.startswith("(") or line.size > measures.body_size + 1
        for line in between
    )


def _ruled(
    group: Sequence[Rule], lines: Sequence[Line], measures: Measures, *, after: int
) -> tuple[int, int, Grid] | None:
    """The table between the rules of a group, or under them where none closes it."""
    top, bottom = group[0].y, group[-1].y
    start = next((at for at, line in enumerate(lines) if line.y > top), len(lines))
    end = next((at for at, line in enumerate(lines) if line.y > bottom + 1), len(lines))
    start = max(start, after)
    columns = _columns(group, lines[start:end])
    rising = [rule.y for rule in group if rule.parts[0][0] <= group[0].parts[0][0] + _NEAR]
    is_open = len(rising) <= 2 and bottom - top < _HIGHEST_HEAD  # noqa: PLR2004 - over and under it
    if is_open or len(group) == 1:
        end = _conforming(lines, end, columns, measures)
    start, end = max(start, after), _without_notes(lines, start, end)
    own = lines[start:end]
    if not any(len(line.segments) > 1 for line in own) or len(columns) < 2:  # noqa: PLR2004
        return None
    if len(group) == 1 and end - start < _FEWEST_ROWS:
        return None
    under_head = rising[1] if len(rising) > 2 or (is_open and len(rising) > 1) else None  # noqa: PLR2004
    heights = tuple(rule.y for rule in group)
    return start, end, Grid(lines=tuple(own), columns=columns, rules=heights, head=under_head)


def _conforming(
    lines: Sequence[Line], start: int, columns: Sequence[float], measures: Measures
) -> int:
    """Index behind the lines, from one on, whose words all stand in the columns of a table."""
    if len(columns) < 2:  # noqa: PLR2004
        return start
    end = start
    while end < len(lines) and _conforms(lines[end], columns, measures):
        end += 1
    while end > start and len(lines[end - 1].segments) == 1 and lines[end - 1].bold:
        end -= 1
    return end


def _conforms(line: Line, columns: Sequence[float], measures: Measures) -> bool:
    if line.size > measures.body_size + 1 or line.x0 < columns[0] - _NEAR:
        return False
    if line.segments[0].x0 < columns[1] - _NEAR and line.x0 > columns[0] + _INDENT:
        return False
    for segment in line.segments:
        column = max(at for at, start in enumerate(columns) if start <= segment.x0 + _NEAR)
        if column + 1 < len(columns) and segment.x1 > columns[column + 1] + _NEAR:
            return False
    return True


def _without_notes(lines: Sequence[Line], start: int, end: int) -> int:
    """Notes under a table are none of its rows."""
    last = end
    for at in range(end - 1, start, -1):
        line = lines[at]
        if len(line.segments) > 1 and not line.label:
            break
        if line.mark is not None and line.segments[0].pieces[0].raised:
            last = at
    return last


def _columns(group: Sequence[Rule], lines: Sequence[Line]) -> tuple[float, ...]:
    """Where columns begin: where the parts of the most parted rule do, else beside white space."""
    parted = max(group, key=lambda rule: len(rule.parts))
    starts = _starts(parted)
    if len(starts) > 1:
        return starts
    stretches = sorted(
        (segment.x0, segment.x1)
        for line in lines
        for segment in line.segments
        if len(line.segments) > 1
    )
    columns: list[list[float]] = []
    for start, end in stretches:
        if columns and start < columns[-1][1] + 1:
            columns[-1][1] = max(columns[-1][1], end)
        else:
            columns.append([start, end])
    return tuple(start - 2 for start, _ in columns)


def _starts(rule: Rule) -> tuple[float, ...]:
    starts: list[float] = []
    for left, right in rule.parts:
        if right - left > 4 and (not starts or left - starts[-1] > 4):  # noqa: PLR2004
            starts.append(left)
    return tuple(starts)


def _unruled(
    lines: Sequence[Line], found: Sequence[tuple[int, int, Grid]]
) -> Iterator[tuple[int, int, Grid]]:
    """Runs of lines whose words stand in the same columns, without any rule."""
    taken = {index for start, end, _ in found for index in range(start, end)}
    run: list[int] = []
    for index in range(len(lines) + 1):
        line = lines[index] if index < len(lines) and index not in taken else None
        if line is not None and _aligned(line, [lines[at] for at in run]):
            run.append(index)
            continue
        yield from _run_table(run, lines)
        run = [index] if line is not None and _aligned(line, []) else []


def _aligned(line: Line, run: Sequence[Line]) -> bool:
    segments = line.segments[1:] if line.label else line.segments
    if len(segments) < 2:  # noqa: PLR2004
        return False
    if segments[1].x0 - segments[0].x1 < 1.5 * line.size:
        return False
    if not run:
        return True
    before = run[-1].segments
    ends = {round(segment.x1) for segment in before} | {round(segment.x0) for segment in before}
    return line.y - run[-1].y < 2.5 * line.size and any(
        abs(edge - at) <= _ALIGNED
        for segment in segments[1:]
        for edge in (segment.x0, segment.x1)
        for at in ends
    )


def _run_table(run: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[int, int, Grid]]:
    if len(run) < _FEWEST_ROWS:
        return
    own = [lines[index] for index in run]
    columns = _columns((Rule(y=own[0].y, parts=((0.0, 0.0),)),), own)
    if len(columns) > 1:
        yield run[0], run[-1] + 1, Grid(lines=tuple(own), columns=columns, rules=())
