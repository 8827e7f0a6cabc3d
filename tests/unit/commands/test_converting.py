"""Many reports converted: only what changed, in parallel, none in another's way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pilcrow.commands import updating
from pilcrow.commands.converting import convert_sources
from pilcrow.library import find_reports
from tests.unit.command import pilcrow, pilcrow_inside
from tests.unit.commands.library_folder import broken, library, snapshot, source


def _converted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Run convert and tell which reports were converted."""
    names: list[str] = []
    genuine = convert_sources

    def spy(paths, *arguments, **options):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002, ANN003, ANN202
        names.extend(path.name for path in paths)
        return genuine(paths, *arguments, processes=1, **options)

    monkeypatch.setattr(updating, "convert_sources", spy)
    pilcrow_inside(folder, "convert")
    monkeypatch.undo()
    return names


def _edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_only_a_changed_report_is_converted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its source, settings, corrections, lock or pages, or the cache that knows it."""
    library(tmp_path, 7, 8)
    seven, eight = "E_CN.99_2024_7", "E_CN.99_2024_8"
    report = tmp_path / "reports" / seven
    assert _converted(tmp_path, monkeypatch) == [seven, eight]
    first = snapshot(tmp_path)
    assert _converted(tmp_path, monkeypatch) == []
    _edit(report / "source.en.md", "said so", "said no")
    assert _converted(tmp_path, monkeypatch) == [seven]
    _edit(report / "source.en.md", "said no", "said so")
    (report / "report.toml").write_text('title = "Another title"\n', encoding="utf-8")
    assert _converted(tmp_path, monkeypatch) == [seven]
    (report / "report.toml").unlink()
    _edit(report / "anchors.lock", "para-3\n", "para-3\nold -> para-3\n")
    assert _converted(tmp_path, monkeypatch) == [seven]
    _edit(report / "anchors.lock", "old -> para-3\n", "")
    assert _converted(tmp_path, monkeypatch) == [seven]
    _edit(tmp_path / "docs/en/E/CN.99/2024/8/i.md", "said so", "by hand")
    assert _converted(tmp_path, monkeypatch) == [eight]
    (tmp_path / "reports" / ".cache" / f"{eight}.json").write_text("{}", encoding="utf-8")
    assert _converted(tmp_path, monkeypatch) == [eight]
    (tmp_path / "reports" / "glossary.toml").write_text("", encoding="utf-8")
    assert _converted(tmp_path, monkeypatch) == [seven, eight]
    (tmp_path / "reports" / "glossary.toml").unlink()
    _converted(tmp_path, monkeypatch)
    assert snapshot(tmp_path) == first


def test_a_bad_report_is_named_and_keeps_its_last_good_pages(tmp_path: Path) -> None:
    """The others are converted; the glossary keeps the terms of the pages that stay."""
    library(tmp_path, 7, 8, 9)
    assert pilcrow(tmp_path, "convert").returncode == 0
    good = snapshot(tmp_path / "docs")
    for number, text in ((7, broken(7)), (8, ""), (9, source(9, words="It said more."))):
        path = tmp_path / "reports" / f"E_CN.99_2024_{number}" / "source.en.md"
        path.write_text(text, encoding="utf-8")
    for _ in range(2):
        # The second time, what is known of them is told again.
        run = pilcrow(tmp_path, "convert")
        assert run.returncode == 1
        assert "E_CN.99_2024_7/source.en.md:" in run.stderr
        assert "missing" in run.stderr
        assert "E_CN.99_2024_8/source.en.md:1: empty-source" in run.stderr
        after = snapshot(tmp_path / "docs")
        changed = {name for name in good if good[name] != after[name]}
        assert "en/E/CN.99/2024/9/i.md" in changed
        assert all(name.startswith("en/E/CN.99/2024/9/") for name in changed)
        assert after.keys() == good.keys()


def test_many_processes_give_what_one_gives(tmp_path: Path) -> None:
    """In the same order."""
    library(tmp_path, 7, 8, 9, 10)
    paths = find_reports(tmp_path / "reports")
    (paths[2] / "source.en.md").write_text(broken(8), encoding="utf-8")
    alone = tuple(convert_sources(paths, (), "glossary.toml", processes=1))
    assert tuple(convert_sources(paths, (), "glossary.toml", processes=3)) == alone
    assert [outcome.rendered is None for outcome in alone] == [False, False, True, False]


class _Deadly(type(Path())):  # type: ignore[misc]
    """A path that ends the process it is sent to."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)


def test_a_process_that_dies_takes_no_other_report_with_it(tmp_path: Path) -> None:
    """A killed one is named; all others are converted."""
    library(tmp_path, 7, 8, 9)
    first, second, third = find_reports(tmp_path / "reports")
    outcomes = tuple(
        convert_sources([first, _Deadly(second), third], (), "glossary.toml", processes=2)
    )
    assert [outcome.rendered is None for outcome in outcomes] == [False, True, False]
    (problem,) = outcomes[1].problems
    assert problem.rule == "conversion-failed"


def test_a_fault_of_ours_is_a_problem_of_one_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its kind is named, and no traceback is shown."""
    library(tmp_path, 7, 8)
    monkeypatch.setattr("pilcrow.commands.converting.render", _raises)
    outcomes = tuple(convert_sources(find_reports(tmp_path / "reports"), (), "g", processes=1))
    assert {problem.rule for outcome in outcomes for problem in outcome.problems} == {
        "conversion-failed"
    }
    assert "RecursionError: too deep" in str(outcomes[0].problems[0])


def _raises(*_: object) -> None:
    raise RecursionError("too deep\nand more")


def test_the_same_report_in_two_folders_is_named(tmp_path: Path) -> None:
    """The first keeps the pages; the second is told, run after run."""
    library(tmp_path, 7)
    (tmp_path / "reports" / "Z").mkdir()
    other = tmp_path / "reports" / "Z" / "source.en.md"
    other.write_text(source(7, words="Another text."), encoding="utf-8")
    for _ in range(2):
        run = pilcrow(tmp_path, "convert")
        assert run.returncode == 1
        assert run.stderr.startswith("reports/Z:1: duplicate-report: E/CN.99/2024/7 is already in")
        page = tmp_path / "docs/en/E/CN.99/2024/7/i.md"
        assert "said so" in page.read_text(encoding="utf-8")
    other.unlink()
    other.parent.rmdir()
    assert pilcrow(tmp_path, "convert").returncode == 0
