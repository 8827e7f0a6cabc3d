"""What each report cites, read back from its page of documents cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_DOCUMENTS = "https://docs.un.org/"
_UNVERIFIED = "Unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingWords:
    """One place in a report that cites a document."""

    paragraph: str
    """Id of the paragraph, `para-54`."""
    number: str
    places: tuple[str, ...] = ()
    """Ids that it names in the cited document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document on docs.un.org, with the words that cite it."""

    symbol: str
    words: tuple[CitingWords, ...]
    verified: bool = True
    """False where nobody has checked that this is the document cited."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Numbers of the paragraphs that cite it, each once, in order."""
        return tuple(dict.fromkeys(words.number for words in self.words))


def read_citations(fields: Mapping[str, object]) -> tuple[Citation, ...]:
    """The citations that a page of documents cited gives in its front matter, in its order."""
    entries = fields.get("entries")
    found: list[Citation] = []
    for entry in entries if isinstance(entries, list) else []:
        said = entry.get("fields", {})
        address = str(said.get("address") or "")
        if not address.startswith(_DOCUMENTS):
            continue
        # Behind the host stand the language and the symbol.
        _, _, symbol = address.removeprefix(_DOCUMENTS).partition("/")
        if symbol:
            words = tuple(
                CitingWords(
                    paragraph=str(mention.get("p", "")),
                    number=str(mention["n"]),
                    places=tuple(map(str, mention.get("t", ()))),
                )
                for mention in entry["mentions"]
            )
            verified = not str(said.get("remark") or "").startswith(_UNVERIFIED)
            found.append(Citation(symbol=unquote(symbol), words=words, verified=verified))
    return tuple(found)
