"""A report as previews, citations and mentions need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A rendered page with what its front matter says."""

    address: str
    """From the site's root: `en/E/CN.15/2024/5/ii-d-2.html`."""
    title: str
    html: str
    """What stands in the page's article."""
    fields: Mapping[str, object] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The folder it stands in."""
        return self.address.rpartition("/")[0]

    def text(self, name: str) -> str:
        """A field that holds a text; empty where it is missing."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph as its page shows it."""

    id: str
    number: str
    lines: tuple[str, ...]
    """Its texts, a tab before each for each degree below the paragraph; markers stand before the
    texts they mark, and U+0002 and U+0003 round what is in italics. Footnote indicators are left
    out: a preview of the note is no use inside a preview."""
    links: tuple[tuple[str, str], ...] = ()
    """Class and address of each link in it, with the words it stands on: see `Subject`."""
    words: tuple[str, ...] = ()
    """The words of each link, one for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section's page."""

    page: str
    """Name of the page in the report's folder."""
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is treated in several places: a State, a term, a document, a programme."""

    kind: str
    """Singular, as a reader is told it: `State`."""
    id: str
    """`term-wacap`, of the glossary; of an entry in its index; else a document's address."""
    name: str
    href: str
    """Address of its own entry or of the document, from the site's root or whole."""
    paragraphs: tuple[str, ...]
    """Ids of the paragraphs, in the order of the report, each once."""
