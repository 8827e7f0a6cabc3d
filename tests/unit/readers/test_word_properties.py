"""Made-up reports, written as Word files and read back; damaged files, read without a crash."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from pilcrow.model import Report, plain
from pilcrow.pipeline import convert
from tests.unit.made_up import paragraphs
from tests.unit.readers.word_file import (
    HEAD,
    level,
    note,
    note_reference,
    numbered,
    numbering,
    paragraph,
    text,
    word_file,
)

WORDS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyzéñжя’", min_size=1, max_size=9), min_size=2, max_size=12
)
SENTENCE = WORDS.map(lambda words: f"{' '.join(words).capitalize()}.")
PARAGRAPH = st.tuples(SENTENCE, st.booleans(), st.lists(SENTENCE, max_size=3))
"""Its words, whether a note stands behind them, and its subparagraphs."""
CHAPTERS = st.lists(st.lists(PARAGRAPH, min_size=1, max_size=4), min_size=1, max_size=4)
ROMAN = ("I", "II", "III", "IV")
LISTS = numbering(
    level(0, "upperRoman", "%1."),
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)"),
)


def _expected(chapters: list[list[tuple[str, bool, list[str]]]]) -> dict[str, str]:
    every = [each for chapter in chapters for each in chapter]
    return {
        f"para-{number}": " ".join(
            [words, *(f"({'abc'[index]}) {member}" for index, member in enumerate(members))]
        )
        for number, (words, _, members) in enumerate(every, start=1)
    }


def _file(chapters: list[list[tuple[str, bool, list[str]]]], *, automatic: bool) -> bytes:
    """The report with its numbers typed, or made by Word."""
    body: list[str] = []
    notes: list[str] = []
    number = 0
    for label, chapter in zip(ROMAN, chapters, strict=False):
        if automatic:
            body.append(numbered("Chapter", number=1, style="HCh"))
        else:
            body.append(paragraph(f"\t{label}.\tChapter", style="HCh"))
        for words, has_note, members in chapter:
            number += 1
            mark = [note_reference(number)] if has_note else []
            notes += [note(number, f"Note of {number}.")] if has_note else []
            if automatic:
                body.append(numbered(text(words), *mark, number=2, style="SingleTxt"))
                body += [numbered(each, number=2, level=1, style="SingleTxt") for each in members]
            else:
                body.append(paragraph(text(f"{number}.\t{words}"), *mark, style="SingleTxt"))
                body += [
                    paragraph(f"\t({'abc'[index]})\t{each}", style="SingleTxt")
                    for index, each in enumerate(members)
                ]
    return word_file(*HEAD, *body, footnotes=notes, lists=LISTS)


@settings(max_examples=60, deadline=None)
@given(chapters=CHAPTERS, numbers=st.sampled_from(["typed", "automatic"]))
def test_a_report_written_as_a_word_file_reads_back_equal(
    chapters: list[list[tuple[str, bool, list[str]]]], numbers: str
) -> None:
    """Every paragraph, subparagraph and note, with typed and with automatic numbers."""
    report = convert(_file(chapters, automatic=numbers == "automatic"), "source.docx")
    assert paragraphs(report) == _expected(chapters)
    assert [(each.label, plain(each.title)) for each in report.sections] == [
        (label, "Chapter") for label, _ in zip(ROMAN, chapters, strict=False)
    ]
    every = [each for chapter in chapters for each in chapter]
    noted = [number for number, (_, has_note, _) in enumerate(every, start=1) if has_note]
    assert [(plain(each.content), each.referenced_from) for each in report.footnotes] == [
        (f"Note of {number}.", (f"para-{number}",)) for number in noted
    ]
    assert [each.indicator for each in report.footnotes] == [
        str(index) for index, _ in enumerate(noted, start=1)
    ]
    assert report.ledger.lost == 0
    assert not {each.rule for each in report.problems} & _OF_THE_LEDGER


_OF_THE_LEDGER = {"words-lost", "words-added", "words-moved"}
_PIECES = (
    b"<w:tab/>",
    b'<w:fldChar w:fldCharType="begin"/>',
    b'<w:fldChar w:fldCharType="end"/>',
    b"<w:del>",
    b"</w:p>",
    b'<w:footnoteReference w:id="2"/>',
    b'<w:sym w:char="F0B7" w:font="Symbol"/>',
    b'<w:gridSpan w:val="99999999"/>',
    b"<m:t>x</m:t>",
    b"&#0;",
)
_VALUES = (b"-1", b"99999999999", b"", b"%9%1", b"bullet", b"\xff")
_CHAPTER = [("One two.", True, ["Three.", "Four."]), ("Five.", True, [])]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_word_file_is_read_or_refused(data: st.DataObject) -> None:
    """Whatever is changed in a part or in the zip: a report with its problems, and no word lost."""
    content = _file([_CHAPTER], automatic=data.draw(st.booleans()))
    if data.draw(st.booleans()):
        damaged = bytearray(content)
        for position in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=9)):
            damaged[position] ^= 0x55
        _read(bytes(damaged)[: data.draw(st.integers(0, len(content)))])
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    place = data.draw(st.integers(0, len(part)))
    if data.draw(st.booleans()):
        end = part.find(b">", place) + 1
        part = part[:end] + data.draw(st.sampled_from(_PIECES)) + part[end:]
    else:
        start = part.find(b'="', place) + 2
        stop = part.find(b'"', start)
        part = part[:start] + data.draw(st.sampled_from(_VALUES)) + part[stop:]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, inner in parts.items():
            archive.writestr(each, part if each == name else inner)
    _read(stream.getvalue())


def _read(content: bytes) -> Report:
    report = convert(content, "source.docx")
    assert report.ledger.lost == 0
    assert not {each.rule for each in report.problems} & _OF_THE_LEDGER
    return report
