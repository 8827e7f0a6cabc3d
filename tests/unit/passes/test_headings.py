"""Headings: their degrees come from labels by expected successor, never from `#`."""

import itertools

import pytest

from pilcrow.model import plain
from tests.unit.made_up import open_rules, outline, paragraphs, report_of


def _headings(*labels: str) -> str:
    """A report with a paragraph under each labelled heading, every heading marked alike."""
    return "".join(
        f"# {label} Title\n\n{number}. Text of the paragraph.\n\n"
        for number, label in enumerate(labels, start=1)
    )


@pytest.mark.parametrize(
    ("labels", "degrees"),
    [
        (["I.", "II.", "III.", "IV.", "V.", "VI."], [1] * 6),
        (["I.", "A.", "B.", "C.", "D.", "II."], [1, 2, 2, 2, 2, 1]),
        (["I.", *(f"{letter}." for letter in "ABCDEFGHIJ"), "II."], [1, *[2] * 10, 1]),
        (["I.", "II.", "III.", "IV.", "A.", "B.", "C.", "D.", "V."], [1] * 4 + [2] * 4 + [1]),
        (["I.", "A.", "1.", "2.", "B.", "1.", "II.", "A."], [1, 2, 3, 3, 2, 3, 1, 2]),
        (["I.", "A.", "1.", "(a)", "(b)", "(i)", "(ii)", "2."], [1, 2, 3, 4, 4, 5, 5, 3]),
        (
            ["I.", "A.", "1.", *(f"({letter})" for letter in "abcdefghi"), "2."],
            [1, 2, 3, *[4] * 9, 3],
        ),
        ([f"{letter}." for letter in "ABCDE"], [2] * 5),
        (["A.", "B.", "C.", "D.", "1.", "2.", "E."], [2, 2, 2, 2, 3, 3, 2]),
        (["I.", "1.", "2.", "II.", "1."], [1, 3, 3, 1, 3]),
        (
            ["I.", *(f"{letter}." for letter in "ABCDEFGHIJKLMNOPQRSTUVW"), "II."],
            [1, *[2] * 23, 1],
        ),
    ],
)
def test_a_label_gives_the_degree_that_its_place_in_the_count_calls_for(
    labels: list[str], degrees: list[int]
) -> None:
    """So "I." after "H." is a letter, "C." after "B." is no hundred, "V." after "IV." is a five."""
    report = report_of(_headings(*labels))
    assert [section.degree for section in report.walk_sections()] == degrees
    assert [section.label for section in report.walk_sections()] == [
        label.rstrip(".") for label in labels
    ]
    assert not open_rules(report)


@pytest.mark.parametrize("marks", list(itertools.product(["#", "##", "####"], repeat=3)))
def test_the_count_of_number_signs_decides_nothing(marks: tuple[str, str, str]) -> None:
    """A chapter, a section and a subsection keep their degrees under any `#`."""
    first, second, third = marks
    report = report_of(
        f"{first} I. Chapter\n\n{second} A. Section\n\n{third} 1. Subsection\n\n1. Text.\n\n"
        f"{second} II. Chapter\n\n2. Text.\n"
    )
    assert outline(report) == [
        (1, "I Chapter", []),
        (2, "A Section", []),
        (3, "1 Subsection", ["1"]),
        (1, "II Chapter", ["2"]),
    ]


@pytest.mark.parametrize("heading", ["# {}", "- {}", "{}", "**{}**", "### **{}**"])
@pytest.mark.parametrize("numbered", ["# {}", "- {}", "{}", "**{}**"])
def test_a_numbered_heading_is_told_from_a_numbered_paragraph(heading: str, numbered: str) -> None:
    """The line "1. Working groups…" is a heading, "1. The present report…" a paragraph."""
    first = heading.format("1. Working groups of the Conference")
    paragraph = numbered.format("1. The present report has been prepared for the Commission.")
    report = report_of(
        f"# I. Introduction\n\n{paragraph}\n\n- 2. The second text.\n\n## II. Crime\n\n"
        f"### A. Processes\n\n{first}\n\n3. In the period, it met.\n\n4. It met again.\n\n"
        "## 2. Mechanism for the review\n\n5. Fifth.\n"
    )
    assert outline(report) == [
        (1, "I Introduction", ["1", "2"]),
        (1, "II Crime", []),
        (2, "A Processes", []),
        (3, "1 Working groups of the Conference", ["3", "4"]),
        (3, "2 Mechanism for the review", ["5"]),
    ]
    assert not open_rules(report)


def test_headings_with_the_numbers_of_paragraphs_beside_them_stay_headings() -> None:
    """E/CN.18/2025/2 has "1. General Assembly resolution 78/320" beside paragraph numbers."""
    report = report_of(
        "# 1. General Assembly resolution 78/320\n\n1. First text.\n\n# 2. Other resolution\n\n"
        "2. Second text.\n\n3. Third.\n\n# 3. Third heading\n\n4. Fourth.\n"
    )
    assert [numbers for _, _, numbers in outline(report)] == [["1"], ["2", "3"], ["4"]]


def test_an_unlabelled_heading_stands_below_the_labelled_one_that_is_open() -> None:
    """Two unlabelled headings under a subsection are sisters, and end with the next label."""
    report = report_of(
        "# I. Chapter\n\n## A. Section\n\n# 1. First\n\n1. Text.\n\n# 2. Second\n\n"
        "# Judicial integrity\n\n2. Text.\n\n#### Young people\n\n3. Text.\n\n## 3. Third\n\n"
        "4. Text.\n"
    )
    sections = {section.id: section for section in report.walk_sections()}
    assert [
        (section.degree, section.label, plain(section.title))
        for section in report.walk_sections()
        if section.label is None
    ] == [(4, None, "Judicial integrity"), (4, None, "Young people")]
    assert [child.id for child in sections["i-a-2"].sections] == [
        "i-a-2-judicial-integrity",
        "i-a-2-young-people",
    ]
    assert [child.id for child in sections["i-a"].sections] == ["i-a-1", "i-a-2", "i-a-3"]


@pytest.mark.parametrize(
    "heading",
    [
        "# II. International cooperation in\n\n# combating crime",
        "# II. International cooperation in\n\ncombating crime",
        "## **II. International cooperation in**\n\n### **combating crime**",
        "# II.\n\n# International cooperation in combating crime",
    ],
)
def test_a_heading_cut_in_two_is_one_heading(heading: str) -> None:
    """Whatever mark its second line has, a line that begins low continues the heading."""
    report = report_of(f"# I. One\n\n1. Text.\n\n{heading}\n\n2. Text.\n")
    assert outline(report)[1:] == [(1, "II International cooperation in combating crime", ["2"])]
    assert not open_rules(report)


def test_upper_case_headings_without_marks_are_headings() -> None:
    """Old documents print "II. POLITICAL SITUATION" on a line of its own."""
    report = report_of(
        "I. INTRODUCTION\n\n1. Text.\n\nII. POLITICAL SITUATION\n\nA. General\n\n2. Text.\n\n"
        "B. Talks\n\n3. Text.\n"
    )
    assert outline(report) == [
        (1, "I INTRODUCTION", ["1"]),
        (1, "II POLITICAL SITUATION", []),
        (2, "A General", ["2"]),
        (2, "B Talks", ["3"]),
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("I.", "III."), ("A.", "C."), ("1.", "3."), ("II.", "III.")]
)
def test_a_label_that_skips_is_a_problem(first: str, second: str) -> None:
    """A lost heading shows in the label of the next one."""
    assert "heading-out-of-order" in open_rules(report_of(_headings(first, second)))


def test_a_sentence_that_begins_with_a_letter_and_a_stop_is_no_heading() -> None:
    """Here "A. Smith" at the start of a line of text that goes on stays text."""
    report = report_of("# I. One\n\n1. The report was written by\n\nA. Smith and others of them.\n")
    assert paragraphs(report) == {
        "para-1": "The report was written by A. Smith and others of them."
    }
