"""`pilcrow convert`: sources to Markdown pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pilcrow.anchors import grown, vanished, write_lock
from pilcrow.commands.options import docs_option, reports_option, sources_argument
from pilcrow.commands.progress import steps
from pilcrow.commands.reading import print_problems, read_report, unsettled
from pilcrow.commands.rendering import Rendered, render
from pilcrow.commands.writing import replace_pages, write_file
from pilcrow.library import find_reports, load_glossary, load_lock
from pilcrow.model import Place
from pilcrow.readers.reading import SourceError
from pilcrow.render.lists import ReportTerms, glossary_ids, glossary_page
from pilcrow.terms import GlossaryEntry, term_ids


@click.command()
@sources_argument
@reports_option
@docs_option
def convert(sources: tuple[Path, ...], reports: Path, docs: Path) -> None:
    """Convert SOURCES (files or report folders) to Markdown pages below --docs.

    A report with open problems is named and left at its last good pages; then the exit code
    is 1.
    """
    if not sources and not reports.is_dir():
        raise click.UsageError(f"{reports} is not a folder; name the sources or --reports.")
    sys.exit(0 if convert_all(sources, reports, docs) else 1)


def convert_all(sources: Sequence[Path], reports: Path, docs: Path) -> bool:
    """Convert and write; tell whether no report has open problems."""
    glossary_path = reports / "glossary.toml"
    try:
        glossary = load_glossary(glossary_path)
    except SourceError as error:
        print_problems((error.problem,))
        return False
    good = True
    done: list[Rendered] = []
    names = sources or find_reports(reports)
    if not names:
        click.echo(f"{reports}: no-reports: the folder holds no report.", err=True)
        return False
    for path in steps(names, "Converting"):
        rendered = _convert_one(path, glossary, glossary_path, docs)
        if rendered is None:
            good = False
        else:
            done.append(rendered)
    if done and not sources:
        good &= _write_glossaries([entry.terms for entry in done], reports, docs)
    return good


def _convert_one(
    path: Path, glossary: Sequence[GlossaryEntry], glossary_path: Path, docs: Path
) -> Rendered | None:
    source, report = read_report(path)
    print_problems(report.problems)
    if source is None or unsettled(report.problems):
        return None
    rendered = render(source, report, glossary, glossary_path.as_posix())
    print_problems(rendered.problems)
    if rendered.problems:
        return None
    replace_pages(docs / rendered.folder, rendered.pages)
    if source.published:
        write_file(source.path.parent / "anchors.lock", write_lock(rendered.lock))
    return rendered


def _write_glossaries(terms: Sequence[ReportTerms], reports: Path, docs: Path) -> bool:
    """Write the glossary of each language; tell whether no published term vanished."""
    good = True
    for language in dict.fromkeys(entry.folder.split("/")[0] for entry in terms):
        own = [entry for entry in terms if entry.folder.split("/")[0] == language]
        page = glossary_page(own, language, term_ids)
        path = reports / f"glossary.{language}.lock"
        lock = load_lock(path)
        ids = glossary_ids(page)
        problems = vanished(lock, ids, Place(source=path.as_posix(), line=1))
        print_problems(problems)
        if problems:
            good = False
            continue
        write_file(docs / language / page.name, page.markdown())
        write_file(path, write_lock(grown(lock, ids)))
    return good
