"""Pictures of a Word file: what a drawing shows, how large, and what the file says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pilcrow.model import Figure, Place
from pilcrow.readers.docx.charts import CX, DGM, C, printed_words
from pilcrow.readers.docx.names import MC, A, Element, V
from pilcrow.readers.docx.package import Package, Relation, relation_id
from pilcrow.readers.pictures import read_picture

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FROM_DATA = {C + "chart": "id", CX + "chart": "id", DGM + "relIds": "dm"}
"""What Word draws from data, and the attribute that names these."""
_DECORATION = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_UNITS = 9525
"""English metric units in a pixel of 1/96 inch."""
_WIDEST = 4000
_LENGTH = re.compile(
    r"(?P<side>width|height)\s*:\s*(?P<number>\d{1,5}(?:\.\d+)?)(?P<unit>pt|in|px)"
)
_PIXELS = {"pt": 96 / 72, "in": 96.0, "px": 1.0}
_MADE_BY_WORD = re.compile(r"description automatically generated|^[a-z]:\\|^https?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture by the id of its relation, its size as printed, and what the file says of it."""

    relation: str
    width: int = 0
    """In pixels of 1/96 inch; 0 where the file does not say."""
    height: int = 0
    description: str = ""
    from_data: bool = False
    """A chart or diagram that Word draws: its relation names the data."""
    instead: Drawn | None = None
    """The picture that the file holds for programs that cannot draw it."""


def drawn_by(element: Element) -> Drawn | None:
    """What an element of a drawing shows; None where it is no picture itself."""
    if element.tag == A + "blip":
        if _is_decoration(element):
            return None
        width, height, description = _of_drawing(element)
        relation = relation_id(element, "embed")
        return Drawn(relation=relation, width=width, height=height, description=description)
    if element.tag == V + "imagedata":
        width, height, description = _of_shape(element)
        relation = relation_id(element)
        return Drawn(relation=relation, width=width, height=height, description=description)
    if element.tag in _FROM_DATA:
        relation = relation_id(element, _FROM_DATA[str(element.tag)])
        return Drawn(relation=relation, from_data=True, instead=_instead(element))
    return None


def _instead(element: Element) -> Drawn | None:
    """The first picture of the other way in which the drawing is written."""
    for choice in element.iterancestors(MC + "Choice"):
        parent = choice.getparent()
        other = parent.find(MC + "Fallback") if parent is not None else None
        for picture in other.iter(A + "blip", V + "imagedata") if other is not None else ():
            return drawn_by(picture)
    return None


def _of_drawing(blip: Element) -> tuple[int, int, str]:
    for outer in blip.iterancestors(_DRAWING + "inline", _DRAWING + "anchor"):
        extent, about = outer.find(_DRAWING + "extent"), outer.find(_DRAWING + "docPr")
        width, height = (
            _pixels(extent.get(side, "")) if extent is not None else 0 for side in ("cx", "cy")
        )
        words = (about.get("descr") or about.get("title") or "") if about is not None else ""
        return width, height, _description(words)
    return 0, 0, ""


def _is_decoration(blip: Element) -> bool:
    """Tell whether its author marked a picture as one that says nothing."""
    for outer in blip.iterancestors(_DRAWING + "inline", _DRAWING + "anchor"):
        return any(mark.get("val") == "1" for mark in outer.iter(_DECORATION))
    return False


def _of_shape(image: Element) -> tuple[int, int, str]:
    shape = image.getparent()
    if shape is None:
        return 0, 0, ""
    sides = {
        match["side"]: min(_WIDEST, round(float(match["number"]) * _PIXELS[match["unit"]]))
        for match in _LENGTH.finditer(shape.get("style", ""))
    }
    words = shape.get("alt") or ""
    return sides.get("width", 0), sides.get("height", 0), _description(words)


def _pixels(units: str) -> int:
    number = int(units) if units.isdigit() and len(units) < len("1000000000") else 0
    return min(_WIDEST, round(number / _UNITS))


def _description(words: str) -> str:
    """What an author wrote of a picture; what Word made up or where the file lay is none."""
    return "" if _MADE_BY_WORD.search(words.strip()) else " ".join(words.split())[:1000]


def words_of(
    drawn: Drawn, package: Package, relations: Mapping[str, Relation], place: Place
) -> tuple[str, ...]:
    """The lines of words of a chart or diagram that is kept without its drawing."""
    relation = relations.get(drawn.relation)
    if not drawn.from_data or relation is None or relation.external:
        return ()
    if not isinstance(figure_of(drawn, package, relations, place), str):
        return ()
    root = package.drawn(relation.target)
    return printed_words(root) if root is not None else ()


def figure_of(
    drawn: Drawn, package: Package, relations: Mapping[str, Relation], place: Place
) -> Figure | str:
    """The figure; a picture that no page can show gives in words what it is."""
    if drawn.from_data:
        instead = figure_of(drawn.instead, package, relations, place) if drawn.instead else ""
        return "a chart or diagram that Word draws" if isinstance(instead, str) else instead
    relation = relations.get(drawn.relation)
    internal = relation is not None and not relation.external
    content = package.content(relation.target) if relation is not None and internal else None
    if content is None:
        return "not in the file, or damaged there"
    read = read_picture(content)
    if isinstance(read, str):
        return read
    sized = drawn.width and drawn.height
    return Figure(
        picture=read.picture,
        width=drawn.width if sized else read.width,
        height=drawn.height if sized else read.height,
        description=drawn.description,
        place=place,
    )
