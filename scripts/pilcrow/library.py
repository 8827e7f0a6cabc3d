"""The reports folder: what editors keep, read into values.

`reports/<report>/` holds the source (`source.en.md`), and may hold `report.toml`,
`corrections.toml`, `indexes.toml` and `anchors.lock`. This is the one module of the package that
reads it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pilcrow.anchors import Lock, LockError, read_lock
from pilcrow.indexes.settle import Settlement, SettlementError, read_settlements
from pilcrow.model import Place, Problem
from pilcrow.passes.corrections import CorrectionsError, read_corrections
from pilcrow.readers.reading import SourceError
from pilcrow.references import is_symbol
from pilcrow.terms import GlossaryEntry, GlossaryError, parse_glossary

if TYPE_CHECKING:
    from pilcrow.pipeline import Settings

_SOURCE = re.compile(r"source\.(?P<language>[a-z]{2})\.(?:md|docx|pdf)")
_FIELDS = {"source", "symbol", "title", "language"}
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A source as it lies on disk, with what an editor keeps beside it."""

    path: Path
    name: str
    """How places name it: relative to where the command runs, or the bare name."""
    content: bytes
    settings: Settings
    lock: Lock
    settlements: tuple[Settlement, ...] = ()
    """What the editor settles in the report's indexes."""
    settlements_name: str = "indexes.toml"
    published: bool
    """It is a report's source, so the folder keeps its lock; a loose file has none."""


def find_reports(reports: Path) -> tuple[Path, ...]:
    """Every report's folder, in the order of their names; `source_of` finds what it holds."""
    if not reports.is_dir():
        return ()
    # A folder that is being put in place, or was left behind by a killed run, has a dot.
    folders = sorted(
        path for path in reports.iterdir() if path.is_dir() and not path.name.startswith(".")
    )
    return tuple(folder for folder in folders if any(folder.iterdir()))


def report_name(symbol: str) -> str:
    """The name of a report's folder: the symbol with `_` for `/`, which no symbol holds."""
    return symbol.replace("/", "_")


def symbol_of_name(name: str) -> str | None:
    """The symbol that a folder's name stands for; None where it is no name by that custom."""
    stem, _, language = name.rpartition(".")
    symbol = (stem if language in LANGUAGES else name).replace("_", "/")
    return symbol if is_symbol(symbol) else None


def language_of_source(name: str) -> str | None:
    """The language that a source's name gives: `source.fr.pdf`; None for another name."""
    match = _SOURCE.fullmatch(name)
    return match["language"] if match else None


def report_language(folder: Path) -> str | None:
    """The language of a report's folder, as its settings or its source's name say.

    None where neither says it, or cannot be read.
    """
    try:
        told = _text(_toml(folder / "report.toml"), "language", folder)
        return told or language_of_source(source_of(folder).name)
    except SourceError:
        return None


def report_files(folder: Path) -> tuple[Path, ...]:
    """Every file of a report's folder, in the order of their names."""
    return tuple(sorted(path for path in folder.iterdir() if path.is_file()))


def source_of(path: Path) -> Path:
    """The source that a path names: a file itself, or the one of a report's folder.

    Raises:
        SourceError: the folder holds no source, or report.toml names one that is not there.
    """
    if not path.is_dir():
        return path
    named = _toml(path / "report.toml").get("source")
    if isinstance(named, str):
        candidate = path / Path(named).name
        if candidate.is_file():
            return candidate
        raise _error(path / "report.toml", "missing-source", f"{named} is not there.")
    candidates = sorted(file for file in path.iterdir() if _SOURCE.fullmatch(file.name))
    if not candidates:
        raise _error(
            path, "missing-source", "no source.<language>.md, .docx or .pdf in this folder."
        )
    return candidates[0]


def load_source(path: Path) -> SourceFile:
    """Read a source with its settings, corrections and lock.

    Raises:
        SourceError: a file beside the source cannot be understood.
        OSError: the source cannot be read.
    """
    folder = path.parent
    fields = _toml(folder / "report.toml")
    unknown = sorted(set(fields) - _FIELDS)
    if unknown:
        raise _error(folder / "report.toml", "bad-settings", f"unknown field {unknown[0]}.")
    corrections = folder / "corrections.toml"
    try:
        entries = read_corrections(_toml(corrections))
    except CorrectionsError as error:
        raise _error(corrections, "bad-corrections", str(error)) from error
    match = _SOURCE.fullmatch(path.name)
    language = _text(fields, "language", folder) or (match["language"] if match else None)
    if language is not None and language not in LANGUAGES:
        raise _error(folder / "report.toml", "bad-settings", f"{language} is not a UN language.")
    indexes = folder / "indexes.toml"
    try:
        settlements = read_settlements(_toml(indexes))
    except SettlementError as error:
        raise _error(indexes, "bad-settlements", str(error)) from error
    published = match is not None or fields.get("source") == path.name
    # Loading the passes takes long, and a build reads locks alone.
    from pilcrow.pipeline import Settings  # noqa: PLC0415

    settings = Settings(
        symbol=_text(fields, "symbol", folder),
        title=_text(fields, "title", folder),
        language=language,
        corrections=entries,
        corrections_name=_name(corrections),
    )
    return SourceFile(
        path=path,
        name=_name(path),
        content=path.read_bytes(),
        settings=settings,
        lock=load_lock(folder / "anchors.lock") if published else Lock(aliases={}),
        settlements=settlements,
        settlements_name=_name(indexes),
        published=published,
    )


def load_lock(path: Path) -> Lock:
    """Read a lock; one that is not there holds nothing."""
    if not path.is_file():
        return Lock(aliases={})
    try:
        return read_lock(path.read_text(encoding="utf-8"))
    except (LockError, UnicodeDecodeError) as error:
        raise _error(path, "bad-lock", str(error)) from error


def load_glossary(path: Path) -> tuple[GlossaryEntry, ...]:
    """Read the editors' glossary; one that is not there holds nothing.

    Raises:
        SourceError: it cannot be understood.
    """
    try:
        return parse_glossary(_toml(path))
    except GlossaryError as error:
        raise _error(path, "bad-glossary", str(error)) from error


def _text(fields: dict[str, object], name: str, folder: Path) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _error(folder / "report.toml", "bad-settings", f"{name} must be text.")


def _toml(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _error(path, "bad-toml", f"{error}.") from error


def _name(path: Path) -> str:
    """A path as messages name it: relative to the working folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.name


def _error(path: Path, rule: str, message: str) -> SourceError:
    return SourceError(
        Problem(
            rule=rule,
            place=Place(source=_name(path), line=1),
            message=message,
            hint="Mend the file; docs/maintainers tells what it may hold.",
        )
    )
