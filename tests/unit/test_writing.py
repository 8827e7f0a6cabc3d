"""Writing pages: a failed or killed run leaves the last good ones, or the new ones whole."""

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pilcrow.commands.writing import finish_replacing, replace_pages, write_file

OLD = {f"page-{number}.md": f"old {number}\n" * 50 for number in range(12)}
NEW = {f"page-{number}.md": f"new {number}\n" * 50 for number in range(3, 15)}

_KILLED = """
import os, sys
from pathlib import Path
from pilcrow.commands import writing

calls = 0
def die(frame, event, argument):
    global calls
    if frame.f_code.co_filename == writing.__file__ or event == "c_call":
        calls += 1
        if calls >= int(sys.argv[2]):
            os.kill(os.getpid(), 9)
    return die

pages = {f"page-{number}.md": f"new {number}\\n" * 50 for number in range(3, 15)}
sys.setprofile(die)
writing.replace_pages(Path(sys.argv[1]), pages)
sys.setprofile(None)
"""


def _pages(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}


def _leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path != folder]


@pytest.mark.parametrize("step", [1, 5, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 240, 300])
def test_a_killed_run_is_undone_or_finished_by_the_next(tmp_path: Path, step: int) -> None:
    """Killed at any step: afterwards the pages are all old or all new, with nothing beside them."""
    folder = tmp_path / "docs"
    replace_pages(folder, OLD)
    result = subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder), str(step)], check=False, timeout=60
    )
    assert result.returncode in {0, -signal.SIGKILL}
    finish_replacing(folder)
    assert _pages(folder) in (OLD, NEW)
    assert _leftovers(folder) == []
    replace_pages(folder, NEW)
    assert _pages(folder) == NEW
    assert _leftovers(folder) == []


def test_the_killing_does_hit_a_run(tmp_path: Path) -> None:
    """The control: the first step of the test above kills, and one behind the end does not."""
    for step, code in ((1, -signal.SIGKILL), (10**9, 0)):
        result = subprocess.run(
            [sys.executable, "-c", _KILLED, str(tmp_path / f"docs-{step}"), str(step)],
            check=False,
            timeout=60,
        )
        assert result.returncode == code


@pytest.mark.parametrize("after", [0, 1, 5, 11, 12])
def test_a_full_disk_leaves_the_old_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """An error while writing reaches the caller, and the folder is as it was."""
    folder = tmp_path / "docs"
    replace_pages(folder, OLD)
    written = 0
    real = Path.write_text

    def write_text(self: Path, data: str, **options: str) -> int:
        nonlocal written
        written += 1
        if written > after:
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, data, **options)

    monkeypatch.setattr(Path, "write_text", write_text)
    with pytest.raises(OSError, match="No space left"):
        replace_pages(folder, NEW)
    monkeypatch.undo()
    assert _pages(folder) == OLD
    assert _leftovers(folder) == []


def test_a_file_that_cannot_be_written_keeps_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`write_file` writes beside and moves; a failure leaves no piece of the new text."""
    path = tmp_path / "anchors.lock"
    write_file(path, "old\n")

    def write_text(self: Path, data: str, **options: str) -> int:
        del data, options
        self.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", write_text)
    with pytest.raises(OSError, match="No space left"):
        write_file(path, "new\n")
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "old\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["anchors.lock"]


def test_pages_of_others_and_folders_below_are_left_alone(tmp_path: Path) -> None:
    """Stale pages of ours go; an addendum's folder and other files stay."""
    folder = tmp_path / "docs"
    replace_pages(folder, OLD)
    (folder / "Add.1").mkdir()
    (folder / "Add.1" / "i.md").write_text("addendum", encoding="utf-8")
    (folder / "map.png").write_bytes(b"png")
    assert replace_pages(folder, NEW)
    assert _pages(folder) == NEW
    assert (folder / "Add.1" / "i.md").read_text(encoding="utf-8") == "addendum"
    assert (folder / "map.png").is_file()


_NAMES = st.dictionaries(
    st.sampled_from([f"p{number}.md" for number in range(6)]), st.text(max_size=20), max_size=6
)


@given(before=_NAMES, after=_NAMES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_folder_holds_exactly_the_pages_given(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, str], after: dict[str, str]
) -> None:
    """Whatever was there before, and a second time changes nothing."""
    folder = tmp_path_factory.mktemp("docs") / "pages"
    for pages in (before, after):
        written = {
            name: text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            for name, text in pages.items()
        }
        replace_pages(folder, written)
        found = {path.name: path.read_bytes() for path in folder.glob("*.md")}
        assert found == {name: text.encode() for name, text in written.items()}
        assert not replace_pages(folder, written)
