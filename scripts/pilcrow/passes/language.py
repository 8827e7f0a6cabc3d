"""The language of a source, recognised from its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

_COMMON = {
    "en": "the of and to in that for on is with by as was are were at from it be has which",
    "fr": "le la les des du et à en que pour dans sur est par au une qui aux sont été ce",
    "es": "el la los las de y en que para por con del se su una al es sobre más sus como",
}
"""The words that stand most in UN documents of a language."""
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _language)
_SCRIPTS = (
    ("ru", re.compile(r"[а-яё]", re.IGNORECASE)),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_ENOUGH = 5_000
"""Words to look at."""
_FEWEST = 30
"""Common words from which on a language is recognised."""


def recognise(lines: Iterable[str]) -> str | None:
    """The UN language of a text, or None where it is too short or not clear.

    A script decides where most letters are of it; else the common words do, where those of one
    language stand at least one and a half times as often as those of any other.
    """
    words = list(islice((word for line in lines for word in line.lower().split()), _ENOUGH))
    letters = "".join(words)
    for language, pattern in _SCRIPTS:
        if 2 * len(pattern.findall(letters)) > len(letters):
            return language
    found: Counter[str] = Counter()
    for word in words:
        found.update(_LANGUAGES.get(word.strip('.,;:()«»"“”'), ()))
    ranked = found.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if 2 * ranked[0][1] >= 3 * second else None
