"""Titles in running text: runs of capitalised words, and what stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(
    r'(?<![^\s(\[])"(?P<straight>(?=\S)[^"“”]{3,300}(?<=\S))"(?!\w)|“(?P<curly>[^“”]{3,300})”'
)
_TOKEN = re.compile(r"\S+")
SMALL_WORDS = frozenset(
    "of and the in on to for a an from with against between into by at as or through its their "
    "within under over towards de la du des el los y et para del".split()
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d\W*")
_LONGEST = 40


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Spans of what stands in double quotation marks, without the marks and a last comma."""
    for match in _QUOTED.finditer(text):
        group = "straight" if match["straight"] is not None else "curly"
        start, end = match.span(group)
        while end > start and text[end - 1] in " ,.;":
            end -= 1
        while start < end and text[start] == " ":
            start += 1
        if start < end:
            yield start, end


def title_at(text: str, start: int) -> int:
    """Where the title that begins at `start` ends; `start` where none does.

    A title is a run of capitalised words with small ones between, also across a colon before a
    capital, and, behind such a colon, across a comma before a capital.
    """
    end, colon = start, False
    for count, match in enumerate(_TOKEN.finditer(text, start)):
        token = match.group()
        word = token.strip("\"'“”‘’()[],.;:?!")
        if count == 0 and match.start() != start:
            return start
        if count >= _LONGEST or not (_is_capital(word) or (count and word in SMALL_WORDS)):
            break
        if count and (token[0] == "(" or _dates(text, match)):
            break
        if word not in SMALL_WORDS or (count == 0 and _is_capital(word)):
            end = match.start() + len(token.rstrip(',.;:?!)]"”'))
        elif _is_capital(word):
            end = match.end()
        last = token[-1]
        following = text[match.end() + 1 : match.end() + 2]
        if last == ":" and following.isupper():
            colon = True
        elif last == "," and colon and following.isupper():
            continue
        elif last in ',.;:?!)”"' and not (last == "." and len(word) == 1):
            break
    return end


def capitals(title: str) -> int:
    """How many words of a title begin with a capital."""
    return sum(word[:1].isupper() for word in title.split())


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or (word[:1].isdigit() and word[-1:].isdigit())


def _dates(text: str, match: re.Match[str]) -> bool:
    """Whether "in November 2022" or "in 2022" begins here: that is when, not the title."""
    if match.group() not in {"in", "on", "by", "since", "from"}:
        return False
    following = _TOKEN.match(text, match.end() + 1)
    if following is None:
        return False
    word = following.group().strip(",.;")
    return word in _MONTHS or bool(_YEAR.fullmatch(word)) or word.isdigit()
