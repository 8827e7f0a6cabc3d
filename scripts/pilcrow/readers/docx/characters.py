"""Characters of Word that have no letter of their own, or none that is printed."""

from __future__ import annotations

from pilcrow.readers.docx.names import Element, W, attribute

_UNPRINTED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈",
    0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔",
    0xDE: "⇒", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
"""Characters of the font Symbol (Adobe's table) beside its Greek letters."""
_GREEK = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_AS_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•",
    0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_LOST = "\ufffd"
BULLETS = "•·●■▪▫◦○◆❖➢✓–—-\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc"
"""What typists and fonts use for bullets."""


def printed(text: str) -> str:
    """A text without what is never printed: soft hyphens, joiners of words."""
    return text.translate(_UNPRINTED).replace("\u2011", "-")


def symbol(element: Element) -> str:
    """The character of a `w:sym`; the sign for a lost character where its font is not known."""
    code = attribute(element, "char") or ""
    font = (attribute(element, "font") or "").lower()
    try:
        number = int(code, 16)
    except ValueError:
        return _LOST
    low = number & 0xFF if 0xF000 <= number <= 0xF0FF or number <= 0xFF else None  # noqa: PLR2004
    if low is not None and font == "symbol":
        if low in _SYMBOL:
            return _SYMBOL[low]
        letter = chr(low)
        return _AS_GREEK[_GREEK.index(letter)] if letter in _GREEK else letter
    if low is not None and font.startswith("wingdings"):
        return _WINGDINGS.get(low, _LOST)
    usable = 0x20 <= number <= 0xFFFD and not 0xD800 <= number <= 0xF8FF  # noqa: PLR2004
    return chr(number) if usable else _LOST


PLAIN_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
"""Elements of a run that stand for one character; a soft hyphen stands for none."""
