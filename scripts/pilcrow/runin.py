"""Run-in lists: (a) … (b) … inside a sentence.

A list counts from (a) or (i) without a gap, has at least two members, and each but the first
stands after a comma or semicolon. "sub-items (a) and (b)" and "article 5 (a)" are references.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pilcrow.ids import subparagraph_id
from pilcrow.passes.labels import MarkKind, MarkReading, mark_readings

_MARK = re.compile(r"(?:(?<=\s)|^)\((?P<mark>[a-z]{1,2}|[ivx]{1,5})\)(?=\s)")
_SEPARATED = re.compile(r"[;,:][\"”’)]*(?:\s(?:and|or|and/or|y|et|e|и))?\s*$")
_CITED = re.compile(
    r"(?:\d|items?|paragraphs?|paras?\.|articles?|sections?|rules?|annex|options?)\s*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:[:;,]|\b(?:to|that|by|of|for|on|and|in|including|namely|are|is|with))[\"”’]?\s*$"
)
_NEAR = 80
"""Characters before a mark that tell what it is."""
_MOST = 300
"""Marks of one passage; a hostile one may have any number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInMember:
    """One member: `start` is the offset of its marker, `end` the offset after its last word."""

    marker: str
    start: int
    end: int


def run_in_members(text: str) -> tuple[RunInMember, ...]:
    """Find the members of the run-in list of a passage; empty where it has none."""
    marks = list(_MARK.finditer(text))[:_MOST]
    for first, match in enumerate(marks):
        opening = text[max(0, match.start() - _NEAR) : match.start()]
        if not _OPENING.search(opening) or _CITED.search(opening):
            continue
        for reading in mark_readings(match.group()):
            if reading.value == 1 and reading.kind in {MarkKind.LETTER, MarkKind.ROMAN}:
                members = _members(text, marks[first:], reading)
                if len(members) > 1:
                    return members
    return ()


def _members(
    text: str, marks: list[re.Match[str]], reading: MarkReading
) -> tuple[RunInMember, ...]:
    chosen = [marks[0]]
    for match in marks[1:]:
        wanted = reading.value + len(chosen)
        before = text[max(chosen[-1].end(), match.start() - _NEAR) : match.start()]
        if (
            any(
                option.kind is reading.kind and option.value == wanted
                for option in mark_readings(match.group())
            )
            and _SEPARATED.search(before)
            and any(letter.isalnum() for letter in before)
        ):
            chosen.append(match)
    last = re.search(r"[.?!](?=\s+[A-Z])", text[chosen[-1].end() :])
    end = chosen[-1].end() + last.end() if last else len(text)
    ends = [match.start() for match in chosen[1:]] + [end]
    return tuple(
        RunInMember(marker=match.group(), start=match.start(), end=stop)
        for match, stop in zip(chosen, ends, strict=True)
    )


def run_in_ids(
    parent: str, text: str, taken: AbstractSet[str]
) -> tuple[tuple[str, RunInMember], ...]:
    """The members with their ids below `parent`; an id that a subparagraph has is left to it."""
    pairs = ((subparagraph_id(parent, member.marker), member) for member in run_in_members(text))
    return tuple((identifier, member) for identifier, member in pairs if identifier not in taken)
