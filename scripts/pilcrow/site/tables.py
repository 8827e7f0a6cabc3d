"""Tables of a report's page: cells with figures end at one line, and no empty cell is a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from pilcrow.site.spans import flat_text

_FIGURE = re.compile(r"[\s(+\-−–—%$€£.,\d)]*\d[\s(+\-−–—%$€£.,\d)]*[a-z*]{0,2}")
"""28 587.8, (49.4), –1.5, 12%; 4 564.5a with the mark of a note."""
_NOTHING = frozenset({"", "-", "–", "—", "−", "..", "…", "n/a", "n.a."})


def prepare_tables(root: Element) -> None:
    """Set the figures of each table to the right, as the United Nations prints them.

    Always: no word changes. A column is set so from its heading down if it holds a figure and, from
    the first one on, nothing else; the first column never is, since it says what a row is. What
    Markdown makes the heading of a column and holds nothing is a plain cell, for screen readers.
    """
    for table in root.iter("table"):
        rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
        texts = [[" ".join(flat_text(cell).split()) for cell in row] for row in rows]
        for row, said in zip(rows, texts, strict=True):
            for cell, text in zip(row, said, strict=True):
                if cell.tag == "th" and not text and not len(cell):
                    cell.tag = "td"
        for column in range(1, max(map(len, rows), default=0)):
            if _holds_figures([said[column] for said in texts if column < len(said)]):
                for row in rows:
                    if column < len(row) and not row[column].get("align"):
                        row[column].set("align", "right")


def _holds_figures(texts: Sequence[str]) -> bool:
    first = next((place for place, text in enumerate(texts) if _is_figure(text)), None)
    return first is not None and all(
        _is_figure(text) or text.casefold() in _NOTHING for text in texts[first:]
    )


def _is_figure(text: str) -> bool:
    return bool(_FIGURE.fullmatch(text))
