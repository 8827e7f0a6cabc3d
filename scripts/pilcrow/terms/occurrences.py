"""Where terms stand in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pilcrow.references.symbols import find_symbols
from pilcrow.references.web import find_addresses
from pilcrow.terms.model import Occurrence, Term

# Not inside a word, a symbol, a path or an address; "UNODC's" and "non-NATO" count,
# "UN-Habitat" is no UN and "A/UNODC" no UNODC.
_NOT_AFTER = r"(?<![\w/.@&#])(?<![A-Z0-9]-)"
_NOT_BEFORE = r"(?![\w/@&]|-[A-Z0-9]|\.\w)"


class TermMatcher:
    """All spellings of a glossary as one matcher; build it once, use it for every paragraph."""

    def __init__(self, terms: Sequence[Term]) -> None:
        """Compile the short forms and variants of `terms`; the first of two alike wins."""
        self._terms: dict[str, Term] = {}
        for term in terms:
            self._terms.setdefault(_folded(term.short), term)
        for term in terms:
            for variant in term.variants:
                self._terms.setdefault(_folded(variant), term)
        self._pattern = _compile(tuple(self._terms))

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """The terms in `text`, in order, the longest where two begin together."""
        return tuple(self._find(text))

    def _find(self, text: str) -> Iterator[Occurrence]:
        if self._pattern is None:
            return
        taken: tuple[tuple[int, int], ...] | None = None
        for match in self._pattern.finditer(text):
            if taken is None:
                taken = _not_words(text)
            if taken and _is_inside(match.start(), taken):
                continue
            yield Occurrence(
                start=match.start(), end=match.end(), term=self._terms[_folded(match.group())]
            )


def find_occurrences(text: str, terms: Sequence[Term] | TermMatcher) -> tuple[Occurrence, ...]:
    """The terms in `text`: whole words, case as written, never in addresses or symbols.

    For many paragraphs pass a `TermMatcher`.
    """
    matcher = terms if isinstance(terms, TermMatcher) else _matcher(tuple(terms))
    return matcher.find(text)


@lru_cache(maxsize=8)
def _matcher(terms: tuple[Term, ...]) -> TermMatcher:
    return TermMatcher(terms)


def _compile(spellings: tuple[str, ...]) -> re.Pattern[str] | None:
    """One alternation, branched by first letter so that most letters fail at once."""
    branches: dict[str, list[str]] = {}
    for spelling in spellings:
        if spelling:
            branches.setdefault(spelling[0], []).append(spelling[1:])
    if not branches:
        return None
    alternatives = (
        re.escape(first) + "(?:" + "|".join(_literal(rest) for rest in _longest_first(rests)) + ")"
        for first, rests in sorted(branches.items())
    )
    # The first letter is asked for before anything is looked back at: that is the quick test.
    letters = "".join(re.escape(first) for first in sorted(branches))
    return re.compile(f"(?=[{letters}]){_NOT_AFTER}(?:{'|'.join(alternatives)}){_NOT_BEFORE}")


def _longest_first(rests: list[str]) -> list[str]:
    return sorted(rests, key=lambda rest: (-len(rest), rest))


def _literal(spelling: str) -> str:
    return re.escape(spelling).replace(r"\ ", r"\s+")


def _folded(spelling: str) -> str:
    return " ".join(spelling.split())


def _not_words(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of web addresses and symbols, which hold no terms."""
    if "/" not in text and "www." not in text.lower():
        return ()
    spans = [(span.start, span.end) for span in find_addresses(text)]
    spans.extend((span.start, span.end) for span in find_symbols(text))
    return tuple(sorted(spans))


def _is_inside(offset: int, spans: tuple[tuple[int, int], ...]) -> bool:
    position = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1))
    return position > 0 and spans[position - 1][1] > offset
