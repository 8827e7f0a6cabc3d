"""Chapters called so, and annexes of texts that a report quotes: it goes on behind them."""

import pytest

from pilcrow.model import Report, plain
from pilcrow.pipeline import convert
from tests.unit.made_up import open_rules, outline, report_of
from tests.unit.readers.word_file import HEAD, paragraph, word_file


def _ids(report: Report) -> list[str]:
    return [each.id for each in report.walk_paragraphs()]


CHAPTER_ONE = "# Chapter I\n\n# Matters calling for action\n\n1. One recommends this.\n\n"
OPERATIVE = "1. Calls upon States;\n\n2. Requests so;\n\n3. Decides to return to it.\n\n"
RESOLUTION = f"### Resolution 31/1\n\n{OPERATIVE}"
ANNEX = "### Annex\n\n### Guidelines on things\n\n1. They apply.\n\n2. They bind.\n\n3. So.\n\n"
CHAPTER_TWO = "# Chapter II\n\n# General debate\n\n2. Two was held.\n"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Chapter I\n\n# Matters", "Chapter I"),
        ("CHAPTER 1. Matters", "CHAPTER 1"),
        ("Chapter I: Matters", "Chapter I:"),
        ("Chapitre I\n\n# Matters", "Chapitre I"),
        ("Capítulo I. Matters", "Capítulo I"),
        ("Глава I\n\n# Matters", "Глава I"),
    ],
)
def test_a_chapter_called_so_is_a_heading_of_the_first_degree(words: str, label: str) -> None:
    """With its title on its line or below; its sections have its id before theirs."""
    report = report_of(f"# {words}\n\n## A. Work\n\n1. One is whole.\n")
    assert open_rules(report) == set()
    assert outline(report) == [(1, f"{label} Matters", []), (2, "A Work", ["1"])]


def test_a_chapter_of_the_charter_is_no_label() -> None:
    """Words that go on low belong to the title."""
    report = report_of(
        "# I. Work\n\n1. One is whole.\n\n## Chapter VII of the Charter\n\n2. Two.\n"
    )
    assert outline(report)[1] == (2, "- Chapter VII of the Charter", ["2"])


def test_a_report_goes_on_behind_the_annex_of_a_resolution_in_it() -> None:
    """The next chapter has the number that its chapters expect, so the annex is a heading."""
    report = report_of(CHAPTER_ONE + RESOLUTION + ANNEX + CHAPTER_TWO)
    assert not report.annexes
    assert [each.label for each in report.walk_sections()] == [
        "Chapter I",
        None,
        "Annex",
        "Chapter II",
    ]
    assert _ids(report)[0] == "para-1"
    assert _ids(report)[-1] == "para-2"
    assert report.ledger.lost == 0


def test_an_annex_behind_which_chapters_begin_anew_is_one() -> None:
    """So it is where no chapter follows."""
    own = "# Chapter I\n\n# Sources\n\n1. Of the annex.\n\n# Chapter II\n\n# More\n\n2. Too.\n"
    for behind in (own, ""):
        report = report_of(CHAPTER_ONE + "# Annex\n\n# Guidelines on things\n\n" + behind)
        assert [each.label for each in report.annexes] == ["Annex"]
        assert _ids(report)[:1] == ["para-1"]


def test_an_annex_between_two_resolutions_is_of_the_first() -> None:
    """Without any chapter; an annex behind the last is the report's."""
    resolution = RESOLUTION.replace("31/1", "31/2")
    report = report_of("# I. Work\n\n1. One.\n\n" + RESOLUTION + ANNEX + resolution + "# Annex I\n")
    assert [each.label for each in report.annexes] == ["Annex I"]
    assert [each.label for each in report.walk_sections()][:4] == ["I", None, "Annex", None]


def test_in_word_an_inner_annex_has_the_rank_of_its_style() -> None:
    """Its numbering is a unit with its id, and the count of the report goes on behind it."""
    report = convert(
        word_file(
            *HEAD,
            paragraph("Chapter I", style="HCh"),
            paragraph("\t\tResolutions", style="HCh"),
            paragraph("1.\tOne adopted this:", style="SingleTxt"),
            paragraph("\t\tResolution 31/1", style="H23"),
            paragraph("\t1.\tCalls upon States to act.", style="SingleTxt"),
            paragraph("\t\tAnnex", style="H23"),
            paragraph("\t\tGuidelines on things", style="H23"),
            paragraph("\t1.\tThe guidelines apply.", style="SingleTxt"),
            paragraph("Chapter II", style="HCh"),
            paragraph("\t\tGeneral debate", style="HCh"),
            paragraph("2.\tIt was held.", style="SingleTxt"),
        ),
        "source.docx",
    )
    assert open_rules(report) == set()
    assert _ids(report) == [
        "para-1",
        "chapter-i-resolution-31-1-para-1",
        "chapter-i-annex-para-1",
        "para-2",
    ]
    (annex,) = (each for each in report.walk_sections() if each.label == "Annex")
    assert (annex.degree, plain(annex.title)) == (3, "Guidelines on things")
