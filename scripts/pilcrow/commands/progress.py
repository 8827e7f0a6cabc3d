"""Progress of long steps: shown in a terminal, quiet elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")

_shown: list[Progress] = []
"""The bars on the terminal, which has room for one set of them."""


def steps(values: Iterable[T], what: str, total: int) -> Iterator[T]:
    """Give the values, `total` in all; in a terminal a bar on standard error counts them."""
    with _bars() as bars:
        if bars is None:
            yield from values
        else:
            yield from bars.track(values, total=total, description=what)


@contextmanager
def pages_of(name: str) -> Iterator[Callable[[int, int], None]]:
    """What to tell how many pages of a file are read, and of how many; a terminal shows it.

    It stands below the bar of the step that the reading belongs to, if there is one.
    """
    with _bars() as bars:
        task: TaskID | None = None

        def tell(read: int, pages: int) -> None:
            nonlocal task
            if bars is None:
                return
            if task is None:
                task = bars.add_task(f"Reading {name}, page", total=pages)
            bars.update(task, completed=read)

        try:
            yield tell
        finally:
            if bars is not None and task is not None:
                bars.remove_task(task)


@contextmanager
def _bars() -> Iterator[Progress | None]:
    """The bars that are shown, or new ones; None where nobody looks at them.

    A process that works for another shows none: that other has the terminal.
    """
    if not sys.stderr.isatty() or parent_process() is not None:
        yield None
        return
    if _shown:
        yield _shown[-1]
        return
    # Loading this takes longer than reading a short report.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as progress:
        _shown.append(progress)
        try:
            yield progress
        finally:
            _shown.pop()
