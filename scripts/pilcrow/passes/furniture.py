"""Drops what the page adds: running heads, job and page numbers, bar codes.

A line is furniture only when nothing else stands on it and at least one part of it can be
nothing but furniture. A line that merely begins like it ("16/30 on cooperation with…") is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Furniture, Place
from pilcrow.readers.lines import Line, LineKind

JOB_NUMBER = r"(?:(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6})"
"""Vienna V.24-04834, New York 25-02891, Geneva GE.25-06441."""

_PAGE_OF = r"\d{1,4}/\d{1,4}"
_LANGUAGES = r"English|French|Spanish|Russian|Arabic|Chinese"
_PART = re.compile(
    rf"""
      (?P<job>{JOB_NUMBER}(?!\d)(?:\s*\*+)?(?:\s*\([A-Z]\))?)
    | (?P<page_of>(?<!\S){_PAGE_OF}(?!\S))
    | (?P<page>[Pp]age\s+\d{{1,4}}(?:/\d{{1,4}})?|(?:p\.|Página|Стр\.)\s*\d{{1,4}}(?!\S))
    | (?P<dots>/?(?:\.\.\.|…)(?!\S)|(?<!\S)/(?:\.\.\.|…))
    | (?P<code>\*\d{{7,8}}\*)
    | (?P<recycle>Please\s+recycle\b[^\w\s]*)
    | (?P<symbol>(?<!\S)[A-Z]{{1,5}}(?:/[A-Za-z0-9.()\-]+)+(?!\S))
    | (?P<language>(?:{_LANGUAGES})(?!\S))
    | (?P<number>(?<!\S)\d{{1,6}}(?!\S))
    """,
    re.VERBOSE,
)
_GLUED = re.compile(
    rf"(?P<job>{JOB_NUMBER})\s+{_PAGE_OF}(?!\S)|(?<!\S){_PAGE_OF}\s+(?P<job2>{JOB_NUMBER})"
)
_MARKS = re.compile(r"[*_\\]+(?!\d{7})|(?<=\d)\*\*(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutFurniture:
    """Lines without furniture, what was dropped, and the job number it named."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    job_number: str | None


def drop_furniture(lines: Sequence[Line], *, symbol: str | None, head: int) -> WithoutFurniture:
    """Take page furniture out of the lines.

    Args:
        lines: all lines of the source.
        symbol: the report's own symbol; alone on a line after the masthead it is a running head.
        head: how many lines at the start may be the masthead, where the symbol is not furniture.

    Every word of the lines is either in the lines given back or in the furniture.
    """
    jobs = Counter(
        match["job"] or match["job2"]
        for line in lines
        if (match := _GLUED.search(_bare(line.markup)))
    )
    jobs.update(
        part["job"].split()[0]
        for line in lines
        if (part := _PART.fullmatch(_bare(line.markup))) and part["job"]
    )
    job_number = jobs.most_common(1)[0][0] if jobs else None
    pages = _pages(lines)
    kept: list[Line] = []
    dropped: list[Furniture] = []
    for index, line in enumerate(lines):
        if _is_furniture(line, symbol if index >= head else None, pages):
            dropped.append(Furniture(text=line.markup, place=line.place))
            continue
        if job_number and line.kind is not LineKind.ROW and job_number in line.markup:
            line, cut = _cut_glued(line, job_number)
            dropped.extend(cut)
            if not line.markup.strip():
                continue
        kept.append(line)
    bare_pages = _bare_page_numbers(kept, dropped)
    for line in kept:
        if line.place in bare_pages:
            dropped.append(Furniture(text=line.markup, place=line.place))
    kept = [line for line in kept if line.place not in bare_pages]
    dropped.sort(key=lambda furniture: furniture.place)
    return WithoutFurniture(lines=tuple(kept), furniture=tuple(dropped), job_number=job_number)


def _bare(markup: str) -> str:
    return " ".join(_MARKS.sub("", markup).split())


def _pages(lines: Sequence[Line]) -> frozenset[str]:
    """How many pages the report has by its page feet: "18" of 3/18, 5/18, 7/18."""
    totals = Counter(
        match.group().split("/")[1]
        for line in lines
        if (match := re.search(rf"(?<!\S){_PAGE_OF}$", _bare(line.markup)))
        and len(_bare(line.markup)) <= len("GE.25-064410 1000/1000 (E)")
    )
    return frozenset(total for total, _ in totals.most_common(1))


def _is_furniture(line: Line, symbol: str | None, pages: frozenset[str]) -> bool:
    if line.kind is LineKind.COMMENT:
        return True
    if line.kind is LineKind.ROW:
        return False
    bare = _bare(line.markup)
    strong = False
    end = 0
    seen: set[str] = set()
    for part in _PART.finditer(bare):
        if bare[end : part.start()].strip():
            return False
        end = part.end()
        group = part.lastgroup or ""
        seen.add(group)
        if group == "symbol":
            if symbol is None or part.group() != symbol.replace(" ", ""):
                return False
            strong = strong or line.gap or line.gap_after
        elif group == "page_of":
            number, total = part.group().split("/")
            fits = int(number) <= int(total) and (not pages or total in pages)
            strong = strong or (fits and (line.gap or line.gap_after))
        elif group in {"job", "page", "dots", "code", "recycle"}:
            strong = True
    if bare[end:].strip() or not seen:
        return False
    if seen == {"page"} or seen == {"dots"}:
        return line.gap or line.gap_after
    return strong


def _cut_glued(line: Line, job_number: str) -> tuple[Line, list[Furniture]]:
    """Cut "V.24-04834 3/18" out of the middle of a line of text."""
    pattern = re.compile(
        rf"\s*(?<!\S){re.escape(job_number)}\s+\**{_PAGE_OF[:-7]}\d*/\**\d{{1,4}}\**(?!\S)"
        rf"|\s*(?<!\S)\**\d{{1,4}}/\**\d{{1,4}}\**\s+{re.escape(job_number)}(?!\S)"
    )
    cut = [
        Furniture(text=match.group().strip(), place=line.place)
        for match in pattern.finditer(line.markup)
    ]
    return (replace(line, markup=pattern.sub("", line.markup)), cut) if cut else (line, [])


def _bare_page_numbers(kept: Sequence[Line], dropped: Sequence[Furniture]) -> frozenset[Place]:
    """Places of lines that hold a bare page number or a language word of a running head.

    A bare number is a page number only beside furniture on a neighbouring line, or where such
    numbers, each alone between blank lines, count pages one by one through the source.
    """
    alone = [
        line
        for line in kept
        if line.gap
        and line.gap_after
        and line.kind is not LineKind.ROW
        and re.fullmatch(r"\d{1,3}", _bare(line.markup))
    ]
    furniture_lines = {furniture.place.line for furniture in dropped}
    chosen = {
        line.place
        for line in kept
        if re.fullmatch(rf"\d{{1,3}}|\d{{6}}|{_LANGUAGES}", _bare(line.markup))
        and line.kind is not LineKind.ROW
        and any(
            number in furniture_lines
            for number in range(line.place.line - 2, line.place.line + 3)
            if number != line.place.line
        )
    }
    numbers = [int(_bare(line.markup)) for line in alone]
    steps = [right - left for left, right in zip(numbers, numbers[1:], strict=False)]
    if len(numbers) >= 3 and all(0 < step <= 2 for step in steps):
        chosen.update(line.place for line in alone)
    return frozenset(chosen)
