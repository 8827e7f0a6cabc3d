"""Draws made-up reports as PDF files: masthead, headings, paragraphs, notes at the page's foot."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

SYMBOL = "E/CN.99/2024/7"
_LEFT, _RIGHT, _TOP, _BOTTOM = 90.0, 505.0, 770.0, 70.0
_LABEL = 36.0
"""From a label to the words behind it."""
_LEADING = 13.0
_NOTE_LEADING = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A piece of a made-up report: how it is set, its label, its words and its note."""

    words: str
    label: str = ""
    heading: int = 0
    """Degree of a heading; 0 for text."""
    indent: float = 0.0
    note: str = ""
    drawing: Callable[[Canvas, float, float], None] | None = None
    """Draws something `height` high at the left and lower side that it is given."""
    height: float = 0.0


@dataclass(slots=True)
class _Sheet:
    canvas: Canvas
    number: int = 1
    y: float = _TOP
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def floor(self) -> float:
        """Where the notes of the page begin."""
        lines = sum(len(_wrapped(f"{mark} {words}", 8, 0)) for mark, words in self.notes)
        return _BOTTOM + (lines * _NOTE_LEADING + 14 if lines else 0)


def pdf_file(*pieces: Made, compress: bool = True) -> bytes:
    """A PDF of a report with these pieces, with a masthead and without a fault."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, pageCompression=int(compress))
    sheet = _Sheet(canvas=canvas)
    _masthead(sheet)
    count = 0
    for piece in pieces:
        if piece.drawing is not None:
            _room(sheet, piece.height + 10)
            sheet.y -= piece.height + 10
            piece.drawing(canvas, _LEFT, sheet.y)
            sheet.y -= 14
            continue
        mark = ""
        if piece.note:
            count += 1
            mark = str(count)
        _piece(sheet, piece, mark)
    _close(sheet)
    canvas.save()
    return stream.getvalue()


def _masthead(sheet: _Sheet) -> None:
    canvas = sheet.canvas
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(_LEFT, 790, "United Nations")
    canvas.drawRightString(_RIGHT, 790, SYMBOL)
    canvas.line(_LEFT, 784, _RIGHT, 784)
    canvas.setFont("Times-Roman", 10)
    for index, words in enumerate(("Distr.: General", "13 March 2024", "Original: English")):
        canvas.drawString(400, 740 - 14 * index, words)
    canvas.setFont("Times-Bold", 12)
    canvas.drawString(_LEFT, 690, "Commission on Made-up Affairs")
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(_LEFT, 676, "Tenth session")
    canvas.setFont("Times-Bold", 14)
    canvas.drawString(_LEFT + _LABEL, 640, "Cooperation in made-up affairs")
    canvas.setFont("Times-Bold", 12)
    canvas.drawString(_LEFT + _LABEL, 616, "Report of the Secretary-General")
    sheet.y = 590


def _piece(sheet: _Sheet, piece: Made, mark: str) -> None:
    size = {0: 10.0, 1: 14.0, 2: 12.0}.get(piece.heading, 10.0)
    font = "Times-Bold" if piece.heading else "Times-Roman"
    start = piece.indent + (_LABEL if piece.heading else 0.0)
    lines = _wrapped(piece.words, size, start, first=_LABEL if piece.label else 0.0, font=font)
    sheet.y -= 12
    for index, line in enumerate(lines):
        last = index == len(lines) - 1
        own = [(mark, piece.note)] if mark and last else []
        sheet.notes.extend(own)
        if sheet.y - _LEADING * (2 if piece.heading else 1) < sheet.floor:
            for _ in own:
                sheet.notes.pop()
            _turn(sheet)
            sheet.notes.extend(own)
        sheet.y -= _LEADING
        canvas = sheet.canvas
        canvas.setFont(font, size)
        x = _LEFT + start
        if index == 0 and piece.label:
            canvas.drawString(x - (_LABEL if piece.heading else 0), sheet.y, piece.label)
            x += 0 if piece.heading else _LABEL
        canvas.drawString(x, sheet.y, line)
        if own:
            canvas.setFont(font, 6)
            canvas.drawString(x + stringWidth(line, font, size), sheet.y + 4, mark)


def _wrapped(
    words: str, size: float, start: float, *, first: float = 0.0, font: str = "Times-Roman"
) -> list[str]:
    lines: list[str] = []
    room = _RIGHT - _LEFT - start - first
    for word in words.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= room:
            lines[-1] += f" {word}"
        else:
            room = _RIGHT - _LEFT - start - (0.0 if lines else first)
            lines.append(word)
    return lines


def _room(sheet: _Sheet, height: float) -> None:
    if sheet.y - height < sheet.floor:
        _turn(sheet)


def _turn(sheet: _Sheet) -> None:
    _close(sheet)
    sheet.canvas.showPage()
    sheet.number += 1
    sheet.y = _TOP
    sheet.notes = []
    sheet.canvas.setFont("Times-Bold", 9)
    sheet.canvas.drawRightString(_RIGHT, 800, SYMBOL)


def _close(sheet: _Sheet) -> None:
    canvas = sheet.canvas
    y = sheet.floor
    if sheet.notes:
        canvas.line(_LEFT, y - 4, _LEFT + 120, y - 4)
        y -= 14
    for mark, words in sheet.notes:
        for index, line in enumerate(_wrapped(f"{mark} {words}", 8, 0)):
            text = line
            x = _LEFT
            if index == 0:
                canvas.setFont("Times-Roman", 5)
                canvas.drawString(x, y + 3, mark)
                x += stringWidth(mark, "Times-Roman", 5) + 4
                text = line.removeprefix(mark).lstrip()
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(x, y, text)
            y -= _NOTE_LEADING
    canvas.setFont("Times-Bold", 9)
    canvas.drawString(_LEFT, 36, f"V.24-0483{sheet.number % 10}"[:10] if sheet.number == 1 else "")
    canvas.drawRightString(_RIGHT, 36, str(sheet.number))


def numbered(texts: Sequence[str]) -> tuple[Made, ...]:
    """Numbered paragraphs."""
    return tuple(Made(words=words, label=f"{n}.") for n, words in enumerate(texts, start=1))
