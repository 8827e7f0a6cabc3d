"""A small project in a folder of its own, driven by the commands that editors use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

MASTHEAD = """United Nations A/80/1

Distr.: General 13 March 2024

Original: English

## **General Assembly**

Eightieth session
Item 6 of the provisional agenda

## On matters of substance

### Report of the Secretary-General

"""
"""The first page of a report A/80/1, before its first section."""

COMMAND = [sys.executable, "-c", "from pilcrow.commands import main; main()"]


def pilcrow(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder; what it prints and its exit code come back."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass(frozen=True, slots=True)
class Project:
    """A project with one report, A/80/1."""

    folder: Path

    @property
    def source(self) -> Path:
        """The report's source."""
        return self.folder / "reports" / "A_80_1" / "source.en.md"

    @property
    def lock(self) -> Path:
        """The report's anchor lock."""
        return self.source.with_name("anchors.lock")

    @property
    def docs(self) -> Path:
        """The report's pages."""
        return self.folder / "docs" / "en" / "A" / "80" / "1"

    @property
    def site(self) -> Path:
        """The report's built pages."""
        return self.folder / "site" / "en" / "A" / "80" / "1"

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command in the project's folder."""
        return pilcrow(self.folder, *arguments)

    def converted(self) -> Project:
        """The project once its pages are written; fails where they are not."""
        done = self.run("convert")
        assert done.returncode == 0, done.stderr
        return self

    def built(self) -> Project:
        """The project once its site is built; fails where it is not."""
        done = self.run("build")
        assert done.returncode == 0, done.stderr
        return self


def new_project(root: Path, folder: Path) -> Project:
    """A project without reports: the settings, hooks and theme of the one at `root`."""
    for name in ("hooks", "theme", "docs/assets"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "mkdocs.yml", folder)
    (folder / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    # Watched by the preview; the package itself is the installed one.
    (folder / "scripts" / "pilcrow").mkdir(parents=True)
    return Project(folder)
