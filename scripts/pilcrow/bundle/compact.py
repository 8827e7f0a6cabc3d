"""White space that no reader sees, taken out of a page."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"[ \t\r\n]*\n[ \t\r\n]*")
_STRETCH = re.compile(r"[ \t]{2,}")


def compact(page: str) -> str:
    """The page with each stretch of white space as one character.

    White space stays where there was some, so words stay apart; what is shown as typed
    (`pre`, `textarea`) and scripts stay as they are.
    """
    pieces = _KEPT.split(page)
    # split() gives text, kept, its tag name, text, kept, …
    return "".join(
        _STRETCH.sub(" ", _BREAK.sub("\n", piece)) if index % 3 == 0 else piece
        for index, piece in enumerate(pieces)
        if index % 3 != 2  # noqa: PLR2004 - the third of each three is the tag's name
    )
