"""Footnotes of a page: indicators point to their notes, and notes back to each indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from pilcrow.ids import footnote_id, reference_id
from pilcrow.site.context import PageContext
from pilcrow.site.editor_notes import explained
from pilcrow.site.spans import flat_text

_BACK = "↩\ufe0e"
"""With the selector that keeps it a character and no picture."""


def identify_notes(root: Element, context: PageContext, notes: Mapping[str, Element]) -> None:
    """Give indicators and notes their ids, and lead from each to the other.

    Args:
        root: the page.
        context: what the page's fields say; indicators keep the marks as printed.
        notes: the notes of the page by their mark.
    """
    supplied = {
        entry.get("shows", ""): explained(entry)
        for entry in context.entries("corrections")
        if entry.get("kind") in {"indicator", "footnote"}
    }
    given = iter(context.names("indicator_ids"))
    counts: Counter[str] = Counter()
    back: dict[str, list[tuple[str, str]]] = {}
    for holder, indicator in _indicators(root, "masthead" if context.kind == "front" else "text"):
        mark = indicator.attrib.pop("data-mark")
        counts[mark] += 1
        identifier = next(given, reference_id(mark, counts[mark]))
        indicator.set("id", identifier)
        link = indicator[0]
        link.set("aria-label", f"Footnote {mark}")
        if mark in supplied:
            indicator.set("class", "indicator supplied")
            indicator.set("title", supplied[mark])
        if mark in notes:
            link.set("data-note", flat_text(notes[mark][1]))
        back.setdefault(mark, []).append((identifier, holder))
    for mark, note in notes.items():
        note.set("id", footnote_id(mark))
        note.attrib.pop("data-mark", None)
        if mark in supplied:
            note.set("class", "footnote supplied")
            note.set("title", supplied[mark])
        for identifier, holder in back.get(mark, []):
            _add_way_back(note[-1], identifier, holder)


def _indicators(root: Element, elsewhere: str) -> Iterator[tuple[str, Element]]:
    """Every indicator in reading order, with what it stands in."""

    def visit(element: Element, holder: str) -> Iterator[tuple[str, Element]]:
        number = element.get("data-number")
        if number:
            holder = f"paragraph {number}"
        if element.tag == "sup" and element.get("data-mark"):
            yield holder, element
            return
        for child in element:
            yield from visit(child, holder)

    yield from visit(root, f"the {elsewhere}")


def _add_way_back(paragraph: Element, identifier: str, holder: str) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + " "
    else:
        paragraph.text = (paragraph.text or "") + " "
    link = SubElement(
        paragraph,
        "a",
        {
            "class": "footnote-back",
            "href": f"#{identifier}",
            "role": "doc-backlink",
            "aria-label": f"Back to {holder}",
        },
    )
    link.text = _BACK
