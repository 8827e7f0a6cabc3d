r"""The texts that results show, in shards by the order of the library.

A shard is three groups parted by U+001D: pages (address, symbol), section paths, entries; the
members of a group are parted by U+001E, fields by a tab. An entry is kind, page, fragment,
number, path, title, long form, further fragments parted by spaces, the terms it defines (short and
long form, parted by U+001F), text.
"""

from __future__ import annotations

from collections.abc import Sequence

from pilcrow.search.entry import Entry

GROUP = "\x1d"
RECORD = "\x1e"
FIELD = "\t"
UNIT = "\x1f"
_CLEAN = {ord(mark): " " for mark in (GROUP, RECORD, FIELD, UNIT, "\r")}


def text_of(entries: Sequence[Entry]) -> str:
    """The text of a shard."""
    pages: dict[str, int] = {}
    paths: dict[str, int] = {}
    records: list[str] = []
    for entry in entries:
        address, _, fragment = entry.location.partition("#")
        page = pages.setdefault(FIELD.join((address, entry.symbol)), len(pages))
        path = paths.setdefault(FIELD.join(_clean(part) for part in entry.path), len(paths))
        fields = (
            entry.kind.value,
            str(page),
            fragment,
            _clean(entry.number),
            str(path),
            _clean(entry.title),
            _clean(entry.long_form),
            " ".join(entry.ids),
            UNIT.join(_clean(f"{term.short} {term.long}") for term in entry.defines),
            _clean(entry.text),
        )
        records.append(FIELD.join(fields))
    return GROUP.join((RECORD.join(pages), RECORD.join(paths), RECORD.join(records)))


def _clean(text: str) -> str:
    return text.translate(_CLEAN)
