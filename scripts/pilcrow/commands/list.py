"""`pilcrow list`: the reports of the library."""

from __future__ import annotations

from pathlib import Path

import click

from pilcrow.commands.catalogue import Holding, holdings
from pilcrow.commands.options import docs_option, reports_option

_HEAD = ("symbol", "language", "date", "paragraphs", "title", "state")
_LONGEST = 60


@click.command(name="list")
@reports_option
@docs_option
def list_command(reports: Path, docs: Path) -> None:
    """List the reports: symbol, language, date, paragraphs, title and state.

    Converts nothing: a report that was not converted since it changed is told to be changed.
    """
    if not reports.is_dir():
        raise click.UsageError(f"{reports} is not a folder.")
    found = holdings(reports, docs)
    rows = [_HEAD, *(_row(holding) for holding in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())
    click.echo(f"{len(found)} {'report' if len(found) == 1 else 'reports'}.")


def _row(holding: Holding) -> tuple[str, ...]:
    title = holding.front.title if holding.front else ""
    # A source's own words are shown on one line, whatever they hold.
    title = " ".join("".join(sign if sign.isprintable() else " " for sign in title).split())
    return (
        holding.symbol or holding.folder.name,
        holding.language,
        holding.fact("date"),
        holding.fact("paragraphs").removeprefix("paras. ").removeprefix("para. "),
        title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…",
        holding.state,
    )
