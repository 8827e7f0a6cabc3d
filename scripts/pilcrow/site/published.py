"""Looks in a built site for every id that was ever published."""

from __future__ import annotations

import re
from pathlib import Path

from pilcrow.anchors import vanished
from pilcrow.library import load_lock, report_language
from pilcrow.model import Place, Problem
from pilcrow.readers.reading import SourceError

_ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]+)"')
_WHOLE = 'data-page="whole"'
_REPORT = re.compile(r'<div class="report" data-symbol="([^"]+)"(?: data-language="([^"]+)")?')


def missing_ids(reports: Path, site: Path) -> tuple[Problem, ...]:
    """A problem for each published id, or alias, that no page of its report holds.

    A lock that cannot be read is a problem of its own, `bad-lock`: nothing is known of its ids.
    """
    by_edition = _ids_by_edition(site)
    problems: list[Problem] = []
    for path in sorted(reports.glob("*/anchors.lock")):
        try:
            lock = load_lock(path)
        except SourceError as error:
            problems.append(error.problem)
            continue
        language = report_language(path.parent)
        present = {
            identifier
            for (symbol, spoken), ids in by_edition.items()
            if symbol == lock.symbol and language in {None, spoken}
            for identifier in ids
        }
        place = Place(source=f"reports/{path.parent.name}/anchors.lock", line=1)
        problems.extend(vanished(lock, present, place))
        problems.extend(_alias_missing(old, place) for old in lock.aliases if old not in present)
    for path in sorted(reports.glob("glossary.*.lock")):
        language = path.name.split(".")[1]
        page = site / language / "glossary.html"
        present = set(_ID.findall(page.read_text(encoding="utf-8"))) if page.is_file() else set()
        place = Place(source=f"reports/{path.name}", line=1)
        try:
            problems.extend(vanished(load_lock(path), present, place))
        except SourceError as error:
            problems.append(error.problem)
    return tuple(problems)


def _ids_by_edition(site: Path) -> dict[tuple[str, str], set[str]]:
    """The ids in the pages of each report, by its symbol and language."""
    found: dict[tuple[str, str], set[str]] = {}
    for page in sorted(site.glob("??/**/*.html")):
        text = page.read_text(encoding="utf-8")
        match = _REPORT.search(text)
        # The whole report repeats what the other pages must hold themselves.
        if match and _WHOLE not in text:
            edition = (match[1], match[2] or page.relative_to(site).parts[0])
            found.setdefault(edition, set()).update(_ID.findall(text))
    return found


def _alias_missing(old: str, place: Place) -> Problem:
    return Problem(
        rule="alias-missing",
        place=place,
        message=f"the old link #{old} no longer resolves.",
        hint="Write its present id in the lock.",
        at=old,
    )
