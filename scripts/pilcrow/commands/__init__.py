"""The command line: the one place that reads and writes files."""

from __future__ import annotations

import importlib
import sys

import click

from pilcrow import __version__

__all__ = ["main"]

_COMMANDS = {
    "add": "add.add",
    "list": "list.list_command",
    "remove": "remove.remove",
    "convert": "convert.convert",
    "check": "check.check",
    "model": "model.model",
    "export": "export.export",
    "compare": "compare.compare",
    "score": "score.score_command",
    "build": "build.build",
    "bundle": "bundle.bundle",
    "serve": "build.serve",
}


class _Commands(click.Group):
    """Loads a command when it is asked for: those that convert load far more than the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{module}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pilcrow")
def cli() -> None:
    """United Nations reports as cross-referenced websites.

    Exit codes: 0 done; 1 the input has problems that need an editor; 2 wrong usage.
    """


_WAY_OUT = "Make room on the disk or mend the permissions there, and run the command again."


def main() -> None:
    """Run a command; whatever goes wrong reaches the user as one line."""
    try:
        cli()
    except OSError as error:
        where = error.filename or "the disk"
        click.echo(f"{where}: no-access: {error.strerror or error}. Hint: {_WAY_OUT}", err=True)
        sys.exit(1)
