"""Two whole builds, from the committed pages to the zip, compared byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
PARTS = ("docs", "hooks", "reports", "theme", "mkdocs.yml")


def _zipped(folder: Path, **environment: str) -> bytes:
    """Build the site of a copy of the project, and the bundle of its report."""
    folder.mkdir(parents=True)
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
        else:
            shutil.copy2(ROOT / part, folder / part)
    (folder / "scripts").symlink_to(ROOT / "scripts")
    for command in (
        ("-m", "mkdocs", "build", "--quiet"),
        ("-c", "from pilcrow.commands.bundle import bundle; bundle()", "E/CN.15/2024/5"),
    ):
        subprocess.run(
            [sys.executable, *command],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            check=True,
            capture_output=True,
        )
    return (folder / "dist/E_CN.15_2024_5-en.zip").read_bytes()


def test_two_builds_in_different_folders_and_time_zones_give_the_same_bytes(tmp_path: Path) -> None:
    """Neither where, nor when, nor in which order files are found leaves a trace in the bundle."""
    first = _zipped(tmp_path / "a", TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    second = _zipped(
        tmp_path / "My Docs (1) é #2 100%/b",
        TZ="America/Los_Angeles",
        PYTHONHASHSEED="2",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="0",
    )
    assert first == second
