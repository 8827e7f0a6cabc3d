"""Words as comparison sees them: hyphenation, quotation marks, white space make no difference."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_STROKE_SPACE = re.compile(r"(?<=[^\W\d_]/) (?=[^\W\d_])")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"'} | dict.fromkeys("‘’‚‛ʼ′`´", "'"))


def folded(text: str) -> str:
    """A text with single spaces, plain quotation marks and dashes, and no hyphen between letters.

    "govern-ment" equals "government" and "other/ more" equals "other/more", which no reader of a
    line's end can tell apart; "govern ment" and "2019-20" keep their space and their dash.
    """
    text = _STROKE_SPACE.sub("", text)
    # NFKC makes a space of a lone accent, so the accents that stand for quotation marks go first.
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text).translate(_QUOTES))
    return " ".join(_HYPHENATED.sub("", _DASHES.sub("-", plain.translate(_QUOTES))).split())
