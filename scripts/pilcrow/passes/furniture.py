"""Drops what the page adds: running heads, job and page numbers, bar codes.

A line is furniture only when nothing else stands on it and at least one part of it can be
nothing but furniture. A line that merely begins like it ("16/30 on cooperation with…") is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pilcrow.model import Furniture, Place
from pilcrow.passes.furniture_parts import (
    LANGUAGES,
    bare,
    cut_glued,
    is_furniture,
    job_number,
    last_page,
)
from pilcrow.readers.lines import Line, LineKind

_FEWEST_PAGES = 3
_WIDEST_STEP = 2
"""Bare page numbers that count by one or two, at least three of them, are page numbers."""
_BESIDE = 2
"""Lines from other furniture within which a bare number is a page number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutFurniture:
    """Lines without furniture, what was dropped, and the job number it named."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    job_number: str | None


def drop_furniture(lines: Sequence[Line], *, symbols: Iterable[str], head: int) -> WithoutFurniture:
    """Take page furniture out of the lines.

    Args:
        lines: all lines of the source.
        symbols: the report's own; alone on a line after the masthead each is a running head.
        head: how many lines at the start may be the masthead, where a symbol is no furniture.

    Every word of the lines is either in the lines given back or in the furniture.
    """
    jobs = Counter(filter(None, (job_number(bare(line.markup)) for line in lines)))
    job = jobs.most_common(1)[0][0] if jobs else None
    totals = Counter(filter(None, (last_page(bare(line.markup)) for line in lines)))
    pages = frozenset(total for total, _ in totals.most_common(1))
    heads = frozenset(symbols)
    kept: list[Line] = []
    dropped: list[Furniture] = []
    for index, line in enumerate(lines):
        if _is_furniture(line, heads if index >= head else frozenset(), pages):
            dropped.append(_furniture(line.markup, line))
            continue
        rest, cut = _without_glued(line, job)
        dropped.extend(_furniture(text, line) for text in cut)
        if rest is not None:
            kept.append(rest)
    numbers = _bare_page_numbers(kept, dropped)
    dropped.extend(_furniture(line.markup, line) for line in kept if line.place in numbers)
    return WithoutFurniture(
        lines=tuple(line for line in kept if line.place not in numbers),
        furniture=tuple(sorted(dropped, key=lambda furniture: furniture.place)),
        job_number=job,
    )


def _furniture(text: str, line: Line) -> Furniture:
    return Furniture(text=text, place=line.place)


def _is_furniture(line: Line, symbols: frozenset[str], pages: frozenset[str]) -> bool:
    if line.kind in {LineKind.COMMENT, LineKind.ROW}:
        return line.kind is LineKind.COMMENT
    text = bare(line.markup)
    if line.kind is LineKind.ITEM and re.fullmatch(r"\d{1,4}\s?[-–—]", text):
        # "- 2 -": the reader took the first dash for a list's.
        return line.gap or line.gap_after
    return is_furniture(text, gap=line.gap or line.gap_after, symbols=symbols, pages=pages)


def _without_glued(line: Line, job: str | None) -> tuple[Line | None, tuple[str, ...]]:
    """The line without furniture glued into it, or None where nothing is left."""
    if job is None or line.kind is LineKind.ROW or job not in line.markup:
        return line, ()
    rest, cut = cut_glued(line.markup, job)
    if not cut:
        return line, ()
    return (replace(line, markup=rest) if rest else None), cut


def _bare_page_numbers(kept: Sequence[Line], dropped: Sequence[Furniture]) -> frozenset[Place]:
    """Places of lines that hold a bare page number or a language word of a running head.

    A bare number is a page number only beside furniture on a neighbouring line, or where such
    numbers, each alone between blank lines, count pages one by one through the source.
    """
    beside = {
        furniture.place.line + step
        for furniture in dropped
        for step in range(-_BESIDE, _BESIDE + 1)
        if step
    }
    lines = [line for line in kept if line.kind is not LineKind.ROW]
    chosen = {
        line.place
        for line in lines
        if line.place.line in beside
        and re.fullmatch(rf"\d{{1,3}}|\d{{6}}|{LANGUAGES}", bare(line.markup))
    }
    alone = [
        line
        for line in lines
        if line.gap and line.gap_after and re.fullmatch(r"\d{1,3}", bare(line.markup))
    ]
    steps = [right - left for left, right in pairwise(int(bare(line.markup)) for line in alone)]
    if len(alone) >= _FEWEST_PAGES and all(0 < step <= _WIDEST_STEP for step in steps):
        chosen.update(line.place for line in alone)
    return frozenset(chosen)
