"""States named in a text, for the search: the same names as the index of States."""

from __future__ import annotations

from pilcrow.indexes.states import states_named


def states_in(text: str) -> tuple[str, ...]:
    """The States a text names, each once, in the order of their first mention."""
    return states_named(text)
