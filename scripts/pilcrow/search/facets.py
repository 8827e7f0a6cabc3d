"""What the results page narrows by: chapter, State named, term used."""

from __future__ import annotations

from collections.abc import Mapping

from pilcrow.search.coding import encode
from pilcrow.search.entry import Entry, Kind
from pilcrow.search.texts import FIELD, RECORD

CHAPTERS = "chapters"
STATES = "states"
TERMS = "terms"


class Facets:
    """Gathers, for each value of each facet, the paragraphs that have it."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._of: dict[str, dict[str, list[int]]] = {CHAPTERS: {}, STATES: {}, TERMS: {}}

    def add(self, doc: int, entry: Entry) -> None:
        """Add an entry; only paragraphs count."""
        if entry.kind is not Kind.PARAGRAPH:
            return
        if entry.path:
            chapter = FIELD.join((entry.path[0], entry.symbol))
            self._of[CHAPTERS].setdefault(chapter, []).append(doc)
        for state in dict.fromkeys(entry.states):
            self._of[STATES].setdefault(state + FIELD, []).append(doc)
        for term in dict.fromkeys(entry.terms):
            self._of[TERMS].setdefault(term + FIELD, []).append(doc)

    def texts(self) -> Mapping[str, str]:
        """The text of one shard for each facet: value, symbol, paragraphs as steps."""
        return {
            name: RECORD.join(
                label + FIELD + encode(_steps(docs))
                for label, docs in (values.items() if name == CHAPTERS else sorted(values.items()))
            )
            for name, values in self._of.items()
        }


def _steps(docs: list[int]) -> list[int]:
    return [later - earlier for earlier, later in zip([0, *docs], docs, strict=False)]
