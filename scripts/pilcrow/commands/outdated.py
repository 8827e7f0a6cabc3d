"""Bundles of reports that are no longer there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from pilcrow.bundle.verify import DamagedError, check_zip


def remove_outdated(dist: Path, kept: Collection[str]) -> Iterator[str]:
    """Remove the bundles of other reports with their single files, and tell of each.

    Only a zip that says itself what it holds, and is whole, is a bundle of ours; whatever else
    somebody put into the folder stays.

    Args:
        dist: the folder that bundles are written to.
        kept: names of the bundles of the reports that are there.
    """
    for path in sorted(dist.glob("*-??.zip")):
        if path.stem not in kept and _is_bundle(path):
            path.unlink()
            path.with_suffix(".html").unlink(missing_ok=True)
            yield f"{path}: removed, for its report is no longer in the site."


def _is_bundle(path: Path) -> bool:
    try:
        check_zip(path.read_bytes())
    except DamagedError:
        return False
    return True
