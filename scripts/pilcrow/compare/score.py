"""Measures a report against a gold list: what is found, what is missing, what is invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pilcrow.compare.gold import CUT
from pilcrow.compare.outline import NAMES, Entry, Kind, outline
from pilcrow.compare.words import folded
from pilcrow.model import Report

_SURE = 60
"""Folded characters by which entries are aligned; fewer than any cut text has after folding."""
_REFERENCES = "footnote references"
_MEASURED = (Kind.HEADING, Kind.PARAGRAPH, Kind.SUBPARAGRAPH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One row of a score."""

    what: str
    found: int
    expected: int
    invented: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a report measures up; `faults` names each thing missing, wrong or invented."""

    counts: tuple[Count, ...]
    faults: tuple[str, ...]
    degrees: tuple[int, int]
    """Headings whose degree is the level of their style, of those found. A style is weak evidence
    of a degree, so it is told and not held against the report."""

    def count(self, what: str) -> Count:
        """The row of that name."""
        return next(count for count in self.counts if count.what == what)


def score(report: Report, gold: Sequence[Entry]) -> Score:
    """Measure a report.

    Headings, paragraphs and subparagraphs count as found where label or number and the first 90
    characters agree, in the order of the list; a shorter text must agree as a whole. A heading
    before the first paragraph may stand as a line of the masthead or front matter. Other lines
    count as found where their words stand anywhere, furniture included: words are never lost.
    """
    ours = outline(report)
    body = [entry for entry in ours if entry.kind in _MEASURED]
    listed = [entry for entry in gold if entry.kind in _MEASURED]
    pairs = _aligned(listed, body)
    before = {
        index
        for index, entry in enumerate(gold)
        if entry.kind is Kind.HEADING
        and not any(other.kind is Kind.PARAGRAPH for other in gold[:index])
    }
    head = _words_before(report, ours)
    everything = f"{head} {' '.join(folded(entry.text) for entry in ours)} "
    everything += " ".join(folded(piece.text) for piece in report.furniture)
    preliminary = {
        position
        for position, entry in enumerate(listed)
        if position not in pairs
        and any(gold[index] is entry for index in before)
        and entry.key in head.casefold()
    }
    missing = [
        entry
        for position, entry in enumerate(listed)
        if position not in pairs and position not in preliminary
    ]
    taken = set(pairs.values())
    lines = [folded(entry.text) for entry in gold if entry.kind is Kind.TEXT]
    invented = [
        entry
        for position, entry in enumerate(body)
        if position not in taken and not _is_bullet(entry, lines)
    ]
    lost = [
        entry
        for entry in gold
        if entry.kind is Kind.TEXT and not _stands(folded(entry.text), everything)
    ]
    references, reference_faults = _references(gold, ours, listed, body, pairs)
    return Score(
        counts=(
            *(
                Count(
                    what=NAMES[kind][1],
                    found=_of(listed, kind) - _of(missing, kind),
                    expected=_of(listed, kind),
                    invented=_of(invented, kind),
                )
                for kind in _MEASURED
            ),
            references,
            Count(
                what=NAMES[Kind.TEXT][1],
                found=_of(gold, Kind.TEXT) - len(lost),
                expected=_of(gold, Kind.TEXT),
                invented=0,
            ),
        ),
        faults=(
            *(f"missing: {entry.named()}{_instead(entry, invented)}" for entry in missing),
            *(f"invented: {entry.named()}" for entry in invented),
            *reference_faults,
            *(f"missing: {entry.named()}" for entry in lost),
        ),
        degrees=_degrees(listed, body, pairs),
    )


def _aligned(gold: Sequence[Entry], ours: Sequence[Entry]) -> dict[int, int]:
    """Positions in the gold list to positions of the report, in order, where both agree."""
    matcher = SequenceMatcher(
        None,
        [_alignment(entry) for entry in gold],
        [_alignment(entry) for entry in ours],
        autojunk=False,
    )
    return {
        block.a + offset: block.b + offset
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
        if _agree(gold[block.a + offset], ours[block.b + offset])
    }


def _alignment(entry: Entry) -> tuple[Kind, str, str]:
    first = entry.text.split("\n", 1)[0][:CUT]
    key = folded(first)
    return entry.kind, entry.number, (key.casefold() if entry.kind is Kind.HEADING else key)[:_SURE]


def _agree(gold: Entry, ours: Entry) -> bool:
    """Whether the words agree: the first ones of a text that was cut, else all of a passage."""
    if len(gold.text) < CUT:
        first = Entry(kind=ours.kind, text=ours.text.split("\n", 1)[0])
        return gold.key in {ours.key, first.key}
    return ours.key.startswith(gold.key)


def _stands(words: str, text: str) -> bool:
    return words in text or words.casefold() in text.casefold()


def _words_before(report: Report, ours: Sequence[Entry]) -> str:
    """Masthead, summary and front matter, folded, with a full stop between parts."""
    masthead = report.masthead
    fields = (
        masthead.organ,
        masthead.session,
        masthead.place_and_dates,
        masthead.agenda_item,
        masthead.title,
        masthead.subtitle,
        *masthead.symbols,
    )
    parts = [folded(field) for field in fields if field]
    for entry in ours:
        if entry.kind in {Kind.HEADING, Kind.PARAGRAPH}:
            break
        parts.append(folded(entry.text))
    return " ".join(parts)


def _is_bullet(entry: Entry, lines: Sequence[str]) -> bool:
    """A member whose mark is no letter or figure may stand as a line of text in a gold list."""
    if entry.kind is not Kind.SUBPARAGRAPH or any(sign.isalnum() for sign in entry.number):
        return False
    return any(entry.key.startswith(line) for line in lines)


def _instead(entry: Entry, invented: Sequence[Entry]) -> str:
    """What was made of a missing entry, where the same words stand under another name."""
    for other in invented:
        if _agree(Entry(kind=other.kind, text=entry.text), other):
            return f"; its words are {other.named(20)}"
    for other in invented:
        if (other.kind, other.number) == (entry.kind, entry.number) and entry.number:
            return f"; the one of that number is {other.named(40)}"
    return ""


def _references(
    gold: Sequence[Entry],
    ours: Sequence[Entry],
    listed: Sequence[Entry],
    body: Sequence[Entry],
    pairs: dict[int, int],
) -> tuple[Count, tuple[str, ...]]:
    found = invented = 0
    faults: list[str] = []
    for position, entry in enumerate(listed):
        other = body[pairs[position]].marks if position in pairs else 0
        found += min(entry.marks, other)
        invented += max(0, other - entry.marks) if position in pairs else 0
        if entry.marks != other and (position in pairs or entry.marks):
            faults.append(
                f"{_REFERENCES}: {entry.named(40)} should have {entry.marks}; {other} found"
            )
    # Lines of other text are not paired: captions and cells are counted together.
    expected = sum(entry.marks for entry in gold if entry.kind is Kind.TEXT)
    loose = sum(entry.marks for entry in ours if entry.kind is Kind.TEXT)
    found += min(expected, loose)
    if loose < expected:
        faults.append(f"{_REFERENCES}: other text should have {expected}; {loose} found")
    count = Count(
        what=_REFERENCES,
        found=found,
        expected=sum(entry.marks for entry in gold),
        invented=invented,
    )
    return count, tuple(faults)


def _degrees(
    gold: Sequence[Entry], ours: Sequence[Entry], pairs: dict[int, int]
) -> tuple[int, int]:
    found = list(_degree_pairs(gold, ours, pairs))
    return sum(a == b for a, b in found), len(found)


def _degree_pairs(
    gold: Sequence[Entry], ours: Sequence[Entry], pairs: dict[int, int]
) -> Iterator[tuple[int, int]]:
    for a, b in pairs.items():
        wanted, given = gold[a].degree, ours[b].degree
        if wanted is not None and given is not None:
            yield wanted, given


def _of(entries: Sequence[Entry], kind: Kind) -> int:
    return sum(entry.kind is kind for entry in entries)
