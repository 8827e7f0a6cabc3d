"""Writes a report's pages so that a failed or killed run leaves the last good ones.

All pages are first written beside their folder. Only when every one is there and a marker says
so are they moved into place, one by one; a run that is killed while moving is finished by the
next, before it does anything else.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_COMPLETE = "complete.json"
_OWN = re.compile(r"(?!\.).*\.(?:md|json|csv|xml)|figure-[0-9a-f]{16}\.(?:png|jpg|gif)")
"""Names of what convert writes: pages, data beside them, and the pictures of figures."""


def replace_pages(folder: Path, pages: Mapping[str, str | bytes]) -> bool:
    """Make the folder's own pages, and what lies beside them, these; tell whether anything changed.

    What convert once wrote and now does not is removed; folders below (addenda) are left alone,
    and so is what has no name that convert gives.

    Raises:
        OSError: something could not be written; the folder is as it was.
    """
    staging = folder.with_name(f".{folder.name}.new")
    finish_replacing(folder)
    stale = [path.name for path in own_files(folder) if path.name not in pages]
    changed = outdated(folder, pages)
    if not stale and not changed:
        return False
    staging.mkdir(parents=True)
    try:
        for name in changed:
            _write(staging / name, pages[name])
        marker = staging / f"{_COMPLETE}.part"
        marker.write_text(json.dumps({"moved": changed, "removed": stale}), encoding="utf-8")
        marker.replace(staging / _COMPLETE)
    except OSError:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    finish_replacing(folder)
    return True


def outdated(folder: Path, pages: Mapping[str, str | bytes]) -> list[str]:
    """The names of those that are not in the folder as they are given."""
    return [name for name, content in pages.items() if _differs(folder / name, content)]


def own_files(folder: Path) -> tuple[Path, ...]:
    """What convert wrote into a report's folder, by name: pages, and what lies beside them."""
    return tuple(
        sorted(path for path in folder.glob("*") if _OWN.fullmatch(path.name) and path.is_file())
    )


def finish_replacing(folder: Path) -> None:
    """Finish what a killed run began: move what is complete, throw away what is not."""
    staging = folder.with_name(f".{folder.name}.new")
    if not staging.is_dir():
        return
    marker = staging / _COMPLETE
    if marker.is_file():
        steps = json.loads(marker.read_text(encoding="utf-8"))
        folder.mkdir(parents=True, exist_ok=True)
        for name in steps["moved"]:
            if (staging / name).exists():
                os.replace(staging / name, folder / name)  # noqa: PTH105 - also over a file
        for name in steps["removed"]:
            (folder / name).unlink(missing_ok=True)
    shutil.rmtree(staging)


def finish_all(docs: Path) -> None:
    """Finish what a killed run began, for every report: also one that cannot be converted now."""
    for language in docs.glob("??"):
        for staging in sorted(language.rglob(".*.new")):
            finish_replacing(staging.with_name(staging.name[1 : -len(".new")]))


@contextmanager
def restored_on_failure(folder: Path, docs: Path) -> Iterator[None]:
    """Bring a report's pages back to what they are now if the body of the `with` fails."""
    finish_replacing(folder)
    before = {path.name: path.read_bytes() for path in own_files(folder)}
    try:
        yield
    except BaseException:
        if before:
            replace_pages(folder, before)
        else:
            remove_pages(folder, docs)
        raise


def remove_pages(folder: Path, docs: Path) -> int:
    """Remove what convert wrote and the folders below docs left empty; give the number of pages.

    Folders below (addenda) stay, and so does what convert did not write.
    """
    files = own_files(folder)
    for file in files:
        file.unlink()
    while docs in folder.parents:
        if folder.is_dir():
            if any(folder.iterdir()):
                break
            folder.rmdir()
        folder = folder.parent
    return sum(file.suffix == ".md" for file in files)


def write_file(path: Path, text: str) -> bool:
    """Write a file beside its place and move it there; tell whether it changed."""
    if not _differs(path, text):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def _write(path: Path, content: str | bytes) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _differs(path: Path, content: str | bytes) -> bool:
    try:
        return path.read_bytes() != _bytes(content)
    except FileNotFoundError:
        return True
