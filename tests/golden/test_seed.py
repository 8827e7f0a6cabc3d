"""E/CN.15/2024/5: what a careful reader of the printed report would write down."""

import json
import shutil
from pathlib import Path
from typing import cast

import pytest

from pilcrow.library import load_source
from pilcrow.model import Origin, Report, Supplied, plain
from pilcrow.pipeline import convert
from pilcrow.tree import all_runs, paragraph_text
from tests.unit.command import pilcrow
from tests.unit.made_up import open_problems

SECTIONS: tuple[tuple[int, str, str | None, int | None, int | None], ...] = (
    (1, "i", "I", 1, 2),
    (1, "ii", "II", None, None),
    (2, "ii-a", "A", None, None),
    (3, "ii-a-1", "1", 3, 3),
    (3, "ii-a-2", "2", 4, 10),
    (3, "ii-a-3", "3", 11, 11),
    (2, "ii-b", "B", 12, 15),
    (2, "ii-c", "C", None, None),
    (3, "ii-c-1", "1", 16, 22),
    (3, "ii-c-2", "2", 23, 30),
    (3, "ii-c-3", "3", 31, 35),
    (3, "ii-c-4", "4", 36, 42),
    (2, "ii-d", "D", None, None),
    (3, "ii-d-1", "1", 43, 47),
    (3, "ii-d-2", "2", 48, 57),
    (2, "ii-e", "E", 58, 60),
    (1, "iii", "III", None, None),
    (2, "iii-a", "A", 61, 61),
    (3, "iii-a-1", "1", 62, 65),
    (3, "iii-a-2", "2", 66, 66),
    (3, "iii-a-3", "3", 67, 67),
    (3, "iii-a-4", "4", 68, 68),
    (2, "iii-b", "B", None, None),
    (3, "iii-b-1", "1", 69, 73),
    (3, "iii-b-2", "2", 74, 78),
    (4, "iii-b-2-investigation-and-prosecution-of-corruption", None, 79, 84),
    (4, "iii-b-2-judicial-integrity", None, 85, 85),
    (4, "iii-b-2-prevention-of-corruption", None, 86, 100),
    (4, "iii-b-2-young-people-education-and-civil-society", None, 101, 104),
    (4, "iii-b-2-international-cooperation-and-asset-recovery", None, 105, 110),
    (3, "iii-b-3", "3", 111, 114),
    (1, "iv", "IV", 115, 115),
)
"""Degree, id, label, first and last own paragraph, as printed."""


@pytest.fixture(scope="module")
def seed(root: Path) -> Report:
    """The report with its corrections."""
    source = load_source(root / "reports" / "E_CN.15_2024_5" / "source.en.md")
    return convert(source.content, source.name, source.settings)


def test_the_seed_has_no_open_problem_and_loses_no_word(seed: Report) -> None:
    """With its corrections the report is settled, and every word is accounted for."""
    assert open_problems(seed) == ()
    assert seed.ledger.lost == 0
    assert seed.ledger.source_words == seed.ledger.kept + seed.ledger.furniture
    assert seed.ledger.kept > 9000


def test_the_seed_has_32_headings_each_with_its_paragraphs(seed: Report) -> None:
    """Every heading has its degree and label, and exactly its own paragraphs, in order."""
    assert len(SECTIONS) == 32
    found = [
        (section.degree, section.id, section.label, [int(p.number) for p in section.paragraphs])
        for section in seed.walk_sections()
    ]
    assert found == [
        (degree, identifier, label, list(range(first, last + 1)) if first and last else [])
        for degree, identifier, label, first, last in SECTIONS
    ]
    assert sum(label is None for _, _, label, _, _ in SECTIONS) == 5


def test_the_seed_has_paragraphs_1_to_115_in_order(seed: Report) -> None:
    """None is missing, doubled or out of place."""
    identifiers = [paragraph.id for paragraph in seed.walk_paragraphs()]
    assert identifiers == [f"para-{number}" for number in range(1, 116)]


def test_exactly_three_numbers_are_restored(seed: Report) -> None:
    """The source lost the numbers of 61, 66 and 93; each is reported."""
    restored = [p.number for p in seed.walk_paragraphs() if p.origin is Origin.RESTORED]
    assert restored == ["61", "66", "93"]
    reported = [problem.at for problem in seed.problems if problem.rule == "missing-number"]
    assert reported == ["para-61", "para-66", "para-93"]


def test_footnotes_are_referenced_from_where_the_printed_report_has_them(seed: Report) -> None:
    """The asterisk belongs to the agenda item; 3 to the political declaration in 73."""
    assert {note.indicator: note.referenced_from for note in seed.footnotes} == {
        "*": ("masthead",),
        "1": ("para-7",),
        "2": ("para-73",),
        "3": ("para-73",),
    }
    assert [mark for _, mark in seed.masthead_marks] == ["*"]
    assert plain(seed.footnotes[0].content) == "E/CN.15/2024/1."


def test_the_masthead_is_read_into_fields(seed: Report) -> None:
    """Every field of page 1."""
    masthead = seed.masthead
    assert masthead.symbol == "E/CN.15/2024/5"
    assert masthead.organ == "Commission on Crime Prevention and Criminal Justice"
    assert masthead.session == "Thirty-third session"
    assert masthead.place_and_dates == "Vienna, 13–17 May 2024"
    assert (masthead.agenda_item or "").startswith("Item 6 of the provisional agenda")
    assert (masthead.agenda_item or "").endswith("crime prevention and criminal justice")
    assert masthead.distribution == "General"
    assert masthead.date == "2024-03-13"
    assert masthead.original_language == "en"
    assert masthead.job_number == "V.24-04834"
    assert masthead.subtitle == "Report of the Secretary-General"
    assert len(seed.summary) == 1


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (17, "trained more than 750 key stakeholders from over 90 jurisdictions"),
        (25, "Trafficking in Persons (ICAT), a group of 31 United Nations entities"),
        (10, "approximately $5,137,418 in voluntary contributions"),
        (13, "Trafficking in Persons Protocol to [Curaçao] and China"),
        (54, "[Guinea-Bissau]"),
        (106, "[GlobE Network]"),
        (66, "[The … meeting of the Open-ended Intergovernmental Working Group] on the Prevention"),
        (9, "in accordance with paragraph 53 of the procedures and"),
    ],
)
def test_words_that_were_cut_or_corrected_read_as_one_text(
    seed: Report, number: int, words: str
) -> None:
    """What pages and list marks cut is whole; what an editor changed stands in brackets."""
    text = next(paragraph_text(p) for p in seed.walk_paragraphs() if p.number == str(number))
    assert words in text


def test_only_corrections_stand_in_brackets(seed: Report) -> None:
    """Four texts are supplied: nothing is invented, and the source has no square brackets."""
    supplied = [
        (holder, inline.value)
        for holder, inlines in all_runs(seed)
        for inline in inlines
        if isinstance(inline, Supplied)
    ]
    assert supplied == [
        ("para-13", "Curaçao"),
        ("para-54", "Guinea-Bissau"),
        ("para-66", "The … meeting of the Open-ended Intergovernmental Working Group"),
        ("para-106", "GlobE Network"),
    ]


def test_lists_have_their_members(root: Path) -> None:
    """Paragraph 61 runs (a) to (l) through its text; 115 has subparagraphs (a) to (e)."""
    result = pilcrow(root, "model", "reports/E_CN.15_2024_5")
    assert result.returncode == 0
    model = cast("dict[str, object]", json.loads(result.stdout))
    found = {entry["number"]: entry for entry in _paragraphs(model["sections"])}
    run_in = cast("list[dict[str, str]]", found["61"]["run_in"])
    assert [entry["id"] for entry in run_in] == [f"para-61-{letter}" for letter in "abcdefghijkl"]
    members = cast("list[dict[str, str]]", found["115"]["subparagraphs"])
    assert [entry["id"] for entry in members] == [f"para-115-{letter}" for letter in "abcde"]
    assert [entry["marker"] for entry in members] == [f"({letter})" for letter in "abcde"]


def _paragraphs(sections: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for section in cast("list[dict[str, object]]", sections):
        found.extend(cast("list[dict[str, object]]", section["paragraphs"]))
        found.extend(_paragraphs(section["sections"]))
    return found


def test_without_its_corrections_the_seed_names_what_an_editor_must_settle(
    root: Path, tmp_path: Path
) -> None:
    """Exit 1, the JSON all the same, and a line for each of the three losses."""
    shutil.copy(root / "reports" / "E_CN.15_2024_5" / "source.en.md", tmp_path)
    result = pilcrow(tmp_path, "model", "source.en.md")
    assert result.returncode == 1
    assert len(_paragraphs(json.loads(result.stdout)["sections"])) == 115
    rules = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert sorted(rules) == [
        "footnote-without-indicator",
        "footnote-without-indicator",
        "footnote-without-number",
        "missing-opening",
    ]
    assert "source.en.md:175: missing-opening: paragraph 66" in result.stderr
    assert "footnote 3 is not referred to in the text" in result.stderr
