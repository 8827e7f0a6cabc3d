"""The table of results, set between its markers in a Markdown page."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.measure import Measurement, least_processor_seconds, median_seconds

BEGIN = "<!-- bench: begin -->"
END = "<!-- bench: end -->"
_MIB = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measured thing; `note` holds a ratio or what bounds it."""

    subject: str
    measurements: tuple[Measurement, ...]
    note: str = ""


def _cells(row: Row) -> tuple[str, ...]:
    peak = statistics.median(each.peak_bytes for each in row.measurements)
    return (
        row.subject,
        f"{min(each.seconds for each in row.measurements):.2f} s",
        f"{median_seconds(row.measurements):.2f} s",
        f"{least_processor_seconds(row.measurements):.2f} s",
        f"{peak / _MIB:.0f} MiB",
        str(len(row.measurements)),
        row.note,
    )


def format_table(rows: Sequence[Row], *, machine: str, day: str) -> str:
    """A Markdown table with the machine and day above it."""
    head = ("What", "Least", "Median", "Processor", "Peak memory", "Runs", "Remark")
    lines = [
        f"Measured on {day} on: {machine}.",
        "",
        f"| {' | '.join(head)} |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    lines += [f"| {' | '.join(_cells(row))} |" for row in rows]
    return "\n".join(lines) + "\n"


def set_table(page: str, table: str, *, begin: str = BEGIN, end: str = END) -> str:
    """The page with the table in place of what stood between the markers.

    Raises:
        ValueError: the page does not hold each marker once, in order.
    """
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed) or begin in rest or end in after:
        raise ValueError(f"the page needs one {begin} and after it one {end}")
    return f"{before}{begin}\n\n{table}\n{end}{after}"
