"""Where an annex begins, and what its title is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.model import plain
from pilcrow.passes.items import finished, joined, leading_text
from pilcrow.passes.labels import HEADING_LABEL, PARAGRAPH_NUMBER
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
        if match and not match["title"] and is_annex(block, before):
            label = block
        else:
            label = None
            yield block
        before = block
    if label is not None:
        yield label


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
