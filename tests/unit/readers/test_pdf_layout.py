"""Pages of a PDF parted into text with its tables, and notes."""

from __future__ import annotations

import pytest

from pilcrow.readers.pdf.layout import lay_out
from pilcrow.readers.pdf.page import Box
from tests.unit.readers.pdf_rows import page, runs, stacked

TEXT = "The share of households connected to some network rose in the countries by much of it"


def _level(y: float, left: float, right: float) -> Box:
    return (left, y, right, y + 0.5)


@pytest.mark.parametrize("notes", [True, False])
def test_the_rule_over_notes_is_no_rule_of_a_table_above_it(*, notes: bool) -> None:
    """It begins further out, and would give the table a column."""
    note = (runs("1", 60, 696.5, size=5.0), runs("See A/76/230.", 80, 700, size=8.5))
    own = page(
        *stacked(*(TEXT,) * 5, y=100),
        runs("Aim @250 State @310 Remarks", 120, 612),
        runs("Train judges @250 Done @310 All of them", 120, 632),
        runs("Buy books @250 Open @310 None yet", 120, 652),
        *(note if notes else ()),
        rules=(
            *(_level(y, 118, 480) for y in (600, 618, 638, 658)),
            *((_level(685, 60, 210),) if notes else ()),
        ),
        bars=tuple((x, 600.0, x + 0.5, 658.5) for x in (118.0, 240.0, 300.0, 480.0)),
    )
    laid = lay_out((own,))
    ((_, _, grid),) = laid.pages[0].tables
    assert [round(column) for column in grid.columns] == [118, 240, 300]
    assert [note.mark for note in laid.notes] == (["1"] if notes else [])
