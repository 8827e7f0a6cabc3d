"""`make corpus`: converts every document of the corpus and writes docs/maintainers/corpus.md.

What is expected comes from the gold list beside a document where there is one, else from the
paragraphs that the corpus's INDEX.md gives. What parts a Word file from its PDF is counted.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import click

from pilcrow.compare.differences import differences
from pilcrow.compare.gold import read_gold
from pilcrow.compare.score import score
from pilcrow.model import Report
from pilcrow.pipeline import convert

PAGE = Path("docs/maintainers/corpus.md")
FORMATS = {".md", ".docx", ".pdf"}
LEAD = """# The corpus

What Pilcrow makes of real documents of the United Nations, written by `make corpus`. They lie
beside the project and are not part of it. *Expected* paragraphs are those of the body, by hand
count or by a list made from the Word file's styles; a list also gives headings, and what stands in
the report but not in the list is *invented*. *Open* problems need an editor before a report is
published. Footnotes include those of the masthead and of tables. Seconds are of one run.

"""
COLUMNS = (
    "document",
    "paragraphs, expected",
    "headings, expected",
    "invented",
    "footnotes",
    "words lost",
    "open problems",
    "seconds",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n|---|{'--:|' * (len(COLUMNS) - 1)}\n"
_INDEX_ROW = re.compile(
    r"\| `(?P<folder>[^`]+)` \|.*\| (?P<count>\d+|none) \|[^|]*\|$", re.MULTILINE
)


def expected_paragraphs(index: str) -> dict[str, str]:
    """Folders of the corpus to the paragraphs that its index gives each."""
    return {match["folder"]: match["count"] for match in _INDEX_ROW.finditer(index)}


def row(path: Path, report: Report, expected: str, seconds: float) -> str:
    """A document's line of the table."""
    body = sum(len(section.paragraphs) for top in report.sections for section in top.walk())
    headings = sum(1 for _ in report.walk_sections())
    gold = next(iter(sorted(path.parent.glob("*.tsv"))), None)
    invented, paragraphs, titles = "–", f"{body}, {expected}", f"{headings}, –"
    if gold is not None and path.suffix != ".md":
        measured = score(report, read_gold(gold.read_text(encoding="utf-8")))
        numbered, titled = measured.count("paragraphs"), measured.count("headings")
        paragraphs = f"{numbered.found}, {numbered.expected}"
        titles = f"{titled.found}, {titled.expected}"
        invented = str(sum(count.invented for count in measured.counts))
    refusal = not report.sections and bool(report.problems)
    unsettled = sum(problem.settled_by is None for problem in report.problems)
    problems = f"refused: `{report.problems[0].rule}`" if refusal else str(unsettled)
    return (
        f"| {path.parent.name}/{path.name} | {paragraphs} | {titles} | {invented} "
        f"| {len(report.footnotes)} | {report.ledger.lost} | {problems} | {seconds:.1f} |\n"
    )


def main(corpus: Path) -> None:
    """Convert, measure and write the page."""
    if not corpus.is_dir():
        click.echo(f"{corpus} is not there: nothing to convert, {PAGE} stays as it was.")
        return
    expected = expected_paragraphs((corpus / "INDEX.md").read_text(encoding="utf-8"))
    rows, pairs = [], []
    for folder in sorted(path for path in corpus.iterdir() if path.is_dir()):
        reports: dict[str, Report] = {}
        for path in sorted(file for file in folder.iterdir() if file.suffix in FORMATS):
            start = time.perf_counter()
            report = convert(path.read_bytes(), path.name)
            seconds = time.perf_counter() - start
            reports[path.suffix] = report
            rows.append(row(path, report, expected.get(folder.name, "–"), seconds))
            click.echo(rows[-1], nl=False, err=True)
        if {".docx", ".pdf"} <= reports.keys():
            count = len(differences(reports[".docx"], reports[".pdf"]))
            pairs.append(f"- {folder.name}: {count} differences\n")
    told = (
        "\n## Word file and PDF of one report\n\nAs `pilcrow compare` counts them; 0 is wanted.\n\n"
    )
    PAGE.write_text(
        LEAD + HEAD + "".join(rows) + told + "".join(pairs), encoding="utf-8", newline="\n"
    )
    click.echo(f"{PAGE} is written.")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
