"""Brings pages up to date: converts what changed, writes it, and makes the glossaries anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from pilcrow.anchors import grown, vanished, write_lock
from pilcrow.commands.converting import Outcome, convert_sources
from pilcrow.commands.placing import recover
from pilcrow.commands.progress import steps
from pilcrow.commands.reading import print_problems
from pilcrow.commands.remembered import Good, Memory, Remembered
from pilcrow.commands.writing import replace_pages, write_file
from pilcrow.library import find_reports, load_glossary, load_lock
from pilcrow.model import Place, Problem
from pilcrow.readers.reading import SourceError
from pilcrow.render.lists import ReportTerms, glossary_ids, glossary_page
from pilcrow.terms import GlossaryEntry, term_ids


def convert_all(sources: Sequence[Path], reports: Path, docs: Path) -> bool:
    """Convert and write; tell whether no report has open problems."""
    recover(reports)
    names = tuple(sources) or find_reports(reports)
    if not names:
        click.echo(f"{reports}: no-reports: the folder holds no report.", err=True)
        return False
    try:
        glossary = load_glossary(reports / "glossary.toml")
    except SourceError as error:
        print_problems((error.problem,))
        return False
    memory = None if sources else Memory(reports, docs)
    good = True
    terms: list[ReportTerms] = []
    results = bring_up_to_date(names, glossary, reports, docs, memory)
    for result in steps(results, "Converting", len(names)):
        print_problems(result.problems)
        good &= result.good
        if result.terms is not None:
            terms.append(result.terms)
    if terms and not sources:
        problems = write_glossaries(terms, reports, docs)
        print_problems(problems)
        good &= not problems
    return good


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What stands in the docs folder for one source after a conversion."""

    problems: tuple[Problem, ...]
    good: bool
    """Its pages are what the source gives now."""
    terms: ReportTerms | None
    """Of its pages as they stand, which may be its last good ones."""


def bring_up_to_date(
    names: Sequence[Path],
    glossary: Sequence[GlossaryEntry],
    reports: Path,
    docs: Path,
    memory: Memory | None,
) -> Iterator[Result]:
    """Convert what changed since the memory of it, write it, and give results in order of names.

    A report that has problems keeps its last good pages, and the terms of these.
    """
    inputs = {path: memory.inputs(path) for path in names} if memory else {}
    known = {path: memory.recall(path) for path in names} if memory else {}
    current = {
        path: old
        for path, old in known.items()
        if memory and old and memory.is_current(path, old, inputs[path])
    }
    outcomes = convert_sources(
        [path for path in names if path not in current],
        glossary,
        (reports / "glossary.toml").as_posix(),
    )
    owners: dict[str, Path] = {}
    for path in names:
        if path in current:
            old = current[path]
            if old.good:
                owners.setdefault(old.good.terms.folder, path)
            yield Result(
                problems=old.problems,
                good=old.converted,
                terms=old.good.terms if old.good else None,
            )
            continue
        outcome = next(outcomes)
        before = known.get(path)
        good = before.good if before else None
        if outcome.rendered is None:
            if memory:
                memory.keep(
                    path, Remembered(inputs=inputs[path], problems=outcome.problems, good=good)
                )
            yield Result(problems=outcome.problems, good=False, terms=good.terms if good else None)
            continue
        owner = owners.setdefault(outcome.rendered.folder, path)
        if owner != path:
            # Not remembered: it depends on another folder.
            yield Result(problems=(_twice(path, owner, outcome),), good=False, terms=None)
            continue
        _write(outcome, docs)
        if memory:
            folder = outcome.rendered.folder
            good = Good(
                inputs=inputs[path],
                outputs=memory.outputs(path, folder),
                terms=outcome.rendered.terms,
            )
            memory.keep(path, Remembered(inputs=good.inputs, problems=outcome.problems, good=good))
        yield Result(problems=outcome.problems, good=True, terms=outcome.rendered.terms)


def _write(outcome: Outcome, docs: Path) -> None:
    if outcome.rendered is None:
        return
    replace_pages(docs / outcome.rendered.folder, outcome.rendered.pages)
    if outcome.lock is not None:
        write_file(outcome.lock, write_lock(outcome.rendered.lock))


def _twice(path: Path, owner: Path, outcome: Outcome) -> Problem:
    terms = outcome.rendered.terms if outcome.rendered else None
    return Problem(
        rule="duplicate-report",
        place=Place(source=path.as_posix(), line=1),
        message=f"{terms.symbol if terms else 'the report'} is already in {owner.as_posix()}.",
        hint="Keep one of the two folders, or correct a symbol in report.toml.",
    )


def write_glossaries(
    terms: Sequence[ReportTerms], reports: Path, docs: Path, *, given_up: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """Write the glossary of each language, and its lock without the ids `given_up`.

    Returns:
        A problem for each published term that vanished; that language's glossary is left as it was.
    """
    found: list[Problem] = []
    for language in dict.fromkeys(entry.folder.split("/")[0] for entry in terms):
        own = [entry for entry in terms if entry.folder.split("/")[0] == language]
        page = glossary_page(own, language, term_ids)
        path = reports / f"glossary.{language}.lock"
        ids = glossary_ids(page)
        gone = set(given_up) - set(ids)
        lock = load_lock(path)
        lock = replace(lock, ids=tuple(name for name in lock.ids if name not in gone))
        problems = vanished(lock, ids, Place(source=path.as_posix(), line=1))
        found.extend(problems)
        if not problems:
            write_file(docs / language / page.name, page.markdown())
            write_file(path, write_lock(grown(lock, ids)))
    return tuple(found)
