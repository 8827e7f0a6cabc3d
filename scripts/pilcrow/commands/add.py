"""`pilcrow add FILE`: puts a source in place, converts it, and says what to do next."""

from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from pilcrow.commands.options import docs_option, reports_option
from pilcrow.commands.placing import placed, recover
from pilcrow.commands.progress import pages_of
from pilcrow.commands.reading import print_problems, unsettled
from pilcrow.commands.remembered import Memory
from pilcrow.commands.rendering import report_folder
from pilcrow.commands.updating import bring_up_to_date, write_glossaries
from pilcrow.commands.writing import restored_on_failure
from pilcrow.compare.outline import NAMES, Kind, outline
from pilcrow.library import (
    LANGUAGES,
    find_reports,
    language_of_source,
    load_glossary,
    load_lock,
    report_name,
    source_of,
)
from pilcrow.model import Place, Problem, Report
from pilcrow.pipeline import Settings
from pilcrow.pipeline import convert as read
from pilcrow.readers.reading import SourceError
from pilcrow.references import is_symbol, split_symbols

_ADDRESS = re.compile(r"https?:|www\.|(?:docs\.un|undocs)\.org", re.IGNORECASE)
_IN_NAME = re.compile(rf"[._-](?P<language>{'|'.join(LANGUAGES)})\.\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Newcomer:
    """A source that is to be added, with all that decides its place."""

    content: bytes
    report: Report
    symbol: str
    language: str
    given: bool
    """An editor gave the symbol; the source does not say it, or says another."""

    @property
    def name(self) -> str:
        """The source's name in its folder."""
        return f"source.{self.language}.{_ending(self.content)}"


@click.command()
@click.argument("file", type=click.Path(path_type=Path), callback=lambda _, __, file: _found(file))
@click.option("--symbol", help="The document symbol, where the source does not say it.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the source.")
@click.option("--replace", is_flag=True, help="Replace the source of a report that is there.")
@reports_option
@docs_option
def add(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    symbol: str | None,
    language: str | None,
    replace: bool,
    reports: Path,
    docs: Path,
) -> None:
    """Add the report in FILE (Markdown, Word or PDF) to the library.

    Its source goes into a folder of its own below --reports and is converted; the exit code is 1
    where problems need an editor. A run that fails leaves everything as it was.
    """
    if reports.resolve() in file.resolve().parents:
        raise click.UsageError(f"{file} is in {reports} already; run pilcrow convert.")
    recover(reports)
    newcomer = _read(file, symbol, language)
    folder = _folder(newcomer, reports)
    old = _old_source(folder)
    same = False
    if old is not None:
        same = old.read_bytes() == newcomer.content and old.name == newcomer.name
        if not same and not replace:
            raise click.UsageError(
                f"{newcomer.symbol} is in {folder} already; --replace puts this file in its place."
            )
    files = {newcomer.name: newcomer.content, **_settings(newcomer, folder)}
    if same and len(files) == 1:
        # A run that was killed may have put the file there and no more.
        problems, good = _converted(folder, reports, docs)
        click.echo(f"{newcomer.symbol} is in {folder} already, the same file.")
        if not good:
            _tell(newcomer, folder, docs, problems, good=good)
        sys.exit(0 if good else 1)
    without = (old.name,) if old is not None and old.name != newcomer.name else ()
    pages = docs / report_folder(newcomer.symbol, newcomer.language)
    with restored_on_failure(pages, docs), placed(folder, files, without):
        problems, good = _converted(folder, reports, docs)
    _tell(newcomer, folder, docs, problems, good=good)
    sys.exit(0 if good else 1)


def _found(file: Path) -> Path:
    """The file as given, which is there and can be read.

    Raises:
        click.UsageError: it is an address, a folder or nothing, told with what to do instead.
    """
    if _ADDRESS.match(str(file)):
        raise click.UsageError(
            f"{file} is an address on the web. Download the document first (the Word file rather"
            " than the PDF, where there is one), then run pilcrow add with the downloaded file."
        )
    if file.is_dir():
        raise click.UsageError(f"{file} is a folder. Run pilcrow add for each file in it.")
    if not file.is_file():
        raise click.UsageError(
            f"{file}: there is no such file. A name with spaces goes between quotation marks."
        )
    if not os.access(file, os.R_OK):
        raise click.UsageError(f"{file} may not be read: you lack the permission.")
    return file


def _read(file: Path, symbol: str | None, language: str | None) -> _Newcomer:
    """Read the source; ends the run where nothing can be read or no symbol is known."""
    given = _checked(symbol) if symbol is not None else None
    content = file.read_bytes()
    named = _IN_NAME.search(file.name)
    spoken = language or (named["language"].lower() if named else None)
    with pages_of(file.name) as watch:
        report = read(content, file.name, Settings(language=spoken) if spoken else None, watch)
    if not outline(report):
        print_problems(report.problems)
        click.echo(f"{file} was not added: nothing could be read from it.", err=True)
        sys.exit(1)
    own = report.masthead.symbol
    if given is None and own is None and sys.stdin.isatty():
        given = _checked(click.prompt("The source does not say its symbol. Document symbol"))
    found = given or own
    if found is None:
        _end(file, "missing-symbol", "it does not say its symbol.", "Give it with --symbol.")
    if not is_symbol(found):
        what = f"it calls itself {found!r}, which is no document symbol."
        _end(file, "bad-symbol", what, "Give the right one with --symbol.")
    return _Newcomer(
        content=content,
        report=report,
        symbol=found,
        language=report.masthead.language,
        given=given is not None and given != own,
    )


def _checked(symbol: str) -> str:
    """A symbol as given on the command line, normalised, the first of a doubled one.

    Raises:
        click.UsageError: it is none; so no symbol leads out of the reports folder.
    """
    parts = split_symbols(symbol)
    if not parts or not all(map(is_symbol, parts)):
        raise click.UsageError(f"{symbol!r} is no document symbol, such as E/CN.15/2024/5.")
    return parts[0]


def _folder(newcomer: _Newcomer, reports: Path) -> Path:
    """The folder of this report in this language if it has one, else a new one's name."""
    name = report_name(newcomer.symbol)
    taken = False
    for folder in find_reports(reports):
        source = _old_source(folder)
        if source is None or language_of_source(source.name) != newcomer.language:
            taken |= folder.name == name
        elif folder.name == name or _symbol_of(folder) == newcomer.symbol:
            return folder
    return reports / (f"{name}.{newcomer.language}" if taken else name)


def _old_source(folder: Path) -> Path | None:
    try:
        return source_of(folder) if folder.is_dir() else None
    except SourceError:
        return None


def _symbol_of(folder: Path) -> str | None:
    """The symbol a report was published under, or that its settings give."""
    try:
        symbol = load_lock(folder / "anchors.lock").symbol
        return symbol or str(_toml(folder).get("symbol"))
    except (SourceError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return None


def _toml(folder: Path) -> dict[str, object]:
    path = folder / "report.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _settings(newcomer: _Newcomer, folder: Path) -> dict[str, bytes]:
    """What report.toml must say of the newcomer: the symbol that its source does not give."""
    path = folder / "report.toml"
    fields = _toml(folder)
    if "source" in fields and fields["source"] != newcomer.name:
        raise click.UsageError(f"{path} names another source; mend it first.")
    if not newcomer.given or fields.get("symbol") == newcomer.symbol:
        return {}
    if "symbol" in fields:
        raise click.UsageError(f"{path} gives another symbol; mend it first.")
    kept = path.read_bytes() if path.is_file() else b""
    return {path.name: f"symbol = {json.dumps(newcomer.symbol)}\n".encode() + kept}


def _converted(folder: Path, reports: Path, docs: Path) -> tuple[tuple[Problem, ...], bool]:
    """Bring the library up to date; what this report's conversion found, and whether it is good."""
    try:
        glossary = load_glossary(reports / "glossary.toml")
    except SourceError as error:
        return (error.problem,), False
    names = find_reports(reports)
    results = tuple(bring_up_to_date(names, glossary, reports, docs, Memory(reports, docs)))
    (own,) = (result for result in results if result.source == folder)
    if own.error is not None:
        raise own.error
    stale = write_glossaries(results, reports, docs)
    return (*own.problems, *stale), own.good and not stale


def _tell(
    newcomer: _Newcomer, folder: Path, docs: Path, problems: tuple[Problem, ...], *, good: bool
) -> None:
    """Say what was found and what to do next, in words for an editor."""
    print_problems(problems)
    counts = Counter(entry.kind for entry in outline(newcomer.report))
    held = ", ".join(
        f"{counts[kind]} {NAMES[kind][counts[kind] != 1]}"
        for kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.NOTE)
    )
    click.echo(f"{newcomer.symbol} ({newcomer.language}) is in {folder}: {held}.")
    if good:
        pages = docs / newcomer.language / newcomer.symbol
        settled = len(problems)
        if settled:
            click.echo(f"{settled} findings settled themselves: pilcrow check {folder} tells.")
        click.echo(f"Its pages are in {pages}. Next: run make site, look at the pages beside the")
        click.echo(f"printed report, and commit {folder.parent} and {docs} together.")
        return
    count = len(unsettled(problems))
    click.echo(
        f"It has no new pages yet: {count} {'problem needs' if count == 1 else 'problems need'} an"
        " editor. Next: do what each hint above says"
    )
    click.echo(f"(docs/maintainers/reports.md tells how), and try with pilcrow check {folder}.")


def _ending(content: bytes) -> str:
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return "docx" if content.startswith(b"PK\x03\x04") else "md"


def _end(file: Path, rule: str, message: str, hint: str) -> NoReturn:
    place = Place(source=file.name, line=1)
    print_problems((Problem(rule=rule, place=place, message=message, hint=hint),))
    click.echo(f"{file} was not added.", err=True)
    sys.exit(1)
