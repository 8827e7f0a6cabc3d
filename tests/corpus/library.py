"""`make corpus-site`: every document of the corpus in one site, with every link followed.

The project's own report and all documents that can be published are added to a library in a folder
of its own, which is built and bundled. Each link and anchor of the site must arrive, and all of
every bundle unzipped. A document with open problems is named and left out, as for editors.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click

from tests.site.pages import broken_links, of_class, read_pages, repeated_ids
from tests.site.project import Project, new_project

FORMATS = {".md", ".docx", ".pdf"}


def documents(corpus: Path) -> Iterator[Path]:
    """One source for each document, a Word file before a PDF of the same."""
    for folder in sorted(path for path in corpus.iterdir() if path.is_dir()):
        yield from sorted(
            (path for path in folder.iterdir() if path.suffix in FORMATS),
            key=lambda path: (path.suffix != ".docx", path.name),
        )


def add_all(project: Project, corpus: Path) -> None:
    """Add what can be added, and say what is not."""
    for path in documents(corpus):
        done = project.run("add", str(path.resolve()))
        said = (done.stderr or done.stdout).strip().splitlines()
        click.echo(f"{path.name}: {said[-1] if said and done.returncode else 'added'}")


def wrong_in(folder: Path) -> list[str]:
    """Every link of the pages in a folder that does not arrive, and every id that stands twice."""
    pages = read_pages(folder)
    held = sum(len(of_class(page.tree, "a", "held")) for page in pages.values())
    wrong = [*broken_links(folder, pages), *repeated_ids(pages)]
    click.echo(
        f"{folder.name}: {len(pages)} pages, {held} links between reports, {len(wrong)} wrong"
    )
    return wrong


def main(root: Path, corpus: Path, folder: Path) -> list[str]:
    """Build the library of the corpus in a folder; give what is wrong with it."""
    project = new_project(root, folder)
    for name in ("index.md", "how-to-use.md", "search.md", "maintainers"):
        source, target = root / "docs" / name, project.folder / "docs" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    shutil.copytree(root / "reports", project.folder / "reports")
    # The maintainers' pages read the code that they describe.
    for name in ("scripts", "tests"):
        shutil.copytree(root / name, project.folder / name, dirs_exist_ok=True)
    project.converted()
    add_all(project, corpus)
    project.built()
    bundled = project.run("bundle")
    wrong = [] if bundled.returncode == 0 else [bundled.stderr]
    wrong += wrong_in(project.folder / "site")
    for path in sorted((project.folder / "dist").glob("*.zip")):
        with zipfile.ZipFile(path) as file:
            file.extractall(project.folder / "unzipped")
    for unzipped in sorted((project.folder / "unzipped").iterdir()):
        wrong += [f"{unzipped.name}: {each}" for each in wrong_in(unzipped)]
    return wrong


if __name__ == "__main__":
    found = Path("../shared/corpus")
    if not found.is_dir():
        sys.exit("The corpus is not beside the project: nothing to build.")
    with tempfile.TemporaryDirectory() as place:
        faults = main(Path.cwd(), found, Path(place) / "library")
    click.echo("\n".join(faults))
    sys.exit(1 if faults else 0)
