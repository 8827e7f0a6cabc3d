"""One bad report never stops the others: it is named and left at its last good state."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from pilcrow.commands.writing import replace_pages
from tests.unit.command import Run, pilcrow_inside
from tests.unit.commands.library_folder import broken, library, snapshot, source

BAD, OTHER = "E_CN.99_2024_7", "E_CN.99_2024_8"
LEFT = "left.txt"


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two small reports are not worth two new processes."""
    monkeypatch.setattr("pilcrow.commands.converting.os.cpu_count", lambda: 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two good reports, converted."""
    folder = library(tmp_path_factory.mktemp("made"), 7, 8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pilcrow.commands.converting.os.cpu_count", lambda: 1)
        assert _convert(folder).returncode == 0
    assert (folder / LEFT).read_text(encoding="utf-8") == ""
    return folder


@pytest.fixture
def good(made: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    # The memory knows the docs folder by its path.
    for name, content in snapshot(made).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def _convert(folder: Path) -> Run:
    """Convert, as make does."""
    return pilcrow_inside(folder, "convert", "--left", LEFT)


def _text(name: str, text: str) -> Callable[[Path], None]:
    def write(report: Path) -> None:
        (report / name).write_text(text, encoding="utf-8")

    return write


def _no_source(report: Path) -> None:
    """With something else beside it: an empty folder is no report."""
    (report / "source.en.md").unlink()
    (report / "report.toml").write_text("", encoding="utf-8")


def _not_a_report(report: Path) -> None:
    (report / "source.en.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def _encrypted(report: Path) -> None:
    """A PDF that says it is encrypted, as small as PDFium reads one."""
    (report / "source.en.md").unlink()
    (report / "source.en.pdf").write_bytes(_ENCRYPTED)


def _merged(report: Path) -> None:
    lock = report / "anchors.lock"
    lock.write_text(
        lock.read_text(encoding="utf-8").replace("para-2\n", "<<<<<<< HEAD\npara-2\n"),
        encoding="utf-8",
    )


def _fewer_paragraphs(report: Path) -> None:
    """The published id of paragraph 3 would vanish."""
    text = source(7).replace("3. The third text.\n", "")
    (report / "source.en.md").write_text(text, encoding="utf-8")


_OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    b"<</Filter/Standard/V 1/R 2/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -4>>",
)
_ENCRYPTED = (
    b"%PDF-1.4\n"
    + b"".join(b"%d 0 obj%sendobj\n" % (at, body) for at, body in enumerate(_OBJECTS, 1))
    + b"trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF\n"
)

KINDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "source missing": (_no_source, "missing-source"),
    "empty source": (_text("source.en.md", ""), "empty-source"),
    "not a report": (_not_a_report, "not-text"),
    "encrypted": (_encrypted, "encrypted-source"),
    "a paragraph missing": (_text("source.en.md", broken(7)), "missing-paragraph"),
    "corrections that are no TOML": (_text("corrections.toml", "[[replace]\nat = "), "bad-toml"),
    "a correction of no kind": (_text("corrections.toml", "[[mend]]\n"), "bad-corrections"),
    "a stale correction": (
        _text(
            "corrections.toml",
            '[[replace]]\nat = "para-1"\nold = "nowhere"\nnew = "here"\nreason = "So."\n',
        ),
        "stale-correction",
    ),
    "a stale settlement": (
        _text(
            "indexes.toml",
            '[[remove]]\nindex = "states"\nat = "para-1"\nwords = "Chad"\nreason = "So."\n',
        ),
        "stale-settlement",
    ),
    "settings that are none": (_text("report.toml", "symbol = 7\n"), "bad-settings"),
    "an id that would vanish": (_fewer_paragraphs, "anchor-vanished"),
    "a lock with a conflict": (_merged, "bad-lock"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_that_was_good_stays_as_it_was(good: Path, kind: str) -> None:
    """In a fresh clone too, which remembers nothing.

    It is named with the rule, once more in a line at the end; another that changed is new.
    """
    before = snapshot(good / "docs")
    spoil, rule = KINDS[kind]
    spoil(good / "reports" / BAD)
    changed = good / "reports" / OTHER / "source.en.md"
    changed.write_text(source(8, words="It said more."), encoding="utf-8")
    run = _convert(good)
    assert run.returncode == 1
    assert f": {rule}: " in run.stderr
    after = snapshot(good / "docs")
    assert after.keys() == before.keys()
    differing = {name for name in after if after[name] != before[name]}
    assert "en/E/CN.99/2024/8/i.md" in differing
    assert all(name.startswith("en/E/CN.99/2024/8/") for name in differing)
    told = (good / LEFT).read_text(encoding="utf-8").splitlines()
    assert told[0] == (f"E/CN.99/2024/7 (reports/{BAD}) is old: its last good pages stay ({rule}).")
    assert told == run.stdout.splitlines()
    line = pilcrow_inside(good, "list").stdout.splitlines()[1]
    assert line.split()[:4] == ["E/CN.99/2024/7", "en", "2024-03-13", "1–3"]


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if "id" not in kind and "lock" not in kind]
)
def test_a_report_that_never_was_good_has_no_pages(tmp_path: Path, kind: str) -> None:
    """The others are there, and the glossary is made from them."""
    library(tmp_path, 7, 8)
    spoil, rule = KINDS[kind]
    spoil(tmp_path / "reports" / BAD)
    run = _convert(tmp_path)
    assert run.returncode == 1
    assert not (tmp_path / "docs/en/E/CN.99/2024/7").exists()
    assert (tmp_path / "docs/en/E/CN.99/2024/8/index.md").is_file()
    assert "MUO" in (tmp_path / "docs/en/glossary.md").read_text(encoding="utf-8")
    told = (tmp_path / LEFT).read_text(encoding="utf-8")
    assert told == f"reports/{BAD} is missing: it has no pages yet ({rule}).\n"


def test_mended_it_is_good_again(good: Path) -> None:
    """The control: nothing is told then, and the pages are what a library never broken has."""
    before = snapshot(good)
    for spoil, _ in KINDS.values():
        spoil(good / "reports" / BAD)
        _convert(good)
        for path in (good / "reports" / BAD).iterdir():
            path.unlink()
        for name, content in before.items():
            if name.startswith(f"reports/{BAD}/"):
                (good / name).write_bytes(content)
    run = _convert(good)
    assert (run.returncode, run.stderr) == (0, "")
    assert snapshot(good) == before


def test_pages_that_stand_are_taken_by_no_other_report(good: Path) -> None:
    """Neither by a copy that comes first by name nor while their own report is bad."""
    before = snapshot(good / "docs")
    copy = good / "reports" / "A"
    copy.mkdir()
    (copy / "source.en.md").write_text(source(7, words="A copy."), encoding="utf-8")
    for text in (source(7), broken(7)):
        (good / "reports" / BAD / "source.en.md").write_text(text, encoding="utf-8")
        run = _convert(good)
        assert (
            "reports/A:1: duplicate-report: E/CN.99/2024/7 is already in reports/E_" in run.stderr
        )
        assert snapshot(good / "docs") == before


def test_a_report_that_cannot_be_written_stops_no_other(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk, or in a folder that may not be written; the next run makes it good."""
    before = snapshot(good / "docs")
    for number in (7, 8):
        path = good / "reports" / f"E_CN.99_2024_{number}" / "source.en.md"
        path.write_text(source(number, words="It said more."), encoding="utf-8")

    def full(folder: Path, pages: dict[str, str]) -> bool:
        if folder.name == "7":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace_pages(folder, pages)

    monkeypatch.setattr("pilcrow.commands.updating.replace_pages", full)
    run = _convert(good)
    assert run.returncode == 1
    assert "not-written" in run.stderr
    assert "No space left on device" in run.stderr
    after = snapshot(good / "docs")
    assert {name for name in before if after[name] == before[name]} >= {
        name for name in before if "/7/" in name
    }
    assert b"It said more." in after["en/E/CN.99/2024/8/i.md"]
    monkeypatch.undo()
    assert _convert(good).returncode == 0
    assert b"It said more." in snapshot(good / "docs")["en/E/CN.99/2024/7/i.md"]


def test_a_report_left_half_written_is_whole_again_though_it_is_bad_now(good: Path) -> None:
    """A run killed while moving pages is finished before its report is looked at."""
    before = snapshot(good / "docs")
    pages = good / "docs/en/E/CN.99/2024/7"
    staging = pages.with_name(".7.new")
    staging.mkdir()
    (pages / "i.md").rename(staging / "i.md")
    (staging / "complete.json").write_text('{"moved": ["i.md"], "removed": []}', encoding="utf-8")
    unfinished = pages.with_name(".8.new")
    unfinished.mkdir()
    (unfinished / "i.md").write_text("half", encoding="utf-8")
    (good / "reports" / BAD / "source.en.md").write_text(broken(7), encoding="utf-8")
    assert _convert(good).returncode == 1
    assert snapshot(good / "docs") == before


def test_a_glossary_that_cannot_be_read_leaves_all_as_it_was(good: Path) -> None:
    """It is no report's own, so nothing can be converted; the site can still be built."""
    before = snapshot(good / "docs")
    (good / "reports" / "glossary.toml").write_text("[[term]\n", encoding="utf-8")
    run = _convert(good)
    assert run.returncode == 1
    assert run.stderr.startswith("reports/glossary.toml:1: bad-toml: ")
    told = (good / LEFT).read_text(encoding="utf-8")
    assert told == "No report was converted, all pages stay as they were (bad-toml).\n"
    assert snapshot(good / "docs") == before


def test_an_unreadable_report_can_be_removed_with_its_pages(good: Path) -> None:
    """Nothing of it stays behind in the docs folder."""
    (good / "reports" / BAD / "corrections.toml").write_text("[[", encoding="utf-8")
    assert pilcrow_inside(good, "remove", "E/CN.99/2024/7", "--force").returncode == 0
    assert not (good / "docs/en/E/CN.99/2024/7").exists()
    assert _convert(good).returncode == 0
