"""The committed pages are what the committed sources give, byte for byte."""

import os
import shutil
from pathlib import Path

import pytest

from tests.unit.command import pilcrow

_GENERATED = ("en", "fr", "es", "ru", "ar", "zh")


def _files(folder: Path) -> dict[str, bytes]:
    """Every file of the language folders below `folder`, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for language in _GENERATED
        for path in sorted((folder / language).rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def workplace(tmp_path: Path, root: Path) -> Path:
    """A folder with the committed reports and no pages."""
    shutil.copytree(root / "reports", tmp_path / "reports")
    return tmp_path


def test_converting_every_report_gives_the_committed_pages(workplace: Path, root: Path) -> None:
    """Every page, the glossary too; a page that no source gives any more fails as well."""
    result = pilcrow(workplace, "convert")
    assert result.returncode == 0, result.stderr
    if os.environ.get("PILCROW_UPDATE_GOLDEN"):
        assert pilcrow(root, "convert").returncode == 0
    made, committed = _files(workplace / "docs"), _files(root / "docs")
    assert made
    assert sorted(made) == sorted(committed)
    assert [name for name in made if made[name] != committed[name]] == []


def test_converting_every_report_gives_the_committed_locks(workplace: Path, root: Path) -> None:
    """A lock made from nothing holds the ids of the committed one, and rewriting changes none."""
    assert pilcrow(workplace, "convert").returncode == 0
    locks = sorted((root / "reports").rglob("*.lock"))
    assert locks
    for lock in locks:
        copy = workplace / lock.relative_to(root)
        assert copy.read_bytes() == lock.read_bytes()


def test_converting_twice_writes_nothing_the_second_time(workplace: Path) -> None:
    """Pages that are as they should be keep their time of change."""
    assert pilcrow(workplace, "convert").returncode == 0
    before = {path: path.stat().st_mtime_ns for path in workplace.rglob("*") if path.is_file()}
    assert pilcrow(workplace, "convert").returncode == 0
    after = {path: path.stat().st_mtime_ns for path in workplace.rglob("*") if path.is_file()}
    assert after == before


def test_a_changed_word_shows_as_a_page_that_is_not_current(workplace: Path) -> None:
    """`check` compares the committed pages with what the source gives: it can fail."""
    assert pilcrow(workplace, "convert").returncode == 0
    assert pilcrow(workplace, "check").returncode == 0
    page = next((workplace / "docs" / "en").rglob("i.md"))
    page.write_text(page.read_text(encoding="utf-8").replace("the", "teh", 1), encoding="utf-8")
    changed = pilcrow(workplace, "check")
    assert changed.returncode == 1
    assert "page-not-current" in changed.stderr
    assert "i.md" in changed.stderr
