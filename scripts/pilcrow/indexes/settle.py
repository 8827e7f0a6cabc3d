"""Settles what the recognisers get wrong: an editor's removals and additions, with reasons.

They live in `reports/<report>/indexes.toml`. Each names an index, a paragraph and the exact words;
one that no longer fits the text, or that the recognisers make needless, is stale and fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pilcrow.indexes.model import Found, Kind, ParagraphText
from pilcrow.indexes.rule_names import REVIEWED
from pilcrow.indexes.state_names import state_named
from pilcrow.model import Place, Problem

REMOVE = "remove"
ADD = "add"
_NEEDED = ("index", "at", "words", "reason")
_MAY = {
    REMOVE: frozenset[str](),
    ADD: frozenset(
        {"name", "group", "number", "from", "what", "currency", "unit", "year", "start", "end"}
    ),
}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_HINT = "Mend or remove the entry; docs/maintainers/reports.md tells what it may hold."


class SettlementError(Exception):
    """An indexes.toml that cannot be understood; the message is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """One entry of indexes.toml."""

    kind: Kind
    action: str
    """`remove` or `add`."""
    at: str
    """Id of the paragraph."""
    words: str
    """As printed in the paragraph."""
    reason: str
    fields: Mapping[str, str]
    """Of an addition: its name where it is not the words, and what else the index tells."""


def read_settlements(data: Mapping[str, object]) -> tuple[Settlement, ...]:
    """Check the parsed TOML and give its entries.

    Raises:
        SettlementError: an unknown table, index or field, a missing field, or a value not text.
    """
    settlements: list[Settlement] = []
    for action, tables in data.items():
        if action not in _MAY or not isinstance(tables, list):
            raise SettlementError(f"[[{action}]] is not known; there are [[remove]] and [[add]].")
        settlements.extend(_settlement(action, table) for table in tables)
    return tuple(settlements)


def _settlement(action: str, table: object) -> Settlement:
    if not isinstance(table, dict):
        raise SettlementError(f"[[{action}]] must be a table.")
    for name, value in table.items():
        if name not in _NEEDED and name not in _MAY[action]:
            raise SettlementError(f"[[{action}]] knows no field {name}.")
        if not isinstance(value, str):
            raise SettlementError(f"{name} of [[{action}]] must be text.")
    for name in _NEEDED:
        if not str(table.get(name, "")).strip():
            raise SettlementError(f"[[{action}]] lacks {name}.")
    kind = next((kind for kind in Kind if kind.value == table["index"]), None)
    if kind is None:
        known = ", ".join(kind.value for kind in Kind)
        raise SettlementError(f"{table['index']} is no index; there are {known}.")
    return Settlement(
        kind=kind,
        action=action,
        at=str(table["at"]),
        words=" ".join(str(table["words"]).split()),
        reason=str(table["reason"]),
        fields={name: str(table[name]) for name in table if name not in _NEEDED},
    )


def settled(
    kind: Kind,
    finds: Mapping[str, Iterable[Found]],
    paragraphs: Sequence[ParagraphText],
    settlements: Iterable[Settlement],
    place: Place,
) -> tuple[Mapping[str, Iterable[Found]], tuple[Problem, ...]]:
    """The finds of one index as the editor settled them, and what is stale."""
    own = [settlement for settlement in settlements if settlement.kind is kind]
    if not own:
        return finds, ()
    changed = {paragraph: list(found) for paragraph, found in finds.items()}
    texts = {paragraph.id: paragraph.text for paragraph in paragraphs}
    problems: list[Problem] = []
    for one in own:
        fault = _apply(one, changed, texts)
        if fault:
            problems.append(
                Problem(
                    rule="stale-settlement",
                    place=place,
                    message=f"{one.kind.value}: “{one.words}” {fault}.",
                    hint=_HINT,
                    at=one.at,
                )
            )
    for found in changed.values():
        found.sort(key=lambda one: (one.start, one.end))
    return changed, tuple(problems)


def _apply(
    settlement: Settlement, finds: dict[str, list[Found]], texts: Mapping[str, str]
) -> str | None:
    """Apply one settlement; tell what is wrong with it, or None."""
    text = texts.get(settlement.at)
    if text is None:
        return f"is said of {settlement.at}, which the report has not"
    found = finds.setdefault(settlement.at, [])
    words = settlement.words
    if settlement.action == REMOVE:
        kept = [one for one in found if text[one.start : one.end] != words]
        if len(kept) == len(found):
            return "is to be removed, and no rule finds it there"
        finds[settlement.at] = kept
        return None
    start = text.find(words)
    if start < 0:
        return "is to be added, and does not stand there"
    if any(text[one.start : one.end] == words for one in found):
        return "is to be added, and a rule finds it by itself"
    return _add(settlement, found, start)


def _add(settlement: Settlement, found: list[Found], start: int) -> str | None:
    fields = dict(settlement.fields)
    name = fields.pop("name", settlement.words)
    group = fields.pop("group", "")
    if settlement.kind is Kind.STATES and not group:
        state = state_named(name)
        if state is None:
            return f"is to be added as {name}, which is no short name of a State; give its group"
        group = state.region
        fields |= {"code": state.code, "subregion": state.subregion}
    if settlement.kind is Kind.EVENTS and not fields.get("start"):
        return "is to be added without its start, a date such as 2024-04-08"
    for name_of_date in ("start", "end"):
        if name_of_date in fields and not _is_date(fields[name_of_date]):
            return f"is to be added with {fields[name_of_date]}, which is no date"
    if settlement.kind is Kind.EVENTS:
        group = fields["start"][:4]
        fields.setdefault("date", settlement.words)
    if settlement.kind is Kind.FIGURES and not _DIGITS.fullmatch(fields.get("number", "")):
        return "is to be added without its number in digits only"
    found.append(
        Found(
            start=start,
            end=start + len(settlement.words),
            name=name,
            rule=REVIEWED,
            group=group,
            fields=fields,
        )
    )
    return None


def _is_date(text: str) -> bool:
    """Whether it is a year, a month or a day, as ISO 8601 writes them."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[: len("2024-04-08")])
    except ValueError:
        return False
    return True
