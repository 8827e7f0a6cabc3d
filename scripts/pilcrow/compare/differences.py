"""What two editions of a report differ in: the same report from its Word file and its PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher

from pilcrow.compare.outline import NAMES, Entry, Kind, outline
from pilcrow.compare.words import folded
from pilcrow.model import Masthead, Report

_AROUND = 4
"""Words shown on either side of a difference."""
_AT_MOST = 12
"""Words of a difference shown; the rest is counted."""
_ALIKE = 0.5
"""Texts with more words in common than this are one text with a difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference; `where` names the place, `first` and `second` what each edition has."""

    where: str
    first: str
    second: str

    def __str__(self) -> str:
        return f"{self.where}:\n  A {self.first}\n  B {self.second}"


def differences(first: Report, second: Report) -> tuple[Difference, ...]:
    """Every difference of masthead, headings, paragraphs, subparagraphs, notes and other text.

    Word for word, but for hyphenation, quotation marks, and capitals of headings. Other text
    (passages, tables) is compared as the words under one heading: where a row ends is the page's.
    Furniture and problems are not compared: each source has its own.
    """
    return (
        *_masthead(first.masthead, second.masthead),
        *_entries(_joined(outline(first)), _joined(outline(second))),
    )


def _masthead(first: Masthead, second: Masthead) -> Iterator[Difference]:
    for field in fields(Masthead):
        a, b = (_value(getattr(masthead, field.name)) for masthead in (first, second))
        if field.name == "job_number" and not (a and b):
            # Furniture of the printed page: a Word file need not have it.
            continue
        if folded(a).casefold() != folded(b).casefold():
            yield Difference(
                where=f"masthead, {field.name.replace('_', ' ')}", first=_said(a), second=_said(b)
            )


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def _joined(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Neighbouring lines of other text as one; tables apart, since a page may move them."""
    result: list[Entry] = []
    waiting: dict[bool, list[Entry]] = {False: [], True: []}

    def flush() -> None:
        for lines in waiting.values():
            if lines:
                result.append(
                    Entry(
                        kind=Kind.TEXT,
                        text=" ".join(line.text for line in lines),
                        marks=sum(line.marks for line in lines),
                        table=lines[0].table,
                    )
                )
                lines.clear()

    for entry in entries:
        if entry.kind is Kind.TEXT:
            waiting[entry.table].append(entry)
            continue
        # A table may stand before or after the paragraph that speaks of it; a heading ends both.
        if entry.kind in {Kind.HEADING, Kind.NOTE}:
            flush()
        result.append(entry)
    flush()
    return tuple(result)


def _entries(first: Sequence[Entry], second: Sequence[Entry]) -> Iterator[Difference]:
    matcher = SequenceMatcher(
        None,
        [(entry.kind, entry.number, entry.degree, entry.marks, entry.key) for entry in first],
        [(entry.kind, entry.number, entry.degree, entry.marks, entry.key) for entry in second],
        autojunk=False,
    )
    for operation, a, a_end, b, b_end in matcher.get_opcodes():
        if operation != "equal":
            yield from _between(first[a:a_end], second[b:b_end])


def _between(first: Sequence[Entry], second: Sequence[Entry]) -> Iterator[Difference]:
    """Pair what stands between two agreements: by kind and number, else by alike words."""
    left = list(second)
    for entry in first:
        other = next(
            (each for each in left if entry.number and _name(each) == _name(entry)), None
        ) or next((each for each in left if _alike(entry, each)), None)
        if other is None:
            yield Difference(where=entry.named(), first="has it", second="has it not")
        else:
            left.remove(other)
            yield from _pair(entry, other)
    for entry in left:
        yield Difference(where=entry.named(), first="has it not", second="has it")


def _name(entry: Entry) -> tuple[Kind, str, str]:
    return entry.kind, entry.number, entry.within


def _alike(first: Entry, second: Entry) -> bool:
    a, b = first.key.casefold().split(), second.key.casefold().split()
    if not a or not b:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE


def _pair(first: Entry, second: Entry) -> Iterator[Difference]:
    where = first.named(40)
    if (first.kind, first.number) != (second.kind, second.number):
        yield Difference(where=where, first=first.named(20), second=second.named(20))
    elif first.degree != second.degree:
        yield Difference(
            where=where, first=f"degree {first.degree}", second=f"degree {second.degree}"
        )
    if first.marks != second.marks:
        name = NAMES[Kind.NOTE]
        yield Difference(
            where=where,
            first=f"{first.marks} {name[first.marks != 1]}",
            second=f"{second.marks} {name[second.marks != 1]}",
        )
    if first.key.casefold() != second.key.casefold() or (
        first.kind is second.kind and first.key != second.key
    ):
        yield from _words(where, _as_printed(first.text), _as_printed(second.text))


def _as_printed(text: str) -> list[str]:
    return [word for word in text.split() if folded(word)]


def _words(where: str, first: list[str], second: list[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(
        None, list(map(folded, first)), list(map(folded, second)), autojunk=False
    )
    for operation, a, a_end, b, b_end in matcher.get_opcodes():
        if operation != "equal":
            yield Difference(
                where=where, first=_extract(first, a, a_end), second=_extract(second, b, b_end)
            )


def _extract(words: list[str], start: int, end: int) -> str:
    """The words of a difference in quotation marks of their own, between some that agree."""
    shown = words[start : min(end, start + _AT_MOST)]
    more = end - start - len(shown)
    inside = " ".join(shown) + (f" … and {more} more words" if more else "")
    before, after = words[max(0, start - _AROUND) : start], words[end : end + _AROUND]
    return " ".join((*before, f"«{inside}»", *after))


def _said(value: str) -> str:
    return f'"{value}"' if value else "none"
