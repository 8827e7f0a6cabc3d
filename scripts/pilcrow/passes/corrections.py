"""Applies an editor's recorded corrections.

Each names the node it changes, the exact text it changes and a reason; one that matches nothing,
or more than once, fails. What a correction brings in is marked, so that a page shows it in
square brackets with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pilcrow.ids import footnote_id
from pilcrow.model import (
    Correction,
    Emphasis,
    Indicator,
    Inline,
    Inlines,
    Place,
    Problem,
    Report,
    Supplied,
    Text,
    plain,
)
from pilcrow.tree import rewrite

_FIELDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "replace": (("at", "old", "new", "reason"), ()),
    "supply": (("at", "before", "text", "reason"), ()),
    "footnote": (("number", "text", "at", "after", "reason"), ()),
    "indicator": (("footnote", "at", "after", "reason"), ()),
    "accept": (("rule", "at", "reason"), ()),
}
"""Kinds of corrections with the fields each must have, and those it may have."""


class CorrectionsError(Exception):
    """A corrections file that cannot be understood; the message is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One recorded correction as the editor wrote it."""

    kind: str
    fields: Mapping[str, str]


def read_corrections(data: Mapping[str, object]) -> tuple[Entry, ...]:
    """Check the parsed TOML and give its entries in the order of the kinds.

    Raises:
        CorrectionsError: an unknown kind or field, a missing field, or a value that is no text.
    """
    entries: list[Entry] = []
    for kind, tables in data.items():
        if kind not in _FIELDS:
            known = ", ".join(f"[[{name}]]" for name in _FIELDS)
            message = f"[[{kind}]] is not a kind of correction; the kinds are {known}."
            raise CorrectionsError(message)
        if not isinstance(tables, list):
            message = f"{kind}: write it as [[{kind}]], one table a correction."
            raise CorrectionsError(message)
        entries.extend(_entry(kind, table) for table in tables)
    return tuple(entries)


def _entry(kind: str, table: object) -> Entry:
    required, optional = _FIELDS[kind]
    if not isinstance(table, dict):
        message = f"[[{kind}]] holds no fields."
        raise CorrectionsError(message)
    missing = [name for name in required if not table.get(name)]
    if missing:
        message = f"[[{kind}]] lacks {', '.join(missing)}."
        raise CorrectionsError(message)
    unknown = [name for name in table if name not in required + optional]
    if unknown:
        message = f"[[{kind}]] does not know {', '.join(unknown)}."
        raise CorrectionsError(message)
    if not all(isinstance(value, str) for value in table.values()):
        message = f"[[{kind}]]: every value is text in quotation marks."
        raise CorrectionsError(message)
    return Entry(kind=kind, fields=dict(table))


def apply_corrections(report: Report, entries: Sequence[Entry], place: Place) -> Report:
    """Apply every entry but `accept`; add a `stale-correction` problem for each that fails."""
    problems: list[Problem] = []
    corrections: list[Correction] = []
    for entry in entries:
        if entry.kind == "accept":
            continue
        changed, record = _APPLY[entry.kind](report, entry.fields, len(corrections))
        if changed is None:
            problems.append(_stale(entry, record, place))
            continue
        report = changed
        corrections.append(_record(entry))
    return replace(report, corrections=tuple(corrections), problems=(*report.problems, *problems))


def settle(
    problems: Sequence[Problem], entries: Sequence[Entry], place: Place
) -> tuple[Problem, ...]:
    """Mark the problems that an `accept` entry settles; an entry that settles none is stale."""
    result = list(problems)
    for entry in entries:
        if entry.kind != "accept":
            continue
        rule, at = entry.fields["rule"], entry.fields["at"]
        matching = [
            index
            for index, problem in enumerate(result)
            if problem.rule == rule
            and at in {problem.at, f"line-{problem.place.line}"}
            and problem.settled_by is None
        ]
        for index in matching:
            result[index] = replace(result[index], settled_by=entry.fields["reason"])
        if not matching:
            result.append(_stale(entry, f"there is no {rule} at {at}", place))
    return tuple(result)


def _record(entry: Entry) -> Correction:
    fields = entry.fields
    old, new = {
        "replace": ("old", "new"),
        "supply": ("", "text"),
        "footnote": ("", "number"),
        "indicator": ("", "footnote"),
    }[entry.kind]
    return Correction(
        kind=entry.kind,
        at=fields["at"],
        old=fields[old] if old else "",
        new=fields[new],
        reason=fields["reason"],
    )


def _stale(entry: Entry, why: str, place: Place) -> Problem:
    return Problem(
        rule="stale-correction",
        place=place,
        message=f"[[{entry.kind}]] at {entry.fields['at']} does not apply: {why}.",
        hint="Compare it with the source and mend or remove it.",
        at=entry.fields["at"],
    )


Result = tuple[Report | None, str]


def _replace(report: Report, fields: Mapping[str, str], number: int) -> Result:
    def change(inlines: Inlines, start: int, end: int) -> Inlines:
        supplied = Supplied(
            value=fields["new"],
            replaces=fields["old"],
            correction=number,
            place=_place_at(inlines, start),
            emphasis=_emphasis_at(inlines, start),
        )
        return _splice(inlines, start, end, (supplied,))

    return _change_once(report, fields["at"], fields["old"], change)


def _supply(report: Report, fields: Mapping[str, str], number: int) -> Result:
    def change(inlines: Inlines, start: int, end: int) -> Inlines:
        del end
        place = _place_at(inlines, start)
        supplied = Supplied(value=fields["text"], replaces="", correction=number, place=place)
        space = Text(value=" ", place=place)
        return _splice(inlines, start, start, (supplied, space))

    return _change_once(report, fields["at"], fields["before"], change)


def _indicator(report: Report, fields: Mapping[str, str], number: int) -> Result:
    mark = fields.get("footnote") or fields["number"]
    if not any(note.indicator == mark for note in report.footnotes):
        return None, f"there is no footnote {mark}"

    def change(inlines: Inlines, start: int, end: int) -> Inlines:
        del start
        place = _place_at(inlines, max(0, end - 1))
        return _splice(inlines, end, end, (Indicator(mark=mark, place=place, supplied_by=number),))

    return _change_once(report, fields["at"], fields["after"], change)


def _footnote(report: Report, fields: Mapping[str, str], number: int) -> Result:
    mark = fields["number"]
    matching = [note for note in report.footnotes if plain(note.content).startswith(fields["text"])]
    if len(matching) != 1:
        return None, f"{len(matching)} footnotes begin with that text"
    note = matching[0]
    if any(other.indicator == mark and other is not note for other in report.footnotes):
        return None, f"footnote {mark} is there already"
    settled = tuple(
        replace(problem, settled_by=fields["reason"])
        if problem.rule == "footnote-without-number" and problem.place == note.place
        else problem
        for problem in report.problems
    )
    numbered = replace(
        report,
        problems=settled,
        footnotes=tuple(
            replace(other, id=footnote_id(mark), indicator=mark, supplied_by=number)
            if other is note
            else other
            for other in report.footnotes
        ),
    )
    return _indicator(numbered, fields, number)


_APPLY: dict[str, Callable[[Report, Mapping[str, str], int], Result]] = {
    "replace": _replace,
    "supply": _supply,
    "indicator": _indicator,
    "footnote": _footnote,
}


def _change_once(
    report: Report, at: str, old: str, change: Callable[[Inlines, int, int], Inlines]
) -> Result:
    """Change the one place below the node `at` where `old` stands."""
    found = 0

    def rewrite_run(holder: str, inlines: Inlines) -> Inlines:
        nonlocal found
        if holder != at and not holder.startswith(f"{at}-"):
            return inlines
        text = _flat(inlines)
        count = text.count(old)
        found += count
        if count != 1 or found > 1:
            return inlines
        start = text.index(old)
        return change(inlines, start, start + len(old))

    changed = rewrite(report, rewrite_run)
    if found != 1:
        times = "does not stand there" if not found else f"stands there {found} times"
        return None, f'"{old}" {times}'
    return changed, ""


def _flat(inlines: Inlines) -> str:
    """The text of the runs an editor can change; other inlines have no length."""
    return "".join(inline.value for inline in inlines if isinstance(inline, Text))


def _splice(inlines: Inlines, start: int, end: int, new: Inlines) -> Inlines:
    """Put `new` in place of the flat offsets `start` to `end`."""
    result: list[Inline] = []
    position = 0
    placed = False
    for inline in inlines:
        if not isinstance(inline, Text):
            result.append(inline)
            continue
        low = min(max(0, start - position), len(inline.value))
        high = min(max(0, end - position), len(inline.value))
        here = not placed and start <= position + len(inline.value)
        if before := inline.value[:low]:
            result.append(replace(inline, value=before))
        if here and (start < position + len(inline.value) or start == end):
            result.extend(new)
            placed = True
        if after := inline.value[max(low, high) :]:
            result.append(replace(inline, value=after))
        position += len(inline.value)
    return tuple(result)


def _place_at(inlines: Inlines, offset: int) -> Place:
    return _text_at(inlines, offset).place


def _emphasis_at(inlines: Inlines, offset: int) -> Emphasis:
    return _text_at(inlines, offset).emphasis


def _text_at(inlines: Inlines, offset: int) -> Text:
    position = 0
    texts = [inline for inline in inlines if isinstance(inline, Text)]
    for text in texts:
        if position + len(text.value) > offset:
            return text
        position += len(text.value)
    return texts[-1]
