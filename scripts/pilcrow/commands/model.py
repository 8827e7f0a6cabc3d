"""`pilcrow model SOURCE`: the report as JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pilcrow.commands.reading import print_problems, read_report, unsettled
from pilcrow.json_model import report_text


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
def model(source: Path) -> None:
    """Print the report in SOURCE (a file, or a report's folder) as JSON.

    The JSON is printed even where problems remain; then the exit code is 1.
    """
    _, report = read_report(source)
    sys.stdout.buffer.write(report_text(report).encode("utf-8"))
    sys.stdout.flush()
    print_problems(report.problems)
    sys.exit(1 if unsettled(report.problems) else 0)
