"""`pilcrow add`: a source put in place, or nothing touched."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pilcrow.commands import updating
from tests.unit.command import Run, pilcrow_inside
from tests.unit.commands.library_folder import broken, library, snapshot, source


def _file(folder: Path, text: str | bytes, name: str = "any.md") -> str:
    content = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(content)
    return name


def _add(folder: Path, *arguments: str) -> Run:
    return pilcrow_inside(folder, "add", *arguments)


def test_a_report_is_put_in_place_converted_and_told_of(tmp_path: Path) -> None:
    """Its folder is named after the symbol; the source is the file, byte for byte."""
    run = _add(tmp_path, _file(tmp_path, source()))
    assert (run.returncode, run.stderr) == (0, "")
    folder = tmp_path / "reports" / "E_CN.99_2024_7"
    assert (folder / "source.en.md").read_text(encoding="utf-8") == source()
    assert sorted(path.name for path in folder.iterdir()) == ["anchors.lock", "source.en.md"]
    assert (tmp_path / "docs/en/E/CN.99/2024/7/index.md").is_file()
    assert "3 paragraphs, 2 headings, 0 footnotes" in run.stdout
    assert "make site" in run.stdout


def test_a_report_with_problems_is_in_place_without_pages(tmp_path: Path) -> None:
    """So that its editor can settle them; each is named with its place."""
    run = _add(tmp_path, _file(tmp_path, broken(7)))
    assert run.returncode == 1
    assert "reports/E_CN.99_2024_7/source.en.md:" in run.stderr
    assert "1 problem needs an editor" in run.stdout
    assert (tmp_path / "reports/E_CN.99_2024_7/source.en.md").is_file()
    assert not (tmp_path / "docs/en/E").exists()


@pytest.mark.parametrize(
    "symbol",
    [
        "../../etc",
        "/etc/passwd",
        "E/../../x/1",
        "E/./1",
        "E//1",
        "E/%2e%2e/1",
        "E\\1",
        "..",
        "",
        " ",
        "E",
        "E/" + "9" * 200,
        "Е/2024/1",
        "~/2024/1",
        "C:/2024/1",
    ],
)
def test_a_symbol_that_is_none_is_refused(tmp_path: Path, symbol: str) -> None:
    """Wrong usage, and no file is touched: a symbol becomes a path."""
    _file(tmp_path, source())
    before = snapshot(tmp_path)
    assert _add(tmp_path, "any.md", "--symbol", symbol).returncode == 2
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("symbol", ["E/CN.99/../../../7", "E/CN.99/2024/" + "7" * 200])
def test_a_symbol_in_a_source_is_not_trusted_either(tmp_path: Path, symbol: str) -> None:
    """A masthead may say anything."""
    _file(tmp_path, source().replace("E/CN.99/2024/7", symbol))
    before = snapshot(tmp_path)
    run = _add(tmp_path, "any.md")
    assert run.returncode == 1
    assert "--symbol" in run.stderr
    assert snapshot(tmp_path) == before


def test_a_given_symbol_is_written_to_the_settings(tmp_path: Path) -> None:
    """Where the source does not say it."""
    text = source().replace("United Nations E/CN.99/2024/7\n\n", "")
    run = _add(tmp_path, _file(tmp_path, text))
    assert run.returncode == 1
    assert "it does not say its symbol" in run.stderr
    assert not (tmp_path / "reports").exists()
    run = _add(tmp_path, "any.md", "--symbol", "A/80/62–E/2025/12")
    assert run.returncode == 0
    settings = tmp_path / "reports" / "A_80_62" / "report.toml"
    assert settings.read_text(encoding="utf-8") == 'symbol = "A/80/62"\n'
    assert (tmp_path / "docs/en/A/80/62/index.md").is_file()


@pytest.mark.parametrize("content", [b"", b"   \n", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe\x00"])
def test_what_cannot_be_read_is_not_added(tmp_path: Path, content: bytes) -> None:
    """One line says why; nothing is put in place."""
    run = _add(tmp_path, _file(tmp_path, content), "--symbol", "A/80/1")
    assert run.returncode == 1
    assert "any.md was not added: nothing could be read from it." in run.stderr
    assert not (tmp_path / "reports").exists()


def test_a_report_that_is_there_is_replaced_only_when_told(tmp_path: Path) -> None:
    """The same file again is no fault; corrections and lock stay with a new source."""
    _add(tmp_path, _file(tmp_path, source()))
    before = snapshot(tmp_path / "reports")
    assert _add(tmp_path, "any.md").returncode == 0
    other = _file(tmp_path, source(words="Other words."), "other.md")
    assert _add(tmp_path, other).returncode == 2
    assert snapshot(tmp_path / "reports") == before
    assert _add(tmp_path, other, "--replace").returncode == 0
    after = snapshot(tmp_path / "reports")
    assert after["E_CN.99_2024_7/anchors.lock"] == before["E_CN.99_2024_7/anchors.lock"]
    assert b"Other words." in after["E_CN.99_2024_7/source.en.md"]
    assert b"Other words." in snapshot(tmp_path / "docs")["en/E/CN.99/2024/7/i.md"]


def test_the_same_file_again_finishes_what_a_killed_run_began(tmp_path: Path) -> None:
    """The source is in its place and the pages are not: they are made, and the code says so."""
    _add(tmp_path, _file(tmp_path, source()))
    whole = snapshot(tmp_path / "docs")
    place = tmp_path / "reports/E_CN.99_2024_7/source.en.md"
    for text, code in ((source(words="Other words."), 0), (source(), 0), (broken(7), 1)):
        place.write_text(text, encoding="utf-8")
        run = _add(tmp_path, _file(tmp_path, text))
        assert (run.returncode, "already, the same file" in run.stdout) == (code, True)
        other = b"Other words." in snapshot(tmp_path / "docs")["en/E/CN.99/2024/7/i.md"]
        assert other is ("Other words." in text)
    assert snapshot(tmp_path / "docs") == whole


def test_a_report_is_known_in_a_folder_of_another_name(tmp_path: Path) -> None:
    """By the symbol in its lock."""
    library(tmp_path, 7)
    (tmp_path / "reports/E_CN.99_2024_7").rename(tmp_path / "reports/mine")
    pilcrow_inside(tmp_path, "convert")
    _file(tmp_path, source(words="Other words."))
    assert "in reports/mine already" in _add(tmp_path, "any.md").stderr


def test_two_languages_of_a_report_have_a_folder_each(tmp_path: Path) -> None:
    """Each has its own lock and corrections; the name of a file may tell its language."""
    _add(tmp_path, _file(tmp_path, source()))
    assert _add(tmp_path, _file(tmp_path, source(words="Voici."), "any.fr.md")).returncode == 0
    assert (tmp_path / "reports/E_CN.99_2024_7.fr/source.fr.md").is_file()
    assert (tmp_path / "docs/fr/E/CN.99/2024/7/index.md").is_file()
    assert (tmp_path / "docs/en/E/CN.99/2024/7/index.md").is_file()
    assert _add(tmp_path, "any.md", "--language", "xx").returncode == 2


def test_a_file_of_the_library_itself_is_not_added_again(tmp_path: Path) -> None:
    """It is in place already."""
    library(tmp_path, 7)
    assert _add(tmp_path, "reports/E_CN.99_2024_7/source.en.md").returncode == 2


@pytest.mark.parametrize("failing", ["write_bytes", "write_text", "replace_pages", "glossaries"])
@pytest.mark.parametrize("there", ["new", "there"])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, there: str
) -> None:
    """Whatever step fails, for a new report and for one whose source is replaced."""
    library(tmp_path, 8)
    pilcrow_inside(tmp_path, "convert")
    if there == "there":
        _add(tmp_path, _file(tmp_path, source()))
    _file(tmp_path, source(words="The Other Made-up Office (OMUO) met."))
    before = snapshot(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "glossaries":
        monkeypatch.setattr("pilcrow.commands.add.write_glossaries", full)
    elif failing == "replace_pages":
        monkeypatch.setattr(updating, "replace_pages", full)
    else:
        genuine = getattr(Path, failing)

        def some(path: Path, *arguments: object, **options: object) -> object:
            if ".cache" not in path.parts and (
                "E_CN.99_2024_7" in str(path) or "2024/.7.new" in str(path)
            ):
                full()
            return genuine(path, *arguments, **options)

        monkeypatch.setattr(Path, failing, some)
    with pytest.raises(OSError, match="No space"):
        _add(tmp_path, "any.md", "--replace")
    monkeypatch.undo()
    assert snapshot(tmp_path) == before
    assert _add(tmp_path, "any.md", "--replace").returncode == 0


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    """A half-made folder goes; one that was moved aside comes back."""
    library(tmp_path, 7, 8)
    reports = tmp_path / "reports"
    (reports / "E_CN.99_2024_7").rename(reports / ".E_CN.99_2024_7.old")
    (reports / ".E_CN.99_2024_9.new").mkdir()
    (reports / ".E_CN.99_2024_9.new" / "source.en.md").write_bytes(b"half")
    assert pilcrow_inside(tmp_path, "convert").returncode == 0
    assert sorted(path.name for path in reports.iterdir() if not path.is_file()) == [
        ".cache",
        "E_CN.99_2024_7",
        "E_CN.99_2024_8",
    ]
    assert (tmp_path / "docs/en/E/CN.99/2024/7/index.md").is_file()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("https://docs.un.org/en/A/80/1", "Download the document first"),
        ("docs.un.org/en/A/80/1", "Download the document first"),
        ("folder", "is a folder"),
        ("not there.docx", "there is no such file"),
        ("pipe", "there is no such file"),
        ("astray.md", "there is no such file"),
    ],
)
def test_what_is_no_file_is_told_with_what_to_do(tmp_path: Path, name: str, told: str) -> None:
    """An address, a folder, a misspelt name, a pipe that would be waited for, a broken link."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "astray.md").symlink_to("nowhere")
    run = _add(tmp_path, name)
    assert run.returncode == 2
    assert told in run.stderr
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize(
    "name",
    [
        "Rapport sur l’été, final (2) – v1.md",
        "..md",
        "-r.md",
        "a" * 240 + ".md",
        "no ending",
        "b.PDF",
    ],
)
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    """Spaces, accents, dots, any length, and an ending that its content belies."""
    run = _add(tmp_path, "--", _file(tmp_path, source(), name))
    assert (run.returncode, run.stderr) == (0, "")
    folder = tmp_path / "reports" / "E_CN.99_2024_7"
    assert sorted(path.name for path in folder.iterdir()) == ["anchors.lock", "source.en.md"]
