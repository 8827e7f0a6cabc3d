"""Measures libraries of reports and sets their table: `python -m tests.bench.library_table`.

Ours and stock Material for MkDocs, with pruned navigation and its own search, build the same
Markdown pages in turns, in the same run. Neither makes a page of the API.
"""

import argparse
import datetime as dt
import functools
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.library import CHAPTERS, PARAGRAPHS, SECTIONS
from tests.bench.machine import describe_machine
from tests.bench.measure import Command, Measurement, median_seconds, take_turns
from tests.bench.rows import SEED
from tests.bench.table import set_table

PAGE = Path("docs/maintainers/benchmarks.md")
BEGIN, END = "<!-- bench library: begin -->", "<!-- bench library: end -->"
SIZES = (10, 100)
_ABSENT = re.compile(r"^(?:  - mkdocstrings:\n(?: {4}.*\n)+|watch:.*\n)", re.MULTILINE)
"""What a made-up library does without: the reference of the API, and the code's folder."""
_HOME = "# A made-up library\n\n{{ reports }}\n"
_STOCK = """site_name: Stock
use_directory_urls: false
theme:
  name: material
  font: false
  features:
    - navigation.prune
plugins:
  - search
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a library of this many reports took."""

    reports: int
    pages: int
    """Markdown pages that both builds render."""
    site_bytes: int
    ours: tuple[Measurement, ...]
    stock: tuple[Measurement, ...]
    conversion: tuple[Measurement, ...]
    load: float
    """Processes that ran on the machine meanwhile, on the average of a minute."""

    @property
    def ratio(self) -> float:
        """Ours to stock, by the medians of processor times."""
        return _processor(self.ours) / _processor(self.stock)


def measure_library(root: Path, scratch: Path, reports: int, runs: int) -> Built:
    """Convert and build a made-up library in new folders below `scratch`."""
    ours, stock = scratch / f"ours-{reports}", scratch / f"stock-{reports}"
    for name in ("hooks", "theme", "docs/assets"):
        shutil.copytree(root / name, ours / name)
    for name in ("docs/how-to-use.md", "docs/search.md"):
        shutil.copy2(root / name, ours / name)
    (ours / "docs/index.md").write_text(_HOME, encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (ours / "mkdocs.yml").write_text(_ABSENT.sub("", settings), encoding="utf-8")
    arguments = (str(root / SEED), str(ours / "reports"), str(reports))
    made = [sys.executable, "-m", "tests.bench.library", *arguments]
    subprocess.run(made, cwd=root, check=True)
    memory = functools.partial(shutil.rmtree, ours / "reports" / ".cache", ignore_errors=True)
    convert = Command(arguments=(_program("pilcrow"), "convert"), folder=ours, prepare=memory)
    (conversion,) = take_turns([convert], runs)
    shutil.copytree(ours / "docs", stock / "docs")
    (stock / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    built, plain = take_turns(
        [
            Command(arguments=(_program("pilcrow"), "build"), folder=ours),
            Command(arguments=(_program("mkdocs"), "build", "--quiet"), folder=stock),
        ],
        runs,
    )
    return Built(
        reports=reports,
        pages=sum(1 for _ in (ours / "docs").rglob("*.md")),
        site_bytes=sum(path.stat().st_size for path in (ours / "site").rglob("*.*")),
        ours=built,
        stock=plain,
        conversion=conversion,
        load=os.getloadavg()[0],
    )


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _processor(measurements: Sequence[Measurement]) -> float:
    return statistics.median(each.processor_seconds for each in measurements)


def _peak(measurements: Sequence[Measurement]) -> float:
    return statistics.median(each.peak_bytes for each in measurements) / 1024**2


def exponent(small: tuple[float, float], large: tuple[float, float]) -> float:
    """By which power the second number grows with the first."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def format_library(built: Sequence[Built], *, machine: str, day: str) -> str:
    """The table, with what follows from it below."""
    head = (
        "Reports", "Pages", "Converted, s", "Processor, s", "Ours, s", "Processor, s", "Peak, MiB",
        "Stock, s", "Processor, s", "Ratio", "Site, MB", "Runs", "Load",
    )  # fmt: skip
    lines = [f"Measured on {day} on: {machine}.", "", f"| {' | '.join(head)} |"]
    lines.append(f"|{'--:|' * len(head)}")
    for each in built:
        cells = (
            str(each.reports),
            f"{each.pages:,}",
            f"{median_seconds(each.conversion):.1f}",
            f"{_processor(each.conversion):.1f}",
            f"{median_seconds(each.ours):.1f}",
            f"{_processor(each.ours):.1f}",
            f"{_peak(each.ours):.0f}",
            f"{median_seconds(each.stock):.1f}",
            f"{_processor(each.stock):.1f}",
            f"{each.ratio:.2f}",
            f"{each.site_bytes / 1e6:.1f}",
            str(len(each.ours)),
            f"{each.load:.1f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    small, large = built[0], built[-1]
    paragraphs = large.reports * CHAPTERS * SECTIONS * PARAGRAPHS
    time = exponent(
        (small.reports, _processor(small.ours)), (large.reports, _processor(large.ours))
    )
    size = exponent((small.reports, small.site_bytes), (large.reports, large.site_bytes))
    converted = paragraphs / _processor(large.conversion)
    lines += [
        "",
        (
            f"- {large.reports} reports: {large.ratio:.2f} times stock's processor time, "
            f"{median_seconds(large.ours) / median_seconds(large.stock):.2f} times its time."
        ),
        (
            f"- From {small.reports} to {large.reports} reports processor time grows with size to "
            f"the power of {time:.2f}, and the bytes of the site to the power of {size:.2f}."
        ),
        (
            f"- Converted: {converted:,.0f} paragraphs a second of processor time, "
            f"{paragraphs / median_seconds(large.conversion):,.0f} a second of the clock."
        ),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs: int = parser.parse_args().runs
    root = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="pilcrow-bench-") as scratch:
        built = [measure_library(root, Path(scratch), size, runs) for size in SIZES]
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    table = format_library(built, machine=describe_machine(), day=today)
    page = root / PAGE
    page.write_text(
        set_table(page.read_text(encoding="utf-8"), table, begin=BEGIN, end=END), encoding="utf-8"
    )
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
