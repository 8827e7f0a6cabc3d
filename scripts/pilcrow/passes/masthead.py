"""Reads the head of page 1 into fields, and the summary.

The masthead is known by what its lines say, not by where a converter put them: "Distr.",
"Original", the session, the agenda item. What is none of these is kept as front matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Figure, Inlines, Masthead, Passage, Table
from pilcrow.passes.masthead_fields import MastheadFields
from pilcrow.readers.reading import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The masthead's fields, the summary, and what else stands before the body."""

    masthead: Masthead
    marks: tuple[tuple[str, str], ...]
    """Footnote marks in the masthead or title: the words each stands behind, and the mark."""
    accounted: tuple[Inlines, ...]
    """Every line of the masthead, for the ledger."""
    summary: tuple[Passage, ...]
    front_matter: tuple[Passage | Table | Figure, ...]
    notes: tuple[Block, ...]
    """Blocks that look like footnotes."""


def read_head(
    blocks: Sequence[Block],
    *,
    symbols: tuple[str, ...],
    job_number: str | None,
    whole_lines: bool = False,
) -> Head:
    """Sort what stands before the body into masthead, summary and front matter.

    `symbols` and `job_number` are the reader's; symbols that the head gives come before them.
    `whole_lines` says that each block is a line as it was typed.
    """
    fields = MastheadFields(whole_lines=whole_lines)
    fields.read(blocks)
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
        notes=tuple(fields.notes),
    )
