"""What each report cites, read back from its page of documents cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_DOCUMENTS = "https://docs.un.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document on docs.un.org, with the numbers of the paragraphs that cite it."""

    symbol: str
    paragraphs: tuple[str, ...]


def read_citations(fields: Mapping[str, object]) -> tuple[Citation, ...]:
    """The citations that a page of documents cited gives in its front matter, in its order."""
    entries = fields.get("entries")
    found: list[Citation] = []
    for entry in entries if isinstance(entries, list) else []:
        address = str(entry.get("fields", {}).get("address") or "")
        if not address.startswith(_DOCUMENTS):
            continue
        # Behind the host stand the language and the symbol.
        _, _, symbol = address.removeprefix(_DOCUMENTS).partition("/")
        if symbol:
            numbers = dict.fromkeys(str(mention["n"]) for mention in entry["mentions"])
            found.append(Citation(symbol=unquote(symbol), paragraphs=tuple(numbers)))
    return tuple(found)
