"""Reads the head of page 1 into fields, and the summary.

The masthead is known by what its lines say, not by where a converter put them: "Distr.",
"Original", the session, the agenda item. What is none of these is kept as front matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Figure, Inlines, Masthead, Passage, Table, plain
from pilcrow.passes.masthead_fields import MastheadFields
from pilcrow.passes.masthead_patterns import ANNOUNCED
from pilcrow.readers.reading import Block
from pilcrow.references import split_symbols


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

    `symbols` and `job_number` are the reader's; symbols that the head gives come before them. An
    advance copy without any has those under which it is said to be issued.
    `whole_lines` says that each block is a line as it was typed.
    """
    fields = MastheadFields(whole_lines=whole_lines)
    fields.read(blocks)
    symbols = fields.symbols or symbols or _announced(fields.front_matter)
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


def _announced(front_matter: Sequence[Passage | Table | Figure]) -> tuple[str, ...]:
    """The symbols that a text before the body announces."""
    texts = (plain(each.inlines) for each in front_matter if isinstance(each, Passage))
    found = next(filter(None, map(ANNOUNCED.search, texts)), None)
    parts = re.split(r"\s+(?:and|et|y|и)\s+", found["all"]) if found else ()
    return tuple(dict.fromkeys(each for part in parts for each in split_symbols(part.rstrip("."))))
