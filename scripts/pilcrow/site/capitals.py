"""Titles printed in capitals, for lists in which other reports' titles are not.

On its own pages a report keeps its title as printed. In a list with others capitals would shout;
how its words are written otherwise, the report's own text says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FEWEST = 2
"""A single word in capitals may be a name (UNDOF)."""
_EDGE = ""


def in_lists(title: str, texts: Iterable[str]) -> str:
    """The title in the letters that its words have in these texts, if it is in capitals throughout.

    Always: nothing but capitals changes, and nothing at all where a word of the title is in no
    text, since a name could not be told from a word. The longest stretch of the title that stands
    in the texts is written as it most often is there, then the next; a word that stands there
    alone is small if it ever is.
    """
    words = list(_WORD.finditer(title))
    names = [word.group().lower() for word in words]
    if title != title.upper() or len(words) < _FEWEST:
        return title
    said = _said(texts)
    places: dict[str, list[int]] = {name: [] for name in names}
    for place, form in enumerate(said):
        if form.lower() in places:
            places[form.lower()].append(place)
    if not all(places.values()):
        return title
    forms: list[str] = []
    while len(forms) < len(names):
        forms += _longest(names[len(forms) :], said, places)
    parts: list[str] = []
    done = 0
    for word, form in zip(words, forms, strict=True):
        parts += (title[done : word.start()], form if parts else form[:1].upper() + form[1:])
        done = word.end()
    return "".join((*parts, title[done:]))


def _said(texts: Iterable[str]) -> list[str]:
    """The words of the texts with edges between those that do not stand beside each other.

    What begins a sentence is left out: its capital says nothing.
    """
    said: list[str] = []
    for text in texts:
        end = 0
        for found in _WORD.finditer(text):
            between = text[end : found.start()]
            if between != " ":
                said.append(_EDGE)
            if end and not set(".:?!").intersection(between):
                said.append(found.group())
            end = found.end()
        said.append(_EDGE)
    return said


def _longest(
    names: Sequence[str], said: Sequence[str], places: dict[str, list[int]]
) -> Sequence[str]:
    """How the longest beginning of these words that is said somewhere is written most often."""
    found: Counter[tuple[str, ...]] = Counter()
    longest = 0
    for place in places[names[0]]:
        length = 1
        while length < len(names) and said[place + length].lower() == names[length]:
            length += 1
        if length > longest:
            longest = length
            found.clear()
        if length == longest:
            found[tuple(said[place : place + length])] += 1
    small = (names[0],)
    return small if small in found else found.most_common(1)[0][0]
