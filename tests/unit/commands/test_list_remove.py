"""`pilcrow list` and `pilcrow remove`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.unit.command import pilcrow_inside
from tests.unit.commands.library_folder import broken, library, snapshot, source


def _states(folder: Path) -> dict[str, str]:
    """Each report's symbol with its line of the list."""
    lines = pilcrow_inside(folder, "list").stdout.splitlines()[1:-1]
    return {line.split()[0]: line for line in lines}


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(
        ["git", *identity, *arguments],  # noqa: S607 - wherever the system has it
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_the_list_tells_what_each_report_is_and_needs(tmp_path: Path) -> None:
    """New, up to date, changed, with problems, unreadable; nothing is converted by it."""
    library(tmp_path, 7, 8, 9)
    assert _states(tmp_path)["E/CN.99/2024/7"].endswith("new: run pilcrow convert")
    pilcrow_inside(tmp_path, "convert")
    line = _states(tmp_path)["E/CN.99/2024/7"]
    assert line.split()[1:4] == ["en", "2024-03-13", "1–3"]
    assert "Cooperation in made-up affairs" in line
    assert line.endswith("up to date")
    reports = tmp_path / "reports"
    (reports / "E_CN.99_2024_7/source.en.md").write_text(broken(7), encoding="utf-8")
    (reports / "E_CN.99_2024_8/report.toml").write_text("title = ", encoding="utf-8")
    before = snapshot(tmp_path)
    states = _states(tmp_path)
    assert states["E/CN.99/2024/7"].endswith("changed: run pilcrow convert")
    assert "cannot be read" in states["E/CN.99/2024/8"]
    assert snapshot(tmp_path) == before
    pilcrow_inside(tmp_path, "convert")
    line = _states(tmp_path)["E/CN.99/2024/7"]
    assert line.endswith("1 problem needs an editor; the last good pages stay")
    assert pilcrow_inside(tmp_path, "list", "--reports", "none").returncode == 2


def test_only_what_git_holds_is_removed(tmp_path: Path) -> None:
    """Uncommitted or without git, it needs --force; after a removal git brings all back."""
    library(tmp_path, 7, 8)
    pilcrow_inside(tmp_path, "convert")
    before = snapshot(tmp_path)
    refused = pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/7")
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    _git(tmp_path, "init", "-q")
    assert pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/7").returncode == 1
    (tmp_path / ".gitignore").write_text(".cache/\n", encoding="utf-8")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-q", "-m", "All")
    lock = tmp_path / "reports/E_CN.99_2024_7/anchors.lock"
    lock.write_bytes(lock.read_bytes() + b"# more\n")
    assert pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/7").returncode == 1
    _git(tmp_path, "restore", ".")
    assert snapshot(tmp_path).items() >= before.items()
    run = pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/7")
    assert (run.returncode, run.stderr) == (0, "")
    own = [name for name in before if name.startswith("docs/en/E/CN.99/2024/7/")]
    assert f"{sum(name.endswith('.md') for name in own)} pages" in run.stdout
    assert not (tmp_path / "reports/E_CN.99_2024_7").exists()
    assert not (tmp_path / "docs/en/E/CN.99/2024/7").exists()
    assert (tmp_path / "docs/en/E/CN.99/2024/8/index.md").is_file()
    assert pilcrow_inside(tmp_path, "convert").returncode == 0
    _git(tmp_path, "restore", ".")
    assert snapshot(tmp_path).items() >= before.items()
    assert pilcrow_inside(tmp_path, "convert").returncode == 0


def test_a_removal_tells_which_references_break(tmp_path: Path) -> None:
    """By report and paragraph."""
    library(tmp_path, 7, 8)
    (tmp_path / "reports/E_CN.99_2024_8/source.en.md").write_text(
        source(8, cited="E/CN.99/2024/7"), encoding="utf-8"
    )
    pilcrow_inside(tmp_path, "convert")
    run = pilcrow_inside(tmp_path, "remove", "reports/E_CN.99_2024_7", "--force")
    assert run.returncode == 0
    assert "E/CN.99/2024/8, para. 2" in run.stdout
    other = pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/8", "--force")
    assert "References" not in other.stdout


def test_terms_go_with_the_last_report_that_uses_them(tmp_path: Path) -> None:
    """Their ids are given up on purpose; another report's stay. With the last report all goes."""
    library(tmp_path, 7, 8)
    own = source(8).replace("Made-up Office (MUO)", "Other Office (OTO)").replace("MUO", "OTO")
    (tmp_path / "reports/E_CN.99_2024_8/source.en.md").write_text(own, encoding="utf-8")
    pilcrow_inside(tmp_path, "convert")
    glossary = tmp_path / "docs/en/glossary.md"
    assert "OTO" in glossary.read_text(encoding="utf-8")
    run = pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/8", "--force")
    assert (run.returncode, run.stderr) == (0, "")
    assert "OTO" not in glossary.read_text(encoding="utf-8")
    assert "MUO" in glossary.read_text(encoding="utf-8")
    assert pilcrow_inside(tmp_path, "convert").returncode == 0
    pilcrow_inside(tmp_path, "remove", "E/CN.99/2024/7", "--force")
    assert snapshot(tmp_path) == {}


def test_what_is_not_there_cannot_be_removed(tmp_path: Path) -> None:
    """Nor anything outside the reports folder."""
    library(tmp_path, 7)
    for name in ("E/CN.99/2024/8", "../docs", "..", "/", ""):
        assert pilcrow_inside(tmp_path, "remove", name, "--force").returncode == 2
    assert (tmp_path / "docs").is_dir()
