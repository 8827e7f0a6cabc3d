"""Gives a report's page its anchors, links and marks, once its Markdown is elements."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, SubElement

from pilcrow.ids import footnote_id, paragraph_id, paragraph_of, reference_id, subparagraph_id, unique
from pilcrow.references import Kind, Reference, find_references
from pilcrow.runin import run_in_ids
from pilcrow.site.context import PageContext
from pilcrow.site.spans import Span, flat_text, wrap
from pilcrow.terms import Occurrence

EXTERNAL_TITLE = "Needs internet"
_NO_TERMS = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "sup"})
_CONTEXT = 12
"""Paragraphs before, in which "the Conference" may be named in full."""


def identify_headings(root: Element, context: PageContext) -> None:
    """Give the page's headings the ids of the section, or of the glossary's terms."""
    if context.page.section:
        heading = next(root.iter("h1"), None)
        if heading is not None:
            heading.set("id", context.page.section)
    for heading, term in zip(root.iter("h2"), context.entries("terms"), strict=False):
        heading.set("id", term["id"])


def mark_external(root: Element) -> None:
    """Mark every link that leaves the site: it needs the internet."""
    for link in root.iter("a"):
        if link.get("href", "").startswith(("http://", "https://")):
            classes = link.get("class", "reference").split()
            link.set("class", " ".join(dict.fromkeys([*classes, "external"])))
            link.set("rel", "external")
            if not link.get("title"):
                link.set("title", EXTERNAL_TITLE)


def annotate(root: Element, context: PageContext) -> None:
    """Change the tree of a page in place.

    Always: no word of the text changes. Order matters: ids first, then corrections (which may
    hold terms), then run-in marks, references and terms.
    """
    _Annotator(root, context).run()


class _Annotator:
    def __init__(self, root: Element, context: PageContext) -> None:
        self._root = root
        self._context = context
        self._texts = list(context.context)
        self._corrections = list(context.entries("corrections"))
        self._used: set[int] = set()
        self._restored = set(context.names("restored"))
        self._unique = unique(set())

    def run(self) -> None:
        if self._context.kind not in {"front", "section"}:
            return
        notes = {
            note.get("data-mark", ""): note
            for note in self._root.iter("div")
            if note.get("class") == "footnote"
        }
        self._identify_paragraphs()
        for holder, paragraph in list(self._text_elements()):
            self._annotate_text(holder, paragraph)
        self._identify_notes(notes)
        if self._context.kind == "front":
            _identify_entries(self._root)
        self._add_aliases()
        self._add_editor_notes()

    def _identify_paragraphs(self) -> None:
        ids = iter(self._context.names("paragraph_ids"))
        for paragraph in self._root.iter("div"):
            if paragraph.get("class") != "para":
                continue
            number = paragraph.get("data-number", "")
            identifier = self._unique(next(ids, paragraph_id(number)))
            paragraph.set("id", identifier)
            anchor = paragraph[0]
            anchor.set("href", f"#{identifier}")
            label = f"Paragraph {number}"
            if identifier in self._restored:
                anchor.set("class", "para-number restored")
                label += ", number restored"
                anchor.set("title", _RESTORED)
            anchor.set("aria-label", label)
            self._identify_members(paragraph, identifier)

    def _identify_members(self, holder: Element, parent: str) -> None:
        for member in holder:
            if member.get("class") == "subpara":
                marker = member[0].text or ""
                identifier = self._unique(subparagraph_id(parent, marker))
                member.set("id", identifier)
                self._identify_members(member, identifier)

    def _text_elements(self) -> Iterator[tuple[str, Element]]:
        """Elements that hold running text, with the id of what they belong to, in order."""

        def visit(element: Element, holder: str) -> Iterator[tuple[str, Element]]:
            holder = element.get("id", holder)
            if element.get("class") == "footnote":
                holder = footnote_id(element.get("data-mark", ""))
            if element.tag in {"p", "dd", "td", "th"}:
                yield holder, element
                return
            if element.tag == "ul" and self._context.kind in {"front", "section"}:
                return
            for child in element:
                yield from visit(child, holder)

        yield from visit(self._root, self._context.page.section or "front")

    def _annotate_text(self, holder: str, element: Element) -> None:
        self._mark_corrections(holder, element)
        text = flat_text(element)
        spans: list[Span] = []
        if "para-" in holder and self._context.kind == "section":
            spans.extend(self._run_in(holder, text))
        references = find_references(
            text,
            own_symbol=self._context.symbol,
            context=tuple(self._texts[-_CONTEXT:]),
            language=self._context.language,
        )
        spans.extend(self._references(references))
        taken = [(reference.start, reference.end) for reference in references]
        taken.extend((span.start, span.end) for span in spans)
        spans.extend(self._terms(text, taken))
        wrap(element, spans)
        self._texts.append(text)

    def _mark_corrections(self, holder: str, element: Element) -> None:
        for index, entry in enumerate(self._corrections):
            shows = entry.get("shows", "")
            if index in self._used or entry.get("kind") not in {"replace", "supply"}:
                continue
            at = entry.get("at", "")
            if holder != at and not holder.startswith(f"{at}-"):
                continue
            start = flat_text(element).find(shows)
            if start < 0:
                continue
            self._used.add(index)
            wrap(
                element,
                [
                    Span(
                        start=start,
                        end=start + len(shows),
                        make=_maker("ins", {"class": "supplied", "title": _explained(entry)}),
                        may_hold_links=True,
                    )
                ],
            )

    def _run_in(self, holder: str, text: str) -> Iterator[Span]:
        taken = frozenset(
            child.get("id", "") for child in self._root.iter("div") if child.get("class") == "subpara"
        )
        for identifier, member in run_in_ids(holder, text, taken):
            yield Span(
                start=member.start,
                end=member.start + len(member.marker),
                make=_maker("span", {"class": "run-in", "id": self._unique(identifier)}),
            )

    def _references(self, references: tuple[Reference, ...]) -> Iterator[Span]:
        for reference in references:
            attributes = self._link(reference)
            if attributes:
                yield Span(
                    start=reference.start,
                    end=reference.end,
                    make=_maker("a", attributes),
                )

    def _link(self, reference: Reference) -> dict[str, str] | None:
        if reference.kind is Kind.INTERNAL:
            for target in reference.targets:
                if target in self._context.anchors:
                    return {"class": "reference", "href": self._context.anchors[target]}
            return None
        if not reference.address or reference.symbol == self._context.symbol:
            return None
        title = EXTERNAL_TITLE if reference.verified else f"{EXTERNAL_TITLE}; address not verified"
        classes = "reference external" if reference.verified else "reference external unverified"
        return {"class": classes, "href": reference.address, "title": title, "rel": "external"}

    def _terms(self, text: str, taken: list[tuple[int, int]]) -> Iterator[Span]:
        context = self._context
        if context.matcher is None or context.term_address is None:
            return
        taken.sort()
        position = 0
        for occurrence in context.matcher.find(text):
            while position < len(taken) and taken[position][1] <= occurrence.start:
                position += 1
            if position < len(taken) and taken[position][0] < occurrence.end:
                continue
            yield Span(
                start=occurrence.start,
                end=occurrence.end,
                make=_maker("a", self._term(occurrence)),
            )

    def _term(self, occurrence: Occurrence) -> dict[str, str]:
        term = occurrence.term
        address = self._context.term_address
        long = term.long or "Not expanded in the report"
        return {
            "class": "term",
            "href": address(term) if address else "",
            "data-long": long,
        }

    def _identify_notes(self, notes: dict[str, Element]) -> None:
        """Indicators point to their notes, and notes back to each indicator."""
        counts: Counter[str] = Counter()
        given = iter(self._context.names("indicator_ids"))
        supplied = {
            entry.get("shows", ""): entry
            for entry in self._corrections
            if entry.get("kind") in {"indicator", "footnote"}
        }
        back: dict[str, list[tuple[str, str]]] = {}
        for holder, indicator in self._indicators():
            mark = indicator.get("data-mark", "")
            del indicator.attrib["data-mark"]
            counts[mark] += 1
            identifier = next(given, reference_id(mark, counts[mark]))
            indicator.set("id", identifier)
            if mark in supplied:
                indicator.set("class", "indicator supplied")
                indicator.set("title", _explained(supplied[mark]))
            link = indicator[0]
            link.set("href", f"#{footnote_id(mark)}")
            link.set("aria-label", f"Footnote {mark}")
            note = notes.get(mark)
            if note is not None:
                link.set("data-note", flat_text(note[1]))
            back.setdefault(mark, []).append((identifier, holder))
        for mark, note in notes.items():
            note.set("id", footnote_id(mark))
            note.attrib.pop("data-mark", None)
            if mark in supplied:
                note.set("class", "footnote supplied")
                note.set("title", _explained(supplied[mark]))
            for identifier, holder in back.get(mark, []):
                last = note[-1]
                _append_text(last, " ")
                link = SubElement(
                    last,
                    "a",
                    {
                        "class": "footnote-back",
                        "href": f"#{identifier}",
                        "role": "doc-backlink",
                        "aria-label": f"Back to {holder}",
                    },
                )
                link.text = "↩\ufe0e"

    def _indicators(self) -> Iterator[tuple[str, Element]]:
        def visit(element: Element, holder: str) -> Iterator[tuple[str, Element]]:
            number = element.get("data-number")
            if number:
                holder = f"paragraph {number}"
            if element.tag == "sup" and element.get("data-mark"):
                yield holder, element
                return
            for child in element:
                yield from visit(child, holder)

        yield from visit(self._root, "the masthead" if self._context.kind == "front" else "the text")

    def _add_aliases(self) -> None:
        targets = {element.get("id"): element for element in self._root.iter() if element.get("id")}
        for old, new in self._context.table("aliases").items():
            target = targets.get(new)
            if target is None and self._context.kind == "front":
                target = targets.get(paragraph_of(new) or "")
            if target is not None:
                alias = Element("span", {"class": "alias", "id": old})
                alias.tail, target.text = target.text, None
                target.insert(0, alias)

    def _add_editor_notes(self) -> None:
        """What the editor changed on this page, in words, at its end."""
        lines = [
            (f"Paragraph {_number(identifier)}", f"#{identifier}", _RESTORED)
            for identifier in self._context.names("restored")
        ]
        lines.extend(
            (_place(entry.get("at", "")), f"#{entry.get('at', '')}", _explained(entry))
            for entry in self._corrections
        )
        if not lines:
            return
        section = SubElement(
            self._root, "section", {"class": "editor-notes", "aria-labelledby": "editor-notes"}
        )
        SubElement(section, "h2", {"id": "editor-notes"}).text = "Editor’s notes"
        entries = SubElement(section, "ul")
        for place, address, reason in lines:
            entry = SubElement(entries, "li")
            link = SubElement(entry, "a", {"href": address})
            link.text = place
            link.tail = f": {reason}"


_RESTORED = (
    "The number is lost in the source and is restored from the paragraphs before and after it."
)


def _maker(tag: str, attributes: dict[str, str]) -> Callable[[], Element]:
    return lambda: Element(tag, attributes)


def _number(identifier: str) -> str:
    return identifier.rpartition("para-")[2].replace("-", ".")


def _place(at: str) -> str:
    if "para-" in at:
        return f"Paragraph {_number(at)}"
    return "Summary" if at == "summary" else at


def _explained(entry: object) -> str:
    """What was changed, and why, in a sentence."""
    if not hasattr(entry, "get"):
        return ""
    kind, shows = entry.get("kind"), entry.get("shows", "")
    was, reason = entry.get("was", ""), entry.get("reason", "")
    match kind:
        case "replace":
            return f"{shows}: the source has “{was}”. {reason}"
        case "supply":
            return f"{shows}: supplied by the editor. {reason}"
        case "footnote":
            return f"Footnote {shows}: number and place supplied by the editor. {reason}"
        case _:
            return f"Indicator {shows}: supplied by the editor. {reason}"


def _append_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


_ENTRY = re.compile(r"[^#]+\.html#(?P<id>.+)")
_SECTION_ENTRY = re.compile(r"(?P<id>[\w-]+)\.html")


def _identify_entries(root: Element) -> None:
    """Masthead and contents of a front page: each entry has the id that permanent links name."""
    for masthead in root.iter("dl"):
        masthead.set("class", "masthead")
    contents = next(root.iter("ul"), None)
    if contents is None:
        return
    contents.set("class", "contents")
    for entry in contents.iter("li"):
        link = entry.find("a")
        if link is None:
            continue
        address = link.get("href", "")
        if match := _ENTRY.fullmatch(address):
            entry.set("id", match["id"])
            entry.set("class", "para-entry")
            link.set("aria-label", f"Paragraph {link.text}")
        elif match := _SECTION_ENTRY.fullmatch(address):
            entry.set("id", match["id"].removesuffix("-section"))
            entry.set("class", "section-entry")
            _mark_range(entry, link)


def _mark_range(entry: Element, link: Element) -> None:
    """Put the range behind a section's link into an element of its own."""
    text = (link.tail or "").strip()
    if text:
        extent = Element("span", {"class": "range"})
        extent.text = text
        extent.tail = "\n"
        link.tail = " "
        entry.insert(list(entry).index(link) + 1, extent)


def resolve_entities(root: Element, stash: list[object]) -> None:
    """Put characters where Python-Markdown stashed entities, so that text is whole again."""
    pattern = re.compile("\x02wzxhzdk:(\\d+)\x03")

    def restore(match: re.Match[str]) -> str:
        raw = stash[int(match[1])]
        if isinstance(raw, str) and re.fullmatch(r"&#?\w+;", raw):
            return html.unescape(raw)
        return match.group()

    for element in root.iter():
        if element.text and "\x02" in element.text:
            element.text = pattern.sub(restore, element.text)
        if element.tail and "\x02" in element.tail:
            element.tail = pattern.sub(restore, element.tail)
