"""Joins paragraphs that a page, a footnote or a list mark cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Inlines, Problem
from pilcrow.passes.items import (
    Item,
    Role,
    begins_low,
    finished,
    is_stray_number,
    joined_all,
)

_TEXT_ROLES = frozenset({Role.PARAGRAPH, Role.SUBPARAGRAPH, Role.LOOSE})


def join_broken(
    items: Sequence[Item], *, as_typed: bool = False
) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Put each continuation behind the text it continues.

    Loose text continues the text before it where that does not end like a sentence; a table or
    figure in between stays where it is. A heading that begins low right after a heading continues
    it. A number alone that continues a text may be a page's: it stays, with a problem. No word is
    added, lost or moved; only loose items disappear. Linear in the items.

    Of a source `as_typed` only what begins low continues a text: no page cut it.
    """
    open_items: list[_Open] = []
    problems: list[Problem] = []
    for item in items:
        goes_on = not as_typed or begins_low(item.words)
        target = _continued(open_items, item) if goes_on else None
        if target is None:
            open_items.append(_Open(item=item, pieces=[item.inlines], tail=item.words))
        else:
            target.pieces.append(item.inlines)
            if is_stray_number(item):
                problems.append(_stray_number(item))
            else:
                target.tail = item.words
    whole = (replace(each.item, inlines=joined_all(each.pieces)) for each in open_items)
    return tuple(whole), tuple(problems)


def _stray_number(item: Item) -> Problem:
    return Problem(
        rule="stray-number",
        place=item.place,
        message=f"“{item.words}” stands alone inside a sentence.",
        hint="Take it out of the source if it is a page number, or accept it.",
    )


@dataclass(slots=True)
class _Open:
    """An item with the pieces that continue it, and the words of the last."""

    item: Item
    pieces: list[Inlines]
    tail: str


def _continued(before: Sequence[_Open], item: Item) -> _Open | None:
    """The text that this item continues, if any."""
    if item.role is not Role.LOOSE or item.known is not None or not before:
        return None
    last = before[-1]
    if last.item.role is Role.HEADING:
        return last if begins_low(item.words) and not finished(item.words) else None
    target = _last_text(before)
    if target is None or target.item.role not in _TEXT_ROLES:
        return None
    if not target.tail:
        return target
    if target is not last and not begins_low(item.words):
        return None
    member = target.item.role is Role.SUBPARAGRAPH or (
        target.item.role is Role.LOOSE and target.item.listed
    )
    return None if finished(target.tail, member=member) else target


def _last_text(before: Sequence[_Open]) -> _Open | None:
    for each in reversed(before):
        if each.item.role is not Role.FLOATING:
            return each
    return None
