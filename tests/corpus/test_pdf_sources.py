"""Real PDF files of several makers and ages: every paragraph and note, and no word lost."""

import re
from pathlib import Path

import pytest

from pilcrow.editions.akn import akn_xml
from pilcrow.indexes import Kind
from pilcrow.indexes.find import find_indexes
from pilcrow.indexes.rules import ABOUT
from pilcrow.indexes.text import paragraph_texts
from pilcrow.model import Report
from pilcrow.pipeline import convert
from pilcrow.readers.pdf.reader import read_pdf
from pilcrow.readers.reading import SourceError
from tests.unit.editions.akn_reading import parsed, schema_errors, without_notes
from tests.unit.editions.reports import body_words, note_words

pytestmark = pytest.mark.corpus

COUNTS = {
    "a-52-826/A_52_826.en.pdf": (51, 0),
    "a-80-604-add.1/A_80_604_Add.1.pdf": (44, 2),
    "a-hrc-emrip-2025-3/A_HRC_EMRIP_2025_3.en.pdf": (118, 122),
    "a-hrc-wg.6-34-ita-3/ohchr_1_en.pdf": (94, 169),
    "a-hrc-wg.6-34-ita-3/ohchr_1_ru.pdf": (94, 169),
    "e-cn.5-2025-5/E_CN.5_2025_5.en.pdf": (70, 37),
    "e-cn.9-2025-6/E_CN.9_2025_6.en.pdf": (53, 38),
    "ece-cefact-2019-9/ECE_TRADE_C_CEFACT_2019_9.pdf": (75, 8),
    "s-1995-444/UNPROFOR_S_1995_444.pdf": (82, 0),
    "s-2000-738/UNTAET_S_2000_738.pdf": (70, 0),
}
"""File: paragraphs of the body and numbered notes, by the corpus's INDEX and gold lists."""

_READ: dict[str, Report] = {}


def _source(corpus: Path, name: str) -> Path:
    source = corpus / name
    if not source.is_file():
        pytest.skip(f"no {source}: set PILCROW_CORPUS to the folder of further documents")
    return source


def _report(corpus: Path, name: str) -> Report:
    if name not in _READ:
        _READ[name] = convert(_source(corpus, name).read_bytes(), name)
    return _READ[name]


@pytest.mark.parametrize("name", COUNTS)
def test_every_paragraph_is_found_once_and_none_invented(corpus: Path, name: str) -> None:
    """The body's numbers are 1 to the last, in order."""
    report = _report(corpus, name)
    found = [
        paragraph.number
        for top in report.sections
        for section in top.walk()
        for paragraph in section.paragraphs
    ]
    assert found == [str(number) for number in range(1, COUNTS[name][0] + 1)]


@pytest.mark.parametrize("name", COUNTS)
def test_every_numbered_note_is_found_with_its_indicator(corpus: Path, name: str) -> None:
    """Notes 1 to the last are there, each pointed to from the text."""
    numbered = [note for note in _report(corpus, name).footnotes if note.indicator.isdigit()]
    assert [note.indicator for note in numbered] == [
        str(number) for number in range(1, COUNTS[name][1] + 1)
    ]
    assert [note.indicator for note in numbered if not note.referenced_from] == []


@pytest.mark.parametrize("name", COUNTS)
def test_no_word_is_lost_or_added(corpus: Path, name: str) -> None:
    """The ledger of every file balances."""
    report = _report(corpus, name)
    assert report.ledger.lost == 0
    assert report.ledger.kept > 5000
    assert not [problem for problem in report.problems if problem.rule.startswith("words-")]


@pytest.mark.parametrize("name", COUNTS)
def test_running_heads_and_feet_are_no_text(corpus: Path, name: str) -> None:
    """No paragraph or note holds a job number or a page's foot."""
    report = _report(corpus, name)
    job = report.masthead.job_number
    texts = [
        text.value for note in report.footnotes for text in note.content if hasattr(text, "value")
    ]
    assert len(report.furniture) > 8
    assert not [text for text in texts if re.search(r"(?<!\S)\d{1,2}/\d{1,2}$", text)]
    assert job is None or not [text for text in texts if job in text]


@pytest.mark.parametrize("name", COUNTS)
def test_the_akoma_ntoso_edition_is_valid_and_word_for_word(corpus: Path, name: str) -> None:
    """The schema holds; the tags taken away, the words are those of the report, one by one."""
    report = _report(corpus, name)
    root = parsed(akn_xml(report, aliases={}))
    assert schema_errors(root) == []
    words, notes = without_notes(root)
    assert words == body_words(report)
    assert notes == note_words(report)


@pytest.mark.parametrize("name", COUNTS)
def test_every_entry_of_an_index_stands_in_its_paragraph(corpus: Path, name: str) -> None:
    """Its words are the paragraph's at its offsets, and its rule is one that the pages explain."""
    report = _report(corpus, name)
    texts = {paragraph.id: paragraph.text for paragraph in paragraph_texts(report)}
    indexes = find_indexes(report)
    for kind in Kind:
        for mention in indexes.of(kind).mentions():
            assert texts[mention.paragraph][mention.start : mention.end] == mention.words != ""
            assert mention.rule in ABOUT[kind].rules
    assert indexes.of(Kind.STATES).entries or report.masthead.language != "en"


def test_a_scan_is_refused_with_the_way_out(corpus: Path) -> None:
    """A PDF whose pages are pictures has one problem, which names OCR."""
    source = _source(corpus, "s-2000-878-scan/UNMIK_S_2000_878.pdf")
    with pytest.raises(SourceError) as refused:
        read_pdf(source.read_bytes(), source.name)
    assert refused.value.problem.rule == "no-text-layer"
    assert "OCR" in refused.value.problem.hint


def test_a_joint_report_has_both_symbols(corpus: Path) -> None:
    """The masthead of two bodies of the 1990s: letters of the series, symbols under each other."""
    masthead = _report(corpus, "a-52-826/A_52_826.en.pdf").masthead
    assert masthead.symbols == ("A/52/826", "S/1998/222")
    assert masthead.organ == "General Assembly"
    assert masthead.title is not None
    assert masthead.title.startswith("THE SITUATION IN AFGHANISTAN")
