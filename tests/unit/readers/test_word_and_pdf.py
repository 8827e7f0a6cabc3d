"""Made-up reports, set as a Word file and as a PDF, are read back as one and the same report."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from pilcrow.model import Report, plain
from pilcrow.pipeline import convert
from tests.unit.made_up import outline, paragraphs
from tests.unit.readers.pdf_file import Made, pdf_file
from tests.unit.readers.word_file import HEAD, note, note_reference, paragraph, text, word_file

_WORD = st.text("abcdefghijklmnopqrstuvwxyzéñü", min_size=1, max_size=11)
_SENTENCE = st.lists(_WORD, min_size=6, max_size=60).map(
    lambda words: f"{' '.join(words).capitalize()}."
)
_TITLE = st.lists(_WORD.filter(lambda word: len(word) > 2), min_size=1, max_size=5).map(
    lambda words: " ".join(words).capitalize()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    words: str
    note: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chapter:
    title: str
    paragraphs: tuple[_Paragraph, ...]


_PARAGRAPH = st.builds(
    _Paragraph,
    words=_SENTENCE,
    note=st.none() | _SENTENCE,
    members=st.lists(_SENTENCE, max_size=3).map(tuple),
)
_CHAPTERS = st.lists(
    st.builds(
        _Chapter,
        title=_TITLE,
        paragraphs=st.lists(_PARAGRAPH, min_size=2, max_size=7).map(tuple),
    ),
    min_size=2,
    max_size=4,
)


def _word(chapters: list[_Chapter]) -> bytes:
    body: list[str] = []
    notes: list[str] = []
    number = 0
    for label, chapter in zip(("I", "II", "III", "IV"), chapters, strict=False):
        body.append(paragraph(f"\t{label}.\t{chapter.title}", style="HCh"))
        for each in chapter.paragraphs:
            number += 1
            marks = []
            if each.note:
                notes.append(note(number, each.note))
                marks.append(note_reference(number))
            body.append(paragraph(text(f"{number}.\t{each.words}"), *marks, style="SingleTxt"))
            body.extend(
                paragraph(f"\t({'abc'[index]})\t{member}", style="SingleTxt")
                for index, member in enumerate(each.members)
            )
    return word_file(*HEAD, *body, footnotes=notes)


def _pdf(chapters: list[_Chapter]) -> bytes:
    pieces: list[Made] = []
    number = 0
    for label, chapter in zip(("I", "II", "III", "IV"), chapters, strict=False):
        pieces.append(Made(words=chapter.title, label=f"{label}.", heading=1))
        for each in chapter.paragraphs:
            number += 1
            pieces.append(Made(words=each.words, label=f"{number}.", note=each.note or ""))
            pieces.extend(
                Made(words=member, label=f"({'abc'[index]})", indent=36.0)
                for index, member in enumerate(each.members)
            )
    return pdf_file(*pieces)


def _told(report: Report) -> object:
    """What a reader of a report has of it."""
    head = report.masthead
    return (
        (head.symbol, head.organ, head.session, head.date, head.title, head.subtitle),
        outline(report),
        paragraphs(report),
        [(each.indicator, plain(each.content), each.referenced_from) for each in report.footnotes],
    )


@settings(max_examples=12, deadline=None)
@given(chapters=_CHAPTERS)
def test_a_report_reads_back_the_same_from_word_and_from_pdf(chapters: list[_Chapter]) -> None:
    """Masthead, headings, paragraphs with their members, notes: word for word, and none lost."""
    reports = [convert(_word(chapters), "source.docx"), convert(_pdf(chapters), "source.pdf")]
    every = [each for chapter in chapters for each in chapter.paragraphs]
    for report in reports:
        assert paragraphs(report) == {
            f"para-{number}": " ".join(
                (each.words, *(f"({'abc'[n]}) {member}" for n, member in enumerate(each.members)))
            )
            for number, each in enumerate(every, start=1)
        }
        assert [plain(each.content) for each in report.footnotes] == [
            each.note for each in every if each.note
        ]
        assert report.ledger.lost == 0
    assert _told(reports[0]) == _told(reports[1])
