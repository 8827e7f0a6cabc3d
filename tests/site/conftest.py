"""The built site, its pages as trees, and small projects to build and damage."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.pages import BuiltPage, read_pages
from tests.site.project import Project, new_project, pilcrow
from tests.site.report_model import Model

REPORT = "en/E/CN.15/2024/5"
WHOLE = f"{REPORT}/whole.html"


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as built now from the committed pages; PILCROW_SITE names one built before."""
    if named := os.environ.get("PILCROW_SITE"):
        return Path(named).resolve()
    built = tmp_path_factory.mktemp("built") / "site"
    done = pilcrow(root, "build", "--site", str(built))
    if done.returncode:
        pytest.fail(f"the site was not built:\n{done.stderr}")
    return built


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its address."""
    return read_pages(site)


@pytest.fixture(scope="session")
def report_pages(pages: dict[str, BuiltPage]) -> dict[str, BuiltPage]:
    """The pages of the report in hand by their names, `ii-d-2.html`.

    The whole report, which repeats them, is left out: test_whole.py looks at it.
    """
    return {
        address.rpartition("/")[2]: page
        for address, page in pages.items()
        if address.rpartition("/")[0] == REPORT and address != WHOLE
    }


@pytest.fixture(scope="session")
def model(root: Path) -> Model:
    """The report in hand as `pilcrow model` prints it."""
    done = pilcrow(root, "model", "reports/E_CN.15_2024_5")
    assert done.returncode == 0, done.stderr
    value: Model = json.loads(done.stdout)
    return value


@pytest.fixture
def make_project(root: Path, tmp_path: Path) -> Callable[[str], Project]:
    """Makes a small project: this one's settings, hooks and theme around a report's text."""

    def make(source: str) -> Project:
        project = new_project(root, tmp_path / "project")
        project.source.parent.mkdir(parents=True)
        project.source.write_text(source, encoding="utf-8")
        return project

    return make
