"""Leaves out of a style sheet what no page and no script can use.

A selector stays unless one of its names is sure to be on no element: a class, id, element or
attribute that neither a page has nor a script mentions. Of `:is()` and `:where()` one choice must
be possible; other brackets (`:not()`, `:has()`) are not looked into. After that go the animations
and the custom properties that nothing names any more; Material keeps icons in these. One rule goes
that could be used, but costs every page too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pilcrow.bundle.stylesheet import Group, Node, Rule, Statement, parse, split_top
from pilcrow.bundle.vocabulary import Vocabulary

# Only of these the value counts: they choose among palettes and writing directions. Other
# attributes change with what the reader does, so a value that no page has now may come.
_BY_VALUE = ("dir", "data-md-color-")
_ALWAYS = frozenset({"html", "body", "js", "no-js", "from", "to"})

# Material's script makes these only where a page brings what is named beside them.
_WITH: Mapping[str, tuple[str, str]] = {
    "md-annotation": ("class", "annotate"),
    "md-source": ("data-md-component", "source"),
    "md-tag": ("class", "md-tag"),
    "md-version": ("data-md-component", "outdated"),
    "mermaid": ("class", "mermaid"),
    "tabbed-": ("class", "tabbed-set"),
}

_TOO_DEAR = "[data-md-color-switching]"
"""Material forbids every transition while colours change, by a rule for all elements: each page
would compute all its styles twice more at its start. Without it colours change softly."""

_INNERMOST = re.compile(r":(?P<kind>[\w-]+)\((?P<choices>[^()]*)\)")
_CHOICES = frozenset({"is", "where", "-webkit-any", "-moz-any"})
_ATTRIBUTE = re.compile(
    r"\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*[\"']?([^\"'\]]*?)[\"']?\s*(?:\s[is])?)?\]"
)
_NOWHERE = "\0"
_PSEUDO = re.compile(r"::?[\w-]+")
_NAME = re.compile(r"[.#]?-?[A-Za-z_][\w-]*")
_PROPERTY = re.compile(r"--[\w-]+")
_KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+([\w-]+)")
_ANIMATION = re.compile(r"(?:^|;)\s*(?:-\w+-)?animation(?:-name)?\s*:([^;]*)")


def purge(sheets: Sequence[str], vocabulary: Vocabulary, kept_for: Iterable[str] = ()) -> str:
    """The sheets as one, without what cannot be used.

    Args:
        sheets: in the order in which a page loads them.
        vocabulary: of all pages and scripts.
        kept_for: other sheets and scripts; what they name of custom properties stays.

    Raises:
        StylesheetError: a sheet's brackets do not match.
    """
    nodes = tuple(_matching([node for sheet in sheets for node in parse(sheet)], vocabulary))
    outside = frozenset(
        name
        for text in kept_for
        for name in _PROPERTY.findall(text)
        if _is_brought(name.removeprefix("--md-"), vocabulary)
    )
    while True:
        text = "".join(map(str, nodes))
        used = outside.union(_used_properties(text))
        animated = frozenset(
            word for found in _ANIMATION.finditer(_open(text)) for word in found[1].split()
        )
        nodes = tuple(_named(nodes, used, animated))
        if "".join(map(str, nodes)) == text:
            return text


def can_match(selector: str, vocabulary: Vocabulary) -> bool:
    """Tell whether an element of a page may match; true where that is not sure."""
    if "\\" in selector:
        return True
    plain = selector
    while innermost := _INNERMOST.search(plain):
        if innermost["kind"] in _CHOICES and not any(
            can_match(choice, vocabulary) for choice in innermost["choices"].split(",")
        ):
            # No element can be any of these; inside `:not()` that is no hindrance.
            plain = plain[: innermost.start()] + _NOWHERE + plain[innermost.end() :]
        else:
            plain = plain[: innermost.start()] + plain[innermost.end() :]
    if _NOWHERE in plain:
        return False
    for name, _, value in _ATTRIBUTE.findall(plain):
        if not vocabulary.has(name):
            return False
        if name.startswith(_BY_VALUE) and value and not vocabulary.has_value(name, value):
            return False
    plain = _PSEUDO.sub(" ", _ATTRIBUTE.sub(" ", plain))
    return all(_may_be(name.lstrip(".#"), vocabulary) for name in _NAME.findall(plain))


def _may_be(name: str, vocabulary: Vocabulary) -> bool:
    if name in _ALWAYS or name in vocabulary.names:
        return True
    return _is_brought(name, vocabulary) and vocabulary.has(name)


def _is_brought(name: str, vocabulary: Vocabulary) -> bool:
    return not any(
        name.startswith(beginning) and not _brings(vocabulary, attribute, value)
        for beginning, (attribute, value) in _WITH.items()
    )


def _brings(vocabulary: Vocabulary, attribute: str, value: str) -> bool:
    if attribute == "class":
        return value in vocabulary.names
    return vocabulary.has_value(attribute, value)


def _matching(nodes: Iterable[Node], vocabulary: Vocabulary) -> Iterable[Node]:
    for node in nodes:
        match node:
            case Group():
                if rules := tuple(_matching(node.rules, vocabulary)):
                    yield Group(prelude=node.prelude, rules=rules)
            case Rule() if not node.prelude.startswith("@"):
                kept = [
                    selector
                    for selector in split_top(node.prelude, ",")
                    if can_match(selector, vocabulary) and not selector.startswith(_TOO_DEAR)
                ]
                if kept and node.body:
                    yield Rule(prelude=",".join(kept), body=node.body)
            case Statement() if node.text.startswith("@charset"):
                # Only as the very first words of a file has it a meaning; the sheets are ASCII.
                pass
            case _:
                yield node


def _open(text: str) -> str:
    """Brackets of rules as ends of declarations, for patterns that look for a declaration."""
    return text.replace("{", ";").replace("}", ";")


def _used_properties(text: str) -> frozenset[str]:
    """Custom properties that are read, not only set."""
    return frozenset(re.findall(r"var\(\s*(--[\w-]+)", text))


def _named(nodes: Iterable[Node], used: frozenset[str], animated: frozenset[str]) -> Iterable[Node]:
    for node in nodes:
        match node:
            case Group():
                if rules := tuple(_named(node.rules, used, animated)):
                    yield Group(prelude=node.prelude, rules=rules)
            case Rule():
                frames = _KEYFRAMES.match(node.prelude)
                if frames:
                    if frames[1] in animated:
                        yield node
                    continue
                kept = [d for d in split_top(node.body, ";") if _is_used(d, used)]
                if kept:
                    yield Rule(prelude=node.prelude, body=";".join(kept))
            case Statement():
                yield node


def _is_used(declaration: str, used: frozenset[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in used
