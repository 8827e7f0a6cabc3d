"""`pilcrow export SOURCE`: the report as one of its machine editions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pilcrow.commands.reading import print_problems, read_report, unsettled
from pilcrow.editions import EDITIONS, edition


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(tuple(EDITIONS)),
    default="json",
    show_default=True,
    help="The model as JSON, the whole report as Markdown, or Akoma Ntoso XML.",
)
def export(source: Path, form: str) -> None:
    """Print the report in SOURCE (a file, or a report's folder) for another program.

    It is printed even where problems remain; then the exit code is 1.
    """
    read, report = read_report(source)
    aliases = read.lock.aliases if read is not None else {}
    sys.stdout.buffer.write(edition(report, form, aliases).encode("utf-8"))
    sys.stdout.flush()
    print_problems(report.problems)
    sys.exit(1 if unsettled(report.problems) else 0)
