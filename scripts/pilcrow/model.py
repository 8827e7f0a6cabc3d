"""The report as typed values: what every pass takes and gives.

Every value is frozen. A node knows its place in the source, so that a message,
an audit row and a test can name it.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A position in a source; places of one source are ordered as it is read.

    `line` counts from 1: lines of a Markdown file, paragraphs of a Word file, lines of a page of
    a PDF. `page` counts from 1 where a format has pages.
    """

    source: str
    line: int
    page: int | None = None

    def __lt__(self, other: Place) -> bool:
        return self.position < other.position

    @property
    def position(self) -> tuple[str, int, int]:
        """What places are ordered by."""
        return self.source, self.page or 0, self.line

    def __str__(self) -> str:
        if self.page is None:
            return f"{self.source}:{self.line}"
        return f"{self.source}:p{self.page}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something an editor should know: one line, with a rule's name and what to do next."""

    rule: str
    place: Place
    message: str
    hint: str
    at: str | None = None
    """Id of the node it is about, where there is one."""
    settled_by: str | None = None
    """What settled it (a correction, or the neighbours of a lost number); None needs an editor."""

    def __str__(self) -> str:
        at = f" (at = {self.at})" if self.at else ""
        return f"{self.place}: {self.rule}: {self.message} Hint: {self.hint}{at}"


class Emphasis(enum.Enum):
    """How a run of text is set in the source."""

    NONE = ""
    ITALIC = "italic"
    BOLD = "bold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A run of words as printed, escapes undone, white space folded to single spaces."""

    value: str
    place: Place
    emphasis: Emphasis = Emphasis.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the source (http, https or mailto only) with the words it stands on."""

    value: str
    address: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """The mark in the text that points to a footnote."""

    mark: str
    place: Place
    supplied_by: int | None = None
    """Index into the report's corrections of the one that supplied it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """Words an editor supplied or changed; shown in square brackets with the reason."""

    value: str
    replaces: str
    """The words of the source it stands for; empty where the source lost them."""
    correction: int
    place: Place
    emphasis: Emphasis = Emphasis.NONE


Inline = Text | Link | Indicator | Supplied
Inlines = tuple[Inline, ...]


class Origin(enum.Enum):
    """Where a paragraph's number comes from."""

    PRINTED = "printed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table kept as rows of cells; the first row is its head."""

    rows: tuple[tuple[Inlines, ...], ...]
    place: Place


class Media(enum.Enum):
    """Formats of pictures that every browser shows, by the ending of their files."""

    PNG = "png"
    JPEG = "jpg"
    GIF = "gif"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The bytes of a picture, known to be of their format."""

    content: bytes = field(repr=False)
    media: Media

    @property
    def name(self) -> str:
        """The name of its file: the same picture has the same one."""
        return f"figure-{hashlib.sha256(self.content).hexdigest()[:16]}.{self.media.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its caption."""

    picture: Picture
    width: int
    """In pixels of a page on the web, as large as it is printed."""
    height: int
    caption: Inlines = ()
    description: str = ""
    """What the file says of the picture without printing it."""
    place: Place

    @property
    def alt(self) -> str:
        """What stands for the picture where it is not seen: its caption, else its description."""
        return plain(self.caption) or self.description


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of running text without a number: an opening, a flush tail, a summary paragraph."""

    inlines: Inlines
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Subparagraph:
    """(a), then (i), then a., then i."""

    id: str
    marker: str
    content: tuple[Content, ...]
    place: Place


Content = Passage | Table | Figure | Subparagraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A numbered paragraph: what people cite."""

    id: str
    number: str
    content: tuple[Content, ...]
    place: Place
    origin: Origin = Origin.PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it, in reading order: own paragraphs, then sections."""

    id: str
    degree: int
    label: str | None
    title: Inlines
    place: Place
    paragraphs: tuple[Paragraph, ...] = ()
    passages: tuple[Passage | Table | Figure, ...] = ()
    """Text under the heading that belongs to no numbered paragraph."""
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.sections:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex: its own numbering, so its ids begin with the annex's."""

    id: str
    label: str
    title: Inlines
    place: Place
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note under the page; `referenced_from` holds ids, or `masthead`."""

    id: str
    indicator: str
    content: Inlines
    referenced_from: tuple[str, ...]
    place: Place
    supplied_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The head of page 1, in fields; a field the source does not give is None."""

    symbol: str | None = None
    symbols: tuple[str, ...] = ()
    organ: str | None = None
    session: str | None = None
    place_and_dates: str | None = None
    agenda_item: str | None = None
    distribution: str | None = None
    date: str | None = None
    """ISO 8601."""
    original_language: str | None = None
    language: str = "en"
    job_number: str | None = None
    title: str | None = None
    subtitle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """An editor's recorded change; shown on the page with its reason."""

    kind: str
    at: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What the page adds (running heads, job and page numbers), with its place."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Words of the source: every one is kept, or is furniture; `lost` must be 0."""

    source_words: int = 0
    kept: int = 0
    furniture: int = 0
    supplied: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report, as `pilcrow model` prints it."""

    masthead: Masthead
    masthead_marks: tuple[tuple[str, str], ...] = ()
    """Footnote marks of the masthead: the words each stands behind, and the mark."""
    summary: tuple[Passage, ...] = ()
    front_matter: tuple[Passage | Table | Figure, ...] = ()
    sections: tuple[Section, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    corrections: tuple[Correction, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    problems: tuple[Problem, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)

    def walk_sections(self) -> Iterator[Section]:
        """Every section of body and annexes, in reading order."""
        for section in self.sections:
            yield from section.walk()
        for annex in self.annexes:
            for section in annex.sections:
                yield from section.walk()

    def walk_figures(self) -> Iterator[Figure]:
        """Every figure, in reading order."""
        yield from _figures(self.front_matter)
        for section in self.walk_sections():
            yield from _figures(section.passages)
            for paragraph in section.paragraphs:
                yield from _figures(paragraph.content)

    def walk_paragraphs(self) -> Iterator[Paragraph]:
        """Every numbered paragraph of body and annexes, in reading order."""
        for section in self.walk_sections():
            yield from section.paragraphs


def _figures(content: Iterable[Content]) -> Iterator[Figure]:
    for entry in content:
        if isinstance(entry, Figure):
            yield entry
        elif isinstance(entry, Subparagraph):
            yield from _figures(entry.content)


def plain(inlines: Inlines) -> str:
    """The words a reader sees, without emphasis and footnote marks; supplied words in brackets."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text() | Link():
                parts.append(inline.value)
            case Supplied():
                parts.append(f"[{inline.value}]")
            case Indicator():
                pass
    return " ".join("".join(parts).split())
