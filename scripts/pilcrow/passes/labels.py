"""Labels of headings, numbers of paragraphs and marks of subparagraphs.

A label has more than one reading ("I." is a roman 1 or the ninth letter); which one holds is
decided by what is expected next, never by the label alone.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass


class LabelKind(enum.Enum):
    """Kinds of heading labels, with the degree the Editorial Manual gives each."""

    ROMAN = 1
    LETTER = 2
    ARABIC = 3
    PAREN_LETTER = 4
    PAREN_ROMAN = 5


class MarkKind(enum.Enum):
    """Kinds of subparagraph marks: (a), then (i), then a., then i."""

    LETTER = 1
    ROMAN = 2
    DOTTED_LETTER = 3
    DOTTED_ROMAN = 4
    NUMBER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a label: its kind and its place in the count, from 1."""

    kind: LabelKind
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkReading:
    """One way to read a subparagraph mark."""

    kind: MarkKind
    value: int


CHAPTER = (
    r"(?:Chapter|CHAPTER|Chapitre|CHAPITRE|Capítulo|CAPÍTULO|Глава|ГЛАВА)"
    r"\s+(?:[IVXLC]{1,7}|\d{1,2})"
)
"""How a chapter is labelled that is called so: "Chapter I"."""
HEADING_LABEL = re.compile(
    rf"(?P<label>{CHAPTER}:?(?=\.?\s+[^\W\d_a-zà-ÿа-я])"
    r"|[IVXLC]{1,7}|[A-ZА-Я]|\d{1,2}|\((?:[a-zа-я]|[ivx]{1,5})\)"
    r"|(?:[a-zа-я]|[ivx]{1,5})\))(?P<dot>[.)]?)\s+(?=\S)"
)
PARAGRAPH_NUMBER = re.compile(
    r"(?P<number>\d{1,4}(?:\.\d{1,3})?)\s?\.(?:\s+|$|(?=[A-ZÀ-ÝА-Я\"“«]))"
)
SUBPARAGRAPH_MARK = re.compile(
    r"(?P<mark>\((?:[a-zа-я]{1,2}|[ivx]{1,6}|\d{1,2})\)|(?:[a-zа-я]|[ivx]{1,6})[.)]|\d{1,2}\))"
    r"(?:\s+|$)"
)
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that Russian lists count with: all but ё, й, ъ, ы, ь."""
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(text: str) -> int | None:
    """Value of a roman number in either case, or None where it is not one ("IIII", "VX")."""
    total = 0
    letters = text.lower()
    if not letters or any(letter not in _ROMAN_VALUES for letter in letters):
        return None
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _ROMAN_VALUES[letter]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total if total and to_roman(total) == letters else None


def to_roman(number: int) -> str:
    """4 as "iv"."""
    parts = []
    for value, numeral in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        count, number = divmod(number, value)
        parts.append(numeral * count)
    return "".join(parts)


def _letter(text: str) -> int | None:
    """A is 1, z is 26, aa is 27, bb is 28 as UN lists go on."""
    if not text or len(set(text)) != 1 or not text[0].isalpha():
        return None
    if text[0].lower() in _RUSSIAN:
        return _RUSSIAN.index(text[0].lower()) + 1 + len(_RUSSIAN) * (len(text) - 1)
    if not text[0].isascii():
        return None
    return ord(text[0].lower()) - ord("a") + 1 + 26 * (len(text) - 1)


def readings(label: str) -> tuple[Reading, ...]:
    """Every way to read a heading's label; what is called a chapter has one."""
    word, _, number = label.rpartition(" ")
    inner = number.strip("():")
    if word:
        value = int(inner) if inner.isdigit() else roman(inner)
        return (Reading(kind=LabelKind.ROMAN, value=value),) if value else ()
    if ")" in label:
        pairs = ((LabelKind.PAREN_LETTER, _letter(inner)), (LabelKind.PAREN_ROMAN, roman(inner)))
    elif label.isdigit():
        pairs = ((LabelKind.ARABIC, int(label)), (LabelKind.ARABIC, None))
    else:
        letter = _letter(label) if len(label) == 1 else None
        pairs = ((LabelKind.LETTER, letter), (LabelKind.ROMAN, roman(label)))
    return tuple(Reading(kind=kind, value=value) for kind, value in pairs if value)


def mark_readings(mark: str) -> tuple[MarkReading, ...]:
    """Every way to read a subparagraph's mark; `a)` reads like `(a)` as French has it."""
    inner = mark.strip("().")
    bracketed = ")" in mark
    letter_kind = MarkKind.LETTER if bracketed else MarkKind.DOTTED_LETTER
    roman_kind = MarkKind.ROMAN if bracketed else MarkKind.DOTTED_ROMAN
    if inner.isdigit():
        return (MarkReading(kind=MarkKind.NUMBER, value=int(inner)),)
    pairs = ((letter_kind, _letter(inner)), (roman_kind, roman(inner)))
    return tuple(MarkReading(kind=kind, value=value) for kind, value in pairs if value)


def expected(label: str, open_labels: Sequence[Reading]) -> tuple[Reading, bool] | None:
    """Choose the reading of a heading's label by expected successor.

    Args:
        label: as printed, without its dot.
        open_labels: labels of the headings that stand open, from the chapter down.

    Returns:
        The reading, and whether it is what was expected: the successor of an open heading, or
        the first of a lower degree. None where the label has no reading.
    """
    options = readings(label)
    for depth in range(len(open_labels) - 1, -1, -1):
        for option in options:
            current = open_labels[depth]
            if option.kind is current.kind and option.value == current.value + 1:
                return option, True
    open_kinds = {current.kind for current in open_labels}
    deepest = max((current.kind.value for current in open_labels), default=0)
    firsts = [
        option
        for option in options
        if option.value == 1 and option.kind not in open_kinds and option.kind.value > deepest
    ]
    if firsts:
        return min(firsts, key=lambda option: option.kind.value), True
    if not options:
        return None
    ahead = [
        (option.value - current.value, option)
        for current in open_labels
        for option in options
        if option.kind is current.kind and option.value > current.value
    ]
    if ahead:
        return min(ahead, key=lambda pair: pair[0])[1], False
    return min(options, key=lambda option: option.value), False
