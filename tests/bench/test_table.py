"""The table of benchmark results."""

import pytest

from tests.bench.measure import Measurement
from tests.bench.table import BEGIN, END, Row, format_table, set_table

_ROW = Row(
    subject="Convert",
    measurements=tuple(
        Measurement(seconds=seconds, processor_seconds=seconds / 2, peak_bytes=mib * 1024**2)
        for seconds, mib in ((3.0, 10), (1.0, 30), (2.5, 20))
    ),
    note="1.10 times stock",
)


def test_a_row_gives_least_and_median_time_least_processor_time_and_median_peak() -> None:
    """Each column is computed from all runs, not from the first or last."""
    table = format_table([_ROW], machine="a machine", day="2026-01-02")
    assert "| Convert | 1.00 s | 2.50 s | 0.50 s | 20 MiB | 3 | 1.10 times stock |" in table
    assert table.startswith("Measured on 2026-01-02 on: a machine.\n")


def test_only_the_text_between_the_markers_changes() -> None:
    """What stands before and after stays; an old table goes; a second time changes nothing."""
    page = f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n"
    new = set_table(page, "| new |\n")
    assert new == f"before\n\n{BEGIN}\n\n| new |\n\n{END}\n\nafter\n"
    assert set_table(new, "| new |\n") == new


@pytest.mark.parametrize("page", ["", BEGIN, END, f"{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}"])
def test_a_page_without_both_markers_in_order_is_refused(page: str) -> None:
    """No table is written into a page that has lost its place for one."""
    with pytest.raises(ValueError, match="bench: begin"):
        set_table(page, "table")


def test_another_table_has_markers_of_its_own() -> None:
    """Two tables stand on one page, and setting one leaves the other."""
    page = f"{BEGIN}\nold\n{END}\n<i>\nold\n</i>\n"
    new = set_table(page, "new", begin="<i>", end="</i>")
    assert new == f"{BEGIN}\nold\n{END}\n<i>\n\nnew\n</i>\n"
