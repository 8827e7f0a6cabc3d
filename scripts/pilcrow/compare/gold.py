"""Gold lists: what a report should hold, as a table with a tab between its columns.

Columns: kind (H heading, P paragraph, S subparagraph, T other text), level or style, number as
typed, the first 90 characters, how many footnote references stand in it. The first line names them.
"""

from __future__ import annotations

from pilcrow.compare.outline import Entry, Kind, bare

COLUMNS = ("kind", "level_or_style", "number", "text90", "footnote_refs")
CUT = 90
"""Characters after which a gold list cuts a text."""


class GoldError(ValueError):
    """A gold list cannot be understood; the message says in which line and why."""


def read_gold(text: str) -> tuple[Entry, ...]:
    """Read a gold list.

    Raises:
        GoldError: a line has not the five columns, or a kind or count that no list has.
    """
    first, *lines = text.splitlines() or [""]
    if tuple(first.split("\t")) != COLUMNS:
        raise GoldError(f"line 1: the columns are {', '.join(COLUMNS)}, with tabs between")
    entries = tuple(
        _entry(number, line) for number, line in enumerate(lines, start=2) if line.strip()
    )
    if not entries:
        raise GoldError("it lists nothing")
    return entries


def _entry(number: int, line: str) -> Entry:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise GoldError(f"line {number}: {len(cells)} columns; there must be {len(COLUMNS)}")
    kind, level, label, text, marks = cells
    if kind not in "HPST" or len(kind) != 1:
        raise GoldError(f"line {number}: the kind is {kind!r}; it is H, P, S or T")
    if not marks.isdecimal():
        raise GoldError(f"line {number}: {marks!r} is no count of footnote references")
    return Entry(
        kind=Kind(kind),
        number=bare(label),
        text=text,
        marks=int(marks),
        degree=int(level) if kind == "H" and level.isdecimal() else None,
    )
