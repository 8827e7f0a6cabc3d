"""Progress: told in a terminal while a long file is read, quiet everywhere else."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from pilcrow.pipeline import convert
from tests.unit.readers.pdf_file import numbered, pdf_file

_PILCROW = str(Path(sys.executable).with_name("pilcrow"))
_WORDS = (
    "the Commission took note of a report on lakes and asked for another by the next year".split()
)


def _long_pdf() -> bytes:
    # Lines that came again at the same height would be running heads.
    texts = (_WORDS[number % 17 :] + _WORDS * (4 + number % 3) for number in range(40))
    return pdf_file(*numbered([f"Again {' '.join(text)}." for text in texts]))


def _run_in_terminal(*arguments: str) -> str:
    """What `pilcrow` shows on a terminal as its standard error."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [_PILCROW, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"},
    ) as child:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            # The other end is closed.
            pass
        child.wait()
    os.close(ours)
    return shown.decode()


def test_a_reader_of_pages_tells_each_page() -> None:
    """How many are read, and of how many."""
    told: list[tuple[int, int]] = []
    convert(_long_pdf(), "long.pdf", watch=lambda read, pages: told.append((read, pages)))
    assert len(told) > 3
    assert told == [(number, len(told)) for number in range(1, len(told) + 1)]


@pytest.mark.parametrize("command", ["model", "convert", "add"])
def test_a_terminal_shows_the_pages_that_are_read(command: str, tmp_path: Path) -> None:
    """Alone, and below the bar of all that is converted."""
    source = tmp_path / "long.pdf"
    source.write_bytes(_long_pdf())
    places = ["--reports", str(tmp_path / "reports"), "--docs", str(tmp_path / "docs")]
    shown = _run_in_terminal(command, str(source), *(places if command != "model" else []))
    assert "Reading long.pdf, page" in shown
    assert ("Converting" in shown) == (command == "convert")


def test_elsewhere_nothing_is_shown(tmp_path: Path) -> None:
    """A log or a pipe gets problems alone."""
    source = tmp_path / "long.pdf"
    source.write_bytes(_long_pdf())
    done = subprocess.run([_PILCROW, "model", str(source)], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode == 0
