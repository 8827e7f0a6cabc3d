"""The search's figures: medians, how they grow, and how they stand to stock search."""

import datetime as dt
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.machine import describe_machine
from tests.bench.search_build import Build, build_table
from tests.bench.search_visits import Visit

OURS = "pilcrow"
STOCK = "Material"
_MB = 1_000_000
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The visits to one site by one browser over one way; none where no result came."""

    engine: str
    paragraphs: int
    browser: str
    way: str
    load: float
    """How many processes the machine ran at once meanwhile, ours among them."""
    visits: tuple[Visit, ...]


def opened(row: Measured) -> float:
    """The median time from the page opened to the first result."""
    return statistics.median(one.opened for one in row.visits)


def growth(points: Sequence[tuple[float, float]]) -> float:
    """The exponent of a power law through (size, time) by least squares of their logarithms."""
    sizes = [math.log(size) for size, _ in points]
    times = [math.log(time) for _, time in points]
    return statistics.linear_regression(sizes, times).slope


def _median(visits: Sequence[Visit], of: Callable[[Visit], float]) -> str:
    return f"{statistics.median(of(one) for one in visits):,.0f}" if visits else "–"


def _keystrokes(visits: Sequence[Visit]) -> str:
    """The median of all letters, and in brackets what nineteen of twenty took at most."""
    times = [time for one in visits for time in one.keystrokes]
    if not times:
        return "–"
    return f"{statistics.median(times):,.0f} ({statistics.quantiles(times, n=20)[-1]:,.0f})"


def _cells(row: Measured) -> tuple[str, ...]:
    visits = row.visits
    heaps = [one.heap_bytes / _MB for one in visits if one.heap_bytes is not None]
    return (
        f"{row.paragraphs:,}",
        row.engine,
        f"{row.browser}, {row.way}",
        _median(visits, lambda one: one.opened),
        _median(visits, lambda one: one.focused),
        _median(visits, lambda one: one.further),
        _median(visits, lambda one: one.complete),
        _keystrokes(visits),
        _median(visits, lambda one: one.longest),
        f"{statistics.median(heaps):.1f}" if heaps else "–",
        str(len(visits)),
        f"{row.load:.1f}",
    )


def visits_table(rows: Sequence[Measured]) -> str:
    """Medians in milliseconds and megabytes, a row a site, browser and way."""
    head = (
        "Paragraphs", "Engine", "Where", "Opened to first result, ms", "Focus to first result, ms",
        "Further query, ms", "All shown, ms", "Keystroke, ms", "Longest task, ms", "Heap, MB",
        "Runs", "Load",
    )  # fmt: skip
    lines = [f"| {' | '.join(head)} |", "|--:|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    return "\n".join([*lines, *(f"| {' | '.join(_cells(row))} |" for row in rows)]) + "\n"


def findings(rows: Sequence[Measured]) -> str:
    """What the rows say together: ratios to stock search in the same run, and growth."""
    answered = [row for row in rows if row.visits]
    lines = []
    for row in answered:
        for other in answered:
            same = (row.paragraphs, row.browser, row.way) == (
                other.paragraphs, other.browser, other.way,
            )  # fmt: skip
            if same and row.engine == OURS and other.engine == STOCK:
                lines.append(
                    f"- {row.paragraphs:,} paragraphs, {row.browser}, {row.way}: page opened to "
                    f"first result is {opened(row) / opened(other):.2f} times stock Material's."
                )
    for browser, way in dict.fromkeys((row.browser, row.way) for row in answered):
        ours = [
            row for row in answered if (row.engine, row.browser, row.way) == (OURS, browser, way)
        ]
        sizes = [row.paragraphs for row in ours]
        if len(set(sizes)) >= _TWO:
            exponent = growth([(row.paragraphs, opened(row)) for row in ours])
            lines.append(
                f"- {browser}, {way}: page opened to first result grows with size to the power "
                f"of {exponent:.2f}, from {min(sizes):,} to {max(sizes):,} paragraphs."
            )
    return "\n".join(lines) + "\n"


def search_text(builds: Sequence[Build], rows: Sequence[Measured]) -> str:
    """All that was measured, for the page of benchmarks."""
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    once = {one.paragraphs: one for one in sorted(builds, key=lambda one: -one.seconds)}
    ordered = sorted(rows, key=lambda row: (row.browser, row.way, row.paragraphs))
    costs = build_table([once[size] for size in sorted(once)])
    said = f"Measured on {today} on: {describe_machine()}."
    return "\n".join((said + "\n", costs, visits_table(ordered), findings(ordered)))
