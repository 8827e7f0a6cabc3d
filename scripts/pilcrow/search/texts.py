r"""The texts that results show, in shards by the order of the library.

A shard is three groups parted by U+001D: pages (address, symbol), section paths, entries; the
members of a group are parted by U+001E, fields by a tab. An entry is kind, page, fragment (empty
for that of the number: `para-54`), number, path, title, long form, further fragments parted by
spaces, the terms it defines (short and long form, parted by U+001F), text. Titles, paths, long
forms and texts are in the codes of the library's vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pilcrow.search.entry import Entry
from pilcrow.search.vocabulary import Vocabulary

GROUP = "\x1d"
RECORD = "\x1e"
FIELD = "\t"
UNIT = "\x1f"
PART = "\x1c"
"""Parts what stands in a manifest; no text has it, nor the others."""


class Texts:
    """Gathers the records of entries until they fill a shard."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Start with nothing; texts are written in the codes of `vocabulary`."""
        self._vocabulary = vocabulary
        self._clear()

    def _clear(self) -> None:
        self.size = 0
        self._pages: dict[str, int] = {}
        self._paths: dict[tuple[str, ...], int] = {}
        self._records: list[str] = []

    def add(self, entry: Entry) -> None:
        """Add an entry's record; `size` grows by its length."""
        address, _, fragment = entry.location.partition("#")
        page = self._pages.setdefault(FIELD.join((address, entry.symbol)), len(self._pages))
        path = self._paths.setdefault(entry.path, len(self._paths))
        coded = self._vocabulary.coded
        number = clean(entry.number)
        fields = (
            entry.kind.value,
            str(page),
            "" if fragment == f"{_USUAL}{number}" else fragment,
            number,
            str(path),
            coded(clean(entry.title)),
            coded(clean(entry.long_form)),
            " ".join(entry.ids),
            UNIT.join([clean(f"{term.short} {term.long}".rstrip()) for term in entry.defines]),
            coded(clean(entry.text)),
        )
        record = FIELD.join(fields)
        self._records.append(record)
        self.size += len(record)

    def take(self) -> str:
        """The text of a shard with all that waits; nothing waits afterwards."""
        coded = self._vocabulary.coded
        paths = (FIELD.join(coded(clean(part)) for part in path) for path in self._paths)
        text = GROUP.join(
            (RECORD.join(self._pages), RECORD.join(paths), RECORD.join(self._records))
        )
        self._clear()
        return text


def coded_texts(entry: Entry) -> Iterator[str]:
    """What of an entry is written in codes, as it is before."""
    yield from map(clean, (entry.title, entry.long_form, entry.text, *entry.path))


_USUAL = "para-"
_SEPARATORS = re.compile(f"[{GROUP}{RECORD}{FIELD}{UNIT}{PART}\\r]")


def clean(text: str) -> str:
    """The text without the signs that part fields and records."""
    # Of the signs none is printable, and nearly every text is; to know it is quicker than to look.
    return text if text.isprintable() else _SEPARATORS.sub(" ", text)
