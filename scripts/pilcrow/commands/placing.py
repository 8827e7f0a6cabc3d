"""Puts a report's folder in place whole, or takes one away, so that a killed run harms nothing.

A folder is made beside its place as `.NAME.new` and moved there; the one that it replaces waits
as `.NAME.old` until that is done. `recover` brings back what a killed run left half way.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def recover(reports: Path) -> None:
    """Bring back folders that a killed run had moved aside, and drop what it had not finished."""
    if not reports.is_dir():
        return
    for old in reports.glob(".*.old"):
        place = reports / old.name.removeprefix(".").removesuffix(".old")
        if place.exists():
            shutil.rmtree(old)
        else:
            old.rename(place)
    for new in reports.glob(".*.new"):
        shutil.rmtree(new)


@contextmanager
def placed(folder: Path, files: Mapping[str, bytes], without: tuple[str, ...]) -> Iterator[None]:
    """Put files into a report's folder for good, unless the body of the `with` fails.

    Args:
        folder: the report's folder; what else it holds stays.
        files: name and content of each file to put there.
        without: names of files that are not to stay.

    Raises:
        OSError: something could not be written; all is as it was.
    """
    new, old = _beside(folder, "new"), _beside(folder, "old")
    existed = folder.exists()
    try:
        if existed:
            shutil.copytree(folder, new)
        else:
            new.mkdir(parents=True)
        for name in without:
            (new / name).unlink(missing_ok=True)
        for name, content in files.items():
            (new / name).write_bytes(content)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if existed:
        folder.rename(old)
    new.rename(folder)
    try:
        yield
    except BaseException:
        shutil.rmtree(folder)
        if existed:
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def taken_away(folder: Path) -> Iterator[None]:
    """Take a report's folder away for good, unless the body of the `with` fails."""
    old = _beside(folder, "old")
    folder.rename(old)
    try:
        yield
    except BaseException:
        old.rename(folder)
        raise
    # Half a folder must not come back: what is called new is dropped.
    gone = _beside(folder, "new")
    old.rename(gone)
    shutil.rmtree(gone)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f".{folder.name}.{ending}")
