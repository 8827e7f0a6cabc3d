"""Finds the pictures of a PDF that say something, and puts them among the blocks.

A picture is a region of the page, drawn as it is seen. Emblems above the title, bar codes and signs
beside the page's furniture, what repeats on pages, and backgrounds of text are no figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pilcrow.model import Figure, Place, Problem, plain
from pilcrow.passes.captions import is_caption
from pilcrow.readers.pdf.drawings import NAMES_A_FIGURE, Ground
from pilcrow.readers.pdf.lines import Line
from pilcrow.readers.pdf.page import Box, Page
from pilcrow.readers.pdf.process import draw
from pilcrow.readers.pictures import read_picture
from pilcrow.readers.reading import Block, BlockKind, Known

MOST = 200
"""Pictures of one document that are drawn."""
_SMALLEST = 24.0
"""Points, of either side."""
_APART = 4.0
"""Points: a picture may be cut into strips, which lie so close."""
_WHOLE = 0.9
"""Of the page: a larger picture is its background."""
_REPEATED = 3
_MOST_WORDS = 60
"""In a picture; more are a text before a background."""
_PIXELS = 96 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A picture's place on a page; `line` is the number of the line before it, 0 for none."""

    page: Page
    box: Box
    line: int


def regions(grounds: Sequence[Ground]) -> tuple[Region, ...]:
    """The pictures that are figures, in reading order."""
    boxes = [
        [box for box in _joined(ground.page.images) if not _is_in(box, ground.drawings)]
        for ground in grounds
    ]
    repeated = Counter(box for own in boxes for box in set(own))
    found: list[Region] = []
    for ground, own in zip(grounds, boxes, strict=True):
        page = ground.page
        found.extend(
            Region(page=page, box=box, line=_line_before(box, ground.lines))
            for box in ground.drawings
        )
        for box in own:
            left, top, right, bottom = box
            seen = min(right, page.width) - max(left, 0), min(bottom, page.height) - max(top, 0)
            if (
                min(seen) >= _SMALLEST
                and seen[0] * seen[1] <= _WHOLE * page.width * page.height
                and top >= ground.top - _APART
                and bottom <= ground.bottom + _APART
                and repeated[box] < _REPEATED
                and _words_in(box, ground.lines) <= _MOST_WORDS
            ):
                inside = max(left, 0.0), max(top, 0.0), left + seen[0], top + seen[1]
                found.append(Region(page=page, box=inside, line=_line_before(box, ground.lines)))
    return tuple(sorted(found, key=lambda each: (each.page.number, each.line, each.box[1])))


def _joined(images: Sequence[Box]) -> list[Box]:
    """The boxes of pictures, those that touch or overlap as one."""
    result: list[Box] = []
    for image in sorted(images, key=lambda box: (box[1], box[0])):
        box = image
        while True:
            touching = [each for each in result if _touch(each, box)]
            if not touching:
                break
            for each in touching:
                result.remove(each)
            box = (
                min(box[0], *(each[0] for each in touching)),
                min(box[1], *(each[1] for each in touching)),
                max(box[2], *(each[2] for each in touching)),
                max(box[3], *(each[3] for each in touching)),
            )
        result.append(box)
    return result


def _touch(first: Box, second: Box) -> bool:
    return (
        first[0] <= second[2] + _APART
        and second[0] <= first[2] + _APART
        and first[1] <= second[3] + _APART
        and second[1] <= first[3] + _APART
    )


def _is_in(box: Box, drawings: Sequence[Box]) -> bool:
    """Whether a picture is a part of a drawing."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in drawings)


def _words_in(box: Box, lines: Sequence[Line]) -> int:
    left, top, right, bottom = box
    return sum(
        len(line.text.split())
        for line in lines
        if top < line.y <= bottom and line.x0 < right and line.x1 > left
    )


def _line_before(box: Box, lines: Sequence[Line]) -> int:
    """The number of the last line that stands above a picture, in its column."""
    middle = (box[0] + box[2]) / 2
    own = [line for line in lines if line.column.left - 1 <= middle <= line.column.right + 1]
    above = [line.number for line in own or lines if line.y - line.size / 2 <= box[1]]
    if above:
        return max(above)
    first = min((line.number for line in own), default=1)
    return first - 1


def with_figures(
    blocks: Sequence[Block], found: Sequence[Region], content: bytes, source: str
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Draw the pictures and put each behind the block that begins last before it.

    A picture that cannot be drawn, and a caption without a picture that could be told, are left
    out with a notice.
    """
    wanted = found[:MOST]
    drawn = draw([(each.page, each.box) for each in wanted], content) if wanted else ()
    problems: list[Problem] = []
    result = list(blocks)
    for region, picture in zip(wanted, drawn, strict=True):
        place = Place(source=source, line=max(1, region.line), page=region.page.number)
        read = read_picture(picture)
        if isinstance(read, str):
            problems.append(_left_out(place, "a picture that cannot be drawn is left out."))
            continue
        left, top, right, bottom = region.box
        figure = Figure(
            picture=read.picture,
            width=round((right - left) * _PIXELS),
            height=round((bottom - top) * _PIXELS),
            place=place,
        )
        block = Block(kind=BlockKind.FIGURE, inlines=(), place=place, figure=figure)
        result.insert(_behind(result, region), block)
    if len(found) > MOST:
        place = Place(source=source, line=1, page=found[MOST].page.number)
        problems.append(_left_out(place, f"{len(found) - MOST} more pictures are left out."))
    problems.extend(_undrawn(result))
    return tuple(result), tuple(problems)


def _behind(blocks: Sequence[Block], region: Region) -> int:
    """The index behind the last block that begins before a picture."""
    at = (region.page.number, region.line)
    before = [
        index
        for index, block in enumerate(blocks)
        if (block.place.page or 0, block.place.line) <= at
    ]
    return before[-1] + 1 if before else 0


def _undrawn(blocks: Sequence[Block]) -> list[Problem]:
    """A notice for each caption of a figure beside which no picture stands."""
    problems: list[Problem] = []
    for index, block in enumerate(blocks):
        near = blocks[max(0, index - 2) : index + 4]
        if (
            block.known is Known.CAPTION
            and NAMES_A_FIGURE.match(plain(block.inlines))
            and is_caption(block)
            and not any(each.floating is not None for each in near)
        ):
            problems.append(
                _left_out(block.place, "a figure is left out: nothing is drawn beside its caption.")
            )
    return problems


def _left_out(place: Place, message: str) -> Problem:
    return Problem(
        rule="figure-left-out",
        place=place,
        message=message,
        hint="Compare with the printed report; the Word file may hold the picture.",
        settled_by="its caption and its words are kept",
    )
