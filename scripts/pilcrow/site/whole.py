"""The whole report on one page, put together from its pages as they are rendered.

No word stands twice in `docs/`: `whole.md` is a heading, and the rest comes from the pages of the
sections when all of them are HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import html as markup
from lxml.html import HtmlElement

from pilcrow.ids import unique

_LOWEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedSection:
    """A section's page, rendered."""

    id: str
    name: str
    """Of its file, `ii-d-2.html`; the whole report stands in the same folder."""
    degree: int
    """1 for a chapter or an annex, 2 for what stands in one."""
    html: str


def whole_report(own: str, front: str, sections: Sequence[RenderedSection]) -> str:
    """The content of the page that holds the whole report, the element around it included.

    Always: every numbered paragraph of the sections stands on it once, in order, with its id and
    all its marks; headings nest by the sections' degrees below the report's own title; a note
    stands once, with the ways back to all its indicators; references to a place in the report
    lead to that place on this page; no id stands twice.

    Args:
        own: the page's own content as rendered: the report's title in the element around it.
        front: the front page's content, of which masthead, summary and contents are taken.
        sections: in reading order.
    """
    whole = _tree(own)
    page = _report(whole)
    notes = _Notes()
    remarks: list[HtmlElement] = []
    opening, *trees = (
        _report(_tree(each)) for each in (front, *(section.html for section in sections))
    )
    for tree in (opening, *trees):
        notes.take(tree)
        remarks.extend(_take_remarks(tree))
    bodies = [
        element
        for tree, section in zip(trees, sections, strict=True)
        for element in _body(tree, section.degree)
    ]
    _mark_title(page, opening)
    page.extend((*_opening(opening), *bodies, *notes.section()))
    if remarks:
        listed = markup.Element("ul")
        listed.extend(remarks)
        page.append(_titled("editor-notes", "Editor’s notes", (listed,)))
    _make_unique((*(inner for top in bodies for inner in top.iter("*")), *page.iter("*")))
    _lead_inside(page, {section.name: section.id for section in sections})
    return "".join(markup.tostring(element, encoding="unicode") for element in whole)


class _Notes:
    """The notes of all pages, each once."""

    def __init__(self) -> None:
        self._notes: dict[str, HtmlElement] = {}
        self._unique = unique(set())

    def take(self, tree: HtmlElement) -> None:
        """Take the notes out of a page; its indicators still lead to them."""
        for note in _of_class(tree, "footnote"):
            name = note.get("id", "")
            known = self._notes.get(name)
            if known is not None and _words(known) == _words(note):
                for way in _of_class(note, "footnote-back"):
                    known[-1][-1].tail, way.tail = " ", None
                    known[-1].append(way)
                continue
            # In an annex the numbers may begin again: another note with the same mark.
            other = self._unique(name)
            if other != name:
                note.set("id", other)
                for link in tree.iter("a"):
                    if link.get("href") == f"#{name}":
                        link.set("href", f"#{other}")
            self._notes[other] = note
        _take_sections(tree, "footnotes")

    def section(self) -> Iterable[HtmlElement]:
        """The section that holds the notes, or nothing."""
        if self._notes:
            yield _titled("footnotes", "Footnotes", self._notes.values())


def _take_remarks(tree: HtmlElement) -> list[HtmlElement]:
    """Take the editor's notes out of a page."""
    sections = _take_sections(tree, "editor-notes")
    return [entry for section in sections for entry in section.iter("li")]


def _take_sections(tree: HtmlElement, name: str) -> list[HtmlElement]:
    found = [section for section in _of_class(tree, name) if section.tag == "section"]
    for section in found:
        _remove(section)
    return found


def _mark_title(page: HtmlElement, front: HtmlElement) -> None:
    """Put the footnote marks of the front page's title behind the title of this page."""
    title = next(iter(page.iter("h1")), None)
    printed = next(iter(front.iter("h1")), None)
    if title is not None and printed is not None:
        title.extend(_of_class(printed, "indicator"))


def _opening(front: HtmlElement) -> Iterable[HtmlElement]:
    """Subtitle, masthead, summary and contents, without the entries of single paragraphs."""
    for element in list(front):
        is_contents = "contents" in element.get("class", "").split()
        if is_contents:
            for entry in _of_class(element, "para-entry"):
                _remove(entry)
            for emptied in [each for each in element.iter("ul") if not len(each)]:
                _remove(emptied)
            for entry in element.iter("li"):
                entry.attrib.pop("id", None)
        if element.tag != "h1":
            yield element
        if is_contents:
            return


def _body(tree: HtmlElement, degree: int) -> Iterable[HtmlElement]:
    """What a section's page says itself: its heading, a degree below its parent's, and the rest."""
    for element in tree:
        if element.tag == "nav" or {"leads", "spoken-of"}.intersection(
            element.get("class", "").split()
        ):
            continue
        if element.tag == "h1":
            element.tag = f"h{min(degree + 1, _LOWEST)}"
        yield element


def _titled(name: str, title: str, entries: Iterable[HtmlElement]) -> HtmlElement:
    section = markup.Element("section")
    section.set("class", name)
    section.set("aria-labelledby", name)
    heading = markup.Element("h2")
    heading.set("id", name)
    heading.text, heading.tail = title, "\n"
    section.extend((heading, *entries))
    return section


def _make_unique(elements: Iterable[HtmlElement]) -> None:
    """Leave an id that stands twice to the element that comes first."""
    kept: dict[str, HtmlElement] = {}
    for element in elements:
        name = element.get("id")
        if name is not None and kept.setdefault(name, element) is not element:
            del element.attrib["id"]


def _lead_inside(page: HtmlElement, sections: Mapping[str, str]) -> None:
    ids = {element.get("id") for element in page.iter("*")}
    for link in page.iter("a"):
        name, _, fragment = link.get("href", "").partition("#")
        if fragment in ids and (name in sections or name == "index.html"):
            link.set("href", f"#{fragment}")
        elif name in sections and sections[name] in ids:
            link.set("href", f"#{sections[name]}")


def _tree(html: str) -> HtmlElement:
    return markup.fragment_fromstring(html, create_parent="div")


def _report(tree: HtmlElement) -> HtmlElement:
    """The element around a report's page, which holds its content."""
    return next(iter(_of_class(tree, "report")), tree)


def _of_class(tree: HtmlElement, name: str) -> list[HtmlElement]:
    # The words of a class are looked at one by one only where they can hold the name.
    return [element for element in _holding(tree, name) if name in element.get("class", "").split()]


def _holding(tree: HtmlElement, name: str) -> list[HtmlElement]:
    found = tree.xpath("descendant-or-self::*[contains(@class, $name)]", name=name)
    return (
        [each for each in found if isinstance(each, HtmlElement)] if isinstance(found, list) else []
    )


def _words(note: HtmlElement) -> list[str]:
    """The words of a note without the ways back."""
    ways = sum(len(str(way.text_content()).split()) for way in _of_class(note, "footnote-back"))
    words = str(note.text_content()).split()
    return words[: len(words) - ways]


def _remove(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
