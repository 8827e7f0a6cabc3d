"""Made-up libraries for measuring search: as many paragraphs as wanted, always the same.

The words are drawn by Zipf's law from a vocabulary that begins with the words of real English
function and report prose and goes on with made-up ones; every paragraph has numbers and names, as
reports have. A library holds reports of 115 paragraphs in 32 sections.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from pilcrow.indexes.states import states_named
from pilcrow.search import Entry, GlossaryTerm, Kind

PARAGRAPHS = 115
_SECTIONS = 32
_VOCABULARY = 60_000
_COMMON = (
    "the of and to in a for on by with as that from its was at also is were including which "
    "united nations office crime states organized corruption international convention parties "
    "cooperation support national member regional countries trafficking 2023 training law "
    "persons criminal authorities against programme technical assistance information "
    "implementation through development workshop migrants smuggling held enforcement session "
    "recovery asset global working group measures public review network justice"
).split()
_SYLLABLES = (
    "ba ce di fo gu ha ki lo mu na pe ri so tu va wi ye zo bra cle dri fro gla ple stra tri con "
    "der men tion al er ing ent or is an"
).split()
_NAMES = (
    "Albania Brazil Chad Ecuador Fiji Ghana Honduras Iraq Jamaica Kenya Libya Malawi Nigeria Oman "
    "Peru Qatar Senegal Togo Uganda Zambia"
).split()


class Library:
    """A made-up library; `entries` gives it in reading order, anew each time."""

    def __init__(self, paragraphs: int, *, seed: int = 7) -> None:
        """A library of at least one report, cut at `paragraphs`."""
        self.paragraphs = paragraphs
        self._seed = seed
        chance = random.Random(seed)  # noqa: S311 - nothing secret
        made = {
            "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 5)))
            for _ in range(_VOCABULARY)
        }
        self._words = [*_COMMON, *sorted(made - set(_COMMON))]
        chance.shuffle(ordered := self._words[len(_COMMON) :])
        self._words[len(_COMMON) :] = ordered
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self._words))))

    @property
    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """A handful of terms; their short forms stand in the texts."""
        return tuple(
            GlossaryTerm(short=f"ZQ{number}X", long=f"Network {number} of Central Authorities")
            for number in range(40)
        )

    def entries(self) -> Iterator[Entry]:
        """The entries: for each report a front page, sections and paragraphs."""
        chance = random.Random(self._seed)  # noqa: S311 - nothing secret
        done = 0
        report = 0
        while done < self.paragraphs:
            report += 1
            symbol = f"A/{report // 300 + 60}/{report}"
            folder = f"en/{symbol}"
            yield Entry(
                kind=Kind.FRONT,
                location=f"{folder}/index.html",
                title=self._sentence(chance, 9).rstrip("."),
                symbol=symbol,
            )
            for number in range(1, min(PARAGRAPHS, self.paragraphs - done) + 1):
                section = (number - 1) * _SECTIONS // PARAGRAPHS + 1
                page = f"{folder}/s-{section}.html"
                if number == 1 or (number - 2) * _SECTIONS // PARAGRAPHS + 1 != section:
                    path = (
                        f"I. {self._sentence(chance, 3)}",
                        f"{section}. {self._sentence(chance, 5)}",
                    )
                    yield Entry(
                        kind=Kind.SECTION,
                        location=f"{page}#s-{section}",
                        title=path[1],
                        path=path[:1],
                        symbol=symbol,
                    )
                yield self._paragraph(chance, page, number, path, symbol)
            done += PARAGRAPHS

    def _paragraph(
        self, chance: random.Random, page: str, number: int, path: tuple[str, ...], symbol: str
    ) -> Entry:
        parts = [
            self._sentence(chance, chance.randint(12, 28)) for _ in range(chance.randint(2, 6))
        ]
        name = chance.choice(_NAMES)
        users = f"{chance.randint(2, 999)},{chance.randint(100, 999)}"
        cited = f"S/{chance.randint(1990, 2025)}/{chance.randint(1, 999)}"
        short = f"ZQ{chance.randrange(40)}X"
        parts.append(f"In {name}, {users} users met {short} officers ({cited}).")
        text = " ".join(parts)
        return Entry(
            kind=Kind.PARAGRAPH,
            location=f"{page}#para-{number}",
            title="",
            number=str(number),
            path=path,
            text=text,
            symbol=symbol,
            states=states_named(name),
        )

    def _sentence(self, chance: random.Random, words: int) -> str:
        total = self._weights[-1]
        drawn = [self._words[bisect(self._weights, chance.random() * total)] for _ in range(words)]
        return " ".join(drawn).capitalize() + "."
