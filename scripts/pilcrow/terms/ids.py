"""Ids of glossary entries: `term-sherloc`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BREAK = re.compile(r"[^\w]+|_+")


def term_id(short: str) -> str:
    """The id of a short form; the same short form always gives the same id."""
    return f"term-{_BREAK.sub('-', short.lower()).strip('-') or 'unnamed'}"


def term_ids(shorts: Iterable[str]) -> dict[str, str]:
    """An id for every short form, no two alike.

    Where two differ in case only (StAR and STAR), the later one gets `-2`.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for short in shorts:
        if short in ids:
            continue
        base = term_id(short)
        name, count = base, 1
        while name in taken:
            count += 1
            name = f"{base}-{count}"
        taken.add(name)
        ids[short] = name
    return ids
