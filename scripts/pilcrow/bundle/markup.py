"""Start tags of a page with their places, so that a page can be changed without being rewritten.

A parser that builds a tree and prints it again would change what it does not understand, and
differently in each version; here every byte that is not replaced stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A start or end tag; `start` and `end` are offsets into the page."""

    name: str
    attributes: Mapping[str, str]
    """Of a start tag, values unescaped; one without a value has the empty text."""
    start: int
    end: int
    closes: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """The names in its class attribute."""
        return tuple(self.attributes.get("class", "").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace the page's text from `start` to `end`."""

    start: int
    end: int
    text: str


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tags: list[Tag] = []
        self._lines = [0]
        for line in _lines(page):
            self._lines.append(self._lines[-1] + len(line))
        self._page = page

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self._offset()
        text = self.get_starttag_text() or ""
        named: dict[str, str] = {}
        for name, value in attrs:
            # Of an attribute given twice, the first counts, as in browsers.
            named.setdefault(name, value or "")
        self.tags.append(Tag(name=tag, attributes=named, start=start, end=start + len(text)))

    def handle_endtag(self, tag: str) -> None:
        start = self._offset()
        end = self._page.find(">", start) + 1
        self.tags.append(Tag(name=tag, attributes={}, start=start, end=end, closes=True))


def _lines(page: str) -> Iterator[str]:
    """Lines as html.parser counts them: ended by a line feed and by nothing else."""
    start = 0
    while (end := page.find("\n", start)) >= 0:
        yield page[start : end + 1]
        start = end + 1
    yield page[start:]


def tags(page: str) -> tuple[Tag, ...]:
    """Every start and end tag in order; what stands in scripts, styles and comments is none."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    return tuple(reader.tags)


def edited(page: str, edits: Iterable[Edit]) -> str:
    """The page with the edits made; one inside another that is made is left out."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda each: (each.start, -each.end)):
        if edit.start < done:
            continue
        parts += (page[done : edit.start], edit.text)
        done = edit.end
    parts.append(page[done:])
    return "".join(parts)
