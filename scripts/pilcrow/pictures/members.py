"""The Member States and observer States of the United Nations, for the map of tiles."""

from __future__ import annotations

import functools

from pilcrow.indexes.state_names import State, states

_TERRITORIES = frozenset(
    "AI AS AW AX BL BM BQ CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS"
    " NC NF NU PF PM PN PR RE SH SJ SX TC TK TW VG VI WF YT".split()
)
"""ISO 3166 codes of what is neither one of the 193 Member States nor one of the two observers."""


@functools.cache
def members() -> tuple[State, ...]:
    """The 193 Member States, the Holy See and the State of Palestine, by name."""
    return tuple(state for state in states() if state.code not in _TERRITORIES)
