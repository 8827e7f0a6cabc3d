"""A report many times as large as a given one: `python -m tests.bench.larger SOURCE TARGET TIMES`.

Run as a process of its own, so that the memory it takes does not count for what is measured.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pilcrow.model import Paragraph, Report
from pilcrow.pipeline import convert
from pilcrow.tree import paragraph_text

SYMBOL = "E/CN.15/2099/1"
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_IN_SECTION = 8
_ON_PAGE = 6

_MASTHEAD = f"""United Nations {SYMBOL}

Distr.: General 13 March 2099

Original: English

## **Commission on Crime Prevention and Criminal Justice**

Seventieth session
Vienna, 13–17 May 2099
Item 6 of the provisional agenda

## A report for measuring

### Report of the Secretary-General
"""


def _roman(number: int) -> str:
    result = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        result += letters * count
    return result


def _words(paragraph: Paragraph) -> str:
    """The paragraph on one line, with what Markdown would read as a mark escaped."""
    text = " ".join(paragraph_text(paragraph).split())
    return "".join(f"\\{letter}" if letter in "\\*_[]<>$|`" else letter for letter in text)


def _lines(texts: Sequence[str], times: int) -> Iterator[str]:
    number = 0
    total = len(texts) * times // _ON_PAGE + 1
    for chapter in range(1, times + 1):
        yield f"## {_roman(chapter)}. Chapter of part {chapter}"
        for index, text in enumerate(texts):
            if index % _IN_SECTION == 0:
                label = chr(ord("A") + index // _IN_SECTION)
                yield f"### {label}. Section {label} of part {chapter}"
            number += 1
            # Its own opening makes every paragraph another one, and a whole sentence of a fragment.
            yield f"{number}. Part {chapter} says: {text}"
            if number % _ON_PAGE == 0:
                yield f"V.99-04834 {number // _ON_PAGE}/{total}"


def words_of(report: Report) -> tuple[str, ...]:
    """The words of each paragraph on one line, escaped."""
    return tuple(_words(paragraph) for paragraph in report.walk_paragraphs())


def write_larger(source: Path, target: Path, times: int) -> None:
    """Write a report of `times` chapters, each with the words of every paragraph of the source."""
    texts = words_of(convert(source.read_bytes(), source.name))
    target.write_text("\n\n".join((_MASTHEAD, *_lines(texts, times), "")), encoding="utf-8")


if __name__ == "__main__":
    write_larger(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
