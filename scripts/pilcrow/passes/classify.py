"""Gives every block its role: heading, paragraph, subparagraph, table or loose text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pilcrow.model import Place, Problem
from pilcrow.passes.annexes import inner_label, know_inner_annexes, with_annex_titles
from pilcrow.passes.counting import Counted, counted_blocks
from pilcrow.passes.drafts import (
    LONGEST_HEADING,
    LONGEST_PLAIN_HEADING,
    Draft,
    draft_of,
    following_draft,
)
from pilcrow.passes.items import Item, Role, begins_low, drop_start, finished, joined, leading_text
from pilcrow.passes.labels import (
    CHAPTER,
    HEADING_LABEL,
    SUBPARAGRAPH_MARK,
    LabelKind,
    Reading,
    expected,
    readings,
    to_roman,
)
from pilcrow.passes.numbers import YEARS, number_value
from pilcrow.readers.reading import Block, BlockKind, Known


def classify(blocks: Sequence[Block]) -> tuple[tuple[Item, ...], tuple[Problem, ...]]:
    """Give each block its role, and each heading its degree by expected successor.

    Every block gives exactly one item, in order; only a label, number or mark is taken from the
    start of its words and kept beside them.
    """
    known = know_inner_annexes(tuple(_with_lone_labels(blocks)))
    drafts = [
        draft_of(block, before) for before, block in _with_neighbours(with_annex_titles(known))
    ]
    counted = counted_blocks(drafts)
    sorter = _Sorter(decimal=any(map(_has_decimal_label, drafts)))
    items = tuple(
        sorter.item(draft, counted.get(index), following=following_draft(drafts, index))
        for index, draft in enumerate(drafts)
    )
    return items, tuple(sorter.problems)


_DECIMAL = re.compile(r"\s*(?P<label>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\S)")


def _has_decimal_label(draft: Draft) -> bool:
    match = _DECIMAL.match(draft.text) if draft.block.known is Known.HEADING else None
    return match is not None and "." in match["label"]


def _with_neighbours(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, Block]]:
    before: Block | None = None
    for block in blocks:
        yield before, block
        before = block


_LONE_LABEL = re.compile(rf"(?:[IVXLC]{{1,7}}|[A-Z])\.|{CHAPTER}[.:]?")


def _with_lone_labels(blocks: Sequence[Block]) -> Iterator[Block]:
    """Put a label that stands alone ("K.", "Chapter I") before the heading that follows it."""
    label: Block | None = None
    for block in blocks:
        if label is not None:
            if block.kind is BlockKind.HEADING:
                yield replace(
                    block, inlines=joined(label.inlines, block.inlines), place=label.place
                )
                label = None
                continue
            yield label
            label = None
        if _LONE_LABEL.fullmatch(leading_text(block.inlines)) and len(block.inlines) == 1:
            label = block
        else:
            yield block
    if label is not None:
        yield label


class _Sorter:
    """Walks the blocks in order with the headings that stand open."""

    def __init__(self, *, decimal: bool) -> None:
        """Begin; `decimal` says that headings are numbered 1, 1.1, 1.1.1."""
        self._decimal = decimal
        self.problems: list[Problem] = []
        self._open: list[Reading] = []
        self._unfinished = False
        self._after_heading = False
        self._opens_list = False
        self._list_number = 0

    def item(self, draft: Draft, counted: Counted | None, *, following: Draft | None) -> Item:
        item = self._sort(draft, following, counted)
        self._after_heading = item.role in {Role.HEADING, Role.ANNEX}
        if item.role is not Role.FLOATING:
            self._unfinished = not self._after_heading and not finished(item.words, member=True)
            self._opens_list = item.words.endswith(":")
        if item.role is Role.PARAGRAPH:
            self._list_number = 0
        return item

    def _sort(self, draft: Draft, following: Draft | None, counted: Counted | None) -> Item:
        block = draft.block
        if block.floating is not None:
            return _item(Role.FLOATING, block)
        if counted is not None and counted.listed:
            label = f"{draft.number}."
            return _item(Role.SUBPARAGRAPH, block, label=label, start=draft.number_end)
        if counted is not None:
            item = _item(Role.PARAGRAPH, block, label=draft.number, start=draft.number_end)
            return replace(item, unit=counted.unit, restarts=counted.restarts)
        if draft.annex:
            self._open.clear()
            return _item(Role.ANNEX, block)
        if block.known in {Known.HEADING, Known.INNER_ANNEX}:
            inner = block.known is Known.INNER_ANNEX
            return self._inner_annex(draft) if inner else self._known_heading(draft)
        guessed = self._heading(draft, following) if block.known is None else None
        return guessed or self._member(draft)

    def _member(self, draft: Draft) -> Item:
        """A subparagraph, a number outside the count, or loose text."""
        mark = SUBPARAGRAPH_MARK.match(draft.text)
        if draft.block.known not in {None, Known.TEXT} or (
            draft.block.known is Known.TEXT and draft.block.kind is BlockKind.ITEM
        ):
            return _item(Role.LOOSE, draft.block)
        if draft.block.known is Known.TEXT:
            mark = _whole_label(mark, draft.block)
            if mark is not None:
                return _item(Role.SUBPARAGRAPH, draft.block, label=mark["mark"], start=mark.end())
        if mark is not None and not (self._unfinished and begins_low(draft.text[mark.end() :])):
            return _item(Role.SUBPARAGRAPH, draft.block, label=mark["mark"], start=mark.end())
        if draft.number is not None and not self._unfinished:
            return self._uncounted(draft, draft.number)
        return _item(Role.LOOSE, draft.block)

    def _uncounted(self, draft: Draft, number: str) -> Item:
        """A number outside the count: a list inside a paragraph, or a paragraph to look at."""
        if number == str(self._list_number + 1) and (self._list_number or self._opens_list):
            self._list_number += 1
            return _item(Role.SUBPARAGRAPH, draft.block, label=f"{number}.", start=draft.number_end)
        if number_value(number)[0] in YEARS:
            return _item(Role.LOOSE, draft.block)
        return _item(Role.PARAGRAPH, draft.block, label=number, start=draft.number_end)

    def _heading(self, draft: Draft, following: Draft | None) -> Item | None:
        marked = draft.block.kind is BlockKind.HEADING
        text = draft.text.strip()
        label = HEADING_LABEL.match(text)
        if draft.sentence or not text or len(text.split()) > LONGEST_HEADING:
            return None
        if label is not None and (label["dot"] or marked):
            chosen = expected(label["label"], self._open)
            if chosen is not None and (marked or self._plain_heading(text, chosen, following)):
                return self._labelled(draft, label, chosen[0], is_expected=chosen[1])
        if not marked:
            return None
        if begins_low(text) and (self._unfinished or self._after_heading):
            return _item(Role.LOOSE, draft.block)
        if following is not None and following.block.floating is not None:
            return _item(Role.LOOSE, draft.block)
        degree = self._open[-1].kind.value + 1 if self._open else 1
        return _item(Role.HEADING, draft.block, degree=degree)

    def _known_heading(self, draft: Draft) -> Item:
        """A heading by its style or font; of its label's readings that of its rank comes first."""
        level = draft.block.level
        if self._decimal and (own := _DECIMAL.match(draft.text)):
            self._open.clear()
            degree = own["label"].count(".") + 1
            return _item(
                Role.HEADING, draft.block, label=own["label"], start=own.end(), degree=degree
            )
        label = HEADING_LABEL.match(draft.text.strip())
        set_off = draft.block.label or not label or "(" in label["label"] or " " in label["label"]
        if label is not None and (label["dot"] or set_off):
            chosen = self._chosen(label["label"], level)
            if chosen is not None:
                return self._labelled(draft, label, chosen[0], is_expected=chosen[1])
        degree = level or (self._open[-1].kind.value + 1 if self._open else 1)
        while self._open and self._open[-1].kind.value > degree:
            self._open.pop()
        return _item(Role.HEADING, draft.block, degree=degree)

    def _inner_annex(self, draft: Draft) -> Item:
        """An annex of a text that the report quotes is a heading of it, labelled "Annex"."""
        end = inner_label(draft.block)
        degree = draft.block.level or (self._open[-1].kind.value + 1 if self._open else 1)
        item = _item(Role.HEADING, draft.block, degree=degree)
        if not end:
            return item
        return replace(item, label=draft.text[:end].strip(), inlines=drop_start(item.inlines, end))

    def _chosen(self, label: str, level: int | None) -> tuple[Reading, bool] | None:
        """The reading of the heading's rank, but for one that is expected where that is not."""
        ranked, usual = self._of_rank(label, level), expected(label, self._open)
        if ranked is None or (usual is not None and usual[1] and not ranked[1]):
            return usual
        return ranked

    def _of_rank(self, label: str, level: int | None) -> tuple[Reading, bool] | None:
        """The reading whose degree is the heading's rank, and whether it is the next."""
        for option in readings(label):
            if option.kind.value == level:
                before = [each.value for each in self._open if each.kind is option.kind]
                return option, option.value == (before[-1] + 1 if before else 1)
        return None

    def _plain_heading(
        self, text: str, chosen: tuple[Reading, bool], following: Draft | None
    ) -> bool:
        """Tell whether a line without a heading's mark is one: its label is just the next."""
        return (
            chosen[1]
            and not self._unfinished
            and len(text.split()) <= LONGEST_PLAIN_HEADING
            and chosen[0].kind in {LabelKind.ROMAN, LabelKind.LETTER, LabelKind.ARABIC}
            and following is not None
            and not begins_low(following.text)
        )

    def _labelled(
        self, draft: Draft, label: re.Match[str], reading: Reading, *, is_expected: bool
    ) -> Item:
        if not is_expected:
            self.problems.append(_out_of_order(label["label"], self._open, draft.block.place))
        while self._open and self._open[-1].kind.value >= reading.kind.value:
            self._open.pop()
        self._open.append(reading)
        offset = len(draft.text) - len(draft.text.lstrip())
        return _item(
            Role.HEADING,
            draft.block,
            label=label["label"],
            start=offset + label.end(),
            degree=reading.kind.value,
        )


def _whole_label(mark: re.Match[str] | None, block: Block) -> re.Match[str] | None:
    """The mark, unless the label that is set off is another."""
    if mark is None or block.label is None or mark["mark"] == block.label.strip():
        return mark
    return None


def _item(
    role: Role, block: Block, *, label: str | None = None, start: int = 0, degree: int = 0
) -> Item:
    return Item(
        role=role,
        label=label,
        inlines=drop_start(block.inlines, start) if start else block.inlines,
        place=block.place,
        degree=degree,
        listed=block.kind is BlockKind.ITEM,
        known=block.known,
        floating=block.floating,
    )


def _out_of_order(label: str, open_labels: Sequence[Reading], place: Place) -> Problem:
    standing = ", ".join(_successors(open_labels)) or "I, A or 1"
    return Problem(
        rule="heading-out-of-order",
        place=place,
        message=f"heading is labelled {label}; expected {standing}.",
        hint="Compare with the printed report; a heading may be lost before this one.",
    )


def _successors(open_labels: Sequence[Reading]) -> Iterator[str]:
    for reading in open_labels:
        value = reading.value + 1
        if reading.kind is LabelKind.LETTER:
            yield chr(ord("A") + (value - 1) % 26)
        elif reading.kind is LabelKind.ROMAN:
            yield to_roman(value).upper()
        elif reading.kind is LabelKind.ARABIC:
            yield str(value)
