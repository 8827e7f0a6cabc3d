"""Reads the head of page 1 into fields, and the summary.

The masthead is known by what its lines say, not by where a converter put them: "Distr.",
"Original", the session, the agenda item. What is none of these is kept as front matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Masthead, Passage, Place, Table
from pilcrow.passes.body import body_start
from pilcrow.passes.masthead_fields import DISTRIBUTION, SYMBOLS, MastheadFields, words_of
from pilcrow.readers.lines import Line
from pilcrow.references import split_symbols


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The masthead's fields, the summary, what else stands before the body, and the body."""

    masthead: Masthead
    marks: tuple[tuple[str, str], ...]
    """Footnote marks in the masthead or title: the words each stands behind, and the mark."""
    accounted: tuple[tuple[str, Place], ...]
    """Every line of the masthead with its place, for the ledger."""
    summary: tuple[Passage, ...]
    front_matter: tuple[Passage | Table, ...]
    body: tuple[Line, ...]


def own_symbols(lines: Sequence[Line]) -> tuple[str, ...]:
    """The report's own symbols: of a line before the body that holds only them."""
    for line in lines[: max(1, body_start(lines))]:
        if match := SYMBOLS.fullmatch(words_of(line)):
            return split_symbols(match["all"])
    for line in lines:
        if (match := SYMBOLS.fullmatch(words_of(line))) and _near_distribution(lines, line):
            return split_symbols(match["all"])
    return ()


def read_head(lines: Sequence[Line], *, symbols: tuple[str, ...], job_number: str | None) -> Head:
    """Split the lines into masthead, summary, front matter and body."""
    start = body_start(lines)
    fields = MastheadFields()
    body = tuple(fields.without_stray(lines[start:]))
    fields.read(lines[:start])
    symbols = fields.symbols or symbols
    masthead = replace(
        fields.masthead(),
        symbol=symbols[0] if symbols else None,
        symbols=symbols,
        job_number=job_number,
    )
    return Head(
        masthead=masthead,
        marks=tuple(fields.marks),
        accounted=tuple(fields.accounted),
        summary=tuple(fields.summary),
        front_matter=tuple(fields.front_matter),
        body=(*fields.notes, *body),
    )


def _near_distribution(lines: Sequence[Line], line: Line) -> bool:
    index = lines.index(line)
    return any(
        DISTRIBUTION.fullmatch(words_of(other)) for other in lines[max(0, index - 4) : index + 4]
    )
