"""Pages that convert wrote, read back from their text: fields, order, anchors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pilcrow.ids import paragraph_id, subparagraph_id
from pilcrow.runin import run_in_ids
from pilcrow.site.capitals import in_lists

_FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)\n---\n", re.DOTALL)
_MEMBER = re.compile(r"^  (\([a-z0-9]{1,6}\)|[a-z0-9]{1,6}[.)])(?: |$)", re.MULTILINE)
_BEHIND = re.compile(r"^(?:\[\^[^\]]+\]: |- \[)", re.MULTILINE)
"""What stands behind the last paragraph of a page: footnotes, and links to sections."""
_PARAGRAPH = re.compile(r"^(?P<number>\d+(?:\.\d+)?)\\\.(?: (?P<text>.*))?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """A page of a report as its own text tells it."""

    path: str
    """Path below the docs folder, `en/E/CN.15/2024/5/ii-d-2.md`."""
    fields: Mapping[str, object]
    paragraphs: tuple[tuple[str, str], ...]
    """Id and Markdown text of each numbered paragraph, in order."""
    lengths: tuple[int, ...] = ()
    """Words of each of these paragraphs with its members, their tables included."""
    members: tuple[str, ...] = ()
    """Ids of the subparagraphs of the first degree, and of run-in lists' members."""

    @property
    def folder(self) -> str:
        """The report's folder below the docs folder."""
        return self.path.rpartition("/")[0]

    @property
    def section(self) -> str | None:
        """Id of the section the page holds; None for the front page and lists."""
        value = self.fields.get("section")
        return value if isinstance(value, str) else None

    @property
    def parent(self) -> str | None:
        """Id of the section above."""
        value = self.fields.get("parent")
        return value if isinstance(value, str) else None

    @property
    def holds_whole(self) -> bool:
        """Tell whether the page holds the whole report: beside the pages' order, not in it."""
        return self.fields.get("kind") == "whole"

    @property
    def title(self) -> str:
        """The page's title."""
        return str(self.fields.get("title", ""))

    @property
    def order(self) -> int:
        """Place in reading order; the front page is 0, lists of the report come last."""
        value = self.fields.get("order")
        if isinstance(value, int):
            return value
        return 0 if self.fields.get("front") else 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPages:
    """The pages of one report, in reading order, the front page first."""

    folder: str
    pages: tuple[GeneratedPage, ...]

    @property
    def front(self) -> GeneratedPage:
        """The front page."""
        return self.pages[0]

    def in_lists(self, title: str) -> str:
        """A title of the report as it stands beside other reports' (`pilcrow.site.capitals`)."""
        return in_lists(title, (text for page in self.pages for _, text in page.paragraphs))

    def above(self, page: GeneratedPage) -> tuple[GeneratedPage, ...]:
        """The pages above a section's page: the front page, then chapter and section."""
        by_section = {other.section: other for other in self.pages if other.section}
        chain: list[GeneratedPage] = []
        parent = by_section.get(page.parent or "")
        while parent is not None and parent not in chain:
            chain.append(parent)
            parent = by_section.get(parent.parent or "")
        return (self.front, *reversed(chain))

    def anchors(self) -> dict[str, str]:
        """Section and paragraph ids to the path of the page that holds each."""
        places: dict[str, str] = {}
        for page in self.pages:
            if page.section:
                places[page.section] = page.path
            for identifier in (*(name for name, _ in page.paragraphs), *page.members):
                places.setdefault(identifier, page.path)
        return places

    def texts_before(self, page: GeneratedPage, count: int) -> tuple[str, ...]:
        """The last `count` paragraphs of the pages before this one, nearest last."""
        texts: list[str] = []
        for other in self.pages:
            if other.path == page.path:
                break
            texts.extend(text for _, text in other.paragraphs)
        return tuple(texts[-count:])


def front_matter(text: str) -> tuple[dict[str, object], str] | None:
    """The fields of a page that convert wrote, and the text behind them; None for another page."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    fields: dict[str, object] = {}
    for line in match["fields"].splitlines():
        name, _, value = line.partition(": ")
        try:
            fields[name] = json.loads(value)
        except ValueError:
            return None
    return (fields, text[match.end() :]) if "symbol" in fields or "terms" in fields else None


def without_front_matter(text: str) -> str:
    """The text of a page behind its front matter."""
    match = _FRONT_MATTER.match(text)
    return text[match.end() :] if match else text


def read_page(path: str, text: str) -> GeneratedPage | None:
    """Read a page that convert wrote; None for a page written by hand."""
    read = front_matter(text)
    if read is None:
        return None
    fields, body = read
    start = len(text) - len(body)
    ids = fields.get("paragraph_ids")
    found = list(_PARAGRAPH.finditer(text, start))
    names = (
        [str(identifier) for identifier in ids]
        if isinstance(ids, list)
        else [paragraph_id(paragraph["number"]) for paragraph in found]
    )
    ends = [*(paragraph.start() for paragraph in found[1:]), len(text)]
    return GeneratedPage(
        path=path,
        fields=fields,
        paragraphs=tuple(
            (identifier, paragraph["text"] or "")
            for identifier, paragraph in zip(names, found, strict=False)
        ),
        lengths=tuple(
            len(_BEHIND.split(text[paragraph.start() : end], maxsplit=1)[0].split())
            for paragraph, end in zip(found, ends, strict=False)
        ),
        members=tuple(
            member
            for identifier, paragraph, end in zip(names, found, ends, strict=False)
            for member in _members(identifier, text[paragraph.start() : end])
        ),
    )


def _members(identifier: str, text: str) -> Iterator[str]:
    first, _, rest = text.partition("\n")
    marked = [subparagraph_id(identifier, match[1]) for match in _MEMBER.finditer(rest)]
    yield from marked
    yield from (name for name, _ in run_in_ids(identifier, first, frozenset(marked)))


def group_reports(pages: Iterable[GeneratedPage]) -> dict[str, ReportPages]:
    """Pages by report folder; a folder without a front page is left out."""
    folders: dict[str, list[GeneratedPage]] = {}
    for page in pages:
        if "symbol" in page.fields:
            folders.setdefault(page.folder, []).append(page)
    return {
        folder: ReportPages(
            folder=folder, pages=tuple(sorted(members, key=lambda page: (page.order, page.path)))
        )
        for folder, members in sorted(folders.items())
        if any(page.fields.get("front") for page in members)
    }
