"""What the results page narrows by: report, its body and year; chapter, State named, term used."""

from __future__ import annotations

from collections.abc import Mapping

from pilcrow.search.coding import encode
from pilcrow.search.entry import Entry, Kind
from pilcrow.search.texts import FIELD, RECORD, clean

CHAPTERS = "chapters"
STATES = "states"
TERMS = "terms"
REPORTS = "reports"
"""Left out where there is one report only."""
_YEAR = 4


class Facets:
    """Gathers, for each value of each facet, the paragraphs that have it."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._of: dict[str, dict[str, list[int]]] = {CHAPTERS: {}, STATES: {}, TERMS: {}}
        self._fronts: dict[str, Entry] = {}
        self._ranges: dict[str, list[int]] = {}

    def add(self, doc: int, entry: Entry) -> None:
        """Add an entry. A report's entries come together; for the others only paragraphs count."""
        if entry.symbol:
            self._ranges.setdefault(entry.symbol, [doc, doc])[1] = doc
        if entry.kind is Kind.FRONT:
            self._fronts[entry.symbol] = entry
        if entry.kind is not Kind.PARAGRAPH:
            return
        if entry.path:
            chapter = FIELD.join((entry.path[0], entry.symbol))
            self._of[CHAPTERS].setdefault(chapter, []).append(doc)
        for state in dict.fromkeys(entry.states):
            self._of[STATES].setdefault(state + FIELD, []).append(doc)
        for term in dict.fromkeys(entry.terms):
            self._of[TERMS].setdefault(term + FIELD, []).append(doc)

    @property
    def reports(self) -> int:
        """How many reports there are so far."""
        return len(self._ranges)

    def texts(self) -> Mapping[str, str]:
        """The text of one shard for each facet: value, symbol, paragraphs as steps.

        Of reports: symbol, title, body, year, first and last entry.
        """
        lists = {
            name: RECORD.join(
                label + FIELD + encode(_steps(docs))
                for label, docs in (values.items() if name == CHAPTERS else sorted(values.items()))
            )
            for name, values in self._of.items()
        }
        if len(self._ranges) > 1:
            lists[REPORTS] = RECORD.join(map(self._report, self._ranges))
        return lists

    def _report(self, symbol: str) -> str:
        front = self._fronts.get(symbol)
        known = (front.title, front.organ, front.date[:_YEAR]) if front else ("", "", "")
        said = (clean(value) for value in (symbol, *known))
        return FIELD.join((*said, *map(str, self._ranges[symbol])))


def _steps(docs: list[int]) -> list[int]:
    return [later - earlier for earlier, later in zip([0, *docs], docs, strict=False)]
