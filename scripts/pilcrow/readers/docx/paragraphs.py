"""One paragraph of a Word file as a block: its label, its inlines, and what its style says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from pilcrow.model import Emphasis, Indicator, Inline, Inlines, Link, Place, Text, plain
from pilcrow.passes.items import finished, leading_text
from pilcrow.readers.docx.characters import BULLETS
from pilcrow.readers.docx.numbering import Label
from pilcrow.readers.docx.runs import Runs
from pilcrow.readers.docx.styles import Style
from pilcrow.readers.markdown_inline import fold
from pilcrow.readers.reading import Block, BlockKind, Known

TYPED_LABEL = re.compile(
    r"\s*(?P<label>\(?(?:\d{1,4}(?:\.\d{1,3}){0,3}|[^\W\d_]{1,2}|[ivxlcIVXLC]{1,7})[.)]{0,2})"
    r"\s*\t\s*(?=\S)"
)
"""A label set off by a tab."""
TYPED_BULLET = re.compile(rf"\s*[{re.escape(BULLETS)}]\s*\t\s*(?=\S)")
_UNIT = re.compile(r"(?:\d|\b(?:[kcm]?m|ft|sq|CO|km|ha))$")
_LONGEST_TITLE = 200
"""Characters of a line that may be a heading by its look alone."""
_LABELLED = re.compile(r"(?:[IVXLC]{1,7}|[A-Z]|\d{1,2})\.\s+\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A paragraph as written, before anything is decided about it."""

    runs: Runs
    style: Style
    label: Label | None
    """Its automatic number."""
    centred: bool
    place: Place
    drawn: tuple[tuple[str, ...], ...] = ()
    """For each of its pictures the lines of words of a chart; none of what is shown."""


def first_raised(runs: Runs) -> str | None:
    """The superscript a paragraph begins with: it is a note without Word's knowledge."""
    for index, inline in enumerate(runs.inlines):
        if index in runs.raised and isinstance(inline, Text):
            return inline.value.strip()
        if not isinstance(inline, Text) or inline.value.strip():
            return None
    return None


def with_marks(runs: Runs, typed: AbstractSet[str], *, in_table: bool) -> list[Inline]:
    """Make footnote marks of the superscripts that are such, and text of the others.

    A superscript is a mark if a paragraph begins with the same one, or if it is an asterisk; a
    letter in a table always is. "m²", "10⁶" and "1ᵉʳ" are text.
    """
    result: list[Inline] = []
    for index, inline in enumerate(runs.inlines):
        if index not in runs.raised or not isinstance(inline, Text):
            result.append(inline)
            continue
        mark = inline.value.strip()
        before = leading_text(tuple(result[-1:])) if result else ""
        if _is_mark(mark, before, typed, first=not plain(tuple(result)), in_table=in_table):
            result.append(Indicator(mark=mark, place=inline.place))
        else:
            result.append(inline)
    return result


def _is_mark(
    mark: str, before: str, typed: AbstractSet[str], *, first: bool, in_table: bool
) -> bool:
    if not mark[0].isalnum() or first:
        return True
    if _UNIT.search(before):
        return mark.isalpha() and in_table
    return mark in typed or (mark.isalpha() and in_table)


def block_of(written: Written, typed: AbstractSet[str], *, styled: bool) -> Block | None:
    """The block of a paragraph; None where nothing is printed.

    Args:
        written: the paragraph.
        typed: the superscripts that begin paragraphs of the document.
        styled: headings of the document have styles, so that a paragraph without is none.
    """
    pieces = with_marks(written.runs, typed, in_table=False)
    label, pieces, bullet = _label(written, pieces)
    inlines = fold(pieces)
    if not inlines:
        return None
    depth = written.label.depth if written.label and bullet else written.style.bullet
    kind, known = _kind(written, inlines, bullet=bullet, styled=styled)
    if known is Known.TEXT and kind is BlockKind.TEXT and _begins_with_mark(inlines):
        known = None
    if kind is BlockKind.HEADING or known is Known.TITLE:
        inlines = without_whole_emphasis(inlines)
    return Block(
        kind=kind,
        inlines=inlines,
        place=written.place,
        known=known,
        level=depth if kind is BlockKind.ITEM else written.style.level,
        label=label,
    )


def _begins_with_mark(inlines: Inlines) -> bool:
    """Tell whether a paragraph begins with a raised number: notes collected at the end do."""
    first = inlines[0]
    return isinstance(first, Indicator) and first.mark.isdigit() and len(inlines) > 1


def _label(written: Written, pieces: list[Inline]) -> tuple[str | None, list[Inline], bool]:
    """The label, the pieces with it at their start, and whether there is a bullet instead."""
    if written.label is not None and not written.label.bullet:
        text = written.label.text
        start = Text(value=f"{text} ", place=written.place)
        return text or None, [*([start] if text else []), *pieces], False
    leading = leading_text(tuple(pieces))
    if match := TYPED_BULLET.match(leading):
        return None, without_start(pieces, match.end()), True
    match = TYPED_LABEL.match(leading)
    bullet = written.label is not None or written.style.bullet is not None
    return (match["label"] if match else None), pieces, bullet and match is None


def without_start(pieces: Sequence[Inline], count: int) -> list[Inline]:
    """The pieces without the first characters of their text."""
    result: list[Inline] = []
    for piece in pieces:
        if count and isinstance(piece, Text):
            kept = piece.value[count:]
            count = max(0, count - len(piece.value))
            if kept:
                result.append(replace(piece, value=kept))
        else:
            result.append(piece)
    return result


def _kind(
    written: Written, inlines: Inlines, *, bullet: bool, styled: bool
) -> tuple[BlockKind, Known | None]:
    known = written.style.known
    if known not in {None, Known.TEXT}:
        return (BlockKind.HEADING if known is Known.HEADING else BlockKind.TEXT), known
    if bullet:
        return BlockKind.ITEM, Known.TEXT
    return (
        (BlockKind.TEXT, Known.TEXT)
        if styled or known is Known.TEXT
        else _guessed(written, inlines)
    )


def _guessed(written: Written, inlines: Inlines) -> tuple[BlockKind, Known | None]:
    """Of a document without styles: what its look says; the passes decide on what may be."""
    text = plain(inlines)
    if len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",", ":")):
        if is_whole(inlines, Emphasis.BOLD):
            return BlockKind.HEADING, None
        if _LABELLED.match(text) or text.isupper() or written.centred or written.style.caps:
            return BlockKind.TEXT, None
    return BlockKind.TEXT, Known.TEXT if finished(text, member=True) else None


def is_whole(inlines: Inlines, emphasis: Emphasis) -> bool:
    """Tell whether all words of a paragraph are set so."""
    texts = [each for each in inlines if isinstance(each, Text | Link) and each.value.strip()]
    return bool(texts) and all(
        isinstance(each, Text) and (each.emphasis is emphasis or _is_label(each)) for each in texts
    )


def _is_label(text: Text) -> bool:
    """An automatic number has a look of its own."""
    return bool(re.fullmatch(r"\(?\w{1,7}[.)]?\s*", text.value))


def without_whole_emphasis(inlines: Inlines) -> Inlines:
    """A heading's own look is no emphasis; words that differ from the rest keep theirs."""
    kinds = {
        each.emphasis
        for each in inlines
        if isinstance(each, Text) and each.value.strip() and not _is_label(each)
    }
    drop = {Emphasis.BOLD} | (kinds if len(kinds) == 1 else set())
    return fold(
        replace(each, emphasis=Emphasis.NONE)
        if isinstance(each, Text) and each.emphasis in drop
        else each
        for each in inlines
    )
