"""What a report speaks of, as typed values: mentions, the entries they make, and the indexes.

Every mention stands in a numbered paragraph, at offsets into that paragraph's plain text
(`ParagraphText.text`), and names the rule by which it came in.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from pilcrow.model import Problem

LANGUAGES = frozenset({"en"})
"""Languages that the recognisers of States, titles, names, figures and events read."""


class Kind(enum.Enum):
    """The indexes of a report, in the order in which they are shown."""

    STATES = "states"
    TERMS = "terms"
    DOCUMENTS = "documents"
    PUBLICATIONS = "publications"
    PROGRAMMES = "programmes"
    FIGURES = "figures"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphText:
    """A numbered paragraph as the recognisers read it."""

    id: str
    number: str
    text: str
    """Plain text of the paragraph with its subparagraphs, then that of its footnotes."""
    italics: tuple[tuple[int, int], ...] = ()
    """Spans of `text` that the source sets in italics."""
    tables: tuple[tuple[int, int], ...] = ()
    """Spans of `text` that are cells of tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a recogniser gives for one paragraph: a span, what it names, and by which rule."""

    start: int
    end: int
    name: str
    rule: str
    group: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    """Of a document: ids of the places in it that the words name, `para-54`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a report speaks of an entry."""

    kind: Kind
    name: str
    """The entry's name."""
    paragraph: str
    """Id of the paragraph, `para-54`."""
    number: str
    """Number of the paragraph as cited, `54`."""
    start: int
    end: int
    words: str
    """The words as printed: the paragraph's plain text from `start` to `end`."""
    rule: str
    """Name of the rule by which it came in; `pilcrow.indexes.rules` says what it means."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What the words say beside the name: `year`, `unit`, `amount`, `start` and the like."""
    places: tuple[str, ...] = ()
    """Of a document: ids of the places in it that the words name, `para-54`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """An entry with its mentions in reading order."""

    id: str
    """Unique in its index; made from the name: `viet-nam`."""
    name: str
    group: str
    """The heading it stands under: for a State its UN region; empty where there are none."""
    mentions: tuple[Mention, ...]
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Ids of the paragraphs that mention it, each once, in reading order."""
        return tuple(dict.fromkeys(mention.paragraph for mention in self.mentions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """One index: its entries in the order in which they are shown."""

    kind: Kind
    entries: tuple[IndexEntry, ...]

    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, entry by entry."""
        return tuple(mention for entry in self.entries for mention in entry.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexes:
    """All indexes of one report."""

    symbol: str
    indexes: tuple[Index, ...]
    """One for each kind, in the order of `Kind`; an index may have no entries."""
    problems: tuple[Problem, ...] = ()
    """Settlements that no longer fit."""

    def of(self, kind: Kind) -> Index:
        """The index of a kind."""
        return next(index for index in self.indexes if index.kind is kind)
