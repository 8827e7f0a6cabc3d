"""The commonest words of a large library as numbers, so that its texts take half the room.

A text is cut at its spaces. A word of the vocabulary is its rank as `coding` writes numbers, after
which `~^` says that it begins with a capital, and `~,` that this sign follows it. Any other word
stands as it is, after a brace and before a space. Lines stay lines. A browser needs the vocabulary
once, and then reads of each text only what it shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pilcrow.search.coding import HALF, SEPARATOR, code

MOST = 16_000
LEAST_USES = 3
WORDS_FROM = 4_000_000
"""Characters at a library's beginning from which its vocabulary is taken."""
_FOLLOWING = frozenset(".,;:)")
_CAPITAL = "^"
_MOST_KNOWN = 150_000


class Vocabulary(dict[str, str]):
    """Codes by word, the ranked words first; it comes to know other words as it codes texts."""

    def __missing__(self, word: str) -> str:
        """The code of any other word, kept while there is room."""
        coded = self._other(word)
        if len(self) < _MOST_KNOWN:
            self[word] = coded
        return coded

    def _other(self, word: str) -> str:
        if word[-1:] in _FOLLOWING and (base := word[:-1]):
            coded = self[base]
            if not coded.startswith(HALF):
                return f"{coded}{SEPARATOR}{word[-1]}"
        elif "A" <= word[:1] <= "Z":
            coded = self.get(word[0].lower() + word[1:], HALF)
            if not coded.startswith(HALF):
                return f"{coded}{SEPARATOR}{_CAPITAL}"
        return f"{HALF}{word} "

    def coded(self, text: str) -> str:
        """The text in codes."""
        if not text:
            return ""
        return "\n".join(
            [
                "".join(map(self.__getitem__, line.split(" "))) if line else ""
                for line in text.split("\n")
            ]
        )


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """The vocabulary of texts, the most frequent words first."""
    uses: Counter[str] = Counter()
    for text in texts:
        for line in text.split("\n"):
            uses.update(line.split(" "))
    del uses[""]
    often = (use for use in uses.items() if use[1] >= LEAST_USES)
    ranked = sorted(often, key=lambda use: (-use[1], use[0]))[:MOST]
    return Vocabulary({word: code(rank) for rank, (word, _) in enumerate(ranked)})
