"""Tells what a page adds to the text: running heads and feet, by position and repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pilcrow.passes.furniture_parts import is_furniture, job_number
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.rows import Row

_ZONE = 0.13
"""Of the height of the page, at its head and foot."""
_MOST_ROWS = 7
"""A running head of an old document has four lines."""
_HEAD_ROWS = 3
_JOB_ZONE = 0.2
"""Of the height: a job number may stand so high over the foot of the first page."""
_NEAR = 8.0
_FEWEST_AGAIN = 3
_AGAIN = 0.4
"""Of the pages: what comes again at one height on so many is a running head or foot."""
_COVER_CODE = re.compile(r"[`*|\s\d]{6,}")
"""A bar code in a font that draws it."""
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Za-z0-9.()\-]+)+")


def own_symbols(pages: Sequence[tuple[Page, Sequence[Row]]]) -> tuple[str, ...]:
    """The document's symbols, alone in the upper half of the first page.

    Where none stands there: those over most of the other pages.
    """
    if not pages:
        return ()
    rows = pages[0][1]
    half = len(rows) // 2 + 6
    return _symbols(rows[:half]) or _running_symbols(pages[1:])


def _symbols(rows: Sequence[Row]) -> tuple[str, ...]:
    found = (segment.text for row in rows for segment in row.segments)
    return tuple(dict.fromkeys(text for text in found if _SYMBOL.fullmatch(text.rstrip("*"))))


def _running_symbols(pages: Sequence[tuple[Page, Sequence[Row]]]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for page, rows in pages:
        counts.update(_symbols([row for row in rows[:_HEAD_ROWS] if row.y < _ZONE * page.height]))
    return tuple(symbol for symbol, count in counts.items() if count * 2 > len(pages))


def furniture_rows(pages: Sequence[tuple[Page, Sequence[Row]]]) -> tuple[frozenset[int], ...]:
    """For each page the indexes of its rows that are furniture.

    Furniture stands outermost, at the head or foot of a page: a job number, a page number, the
    symbol, or what comes again at the same height on other pages. The head of the first page is
    its masthead.
    """
    running = _Running(pages)
    result: list[frozenset[int]] = []
    for page, rows in pages:
        found: set[int] = set()
        foot = range(len(rows) - 1, max(-1, len(rows) - 1 - _MOST_ROWS), -1)
        head = range(min(len(rows), _MOST_ROWS)) if page.number > 1 else ()
        for side in (foot, head):
            for index in side:
                if index in found or not (
                    _is_outer(rows[index], page) or _is_job_number(rows[index], page)
                ):
                    break
                if not running.has(rows[index], page):
                    break
                found.add(index)
        result.append(frozenset(found))
    return tuple(result)


def _is_outer(row: Row, page: Page) -> bool:
    return row.y < _ZONE * page.height or row.y > (1 - _ZONE) * page.height


def _is_job_number(row: Row, page: Page) -> bool:
    return row.y > (1 - _JOB_ZONE) * page.height and job_number(row.text.strip()) is not None


def _signature(row: Row) -> str:
    """A row without its numbers, whichever side of the page its parts stand on."""
    return " ".join(sorted(re.sub(r"\d+", "#", segment.text) for segment in row.segments))


class _Running:
    """The running heads and feet of a document."""

    def __init__(self, pages: Sequence[tuple[Page, Sequence[Row]]]) -> None:
        self._symbols = frozenset(symbol.rstrip("*") for symbol in own_symbols(pages))
        self._fewest = max(_FEWEST_AGAIN, _AGAIN * (len(pages) - 1))
        self._heights: dict[str, list[float]] = defaultdict(list)
        for page, rows in pages[1:]:
            for row in (*rows[:_MOST_ROWS], *rows[-_MOST_ROWS:]):
                if _is_outer(row, page):
                    self._heights[_signature(row)].append(row.y)

    def has(self, row: Row, page: Page) -> bool:
        """Whether an outer row is furniture."""
        text = row.text.strip()
        if _COVER_CODE.fullmatch(text) and not text.isdigit():
            return True
        if is_furniture(text, gap=True, symbols=self._symbols, pages=frozenset()):
            return True
        pieces = [piece for segment in row.segments for piece in segment.pieces]
        if all(piece.run.artifact for piece in pieces):
            return True
        if page.number == 1 or any(piece.raised for piece in pieces):
            return False
        if text.isdigit() and self._is_page_number(row):
            return True
        same = [y for y in self._heights.get(_signature(row), ()) if abs(y - row.y) <= _NEAR]
        return len(same) >= self._fewest

    def _is_page_number(self, row: Row) -> bool:
        counted = Counter(round(height) for height in self._heights.get("#", ()))
        return bool(counted) and abs(row.y - counted.most_common(1)[0][0]) <= _NEAR
