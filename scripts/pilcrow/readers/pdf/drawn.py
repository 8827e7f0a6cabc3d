"""What a page draws beside text: rules, pictures and the areas of links; and how it is turned."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2_raw as pdfium

MOST_OBJECTS = 20_000
"""On one page; a drawing may hold any number of strokes."""
MOST_LINKS = 2000
_THIN = 4.0
"""Points; a drawn rule may be as thick, with its caps."""
_SHORTEST = 8.0
_LONGEST_ADDRESS = 2000
_PATH = 2
_IMAGE = 3
_URI = 3

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, from the upper left corner of the page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From the user space of a page to one in which its text stands upright, from its top left."""

    quarter: int
    left: float
    bottom: float
    right: float
    top: float

    def towards(self, quarter: int) -> Turn:
        """The turn that sets text upright which runs in another direction."""
        return Turn(quarter, self.left, self.bottom, self.right, self.top)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.quarter in {0, 2} else (height, width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as seen."""
        match self.quarter:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle as seen."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return (
            round(min(x0, x1), 1),
            round(min(y0, y1), 1),
            round(max(x0, x1), 1),
            round(max(y0, y1), 1),
        )


def drawn(page: object, turn: Turn) -> tuple[list[Box], list[Box]]:
    """The level rules of a page, and its pictures."""
    rules: list[Box] = []
    images: list[Box] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    corners = tuple(ctypes.byref(side) for side in (left, bottom, right, top))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        found = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind not in {_PATH, _IMAGE} or not pdfium.FPDFPageObj_GetBounds(found, *corners):
            continue
        box = turn.box(left.value, bottom.value, right.value, top.value)
        if kind == _IMAGE:
            images.append(box)
        elif box[3] - box[1] <= _THIN and box[2] - box[0] >= _SHORTEST:
            rules.append(box)
    return rules, images


def links(document: object, page: object, turn: Turn) -> list[tuple[Box, str]]:
    """The areas of a page that lead to an address, with the address."""
    found: list[tuple[Box, str]] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    area = pdfium.FS_RECTF()
    while len(found) < MOST_LINKS and pdfium.FPDFLink_Enumerate(
        page, ctypes.byref(position), ctypes.byref(link)
    ):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != _URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < size <= _LONGEST_ADDRESS:
            continue
        address = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, address, size)
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            box = turn.box(area.left, area.bottom, area.right, area.top)
            found.append((box, address.value.decode("utf-8", "ignore")))
    return found
