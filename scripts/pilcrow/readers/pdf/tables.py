"""Finds tables on a page, by their rules and the columns of their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pilcrow.readers.pdf.barred import are_joined, columns_of, inner_bars
from pilcrow.readers.pdf.grids import Grid, Rule
from pilcrow.readers.pdf.lines import Line, Measures
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.unruled import columns_between, unruled_tables

_RULE_SHARE = 0.34
"""Of the width of the text: shorter rules on a level stand under words."""
_PARTIAL_SHARE = 0.15
_LEVEL = 1.3
_PROSE = 0.7
_OUTSIDE = 12.0
"""Points: what begins so much left of the text is none of it."""
_FEWEST_ROWS = 3
_NEAR = 4.0
_SAME_SIZE = 2.0
"""Points by which rows and the head of their table may differ."""
_LARGER = 0.8
"""Points."""
_SET_OFF = 1.5
_FAR = 2.5
"""Of the size: a row so far below the last is of another table."""
_FAR_HEAD = 3.0
"""The same below the head of a table, with its rule."""
_SOURCE = re.compile(r"(?:source|note|sources|fuente|источник)s?\s*:", re.IGNORECASE)
_INDENT = 40.0
"""How far the first column's words may stand in."""
_HIGHEST_HEAD = 70.0
"""Points between the rules over and under a table's head."""


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
        above = groups[-1][-1] if groups else None
        if above is None or (
            not are_joined(above, rule, page.bars) and _parted(above.y, rule.y, lines, measures)
        ):
            groups.append([])
        groups[-1].append(rule)
    found: list[tuple[int, int, Grid]] = []
    if carried and lines and (not rules or lines[0].y < rules[0].y):
        end = _until_other(lines, _conforming(lines, 0, carried, measures), len(carried), rules)
        if any(len(line.segments) > 1 for line in lines[:end]):
            found.append((0, end, Grid(lines=tuple(lines[:end]), columns=carried, rules=())))
    for group in groups:
        after = found[-1][1] if found else 0
        table = _barred(group, lines, page, after=after) or _ruled(
            group, lines, measures, after=after
        )
        if table is not None:
            found.append(table)
    taken = frozenset(index for start, end, _ in found for index in range(start, end))
    return tuple(sorted((*found, *unruled_tables(lines, taken)), key=lambda table: table[0]))


def _until_other(lines: Sequence[Line], end: int, columns: int, rules: Sequence[Rule]) -> int:
    """Where a table that goes on ends: at the latest at a rule with more columns below it."""
    for rule in rules:
        at = next((at for at, line in enumerate(lines[:end]) if line.y > rule.y), end)
        if any(len(line.segments) - bool(line.label) > columns for line in lines[at:end]):
            return at
    return end


def _levels(page: Page, measures: Measures) -> list[Rule]:
    levels: list[tuple[float, list[tuple[float, float]]]] = []
    for left, top, right, _ in sorted(page.rules, key=lambda rule: rule[1]):
        if levels and top - levels[-1][0] <= _LEVEL:
            levels[-1][1].append((left, right))
        else:
            levels.append((top, [(left, right)]))
    width = measures.right - measures.left
    made = [Rule(y=y, parts=tuple(sorted(parts))) for y, parts in levels]
    long = [rule for rule in made if _is_of_table(rule.parts, width)]
    return [rule for rule in made if rule in long or _is_over_columns(rule, long, width)]


def _is_over_columns(rule: Rule, long: Sequence[Rule], width: float) -> bool:
    """Whether a short rule stands over the last columns of a table, whose own rule is near."""
    left, right = rule.parts[0][0], rule.parts[-1][1]
    return right - left >= _PARTIAL_SHARE * width and any(
        0 < other.y - rule.y < _HIGHEST_HEAD
        and left > other.parts[0][0] + _NEAR
        and abs(right - other.parts[-1][1]) <= _NEAR
        for other in long
    )


def _is_of_table(parts: Sequence[tuple[float, float]], width: float) -> bool:
    """Whether strokes on a level are long enough, or side by side as over some columns."""
    length = sum(right - left for left, right in parts)
    adjoin = all(second[0] - first[1] <= _NEAR for first, second in pairwise(parts))
    return length >= _RULE_SHARE * width or (
        len(parts) > 1 and adjoin and length >= _PARTIAL_SHARE * width
    )


def _under(rule: Rule, lines: Sequence[Line]) -> bool:
    """Whether a rule underlines the words of a line."""
    start, end = rule.parts[0][0], rule.parts[-1][1]
    return any(
        -1 <= rule.y - line.y <= 3.5 and start >= line.x0 - 2 and end <= line.x1 + 4  # noqa: PLR2004
        for line in lines
    )


def _is_prose(line: Line, measures: Measures) -> bool:
    """A line of running text: as large as it, and filling its column."""
    if line.size < measures.body_size - 0.3 or line.x0 < measures.left - _OUTSIDE:
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
    if any(
        _is_alone(line)
        and (_SOURCE.match(line.text) or (line.bold and line.size > measures.body_size + 1))
        for line in between
    ) or any(_is_headed(between, index) for index in range(1, len(between))):
        return True
    single = all(map(_is_alone, between))
    return single and any(
        line.mark or line.text.startswith("(") or line.size > measures.body_size + 1
        for line in between
    )


def _is_headed(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading follows the rows of a table: alone, bold, larger, further below.

    A row of words over other rows is none.
    """
    before, line = lines[index - 1], lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    return (
        _is_alone(line)
        and line.bold
        and line.size > before.size + _LARGER
        and line.y - before.y > _SET_OFF * line.size
        and (following is None or _is_alone(following))
    )


def _is_alone(line: Line) -> bool:
    return len(line.segments) - bool(line.label) <= 1


def _barred(
    group: Sequence[Rule], lines: Sequence[Line], page: Page, *, after: int
) -> tuple[int, int, Grid] | None:
    """The table of a group of rules with upright strokes between its columns."""
    bars = inner_bars(group, page.bars)
    if not bars:
        return None
    start = next((at for at, line in enumerate(lines) if line.y > group[0].y), len(lines))
    end = next((at for at, line in enumerate(lines) if line.y > group[-1].y + 1), len(lines))
    start = max(start, after)
    if end <= start:
        return None
    head = group[1].y if len(group) > 2 else None  # noqa: PLR2004 - over and under the head
    return (
        start,
        end,
        Grid(
            lines=tuple(lines[start:end]),
            columns=columns_of(group, bars),
            rules=tuple(group),
            head=head,
            bars=bars,
        ),
    )


def _ruled(
    group: Sequence[Rule], lines: Sequence[Line], measures: Measures, *, after: int
) -> tuple[int, int, Grid] | None:
    """The table between the rules of a group, or under them where none closes it."""
    top, bottom = group[0].y, group[-1].y
    start = next((at for at, line in enumerate(lines) if line.y > top), len(lines))
    end = next((at for at, line in enumerate(lines) if line.y > bottom + 1), len(lines))
    start = max(start, after)
    columns = _columns(group, lines[start : _region(lines, end, bottom, measures)])
    left = min(rule.parts[0][0] for rule in group)
    rising = [rule.y for rule in group if rule.parts[0][0] <= left + _NEAR]
    is_open = bottom - top < _HIGHEST_HEAD and (
        len(rising) <= 2  # noqa: PLR2004 - over and under the head
        or _goes_on(lines, end, columns, measures)
    )
    inside = end
    if is_open or len(group) == 1 or _goes_on(lines, end, columns, measures):
        end = _conforming(lines, end, columns, measures)
    # Notes above a table's last rule are rows of it, as in a box.
    start, end = max(start, after), max(inside, _without_notes(lines, start, end))
    under_head = None
    if len(rising) > 1 and (is_open or len(rising) > 2):  # noqa: PLR2004
        under_head = rising[-1] if is_open else rising[1]
    if start > after and _stands_on(lines[start - 1], group[0], left):
        start, under_head = start - 1, top
    own = lines[start:end]
    if not any(len(line.segments) > 1 for line in own) or len(columns) < 2:  # noqa: PLR2004
        return None
    if len(group) == 1 and end - start < _FEWEST_ROWS:
        return None
    return (
        start,
        end,
        Grid(lines=tuple(own), columns=columns, rules=tuple(group), head=under_head),
    )


def _region(lines: Sequence[Line], end: int, bottom: float, measures: Measures) -> int:
    """Index behind the lines below a rule that may be rows, for where their columns are."""
    above = bottom
    while (
        end < len(lines)
        and 0 < lines[end].y - above < _FAR * max(lines[end].size, measures.body_size)
        and not _is_prose(lines[end], measures)
        and not _SOURCE.match(lines[end].text)
        and not (end and _is_headed(lines, end))
    ):
        above = lines[end].y
        end += 1
    return end


def _far(lines: Sequence[Line], index: int) -> float:
    """The distance from the line before at which a line is of another table."""
    return _FAR * max(lines[index].size, lines[index - 1].size)


def _goes_on(lines: Sequence[Line], end: int, columns: Sequence[float], measures: Measures) -> bool:
    """Whether words in several columns follow right under the last rule of a table."""
    if len(columns) > 1 and end == len(lines) - 1 and _is_row_head(lines, end, columns):
        return True
    return (
        len(columns) > 1
        and 0 < end < len(lines)
        and len(lines[end].segments) - bool(lines[end].label) > 1
        and lines[end].y - lines[end - 1].y < _far(lines, end)
        and _conforms(lines[end], columns, measures)
    )


def _stands_on(line: Line, rule: Rule, left: float) -> bool:
    """Whether a line is the head of those columns that the first rule of a table runs over."""
    start, end = rule.parts[0][0], rule.parts[-1][1]
    return (
        start > left + _NEAR
        and rule.y - line.y < 1.6 * line.size
        and line.x0 >= start - _NEAR
        and line.x1 <= end + _NEAR
    )


def _conforming(
    lines: Sequence[Line], start: int, columns: Sequence[float], measures: Measures
) -> int:
    """Index behind the lines, from one on, whose words all stand in the columns of a table."""
    if len(columns) < 2:  # noqa: PLR2004
        return start
    end = start
    while end < len(lines) and _conforms(lines[end], columns, measures):
        if end > start and _is_headed(lines, end):
            break
        end += 1
    if end == len(lines) and end > start and _is_row_head(lines, end - 1, columns):
        return end
    while end > start and len(lines[end - 1].segments) == 1 and lines[end - 1].bold:
        end -= 1
    return end


def _is_row_head(lines: Sequence[Line], index: int, columns: Sequence[float]) -> bool:
    """Whether a bold line at a page's foot is over rows to come: set and spaced like a row.

    A heading of the text never stands there.
    """
    if not index:
        return False
    line, before = lines[index], lines[index - 1]
    return (
        line.bold
        and len(line.segments) == 1
        and abs(line.x0 - columns[0]) <= _NEAR
        and abs(line.size - before.size) < _SAME_SIZE
        and line.y - before.y < _FAR_HEAD * line.size
    )


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
    """Where columns begin: where the parts of the most parted rule do, else beside white space.

    A rule over some of the columns alone says nothing of the others.
    """
    starts = _starts(max(group, key=lambda rule: len(rule.parts)))
    left = min(rule.parts[0][0] for rule in group)
    over_all = len(starts) > 1 and starts[0] <= left + _NEAR
    return starts if over_all else columns_between(lines)


def _starts(rule: Rule) -> tuple[float, ...]:
    starts: list[float] = []
    for left, right in rule.parts:
        if right - left > 4 and (not starts or left - starts[-1] > 4):  # noqa: PLR2004
            starts.append(left)
    return tuple(starts)
