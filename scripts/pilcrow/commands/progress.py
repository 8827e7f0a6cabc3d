"""Progress of long steps: shown in a terminal, quiet elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")


def steps(values: Iterable[T], what: str, total: int) -> Iterator[T]:
    """Give the values, `total` in all; in a terminal a bar on standard error counts them."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield from values
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    ) as progress:
        yield from progress.track(values, total=total, description=what)
