"""A made-up library of many reports: `python -m tests.bench.library SEED FOLDER REPORTS`.

Each report is made of the sentences of a real one, mixed anew, so that what it speaks of (States,
figures, events, terms, documents) is as frequent as in a real one. One word in twenty is a made-up
one, as names are, since a library's vocabulary grows with it; and each report cites others of the
library. The same arguments give the same bytes.
"""

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pilcrow.pipeline import convert
from tests.bench.larger import words_of

CHAPTERS, SECTIONS, PARAGRAPHS = 3, 4, 5
"""Chapters of a report, sections of a chapter, paragraphs of a section.

With front page, indexes and lists a report then has 25 pages or a few more.
"""
_RARE = 0.05
_SYLLABLES = "ba ce di fo gu ha ki lo mu na pe ri so tu va wi ye zo bra cle dri fro".split()
_SENTENCE = re.compile(r"(?<=[a-z)]\.) (?=[A-Z])")
_COMMON = re.compile(r"\b[a-z]{5,12}\b")

_HEAD = """United Nations {symbol}

Distr.: General {day} {month} {year}

Original: English

## **General Assembly**

{session}th session
Item {item} of the provisional agenda

## {title}

### Report of the Secretary-General
"""
_MONTHS = ("January", "March", "May", "July", "August", "September")
_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def symbol_of(number: int) -> str:
    """The symbol of the report with this number, counted from 1."""
    return f"A/{60 + number % 20}/{200 + number}"


def write_library(seed: Path, folder: Path, reports: int) -> None:
    """Write the sources of a library below `folder`, a folder a report, as editors keep them."""
    texts = words_of(convert(seed.read_bytes(), seed.name))
    sentences = [sentence for text in texts for sentence in _SENTENCE.split(text)]
    # What needs its neighbours to be right is left out: lists, and quotations over sentences.
    whole = [each for each in sentences if _stands_alone(each)]
    for number in range(1, reports + 1):
        place = folder / symbol_of(number).replace("/", "_")
        place.mkdir(parents=True)
        text = "\n\n".join((*_report(number, reports, whole), ""))
        (place / "source.en.md").write_text(text, encoding="utf-8")


def _stands_alone(sentence: str) -> bool:
    return (
        sentence[:1].isupper()
        and sentence.endswith(".")
        and ":" not in sentence
        and not re.search(r"\([a-z]{1,3}\) ", sentence)
        and sentence.count("“") == sentence.count("”")
        and sentence.count('"') % 2 == 0
        and sentence.count("(") == sentence.count(")")
    )


def _report(number: int, reports: int, sentences: Sequence[str]) -> Iterator[str]:
    chance = random.Random(number)  # noqa: S311 - nothing secret
    year = 2006 + number % 20
    yield _HEAD.format(
        symbol=symbol_of(number),
        day=chance.randint(1, 28),
        month=chance.choice(_MONTHS),
        year=year,
        session=60 + number % 20,
        item=chance.randint(2, 140),
        title=f"Measures concerning {_name(chance)} and {_name(chance)}",
    )
    paragraph = 0
    said: set[str] = set()
    for chapter in range(CHAPTERS):
        yield f"## {_ROMAN[chapter]}. Chapter on {_name(chance)}"
        for section in range(SECTIONS):
            yield f"### {chr(ord('A') + section)}. Work on {_name(chance)} and {_name(chance)}"
            for _ in range(PARAGRAPHS):
                paragraph += 1
                text = _paragraph(chance, paragraph, reports, sentences)
                # A report that says the same twice is taken for a broken one.
                while text in said:
                    text = _paragraph(chance, paragraph, reports, sentences)
                said.add(text)
                yield f"{paragraph}. {text}"


def _paragraph(
    chance: random.Random, paragraph: int, reports: int, sentences: Sequence[str]
) -> str:
    said = [_varied(chance, each) for each in chance.sample(sentences, chance.randint(2, 4))]
    if paragraph % 6 == 0:
        cited, where = symbol_of(chance.randint(1, reports)), chance.randint(1, 40)
        said.append(f"The matter was considered before (see {cited}, para. {where}).")
    return " ".join(said)


def _varied(chance: random.Random, sentence: str) -> str:
    return _COMMON.sub(
        lambda word: _name(chance).lower() if chance.random() < _RARE else word[0], sentence
    )


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


if __name__ == "__main__":
    write_library(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
