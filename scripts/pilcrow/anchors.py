"""The anchor lock: ids once published, and what became of those that changed.

A lock is a text file with one id a line in reading order; `old -> new` records an alias. An id
never leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pilcrow.ids import reference_id
from pilcrow.model import (
    Content,
    Indicator,
    Passage,
    Place,
    Problem,
    Report,
    Subparagraph,
    plain,
)
from pilcrow.runin import run_in_ids

_ID = re.compile(r"[A-Za-z0-9][\w.-]*")
_SYMBOL = "symbol:"
_HEAD = (
    "# Ids that have been published, in reading order. None may vanish: where one must change,\n"
    '# write "old -> new" and the old link still resolves. Written by pilcrow convert.\n'
)


class LockError(Exception):
    """A lock that cannot be read; the message names the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Published ids, and aliases from an old id to the one it became."""

    symbol: str | None = None
    """Symbol of the report whose ids these are; None for a glossary's."""
    ids: tuple[str, ...] = ()
    aliases: Mapping[str, str]


def read_lock(text: str) -> Lock:
    """Read a lock file.

    Raises:
        LockError: a line is neither an id, an alias nor a comment, or an id stands twice.
    """
    ids: list[str] = []
    aliases: dict[str, str] = {}
    symbol: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        entry = line.split("#", 1)[0].strip()
        if not entry:
            continue
        if entry.startswith(_SYMBOL):
            symbol = entry.removeprefix(_SYMBOL).strip()
            continue
        old, arrow, new = (part.strip() for part in entry.partition("->"))
        if not _ID.fullmatch(old) or (arrow and not _ID.fullmatch(new)):
            message = f"line {number}: {entry!r} is neither an id nor old -> new."
            raise LockError(message)
        if old in aliases or old in ids:
            message = f"line {number}: {old} stands twice."
            raise LockError(message)
        if arrow:
            aliases[old] = new
        else:
            ids.append(old)
    return Lock(symbol=symbol, ids=tuple(ids), aliases=aliases)


def write_lock(lock: Lock) -> str:
    """The lock as text."""
    symbol = [f"{_SYMBOL} {lock.symbol}"] if lock.symbol else []
    lines = [*symbol, *lock.ids, *(f"{old} -> {new}" for old, new in lock.aliases.items())]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def grown(lock: Lock, ids: Iterable[str]) -> Lock:
    """The lock with the ids it lacks behind those it has."""
    known = set(lock.ids) | set(lock.aliases)
    fresh = tuple(identifier for identifier in ids if identifier not in known)
    return replace(lock, ids=(*lock.ids, *fresh))


def vanished(lock: Lock, ids: Iterable[str], place: Place) -> tuple[Problem, ...]:
    """A problem for each published id that is neither there nor an alias of one that is."""
    present = set(ids)
    gone = [
        _problem(place, identifier, "was published and is gone.")
        for identifier in lock.ids
        if identifier not in present
    ]
    astray = [
        _problem(place, old, f"became {new}, which is not there.")
        for old, new in lock.aliases.items()
        if new not in present
    ]
    return (*gone, *astray)


def _problem(place: Place, identifier: str, what: str) -> Problem:
    return Problem(
        rule="anchor-vanished",
        place=place,
        message=f"the link #{identifier} {what}",
        hint=f'Bring it back, or write "{identifier} -> the id it became" in the lock.',
        at=identifier,
    )


def report_ids(report: Report) -> tuple[str, ...]:
    """Ids of sections, paragraphs, members, footnotes and references, in reading order."""
    ids: list[str] = []
    seen_marks: dict[str, int] = {}
    ids.extend(_reference(mark, seen_marks) for _, mark in report.masthead_marks)
    for entry in (*report.summary, *report.front_matter):
        ids.extend(_content_ids("front-matter", (entry,), seen_marks))
    annex_of = {annex.sections[0].id: annex.id for annex in report.annexes if annex.sections}
    for section in report.walk_sections():
        if section.id in annex_of:
            ids.append(annex_of[section.id])
        ids.append(section.id)
        ids.extend(
            _reference(inline.mark, seen_marks)
            for inline in section.title
            if isinstance(inline, Indicator)
        )
        for entry in section.passages:
            ids.extend(_content_ids(section.id, (entry,), seen_marks))
        for paragraph in section.paragraphs:
            ids.append(paragraph.id)
            ids.extend(_content_ids(paragraph.id, paragraph.content, seen_marks))
    ids.extend(annex.id for annex in report.annexes if not annex.sections)
    ids.extend(note.id for note in report.footnotes)
    return tuple(ids)


def _reference(mark: str, seen: dict[str, int]) -> str:
    seen[mark] = seen.get(mark, 0) + 1
    return reference_id(mark, seen[mark])


def _content_ids(
    holder: str, content: Sequence[Content], seen_marks: dict[str, int]
) -> Iterator[str]:
    taken = frozenset(entry.id for entry in content if isinstance(entry, Subparagraph))
    for entry in content:
        if isinstance(entry, Passage):
            yield from (
                identifier for identifier, _ in run_in_ids(holder, plain(entry.inlines), taken)
            )
            yield from (
                _reference(inline.mark, seen_marks)
                for inline in entry.inlines
                if isinstance(inline, Indicator)
            )
        elif isinstance(entry, Subparagraph):
            yield entry.id
            yield from _content_ids(entry.id, entry.content, seen_marks)
        else:
            yield from (
                _reference(inline.mark, seen_marks)
                for row in entry.rows
                for cell in row
                for inline in cell
                if isinstance(inline, Indicator)
            )
