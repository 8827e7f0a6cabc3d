"""A library of made-up reports: `python -m tests.bench.many_reports SOURCE FOLDER REPORTS`.

Each has the words of a real report's paragraphs, drawn anew, in as many sections as make 25 pages,
and cites two others of the library. Run as a process of its own, so that the memory it takes does
not count for what is measured.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pilcrow.pipeline import convert
from tests.bench.larger import words_of

PAGES = 25
# Beside the sections: the front page, the documents cited, the whole report.
_SECTIONS = PAGES - 3
_PARAGRAPHS = 4
_BODIES = (
    ("A", "General Assembly", "Seventy-eighth session", "New York, 3 September 2023"),
    ("S", "Security Council", "Ninth year", "New York, 3 March 2023"),
    ("E/CN.15", "Commission on Crime Prevention and Criminal Justice", "Thirtieth session",
     "Vienna, 13–17 May 2024"),
    ("A/HRC", "Human Rights Council", "Fiftieth session", "Geneva, 3 June–8 July 2022"),
)  # fmt: skip


def symbol_of(number: int) -> str:
    """The symbol of a report of the library, counted from 0."""
    series = _BODIES[number % len(_BODIES)][0]
    return f"{series}/{2015 + number // 10 % 10}/{number + 100}"


def _report(number: int, total: int, texts: Sequence[str]) -> Iterator[str]:
    chance = random.Random(number)  # noqa: S311 - nothing secret
    symbol = symbol_of(number)
    _, body, session, place = _BODIES[number % len(_BODIES)]
    year = 2015 + number // 10 % 10
    yield f"United Nations {symbol}"
    yield f"Distr.: General {number % 28 + 1} March {year}"
    yield "Original: English"
    yield f"## **{body}**"
    yield f"{session}\n{place}\nItem 6 of the provisional agenda"
    yield f"## Cooperation in matter {number + 1}"
    yield "### Report of the Secretary-General"
    # No text stands twice in a report: that would be a problem for an editor.
    drawn = iter(chance.sample(texts, _SECTIONS * _PARAGRAPHS))
    paragraph = 0
    for section in range(_SECTIONS):
        if section % 8 == 0:
            yield f"## {('I', 'II', 'III')[section // 8]}. Chapter on matter {section + 1}"
        else:
            yield f"### {chr(ord('A') + section % 8 - 1)}. Section on matter {section + 1}"
        for _ in range(_PARAGRAPHS):
            paragraph += 1
            yield f"{paragraph}. In matter {number + 1}, {next(drawn)}"
        if section % 11 == 0:
            paragraph += 1
            cited = symbol_of((number + section + 1) % total)
            yield f"{paragraph}. The present report follows {cited}, para. {section + 2}."


def write_library(source: Path, folder: Path, reports: int) -> None:
    """Write the sources of a library below a folder of reports."""
    texts = words_of(convert(source.read_bytes(), source.name))
    for number in range(reports):
        place = folder / symbol_of(number).replace("/", "_")
        place.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join((*_report(number, reports, texts), ""))
        (place / "source.en.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_library(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
