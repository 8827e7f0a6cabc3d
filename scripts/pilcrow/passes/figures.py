"""Gives each figure its caption: the line that names it, right above or below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pilcrow.model import Emphasis, Inlines, Problem, Text, plain
from pilcrow.passes.captions import is_caption, names_one
from pilcrow.passes.items import joined_all
from pilcrow.passes.labels import HEADING_LABEL
from pilcrow.readers.reading import Block, BlockKind, Known

_OF_A_TABLE = re.compile(
    r"(?:Table|Box|Tableau|Encadré|Cuadro|Recuadro|Таблица|Вставка)\b", re.IGNORECASE
)


def give_captions(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Put captions into the figures they belong to.

    A caption stands above its figure, "Figure I" and then its title, or else below it; one that
    names a table belongs to no figure. Words printed in a figure stand behind it. A figure without
    a caption is shown without, and a notice says so.
    """
    result: list[Block] = []
    problems: list[Problem] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if block.figure is None:
            result.append(block)
            continue
        inside = tuple(takewhile(lambda each: each.known is Known.IN_FIGURE, blocks[index:]))
        index += len(inside)
        below = _below(blocks[index:])
        above = _above(result, titled=not below)
        below = () if above else below
        del result[len(result) - len(above) :]
        index += len(below)
        caption = _caption(above or below)
        result.append(
            replace(block, figure=replace(block.figure, caption=caption), kind=BlockKind.FIGURE)
        )
        result.extend(replace(each, known=Known.CAPTION) for each in inside)
        if not caption:
            problems.append(_without_caption(block, described=bool(block.figure.description)))
    return tuple(result), tuple(problems)


def _above(before: Sequence[Block], *, titled: bool) -> tuple[Block, ...]:
    """The lines of a caption that end the blocks; `titled` lets a heading be one."""
    lines: list[Block] = []
    for block in reversed(before):
        if not _may_be_caption(block):
            break
        lines.insert(0, block)
        if names_one(block):
            return () if _OF_A_TABLE.match(plain(block.inlines)) else tuple(lines)
    if titled and not lines and before and _is_title(before[-1]):
        return tuple(before[-1:])
    return tuple(lines[-1:])


def _is_title(block: Block) -> bool:
    """A heading without a label right above a figure is its title: text stands below others."""
    text = plain(block.inlines).strip()
    return block.known is Known.HEADING and not block.label and not HEADING_LABEL.match(text)


def _below(behind: Sequence[Block]) -> tuple[Block, ...]:
    """The lines of a caption with which the blocks begin."""
    lines: list[Block] = []
    for block in behind:
        if not _may_be_caption(block) or (lines and is_caption(block)):
            break
        lines.append(block)
    if not lines or _OF_A_TABLE.match(plain(lines[0].inlines)):
        return ()
    return () if _is_of_the_next(behind[len(lines) :]) else tuple(lines)


def _is_of_the_next(behind: Sequence[Block]) -> bool:
    """Tell whether a caption belongs to what stands below it: that has none of its own."""
    if not behind or behind[0].floating is None:
        return False
    return len(behind) == 1 or not _may_be_caption(behind[1])


def _may_be_caption(block: Block) -> bool:
    """What is known as one, or begins "Figure I" where nothing is known of it."""
    if block.known is None:
        return block.floating is None and is_caption(block)
    return block.known is Known.CAPTION


def _caption(lines: Sequence[Block]) -> Inlines:
    """The lines of a caption as one; where there are more, the first is what names the figure."""
    if len(lines) < 2:  # noqa: PLR2004 - one line is the whole caption
        return lines[0].inlines if lines else ()
    first = tuple(
        replace(inline, emphasis=Emphasis.BOLD) if isinstance(inline, Text) else inline
        for inline in lines[0].inlines
    )
    return joined_all((first, *(line.inlines for line in lines[1:])))


def _without_caption(block: Block, *, described: bool) -> Problem:
    return Problem(
        rule="figure-without-caption",
        place=block.place,
        message="a figure has no caption.",
        hint="Compare with the printed report.",
        settled_by="it is shown with the description that the file gives"
        if described
        else "it is shown without one",
    )
