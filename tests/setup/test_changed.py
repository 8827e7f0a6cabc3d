"""The fingerprint by which make decides what to do again."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def fingerprint(root: Path, tmp_path: Path) -> Callable[[], str]:
    """Gives the fingerprint of the folder `in put` below `tmp_path`, which has two files."""
    folder = tmp_path / "in put"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.md").write_text("one")
    (folder / "deep" / "b (Sect.16).md").write_text("two")

    script = str(root / "scripts" / "setup" / "changed.sh")

    def take() -> str:
        return subprocess.run(
            ["/bin/sh", script, "-x", "anchors.lock", "in put", "absent"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    return take


def _delete(folder: Path) -> None:
    (folder / "deep" / "b (Sect.16).md").unlink()


def _edit(folder: Path) -> None:
    (folder / "a.md").write_text("One")


def _add(folder: Path) -> None:
    (folder / "c.md").write_text("")


def _rename(folder: Path) -> None:
    (folder / "a.md").rename(folder / "z.md")


@pytest.mark.parametrize("change", [_delete, _edit, _add, _rename])
def test_a_change_of_the_inputs_changes_the_fingerprint(
    change: Callable[[Path], None], fingerprint: Callable[[], str], tmp_path: Path
) -> None:
    """A file deleted, edited, added or renamed makes the step run again."""
    before = fingerprint()
    change(tmp_path / "in put")
    assert fingerprint() != before


def _write_again(folder: Path) -> None:
    (folder / "a.md").write_text("one")


def _cache(folder: Path) -> None:
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_text("x")
    (folder / ".a.md.swp").write_text("x")
    (folder / "x.egg-info").mkdir()
    (folder / "x.egg-info" / "PKG-INFO").write_text("x")


def _write_a_lock(folder: Path) -> None:
    (folder / "deep" / "anchors.lock").write_text("para-1")


@pytest.mark.parametrize("change", [_write_again, _cache, _write_a_lock])
def test_what_is_no_change_keeps_the_fingerprint(
    change: Callable[[Path], None], fingerprint: Callable[[], str], tmp_path: Path
) -> None:
    """The same words written anew, caches and what is left out make no step run."""
    before = fingerprint()
    change(tmp_path / "in put")
    assert fingerprint() == before
