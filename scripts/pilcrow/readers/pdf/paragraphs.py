"""Lines to paragraphs: where a text begins and ends, as the page shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pilcrow.readers.pdf.lines import Line, Measures

_INDENT = 0.9
"""Of the size: a line that begins so much further in begins a paragraph."""
_SPACED = 1.22
"""Of the usual distance of lines: more of it parts paragraphs."""
_OTHER_SIZE = 0.6
"""Points."""
_CENTRED = 6.0
_SET_IN = 12.0
_ALIGNED = 2.0
_HANGING = 3.0
_ENDED = re.compile(r"[.:;?!…][\"”’»)\]]*\s*(?:\d{1,3}|[a-z]|\*{1,3})?$")
_SENTENCE = re.compile(r"[.?!…:;][\"”’»)\]*]*$")
_NAME = re.compile(
    r"(?:Table|Figure|Chart|Box|Map|Tableau|Graphique|Encadré|Carte|Cuadro|Gráfico|Recuadro|Mapa"
    r"|Таблица|Диаграмма|Рисунок|Вставка|Карта)\s+(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.?"
)
"""What names a table or figure; its title is the next paragraph."""
_NUMBER = re.compile(r"\d{1,3}\.\s+\S")
_LETTER = re.compile(r"\([a-z]{1,4}\)\s+\S|[a-zа-я]\)\s+\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that belong together, over columns and pages."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def text(self) -> str:
        """The words as printed, line by line."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """All of it is set in bold; so with `italic`."""
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        """All of it is set in italics."""
        return all(line.italic for line in self.lines)


def paragraphs(lines: Sequence[Line], measures: Measures) -> tuple[Paragraph, ...]:
    """Put lines together to paragraphs. Every line is in exactly one, in order."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not begins(found[-1], line, measures):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(Paragraph(lines=tuple(own)) for own in found)


def begins(block: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Whether a line begins a paragraph after those lines, as far as the page shows."""
    last = block[-1]
    if (
        (len(block) == 1 and _NAME.fullmatch(last.text.strip()))
        or abs(line.size - last.size) > _OTHER_SIZE
        or _is_raised_mark(line)
        or line.bullet
        or (line.label and not _is_run_in(block, line, measures))
    ):
        return True
    if line.above is None or line.page != last.page or line.column != last.column:
        return not goes_on(block, line)
    spaced = line.above > _SPACED * max(
        measures.leading_of(line.size), measures.leading_of(last.size)
    )
    if spaced or line.above < 0:
        return True
    if is_centred(last) and (is_centred(line) or abs(line.x0 - block[0].text_start) < 2):  # noqa: PLR2004
        return False
    if _changes_style(block, line) or _is_indented(block, line):
        return True
    return ended(last) and would_fit(last, line)


def goes_on(block: Sequence[Line], line: Line) -> bool:
    """Whether a line at the head of a column or page goes on with a paragraph before it."""
    last = block[-1]
    if line.label or line.bullet or _is_raised_mark(line):
        return False
    if abs(line.size - last.size) > _OTHER_SIZE / 2:
        return False
    # What stands in may end so that it seems to stand in the middle.
    under = (len(block) > 1 or bool(last.label)) and abs(line.x0 - last.x0) <= _ALIGNED
    if _changes_style(block, line) or (is_centred(line) and not under):
        return False
    if not ended(last):
        return not all(each.bold for each in block) or line.bold
    stands_out = (line.bold and not any(each.bold for each in block)) or (
        line.italic and not any(each.italic for each in block)
    )
    if stands_out or _is_indented(block, line) or would_fit(last, line):
        return False
    return not _NUMBER.match(line.text) and not _LETTER.match(line.text)


def _is_run_in(block: Sequence[Line], line: Line, measures: Measures) -> bool:
    """Whether a label only happens to stand at a line's start, in the middle of a text.

    The line before is full, no space parts both, and it begins where the text's lines do.
    """
    last = block[-1]
    return (
        line.above is not None
        and 0 < line.above <= _SPACED * measures.leading_of(line.size)
        and len(block) > 1
        and abs(line.x0 - last.x0) < 2  # noqa: PLR2004 - points
        and not last.label
        and not would_fit(last, line)
    )


def _is_raised_mark(line: Line) -> bool:
    return line.mark is not None and line.segments[0].pieces[0].raised


def ended(line: Line) -> bool:
    """Whether a line ends like a sentence or a member of a list, a raised mark left aside."""
    words = "".join(
        (" " if piece.spaced else "") + piece.run.text for piece in line.pieces if not piece.raised
    ).strip()
    return bool(_SENTENCE.search(words))


def would_fit(last: Line, line: Line) -> bool:
    """Whether the first word of a line would have found room at the end of the last.

    Then the last was ended on purpose.
    """
    room = last.column.right - last.x1
    width = 0.0
    start = line.pieces[0].run.x0
    for index, piece in enumerate(line.pieces):
        if index and piece.spaced:
            break
        width = piece.run.x1 - start
    return room > width + 0.8 * last.size


def is_set_in(paragraph: Paragraph) -> bool:
    """Whether a text stands in from both sides of its column, as a block quote does.

    Its lines end at one place before the column's end, and a text of two lines, or one with a
    label, where the next word had room: lines of a ragged list may end alike by chance.
    """
    lines = paragraph.lines
    if len(lines) < 2 or any(line.boxed for line in lines):  # noqa: PLR2004
        return False
    starts = [line.x0 - line.column.left for line in lines[1:]]
    ends = [line.column.right - line.x1 for line in lines[:-1]]
    return (
        min((paragraph.first.x0 - paragraph.first.column.left, *starts)) >= _SET_IN
        and max(starts) - min(starts) <= _ALIGNED
        and min(ends) >= _SET_IN
        and max(ends) - min(ends) <= _ALIGNED
        and (
            (len(ends) > 1 and not paragraph.first.label)
            or any(would_fit(last, line) for last, line in pairwise(lines))
        )
    )


def is_centred(line: Line) -> bool:
    """Whether a line stands in the middle of its column, clear of both its sides."""
    before, after = line.x0 - line.column.left, line.column.right - line.x1
    return before > 0.08 * line.column.width and abs(before - after) < _CENTRED * 2


def _changes_style(block: Sequence[Line], line: Line) -> bool:
    """A heading before a text, or a text before a heading: whole lines of another weight."""
    bold = all(each.bold for each in block)
    italic = all(each.italic for each in block)
    if bold and not line.bold and not ended(block[-1]):
        # A bold text may end in plain words, a heading does not: it has no label of a paragraph.
        return not _NUMBER.match(f"{block[0].label} x" if block[0].label else "")
    if italic and not line.italic and len(block) == 1:
        return not ended(block[-1]) and would_fit(block[-1], line)
    return False


def _is_indented(block: Sequence[Line], line: Line) -> bool:
    """Whether a line begins further in, or out, than the text it would go on."""
    first, size = block[0], line.size
    start = line.x0 - line.column.left
    if len(block) > 1:
        usual = block[-1].x0 - block[-1].column.left
        if len(block) == 2 and abs(start - usual) > _INDENT * size:  # noqa: PLR2004
            usual = block[1].x0 - block[1].column.left
        return abs(start - usual) > _INDENT * size
    if len(first.segments) > 1 and abs(line.x0 - first.segments[1].x0) <= _HANGING:
        # It hangs under the words behind a tab: "2026:   National reviews".
        return False
    opening = first.x0 - first.column.left
    hanging = first.text_start - first.column.left
    return start > opening + _INDENT * size and abs(start - hanging) > _INDENT * size
