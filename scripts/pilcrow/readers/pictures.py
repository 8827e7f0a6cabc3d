"""Says what a picture in a source is, by its first bytes, and whether a page can show it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from pilcrow.model import Media, Picture

LARGEST = 8_000_000
"""Bytes of one picture."""
_MOST_PIXELS = 40_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_UNSEEN = (
    (b"\x01\x00\x00\x00", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\x00\x09\x00", "WMF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
)
"""How pictures begin that browsers do not show, or that may hold scripts."""
_STAND_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of JPEG without a length."""
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """A picture and how many pixels it has."""

    picture: Picture
    width: int
    height: int


def read_picture(content: bytes) -> Sized | str:
    """Read a picture; one that no page shows gives in words what it is."""
    if len(content) > LARGEST:
        return f"larger than {LARGEST // 1_000_000} MB"
    if content.startswith(_PNG):
        media, size = Media.PNG, _png(content)
    elif content.startswith(_JPEG):
        media, size = Media.JPEG, _jpeg(content)
    elif content[:6] in {b"GIF87a", b"GIF89a"}:
        media, size = Media.GIF, _gif(content)
    else:
        forms = (form for start, form in _UNSEEN if content.startswith(start))
        return f"in a format that browsers do not show ({next(forms, 'unknown')})"
    if size is None or not all(size):
        return "damaged"
    if size[0] * size[1] > _MOST_PIXELS:
        return f"of {size[0]} by {size[1]} pixels"
    return Sized(picture=Picture(content=content, media=media), width=size[0], height=size[1])


def _png(content: bytes) -> tuple[int, int] | None:
    """Width and height; None unless its pieces are whole up to the last."""
    at, size = len(_PNG), None
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind = content[at + 4 : at + 8]
        if kind == b"IHDR" and at + 16 <= len(content):
            size = struct.unpack_from(">II", content, at + 8)
        at += 12 + length
        if kind == b"IEND":
            return size
    return None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(content):
        if content[at] != 0xFF:  # noqa: PLR2004 - how every marker begins
            return None
        marker = content[at + 1]
        if marker == 0xFF or marker in _STAND_ALONE:  # noqa: PLR2004 - a byte that fills
            at += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
    return None


def _gif(content: bytes) -> tuple[int, int] | None:
    if len(content) < 14:  # noqa: PLR2004 - the header and one more
        return None
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height
