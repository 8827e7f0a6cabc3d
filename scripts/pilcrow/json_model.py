"""The report as JSON, by the contract `pilcrow/report/1`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from pilcrow.model import (
    Content,
    Figure,
    Footnote,
    Indicator,
    Paragraph,
    Passage,
    Problem,
    Report,
    Section,
    Subparagraph,
    Table,
    plain,
)
from pilcrow.runin import run_in_ids
from pilcrow.tree import own_text, passages

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


def report_text(report: Report) -> str:
    """The JSON as `pilcrow model` prints it, and as it stands beside the pages."""
    return json.dumps(report_json(report), ensure_ascii=False, indent=1) + "\n"


def report_json(report: Report) -> dict[str, Json]:
    """Give the report as values for `json.dumps`; keys may be added later, none renamed."""
    masthead = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(report.masthead).items()
    }
    return {
        "schema": "pilcrow/report/1",
        "masthead": masthead,
        "summary": [plain(passage.inlines) for passage in report.summary],
        "front_matter": [_loose(entry) for entry in report.front_matter],
        "sections": [_section(section) for section in report.sections],
        "annexes": [
            {
                "id": annex.id,
                "label": annex.label,
                "title": plain(annex.title),
                "place": str(annex.place),
                "sections": [_section(section) for section in annex.sections],
            }
            for annex in report.annexes
        ],
        "footnotes": [_footnote(note) for note in report.footnotes],
        "corrections": [asdict(correction) for correction in report.corrections],
        "furniture": [
            {"text": piece.text, "place": str(piece.place)} for piece in report.furniture
        ],
        "problems": [_problem(problem) for problem in report.problems],
        "ledger": asdict(report.ledger),
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "degree": section.degree,
        "label": section.label,
        "title": plain(section.title),
        "place": str(section.place),
        "passages": [_loose(entry) for entry in section.passages],
        "paragraphs": [_paragraph(paragraph) for paragraph in section.paragraphs],
        "sections": [_section(child) for child in section.sections],
    }


def _paragraph(paragraph: Paragraph) -> Json:
    marks = [
        inline.mark
        for _, inlines in passages(paragraph.content, paragraph.id)
        for inline in inlines
        if isinstance(inline, Indicator)
    ]
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "text": own_text(paragraph.content),
        "origin": paragraph.origin.value,
        "place": str(paragraph.place),
        "footnotes": list(dict.fromkeys(marks)),
        "run_in": _run_in(paragraph.id, paragraph.content),
        "subparagraphs": _subparagraphs(paragraph.content),
        "tables": _tables(paragraph.content),
        **_figures(paragraph.content),
    }


def _subparagraphs(content: Sequence[Content]) -> list[Json]:
    return [
        {
            "id": entry.id,
            "marker": entry.marker,
            "text": own_text(entry.content),
            "run_in": _run_in(entry.id, entry.content),
            "subparagraphs": _subparagraphs(entry.content),
            "tables": _tables(entry.content),
            **_figures(entry.content),
        }
        for entry in content
        if isinstance(entry, Subparagraph)
    ]


def _run_in(holder: str, content: Sequence[Content]) -> list[Json]:
    taken = frozenset(entry.id for entry in content if isinstance(entry, Subparagraph))
    for entry in content:
        if isinstance(entry, Passage):
            text = plain(entry.inlines)
            members = run_in_ids(holder, text, taken)
            if members:
                return [
                    {
                        "id": identifier,
                        "marker": member.marker,
                        "text": text[member.start + len(member.marker) : member.end].strip(),
                    }
                    for identifier, member in members
                ]
    return []


def _tables(content: Sequence[Content]) -> list[Json]:
    return [_rows(entry) for entry in content if isinstance(entry, Table)]


def _figures(content: Sequence[Content]) -> dict[str, Json]:
    """The figures under their key, which most nodes do without."""
    found: list[Json] = [_figure(entry) for entry in content if isinstance(entry, Figure)]
    return {"figures": found} if found else {}


def _figure(figure: Figure) -> Json:
    """The figure; its file lies beside the report's pages."""
    return {
        "file": figure.picture.name,
        "alt": figure.alt,
        "caption": plain(figure.caption),
        "width": figure.width,
        "height": figure.height,
        "place": str(figure.place),
    }


def _rows(table: Table) -> Json:
    return [[plain(cell) for cell in row] for row in table.rows]


def _loose(entry: Passage | Table | Figure) -> Json:
    if isinstance(entry, Figure):
        return {"figure": _figure(entry), "place": str(entry.place)}
    if isinstance(entry, Table):
        return {"table": _rows(entry), "place": str(entry.place)}
    return {"text": plain(entry.inlines), "place": str(entry.place)}


def _footnote(note: Footnote) -> Json:
    return {
        "id": note.id,
        "indicator": note.indicator,
        "text": plain(note.content),
        "referenced_from": list(note.referenced_from),
        "place": str(note.place),
    }


def _problem(problem: Problem) -> Json:
    return {
        "rule": problem.rule,
        "place": str(problem.place),
        "message": problem.message,
        "hint": problem.hint,
        "at": problem.at,
        "settled_by": problem.settled_by,
    }
