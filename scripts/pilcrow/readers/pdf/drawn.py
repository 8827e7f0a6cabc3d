"""What a page draws beside text: strokes, pictures and the areas of links; and how it is turned."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2_raw as pdfium

MOST_OBJECTS = 20_000
"""On one page; a drawing may hold any number of strokes."""
MOST_LINKS = 2000
_THIN = 4.0
"""Points; a drawn rule may be as thick, with its caps."""
_SHORTEST = 8.0
_MOST_SEGMENTS = 400
"""Of one path; a longer one is a drawing."""
_LINE_TO, _MOVE_TO = 0, 2
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


@dataclass(slots=True)
class Drawn:
    """What a page draws beside its text."""

    rules: list[Box] = field(default_factory=list)
    """Level strokes."""
    bars: list[Box] = field(default_factory=list)
    """Upright strokes."""
    images: list[Box] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    """Areas, curves and slanting strokes."""

    def stroke(self, box: Box) -> bool:
        """Take a level or upright stroke; False where a path is neither."""
        left, top, right, bottom = box
        if bottom - top <= _THIN and right - left >= _SHORTEST:
            self.rules.append(box)
        elif right - left <= _THIN and bottom - top >= _SHORTEST:
            self.bars.append(box)
        else:
            return bottom - top <= _THIN and right - left <= _THIN
        return True


def drawn(page: object, turn: Turn) -> Drawn:
    """The strokes of a page, its pictures and what else it draws."""
    result = Drawn()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    corners = tuple(ctypes.byref(side) for side in (left, bottom, right, top))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        found = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind not in {_PATH, _IMAGE} or not pdfium.FPDFPageObj_GetBounds(found, *corners):
            continue
        box = turn.box(left.value, bottom.value, right.value, top.value)
        if kind == _IMAGE:
            result.images.append(box)
        elif not result.stroke(box):
            _path(found, box, turn, result)
    return result


def _path(found: object, box: Box, turn: Turn, result: Drawn) -> None:
    """Take a path that is no stroke: a frame or a grid as its strokes, an area as a shape."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(found, ctypes.byref(filled), ctypes.byref(stroked))
    if not (filled.value or stroked.value):
        return
    sides = list(_sides(found, turn)) if stroked.value else []
    apart = Drawn()
    straight = bool(sides) and all(side is not None and apart.stroke(side) for side in sides)
    if straight:
        result.rules.extend(apart.rules)
        result.bars.extend(apart.bars)
    if filled.value or not straight:
        result.shapes.append(box)


def _sides(found: object, turn: Turn) -> Iterator[Box | None]:
    """The straight strokes of a path; None for a curve, or where there are too many."""
    count = pdfium.FPDFPath_CountSegments(found)
    if count > _MOST_SEGMENTS:
        yield None
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(found, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[int, float, float]] = []
    first: tuple[float, float] = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(found, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        place = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        first = place if kind == _MOVE_TO else first
        points.append((kind, *place))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append((_LINE_TO, *first))
    for (_, x0, y0), (kind, x1, y1) in pairwise(points):
        if kind == _LINE_TO:
            yield turn.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        elif kind != _MOVE_TO:
            yield None


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
