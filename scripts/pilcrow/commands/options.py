"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

sources_argument = click.argument("sources", nargs=-1, type=click.Path(exists=True, path_type=Path))
reports_option = click.option(
    "--reports",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="The folder of reports; all of them are taken where no SOURCES are given.",
)
docs_option = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="Where the pages of the reports stand.",
)
site_option = click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder of the built site.",
)
