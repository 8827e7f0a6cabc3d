"""Converts many sources over the processor's cores; what one does never stops another."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from pilcrow.commands.reading import read_report, unsettled
from pilcrow.commands.rendering import Rendered, render
from pilcrow.model import Place, Problem
from pilcrow.terms import GlossaryEntry

_AHEAD = 2
"""Conversions begun ahead for each process: enough to keep all busy, few enough to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one source."""

    problems: tuple[Problem, ...]
    """All of them, the settled ones too."""
    rendered: Rendered | None = None
    """None where a problem needs an editor."""
    lock: Path | None = None
    """Where the report's lock is kept; None for a loose file."""


def convert_source(path: Path, glossary: Sequence[GlossaryEntry], glossary_name: str) -> Outcome:
    """Convert what a path names; writes nothing.

    A fault of ours is a problem of this source: the others are converted all the same.
    """
    try:
        source, report = read_report(path)
        if source is None or unsettled(report.problems):
            return Outcome(problems=report.problems)
        rendered = render(source, report, glossary, glossary_name)
    except OSError as error:
        return Outcome(problems=(_failed(path, error.strerror or str(error)),))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is named, and the rest goes on
        told = str(error).partition("\n")[0][:200]
        return Outcome(problems=(_failed(path, f"{type(error).__name__}: {told}"),))
    if rendered.problems:
        return Outcome(problems=(*report.problems, *rendered.problems))
    return Outcome(
        problems=report.problems,
        rendered=rendered,
        lock=source.path.parent / "anchors.lock" if source.published else None,
    )


def convert_sources(
    paths: Sequence[Path],
    glossary: Sequence[GlossaryEntry],
    glossary_name: str,
    *,
    processes: int | None = None,
) -> Iterator[Outcome]:
    """Convert sources in parallel and give the outcomes in the order of the paths.

    A process that dies (out of memory, a fault of a library) takes no other report with it:
    those that were under way are converted again, each in a process of its own.
    """
    count = min(processes or os.cpu_count() or 1, len(paths))
    if count <= 1:
        for path in paths:
            yield convert_source(path, glossary, glossary_name)
        return
    done = 0
    try:
        with _pool(count) as pool:
            running: deque[Future[Outcome]] = deque()
            for path in paths:
                running.append(pool.submit(convert_source, path, glossary, glossary_name))
                if len(running) >= count * _AHEAD:
                    yield running.popleft().result()
                    done += 1
            while running:
                yield running.popleft().result()
                done += 1
    except BrokenProcessPool:
        for path in paths[done:]:
            yield _alone(path, glossary, glossary_name)


def _alone(path: Path, glossary: Sequence[GlossaryEntry], glossary_name: str) -> Outcome:
    try:
        with _pool(1) as pool:
            return pool.submit(convert_source, path, glossary, glossary_name).result()
    except BrokenProcessPool:
        return Outcome(problems=(_failed(path, "the process that read it was killed"),))


def _pool(count: int) -> ProcessPoolExecutor:
    # Fresh processes: a fork would copy threads' locks, and is not there on every system.
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))


def _failed(path: Path, what: str) -> Problem:
    return Problem(
        rule="conversion-failed",
        place=Place(source=path.as_posix(), line=1),
        message=f"the source could not be converted: {what}.",
        hint="If the file opens elsewhere, tell the maintainers. Its last good pages stay.",
    )
