"""`pilcrow remove REPORT`: takes a report out of the library, in a way that git can undo."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from pilcrow.commands.catalogue import Holding, holdings
from pilcrow.commands.options import docs_option, reports_option
from pilcrow.commands.placing import recover, taken_away
from pilcrow.commands.reading import print_problems
from pilcrow.commands.remembered import Memory
from pilcrow.commands.updating import bring_up_to_date, write_glossaries
from pilcrow.commands.writing import remove_pages, restored_on_failure
from pilcrow.library import LANGUAGES, find_reports, load_glossary
from pilcrow.readers.reading import SourceError
from pilcrow.references import split_symbols
from pilcrow.site.citations import read_citations
from pilcrow.site.generated import read_page


@click.command()
@click.argument("report")
@click.option("--language", type=click.Choice(LANGUAGES), help="Where it is there in several.")
@click.option("--force", is_flag=True, help="Remove also what git could not bring back.")
@reports_option
@docs_option
def remove(*, report: str, language: str | None, force: bool, reports: Path, docs: Path) -> None:
    """Remove the REPORT with this symbol, or in this folder, with its pages.

    Tells which links break by it. What git could not bring back is only removed with --force.
    """
    recover(reports)
    found = _find(report, language, holdings(reports, docs))
    if not force and not _is_safe(found.folder):
        click.echo(
            f"{found.folder} was not removed: it holds what is not committed, so git could not"
            " bring it back. Commit it first, or use --force.",
            err=True,
        )
        sys.exit(1)
    citing = tuple(_citing(found, docs))
    try:
        glossary = load_glossary(reports / "glossary.toml")
    except SourceError as error:
        print_problems((error.problem,))
        sys.exit(1)
    terms_before = _glossary_ids(docs, found.language)
    pages = found.pages
    kept = restored_on_failure(pages, docs) if pages else nullcontext()
    with kept, taken_away(found.folder):
        memory = Memory(reports, docs)
        left = find_reports(reports)
        results = tuple(bring_up_to_date(left, glossary, reports, docs, memory))
        count = remove_pages(pages, docs) if pages else 0
        print_problems(write_glossaries(results, reports, docs, given_up=terms_before))
        spoken = {each.pages.relative_to(docs).parts[0] for each in results if each.pages}
        if found.language not in spoken:
            (docs / found.language / "glossary.md").unlink(missing_ok=True)
            (reports / f"glossary.{found.language}.lock").unlink(missing_ok=True)
            remove_pages(docs / found.language, docs)
    memory.forget(found.folder)
    _tell(found, count, citing)


def _find(report: str, language: str | None, found: tuple[Holding, ...]) -> Holding:
    """The one report that is meant.

    Raises:
        click.UsageError: there is none, or there are several.
    """
    symbols = split_symbols(report)
    name = Path(report).name
    matching = [
        holding
        for holding in found
        if (holding.symbol in symbols if holding.symbol else False) or holding.folder.name == name
    ]
    if language:
        matching = [holding for holding in matching if holding.language == language]
    if not matching:
        raise click.UsageError(f"{report}: no such report; pilcrow list shows them.")
    if len(matching) > 1:
        spoken = ", ".join(holding.language for holding in matching)
        raise click.UsageError(f"{report} is there in {spoken}; say which with --language.")
    return matching[0]


def _is_safe(folder: Path) -> bool:
    """Whether git holds every file of the folder as it is."""
    try:
        run = subprocess.run(  # noqa: S603 - git's own words, and a folder's name
            ["git", "status", "--porcelain", "--ignored", "--", folder.name],  # noqa: S607
            cwd=folder.parent,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return False
    return run.returncode == 0 and not run.stdout.strip()


def _citing(removed: Holding, docs: Path) -> Iterator[str]:
    """The reports that cite this one, with their paragraphs."""
    for page in sorted(docs.glob("??/**/documents.md")):
        read = read_page(page.relative_to(docs).as_posix(), page.read_text(encoding="utf-8"))
        if read is None or page.parent == removed.pages:
            continue
        numbers = dict.fromkeys(
            number
            for citation in read_citations(read.fields)
            if citation.symbol == removed.symbol
            for number in citation.paragraphs
        )
        if numbers:
            label = "para." if len(numbers) == 1 else "paras."
            yield f"{read.fields['symbol']}, {label} {', '.join(numbers)}"


def _glossary_ids(docs: Path, language: str) -> tuple[str, ...]:
    path = docs / language / "glossary.md"
    if not path.is_file():
        return ()
    page = read_page(path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8"))
    terms = page.fields.get("terms") if page else None
    if not isinstance(terms, list):
        return ()
    return tuple(str(name) for term in terms for name in (term["id"], *term.get("also", ())))


def _tell(removed: Holding, count: int, citing: tuple[str, ...]) -> None:
    name = removed.symbol or removed.folder.name
    click.echo(f"{name} is removed: {removed.folder} and {count} pages.")
    if count:
        click.echo("Links from elsewhere to its pages and paragraphs no longer arrive.")
    if citing:
        click.echo("These reports refer to it, by its address at docs.un.org:")
        for line in citing:
            click.echo(f"  {line}")
    click.echo("Next: run make site and commit; git restore brings back what was committed.")
