"""Draws made-up reports of many shapes, and sets each as a Word file and as a PDF.

Chapters with sections and subsections, nested members, lists of agenda items in a paragraph, draft
resolutions whose numbers begin anew, annexes, tables, notes; marks as English or as French has
them. With each goes what a reader of it must find.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.unit.readers.pdf_file import Made, pdf_file
from tests.unit.readers.word_file import (
    HEAD,
    level,
    note,
    note_reference,
    numbered,
    numbering,
    paragraph,
    table,
    text,
    word_file,
)

_WORD = st.text("abcdefghijklmnopqrstuvwxyzéñü", min_size=3, max_size=11)
_CLAUSE = st.lists(_WORD, min_size=6, max_size=40).map(lambda words: " ".join(words).capitalize())
_TITLE = st.lists(_WORD, min_size=1, max_size=4).map(lambda words: " ".join(words).capitalize())
_ROMAN = ("I", "II", "III", "IV")
_LISTS = numbering(
    level(0, "upperRoman", "%1.") + level(1, "upperLetter", "%2.") + level(2, "decimal", "%3."),
    level(0, "decimal", "%1."),
)
_ANNEX = (
    ("Annex", "annex"),
    ("Annexe", "annexe"),
    ("Anexo", "anexo"),
    ("Приложение", "prilozhenie"),
)
_PAIR, _TRIPLE = 2, 3
_STYLES = {1: "HCh", 2: "H1", 3: "H23"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading or a text of a report."""

    words: str
    label: str = ""
    degree: int = 0
    """Of a heading; 0 for a text."""
    depth: int = 0
    """Of a member of a list."""
    note: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""


@dataclass(slots=True)
class MadeReport:
    """A report piece by piece, with what a reader must find in it."""

    pieces: list[Piece] = field(default_factory=list)
    paragraphs: dict[str, str] = field(default_factory=dict)
    """Id and text of every numbered paragraph, with its members."""
    headings: list[tuple[int, str]] = field(default_factory=list)
    """Degree and heading of each section, as an outline has them."""
    annexes: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Words, and the id of what points to it."""
    count: int = 0
    """The number of the last paragraph in the unit that stands open."""
    unit: str = "para"
    """What stands before its number in its id."""
    opening: str = "("
    """How marks of members begin: "(a)" or "a)"."""
    tables: bool = True


@st.composite
def made_reports(draw: st.DrawFn, *, printable: bool = False) -> MadeReport:
    """A report; `printable` leaves out what the PDFs of tests lack: tables, Cyrillic letters."""
    made = MadeReport(opening=draw(st.sampled_from(["(", ""])), tables=not printable)
    for number in range(draw(st.integers(2, 3))):
        _heading(made, draw(_TITLE), _ROMAN[number], 1)
        _filled(draw, made, _ROMAN[number].lower())
    word, identifier = draw(st.sampled_from(_ANNEX[: 3 if printable else 4]))
    for number in range(draw(st.integers(0, 2))):
        title = draw(_TITLE)
        made.pieces.append(Piece(words=f"{word} {_ROMAN[number]}", degree=1))
        made.pieces.append(Piece(words=title, degree=2))
        made.annexes.append((f"{word} {_ROMAN[number]}", title))
        made.count = 0
        made.unit = f"{identifier}-{_ROMAN[number].lower()}-para"
        for _ in range(draw(st.integers(1, 3))):
            _paragraph(draw, made)
    return made


def _filled(draw: st.DrawFn, made: MadeReport, base: str) -> None:
    """A chapter: with sections or without, each with paragraphs; then perhaps a draft."""
    for letter in draw(st.sampled_from([(), ("A", "B")])) or ("",):
        if letter:
            _heading(made, draw(_TITLE), letter, 2)
        for label in draw(st.sampled_from([(), (), ("1", "2")])) if letter else ():
            _heading(made, draw(_TITLE), label, 3)
            _paragraph(draw, made)
        for _ in range(draw(st.integers(1, 3))):
            _paragraph(draw, made)
            if made.tables and draw(st.booleans()):
                _table(draw, made)
        if draw(st.booleans()):
            _draft(draw, made, f"{base}-{letter.lower()}" if letter else base)


def _heading(made: MadeReport, title: str, label: str, degree: int) -> None:
    made.pieces.append(Piece(words=title, label=f"{label}." if label else "", degree=degree))
    made.headings.append((degree, f"{label or '-'} {title}"))


def _paragraph(draw: st.DrawFn, made: MadeReport) -> None:
    made.count += 1
    identifier = f"{made.unit}-{made.count}"
    kind = draw(st.sampled_from(["plain", "plain", "members", "list"]))
    words = draw(_CLAUSE) + ("." if kind == "plain" else ":")
    made.pieces.append(
        Piece(words=words, label=f"{made.count}.", note=_note(draw, made, identifier))
    )
    found = [words]
    for label, depth, own in _labels(draw, made, kind):
        ending = "." if kind == "list" else ";"
        noted = _note(draw, made, f"{identifier}-{own}")
        member = Piece(words=draw(_CLAUSE) + ending, label=label, depth=depth, note=noted)
        made.pieces.append(member)
        found.append(f"{label} {member.words}")
    made.paragraphs[identifier] = " ".join(found)


def _note(draw: st.DrawFn, made: MadeReport, holder: str) -> str:
    """The words of a note to a text, or none."""
    if draw(st.integers(0, 2)):
        return ""
    words = f"{draw(_CLAUSE)}."
    made.notes.append((words, holder))
    return words


def _labels(draw: st.DrawFn, made: MadeReport, kind: str) -> Iterator[tuple[str, int, str]]:
    """Labels of members with their depth, and the end of their ids."""
    if kind == "list":
        # Of one length the next paragraph's number would be the next of the list too.
        for number in range(1, 4 if made.count == _PAIR else 1 + _PAIR):
            yield f"{number}.", 1, str(number)
    elif kind == "members":
        for letter in "abc"[: draw(st.integers(1, 3))]:
            yield f"{made.opening}{letter})", 1, letter
            for roman in ("i", "ii") if draw(st.booleans()) else ():
                yield f"{made.opening}{roman})", 2, f"{letter}-{roman}"


def _draft(draw: st.DrawFn, made: MadeReport, section: str) -> None:
    """A draft resolution: a preamble, then numbers of its own."""
    name = f"Draft resolution {draw(st.sampled_from(_ROMAN))}"
    used = f"{section}-{name.lower().replace(' ', '-')}"
    if any(identifier.startswith(f"{used}-para") for identifier in made.paragraphs):
        return
    _heading(made, name, "", 3)
    made.pieces.append(Piece(words="The General Assembly,"))
    made.pieces.append(Piece(words=f"Recalling {draw(_CLAUSE).lower()},"))
    size = 1 + _TRIPLE if made.count == _TRIPLE else _TRIPLE
    for number in range(1, size + 1):
        words = draw(_CLAUSE) + ("." if number == size else ";")
        made.pieces.append(Piece(words=words, label=f"{number}.", depth=0))
        made.paragraphs[f"{used}-para-{number}"] = words


def _table(draw: st.DrawFn, made: MadeReport) -> None:
    columns = draw(st.integers(2, 3))
    row = st.tuples(*[_WORD] * columns)
    rows = tuple(draw(st.lists(row, min_size=2, max_size=4)))
    made.pieces.append(Piece(words="", rows=rows))
    last = next(reversed(made.paragraphs))
    made.paragraphs[last] += "".join(f" {cell}" for each in rows for cell in each)


def as_word(made: MadeReport, *, automatic: bool) -> bytes:
    """The report as a Word file, its headings numbered by Word or typed."""
    body: list[str] = []
    notes: list[str] = []
    for piece in made.pieces:
        if piece.rows:
            body.append(table(*piece.rows))
        elif piece.degree and piece.label and automatic:
            style = _STYLES[piece.degree]
            body.append(numbered(piece.words, number=1, level=piece.degree - 1, style=style))
        elif piece.degree:
            tabs = "\t" if piece.label else ""
            words = f"{tabs}{piece.label}{tabs}{piece.words}"
            body.append(paragraph(words, style=_STYLES[piece.degree]))
        else:
            mark: list[str] = []
            if piece.note:
                notes.append(note(len(notes) + 1, piece.note))
                mark = [note_reference(len(notes))]
            label = "\t" * piece.depth + f"{piece.label}\t" if piece.label else "\t"
            body.append(paragraph(text(label + piece.words), *mark, style="SingleTxt"))
    return word_file(*HEAD, *body, footnotes=notes, lists=_LISTS)


def as_pdf(made: MadeReport) -> bytes:
    """The report as a PDF."""
    return pdf_file(
        *(
            Made(
                words=piece.words,
                label=piece.label,
                heading=piece.degree,
                indent=36.0 * piece.depth,
                note=piece.note,
            )
            for piece in made.pieces
        )
    )
