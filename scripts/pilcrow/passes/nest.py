"""Builds the tree: sections in sections, paragraphs in sections, subparagraphs in paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pilcrow.ids import annex_id, paragraph_id, section_id, unique
from pilcrow.model import (
    Annex,
    Content,
    Figure,
    Indicator,
    Inlines,
    Origin,
    Paragraph,
    Passage,
    Place,
    Problem,
    Section,
    Table,
    Text,
)
from pilcrow.passes.annexes import ANNEX
from pilcrow.passes.items import Item, Role, drop_start
from pilcrow.passes.members import Marks, unnumbered, with_first_member
from pilcrow.passes.numbers import number_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The body and the annexes."""

    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _OpenSection:
    id: str
    degree: int
    label: str | None
    title: Inlines
    place: Place
    paragraphs: list[Paragraph] = field(default_factory=list)
    passages: list[Passage | Table | Figure] = field(default_factory=list)
    sections: list[_OpenSection] = field(default_factory=list)

    def close(self) -> Section:
        return Section(
            id=self.id,
            degree=self.degree,
            label=self.label,
            title=self.title,
            place=self.place,
            paragraphs=tuple(self.paragraphs),
            passages=tuple(self.passages),
            sections=tuple(section.close() for section in self.sections),
        )


@dataclass(slots=True)
class _OpenUnit:
    """The body, or one annex: it restarts the numbering and its id stands before other ids."""

    id: str
    label: str
    title: Inlines
    place: Place | None
    sections: list[_OpenSection] = field(default_factory=list)


def nest(items: Sequence[Item]) -> Tree:
    """Build the tree; every item ends up in exactly one place of it, in the same order."""
    builder = _Builder()
    for item in items:
        builder.add(item)
    builder.close_paragraph()
    body, *annexes = builder.units
    return Tree(
        sections=tuple(section.close() for section in body.sections),
        annexes=tuple(
            Annex(
                id=unit.id,
                label=unit.label,
                title=unit.title,
                place=unit.place or Place(source="", line=1),
                sections=tuple(section.close() for section in unit.sections),
            )
            for unit in annexes
        ),
        problems=tuple(builder.problems),
    )


class _Builder:
    def __init__(self) -> None:
        self.units = [_OpenUnit(id="", label="", title=(), place=None)]
        self.problems: list[Problem] = []
        self._unique = unique(set())
        self._path: list[_OpenSection] = []
        self._paragraph: Item | None = None
        self._members: list[Item] = []
        self._printed: dict[tuple[int, str], Place] = {}
        self._highest: dict[int, tuple[int, int]] = {}
        self._unit_ids: dict[int, str] = {}
        self._opened: list[_OpenSection] = []
        """Sections opened since the last paragraph."""

    def add(self, item: Item) -> None:
        match item.role:
            case Role.HEADING:
                self.close_paragraph()
                self._open_section(item)
            case Role.ANNEX:
                self.close_paragraph()
                self._open_annex(item)
            case Role.PARAGRAPH:
                self.close_paragraph()
                self._begin_unit(item)
                self._check_number(item)
                self._paragraph = item
                self._opened = []
            case _ if self._paragraph is not None:
                self._members.append(item)
            case _:
                self._add_passage(item)

    def _open_section(self, item: Item) -> None:
        while self._path and self._path[-1].degree >= item.degree:
            self._path.pop()
        parent = self._path[-1] if self._path else None
        base = parent.id if parent else self.units[-1].id
        section = _OpenSection(
            id=self._unique(section_id(base, _own_label(item, parent), item.words)),
            degree=item.degree,
            label=item.label,
            title=item.inlines,
            place=item.place,
        )
        (parent.sections if parent else self.units[-1].sections).append(section)
        self._path.append(section)
        self._opened.append(section)

    def _begin_unit(self, item: Item) -> None:
        """A numbering of its own takes the id of the heading that it stands under.

        That is the last with a label, "A. Draft resolution I", not the title between it and the
        text; without labels it is the first.
        """
        if item.restarts:
            opened = [each for each in self._path if each in self._opened]
            labelled = [section for section in opened if section.label]
            chosen = labelled[-1:] or opened[:1] or [self._section(item.place)]
            self._unit_ids[item.unit] = chosen[0].id

    def _unit(self, item: Item) -> str:
        """What stands before the ids of a paragraph's numbering."""
        return self._unit_ids.get(item.unit) or self.units[-1].id

    def _open_annex(self, item: Item) -> None:
        match = ANNEX.fullmatch(item.words.strip())
        word = match["word"] if match else "annex"
        number = match["number"] if match else None
        title = match["title"] if match else None
        # What points to a note stays, wherever it stands in the heading.
        marks = tuple(inline for inline in item.inlines if isinstance(inline, Indicator))
        inlines = drop_start(item.inlines, item.words.index(title)) if title else marks
        label = item.words[: -len(title)].strip() if title else item.words
        identifier = self._unique(annex_id(number, word))
        self.units.append(_OpenUnit(id=identifier, label=label, title=inlines, place=item.place))
        self._path = []
        self._printed = {}
        self._highest = {}
        self._opened = []

    def _section(self, place: Place) -> _OpenSection:
        """The section that stands open; text before any heading opens one without a label."""
        if not self._path:
            unit = self.units[-1]
            base = f"{unit.id}-body" if unit.id else "body"
            section = _OpenSection(
                id=self._unique(base), degree=1, label=None, title=(), place=place
            )
            unit.sections.append(section)
            self._path.append(section)
        return self._path[-1]

    def _add_passage(self, item: Item) -> None:
        section = self._section(item.place)
        if item.floating is not None:
            section.passages.append(item.floating)
            return
        inlines = _with_label(item)
        section.passages.append(Passage(inlines=inlines, place=item.place))
        if item.known is None:
            self.problems.append(unnumbered(item, section.id))

    def close_paragraph(self) -> None:
        item = self._paragraph
        if item is None:
            return
        identifier = self._unique(paragraph_id(item.label or "", self._unit(item)))
        content: list[Content] = []
        item, self._members = with_first_member(item, self._members)
        if item.inlines:
            content.append(Passage(inlines=item.inlines, place=item.place))
        marks = Marks(self._unique, self.problems)
        content.extend(marks.nest(identifier, self._members))
        section = self._section(item.place)
        section.paragraphs.append(
            Paragraph(
                id=identifier,
                number=item.label or "",
                content=tuple(content),
                place=item.place,
                origin=item.origin,
            )
        )
        self._paragraph = None
        self._members = []

    def _check_number(self, item: Item) -> None:
        number = item.label or ""
        first = self._printed.get((item.unit, number))
        value = number_value(number)
        highest = self._highest.get(item.unit, (0, 0))
        if first is not None:
            self.problems.append(
                Problem(
                    rule="duplicate-number",
                    place=item.place,
                    message=f"number {number} stands twice; first at line {first.line}.",
                    hint="Correct the number in the source, or remove the second text.",
                    at=paragraph_id(number, self._unit(item)),
                )
            )
        elif value < highest and item.origin is Origin.PRINTED:
            self.problems.append(
                Problem(
                    rule="number-out-of-order",
                    place=item.place,
                    message=f"number {number} stands after {_number(highest)}.",
                    hint="Put the paragraphs of the source into the printed order.",
                    at=paragraph_id(number, self._unit(item)),
                )
            )
        self._printed.setdefault((item.unit, number), item.place)
        self._highest[item.unit] = max(highest, value)


def _own_label(item: Item, parent: _OpenSection | None) -> str | None:
    """A heading's label without that of the heading above, which "2.1" repeats."""
    above = f"{parent.label}." if parent is not None and parent.label else None
    return item.label.removeprefix(above) if item.label and above else item.label


def _number(value: tuple[int, int]) -> str:
    return f"{value[0]}.{value[1]}" if value[1] else str(value[0])


def _with_label(item: Item) -> Inlines:
    """A mark outside any paragraph goes back to the start of its text."""
    if item.label is None:
        return item.inlines
    first = item.inlines[0] if item.inlines else None
    if isinstance(first, Text) and first.place == item.place:
        return (replace(first, value=f"{item.label} {first.value}"), *item.inlines[1:])
    space = " " if item.inlines else ""
    return (Text(value=f"{item.label}{space}", place=item.place), *item.inlines)
