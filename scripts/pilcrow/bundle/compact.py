"""White space that no reader sees, taken out of a page."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_WHITE = " \t\r"
_STRETCH = re.compile(r"[ \t]{2,}")


def compact(page: str) -> str:
    """The page with each stretch of white space as one character.

    White space stays where there was some, so words stay apart; what is shown as typed
    (`pre`, `textarea`) and scripts stay as they are.
    """
    pieces = _KEPT.split(page)
    # split() gives text, kept, its tag name, text, kept, …
    return "".join(
        _compact(piece) if index % 3 == 0 else piece
        for index, piece in enumerate(pieces)
        if index % 3 != 2  # noqa: PLR2004 - the third of each three is the tag's name
    )


def _compact(text: str) -> str:
    first, *rest = text.split("\n")
    if rest:
        # What is empty between two breaks makes one of them.
        between = [line for each in rest[:-1] if (line := each.strip(_WHITE))]
        text = "\n".join((first.rstrip(_WHITE), *between, rest[-1].lstrip(_WHITE)))
    return _STRETCH.sub(" ", text) if "  " in text or "\t" in text else text
