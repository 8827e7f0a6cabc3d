"""What is measured: a list of functions, each giving rows. Another slice adds its own to `ALL`."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Command, interleave, median_seconds
from tests.bench.table import Row

SEED = Path("reports/E_CN.15_2024_5/source.en.md")
TIMES = 50
MOST_OF_STOCK = 1.5
_UNTRACKED = (".git", ".venv", "site", "dist", "build", ".*_cache", ".hypothesis", "__pycache__")

_STOCK = """site_name: Stock
use_directory_urls: false
theme:
  name: material
plugins:
  - search
"""


class TooSlowError(Exception):
    """A measured ratio is past its bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Where benchmarks run: the repository, a scratch folder, and how often to repeat."""

    root: Path
    scratch: Path
    runs: int

    def copy(self, name: str) -> Path:
        """A copy of the repository in the scratch folder, without what make has made."""
        target = self.scratch / name
        shutil.copytree(self.root, target, ignore=shutil.ignore_patterns(*_UNTRACKED))
        return target


Benchmark = Callable[[Workspace], tuple[Row, ...]]


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def conversion(workspace: Workspace) -> tuple[Row, ...]:
    """From the source to the pages: the seed report, and one many times as large."""
    rows = []
    for times in (1, TIMES):
        folder = workspace.copy(f"convert-{times}")
        if times == 1:
            subject = "Convert E/CN.15/2024/5 (115 paragraphs)"
        else:
            subject = f"Convert a report {times} times as large ({115 * times:,} paragraphs)"
            shutil.rmtree(folder / "reports")
            shutil.rmtree(folder / "docs" / "en", ignore_errors=True)
            (folder / SEED).parent.mkdir(parents=True)
            subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "tests.bench.larger",
                    str(workspace.root / SEED),
                    str(folder / SEED),
                    str(times),
                ],
                cwd=workspace.root,
                check=True,
            )
        command = Command(arguments=(_program("pilcrow"), "convert", "--force"), folder=folder)
        (measurements,) = interleave([command], workspace.runs)
        rows.append(Row(subject=subject, measurements=measurements))
    return tuple(rows)


def site_build(workspace: Workspace) -> tuple[Row, ...]:
    """The site, and a stock Material for MkDocs build of the same Markdown pages, in turns.

    Raises:
        TooSlowError: the site takes more than `MOST_OF_STOCK` times the stock build.
    """
    ours = workspace.copy("site-ours")
    stock = workspace.scratch / "site-stock"
    stock.mkdir()
    shutil.copytree(ours / "docs", stock / "docs")
    (stock / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
    pages = sum(1 for _ in (stock / "docs").rglob("*.md"))
    measurements = interleave(
        [
            Command(arguments=(_program("pilcrow"), "build"), folder=ours),
            Command(arguments=(_program("mkdocs"), "build", "--quiet"), folder=stock),
        ],
        workspace.runs,
    )
    ratio = median_seconds(measurements[0]) / median_seconds(measurements[1])
    if ratio > MOST_OF_STOCK:
        raise TooSlowError(
            f"the site takes {ratio:.2f} times a stock build; {MOST_OF_STOCK} at most"
        )
    return (
        Row(
            subject=f"Build the site ({pages} pages)",
            measurements=measurements[0],
            note=f"{ratio:.2f} times stock, {MOST_OF_STOCK} allowed",
        ),
        Row(subject="Stock build of the same pages", measurements=measurements[1]),
    )


ALL: tuple[Benchmark, ...] = (conversion, site_build)
