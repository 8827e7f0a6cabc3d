"""Runs the project's own command as a user does."""

import contextlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from pilcrow.commands import cli

PILCROW = (sys.executable, "-c", "from pilcrow.commands import main; main()")
"""The command line of `pilcrow`, in the Python that runs the tests."""


@dataclass(frozen=True)
class Run:
    """What a run gave back."""

    returncode: int
    stdout: str
    stderr: str


def pilcrow(folder: Path, *arguments: str) -> Run:
    """Run `pilcrow` in a folder, in a process of its own; a traceback fails the test."""
    result = subprocess.run(
        [*PILCROW, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=600,
    )
    assert "Traceback" not in result.stderr, result.stderr
    return Run(result.returncode, result.stdout, result.stderr)


def pilcrow_inside(folder: Path, *arguments: str) -> Run:
    """The same in this process, for tables of many cases; an exception fails the test."""
    with contextlib.chdir(folder):
        result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    return Run(result.exit_code, result.stdout, result.stderr)
