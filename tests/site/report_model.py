"""The report as `pilcrow model` prints it: the words its pages must hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict


class Subparagraph(TypedDict):
    """A subparagraph of the model."""

    id: str
    marker: str
    text: str
    subparagraphs: list[Subparagraph]


class Paragraph(TypedDict):
    """A numbered paragraph of the model."""

    id: str
    number: str
    text: str
    footnotes: list[str]
    subparagraphs: list[Subparagraph]


class Section(TypedDict):
    """A section of the model."""

    id: str
    label: str | None
    title: str
    paragraphs: list[Paragraph]
    sections: list[Section]


class Footnote(TypedDict):
    """A footnote of the model."""

    id: str
    indicator: str
    text: str
    referenced_from: list[str]


class Model(TypedDict):
    """The parts of the model that the pages show."""

    summary: list[str]
    sections: list[Section]
    footnotes: list[Footnote]


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section with the id of the one above."""

    section: Section
    parent: str | None


def walk(model: Model) -> Iterator[PlacedSection]:
    """Every section in reading order."""

    def below(sections: list[Section], parent: str | None) -> Iterator[PlacedSection]:
        for section in sections:
            yield PlacedSection(section, parent)
            yield from below(section["sections"], section["id"])

    yield from below(model["sections"], None)


def heading(section: Section) -> str:
    """A section's heading as printed; one without a label gets none."""
    return f"{section['label']}. {section['title']}" if section["label"] else section["title"]


def paragraph_words(paragraph: Paragraph) -> list[str]:
    """Number, text and members of a paragraph in reading order."""
    parts = [f"{paragraph['number']}.", paragraph["text"]]

    def members(entries: list[Subparagraph]) -> None:
        for entry in entries:
            parts.extend((entry["marker"], entry["text"]))
            members(entry["subparagraphs"])

    members(paragraph["subparagraphs"])
    return " ".join(parts).split()
