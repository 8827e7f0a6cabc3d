"""What an editor changed on a page, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from pilcrow.site.context import PageContext

RESTORED = (
    "The number is lost in the source and is restored from the paragraphs before and after it."
)


def explained(entry: Mapping[str, str]) -> str:
    """What was changed, and why, in a sentence or two."""
    shows, reason = entry.get("shows", ""), entry.get("reason", "")
    match entry.get("kind"):
        case "replace":
            return f"{shows}: the source has “{entry.get('was', '')}”. {reason}"
        case "supply":
            return f"{shows}: supplied by the editor. {reason}"
        case "footnote":
            return f"Footnote {shows}: number and place supplied by the editor. {reason}"
        case _:
            return f"Indicator of footnote {shows}: supplied by the editor. {reason}"


def add_editor_notes(root: Element, context: PageContext) -> None:
    """Add a section to the end of the page that lists every change on it with its reason."""
    lines = [
        (_place(identifier), f"#{identifier}", RESTORED) for identifier in context.names("restored")
    ]
    lines.extend(
        (_place(entry.get("at", "")), f"#{entry.get('at', '')}", explained(entry))
        for entry in context.entries("corrections")
    )
    if not lines:
        return
    section = SubElement(
        root, "section", {"class": "editor-notes", "aria-labelledby": "editor-notes"}
    )
    SubElement(section, "h2", {"id": "editor-notes"}).text = "Editor’s notes"
    entries = SubElement(section, "ul")
    for place, address, reason in lines:
        entry = SubElement(entries, "li")
        link = SubElement(entry, "a", {"href": address})
        link.text = place
        link.tail = f": {reason}"


_AT = re.compile(r"(?:(?P<unit>.+)-)?para-(?P<number>\d+)(?P<below>(?:-\w+)*)")
_PLACES = {"summary": "Summary", "front-matter": "Before the report"}


def _place(at: str) -> str:
    """Where a change is, as people cite it: "Paragraph 115 (b)", "Annex I, paragraph 3"."""
    match = _AT.fullmatch(at)
    if match is None:
        return _PLACES.get(at, "Heading")
    below = "".join(f" ({mark})" for mark in match["below"].split("-")[1:])
    unit = match["unit"]
    if unit is None:
        return f"Paragraph {match['number']}{below}"
    word, _, number = unit.partition("-")
    return f"{word.capitalize()} {number.upper()}".strip() + f", paragraph {match['number']}{below}"
