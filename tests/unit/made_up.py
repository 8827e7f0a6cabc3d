"""Made-up reports for tests, and what a test wants to know of a converted one."""

from pilcrow.model import Paragraph, Problem, Report, Section, plain
from pilcrow.pipeline import Settings, convert
from pilcrow.tree import paragraph_text

HEAD = """United Nations E/CN.99/2024/7

Distr.: General 13 March 2024

Original: English

## **Commission on Made-up Affairs**

Tenth session

# Cooperation in made-up affairs

### Report of the Secretary-General

"""
"""A masthead without a fault, so that what a test finds comes from its own text."""


def report_of(body: str, *, head: str = HEAD, settings: Settings | None = None) -> Report:
    """Convert a body behind a masthead."""
    return convert((head + body).encode(), "source.en.md", settings)


def open_problems(report: Report) -> tuple[Problem, ...]:
    """The problems that need an editor."""
    return tuple(problem for problem in report.problems if problem.settled_by is None)


def open_rules(report: Report) -> set[str]:
    """The rules of the problems that need an editor."""
    return {problem.rule for problem in open_problems(report)}


def paragraphs(report: Report) -> dict[str, str]:
    """Id and whole text of every numbered paragraph."""
    return {paragraph.id: paragraph_text(paragraph) for paragraph in report.walk_paragraphs()}


def numbers(section: Section) -> list[str]:
    """The numbers of the section's own paragraphs."""
    return [paragraph.number for paragraph in section.paragraphs]


def outline(report: Report) -> list[tuple[int, str, list[str]]]:
    """Degree, heading and own paragraphs of every section, in reading order."""
    return [
        (
            section.degree,
            f"{section.label or '-'} {plain(section.title)}".strip(),
            numbers(section),
        )
        for section in report.walk_sections()
    ]


def paragraph(report: Report, identifier: str) -> Paragraph:
    """The paragraph with this id."""
    return next(entry for entry in report.walk_paragraphs() if entry.id == identifier)
