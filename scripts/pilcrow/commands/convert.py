"""`pilcrow convert`: sources to Markdown pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pilcrow.commands.options import docs_option, reports_option, sources_argument
from pilcrow.commands.updating import convert_all


@click.command()
@sources_argument
@reports_option
@docs_option
@click.option(
    "--left",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a line for each report that is old or missing into this file, for make.",
)
def convert(sources: tuple[Path, ...], reports: Path, docs: Path, left: Path | None) -> None:
    """Convert SOURCES (files or report folders) to Markdown pages below --docs.

    Without SOURCES, all reports are brought up to date: those in which something changed are
    converted, in parallel. A report with open problems is named and left at its last good pages,
    the others go on; then the exit code is 1.
    """
    if not sources and not reports.is_dir():
        raise click.UsageError(f"{reports} is not a folder; name the sources or --reports.")
    sys.exit(0 if convert_all(sources, reports, docs, left=left) else 1)
