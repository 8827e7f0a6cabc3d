"""Which paragraphs are headings, by how they are set, and their rank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pilcrow.passes.body import OPENING
from pilcrow.readers.pdf.lines import Measures
from pilcrow.readers.pdf.paragraphs import Paragraph, ended, is_centred

_LARGER = 1.2
"""Points by which a heading is set larger than the text."""
_LONGEST = 60
"""Words."""
_LONGEST_ITALIC = 25
_MOST_LINES = 10
_CHAPTER = re.compile(r"[IVXLC]{1,7}\.")
_SECTION = re.compile(r"[A-Z]\.")
_ARABIC = re.compile(r"\d{1,2}\.")
_MEMBER = re.compile(r"\(?[a-z]{1,2}\)")
_SET_OFF = 1.2
"""Of the space between paragraphs: headings have more of it above."""
_UNIT = re.compile(r"\([A-Z].*\)")

Style = tuple[float, bool, bool, bool, bool]
"""Size, bold, not italic, capitals, centred: greater stands higher."""


def is_heading(paragraph: Paragraph, measures: Measures) -> bool:
    """Whether a paragraph is set as a heading: larger, bold, in italics or centred, no sentence.

    In a frame only a labelled one is: others head what the frame holds.
    """
    first, text = paragraph.first, paragraph.text
    words = len(text.split())
    if (
        words > _LONGEST
        or not any(map(str.isalpha, text))
        or len(paragraph.lines) > _MOST_LINES
        or (first.boxed and _rank(text) is None)
    ):
        return False
    sentence = ended(paragraph.lines[-1])
    if first.size >= measures.body_size + _LARGER:
        return paragraph.bold or (words <= _LONGEST // 2 and not sentence)
    if sentence or first.size < measures.body_size - _LARGER:
        return False
    if paragraph.bold:
        return True
    if paragraph.italic:
        # An organ in italics opens a preamble: "The General Assembly,".
        return words <= _LONGEST_ITALIC and not (
            _UNIT.fullmatch(text) or text[:1].islower() or text.endswith(",")
        )
    return _is_old_heading(paragraph)


_QUOTING = "[]“”«»\"' "


def _is_old_heading(paragraph: Paragraph) -> bool:
    """Headings of typewritten documents: centred, underlined or in capitals."""
    first, text = paragraph.first, paragraph.text
    if OPENING.fullmatch(text.strip(_QUOTING)):
        # "The General Assembly," begins a text, also one that is quoted.
        return False
    if not all(
        is_centred(line) or abs(line.x0 - first.text_start) < 2  # noqa: PLR2004 - points
        for line in paragraph.lines
    ):
        return False
    underlined = all(line.underlined for line in paragraph.lines)
    return underlined or (text.isupper() and len(text.split()) > 1) or first.text_start > first.x0


def style(paragraph: Paragraph) -> Style:
    """How a heading is set, for its rank."""
    return (
        round(paragraph.first.size),
        paragraph.bold,
        not paragraph.italic,
        paragraph.text.isupper(),
        is_centred(paragraph.first) and not paragraph.bold and not paragraph.first.label,
    )


def levels(headings: Sequence[Paragraph]) -> dict[Style, int]:
    """Give each style of heading its rank, from 1 for chapters.

    Styles that carry labels have the rank of these: I. 1, A. 2, 1. 3, set like the text (a) 4. The
    others stand between, by size, weight and slope.
    """
    known: dict[Style, list[int]] = {}
    for heading in headings:
        ranks = known.setdefault(style(heading), [])
        rank = _rank(heading.text)
        if rank is None and not heading.bold and _MEMBER.fullmatch(heading.first.label or ""):
            rank = len("IA1a")
        if rank is not None:
            ranks.append(rank)
    result: dict[Style, int] = {}
    above = 0
    for each in sorted(known, reverse=True):
        ranks = known[each]
        rank = max(set(ranks), key=ranks.count) if ranks else above + 1
        result[each] = max(rank, above) if ranks else rank
        above = result[each]
    return result


def _rank(text: str) -> int | None:
    label = text.split(" ", 1)[0]
    for rank, pattern in enumerate((_CHAPTER, _SECTION, _ARABIC), start=1):
        if pattern.fullmatch(label):
            return rank
    return None


def set_off(pieces: Sequence[object], headings: Collection[int]) -> frozenset[int]:
    """Indexes of labelled paragraphs that stand off from the text as headings do.

    The lowest headings of Geneva are set like the text and may be long: "(a) Block: Data that
    …". All of a list have as much space above as the other headings, more than paragraphs have.
    """
    headed = Counter(
        piece.first.above
        for index, piece in enumerate(pieces)
        if isinstance(piece, Paragraph) and index in headings and _rank(piece.text) == len("IA1")
    )
    usual = Counter(
        piece.first.above
        for index, piece in enumerate(pieces)
        if isinstance(piece, Paragraph) and index not in headings and piece.first.label
    )
    if not headed or not usual:
        return frozenset()
    over, between = headed.most_common(1)[0][0], usual.most_common(1)[0][0]
    if over is None or between is None or over < _SET_OFF * between:
        return frozenset()
    found: set[int] = set()
    for run in _member_runs(pieces):
        spaces = [piece.first.above for _, piece in run if piece.first.above is not None]
        if len(run) > 1 and spaces and all(abs(space - over) <= 1 for space in spaces):
            found.update(index for index, _ in run)
    return frozenset(found)


def _member_runs(pieces: Sequence[object]) -> Iterator[list[tuple[int, Paragraph]]]:
    """Runs of paragraphs with labels like "(a)", one behind the other."""
    run: list[tuple[int, Paragraph]] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Paragraph) and _MEMBER.fullmatch(piece.first.label or ""):
            run.append((index, piece))
            continue
        yield run
        run = []
    yield run
