"""Made-up reports of many shapes, set as Word files and PDFs, are read back as they were made."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pilcrow.model import Report, plain
from pilcrow.pipeline import convert
from tests.unit.made_up import open_rules, outline, paragraphs
from tests.unit.readers.made_report import MadeReport, as_pdf, as_word, made_reports


def _check(report: Report, made: MadeReport) -> None:
    """All but the degrees of headings."""
    assert paragraphs(report) == made.paragraphs
    assert [title for _, title, _ in outline(report) if title != "-"] == [
        title for _, title in made.headings
    ]
    assert [(each.label, plain(each.title)) for each in report.annexes] == made.annexes
    assert [(plain(each.content), each.referenced_from) for each in report.footnotes] == [
        (words, (holder,)) for words, holder in made.notes
    ]
    assert report.ledger.lost == 0
    assert open_rules(report) == set()


@settings(max_examples=60, deadline=None)
@given(made=made_reports(), numbers=st.sampled_from(["typed", "automatic"]))
def test_a_word_file_is_read_back(made: MadeReport, numbers: str) -> None:
    """Ids, degrees, restarts, members, annexes, tables and notes; numbered by Word or typed."""
    report = convert(as_word(made, automatic=numbers == "automatic"), "source.docx")
    _check(report, made)
    degrees = [(degree, title) for degree, title, _ in outline(report) if title != "-"]
    assert degrees == made.headings


@settings(max_examples=15, deadline=None)
@given(made=made_reports(printable=True))
def test_a_pdf_is_read_back(made: MadeReport) -> None:
    """As from Word; a heading without a label has the degree that its look tells."""
    report = convert(as_pdf(made), "source.pdf")
    _check(report, made)
    labelled = [each for each in outline(report) if each[1][0] != "-"]
    assert [(degree, title) for degree, title, _ in labelled] == [
        heading for heading in made.headings if heading[1][0] != "-"
    ]
