r"""Blocks of a report's page: numbered paragraphs, subparagraphs, footnotes.

Python-Markdown would read "54\." as text and an indented "(a)" as code; these processors give
the structure that anchors need. They take a page only while a page of a report is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor

from pilcrow.figure_lines import FIGURE_LINE
from pilcrow.ids import footnote_id, paragraph_id
from pilcrow.site.figures import add_figure

_PARAGRAPH = re.compile(r"(?P<number>\d+(?:\.\d+)?)\\\.(?: (?P<text>.*))?", re.DOTALL)
_MEMBER = re.compile(
    r"(?P<indent>(?:  )+)(?P<marker>\([a-z0-9]{1,6}\)|[a-z0-9]{1,6}[.)])(?: (?P<text>.*))?",
    re.DOTALL,
)
_NOTE = re.compile(r"\[\^(?P<mark>[^\]\s]{1,8})\]:(?: (?P<text>.*))?", re.DOTALL)
_OTHER = re.compile(r"#{1,6} |- \[|\[\^[^\]]+\]:")
_TABLE = re.compile(r" *\| ")
INDICATOR = r"\[\^(?P<mark>[^\]\s\[]{1,8})\]"


class ReportBlocks(BlockProcessor):
    """Paragraphs, their members, and text that belongs to them."""

    def __init__(self, parser: BlockParser, active: Callable[[], bool]) -> None:
        """Work only while `active` says that a report's page is rendered."""
        super().__init__(parser)
        self._active = active

    def test(self, parent: Element, block: str) -> bool:
        """Take numbered paragraphs, members, notes, and what follows a paragraph."""
        if not self._active() or parent.tag != "div":
            return False
        if any(each.fullmatch(block) for each in (_PARAGRAPH, _NOTE, FIGURE_LINE)):
            return True
        inside = _last_paragraph(parent) is not None
        return inside and not _OTHER.match(block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the block to the page."""
        block = blocks.pop(0)
        if match := _NOTE.fullmatch(block):
            _add_note(parent, match["mark"], match["text"] or "")
        elif match := _PARAGRAPH.fullmatch(block):
            _add_paragraph(parent, match["number"], match["text"] or "")
        elif (paragraph := _last_paragraph(parent)) is not None:
            self._add_inside(paragraph, block)
        elif match := FIGURE_LINE.fullmatch(block):
            add_figure(parent, match)

    def _add_inside(self, paragraph: Element, block: str) -> None:
        match = _MEMBER.fullmatch(block)
        depth = (len(match["indent"]) if match else len(block) - len(block.lstrip(" "))) // 2
        holder = _holder(paragraph, depth - 1 if match else depth)
        if match:
            member = SubElement(holder, "div", {"class": "subpara"})
            marker = SubElement(member, "span", {"class": "marker"})
            marker.text = match["marker"]
            marker.tail = " "
            if match["text"]:
                SubElement(member, "p").text = match["text"]
        elif figure := FIGURE_LINE.fullmatch(block):
            add_figure(holder, figure)
        elif _TABLE.match(block):
            rows = "\n".join(row.strip() for row in block.split("\n"))
            self.parser.parseBlocks(holder, [rows])
        else:
            SubElement(holder, "p").text = block.strip()


def _last_paragraph(parent: Element) -> Element | None:
    last = parent[-1] if len(parent) else None
    return last if last is not None and last.get("class") == "para" else None


def _holder(paragraph: Element, depth: int) -> Element:
    """The open member at a depth; the paragraph itself at 0."""
    holder = paragraph
    for _ in range(depth):
        members = [child for child in holder if child.get("class") == "subpara"]
        if not members:
            break
        holder = members[-1]
    return holder


def _add_paragraph(parent: Element, number: str, text: str) -> None:
    paragraph = SubElement(parent, "div", {"class": "para", "data-number": number})
    anchor = SubElement(
        paragraph, "a", {"class": "para-number", "href": f"#{paragraph_id(number)}"}
    )
    anchor.text = f"{number}."
    anchor.tail = " "
    if text:
        SubElement(paragraph, "p").text = text


def _add_note(parent: Element, mark: str, text: str) -> None:
    last = parent[-1] if len(parent) else None
    if last is None or last.get("class") != "footnotes":
        last = SubElement(parent, "section", {"class": "footnotes", "aria-label": "Footnotes"})
    note = SubElement(last, "div", {"class": "footnote", "data-mark": mark})
    SubElement(note, "span", {"class": "footnote-mark"}).text = mark
    SubElement(note, "p").text = text


class Indicators(InlineProcessor):
    """`[^2]` in the text: the indicator as printed."""

    def __init__(self, pattern: str, active: Callable[[], bool]) -> None:
        """Work only while `active` says that a report's page is rendered."""
        super().__init__(pattern)
        self._active = active

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,
    ) -> tuple[Element | None, int | None, int | None]:
        """Give the indicator's element; ids and the note's text come later, page by page."""
        del data
        if not self._active():
            return None, None, None
        indicator = Element("sup", {"class": "indicator", "data-mark": m["mark"]})
        address = f"#{footnote_id(m['mark'])}"
        SubElement(indicator, "a", {"role": "doc-noteref", "href": address}).text = m["mark"]
        return indicator, m.start(0), m.end(0)
