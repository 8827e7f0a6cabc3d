"""Where a report's pages stand: also those of one that cannot be converted, or even read, now."""

from __future__ import annotations

import re
from pathlib import Path

from pilcrow.commands.remembered import Remembered
from pilcrow.commands.rendering import report_folder
from pilcrow.library import LANGUAGES, language_of_source, load_lock, report_files, symbol_of_name
from pilcrow.readers.reading import SourceError
from pilcrow.references import is_symbol

_SYMBOL = re.compile(r"^symbol:\s*(\S.*?)\s*$", re.MULTILINE)


def standing(report: Path, docs: Path, remembered: Remembered | None) -> Path | None:
    """The folder that holds the last good pages of a report; None for one that never was good.

    Told by the memory of its last conversion; in a fresh clone, which has none, by the symbol in
    its lock, or else by its name, and by the language of its source.
    """
    if remembered and remembered.good:
        folder = docs / remembered.good.terms.folder
        return folder if (folder / "index.md").is_file() else None
    symbol = published_symbol(report) or symbol_of_name(report.name)
    if symbol is None:
        return None
    for language in _languages(report):
        folder = docs / report_folder(symbol, language)
        if (folder / "index.md").is_file():
            return folder
    return None


def published_symbol(report: Path) -> str | None:
    """The symbol in a report's lock, also in one that is broken elsewhere, as by a merge."""
    path = report / "anchors.lock"
    try:
        symbol = load_lock(path).symbol
    except SourceError:
        found = _SYMBOL.search(path.read_text(encoding="utf-8", errors="replace"))
        symbol = found[1] if found else None
    # It becomes a path, and anybody can write into a lock.
    return symbol if symbol and is_symbol(symbol) else None


def _languages(report: Path) -> tuple[str, ...]:
    """The languages in which the report may have pages: what its files and its name tell.

    The name of its folder tells the language of every further edition, so that one which lost its
    source is not taken for the first.
    """
    told = [language_of_source(path.name) for path in report_files(report)]
    ending = report.name.rpartition(".")[2]
    named = [ending] if ending in LANGUAGES else []
    return tuple(dict.fromkeys(language for language in (*told, *named) if language)) or ("en",)
