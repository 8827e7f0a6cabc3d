"""Made-up libraries for measuring, and their table."""

from pathlib import Path

import pytest

from pilcrow.pipeline import convert
from tests.bench.library import CHAPTERS, PARAGRAPHS, SECTIONS, symbol_of, write_library
from tests.bench.library_table import Built, exponent, format_library
from tests.bench.measure import Measurement
from tests.unit.made_up import open_problems


def _took(seconds: float, mib: int = 1) -> tuple[Measurement, ...]:
    return (Measurement(seconds=2 * seconds, processor_seconds=seconds, peak_bytes=mib * 1024**2),)


def test_a_made_up_library_has_no_problem_and_is_always_the_same(
    root: Path, tmp_path: Path
) -> None:
    """Each report is of the size that was asked for, speaks of States, and cites another."""
    seed = root / "reports/E_CN.15_2024_5/source.en.md"
    for name in ("first", "second"):
        write_library(seed, tmp_path / name, 2)
    sources = sorted((tmp_path / "first").glob("*/source.en.md"))
    assert len(sources) == 2
    for path in sources:
        content = path.read_bytes()
        assert (tmp_path / "second" / path.relative_to(tmp_path / "first")).read_bytes() == content
        report = convert(content, path.name)
        assert open_problems(report) == ()
        assert sum(1 for _ in report.walk_paragraphs()) == CHAPTERS * SECTIONS * PARAGRAPHS
        assert any(symbol_of(number).encode() in content for number in (1, 2))


@pytest.mark.parametrize(("time", "power"), [(10.0, 1.0), (100.0, 2.0), (1.0, 0.0)])
def test_growth_is_told_by_its_power(time: float, power: float) -> None:
    """Ten times the size in ten times the time is the power of one."""
    assert exponent((10, 1.0), (100, time)) == pytest.approx(power)


def test_the_table_gives_ratio_growth_and_speed() -> None:
    """Ratios are ours to stock, growth is from the least library to the largest."""
    built = [
        Built(
            reports=reports,
            pages=25 * reports,
            site_bytes=1000 * reports,
            ours=_took(ours, 90),
            stock=_took(stock),
            conversion=_took(reports / 10),
            load=1.0,
        )
        for reports, ours, stock in ((10, 3.0, 2.0), (100, 30.0, 15.0))
    ]
    table = format_library(built, machine="a machine", day="2026-01-02")
    assert "| 100 | 2,500 | 20.0 | 10.0 | 60.0 | 30.0 | 90 | 30.0 | 15.0 | 2.00 | 0.1 |" in table
    assert "power of 1.00, and the bytes of the site to the power of 1.00" in table
    assert "600 paragraphs a second of processor time, 300 a second of the clock" in table
