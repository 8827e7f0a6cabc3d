"""Measures searching in browsers: `python -m tests.bench.search`.

`--sizes`, `--browsers`, `--ways` and `--runs` measure less than all. `--results FILE` adds what was
measured to a file, so that a long measurement can be made in pieces; the table on the page of
benchmarks is always of all that the file holds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.bench.search_build import Build
from tests.bench.search_sites import Site, sites_of
from tests.bench.search_table import Measured, search_text
from tests.bench.search_visits import Visit, visit
from tests.bench.table import set_table
from tests.browser.browsers import launch
from tests.browser.site_server import serve

PAGE = Path("docs/maintainers/benchmarks.md")
BEGIN = "<!-- bench search: begin -->"
END = "<!-- bench search: end -->"
SIZES = (115, 1_150, 11_500, 114_000)
RUNS = 20
FAILURES = 3


def measure(sites: Sequence[Site], browser_name: str, way: str, runs: int) -> list[Measured]:
    """Visit the sites in turns, so that a busy spell falls on all of them.

    A site that fails several times in a row is given up: it has no visits.
    """
    # Stock search asks for its index by fetch: it does not start from a folder.
    answering = [one for one in sites if way == "http" or one.engine != "Material"]
    visits: list[list[Visit]] = [[] for _ in answering]
    failed = [0] * len(answering)
    load = os.getloadavg()[0]
    with sync_playwright() as driver, ExitStack() as stack:
        browser = launch(driver, browser_name)
        bases = [
            stack.enter_context(serve(one.folder)) if way == "http" else f"{one.folder.as_uri()}/"
            for one in answering
        ]
        # The first round fills the caches of files and is thrown away.
        for turn in range(runs + 1):
            for number, (site, base) in enumerate(zip(answering, bases, strict=True)):
                if failed[number] >= FAILURES:
                    continue
                try:
                    found = visit(browser, base + site.page)
                except Error as error:
                    sys.stderr.write(f"{site.engine}, {browser_name}, {way}: {error}\n")
                    failed[number] += 1
                    continue
                failed[number] = 0
                if turn:
                    visits[number].append(found)
        browser.close()
    load = (load + os.getloadavg()[0]) / 2
    return [
        Measured(
            engine=site.engine,
            paragraphs=site.paragraphs,
            browser=browser_name,
            way=way,
            load=load,
            visits=tuple(kept),
        )
        for site, kept in zip(answering, visits, strict=True)
    ]


def _read(results: Path) -> tuple[list[Build], list[Measured]]:
    builds: list[Build] = []
    rows: list[Measured] = []
    for line in results.read_text(encoding="utf-8").splitlines() if results.is_file() else ():
        given = json.loads(line)
        if "seconds" in given:
            builds.append(Build(**given))
        else:
            visits = tuple(
                Visit(**{**one, "keystrokes": tuple(one["keystrokes"])})
                for one in given.pop("visits")
            )
            rows.append(Measured(**given, visits=visits))
    return builds, rows


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--browsers", default="chromium,firefox")
    parser.add_argument("--ways", default="file,http")
    parser.add_argument("--results", type=Path)
    given = parser.parse_args(arguments)
    root = Path.cwd()
    if not (root / "site" / "index.html").is_file():
        subprocess.run([str(Path(sys.executable).with_name("pilcrow")), "build"], check=True)
    with tempfile.TemporaryDirectory(prefix="pilcrow-bench-") as scratch:
        results = given.results or Path(scratch) / "results"
        for size in map(int, given.sizes.split(",")):
            sys.stderr.write(f"Measuring: search in {size:,} paragraphs …\n")
            sites, cost = sites_of(root / "site", root / "docs" / "en", Path(scratch), size)
            with results.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(asdict(cost)) + "\n")
                for browser in given.browsers.split(","):
                    for way in given.ways.split(","):
                        for row in measure(sites, browser, way, given.runs):
                            lines.write(json.dumps(asdict(row)) + "\n")
                        lines.flush()
        table = search_text(*_read(results))
    page = root / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(set_table(text, table, begin=BEGIN, end=END), encoding="utf-8")
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
