"""Remembers what each report's conversion gave, so that only a changed one is converted again.

A file for each report in `.cache/` of the reports folder, never committed. Deleting it costs time
and nothing else.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import pilcrow
from pilcrow.commands.writing import own_files, write_file
from pilcrow.library import report_files
from pilcrow.model import Place, Problem
from pilcrow.render.lists import ReportTerms
from pilcrow.terms import Term, TermUse

LOCK = "anchors.lock"
_READERS = ("lxml", "pypdfium2", "python-docx", "Markdown")
"""Packages by which a report's pages may change though ours is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What the last conversion of a report gave."""

    inputs: str
    """Fingerprint of what went in, without the lock, which a conversion writes itself."""
    problems: tuple[Problem, ...]
    good: Good | None
    """Its last good state, which may be older than the problems."""

    @property
    def converted(self) -> bool:
        """Whether the inputs gave pages."""
        return self.good is not None and self.good.inputs == self.inputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A good state of a report."""

    inputs: str
    outputs: str
    """Fingerprint of its pages and lock as they were written."""
    terms: ReportTerms


class Memory:
    """The remembered conversions of the reports of one folder into one docs folder."""

    def __init__(self, reports: Path, docs: Path) -> None:
        """Read nothing yet."""
        self._folder = reports / ".cache"
        self._docs = docs
        self._reports = reports

    def inputs(self, report: Path) -> str:
        """The fingerprint of what goes into a report's pages; empty where it cannot be read."""
        glossary = self._reports / "glossary.toml"
        try:
            files = [path for path in report_files(report) if path.name != LOCK]
            return _fingerprint(
                (str(self._docs.resolve()), _package(), report.name),
                (*files, *((glossary,) if glossary.is_file() else ())),
            )
        except OSError:
            return ""

    def recall(self, report: Path) -> Remembered | None:
        """What is remembered of a report, of whatever inputs; None for nothing that is sound."""
        try:
            value = json.loads(self._path(report).read_text(encoding="utf-8"))
            return _remembered(value)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def is_current(self, report: Path, remembered: Remembered, inputs: str) -> bool:
        """Whether converting the report again would give what it gave.

        One with open problems is converted again: what settles them may stand in the lock.
        """
        good = remembered.good
        return (
            good is not None
            and good.inputs == remembered.inputs == inputs
            and good.outputs == self.outputs(report, good.terms.folder)
        )

    def outputs(self, report: Path, folder: str) -> str:
        """The fingerprint of a report's pages and lock as they are."""
        pages = own_files(self._docs / folder)
        lock = report / LOCK
        return _fingerprint((), (*pages, *((lock,) if lock.is_file() else ())))

    def keep(self, report: Path, remembered: Remembered) -> None:
        """Remember a conversion; a cache that cannot be written is done without."""
        try:
            write_file(self._path(report), json.dumps(asdict(remembered), ensure_ascii=False))
        except OSError:
            return

    def forget(self, report: Path) -> None:
        """Forget a report that is gone."""
        self._path(report).unlink(missing_ok=True)

    def _path(self, report: Path) -> Path:
        return self._folder / f"{report.name}.json"


def _fingerprint(words: Iterable[str], files: Iterable[Path]) -> str:
    """A digest of words and of the names and contents of files."""
    digest = hashlib.sha256()
    for word in words:
        digest.update(f"{len(word)}:{word}".encode())
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@functools.cache
def _package() -> str:
    """A digest of this package's code, and of the releases of what it reads with."""
    root = Path(pilcrow.__file__).parent
    releases = [f"{name} {_release(name)}" for name in _READERS]
    return _fingerprint((pilcrow.__version__, *releases), sorted(root.rglob("*.py")))


def _release(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _remembered(value: dict[str, object]) -> Remembered:
    """The value as JSON gave it.

    Raises:
        KeyError, TypeError, ValueError: it was not written by this version.
    """
    good = value["good"]
    return Remembered(
        inputs=str(value["inputs"]),
        problems=tuple(_problem(entry) for entry in _list(value["problems"])),
        good=None if good is None else _good(_table(good)),
    )


def _good(value: dict[str, object]) -> Good:
    terms = _table(value["terms"])
    return Good(
        inputs=str(value["inputs"]),
        outputs=str(value["outputs"]),
        terms=ReportTerms(
            symbol=str(terms["symbol"]),
            folder=str(terms["folder"]),
            uses=tuple(_use(entry) for entry in _list(terms["uses"])),
            pages={key: str(page) for key, page in _table(terms["pages"]).items()},
            numbers={key: str(number) for key, number in _table(terms["numbers"]).items()},
        ),
    )


def _use(value: object) -> TermUse:
    fields = _table(value)
    term = _table(fields["term"])
    return TermUse(
        term=Term(
            short=str(term["short"]),
            id=str(term["id"]),
            long=_text(term["long"]),
            definition=_text(term["definition"]),
            definition_paragraph=_text(term["definition_paragraph"]),
            variants=tuple(map(str, _list(term["variants"]))),
            expanded=bool(term["expanded"]),
        ),
        defined_in=_text(fields["defined_in"]),
        used_in=tuple(map(str, _list(fields["used_in"]))),
    )


def _problem(value: object) -> Problem:
    fields = _table(value)
    place = _table(fields["place"])
    line, page = place["line"], place["page"]
    if not isinstance(line, int) or not (page is None or isinstance(page, int)):
        raise TypeError("a place counts lines and pages")
    return Problem(
        rule=str(fields["rule"]),
        place=Place(source=str(place["source"]), line=line, page=page),
        message=str(fields["message"]),
        hint=str(fields["hint"]),
        at=_text(fields["at"]),
        settled_by=_text(fields["settled_by"]),
    )


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("not a table")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _text(value: object) -> str | None:
    return None if value is None else str(value)
