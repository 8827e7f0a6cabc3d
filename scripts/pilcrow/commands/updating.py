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
from pilcrow.commands.reading import print_problems, unsettled
from pilcrow.commands.remembered import Good, Memory, Remembered
from pilcrow.commands.rendering import Rendered
from pilcrow.commands.standing import published_symbol, standing
from pilcrow.commands.writing import finish_all, replace_pages, write_file
from pilcrow.library import find_reports, load_glossary, load_lock
from pilcrow.model import Place, Problem
from pilcrow.readers.reading import SourceError
from pilcrow.render.glossary import glossary_ids, glossary_page
from pilcrow.render.lists import ReportTerms
from pilcrow.terms import GlossaryEntry, term_ids


def convert_all(
    sources: Sequence[Path], reports: Path, docs: Path, *, left: Path | None = None
) -> bool:
    """Convert and write; tell whether no report has open problems.

    Args:
        sources: what to convert; nothing for all reports, of which each that is old or missing
            afterwards is then told once more, in a line.
        reports: the reports folder.
        docs: where the pages stand.
        left: a file for these lines; it is written last, and empty where all is well.
    """
    recover(reports)
    finish_all(docs)
    told = _convert(sources, reports, docs)
    if not sources:
        # Problems go to standard error, one a line; this is what became of the library.
        for line in told:
            click.echo(line)
    if left is not None:
        left.parent.mkdir(parents=True, exist_ok=True)
        left.write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    return not told


def _convert(sources: Sequence[Path], reports: Path, docs: Path) -> tuple[str, ...]:
    """Convert and write, naming every problem; a line for each report that is old or missing."""
    names = tuple(sources) or find_reports(reports)
    if not names:
        print_problems((_none(reports),))
        return (f"{reports} holds no report.",)
    try:
        glossary = load_glossary(reports / "glossary.toml")
    except SourceError as error:
        print_problems((error.problem,))
        return (f"No report was converted, all pages stay as they were ({error.problem.rule}).",)
    memory = None if sources else Memory(reports, docs)
    results: list[Result] = []
    up_to_date = bring_up_to_date(names, glossary, reports, docs, memory)
    for result in steps(up_to_date, "Converting", len(names)):
        print_problems(result.problems)
        results.append(result)
    told = [left_behind(result) for result in results if not result.good]
    if not sources:
        problems = write_glossaries(results, reports, docs)
        print_problems(problems)
        told += [
            f"{place} is old: it stays as it was ({rule})."
            for place, rule in dict.fromkeys((each.place.source, each.rule) for each in problems)
        ]
    return tuple(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What stands in the docs folder for one source after a conversion."""

    source: Path
    """The report's folder, or the file."""
    problems: tuple[Problem, ...] = ()
    good: bool = False
    """Its pages are what the source gives now."""
    pages: Path | None = None
    """The folder of its pages as they stand, which may be its last good ones."""
    terms: ReportTerms | None = None
    """Of these pages; None where there are none, or their terms are not known."""
    error: OSError | None = None
    """What kept its pages from being written."""


def left_behind(result: Result) -> str:
    """One line on a report that is not what its source gives: what readers see, and why."""
    symbol = result.terms.symbol if result.terms else published_symbol(result.source)
    name = f"{symbol} ({result.source})" if symbol else str(result.source)
    rules = dict.fromkeys(problem.rule for problem in unsettled(result.problems))
    state = "old: its last good pages stay" if result.pages else "missing: it has no pages yet"
    return f"{name} is {state} ({', '.join(rules)})."


def bring_up_to_date(
    names: Sequence[Path],
    glossary: Sequence[GlossaryEntry],
    reports: Path,
    docs: Path,
    memory: Memory | None,
) -> Iterator[Result]:
    """Convert what changed since the memory of it, write it, and give results in order of names.

    A report that has problems, or cannot be written, keeps its last good pages and their terms.
    """
    inputs = {path: memory.inputs(path) for path in names} if memory else {}
    known = {path: memory.recall(path) if memory else None for path in names}
    # Pages that stand belong to the report that wrote them, whatever other comes before it by name.
    owners: dict[Path, Path] = {}
    for path in names:
        pages = standing(path, docs, known[path]) if path.is_dir() else None
        if pages is not None:
            owners.setdefault(pages, path)
    own = {path: pages for pages, path in owners.items()}
    current = {
        path
        for path, old in known.items()
        if memory and old and path in own and memory.is_current(path, old, inputs[path])
    }
    outcomes = convert_sources(
        [path for path in names if path not in current],
        glossary,
        (reports / "glossary.toml").as_posix(),
    )
    for path in names:
        old = known[path]
        good = old.good if old else None
        before = Result(
            source=path, pages=own.get(path), terms=good.terms if good and path in own else None
        )
        if old and path in current:
            yield replace(before, problems=old.problems, good=True)
            continue
        outcome = next(outcomes)
        result = _written(outcome, before, owners, docs)
        if memory and result.good and result.terms:
            folder = result.terms.folder
            good = Good(
                inputs=inputs[path], outputs=memory.outputs(path, folder), terms=result.terms
            )
        # What came of another folder, the disk or the lock is no knowledge of what went in.
        failed = outcome.rendered is None and not (good and good.inputs == inputs[path])
        if memory and (result.good or failed):
            memory.keep(path, Remembered(inputs=inputs[path], problems=result.problems, good=good))
        yield result


def _written(outcome: Outcome, before: Result, owners: dict[Path, Path], docs: Path) -> Result:
    """Write what a conversion gave, and tell what stands then; `owners` learns of new pages."""
    rendered = outcome.rendered
    if rendered is None:
        return replace(before, problems=outcome.problems)
    pages = docs / rendered.folder
    owner = owners.setdefault(pages, before.source)
    if owner != before.source:
        return replace(before, problems=(_twice(before.source, owner, rendered),))
    try:
        replace_pages(pages, rendered.files)
        if outcome.lock is not None:
            write_file(outcome.lock, write_lock(rendered.lock))
    except OSError as error:
        problem = _not_written(before.source, pages, error)
        return replace(before, problems=(*outcome.problems, problem), error=error)
    return Result(
        source=before.source,
        problems=outcome.problems,
        good=True,
        pages=pages,
        terms=rendered.terms,
    )


def _none(reports: Path) -> Problem:
    return Problem(
        rule="no-reports",
        place=Place(source=reports.as_posix(), line=1),
        message="the folder holds no report.",
        hint="Add one with pilcrow add FILE, or name the right folder with --reports.",
    )


def _not_written(path: Path, pages: Path, error: OSError) -> Problem:
    return Problem(
        rule="not-written",
        place=Place(source=path.as_posix(), line=1),
        message=f"its pages could not be written into {pages}: {error.strerror or error}.",
        hint="Make room on the disk or mend the folder's permissions, and convert again.",
    )


def _twice(path: Path, owner: Path, rendered: Rendered) -> Problem:
    return Problem(
        rule="duplicate-report",
        place=Place(source=path.as_posix(), line=1),
        message=f"{rendered.terms.symbol} is already in {owner.as_posix()}.",
        hint="Keep one of the two folders, or correct a symbol in report.toml.",
    )


def write_glossaries(
    results: Sequence[Result], reports: Path, docs: Path, *, given_up: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """Write the glossary of each language, and its lock without the ids `given_up`.

    Returns:
        A problem for each published term that vanished, and for pages whose terms are not known;
        the glossary of that language is left as it was.
    """
    found: list[Problem] = []
    terms = [result.terms for result in results if result.terms]
    unknown = {
        result.pages.relative_to(docs).parts[0]: result.source
        for result in reversed(results)
        if result.pages and not result.terms
    }
    for language in dict.fromkeys(entry.folder.split("/")[0] for entry in terms):
        own = [entry for entry in terms if entry.folder.split("/")[0] == language]
        page = glossary_page(own, language, term_ids)
        if language in unknown:
            found.append(_waiting(docs / language / page.name, unknown[language]))
            continue
        path = reports / f"glossary.{language}.lock"
        ids = glossary_ids(page)
        gone = set(given_up) - set(ids)
        try:
            lock = load_lock(path)
        except SourceError as error:
            found.append(error.problem)
            continue
        lock = replace(lock, ids=tuple(name for name in lock.ids if name not in gone))
        problems = vanished(lock, ids, Place(source=path.as_posix(), line=1))
        found.extend(problems)
        if not problems:
            write_file(docs / language / page.name, page.markdown())
            write_file(path, write_lock(grown(lock, ids)))
    return tuple(found)


def _waiting(glossary: Path, report: Path) -> Problem:
    """In a fresh clone nothing but a conversion tells which terms a report's pages use."""
    return Problem(
        rule="glossary-waits",
        place=Place(source=glossary.as_posix(), line=1),
        message=f"the glossary stays as it was: {report.as_posix()} cannot tell its terms now.",
        hint="Settle the problems of that report.",
    )
