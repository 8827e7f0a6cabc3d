"""The theme's icons, which every page repeats, once for all pages in the style sheet.

A page keeps an empty `svg` in each icon's place, so that the theme's own rules for its size and
place hold; the sheet cuts the drawing out of the colour of the text around it. All drawings stand
in one picture beside each other: a browser sets up a document for each picture of this kind, while
the page waits.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_ICON = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 24 24">'
    r'(?P<drawing>(?:<path d="[MmLlHhVvCcSsQqTtAaZz0-9 ,.+-]+"/>)+)</svg>'
)
_ALL = "svg[class^=icon-]"
_SIDE = 24


def with_shared_icons(page: str) -> tuple[str, dict[str, str]]:
    """The page with its icons by name, and the drawing of each name.

    A name follows from the drawing. Only plain icons of the theme count, paths in a square of 24;
    pictures of a report stay as they are.
    """
    drawings: dict[str, str] = {}

    def shared(icon: re.Match[str]) -> str:
        name = f"icon-{hashlib.sha256(icon['drawing'].encode()).hexdigest()[:6]}"
        drawings[name] = icon["drawing"]
        return f'<svg class="{name}"></svg>'

    return _ICON.sub(shared, page), drawings


def icon_sheet(drawings: Iterable[tuple[str, str]]) -> str:
    """The rules by which the icons of these names are drawn.

    Where colours are forced, backgrounds are taken away: the icon then has the system's colour.
    """
    ordered = sorted(drawings)
    if not ordered:
        return ""
    # Between two drawings is the room of one, so that no edge of another shows.
    slots = 2 * len(ordered) - 1
    picture = "".join(
        f"<g transform='translate({2 * _SIDE * place})'>{_quoted(drawing)}</g>"
        for place, (_, drawing) in enumerate(ordered)
    )
    address = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' "
        f"viewBox='0 0 {slots * _SIDE} {_SIDE}'>{picture}</svg>"
    )
    common = (
        f"{_ALL}{{aspect-ratio:1;background:currentcolor;"
        f'mask:url("{address}") 0 0/{slots}00% 100% no-repeat}}'
        f"@media (forced-colors:active){{{_ALL}{{forced-color-adjust:none;background:CanvasText}}}}"
    )
    last = max(len(ordered) - 1, 1)
    return common + "".join(
        f"svg.{name}{{mask-position:{100 * place / last:.5g}% 0}}"
        for place, (name, _) in enumerate(ordered)
    )


def _quoted(drawing: str) -> str:
    return drawing.replace('"', "'")
