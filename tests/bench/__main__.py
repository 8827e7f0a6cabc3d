"""Runs every benchmark and sets the table into the page: `python -m tests.bench`."""

import datetime as dt
import sys
import tempfile
from pathlib import Path

from tests.bench.machine import describe_machine
from tests.bench.rows import ALL, TooSlowError, Workspace
from tests.bench.table import Row, format_table, set_table

RUNS = 5
PAGE = Path("docs/maintainers/benchmarks.md")


def main() -> int:
    """Measure, print and write; 1 where a bound is passed (the table is then left as it was)."""
    root = Path.cwd()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="pilcrow-bench-") as scratch:
        workspace = Workspace(root=root, scratch=Path(scratch), runs=RUNS)
        for benchmark in ALL:
            sys.stderr.write(f"Measuring: {benchmark.__name__.replace('_', ' ')} …\n")
            try:
                rows += benchmark(workspace)
            except TooSlowError as error:
                sys.stderr.write(f"make bench: {error}\n")
                return 1
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    table = format_table(rows, machine=describe_machine(), day=today)
    page = root / PAGE
    page.write_text(set_table(page.read_text(encoding="utf-8"), table), encoding="utf-8")
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
