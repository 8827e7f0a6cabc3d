"""Footnotes and endnotes that the text refers to, in the order of their references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pilcrow.model import Indicator, Inlines, Place, Problem, Text
from pilcrow.passes.items import drop_start, joined_all, leading_text
from pilcrow.readers.docx.blocks import BlockReader, Parts
from pilcrow.readers.docx.names import Element, W, attribute
from pilcrow.readers.docx.package import Package
from pilcrow.readers.reading import Block, Note, SourceLine


def read_notes(
    package: Package, parts: Parts
) -> tuple[tuple[Note, ...], tuple[SourceLine, ...], tuple[Problem, ...]]:
    """Give the notes, their printed words, and what an editor should know.

    A note that nothing refers to is not printed.
    """
    roots = {kind: _by_id(package.related(f"{kind}s"), kind) for kind in ("footnote", "endnote")}
    names = {
        relation.kind: relation.target for relation in package.relations(package.main).values()
    }
    notes: list[Note] = []
    lines: list[SourceLine] = []
    problems: list[Problem] = []
    for reference in parts.references.values():
        element = roots[reference.kind].get(reference.identifier)
        if element is None:
            continue
        reader = BlockReader(parts, package.relations(names.get(f"{reference.kind}s", "")))
        blocks = reader.read(element)
        place = reader.first_place
        if place is None:
            continue
        note = _note(blocks, reference.mark, place)
        if note is None:
            problems.append(_unmarked(place))
            inlines = joined_all(piece for block in blocks for piece in _pieces(block))
            note = Note(mark="*", inlines=inlines, place=place)
        notes.append(note)
        problems.extend(_picture(block.place) for block in blocks if block.figure is not None)
        problems.extend(reader.problems)
        own = reader.lines
        if reference.mark is not None:
            first = own[0].words if own and own[0].place == place else ""
            rest = own[1:] if first else own
            own = [SourceLine(words=f"{reference.mark} {first}".strip(), place=place), *rest]
        lines.extend(own)
    return tuple(notes), tuple(lines), tuple(problems)


_TYPED = re.compile(r"\s*(?P<mark>\d{1,4}|[a-z]|\*{1,4}|†|‡)(?=\s)\s*")


def _by_id(root: Element | None, kind: str) -> dict[str, Element]:
    """The notes of a part; separators and the like are none."""
    return {
        attribute(element, "id") or "": element
        for element in (root.iter(W + kind) if root is not None else ())
        if attribute(element, "type") in {None, "normal"}
    }


def _note(blocks: list[Block], mark: str | None, place: Place) -> Note | None:
    """The note of these blocks; one whose mark is typed begins with it."""
    inlines = joined_all(piece for block in blocks for piece in _pieces(block))
    if mark is not None:
        return Note(mark=mark, inlines=inlines, place=place)
    if inlines and isinstance(first := inlines[0], Indicator):
        rest = inlines[1:]
        if rest and isinstance(start := rest[0], Text):
            rest = (replace(start, value=start.value.lstrip()), *rest[1:])
        return Note(mark=first.mark, inlines=rest, place=place)
    match = _TYPED.match(leading_text(inlines))
    if match is None:
        return None
    return Note(mark=match["mark"], inlines=drop_start(inlines, match.end()), place=place)


def _pieces(block: Block) -> Iterator[Inlines]:
    if block.table is None:
        yield block.inlines
        return
    for row in block.table.rows:
        yield from (cell for cell in row if cell)


def _picture(place: Place) -> Problem:
    return Problem(
        rule="figure-left-out",
        place=place,
        message="a picture in a note is left out.",
        hint="Compare with the printed report.",
        settled_by="the words of the note are kept",
    )


def _unmarked(place: Place) -> Problem:
    return Problem(
        rule="note-without-mark",
        place=place,
        message="a note whose mark is typed by hand does not begin with one; read as *.",
        hint="Type its mark at the start of the note in Word.",
    )
