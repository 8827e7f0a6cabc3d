"""Two whole builds, from the committed pages to the zip, compared byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PARTS = ("docs", "hooks", "reports", "theme", "mkdocs.yml")
REPORT = "E/CN.15/2024/5"


def _run(folder: Path, *command: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=True,
        capture_output=True,
    )


def _zipped(folder: Path, site: Path, dist: Path, **environment: str) -> bytes:
    """The bundle of the report from a site and the pages it was built from."""
    call = "from pilcrow.commands.bundle import bundle; bundle()"
    _run(folder, "-c", call, REPORT, "--site", str(site), "--dist", str(dist), **environment)
    return (dist / "E_CN.15_2024_5-en.zip").read_bytes()


def test_builds_in_different_folders_and_time_zones_give_the_same_bytes(
    root: Path, site: Path, tmp_path: Path
) -> None:
    """Neither where, nor when, nor in which order files are found leaves a trace in the bundle."""
    folder = tmp_path / "My Docs (1) é #2 100%/b"
    folder.mkdir(parents=True)
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, folder / part)
        else:
            shutil.copy2(root / part, folder / part)
    (folder / "scripts").symlink_to(root / "scripts")
    _run(
        folder,
        *("-m", "mkdocs", "build", "--quiet"),
        TZ="America/Los_Angeles",
        PYTHONHASHSEED="2",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH="0",
    )
    second = _zipped(folder, folder / "site", folder / "dist", PYTHONHASHSEED="3", TZ="UTC")
    first = _zipped(
        root, site, tmp_path / "dist", TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C"
    )
    assert first == second
