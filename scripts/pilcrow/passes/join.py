"""Joins paragraphs that a page, a footnote or a list mark cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pilcrow.passes.items import Item, Role, begins_low, finished, is_stray_number, joined

_TEXT_ROLES = frozenset({Role.PARAGRAPH, Role.SUBPARAGRAPH, Role.LOOSE})


def join_broken(items: Sequence[Item]) -> tuple[Item, ...]:
    """Put each continuation behind the text it continues.

    Loose text continues the text before it where that does not end like a sentence; a table in
    between stays where it is. A heading that begins low right after a heading continues it. No
    word is added or lost; only loose items disappear.
    """
    result: list[Item] = []
    for item in items:
        target = _continued(result, item)
        if target is None:
            result.append(item)
        else:
            before = result[target]
            result[target] = replace(before, inlines=joined(before.inlines, item.inlines))
    return tuple(result)


def _continued(result: Sequence[Item], item: Item) -> int | None:
    """Index of the item that this one continues, if any."""
    if item.role is not Role.LOOSE or not result or is_stray_number(item):
        return None
    index = len(result) - 1
    if result[index].role is Role.HEADING:
        return index if begins_low(item.words) and not finished(item.words) else None
    while index >= 0 and (result[index].role is Role.TABLE or is_stray_number(result[index])):
        index -= 1
    if index < 0 or result[index].role not in _TEXT_ROLES:
        return None
    before = result[index]
    if not before.inlines:
        return index
    member = before.role is Role.SUBPARAGRAPH
    if index < len(result) - 1 and not begins_low(item.words):
        return None
    return None if finished(before.words, member=member) else index
