"""Shapes of texts in made-up Word files: typed rules, closings, notes below tables, labels."""

import pytest

from pilcrow.anchors import report_ids
from pilcrow.model import Passage, Report, plain
from pilcrow.pipeline import convert
from tests.unit.made_up import open_rules, paragraphs
from tests.unit.readers.word_file import HEAD, paragraph, table, text, word_file

RAISED = '<w:vertAlign w:val="superscript"/>'


def _report(*body: str) -> Report:
    report = convert(word_file(*HEAD, *body), "source.docx")
    assert report.ledger.lost == 0
    return report


def _text(words: str) -> str:
    return paragraph(words, style="SingleTxt")


@pytest.mark.parametrize("rule", ["__________", "-----", "* * *"])
def test_a_typed_rule_is_furniture(rule: str) -> None:
    """At the end of a document; a dash in a text or two asterisks are none."""
    report = _report(paragraph("1. It ends."), paragraph(rule))
    assert paragraphs(report) == {"para-1": "It ends."}
    assert rule in [each.text for each in report.furniture]
    assert open_rules(report) == set()
    report = _report(_text("1.\tIt ends."), _text("– so"))
    assert paragraphs(report) == {"para-1": "It ends. – so"}


@pytest.mark.parametrize(
    ("meeting", "date"),
    [
        ("1st plenary meeting", "29 September 2043"),
        ("78e séance plénière", "29 septembre 2043"),
        ("12ª sesión plenaria", "29 de septiembre de 2043"),
        ("19-е пленарное заседание", "29 сентября 2043 года"),
    ],
)
def test_the_meeting_that_adopted_a_resolution_stands_below_it(meeting: str, date: str) -> None:
    """On lines of their own, or on one; no number is missed there."""
    texts = (paragraph("The General Assembly,"), paragraph("1.\tDecides to remain seized."))
    report = _report(*texts, paragraph(meeting), paragraph(date))
    assert open_rules(report) == set()
    assert paragraphs(report) == {"para-1": f"Decides to remain seized. {meeting} {date}"}
    assert open_rules(_report(*texts, paragraph(f"{meeting} {date}"))) == set()
    other = _report(*texts, paragraph("Something 2043"))
    assert "unnumbered-text" in {each.rule for each in other.problems}


def test_notes_below_a_table_need_no_style() -> None:
    """Raised letters begin them; the same letter elsewhere still points to a footnote."""
    report = _report(
        paragraph("\tI.\tOne", style="HCh"),
        _text("1.\tBefore."),
        table(["State", paragraph("Sum", text("a", properties=RAISED))], ["Ruritania", "5"]),
        paragraph(text("a", properties=RAISED), " In dollars."),
        paragraph("\tII.\tTwo", style="HCh"),
        _text("2.\tAfter."),
    )
    assert open_rules(report) == set()
    assert paragraphs(report)["para-1"].endswith("a In dollars.")
    astray = _report(
        paragraph("\tI.\tOne", style="HCh"),
        _text("1.\tBefore."),
        table(["State", "Sum"], ["Ruritania", "5"]),
        _text("2.\tAfter the table."),
        paragraph(text("a", properties=RAISED), " In dollars."),
        paragraph("\tII.\tTwo", style="HCh"),
    )
    assert "indicator-without-note" in open_rules(astray)


def test_a_text_of_the_templates_is_known_where_no_heading_is() -> None:
    """As in a corrigendum: its texts are whole, and none continues the one before."""
    report = _report(
        _text("\t1.\tParagraph 12, third sentence"), _text("\tFor the text substitute what follows")
    )
    (paragraph_one,) = report.walk_paragraphs()
    passages = [plain(each.inlines) for each in paragraph_one.content if isinstance(each, Passage)]
    assert passages == ["Paragraph 12, third sentence", "For the text substitute what follows"]


def test_a_label_that_is_expected_is_not_read_by_rank_alone() -> None:
    """A heading "(i)" below "(b)" is the first of its own, though its style is that of letters."""
    report = _report(
        paragraph("\tI.\tOne", style="HCh"),
        *(
            each
            for label, number in (("(a)", 1), ("(b)", 2), ("(i)", 3), ("(ii)", 4), ("(c)", 5))
            for each in (
                paragraph(f"\t{label}\tHeading", style="H4"),
                _text(f"{number}.\tText {number}."),
            )
        ),
    )
    assert open_rules(report) == set()
    assert [section.id for section in report.walk_sections()] == [
        "i",
        "i-a",
        "i-b",
        "i-b-i",
        "i-b-ii",
        "i-c",
    ]


def test_an_annex_may_go_on_with_the_count_of_the_body() -> None:
    """No number is missed then; one that begins at another number has lost some."""
    body = (paragraph("\tI.\tOne", style="HCh"), _text("1.\tFirst."), _text("2.\tSecond."))
    annexes = (
        *(paragraph("Annex I", style="HCh"), _text("3.\tThird."), _text("4.\tFourth.")),
        *(paragraph("Annex II", style="HCh"), _text("5.\tFifth.")),
    )
    report = _report(*body, *annexes)
    assert open_rules(report) == set()
    assert list(paragraphs(report)) == [
        "para-1",
        "para-2",
        "annex-i-para-3",
        "annex-i-para-4",
        "annex-ii-para-5",
    ]
    assert open_rules(_report(*body, *annexes[:1], *annexes[2:])) == {"missing-paragraph"}


def test_lines_of_a_file_without_styles_are_not_run_together() -> None:
    """No page cut them; what begins low goes on all the same."""
    report = _report(
        paragraph("1. It ends."),
        paragraph("Annex"),
        paragraph("List of things"),
        *(paragraph(words) for words in ("One thing", "Another thing", "which goes on")),
    )
    passages = report.annexes[0].sections[0].passages
    assert [plain(each.inlines) for each in passages if isinstance(each, Passage)] == [
        "One thing",
        "Another thing which goes on",
    ]
    assert open_rules(report) == set()


def test_the_first_member_may_stand_on_the_line_of_its_paragraph() -> None:
    """As "6. (a) First;", "(b) Second."; without a second it is the text of the paragraph."""
    report = _report(
        _text("1.\t(a)\tFirst:"),
        _text("\t(i)\tOne;"),
        _text("\t(ii)\tTwo;"),
        _text("\t(b)\tSecond."),
        _text("2.\t(a) of article 5 says so."),
    )
    assert open_rules(report) == set()
    assert paragraphs(report) == {
        "para-1": "(a) First: (i) One; (ii) Two; (b) Second.",
        "para-2": "(a) of article 5 says so.",
    }
    assert {"para-1-a", "para-1-a-ii", "para-1-b"} <= set(report_ids(report))
    assert "para-2-a" not in report_ids(report)


def test_decimal_labels_of_headings_tell_their_degrees() -> None:
    """1, 1.1, 2: the id of 1.1 does not repeat that of 1."""
    report = _report(
        paragraph("1.\tIntroduction", style="Heading1"),
        paragraph("1.1\tBackground", style="Heading2"),
        _text("1.\tOne."),
        paragraph("1.2\tScope", style="Heading2"),
        _text("2.\tTwo."),
        paragraph("2.\tFindings", style="Heading1"),
        _text("3.\tThree."),
    )
    assert open_rules(report) == set()
    assert [(each.id, each.degree, each.label) for each in report.walk_sections()] == [
        ("1", 1, "1"),
        ("1-1", 2, "1.1"),
        ("1-2", 2, "1.2"),
        ("2", 1, "2"),
    ]
