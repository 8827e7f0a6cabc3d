"""How headings, paragraph ranges and citations are written."""

from __future__ import annotations

from pilcrow.model import Annex, Paragraph, Report, Section, plain


def section_title(section: Section, report: Report | None = None) -> str:
    """A heading as printed, `2. Judicial networking`; a body without headings has the report's."""
    title = plain(section.title)
    if not title and report is not None:
        title = report.masthead.title or report.masthead.symbol or section.id
    if section.label is None:
        return title
    label = section.label if section.label.endswith(")") else f"{section.label}."
    return f"{label} {title}".strip()


def annex_title(annex: Annex) -> str:
    """`Annex I. Title`, or `Annex`."""
    title = plain(annex.title)
    if not title:
        return annex.label
    return (
        f"{annex.label} {title}" if annex.label.endswith((".", ":")) else f"{annex.label}. {title}"
    )


def paragraphs_below(section: Section) -> tuple[Paragraph, ...]:
    """Every paragraph of the section and the sections below it, in reading order."""
    return tuple(paragraph for below in section.walk() for paragraph in below.paragraphs)


def paragraph_range(paragraphs: tuple[Paragraph, ...]) -> str | None:
    """`para. 61`, or `paras. 4–10` with an en rule; None without paragraphs."""
    if not paragraphs:
        return None
    first, last = paragraphs[0].number, paragraphs[-1].number
    return f"para. {first}" if first == last else f"paras. {first}–{last}"
