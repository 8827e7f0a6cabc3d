"""From runs to rows: what stands on one baseline, in order, with raised marks in their place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pilcrow.readers.pdf.page import Run

_SAME_BASELINE = 0.2
"""Of the size."""
_RAISED = 0.82
"""Of the size of its neighbours: a smaller run above their baseline is raised."""
_HIGHEST = 0.75
_LOWEST = -0.35
_WORD_GAP = 0.165
"""Of the size: a gap that parts words where no space glyph stands. Letter-spaced words have
gaps up to 0.14; the narrowest spaces measured are 0.18."""
_CLOSING_GAP = 0.3
_WIDE_GAP = 0.62
"""Of the size: room beyond a space, as a tab or a gutter makes it."""
_LABEL_GAP = 0.45
"""The same behind a number at a row's start."""
_TAB = 0.08
"""The same where a tab found its place taken, as it may in a narrow cell."""
_BULLET_GAP = 0.15
_BULLET = re.compile(r"[•●○◦▪■□❖➢✓→]")
_LABEL = re.compile(r"\d{1,3}\.|[IVXLC]{1,6}\.|\([a-z]{1,4}\)")
_CLOSE_LABEL = re.compile(rf"{_LABEL.pattern}|\d{{1,3}}\.\d{{1,3}}")
"""A label before a word without room; before a figure it may be a part of that."""
_MARK = re.compile(r"\d{1,3}|[a-z]|\*{1,4}")
_NEAR = 2.5
_HANGING = 14.0
"""Of the size: how far a mark that hangs at the start of a note stands from its words."""
_STRETCHED = 1.6
"""Of the size: the widest space of a justified line."""
_EVEN = 0.55
"""Of the widest: the spaces of a justified line are no narrower."""
_FEWEST_SPACES = 3
_CLOSING = re.compile(r"[.,;:!?)\]}’”»%]")


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run in its row: with a space before it or not, raised or not."""

    run: Run
    spaced: bool
    raised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words of a row without a wide gap between them."""

    pieces: tuple[Glyphs, ...]
    x0: float
    x1: float
    y: float
    size: float
    """The size of most of its letters."""

    text: str = field(init=False)
    """The words as printed, marks included."""

    def __post_init__(self) -> None:
        """Put the words together once: they are asked for again and again."""
        words = "".join(" " + p.run.text if p.spaced else p.run.text for p in self.pieces)
        object.__setattr__(self, "text", words.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The segments on one baseline, from left to right."""

    segments: tuple[Segment, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.segments[-1].x1

    @property
    def text(self) -> str:
        """The words as printed."""
        return " ".join(segment.text for segment in self.segments)


def rows(runs: Iterable[Run]) -> tuple[Row, ...]:
    """Put the runs of a page together to rows, from top to bottom.

    Every run is in exactly one row. A small run above the baseline of a larger neighbour is in
    its row, marked as raised.
    """
    ordered = sorted((run for run in runs if run.text), key=lambda run: (run.y, run.x0))
    lines = _lines(ordered)
    return tuple(sorted(map(_row, lines), key=lambda row: (row.y, row.x0)))


@dataclass(slots=True)
class _Line:
    """A row in the making: its baseline, and the runs with whether they are raised."""

    y: float
    size: float
    runs: list[tuple[Run, bool]]


def _lines(ordered: Sequence[Run]) -> list[_Line]:
    lines: list[_Line] = []
    for run in ordered:
        last = lines[-1] if lines else None
        if last is not None and abs(run.y - last.y) <= _SAME_BASELINE * max(run.size, last.size):
            last.runs.append((run, False))
            last.size = max(last.size, run.size)
        else:
            lines.append(_Line(run.y, run.size, [(run, False)]))
    for line in lines:
        if len({run.size for run, _ in line.runs}) == 1:
            line.size = line.runs[0][0].size
            continue
        line.size = Counter(
            {run.size: 0 for run, _ in line.runs} | _letters(run for run, _ in line.runs)
        ).most_common(1)[0][0]
    return _with_raised(lines)


def _letters(runs: Iterable[Run]) -> Counter[float]:
    counts: Counter[float] = Counter()
    for run in runs:
        counts[run.size] += len(run.text)
    return counts


def _with_raised(lines: list[_Line]) -> list[_Line]:
    """Move each run that is raised over a neighbouring line into that line."""
    kept: list[_Line] = []
    heights = [line.y for line in lines]
    small = _RAISED * max((line.size for line in lines), default=0.0)
    for index, line in enumerate(lines):
        if all(run.size > small for run, _ in line.runs):
            continue
        rest: list[tuple[Run, bool]] = []
        for run, raised in line.runs:
            host = _host(run, index, lines, heights)
            if host is None:
                rest.append((run, raised))
            else:
                host.runs.append((run, host.y - run.y > _SAME_BASELINE * run.size))
        line.runs = rest
    kept.extend(line for line in lines if line.runs)
    return kept


def _host(run: Run, own: int, lines: Sequence[_Line], heights: Sequence[float]) -> _Line | None:
    """The line over whose baseline a run is raised, or under which it is lowered."""
    best: tuple[float, _Line] | None = None
    reach = run.size / _RAISED * 4
    for index in range(bisect_left(heights, run.y + _LOWEST * reach), len(lines)):
        line = lines[index]
        if line.y > run.y + reach:
            break
        if index == own or run.size > _RAISED * line.size:
            continue
        if not _LOWEST * line.size <= line.y - run.y <= _HIGHEST * line.size:
            continue
        distance = min(
            (
                max(other.x0 - run.x1, run.x0 - other.x1, 0.0)
                for other, _ in line.runs
                if other.size > run.size / _RAISED
            ),
            default=None,
        )
        near = _HANGING if _hangs(run, lines[own], line) else _NEAR
        if (
            distance is not None
            and distance <= near * line.size
            and (best is None or distance < best[0])
        ):
            best = (distance, line)
    return best[1] if best else None


def _hangs(run: Run, own: _Line, line: _Line) -> bool:
    """Whether a run is the mark of a note, alone over the start of its line before a tab.

    In a document set in two columns, the other may have words at its height.
    """
    near = _NEAR * line.size
    beside = [other for other, _ in own.runs if other is not run]
    before = [*beside, *(other for other, _ in line.runs if other.x0 < run.x1)]
    behind = min((other.x0 for other, _ in line.runs if other.x0 >= run.x1), default=None)
    return (
        behind is not None
        and bool(_MARK.fullmatch(run.text))
        and all(other.x1 < run.x0 - near or other.x0 > behind for other in before)
    )


def _is_justified(placed: Sequence[tuple[Run, bool]], size: float) -> bool:
    """Whether the spaces of a row are wide only because they fill the line: all alike."""
    words = [run for run, _ in placed]
    if max((b.x0 - a.x1 for a, b in pairwise(words)), default=0.0) <= _WIDE_GAP * size:
        return False
    rooms = [
        _room(before, run, run.x0 - before.x1, size) / size
        for before, run in pairwise(words)
        if run.spaced or run.x0 - before.x1 > _WIDE_GAP * size
    ]
    if len(rooms) > _FEWEST_SPACES and _LABEL.fullmatch(words[0].text):
        rooms = rooms[1:]
    if len(rooms) < _FEWEST_SPACES or not _WIDE_GAP < max(rooms) <= _STRETCHED:
        return False
    letters = sum(any(map(str.isalpha, run.text)) for run in words)
    return sorted(rooms)[len(rooms) // 3] >= _EVEN * max(rooms) and letters * 2 > len(words)


def _row(line: _Line) -> Row:
    placed = sorted(line.runs, key=lambda each: each[0].x0)
    usual = _STRETCHED if _is_justified(placed, line.size) else _WIDE_GAP
    segments: list[list[Glyphs]] = []
    before: Run | None = None
    for run, raised in placed:
        if before is None:
            segments.append([Glyphs(run, spaced=False, raised=raised)])
        else:
            size = min(line.size, max(before.size, run.size))
            gap = run.x0 - before.x1
            if before is placed[0][0]:
                parted = _sets_off(before, run, gap, size, usual)
            else:
                parted = gap > usual * size and _room(before, run, gap, size) > usual * size
            if parted:
                segments.append([Glyphs(run, spaced=True, raised=raised)])
            else:
                spaced = run.spaced or (gap > _WORD_GAP * size and _parts(before, run, gap / size))
                segments[-1].append(Glyphs(run, spaced=spaced, raised=raised))
        before = run if before is None or run.x1 >= before.x1 else before
    return Row(segments=tuple(map(segment, segments)), y=line.y, size=line.size)


def _sets_off(first: Run, run: Run, gap: float, size: float, usual: float) -> bool:
    """Whether the gap behind a row's first word sets it off, as its label or a column."""
    wide = usual
    if _BULLET.fullmatch(first.text):
        wide = _BULLET_GAP
    elif _LABEL.fullmatch(first.text):
        wide = _LABEL_GAP
    return _room(first, run, gap, size) > wide * size or (
        gap > _TAB * size and not run.spaced and _is_labelled(first.text, run.text)
    )


def _room(before: Run, run: Run, gap: float, size: float) -> float:
    """How much of a gap is left beside the space in it."""
    known = run.spaced and before.x1 - size <= run.space_end <= run.x0 + 1
    return run.x0 - max(before.x1, run.space_end) if known else gap - 0.25 * size


def _is_labelled(first: str, second: str) -> bool:
    """Whether a label stands before a word, which a tab without any room parts from it."""
    return bool(_CLOSE_LABEL.fullmatch(first)) and second[:1].isupper() and second[1:2].islower()


def _parts(before: Run, run: Run, gap: float) -> bool:
    """Whether a gap without a space glyph parts two words."""
    if _CLOSING.match(run.text) and before.text[-1:] not in "–—":
        return gap > _CLOSING_GAP
    return gap > _WORD_GAP


def segment(pieces: Sequence[Glyphs]) -> Segment:
    """Put glyphs that stand side by side together."""
    level = [piece.run for piece in pieces if not piece.raised] or [p.run for p in pieces]
    sizes = {run.size for run in level}
    size = sizes.pop() if len(sizes) == 1 else _letters(level).most_common(1)[0][0]
    return Segment(
        pieces=tuple(pieces),
        x0=pieces[0].run.x0,
        x1=max(piece.run.x1 for piece in pieces),
        y=level[0].y,
        size=size,
    )
