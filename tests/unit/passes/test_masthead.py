"""Mastheads: each line goes to its field by what it says."""

from dataclasses import replace

import pytest

from pilcrow.model import Place, Text
from pilcrow.passes.masthead import read_head
from pilcrow.pipeline import convert
from pilcrow.readers.reading import Block, BlockKind, Known

_JOINT = """UNITED NATIONS

# A S

General Assembly Distr.

GENERAL

# Security Council

A/99/826

S/2044/222

17 March 2044

ORIGINAL: ENGLISH

# THE SITUATION IN RURITANIA

Report of the Secretary-General

# I. INTRODUCTION

1. The present report is submitted to two bodies.
"""


def test_a_joint_report_of_old_keeps_its_symbols_organ_and_title_apart() -> None:
    """The name of the Organization and the letters of the series are no words of the title."""
    report = convert(_JOINT.encode(), "source.en.md")
    masthead = report.masthead
    assert masthead.symbols == ("A/99/826", "S/2044/222")
    assert masthead.organ == "General Assembly"
    assert masthead.title == "THE SITUATION IN RURITANIA"
    assert masthead.date == "2044-03-17"
    assert report.ledger.lost == 0


def test_a_letter_alone_is_no_title_of_the_series_behind_the_masthead() -> None:
    """Letters that label a heading of the body stay its label."""
    source = _JOINT + "\n# A. Political\n\n2. More of it.\n\n# S\n\n3. The last one.\n"
    report = convert(source.encode(), "source.en.md")
    titles = [
        "".join(getattr(word, "value", "") for word in section.title)
        for section in report.walk_sections()
    ]
    assert titles == ["INTRODUCTION", "Political", "S"]


def _head(*lines: str) -> list[Block]:
    """The lines of a masthead; " | " parts what stands side by side on one."""
    places = [
        (part, Place(source="made.pdf", line=number, page=1))
        for number, line in enumerate(lines, start=1)
        for part in line.split(" | ")
    ]
    return [
        Block(
            kind=BlockKind.TEXT,
            inlines=(Text(value=words, place=place),),
            place=place,
            known=Known.MASTHEAD,
        )
        for words, place in places
    ]


@pytest.mark.parametrize(
    ("lines", "organ", "session"),
    [
        (
            ("General Assembly", "Security Council", "GENERAL ASSEMBLY | SECURITY COUNCIL"),
            "General Assembly",
            "Ninety-ninth session",
        ),
        (("General Assembly | Security Council",), "General Assembly", "Ninety-ninth session"),
        (
            ("Economic and Social Council", "Commission on Made-up Affairs"),
            "Commission on Made-up Affairs",
            "Ninety-ninth session",
        ),
    ],
)
def test_of_two_organs_side_by_side_the_first_has_the_session(
    lines: tuple[str, ...], organ: str, session: str
) -> None:
    """The other has its year, which is of the masthead too; one under the other is its part."""
    year = " | Hundredth year" if "Security" in lines[-1] or "SECURITY" in lines[-1] else ""
    blocks = _head(*lines, f"Ninety-ninth session{year}", "Agenda item 43")
    head = read_head(blocks, symbols=("A/99/826",), job_number=None)
    assert head.front_matter == ()
    assert (head.masthead.organ, head.masthead.session) == (organ, session)
    assert head.masthead.agenda_item == "Agenda item 43"
    assert len(head.accounted) == len(blocks)


@pytest.mark.parametrize(
    ("second", "gap", "organ"),
    [
        ("периодическому обзору", False, "Рабочая группа по универсальному периодическому обзору"),
        ("периодическому обзору", True, "Рабочая группа по универсальному"),
        ("Подгруппа", False, "Рабочая группа по универсальному"),
    ],
)
def test_an_organ_goes_on_in_small_letters_on_the_line_right_below(
    second: str, *, gap: bool, organ: str
) -> None:
    """Behind a gap it does not; in capital letters it is another."""
    first, *others = _head(
        "Совет по правам человека",
        "Рабочая группа по универсальному",
        second,
        "Тридцать четвертая сессия",
    )
    blocks = [first, *(replace(block, gap=gap) for block in others)]
    head = read_head(blocks, symbols=("A/99/826",), job_number=None)
    assert (head.masthead.organ or "").startswith(organ if second[0].islower() else second)
    assert (head.front_matter != ()) is gap
    assert head.masthead.session == "Тридцать четвертая сессия"


def test_words_in_capitals_that_are_no_principal_organ_are_none() -> None:
    """They may be a title."""
    head = read_head(_head("THE COMMITTEE AND ITS WORK"), symbols=("A/99/826",), job_number=None)
    assert head.masthead.organ is None
    assert head.masthead.title or head.front_matter


def _known(words: str, line: int, known: Known, level: int | None = None) -> Block:
    place = Place(source="made.pdf", line=line, page=1)
    kind = BlockKind.TEXT if known is Known.CONTENTS else BlockKind.HEADING
    return Block(
        kind=kind, inlines=(Text(value=words, place=place),), place=place, known=known, level=level
    )


@pytest.mark.parametrize("contents", [True, False])
def test_a_letter_behind_the_contents_is_no_subtitle(*, contents: bool) -> None:
    """What is set as the title is the title, though it begins like a subtitle."""
    blocks = [
        _known("Report of the working group on lakes", 1, Known.TITLE, 1),
        *([_known("I. Introduction 3", 2, Known.CONTENTS)] if contents else []),
        _known("Letter of transmittal", 3, Known.HEADING),
    ]
    masthead = read_head(blocks, symbols=(), job_number=None).masthead
    assert masthead.title == "Report of the working group on lakes"
    assert masthead.subtitle == (None if contents else "Letter of transmittal")


@pytest.mark.parametrize(
    ("said", "symbols"),
    [
        ("It will be issued in due course under the symbol S/2044/981.", ("S/2044/981",)),
        ("To be issued under the symbols A/99/1 and S/2044/9", ("A/99/1", "S/2044/9")),
        ("Le rapport paraîtra sous la cote A/HRC/99/3/Add.1.", ("A/HRC/99/3/Add.1",)),
        ("It follows the report S/2044/981.", ()),
    ],
)
def test_an_advance_copy_has_the_symbol_that_it_announces(
    said: str, symbols: tuple[str, ...]
) -> None:
    """Nothing else names it; a report that is only spoken of is another."""
    source = f"Advance copy\n\n{said}\n\n# The lakes\n\n# I. Introduction\n\n1. One.\n\n2. Two."
    assert convert(source.encode(), "source.md").masthead.symbols == symbols


def test_a_printed_symbol_comes_before_one_that_is_announced() -> None:
    """A masthead says what the document is."""
    source = (
        "E/2044/5\n\nIts addendum will be issued under the symbol E/2044/5/Add.1.\n\n"
        "# The lakes\n\n1. One.\n\n2. Two."
    )
    assert convert(source.encode(), "source.md").masthead.symbols == ("E/2044/5",)
