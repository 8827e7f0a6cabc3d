"""What the search knows of each official language: its Snowball stemmer and its commonest words.

A common word is left out of a query that has others; a phrase and a query of common words alone
still use them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import snowballstemmer


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of reports."""

    stemmer: str
    """Snowball's name for it; empty where Snowball has none (Chinese)."""
    common: tuple[str, ...]


LANGUAGES: Mapping[str, Language] = {
    "en": Language(
        stemmer="english",
        common=tuple(
            "a an and are as at be been by for from had has have in into is it its of on or "
            "that the their them these they this those to was were which will with".split()
        ),
    ),
    "fr": Language(
        stemmer="french",
        common=tuple(
            "a au aux avec ce ces d dans de des du elle en est et eu il ils l la le les leur "
            "mais ne ou par pas pour qu que qui sa se ses son sont sur un une".split()
        ),
    ),
    "es": Language(
        stemmer="spanish",
        common=tuple(
            "a al con de del e el en es la las lo los no o para por que se su sus un una y".split()
        ),
    ),
    "ru": Language(
        stemmer="russian",
        common=tuple("а в для и из или к на не о об от по при с со что".split()),
    ),
    "ar": Language(
        stemmer="arabic", common=tuple("في من على الى ان التي الذي عن مع هذا هذه او".split())
    ),
    "zh": Language(stemmer="", common=("的", "和", "在", "了")),
}


def language_of(code: str) -> Language:
    """The language of a code such as `en`; one without stems or common words for others."""
    return LANGUAGES.get(code, Language(stemmer="", common=()))


def stemmer_of(language: Language) -> Callable[[Sequence[str]], list[str]]:
    """Snowball's stems of folded words; the words themselves where there is no stemmer."""
    if not language.stemmer:
        return list
    stem: Callable[[list[str]], list[str]] = snowballstemmer.stemmer(language.stemmer).stemWords
    return lambda words: stem(list(words))
