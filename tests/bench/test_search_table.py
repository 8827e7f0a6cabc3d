"""The search's figures are put together as the page says."""

import pytest

from tests.bench.search_build import Build
from tests.bench.search_table import Measured, findings, growth, search_text
from tests.bench.search_visits import Visit


def measured(engine: str, paragraphs: int, *opened: float) -> Measured:
    """Visits of Chromium over http that differ in the time from opening only."""
    visits = (
        Visit(
            opened=one,
            focused=20.0,
            further=3.0,
            keystrokes=(*[5.0] * 19, 30.0),
            complete=4.0,
            longest=9.0,
            heap_bytes=2e6,
        )
        for one in opened
    )
    return Measured(
        engine=engine,
        paragraphs=paragraphs,
        browser="chromium",
        way="http",
        load=1.0,
        visits=tuple(visits),
    )


def test_growth_is_the_exponent_of_the_power_law() -> None:
    """Time in step with size is 1, the same time at every size 0, a doubling a hundredfold 0.15."""
    assert growth([(10, 5), (100, 50), (1_000, 500)]) == pytest.approx(1)
    assert growth([(10, 5), (1_000, 5)]) == pytest.approx(0)
    assert growth([(10, 5), (1_000, 10)]) == pytest.approx(0.1505, abs=0.001)


def test_findings_compare_medians_of_the_same_run_only() -> None:
    """The ratio is of the same size, browser and way; a size without stock search has none."""
    said = findings(
        [
            measured("pilcrow", 115, 100.0, 200.0, 900.0),
            measured("Material", 115, 400.0),
            measured("pilcrow", 11_500, 200.0),
        ]
    )
    assert "115 paragraphs, chromium, http: page opened to first result is 0.50 times" in said
    assert "11,500 paragraphs, chromium" not in said
    assert "grows with size to the power of 0.00, from 115 to 11,500" in said


def test_a_site_that_never_answered_stands_in_the_table_without_figures() -> None:
    """A miss is shown, not left out; of several builds of one size the least counts."""
    fields = {"entries_bytes": 1, "peak_bytes": 2, "raw": 1.0, "zipped": 0.5, "files": 3}
    builds = [
        Build(paragraphs=115, seconds=2.0, **fields),  # type: ignore[arg-type]
        Build(paragraphs=115, seconds=1.0, **fields),  # type: ignore[arg-type]
    ]
    text = search_text(builds, [measured("pilcrow", 115)])
    assert "| 115 | 1.00 | 115 |" in text
    assert "| 115 | pilcrow | chromium, http | – | – | – | – | – | – | – | 0 | 1.0 |" in text


def test_of_keystrokes_the_slowest_show_beside_the_median() -> None:
    """What one letter in twenty takes longer than stands in brackets."""
    text = search_text([], [measured("pilcrow", 115, *[100.0] * 40)])
    assert "| 100 | 20 | 3 | 4 | 5 (29) | 9 |" in text
