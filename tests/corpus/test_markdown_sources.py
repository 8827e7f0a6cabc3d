"""Other documents with the same kind of noise: all of their paragraphs, or every gap named."""

import re
from pathlib import Path

import pytest

from pilcrow.editions.akn import akn_xml
from pilcrow.model import Report
from pilcrow.pipeline import convert
from tests.unit.editions.akn_reading import parsed, schema_errors, without_notes
from tests.unit.editions.reports import body_words, note_words
from tests.unit.made_up import open_problems

pytestmark = pytest.mark.corpus

DOCUMENTS = {
    "S/2000/738": ("s-2000-738", "S_2000_738_UNTAET.docling.md", 70),
    "S/1995/444": ("s-1995-444", "S_1995_444_UNPROFOR.docling.md", 82),
}
"""Symbol: folder, file, and the count of paragraphs by the corpus's INDEX."""


def _report(corpus: Path, symbol: str) -> Report:
    folder, name, _ = DOCUMENTS[symbol]
    source = corpus / folder / name
    if not source.is_file():
        pytest.skip(f"no {source}: set PILCROW_CORPUS to the folder of further documents")
    return convert(source.read_bytes(), source.name)


@pytest.mark.parametrize("symbol", DOCUMENTS)
def test_every_paragraph_is_there_or_named_as_missing(corpus: Path, symbol: str) -> None:
    """Numbers 1 to the last are paragraphs, or stand in the message of a missing-paragraph."""
    report = _report(corpus, symbol)
    found = [paragraph.number for paragraph in report.walk_paragraphs()]
    gaps: set[int] = set()
    for problem in open_problems(report):
        if problem.rule == "missing-paragraph":
            match = re.search(r": (\d+)(?: to (\d+))? not found", problem.message)
            assert match is not None, problem.message
            gaps.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    expected = {str(number) for number in range(1, DOCUMENTS[symbol][2] + 1)}
    assert {number for number in found if number in expected} == expected - {
        str(number) for number in gaps
    }
    assert [number for number in found if number not in expected] == []
    assert found == sorted(set(found), key=int)


@pytest.mark.parametrize("symbol", DOCUMENTS)
def test_no_word_of_it_is_lost(corpus: Path, symbol: str) -> None:
    """The ledger balances on a document it was not made for."""
    report = _report(corpus, symbol)
    assert report.ledger.lost == 0
    assert report.ledger.kept > 3000
    assert not [p for p in report.problems if p.rule.startswith("words-")]


def test_its_symbol_is_read_from_wherever_the_converter_put_it(corpus: Path) -> None:
    """A two-column masthead comes behind the first paragraphs."""
    assert _report(corpus, "S/1995/444").masthead.symbol == "S/1995/444"


def test_a_symbol_that_the_source_lost_is_asked_for(corpus: Path) -> None:
    """The Markdown of S/2000/738 never says it."""
    report = _report(corpus, "S/2000/738")
    assert report.masthead.symbol is None
    assert "missing-symbol" in {problem.rule for problem in open_problems(report)}


@pytest.mark.parametrize("symbol", DOCUMENTS)
def test_its_akoma_ntoso_edition_is_valid_and_whole(corpus: Path, symbol: str) -> None:
    """The schema holds, and without its tags it has the words of the report, one by one."""
    report = _report(corpus, symbol)
    root = parsed(akn_xml(report, aliases={}))
    assert schema_errors(root) == []
    words, notes = without_notes(root)
    assert words == body_words(report)
    assert notes == note_words(report)
    assert len(words) > 3000
