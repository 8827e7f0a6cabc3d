"""A published id never vanishes: convert and build refuse, unless the lock says what it became."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.pages import read_pages
from tests.site.project import MASTHEAD, Project

REPORT = (
    MASTHEAD
    + """## I. Introduction

1. The first paragraph of the report speaks of one matter.

2. The second paragraph asks States to:

(a) Continue their work;

(b) Give it means.

## II. Work

3. The third paragraph of the report speaks of the work.
"""
)
SUMMARY = """### Report of the Secretary-General

### Summary

The present report covers the following: (a) the work of the office; (b) the work in the field; and
(c) what is left.
"""
IDS = ["i", "para-1", "para-2", "para-2-a", "para-2-b", "ii", "para-3"]


def folder_state(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def add_to_lock(project: Project, line: str) -> None:
    """Write a line of an editor's behind the lock's own."""
    with project.lock.open("a", encoding="utf-8") as lock:
        lock.write(f"{line}\n")


@pytest.fixture
def project(make_project: Callable[[str], Project]) -> Project:
    """A project whose pages are written and whose ids are published."""
    return make_project(REPORT).converted()


def test_convert_publishes_ids(project: Project) -> None:
    """The lock lists every id in reading order, and a second run leaves it as it is."""
    text = project.lock.read_text(encoding="utf-8")
    published = [line for line in text.splitlines() if line and line[0] != "#" and ":" not in line]
    assert published == IDS
    project.converted()
    assert project.lock.read_text(encoding="utf-8") == text


def test_an_intact_project_builds(project: Project) -> None:
    """Control: with every id in place the build passes, and every id is in a page."""
    project.built()
    present = {name for page in read_pages(project.site).values() for name in page.ids}
    assert set(IDS) <= present


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        (
            "\n## II. Work\n\n3. The third paragraph of the report speaks of the work.\n",
            "",
            "para-3",
        ),
        ("(b) Give it means.\n", "", "para-2-b"),
        ("## II. Work", "## Work", "ii"),
    ],
)
def test_convert_names_an_id_that_vanished(project: Project, old: str, new: str, gone: str) -> None:
    """A source that loses an id is refused by name; pages and lock stay as they were."""
    pages, lock = folder_state(project.docs), project.lock.read_bytes()
    text = project.source.read_text(encoding="utf-8")
    assert old in text
    project.source.write_text(text.replace(old, new), encoding="utf-8")
    done = project.run("convert")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert any(
        "anchor-vanished" in line and f"#{gone} " in line and "Hint:" in line
        for line in done.stderr.splitlines()
    ), done.stderr
    assert folder_state(project.docs) == pages
    assert project.lock.read_bytes() == lock


@pytest.mark.parametrize(
    ("page", "old", "new", "gone"),
    [
        ("ii.md", "3\\. The third", "The third", "para-3"),
        ("i.md", "  (b) Give", "  Give", "para-2-b"),
    ],
)
def test_a_build_names_an_id_that_vanished(
    project: Project, page: str, old: str, new: str, gone: str
) -> None:
    """Pages that lose an id fail the build by name, and the last good site stays as it was."""
    project.built()
    site = folder_state(project.folder / "site")
    for name in ("index.md", page):
        path = project.docs / name
        text = path.read_text(encoding="utf-8")
        kept = [line for line in text.splitlines(keepends=True) if f"#{gone})" not in line]
        path.write_text("".join(kept).replace(old, new), encoding="utf-8")
    done = project.run("build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    named = [line for line in done.stderr.splitlines() if "anchor-vanished" in line]
    assert len(named) == 1, done.stderr
    assert f"#{gone} " in named[0]
    assert folder_state(project.folder / "site") == site


def test_a_report_without_pages_fails_the_build(project: Project) -> None:
    """A lock whose report is not in the site at all has lost all its ids."""
    for page in project.docs.glob("*.md"):
        page.unlink()
    done = project.run("build")
    assert done.returncode == 1
    assert "anchor-vanished" in done.stderr
    assert "#para-3 " in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "page"),
    [
        ("para-33", "para-3", "ii.html"),
        ("para-2-z", "para-2-b", "i.html"),
        ("old-section", "ii", "ii.html"),
    ],
)
def test_a_recorded_alias_still_resolves(project: Project, old: str, new: str, page: str) -> None:
    """The old id stands at what it became: on its page, and on the front page links begin at."""
    add_to_lock(project, f"{old} -> {new}")
    pages = read_pages(project.converted().built().site)
    for name in (page, "index.html"):
        place = pages[name].at(old)
        above = {element.get("id") for element in place.iterancestors()}
        wanted = new if name == page else new.removesuffix("-b")
        assert wanted in above, f"{old} in {name} stands in {above}"


def test_an_alias_lets_an_id_go(project: Project) -> None:
    """An id that the lock turns into an alias may leave the source; the old link still resolves."""
    source = project.source.read_text(encoding="utf-8")
    project.source.write_text(source.replace("\n3. The", "\n3. New.\n\n4. The"), encoding="utf-8")
    project.converted()
    text = project.lock.read_text(encoding="utf-8")
    assert "\npara-4\n" in text
    project.source.write_text(source, encoding="utf-8")
    assert project.run("convert").returncode == 1
    project.lock.write_text(text.replace("\npara-4\n", "\npara-4 -> para-3\n"), encoding="utf-8")
    pages = read_pages(project.converted().built().site)
    assert pages["ii.html"].at("para-4").getparent() is pages["ii.html"].at("para-3")
    assert pages["index.html"].at("para-4").getparent() is pages["index.html"].at("para-3")


@pytest.mark.parametrize("command", ["convert", "build"])
def test_an_alias_of_nothing_fails(project: Project, command: str) -> None:
    """An alias must name an id that is there, at convert and at build."""
    project.built()
    add_to_lock(project, "para-30 -> para-31")
    done = project.run(command)
    assert done.returncode == 1
    assert "para-30" in done.stderr
    assert "para-31" in done.stderr


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("convert", "two words"),
        ("convert", "a ->"),
        ("convert", "<script>"),
        ("convert", "para-1"),
        ("build", "para-1"),
    ],
)
def test_a_lock_that_cannot_be_read_is_named(project: Project, command: str, line: str) -> None:
    """A damaged lock gives one message with its place, never a traceback, and is left alone.

    It stops its own report's conversion, and no build of the site.
    """
    add_to_lock(project, line)
    before = project.lock.read_bytes()
    done = project.run(command)
    assert done.returncode == (1 if command == "convert" else 0)
    assert "Traceback" not in done.stderr
    assert "anchors.lock" in done.stderr
    assert "bad-lock" in done.stderr
    assert project.lock.read_bytes() == before


def test_a_folder_may_have_any_name(make_project: Callable[[str], Project]) -> None:
    """A lock finds its report by the report itself, not by the name an editor gave the folder."""
    project = make_project(REPORT)
    project.source.parent.rename(project.folder / "reports" / "my report")
    for command in ("convert", "convert", "build"):
        done = project.run(command)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("first paragraph", "first[^1] paragraph"),
        ("### Report of the Secretary-General\n", SUMMARY),
        ("speaks of one matter.", "speaks of: (a) one matter; (b) another matter; and (c) rest."),
        ("(a) Continue their work;", "(a) Continue to: (i) do work; (ii) do more; and (iii) rest;"),
    ],
    ids=["note referred to from two pages", "list in the summary", "run-in list", "nested run-in"],
)  # fmt: skip
def test_what_convert_publishes_the_pages_hold(
    make_project: Callable[[str], Project], old: str, new: str
) -> None:
    """Ids that convert writes into the lock are in the built pages, whatever the report holds."""
    source = REPORT.replace(old, new)
    assert source != REPORT
    if "[^1]" in new:
        source = source.replace("speaks of the work.", "speaks of the work.[^1]\n\n[^1]: A note.")
    project = make_project(source)
    for command in ("convert", "convert", "build"):
        done = project.run(command)
        assert done.returncode == 0, done.stderr
