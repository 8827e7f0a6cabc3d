"""A copy of the built site with the search index of a made-up report or two."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from pilcrow.search import Entry, Kind, build_index
from pilcrow.search.pages import RESULTS, with_languages


def with_index(site: Path, copy: Path, entries: Iterable[Entry], language: str = "en") -> Path:
    """Copy the site, with what the search of a language finds replaced; gives the copy."""
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("maintainers"))
    folder = copy / "search" / language
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, body in build_index(entries, language=language, glossary=()).items():
        (folder / name).write_bytes(body)
    files = [path.relative_to(copy).as_posix() for path in (copy / "search").rglob("*.js")]
    results = copy / RESULTS
    results.write_text(with_languages(results.read_text("utf-8"), files), encoding="utf-8")
    return copy


def paragraphs(texts: Sequence[str], language: str = "en") -> list[Entry]:
    """The paragraphs of a report A/1, numbered from 1."""
    return [
        Entry(
            kind=Kind.PARAGRAPH,
            location=f"{language}/A/1/i.html#para-{number}",
            title="",
            number=str(number),
            text=text,
            symbol="A/1",
        )
        for number, text in enumerate(texts, 1)
    ]
