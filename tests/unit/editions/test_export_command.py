"""`pilcrow export`: each edition on standard output, with the exit codes of the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.command import pilcrow_inside
from tests.unit.editions.akn_reading import parsed, schema_errors
from tests.unit.made_up import HEAD

GOOD = HEAD + "# I. One\n\n1. The words stand here, é and 中.\n\n2. Two.\n"


def _source(folder: Path, text: str) -> str:
    (folder / "a.md").write_text(text, encoding="utf-8")
    return "a.md"


def test_each_edition_is_printed(tmp_path: Path) -> None:
    """JSON is that of `pilcrow model`, byte for byte; the others hold the words too."""
    name = _source(tmp_path, GOOD)
    model = pilcrow_inside(tmp_path, "model", name)
    json_edition = pilcrow_inside(tmp_path, "export", name)
    assert json_edition.returncode == 0
    assert json_edition.stdout == model.stdout
    assert json.loads(json_edition.stdout)["schema"] == "pilcrow/report/1"
    markdown = pilcrow_inside(tmp_path, "export", name, "--to", "markdown")
    assert "\n\n1\\. The words stand here, é and 中.\n\n" in markdown.stdout
    akn = pilcrow_inside(tmp_path, "export", name, "--to", "akn")
    assert schema_errors(parsed(akn.stdout)) == []
    assert "The words stand here, é and 中." in akn.stdout


@pytest.mark.parametrize("form", ["json", "markdown", "akn"])
def test_what_has_problems_is_printed_and_said(tmp_path: Path, form: str) -> None:
    """Exit 1, each problem a line of standard error, the edition whole."""
    name = _source(tmp_path, GOOD.replace("2. Two", "7. Two"))
    done = pilcrow_inside(tmp_path, "export", name, "--to", form)
    assert done.returncode == 1
    assert "missing-paragraph" in done.stderr
    assert "The words stand here" in done.stdout


def test_bytes_that_are_no_text_give_an_empty_edition_and_the_problem(tmp_path: Path) -> None:
    """No traceback; the file is valid all the same."""
    (tmp_path / "a.md").write_bytes(b"\xff\xfe\x00\x01")
    done = pilcrow_inside(tmp_path, "export", "a.md", "--to", "akn")
    assert done.returncode == 1
    assert done.stderr.startswith("a.md:")
    assert schema_errors(parsed(done.stdout)) == []


@pytest.mark.parametrize("arguments", [("no.md",), ("a.md", "--to", "docx"), ()])
def test_wrong_usage_exits_with_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A file that is not there, a form that is not known, no source."""
    _source(tmp_path, GOOD)
    assert pilcrow_inside(tmp_path, "export", *arguments).returncode == 2


def test_the_lock_tells_what_an_id_was(tmp_path: Path) -> None:
    """A report's folder is exported with its aliases."""
    (tmp_path / "source.en.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "anchors.lock").write_text("para-1\npara-9 -> para-2\n", encoding="utf-8")
    done = pilcrow_inside(tmp_path, "export", ".", "--to", "akn")
    assert '<paragraph eId="para_2" wId="para_9">' in done.stdout
