"""Rows of a PDF's page: what stands on one baseline, marks in their place, columns apart."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pilcrow.readers.pdf.page import Run
from pilcrow.readers.pdf.process import opened
from pilcrow.readers.pdf.rows import rows
from tests.unit.readers.pdf_rows import MEASURES, lines_of, page, rows_of, runs


@pytest.mark.parametrize(
    ("words", "space", "segments"),
    [
        ("1. @150 The report", 0.25, ["1.", "The report"]),
        ("Region @200 Lakes @300 Share", 0.25, ["Region", "Lakes", "Share"]),
        ("notes that the programme reached many", 1.3, ["notes that the programme reached many"]),
        ("2. @150 notes that it reached many", 1.3, ["2.", "notes that it reached many"]),
        ("12 @145 13 @170 14 @195 15", 0.25, ["12", "13", "14", "15"]),
    ],
)
def test_only_room_beyond_a_space_parts_a_row(
    words: str, space: float, segments: list[str]
) -> None:
    """A tab or a gutter parts words; the even spaces of a justified line do not."""
    (row,) = rows_of(page(runs(words, 120, 100, space=space)))
    assert [segment.text for segment in row.segments] == segments


def _without_spaces(*placed: tuple[str, float, float]) -> tuple[Run, ...]:
    return tuple(run for text, x, y in placed for run in runs(text, x, y, size=8.5))


@pytest.mark.parametrize(
    ("mark", "x", "is_mark"), [("3", 60, True), ("a", 60, True), ("Note", 40, False)]
)
def test_a_mark_that_hangs_far_before_its_note_is_in_its_row(
    mark: str, x: float, *, is_mark: bool
) -> None:
    """A tab as wide as a hand's breadth stands between a note's mark and its words."""
    small = runs(mark, x, 696.5, size=5.0)
    lines = lines_of(page(small, _without_spaces(("See A/76/230.", 120, 700))))
    if is_mark:
        assert [(line.mark, line.text) for line in lines] == [(mark, f"{mark} See A/76/230.")]
    else:
        assert [line.mark for line in lines] == [None, None]


@pytest.mark.parametrize(
    ("label", "words", "text"),
    [
        ("III.", "Net cash", "III. Net cash"),
        ("1.", "Staff", "1. Staff"),
        ("1.", "5 million", "1.5 million"),
        ("Sect.", "Net", "Sect.Net"),
    ],
)
def test_a_tab_without_room_parts_a_label_from_its_word(label: str, words: str, text: str) -> None:
    """In a narrow cell nearly nothing may be left of it; figures and other words stay together."""
    first = runs(label, 120, 100)
    (row,) = rows_of(page(first, runs(words, first[-1].x1 + 1.2, 100)))
    assert row.text == text


def test_a_space_far_behind_a_word_opens_another_cell() -> None:
    """It stands at the start of the cell's words, and fills no gap."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(100, 700, "Description")
    canvas.drawString(400, 700, " Amount")
    canvas.drawString(100, 680, "Whole ")
    canvas.drawString(126.9, 680, "words")
    canvas.save()
    with opened(stream.getvalue(), "made.pdf") as document:
        (own,) = document.pages
    assert [[segment.text for segment in row.segments] for row in rows(own.runs)] == [
        ["Description", "Amount"],
        ["Whole words"],
    ]


def test_the_mark_of_a_note_hangs_beside_the_other_column_too() -> None:
    """Words of the left column stand at its height, and others before those of its note."""
    columns = MEASURES.__class__(
        body_size=10.0, leading={10.0: 12.0}, gutter=318.0, left=60.0, right=552.0, inner=294.0
    )
    lines = lines_of(
        page(
            runs("Words of the text at this height", 60, 696, size=10),
            runs("3", 318, 696.5, size=5),
            runs("More of the text below these", 60, 708, size=10),
            runs("See A/76/230.", 350, 700, size=8.5),
        ),
        columns,
    )
    assert [line.mark for line in lines] == [None, None, "3"]
    assert lines[-1].text == "3 See A/76/230."


def test_a_mark_raised_over_its_word_is_in_its_row_and_marked() -> None:
    """An indicator is a piece of its line that stands raised."""
    (line,) = lines_of(page(runs("third of its kind.^12", 120, 100)))
    assert line.text == "third of its kind.12"
    assert [piece.run.text for piece in line.pieces if piece.raised] == ["12"]


@pytest.mark.parametrize(
    ("words", "bullet"),
    [
        ("• Barriers at crossings", True),
        ("• @150 Barriers", True),
        ("– @150 Barriers", True),
        ("– minus ten degrees", False),
        ("o no bullet here", False),
        ("•", False),
    ],
)
def test_a_bullet_is_known_by_itself_or_by_the_tab_behind_it(words: str, *, bullet: bool) -> None:
    """What may be a word or a dash is a bullet only before a wide gap."""
    (line,) = lines_of(page(runs(words, 120, 100)))
    assert line.bullet is bullet


def test_every_run_is_in_exactly_one_row() -> None:
    """Whatever stands where, no run is lost or doubled."""
    many = [
        run
        for y in range(100, 160, 7)
        for x in range(100, 500, 90)
        for run in runs("a^1 b", x, y, size=4 + (x + y) % 7)
    ]
    found = [
        piece.run for row in rows(many) for segment in row.segments for piece in segment.pieces
    ]
    assert sorted(found, key=repr) == sorted(many, key=repr)
