"""Measures searching in browsers: `python -m tests.bench.search [--runs N] [--sizes 115,1150]`.

Writes its own table into the page of benchmarks; builds the site if there is none.
"""

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.bench.machine import describe_machine
from tests.bench.search_build import build_rows
from tests.bench.search_sites import Site, sites_of
from tests.bench.search_visits import Visit, visit
from tests.bench.table import set_table
from tests.browser.browsers import launch
from tests.browser.site_server import serve

PAGE = Path("docs/maintainers/benchmarks.md")
BEGIN = "<!-- bench search: begin -->"
END = "<!-- bench search: end -->"
SIZES = (115, 1_150, 11_500, 114_000)
RUNS = 20
_MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """The visits to one site by one browser over one way; none where no result came."""

    site: Site
    browser: str
    way: str
    visits: tuple[Visit, ...]


def measure(sites: Sequence[Site], browsers: Sequence[str], runs: int) -> tuple[SearchRow, ...]:
    """Visit the sites in turns, so that a busy spell falls on all of them."""
    rows: list[SearchRow] = []
    with sync_playwright() as driver:
        for name in browsers:
            browser = launch(driver, name)
            for way in ("file", "http"):
                # Stock search asks for its index by fetch: it does not start from a folder.
                answering = [one for one in sites if way == "http" or one.engine != "Material"]
                visits: list[list[Visit]] = [[] for _ in answering]
                for turn in range(runs + 1):
                    for site, kept in zip(answering, visits, strict=True):
                        with serve(site.folder) as served:
                            base = served if way == "http" else f"{site.folder.as_uri()}/"
                            try:
                                found = visit(browser, base + site.page)
                            except Error as error:
                                sys.stderr.write(f"{site.engine}, {name}, {way}: {error}\n")
                                continue
                        # The first round fills the caches of files and is thrown away.
                        if turn:
                            kept.append(found)
                rows += [
                    SearchRow(site=site, browser=name, way=way, visits=tuple(kept))
                    for site, kept in zip(answering, visits, strict=True)
                ]
            browser.close()
    return tuple(rows)


def _median(visits: Sequence[Visit], of: Callable[[Visit], float]) -> str:
    return f"{statistics.median(of(one) for one in visits):,.0f}" if visits else "–"


def _cells(row: SearchRow) -> tuple[str, ...]:
    visits = row.visits
    heaps = [one.heap_bytes / _MB for one in visits if one.heap_bytes is not None]
    return (
        f"{row.site.paragraphs:,}",
        row.site.engine,
        f"{row.browser}, {row.way}",
        _median(visits, lambda one: one.opened),
        _median(visits, lambda one: one.focused),
        _median(visits, lambda one: one.further),
        _median(visits, lambda one: one.longest),
        f"{statistics.median(heaps):.1f}" if heaps else "–",
        str(len(visits)),
    )


def search_table(rows: Sequence[SearchRow]) -> str:
    """Medians in milliseconds and megabytes, a row a site, browser and way."""
    head = (
        "Paragraphs", "Engine", "Where", "Opened to first result, ms", "Focus to first result, ms",
        "Further query, ms", "Longest task, ms", "Heap, MB", "Runs",
    )  # fmt: skip
    lines = [f"| {' | '.join(head)} |", "|--:|---|---|--:|--:|--:|--:|--:|--:|"]
    return "\n".join([*lines, *(f"| {' | '.join(_cells(row))} |" for row in rows)]) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--browsers", default="chromium,firefox")
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")]
    root = Path.cwd()
    if not (root / "site" / "index.html").is_file():
        subprocess.run([str(Path(sys.executable).with_name("pilcrow")), "build"], check=True)
    builds = build_rows(sizes, root)
    rows: list[SearchRow] = []
    for size in sizes:
        sys.stderr.write(f"Measuring: search in {size:,} paragraphs …\n")
        with tempfile.TemporaryDirectory(prefix="pilcrow-bench-") as scratch:
            sites = sites_of(root / "site", Path(scratch), size)
            rows += measure(sites, given.browsers.split(","), given.runs)
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    table = f"Measured on {today} on: {describe_machine()}.\n\n{builds}\n{search_table(rows)}"
    page = root / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(set_table(text, table, begin=BEGIN, end=END), encoding="utf-8")
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
