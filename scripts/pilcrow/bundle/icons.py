"""The theme's icons, which every page repeats, once for all pages in the style sheet.

A page keeps a square in each icon's place, so that the theme's own rules for size, place and colour
hold; the sheet cuts the drawing out of it. It does so by shapes, not by pictures: a browser sets up
a document for a picture, and every page would wait for that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_ICON = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 24 24">'
    r'(?P<drawing>(?:<path d="[MmLlHhVvCcSsQqTtAaZz0-9 ,.+-]+"/>)+)</svg>'
)
_PATH = re.compile(r'd="([^"]+)"')


def with_shared_icons(page: str) -> tuple[str, dict[str, str]]:
    """The page with its icons by name, and the drawing of each name.

    A name follows from the drawing. Only plain icons of the theme count, paths in a square of 24;
    pictures of a report stay as they are.
    """
    drawings: dict[str, str] = {}

    def shared(icon: re.Match[str]) -> str:
        name = f"icon-{hashlib.sha256(icon['drawing'].encode()).hexdigest()[:6]}"
        drawings[name] = icon["drawing"]
        return f'<svg class="{name}" viewBox="0 0 24 24"><rect width="24" height="24"/></svg>'

    return _ICON.sub(shared, page), drawings


def icon_sheet(drawings: Iterable[tuple[str, str]]) -> str:
    """The rules by which the icons of these names are drawn, in the order of the names."""
    return "".join(
        f'.{name}>rect{{clip-path:path("{_joined(_PATH.findall(drawing))}")}}'
        for name, drawing in sorted(drawings)
    )


def _joined(paths: Iterable[str]) -> str:
    """Several paths as one; each starts anew, whether from a place or from the corner."""
    return "".join(path if path.startswith("M") else f"M0 0{path}" for path in paths)
