"""Automatic numbering: counts the lists of a document as Word does, and prints their labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pilcrow.passes.labels import to_roman
from pilcrow.readers.docx.names import Element, W, attribute, toggle, value_of

_DEEPEST = 9
_LETTERS = {
    "Letter": "abcdefghijklmnopqrstuvwxyz",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: how its number is printed."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """With %1 for the number of the first level, and so on."""
    restarts: int | None = None
    """The level whose next number begins this one anew; 0 for none, None for any higher."""
    style: str | None = None
    """The paragraph style that this level belongs to."""
    legal: bool = False
    """Every number in it is printed in arabic figures."""


@dataclass(slots=True)
class _List:
    """A list with the count of each of its levels."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What Word prints before a paragraph; a bullet has no words."""

    text: str
    bullet: bool
    depth: int


class Numbering:
    """The lists of a document; `label` counts, so it is asked once a paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        """Read the part; a document without one has no lists."""
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._own: dict[str, dict[int, Level]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for element in root.iter(W + "abstractNum"):
            self._abstract[attribute(element, "abstractNumId") or ""] = element
        for element in root.iter(W + "num"):
            self._numbers[attribute(element, "numId") or ""] = element

    def label(self, number: str | None, level: str | None) -> Label | None:
        """Count a paragraph of a list, and give what is printed before it; None without any."""
        element = self._numbers.get(number or "")
        if number is None or element is None or number == "0":
            return None
        depth = int(level) if level and level.isdigit() else 0
        counted = self._list(element)
        own = self._levels_of(number, element, counted)
        chosen = own.get(depth)
        if chosen is None:
            return None
        self._count(number, element, counted, depth, own)
        if chosen.form == "bullet":
            return Label(text="", bullet=True, depth=depth + 1)
        text = _printed(chosen, counted, own) if chosen.form != "none" or chosen.text else ""
        return Label(text=" ".join(text.split()), bullet=False, depth=depth + 1)

    def level_of(self, number: str | None, style: str | None) -> str:
        """The level of a list that belongs to a style; the first where none does."""
        element = self._numbers.get(number or "")
        if element is None or style is None:
            return "0"
        levels = self._levels_of(number or "", element, self._list(element))
        return next((str(depth) for depth, each in levels.items() if each.style == style), "0")

    def _list(self, element: Element) -> _List:
        identifier = value_of(element, "abstractNumId") or ""
        if identifier not in self._lists:
            self._lists[identifier] = _List(levels=self._abstract_levels(identifier))
        return self._lists[identifier]

    def _abstract_levels(self, identifier: str) -> dict[int, Level]:
        element = self._abstract.get(identifier)
        if element is None:
            return {}
        link = value_of(element, "numStyleLink")
        if link is not None:
            for other in self._abstract.values():
                if value_of(other, "styleLink") == link and other is not element:
                    element = other
                    break
        return dict(_level(level) for level in element.findall(W + "lvl"))

    def _levels_of(self, number: str, element: Element, counted: _List) -> dict[int, Level]:
        """The levels as this use of the list has them."""
        if number not in self._own:
            levels = dict(counted.levels)
            for override in element.findall(W + "lvlOverride"):
                for level in override.findall(W + "lvl"):
                    depth, changed = _level(level)
                    levels[depth] = changed
            self._own[number] = levels
        return self._own[number]

    def _count(
        self, number: str, element: Element, counted: _List, depth: int, own: dict[int, Level]
    ) -> None:
        start = own[depth].start
        begin = self._begins_anew(number, element, depth)
        if begin is not None:
            counted.counts[depth] = begin
        elif depth in counted.counts:
            counted.counts[depth] += 1
        else:
            counted.counts[depth] = start
        for higher in range(depth):
            if higher in own:
                counted.counts.setdefault(higher, own[higher].start)
        for lower in [each for each in counted.counts if each > depth]:
            restarts = own[lower].restarts if lower in own else None
            if restarts is None or (restarts > 0 and depth < restarts):
                del counted.counts[lower]

    def _begins_anew(self, number: str, element: Element, depth: int) -> int | None:
        """Where a use of the list says that it begins anew, it does so once."""
        if (number, depth) in self._begun:
            return None
        self._begun.add((number, depth))
        for override in element.findall(W + "lvlOverride"):
            start = value_of(override, "startOverride")
            if attribute(override, "ilvl") == str(depth) and start is not None:
                return _integer(start, 1)
        return None


def _integer(text: str | None, otherwise: int) -> int:
    """A small number; anything else is damaged."""
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise


def _level(element: Element) -> tuple[int, Level]:
    restart = value_of(element, "lvlRestart")
    return _integer(attribute(element, "ilvl"), 0), Level(
        start=_integer(value_of(element, "start"), 0),
        form=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText") or "",
        restarts=None if restart is None else _integer(restart, 0),
        style=value_of(element, "pStyle"),
        legal=bool(toggle(element, "isLgl")),
    )


def _printed(level: Level, counted: _List, own: dict[int, Level]) -> str:
    def one(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        form = "decimal" if level.legal else own[depth].form if depth in own else "decimal"
        return number_text(counted.counts.get(depth, 1), form)

    return re.sub(r"%([1-9])", one, level.text)


def number_text(number: int, form: str) -> str:
    """A number as Word prints it in a form ("lowerRoman"); arabic figures where it is unknown."""
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 400:  # noqa: PLR2004
        text = to_roman(number)
        return text.upper() if form.startswith("upper") else text
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        text = _letters(number, _LETTERS["Letter"])
        return text.upper() if form.startswith("upper") else text
    if form in {"russianLower", "russianUpper"} and number > 0:
        text = _letters(number, _LETTERS["russianLower"])
        return text.upper() if form.endswith("Upper") else text
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "chicago" and number > 0:
        return _letters(number, "*†‡§")
    return "" if form == "none" else str(number)


def _letters(number: int, letters: str) -> str:
    """Z is followed by aa, bb, as Word has it; no list is so long that this becomes a text."""
    times, index = divmod(number - 1, len(letters))
    return letters[index] * min(times + 1, _DEEPEST)
