"""Where an annex begins, and what its title is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from pilcrow.model import plain
from pilcrow.passes.items import finished, joined, leading_text
from pilcrow.passes.labels import HEADING_LABEL, PARAGRAPH_NUMBER, LabelKind, readings
from pilcrow.readers.reading import Block, BlockKind, Known

ANNEX = re.compile(
    r"(?P<word>Annexe?|ANNEXE?|Appendi(?:x|ce)|APPENDI(?:X|CE)|Anexo|ANEXO|Apéndice|APÉNDICE"
    r"|Приложение|ПРИЛОЖЕНИЕ|Добавление)"
    r"(?:\s+(?P<number>[IVX]{1,5}|\d{1,2}|[A-Z]))?(?P<mark>\*{0,2})"
    r"(?:[.:]?\s+(?P<title>[^\W\d_a-zà-ÿа-я].*))?"
)
_LONGEST_TITLE = 30
"""Words."""


def is_annex(block: Block, before: Block | None) -> bool:
    """Tell whether a block begins an annex.

    A plain line does so only behind a finished text; a line that a page cut before "Annex I of
    the Convention" does not.
    """
    text = plain(block.inlines)
    if block.known is Known.INNER_ANNEX:
        return False
    if block.kind is BlockKind.ITEM or finished(text) or len(text.split()) > _LONGEST_TITLE:
        return False
    match = ANNEX.fullmatch(text)
    label = match.start("title") if match and match["title"] else len(text)
    if match is None or len(leading_text(block.inlines).strip()) < len(text[:label].strip()):
        return False
    follows = before is None or before.floating is not None or finished(plain(before.inlines))
    return block.kind is BlockKind.HEADING or follows


def with_annex_titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """Put the title that stands on a line of its own behind its "Annex I"."""
    label: Block | None = None
    before: Block | None = None
    for block in blocks:
        if label is not None and _is_title(block):
            yield replace(label, inlines=joined(label.inlines, block.inlines))
            label, before = None, block
            continue
        if label is not None:
            yield label
        match = ANNEX.fullmatch(plain(block.inlines))
        if match and not match["title"] and _is_labelled_annex(block, before):
            label = block
        else:
            label = None
            yield block
        before = block
    if label is not None:
        yield label


def _is_labelled_annex(block: Block, before: Block | None) -> bool:
    return block.known is Known.INNER_ANNEX or is_annex(block, before)


def _is_title(block: Block) -> bool:
    text = plain(block.inlines)
    return (
        block.kind in {BlockKind.HEADING, BlockKind.TEXT}
        and block.known in {None, Known.HEADING, Known.TITLE}
        and bool(text)
        and not finished(text)
        and len(text.split()) <= _LONGEST_TITLE
        and not HEADING_LABEL.match(text)
        and not PARAGRAPH_NUMBER.match(text)
        and not ANNEX.fullmatch(text)
        and text[:1].isupper()
    )


_RESOLUTION = re.compile(
    r"(?:Draft )?(?:resolution|decision|résolution|décision|resolución|decisión)"
    r"\s+(?:[IVXLC]{1,6}|\d{1,3}(?:/\d{1,3})?)\b.*",
    re.IGNORECASE,
)
_FARTHEST = 100
"""Headings behind an annex that are looked at."""


def know_inner_annexes(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Know the annexes of texts that the report quotes: they are headings, and it goes on behind.

    The report goes on where the next chapter has the number that its chapters expect, II behind
    I, before any chapter I; or where another resolution follows one.
    """
    chapters = [(index, value) for index, block in enumerate(blocks) if (value := _chapter(block))]
    result: list[Block] = []
    last = passed = 0
    resolved = False
    for index, block in enumerate(blocks):
        while passed < len(chapters) and chapters[passed][0] <= index:
            last = chapters[passed][1]
            passed += 1
        resolved = resolved or _names_resolution(block)
        before = blocks[index - 1] if index else None
        inner = is_annex(block, before) and (
            _goes_on(chapters[passed : passed + _FARTHEST], last)
            or (resolved and _has_resolution(blocks[index + 1 :]))
        )
        heading = replace(block, kind=BlockKind.HEADING, known=Known.INNER_ANNEX)
        result.append(heading if inner else block)
    return tuple(result)


def inner_label(block: Block) -> int:
    """Where the label of an inner annex ends, in the words of its heading."""
    match = ANNEX.fullmatch(plain(block.inlines))
    return match.start("title") if match and match["title"] else 0


def _goes_on(chapters: Sequence[tuple[int, int]], last: int) -> bool:
    following = (value for _, value in chapters if value in {1, last + 1})
    return last > 0 and next(following, 1) == last + 1


def _chapter(block: Block) -> int | None:
    """The number of a chapter, where a block is its heading; letters count for nothing here."""
    if block.kind is not BlockKind.HEADING:
        return None
    match = HEADING_LABEL.match(plain(block.inlines))
    if match is None or not (match["dot"] or block.label or " " in match["label"]):
        return None
    values = [each.value for each in readings(match["label"]) if each.kind is LabelKind.ROMAN]
    return values[0] if values else None


def _names_resolution(block: Block) -> bool:
    text = plain(block.inlines) if block.kind is BlockKind.HEADING else ""
    return bool(_RESOLUTION.fullmatch(text))


def _has_resolution(behind: Sequence[Block]) -> bool:
    """Tell whether another resolution begins before the next annex does."""
    headings = islice((each for each in behind if each.kind is BlockKind.HEADING), _FARTHEST)
    own = takewhile(lambda block: not ANNEX.fullmatch(plain(block.inlines)), headings)
    return any(map(_names_resolution, own))
