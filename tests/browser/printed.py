"""A printed PDF read back: its lines with their places, its bookmarks, its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page

_NUMBER = re.compile(r"\d+\.")
_SAME = 1.5
"""Points within which two lines begin at the same place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a sheet; points from the sheet's left and lower edge."""

    sheet: int
    text: str
    left: float
    after_first: float
    """Where the second word begins; the line's own right end where it has one word."""
    first_ends: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What a PDF says."""

    title: str
    bookmarks: tuple[tuple[int, str], ...]
    """Degree, from 0, and words, in order."""
    sheets: tuple[tuple[Line, ...], ...]
    width: float
    height: float

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the file."""
        return tuple(line for sheet in self.sheets for line in sheet)

    def numbers(self) -> list[str]:
        """The paragraph numbers that stand whole in the margin of their first line, in order.

        The margin is what lies left of the place where most lines begin.
        """
        text_begins, _ = Counter(round(line.left) for line in self.lines).most_common(1)[0]
        return [
            line.text.split()[0]
            for line in self.lines
            if _NUMBER.fullmatch((line.text.split() or [""])[0])
            and 0 < line.left < line.first_ends < text_begins
            and abs(line.after_first - text_begins) < _SAME
        ]


def print_page(page: Page, path: Path) -> Printed:
    """Print the page on A4 as a browser's own dialogue would, and read the file back."""
    page.pdf(path=path, format="A4", outline=True, tagged=True)
    return read_pdf(path)


def read_pdf(path: Path) -> Printed:
    """Read a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        width, height = document[0].get_size()
        return Printed(
            title=document.get_metadata_dict()["Title"],
            bookmarks=tuple(
                (mark.level, " ".join(mark.get_title().split())) for mark in document.get_toc()
            ),
            sheets=tuple(
                tuple(_lines(sheet, document[sheet].get_textpage()))
                for sheet in range(len(document))
            ),
            width=width,
            height=height,
        )


def _lines(sheet: int, text: pypdfium2.PdfTextPage) -> Iterator[Line]:
    start = 0
    for line in re.split(r"(\r\n|\r|\n)", text.get_text_range()):
        if line.strip():
            boxes = [text.get_charbox(start + place) for place in range(len(line))]
            space = line.find(" ")
            first = space if space > 0 else len(line)
            yield Line(
                sheet=sheet,
                text=line,
                left=boxes[0][0],
                first_ends=boxes[first - 1][2],
                after_first=boxes[first + 1][0] if first + 1 < len(line) else boxes[-1][2],
                bottom=min(box[1] for box in boxes),
                top=max(box[3] for box in boxes),
            )
        start += len(line)
