"""`pilcrow score FILE GOLD.tsv`: a report measured against a list of what it should hold."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pilcrow.commands.compare import readable
from pilcrow.compare.gold import GoldError, read_gold
from pilcrow.compare.score import Score, score


@click.command(name="score")
@click.argument("source", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@click.argument(
    "gold", metavar="GOLD.tsv", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def score_command(source: Path, gold: Path) -> None:
    """Measure the report in FILE against the gold list GOLD.tsv.

    Prints what is found, missing and invented. Exits with 0 where all is found and nothing
    invented, and with 1 elsewhere.
    """
    try:
        listed = read_gold(gold.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{gold}: no gold list: it is no text in UTF-8.") from error
    except GoldError as error:
        raise click.UsageError(f"{gold}: no gold list: {error}.") from error
    result = score(readable(source), listed)
    click.echo(told(result))
    sys.exit(1 if result.faults else 0)


def told(result: Score) -> str:
    """The score as a table, then its faults, one a line."""
    lines = [f"{'':22}{'found':>8}{'expected':>10}{'invented':>10}"]
    lines += [
        f"{count.what:22}{count.found:8}{count.expected:10}{count.invented:10}"
        for count in result.counts
    ]
    agree, found = result.degrees
    lines.append(f"Degree as the style's level: {agree} of {found} headings (for information).")
    return "\n".join([*lines, *result.faults])
