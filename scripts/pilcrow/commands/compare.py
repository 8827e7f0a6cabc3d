"""`pilcrow compare A B`: what two editions of a report differ in."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from pilcrow.commands.reading import print_problems, read_report
from pilcrow.compare.differences import differences
from pilcrow.compare.outline import NAMES, outline
from pilcrow.model import Report


@click.command()
@click.argument("first", metavar="A", type=click.Path(exists=True, path_type=Path))
@click.argument("second", metavar="B", type=click.Path(exists=True, path_type=Path))
def compare(first: Path, second: Path) -> None:
    """Compare the reports in A and B, as from a Word file and a PDF of the same document.

    Word for word, but for hyphenation. Exits with 0 where they are equal and 1 where they differ.
    """
    reports = (readable(first), readable(second))
    found = differences(*reports)
    if not found:
        counts = Counter(entry.kind for entry in outline(reports[0]))
        parts = ", ".join(
            f"{counts[kind]} {name[counts[kind] != 1]}" for kind, name in NAMES.items()
        )
        click.echo(f"Equal: {parts}.")
        return
    click.echo(f"A is {first}\nB is {second}\n")
    for difference in found:
        click.echo(str(difference))
    click.echo(f"\n{len(found)} {'difference' if len(found) == 1 else 'differences'}.")
    sys.exit(1)


def readable(path: Path) -> Report:
    """The report of a source; where nothing can be read, says why and ends with 1."""
    _, report = read_report(path)
    if not outline(report):
        print_problems(report.problems)
        click.echo(f"{path}: nothing could be read, so nothing is compared.", err=True)
        sys.exit(1)
    return report
