"""Markdown's inline patterns, tried only where one can match.

Python-Markdown tries each of its patterns on each text. A report's texts are mostly plain words,
and its indexes hold thousands of short links: there trying costs more than all else of a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

NEEDS: Mapping[str, str] = MappingProxyType(
    {
        "backtick": "`",
        "escape": r"\\",
        "indicator": r"\[\^",
        "reference": r"\[",
        "mkdocs-autorefs": r"\]\s?\[",
        "link": r"\]\(",
        "image_link": r"!\[",
        "image_reference": r"!\[",
        "short_reference": r"\[",
        "short_image_ref": r"!\[",
        "autolink": "<",
        "automail": "<",
        "linebreak": "  \n",
        "html": "<",
        "entity": "&",
        "em_strong": "[*_]",
    }
)
"""By the name of each pattern, what a text holds wherever the pattern changes it."""
_DEFINED = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Patterns that change nothing on a page that defines no addresses apart from its text."""


class QuickInlines(InlineProcessor):
    """Gives the tree that Python-Markdown's own processor gives.

    With a pattern that is not known here it does just what that one does.
    """

    def __init__(self, md: Markdown) -> None:
        """Take the place of the processor of the same patterns."""
        super().__init__(md)
        self._every = md.inlinePatterns

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns that the page needs to the texts that need one."""
        self.inlinePatterns = self._every  # type: ignore[assignment]
        named = {id(self._every[name]): name for name in NEEDS if name in self._every}
        if len(named) == len(self._every):
            text = "".join(tree.itertext())
            used = [name for name in named.values() if self._can_match(name, text)]
            # A registry looks up a pattern by its place at each try, and sorts for it.
            self.inlinePatterns = [  # type: ignore[assignment]
                each for each in self._every if named[id(each)] in used
            ]
            _pass_over(tree, [NEEDS[name] for name in used])
        return super().run(tree, ancestors)

    def _can_match(self, name: str, text: str) -> bool:
        if name in _DEFINED and not self.md.references:
            return False
        return re.search(NEEDS[name], text) is not None


def _pass_over(tree: Element, needs: list[str]) -> None:
    """Mark the texts that hold nothing that a pattern needs as done."""
    special = re.compile("|".join(needs) or r"(?!)").search
    for element in tree.iter():
        if element.text and not special(element.text):
            element.text = AtomicString(element.text)
        if element.tail and not special(element.tail):
            element.tail = AtomicString(element.tail)
