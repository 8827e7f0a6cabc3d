"""What pages are made of: the names that a style sheet's selectors can match."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:[^>\"']++|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ADDRESS = re.compile(r"=(?:(?<=href=)|(?<=title=)|(?<=data-note=)|(?<=data-long=))\"[^\"]*\"")
"""Values that differ from tag to tag and that no selector looks at; the names stay."""
_LONGEST_VALUE = 40
_LINE_END = ">\n"
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_BEGINNING = re.compile(r"([A-Za-z_][\w-]*-)(?=\$\{|[\"'`]\s*\+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Names in pages, and words of scripts, any of which may become a name."""

    names: frozenset[str] = frozenset()
    """Elements, classes, ids and attributes of pages."""
    values: frozenset[tuple[str, str]] = frozenset()
    """Attributes with their values."""
    words: frozenset[str] = frozenset()
    """Every word of every script: a class that a script sets stands in it."""
    beginnings: tuple[str, ...] = ()
    """What scripts put a name together from: `md-tooltip--` and a value."""

    def has(self, name: str) -> bool:
        """Tell whether an element can have this name, class, id or attribute."""
        return name in self.names or name in self.words or name.startswith(self.beginnings)

    def has_value(self, attribute: str, value: str) -> bool:
        """Tell whether an element of a page has the attribute with this value."""
        return (attribute, value) in self.values

    def joined(self, others: Iterable[Vocabulary]) -> Vocabulary:
        """This vocabulary and the others in one."""
        every = (self, *others)
        return Vocabulary(
            names=frozenset().union(*(each.names for each in every)),
            values=frozenset().union(*(each.values for each in every)),
            words=frozenset().union(*(each.words for each in every)),
            beginnings=tuple(sorted({text for each in every for text in each.beginnings})),
        )


class PageVocabulary:
    """Grows page by page: vocabularies joined for each page would make a build quadratic."""

    def __init__(self) -> None:
        """Begin empty."""
        self._names: set[str] = set()
        self._values: set[tuple[str, str]] = set()
        self._tags: set[tuple[str, str]] = set()
        self._lines: set[int] = set()

    def add(self, page: str) -> None:
        """Take the names in a page's tags; rather too many than too few: text like a tag counts."""
        # Most of a page stands in the pages before it too: line by line, where a line ends a tag,
        # then tag by tag.
        lines = [line for line in page.split(_LINE_END) if hash(line) not in self._lines]
        self._lines.update(map(hash, lines))
        fresh = {*_TAG.findall(_ADDRESS.sub("", _LINE_END.join((*lines, ""))))} - self._tags
        self._tags |= fresh
        for name, attributes in fresh:
            self._names.add(name.lower())
            for attribute in _ATTRIBUTE.finditer(attributes):
                key = attribute[1].lower()
                value = attribute[2] or attribute[3] or attribute[4] or ""
                self._names.add(key)
                if key in {"class", "id"}:
                    self._names.update(value.split())
                elif len(value) <= _LONGEST_VALUE:
                    self._values.add((key, value))

    def all(self) -> Vocabulary:
        """The vocabulary of all pages so far."""
        return Vocabulary(names=frozenset(self._names), values=frozenset(self._values))


def of_page(page: str) -> Vocabulary:
    """The vocabulary of one page."""
    vocabulary = PageVocabulary()
    vocabulary.add(page)
    return vocabulary.all()


def of_script(script: str) -> Vocabulary:
    """Every word of a script, and the beginnings it may go on from."""
    return Vocabulary(
        words=frozenset(_WORD.findall(script)),
        beginnings=tuple(sorted(set(_BEGINNING.findall(script)))),
    )
