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
    Inlines,
    Passage,
    Place,
    Problem,
    Report,
    Section,
    Subparagraph,
    plain,
)
from pilcrow.runin import run_in_ids
from pilcrow.tree import passages

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
    seen: set[str] = set()
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
        if old in seen:
            message = f"line {number}: {old} stands twice."
            raise LockError(message)
        seen.add(old)
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
    references = reference_ids(report)
    ids: list[str] = [*references[FRONT]]
    annex_of = {annex.sections[0].id: annex.id for annex in report.annexes if annex.sections}
    for section in report.walk_sections():
        if section.id in annex_of:
            ids.extend((annex_of[section.id], *references[annex_of[section.id]]))
        ids.append(section.id)
        for paragraph in section.paragraphs:
            ids.append(paragraph.id)
            ids.extend(_member_ids(paragraph.id, paragraph.content))
        ids.extend(references[section.id])
    for annex in report.annexes:
        if not annex.sections:
            ids.extend((annex.id, *references[annex.id]))
    ids.extend(note.id for note in report.footnotes)
    return tuple(ids)


FRONT = ""
"""Key of the front page among pages by section."""


def reference_ids(report: Report) -> dict[str, tuple[str, ...]]:
    """Ids of footnote references by the section or annex whose page holds them, in order.

    A second reference to the same note counts on from page to page: `fnref-2-2`.
    """
    seen: dict[str, int] = {}

    def number(marks: Iterable[str]) -> tuple[str, ...]:
        ids: list[str] = []
        for mark in marks:
            seen[mark] = seen.get(mark, 0) + 1
            ids.append(reference_id(mark, seen[mark]))
        return tuple(ids)

    before = [mark for _, mark in report.masthead_marks]
    before.extend(marks_of(passages((*report.summary, *report.front_matter), FRONT)))
    result = {FRONT: number(before)}

    def add(sections: Iterable[Section]) -> None:
        for section in (below for top in sections for below in top.walk()):
            runs = [(section.id, section.title), *passages(section.passages, section.id)]
            for paragraph in section.paragraphs:
                runs.extend(passages(paragraph.content, paragraph.id))
            result[section.id] = number(marks_of(runs))

    add(report.sections)
    for annex in report.annexes:
        result[annex.id] = number(marks_of([(annex.id, annex.title)]))
        add(annex.sections)
    return result


def marks_of(runs: Iterable[tuple[str, Inlines]]) -> Iterator[str]:
    """The footnote marks of runs of inlines, in order."""
    for _, inlines in runs:
        for inline in inlines:
            if isinstance(inline, Indicator):
                yield inline.mark


def _member_ids(holder: str, content: Sequence[Content]) -> Iterator[str]:
    """Ids of subparagraphs and of members of run-in lists."""
    taken = frozenset(entry.id for entry in content if isinstance(entry, Subparagraph))
    for entry in content:
        if isinstance(entry, Passage):
            members = run_in_ids(holder, plain(entry.inlines), taken)
            yield from (identifier for identifier, _ in members)
        elif isinstance(entry, Subparagraph):
            yield entry.id
            yield from _member_ids(entry.id, entry.content)
