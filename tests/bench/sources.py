"""Made-up sources for measuring: `python -m tests.bench.sources FORMAT PAGES TARGET`.

Run as a process of its own, so that the memory it takes does not count for what is measured.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.unit.readers.pdf_file import Made, pdf_file
from tests.unit.readers.word_file import HEAD, note, note_reference, paragraph, word_file

_ON_PAGE = 7
"""Paragraphs of 70 words, a note behind every other: about what a page of a report holds."""
_WORDS = (
    "the Commission noted with appreciation that States had strengthened measures against "
    "organized crime through cooperation training and exchange of information among authorities"
).split()


def _texts(pages: int) -> Iterator[str]:
    """Paragraphs of other words each, so that none is a repetition."""
    for number in range(pages * _ON_PAGE):
        step = 1 + number % (len(_WORDS) - 1)
        words = (_WORDS[(number + place * step) % len(_WORDS)] for place in range(68))
        yield f"Number {number + 1} says: {' '.join(words)}."


def word_source(pages: int) -> bytes:
    """A Word file of about so many pages."""
    body = [paragraph("\tI.\tWork", style="HCh"), paragraph("\tA.\tMeetings", style="H1")]
    notes: list[str] = []
    for number, words in enumerate(_texts(pages), start=1):
        marks = [note_reference(number)] if number % 2 else []
        notes.extend([note(number, f"Note {number} says more.")] if number % 2 else [])
        body.append(paragraph(f"{number}.\t{words}", *marks, style="SingleTxt"))
    return word_file(*HEAD, *body, footnotes=notes)


def pdf_source(pages: int) -> bytes:
    """A PDF of about so many pages."""
    return pdf_file(
        Made(words="Work", label="I.", heading=1),
        *(
            Made(
                words=words,
                label=f"{number}.",
                note=f"Note {number} says more." if number % 2 else "",
            )
            for number, words in enumerate(_texts(pages), start=1)
        ),
    )


if __name__ == "__main__":
    make = {"docx": word_source, "pdf": pdf_source}[sys.argv[1]]
    Path(sys.argv[3]).write_bytes(make(int(sys.argv[2])))
