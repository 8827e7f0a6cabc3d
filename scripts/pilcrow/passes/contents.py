"""Checks the printed contents against the report: a page of contents often gives paragraphs too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pilcrow.model import Passage, Place, Problem, Report, Section, Table, plain
from pilcrow.titles import paragraphs_below

_ENTRY = re.compile(
    r"(?:(?P<label>[IVXLC]{1,7}|[A-Z]|\d{1,2}|\([a-z]{1,3}\))[.)]?\s+)?(?P<title>\D.*?)[\s.…_]*\s"
    r"(?P<first>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?[\s.…_]+(?P<page>\d{1,3})"
)
_FEWEST = 2
"""Entries with a range from which on the numbers are taken for paragraphs and pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the contents that names paragraphs."""

    title: str
    first: int
    last: int
    is_range: bool
    place: Place


def contents_problems(report: Report) -> tuple[Problem, ...]:
    """A notice for each entry whose heading has other paragraphs, or is no heading of the report.

    Only where the contents give ranges of paragraphs ("II. Work ... 11–60  5"); lines that give a
    page alone say nothing of paragraphs. The report's own numbers stand.
    """
    entries = [entry for entry in _entries(report) if entry is not None]
    if sum(entry.is_range for entry in entries) < _FEWEST:
        return ()
    sections: dict[str, list[Section]] = {}
    for section in report.walk_sections():
        sections.setdefault(_letters(plain(section.title)), []).append(section)
    return tuple(
        problem
        for entry in entries
        if (problem := _problem(entry, sections.get(_letters(entry.title), []))) is not None
    )


def _entries(report: Report) -> Iterator[Entry | None]:
    for block in report.front_matter:
        if isinstance(block, Passage):
            yield _entry(plain(block.inlines), block.place)
        elif isinstance(block, Table):
            for row in block.rows:
                yield _entry(" ".join(filter(None, map(plain, row))), block.place)


def _entry(line: str, place: Place) -> Entry | None:
    match = _ENTRY.fullmatch(line.strip())
    if match is None or not any(letter.isalpha() for letter in match["title"]):
        return None
    first = int(match["first"])
    last = int(match["last"] or first)
    is_range = match["last"] is not None and first <= last
    return Entry(title=match["title"], first=first, last=last, is_range=is_range, place=place)


def _problem(entry: Entry, sections: list[Section]) -> Problem | None:
    extents = [extent for section in sections if (extent := _extent(section)) is not None]
    said = f"{entry.first}–{entry.last}" if entry.last != entry.first else str(entry.first)
    if (entry.first, entry.last) in extents:
        return None
    if extents:
        first, last = extents[0]
        found = f"it has {first}–{last}" if first != last else f"it has {first}"
    elif sections:
        found = "no numbered paragraph stands under it"
    else:
        found = "no heading of the report is called so"
    return Problem(
        rule="contents-mismatch",
        place=entry.place,
        message=f'the contents give "{entry.title.strip()}" paragraphs {said}; {found}.',
        hint="Compare with the printed report: a heading or a number may be lost or misread.",
        settled_by="the report's own headings and numbers stand",
    )


def _extent(section: Section) -> tuple[int, int] | None:
    """The first and last number below a heading, where both are whole numbers."""
    numbers = [paragraph.number for paragraph in paragraphs_below(section)]
    if not numbers or not (numbers[0].isdigit() and numbers[-1].isdigit()):
        return None
    return int(numbers[0]), int(numbers[-1])


def _letters(title: str) -> str:
    return re.sub(r"\W+", "", title).casefold()
