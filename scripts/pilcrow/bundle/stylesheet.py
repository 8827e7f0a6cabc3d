"""A style sheet as rules, as far as it takes to leave some of them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<url>url\(\s*[^"'\s)](?:\\.|[^)\\])*\))
      | (?P<escape>\\.)
      | (?P<mark>[{}();,\[\]])""",
    re.VERBOSE | re.DOTALL,
)
_GROUPS = ("@media", "@supports", "@layer", "@container", "@document")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Selectors (or an at-rule that holds declarations: a font, a page) with declarations."""

    prelude: str
    body: str

    def __str__(self) -> str:
        return f"{self.prelude}{{{self.body}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rules under a condition, such as `@media print`."""

    prelude: str
    rules: tuple[Node, ...]

    def __str__(self) -> str:
        return f"{self.prelude}{{{''.join(map(str, self.rules))}}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An at-rule without a block, such as `@charset`."""

    text: str

    def __str__(self) -> str:
        return f"{self.text};"


Node = Rule | Group | Statement


class StylesheetError(ValueError):
    """The sheet's brackets do not match; leaving rules out of it would be guessing."""


def parse(sheet: str) -> tuple[Node, ...]:
    """The sheet's rules, comments left out.

    Raises:
        StylesheetError: a bracket is not closed, or closes nothing.
    """
    return tuple(_nodes(_without_comments(sheet)))


def split_top(text: str, mark: str) -> tuple[str, ...]:
    """The parts of a text between marks that stand in no bracket and no string."""
    parts: list[str] = []
    depth = start = 0
    for token in _TOKEN.finditer(text):
        found = token["mark"]
        if found is None:
            continue
        if found in "([{":
            depth += 1
        elif found in ")]}":
            depth -= 1
        elif found == mark and depth == 0:
            parts.append(text[start : token.start()])
            start = token.end()
    parts.append(text[start:])
    return tuple(part.strip() for part in parts if part.strip())


def _without_comments(sheet: str) -> str:
    """Strings are kept whole: one may hold what looks like a comment."""
    pattern = re.compile(rf"{_TOKEN.pattern}|(?P<comment>{_COMMENT.pattern})", _TOKEN.flags)
    return pattern.sub(lambda found: "" if found["comment"] is not None else found[0], sheet)


def _nodes(text: str) -> Iterator[Node]:
    start = position = 0
    while position < len(text):
        token = _TOKEN.search(text, position)
        if token is None:
            break
        position = token.end()
        if token["mark"] == ";":
            if statement := text[start : token.start()].strip():
                yield Statement(text=statement)
            start = position
        elif token["mark"] == "}":
            raise StylesheetError(f"a }} closes nothing: …{text[max(0, start - 40) : position]}")
        elif token["mark"] == "{":
            prelude = text[start : token.start()].strip()
            end = _closing(text, position)
            body = text[position:end].strip()
            if prelude.startswith(_GROUPS):
                yield Group(prelude=prelude, rules=tuple(_nodes(body)))
            else:
                yield Rule(prelude=prelude, body=body)
            start = position = end + 1
    if rest := text[start:].strip():
        raise StylesheetError(f"the sheet ends in the midst of a rule: {rest[:60]}")


def _closing(text: str, position: int) -> int:
    depth = 1
    for token in _TOKEN.finditer(text, position):
        if token["mark"] == "{":
            depth += 1
        elif token["mark"] == "}":
            depth -= 1
            if depth == 0:
                return token.start()
    raise StylesheetError(f"a {{ is not closed: {text[position - 1 : position + 60]}")
