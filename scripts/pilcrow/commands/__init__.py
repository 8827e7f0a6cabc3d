"""The command line: the one place that reads and writes files."""

from __future__ import annotations

import sys

import click

from pilcrow import __version__
from pilcrow.commands.add import add
from pilcrow.commands.build import build, serve
from pilcrow.commands.bundle import bundle
from pilcrow.commands.check import check
from pilcrow.commands.compare import compare
from pilcrow.commands.convert import convert
from pilcrow.commands.export import export
from pilcrow.commands.list import list_command
from pilcrow.commands.model import model
from pilcrow.commands.remove import remove
from pilcrow.commands.score import score_command

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pilcrow")
def cli() -> None:
    """United Nations reports as cross-referenced websites.

    Exit codes: 0 done; 1 the input has problems that need an editor; 2 wrong usage.
    """


for command in (
    add,
    list_command,
    remove,
    convert,
    check,
    model,
    export,
    compare,
    score_command,
    build,
    bundle,
    serve,
):
    cli.add_command(command)


def main() -> None:
    """Run a command; whatever goes wrong reaches the user as one line."""
    try:
        cli()
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        click.echo(f"{name}{error.strerror or error}", err=True)
        sys.exit(1)
