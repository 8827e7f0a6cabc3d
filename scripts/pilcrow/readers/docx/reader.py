"""Reads a Word file: what its styles, its numbering and its notes say, and nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from pilcrow.model import Furniture, Place, Problem
from pilcrow.passes.body import split_head
from pilcrow.passes.furniture_parts import bare, job_number
from pilcrow.passes.masthead_patterns import SYMBOLS
from pilcrow.readers.docx.blocks import BlockReader, Parts
from pilcrow.readers.docx.head import head_blocks, is_emblem
from pilcrow.readers.docx.marks import count_marks, has_tracked_changes
from pilcrow.readers.docx.names import Element, W, attribute, paragraphs_in
from pilcrow.readers.docx.notes import read_notes
from pilcrow.readers.docx.numbering import Numbering
from pilcrow.readers.docx.package import Package, relation_id
from pilcrow.readers.docx.styles import Styles
from pilcrow.readers.reading import Block, Reading, SourceError, SourceLine
from pilcrow.references import split_symbols

_MASTHEAD = re.compile(r"\bDistr\b|Original\s*:|Общая|Оригинал", re.IGNORECASE)


def read_docx(content: bytes, source: str) -> Reading:
    """Read a Word file.

    Always: tracked changes are read as accepted, and a notice says so. Each printed word is in a
    block, a note or the furniture, at the place of its paragraph: paragraphs count from 1
    through the head of page 1, the text, the notes, then the other heads and feet.

    Raises:
        SourceError: the file is encrypted, damaged, no Word file, or has no text.
    """
    package = Package(content, source)
    body = package.document()
    styles = Styles(package.related("styles"))
    settings = package.related("settings")
    references = count_marks(body, settings)
    places = (Place(source=source, line=number) for number in count(1))
    parts = Parts(
        styles=styles,
        numbering=Numbering(package.related("numbering")),
        references=references,
        places=places,
        package=package,
    )
    heads = tuple(_heads_and_feet(package, body))
    masthead = [name for name, first in heads if first and _is_masthead(package.part(name))]
    blocks: list[Block] = []
    lines: list[SourceLine] = []
    readers: list[BlockReader] = []

    def read(element: Element, name: str, *, is_masthead: bool = False) -> list[Block]:
        reader = BlockReader(parts, package.relations(name), is_masthead=is_masthead)
        found = reader.read(element)
        lines.extend(reader.lines)
        readers.append(reader)
        return found

    for name in masthead[:1]:
        root = package.part(name)
        if root is not None:
            blocks.extend(read(root, name, is_masthead=True))
    blocks.extend(read(body, package.main))
    text = len(lines)
    notes, note_lines, note_problems = read_notes(package, parts)
    lines.extend(note_lines)
    furniture: list[Furniture] = []
    for name, _ in heads:
        root = package.part(name) if name not in masthead[:1] else None
        if root is not None:
            own = len(lines)
            read(root, name)
            readers.pop()
            furniture.extend(Furniture(text=each.words, place=each.place) for each in lines[own:])
    furniture.extend(rule for reader in readers for rule in reader.rules)
    if not text:
        raise SourceError(_empty(source))
    head, rest = split_head(blocks)
    return Reading(
        lines=tuple(lines),
        head=tuple(head_blocks(head)),
        body=rest,
        notes=notes,
        furniture=tuple(furniture),
        job_number=next(filter(None, (_job(piece.text) for piece in furniture)), None),
        symbols=next(filter(None, (_symbols(piece.text) for piece in furniture)), ()),
        as_typed=True,
        problems=tuple(
            problem
            for problem in _problems(body, source, readers, note_problems)
            if problem.rule != "figure-left-out" or not is_emblem(problem.place, head)
        ),
    )


def _heads_and_feet(package: Package, body: Element) -> Iterator[tuple[str, bool]]:
    """The parts of page heads and feet, once each, and whether one may be the first page's."""
    relations = package.relations(package.main)
    seen: set[str] = set()
    for number, section in enumerate(body.iter(W + "sectPr")):
        for element in section.iter(W + "headerReference", W + "footerReference"):
            relation = relations.get(relation_id(element))
            if relation is None or relation.external or relation.target in seen:
                continue
            seen.add(relation.target)
            first = number == 0 and attribute(element, "type") in {"first", "default", None}
            yield relation.target, first and element.tag == W + "headerReference"


def _is_masthead(root: Element | None) -> bool:
    """A page head with the distribution in it is the masthead, no running head."""
    if root is None:
        return False
    return any(_MASTHEAD.search("".join(map(str, each.itertext()))) for each in paragraphs_in(root))


def _symbols(text: str) -> tuple[str, ...]:
    """The symbols of a running head that holds nothing else."""
    match = SYMBOLS.fullmatch(text.strip())
    return split_symbols(match["all"]) if match else ()


def _job(text: str) -> str | None:
    found = job_number(bare(text))
    if found is not None:
        return found
    match = re.match(r"\s*((?:[A-Z]{1,3}\.)?\d{2}-\d{4,6})\b", text)
    return match[1] if match else None


def _problems(
    body: Element, source: str, readers: list[BlockReader], of_notes: tuple[Problem, ...]
) -> Iterator[Problem]:
    start = Place(source=source, line=1)
    if has_tracked_changes(body):
        yield Problem(
            rule="tracked-changes",
            place=start,
            message="changes are recorded in the file that nobody accepted or rejected.",
            hint="If that is wrong, accept or reject them in Word and save the file.",
            settled_by="they are read as accepted",
        )
    for reader in readers:
        yield from reader.problems
    yield from of_notes


def _empty(source: str) -> Problem:
    return Problem(
        rule="empty-source",
        place=Place(source=source, line=1),
        message="the Word file has no text.",
        hint="If it holds pictures of pages, run text recognition (OCR) first.",
    )
