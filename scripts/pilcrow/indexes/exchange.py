"""Indexes as data: JSON and CSV for people's own tools, and the fields of pages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping

from pilcrow.indexes.gather import EACH_ITS_OWN
from pilcrow.indexes.model import Index, IndexEntry, Kind, Mention
from pilcrow.indexes.rules import ABOUT

SCHEMA = "pilcrow/index/1"
_COLUMNS = ("name", "group", "paragraph", "address", "words", "start", "end", "rule")
_FORMULA = re.compile(r"^[=+\-@\t\r]")


def index_json(index: Index, symbol: str) -> str:
    """An index as JSON: its entries with their mentions, and what the rules mean.

    Addresses are relative to the report's folder, and permanent.
    """
    entries = [
        {
            "id": entry.id,
            "name": entry.name,
            **({"group": entry.group} if entry.group else {}),
            **({"fields": dict(entry.fields)} if _of_entry(index.kind, entry) else {}),
            "mentions": [
                {
                    "paragraph": mention.number,
                    "address": _address(mention),
                    "start": mention.start,
                    "end": mention.end,
                    "words": mention.words,
                    "rule": mention.rule,
                    **(
                        {"fields": dict(mention.fields)}
                        if mention.fields and not _of_entry(index.kind, entry)
                        else {}
                    ),
                    **({"places": list(mention.places)} if mention.places else {}),
                }
                for mention in entry.mentions
            ],
        }
        for entry in index.entries
    ]
    used = {mention.rule for mention in index.mentions()}
    rules = {rule: text for rule, text in ABOUT[index.kind].rules.items() if rule in used}
    head: dict[str, object] = {
        "schema": SCHEMA,
        "symbol": symbol,
        "kind": index.kind.value,
        "title": ABOUT[index.kind].title,
        "rules": rules,
    }
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{opening},\n "entries": [\n{lines}\n ]\n}}\n'


def index_csv(index: Index) -> str:
    """An index as CSV (RFC 4180), a row for each mention.

    No cell begins with a sign that a spreadsheet reads as a formula: such a one begins with an
    apostrophe.
    """
    mentions = [(entry, mention) for entry in index.entries for mention in entry.mentions]
    fields = tuple(dict.fromkeys(name for _, mention in mentions for name in mention.fields))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*_COLUMNS, *fields))
    for entry, mention in mentions:
        cells = (
            entry.name,
            entry.group,
            mention.number,
            _address(mention),
            mention.words,
            str(mention.start),
            str(mention.end),
            mention.rule,
            *(mention.fields.get(name, "") for name in fields),
        )
        writer.writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _address(mention: Mention) -> str:
    return f"index.html#{mention.paragraph}"


def entries_field(index: Index) -> list[dict[str, object]]:
    """The entries as a page's front matter carries them; `read_index` reads them back."""
    return [
        {
            "id": entry.id,
            "name": entry.name,
            "group": entry.group,
            **({"fields": dict(entry.fields)} if _of_entry(index.kind, entry) else {}),
            "mentions": [
                {
                    "p": mention.paragraph,
                    "n": mention.number,
                    "s": mention.start,
                    "e": mention.end,
                    "w": mention.words,
                    "r": mention.rule,
                    **(
                        {"f": dict(mention.fields)}
                        if mention.fields and not _of_entry(index.kind, entry)
                        else {}
                    ),
                    **({"t": list(mention.places)} if mention.places else {}),
                }
                for mention in entry.mentions
            ],
        }
        for entry in index.entries
    ]


def _of_entry(kind: Kind, entry: IndexEntry) -> bool:
    """Whether the fields are the same for all mentions: then the entry has them once."""
    return kind not in EACH_ITS_OWN and bool(entry.fields)


def read_index(fields: Mapping[str, object]) -> Index | None:
    """The index that a page's front matter carries; None where it carries none."""
    entries = fields.get("entries")
    kind = next((kind for kind in Kind if kind.value == fields.get("kind")), None)
    if kind is None or not isinstance(entries, list):
        return None
    return Index(kind=kind, entries=tuple(_entry(kind, entry) for entry in entries))


def _entry(kind: Kind, entry: Mapping[str, object]) -> IndexEntry:
    listed = entry.get("mentions")
    name = str(entry["name"])
    shared = _texts(entry.get("fields"))
    mentions = tuple(
        Mention(
            kind=kind,
            name=name,
            paragraph=str(one["p"]),
            number=str(one.get("n", "")),
            start=int(one.get("s", 0)),
            end=int(one.get("e", 0)),
            words=str(one.get("w", "")),
            rule=str(one.get("r", "")),
            fields=shared or _texts(one.get("f")),
            places=tuple(map(str, one.get("t", ()))),
        )
        for one in (listed if isinstance(listed, list) else ())
    )
    return IndexEntry(
        id=str(entry["id"]),
        name=name,
        group=str(entry.get("group", "")),
        mentions=mentions,
        fields=shared or (mentions[0].fields if mentions else {}),
    )


def _texts(value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        return {}
    return {str(key): str(text) for key, text in value.items()}
