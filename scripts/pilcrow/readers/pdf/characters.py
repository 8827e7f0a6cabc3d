"""What a glyph's code says: letters as they are written, not as a font draws them."""

from __future__ import annotations

SPACES = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)})
"""Codes of spaces of any width."""
READABLE_WIDTH = 0.02
"""Of the size: a narrower glyph is not seen."""
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHENS = frozenset({0x02, 0xAD, 0x2010, 0x2011})
"""Hyphens as fonts name them; 2 is how PDFium gives one at a line's end."""
_SYMBOL_FONT = {
    0xB7: "•",
    0xA7: "▪",
    0xA8: "•",
    0x9F: "•",
    0x6C: "•",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x76: "❖",
    0xD8: "➢",
    0xE0: "→",
    0xFC: "✓",
    0x2D: "–",
    0x2A: "*",
    0xB3: "≥",
    0xA3: "≤",
    0xB1: "±",
    0xB0: "°",
}
"""Codes of the fonts Symbol and Wingdings, which stand at F000 and on."""
_UNSEEN = frozenset({0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF})
_PRIVATE = range(0xE000, 0xF900)
_SYMBOLS_START = 0xF000
_FIRST_LETTER = 0x20
_LAST = 0x10FFFF


def readable(code: int, *, narrow: bool = False) -> str | None:
    """The text that a glyph's code stands for; None where it stands for none that is known.

    Joiners and soft hyphens that are not seen give nothing.
    """
    if _FIRST_LETTER < code < 0x7F:  # noqa: PLR2004 - the end of ASCII
        return chr(code)
    if code in _UNSEEN:
        return ""
    if code in _HYPHENS:
        return "" if narrow and code != 0x02 else "-"  # noqa: PLR2004
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _PRIVATE:
        return _SYMBOL_FONT.get(code - _SYMBOLS_START)
    is_text = code > 0x9F and code <= _LAST and code not in {0xFFFD, 0xFFFE, 0xFFFF}  # noqa: PLR2004
    return chr(code) if is_text and not 0xD800 <= code < 0xE000 else None  # noqa: PLR2004
