"""Reads a report for a command, and prints what an editor should know."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

import click

from pilcrow.commands.progress import pages_of
from pilcrow.library import SourceFile, load_source, source_of
from pilcrow.model import Masthead, Problem, Report
from pilcrow.pipeline import convert
from pilcrow.readers.reading import SourceError


def read_report(path: Path) -> tuple[SourceFile | None, Report]:
    """Convert the source that a path names; a file that cannot be read gives its problem."""
    # What a report is made of is kept to the end: little of it is worth looking for as garbage.
    gc.set_threshold(100_000, 20, 10)
    try:
        source = load_source(source_of(path))
    except SourceError as error:
        return None, Report(masthead=Masthead(), problems=(error.problem,))
    with pages_of(path.name) as watch:
        return source, convert(source.content, source.name, source.settings, watch)


def unsettled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that need an editor."""
    return tuple(problem for problem in problems if problem.settled_by is None)


def print_problems(problems: Iterable[Problem], *, settled: bool = False) -> None:
    """Print each problem on a line of its own on standard error; settled ones where asked for."""
    for problem in problems:
        if problem.settled_by is None:
            click.echo(str(problem), err=True)
        elif settled:
            click.echo(f"{problem} Settled: {problem.settled_by.rstrip('.')}.", err=True)
