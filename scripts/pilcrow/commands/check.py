"""`pilcrow check`: validate without writing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pilcrow.commands.options import docs_option, reports_option, sources_argument
from pilcrow.commands.reading import print_problems, read_report, unsettled
from pilcrow.commands.rendering import render
from pilcrow.commands.writing import outdated
from pilcrow.library import find_reports, load_glossary
from pilcrow.model import Place, Problem
from pilcrow.readers.reading import SourceError


@click.command()
@sources_argument
@reports_option
@docs_option
def check(sources: tuple[Path, ...], reports: Path, docs: Path) -> None:
    """Check SOURCES (files or report folders) and say what an editor should know.

    Also compares the written pages of a report below --reports with what its source gives now.
    Writes nothing.
    """
    problems: list[Problem] = []
    names = sources or find_reports(reports)
    for path in names:
        problems.extend(_check_one(path, reports, docs))
    print_problems(problems, settled=True)
    open_problems = unsettled(problems)
    click.echo(
        f"{len(names)} checked; {len(open_problems)} problems need an editor, "
        f"{len(problems) - len(open_problems)} are settled."
    )
    sys.exit(1 if open_problems else 0)


def _check_one(path: Path, reports: Path, docs: Path) -> tuple[Problem, ...]:
    source, report = read_report(path)
    if source is None or unsettled(report.problems):
        return report.problems
    glossary = reports / "glossary.toml"
    try:
        entries = load_glossary(glossary)
    except SourceError as error:
        return (*report.problems, error.problem)
    rendered = render(source, report, entries, glossary.as_posix())
    folder = docs / rendered.folder
    stale: tuple[Problem, ...] = ()
    if folder.is_dir() and reports.resolve() in source.path.resolve().parents:
        stale = tuple(
            Problem(
                rule="page-not-current",
                place=Place(source=(folder / name).as_posix(), line=1),
                message="the page is not what the source gives now.",
                hint="Run pilcrow convert, and look at what changed before you commit it.",
            )
            for name in outdated(folder, rendered.files)
        )
    return (*report.problems, *rendered.problems, *stale)
