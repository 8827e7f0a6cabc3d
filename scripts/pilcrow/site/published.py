"""Looks in a built site for every id that was ever published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pilcrow.anchors import vanished
from pilcrow.library import load_lock
from pilcrow.model import Place, Problem

_ID = re.compile(r'\bid="?([^"\s>]+)')
_REPORT = re.compile(r'<div class="report" data-symbol="([^"]+)"')


def missing_ids(reports: Path, site: Path) -> tuple[Problem, ...]:
    """A problem for each published id, or alias, that no page of its report holds.

    A lock belongs to the report whose built pages hold most of its first ids; a report that is
    in no page of the site has lost them all.
    """
    folders = dict(_ids_by_folder(site))
    problems: list[Problem] = []
    for path in sorted(reports.glob("*/anchors.lock")):
        lock = load_lock(path)
        symbol = _symbol(path.parent.name)
        own = [ids for folder, ids in folders.items() if _symbol(folder) == symbol]
        present: set[str] = set().union(*own) if own else set()
        place = Place(source=f"reports/{path.parent.name}/anchors.lock", line=1)
        problems.extend(vanished(lock, present, place))
        problems.extend(_alias_missing(old, place) for old in lock.aliases if old not in present)
    for path in sorted(reports.glob("glossary.*.lock")):
        language = path.name.split(".")[1]
        page = site / language / "glossary.html"
        present = set(_ID.findall(page.read_text(encoding="utf-8"))) if page.is_file() else set()
        place = Place(source=f"reports/{path.name}", line=1)
        problems.extend(vanished(load_lock(path), present, place))
    return tuple(problems)


def _symbol(name: str) -> str:
    """A folder's name without what stands for a slash: `E_CN.15_2024_5`."""
    return re.sub(r"[/_ ]", "_", name)


def _ids_by_folder(site: Path) -> Iterator[tuple[str, set[str]]]:
    found: dict[str, set[str]] = {}
    for page in sorted(site.glob("??/**/*.html")):
        html = page.read_text(encoding="utf-8")
        match = _REPORT.search(html)
        if match:
            found.setdefault(match[1], set()).update(_ID.findall(html))
    yield from found.items()


def _alias_missing(old: str, place: Place) -> Problem:
    return Problem(
        rule="alias-missing",
        place=place,
        message=f"the old link #{old} no longer resolves.",
        hint="Write its present id in the lock.",
        at=old,
    )
