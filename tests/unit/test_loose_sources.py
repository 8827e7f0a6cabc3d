"""A source outside the reports folder is converted, and nothing is kept beside it."""

from __future__ import annotations

from pathlib import Path

from tests.unit.command import pilcrow
from tests.unit.made_up import HEAD

_BODY = "# I. One\n\n1. The first text.\n\n2. The second text.\n"


def test_two_loose_files_of_one_folder_do_not_meet(tmp_path: Path) -> None:
    """Each is a report of its own: no lock of the one is held against the other."""
    for number in ("7", "8"):
        text = (HEAD + _BODY).replace("E/CN.99/2024/7", f"E/CN.99/2024/{number}")
        (tmp_path / f"any-{number}.md").write_text(text, encoding="utf-8")
        run = pilcrow(tmp_path, "convert", f"any-{number}.md", "--docs", "docs")
        assert (run.returncode, run.stderr) == (0, "")
        assert (tmp_path / f"docs/en/E/CN.99/2024/{number}/i.md").is_file()
    assert not (tmp_path / "anchors.lock").exists()


def test_a_report_s_own_source_keeps_a_lock(tmp_path: Path) -> None:
    """Named as a report's source is, it publishes its ids."""
    source = tmp_path / "source.en.md"
    source.write_text(HEAD + _BODY, encoding="utf-8")
    assert pilcrow(tmp_path, "convert", "source.en.md", "--docs", "docs").returncode == 0
    assert "para-2" in (tmp_path / "anchors.lock").read_text(encoding="utf-8")
