"""What is measured: a list of functions, each giving rows. Another slice adds its own to `ALL`."""

import functools
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Command, Measurement, interleave, least_processor_seconds
from tests.bench.table import Row

SEED = Path("reports/E_CN.15_2024_5/source.en.md")
TIMES = 50
MOST_OF_STOCK = 1.5
_PAGES = (30, 300)
"""Of the sources that are read: about so many as printed."""
# What a build takes; the rest of the repository, and all that make has made, stays behind.
_BUILT_FROM = ("docs", "hooks", "mkdocs.yml", "reports", "scripts", "theme")

_STOCK = """site_name: Stock
use_directory_urls: false
theme:
  name: material
plugins:
  - search
"""
_CROSS = re.compile(r"\[([^\]\n]+)\]\[[^\]\n]*\]")
"""A cross-reference to an object of the API."""
# The site's own settings of mkdocstrings: other ones would make other pages.
_REFERENCE = re.compile(r"^  - mkdocstrings:\n(?: {4}.*\n)+", re.MULTILINE)
_OBJECT = re.compile(r"^:::.*\n(?: {4}.*\n)*", re.MULTILINE)


class TooSlowError(Exception):
    """A measured ratio is past its bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Where benchmarks run: the repository, a scratch folder, and how often to repeat."""

    root: Path
    scratch: Path
    runs: int

    def copy(self, name: str) -> Path:
        """A copy of what the site is built from, in the scratch folder."""
        target = self.scratch / name
        target.mkdir()
        for entry in _BUILT_FROM:
            source = self.root / entry
            if source.is_dir():
                shutil.copytree(source, target / entry)
            else:
                shutil.copy2(source, target / entry)
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
        # Without its memory of the run before, which would have nothing left to do.
        memory = folder / "reports" / ".cache"
        command = Command(
            arguments=(_program("pilcrow"), "convert"),
            folder=folder,
            prepare=functools.partial(shutil.rmtree, memory, ignore_errors=True),
        )
        (measurements,) = interleave([command], workspace.runs)
        rows.append(Row(subject=subject, measurements=measurements))
    return tuple(rows)


def _against_stock(
    workspace: Workspace, name: str, *, reference: bool
) -> tuple[tuple[Measurement, ...], tuple[Measurement, ...], int]:
    """Measure `pilcrow build` and a stock build of the same Markdown pages, in turns.

    Without `reference`, what mkdocstrings makes from the code is taken out of both.
    """
    ours = workspace.copy(f"{name}-ours")
    if not reference:
        for page in (ours / "docs").rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            page.write_text(_CROSS.sub(r"\1", _OBJECT.sub("", text)), encoding="utf-8")
    stock = workspace.scratch / f"{name}-stock"
    for folder in ("docs", "scripts", "hooks"):
        shutil.copytree(ours / folder, stock / folder)
    settings = _STOCK
    if reference:
        site = (ours / "mkdocs.yml").read_text(encoding="utf-8")
        settings += "".join(_REFERENCE.findall(site))
    (stock / "mkdocs.yml").write_text(settings, encoding="utf-8")
    built, plain = interleave(
        [
            Command(arguments=(_program("pilcrow"), "build"), folder=ours),
            Command(arguments=(_program("mkdocs"), "build", "--quiet"), folder=stock),
        ],
        workspace.runs,
    )
    return built, plain, sum(1 for _ in (stock / "docs").rglob("*.md"))


def _ratio(ours: Sequence[Measurement], stock: Sequence[Measurement]) -> float:
    """By the least processor times: what else the machine does only ever adds to a run."""
    return least_processor_seconds(ours) / least_processor_seconds(stock)


def site_build(workspace: Workspace) -> tuple[Row, ...]:
    """The whole site, and a stock Material for MkDocs build of the same Markdown pages.

    Raises:
        TooSlowError: the site takes more than `MOST_OF_STOCK` times the stock build.
    """
    ours, stock, pages = _against_stock(workspace, "site", reference=True)
    ratio = _ratio(ours, stock)
    if ratio > MOST_OF_STOCK:
        raise TooSlowError(
            f"the site takes {ratio:.2f} times a stock build; {MOST_OF_STOCK} at most"
        )
    return (
        Row(
            subject=f"Build the site ({pages} pages)",
            measurements=ours,
            note=f"{ratio:.2f} times stock, {MOST_OF_STOCK} allowed",
        ),
        Row(subject="Stock build of the same pages (search, mkdocstrings)", measurements=stock),
    )


def site_build_without_reference(workspace: Workspace) -> tuple[Row, ...]:
    """The same without the API reference, which outweighs the reports while they are few."""
    ours, stock, pages = _against_stock(workspace, "reports", reference=False)
    return (
        Row(
            subject=f"Build the site without what mkdocstrings makes ({pages} pages)",
            measurements=ours,
            note=f"{_ratio(ours, stock):.2f} times stock",
        ),
        Row(subject="Stock build of the same pages (search)", measurements=stock),
    )


def reading(workspace: Workspace) -> tuple[Row, ...]:
    """Word and PDF files of two lengths, read and put through every pass.

    The pages a second are those that the longer file has more, by the least processor times: so
    the start of Python does not count.
    """
    rows: list[Row] = []
    for form, wanted in (("docx", 150), ("pdf", 40)):
        measured = {}
        for pages in _PAGES:
            source = workspace.scratch / f"{pages}.{form}"
            arguments = (sys.executable, "-m", "tests.bench.sources", form, str(pages), str(source))
            subprocess.run(arguments, cwd=workspace.root, check=True)
            command = Command(
                arguments=(_program("pilcrow"), "model", str(source)), folder=workspace.root
            )
            (measured[pages],) = interleave([command], workspace.runs)
        short, long = (least_processor_seconds(measured[pages]) for pages in _PAGES)
        rate = (_PAGES[1] - _PAGES[0]) / (long - short)
        rows.extend(
            Row(
                subject=f"Read a {'PDF' if form == 'pdf' else 'Word file'} of {pages} pages",
                measurements=measured[pages],
                note=f"{rate:.0f} pages a second, {wanted} wanted" if pages == _PAGES[1] else "",
            )
            for pages in _PAGES
        )
    return tuple(rows)


ALL: tuple[Benchmark, ...] = (conversion, reading, site_build, site_build_without_reference)
