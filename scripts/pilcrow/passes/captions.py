"""Captions of tables, figures and boxes: lines that name one, right before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.model import Content, Passage, plain
from pilcrow.readers.reading import Block, BlockKind, Known

_WORD = (
    r"(?:Table|Figure|Chart|Box|Map|Graph|Tableau|Graphique|Encadré|Carte|Cuadro|Gráfico|Figura"
    r"|Recuadro|Mapa|Таблица|Диаграмма|Рисунок|Вставка|Карта)"
)
_ALONE = re.compile(_WORD, re.IGNORECASE)
"""A document with one figure does not number it."""
CAPTION = re.compile(
    _WORD + r"\s+(?:[A-ZА-Я]?\d{1,3}(?:\.\d{1,2})?|[IVXLC]{1,6}|[A-Z])(?![\w-])"
    r"(?P<mark>[.:]?)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 40
"""Words."""
_NEAR = 4
"""Blocks behind "Table 1" among which the table stands: its title, its unit."""


def know_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Know as captions the lines "Table 1" and what stands between them and their table or figure.

    They may be set like headings. Only of blocks of which something is known, and never a
    sentence that begins so: "Table 1 shows that …".
    """
    return tuple(_known(blocks))


def _known(blocks: Sequence[Block]) -> Iterator[Block]:
    end = 0
    for index, block in enumerate(blocks):
        if index >= end and block.known in _MAY_BE and names_one(block):
            below = _end(blocks, index)
            end = max(index + 1, below) if below > index or is_caption(block) else end
        if index < end and block.floating is None:
            yield replace(block, kind=BlockKind.TEXT, known=Known.CAPTION, label=None)
        else:
            yield block


_MAY_BE = frozenset({Known.TEXT, Known.HEADING, Known.CAPTION})


def is_caption(block: Block) -> bool:
    """Tell whether a line names a table or figure and is no sentence."""
    return is_caption_text(plain(block.inlines))


def names_one(block: Block) -> bool:
    """Tell whether a line names a table or figure, by its number or as the only one."""
    return is_caption(block) or bool(_ALONE.fullmatch(plain(block.inlines).strip()))


def is_named_caption(entry: Content) -> bool:
    """Tell whether a passage names a table or figure and is no sentence."""
    return isinstance(entry, Passage) and is_caption_text(plain(entry.inlines).strip())


def is_caption_text(text: str) -> bool:
    """Tell whether words name a table or figure and are no sentence."""
    match = CAPTION.fullmatch(text)
    if match is None or len(text.split()) > _LONGEST or text.endswith((".", ";")):
        return False
    title = match["title"].strip()
    return not title or bool(match["mark"]) or not title[0].islower()


def _end(blocks: Sequence[Block], start: int) -> int:
    """Index of the table or figure that the line names, where only short lines stand between."""
    for index in range(start + 1, min(start + _NEAR, len(blocks))):
        block = blocks[index]
        if block.floating is not None:
            return index
        text = plain(block.inlines)
        if block.label or len(text.split()) > _LONGEST or text.endswith((".", ";", ":")):
            break
    return start
