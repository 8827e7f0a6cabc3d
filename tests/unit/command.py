"""Runs the project's own command as a user does."""

import subprocess
import sys
from pathlib import Path

PILCROW = (sys.executable, "-c", "from pilcrow.commands import main; main()")
"""The command line of `pilcrow`, in the Python that runs the tests."""


def pilcrow(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `pilcrow` in a folder; output as text, and a line of it never a traceback."""
    result = subprocess.run(
        [*PILCROW, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=300,
    )
    assert "Traceback" not in result.stderr, result.stderr
    return result
