"""Gives a report's page its anchors, links and marks, once its Markdown is elements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from pilcrow.ids import (
    footnote_id,
    paragraph_id,
    paragraph_of,
    subparagraph_id,
    unique,
)
from pilcrow.references import Kind, Reference, find_references
from pilcrow.runin import run_in_ids
from pilcrow.site.cited_by import add_cited_by, add_cited_here
from pilcrow.site.citing import citing, lead_into_library
from pilcrow.site.context import PageContext
from pilcrow.site.editor_notes import RESTORED, add_editor_notes, explained
from pilcrow.site.figures import speak_figures
from pilcrow.site.headings import (
    EXTERNAL_TITLE,
    identify_entries,
    identify_index_entries,
    mark_leads,
    mark_uses,
)
from pilcrow.site.held import Edition
from pilcrow.site.notes import identify_notes
from pilcrow.site.spans import Span, flat_text, wrap
from pilcrow.site.tables import prepare_tables
from pilcrow.terms import Occurrence

_CONTEXT = 12
"""Paragraphs before, in which "the Conference" may be named in full."""


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
        self._members: set[str] = set()
        self._restored = set(context.names("restored"))
        self._unique = unique(set())

    def run(self) -> None:
        identify_index_entries(self._root, self._context)
        lead_into_library(self._root, self._context)
        if self._context.kind == "glossary":
            mark_uses(self._root)
        if self._context.kind not in {"front", "section"}:
            return
        notes = {
            note.get("data-mark", ""): note
            for note in self._root.iter("div")
            if note.get("class") == "footnote"
        }
        self._identify_paragraphs()
        speak_figures(self._root)
        prepare_tables(self._root)
        for holder, paragraph in list(self._text_elements()):
            self._annotate_text(holder, paragraph)
        identify_notes(self._root, self._context, notes)
        if self._context.kind == "front":
            identify_entries(self._root, self._context.sections)
            add_cited_by(self._root, self._context.page.path, self._context.cited_by)
        else:
            mark_leads(self._root)
            add_cited_here(self._root, self._context.page.path, self._context.cited_by)
        self._add_aliases()
        add_editor_notes(self._root, self._context)

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
                paragraph.set("class", "para restored")
                label += ", number restored"
                anchor.set("title", RESTORED)
            anchor.set("aria-label", label)
            self._identify_members(paragraph, identifier)

    def _identify_members(self, holder: Element, parent: str) -> None:
        for member in holder:
            if member.get("class") == "subpara":
                marker = member[0].text or ""
                identifier = self._unique(subparagraph_id(parent, marker))
                member.set("id", identifier)
                self._members.add(identifier)
                self._identify_members(member, identifier)

    def _text_elements(self) -> Iterator[tuple[str, Element]]:
        """Elements that hold running text, with the id of what they belong to, in order."""

        def visit(element: Element, holder: str) -> Iterator[tuple[str, Element]]:
            holder = element.get("id", holder)
            if element.get("class") == "footnote":
                holder = footnote_id(element.get("data-mark", ""))
            if element.tag in {"p", "dd", "td", "th", "figcaption"}:
                yield holder, element
                return
            if element.tag == "ul" and self._context.kind in {"front", "section"}:
                return
            for child in element:
                yield from visit(child, holder)

        yield from visit(self._root, self._context.page.section or "summary")

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
                        make=_maker("ins", {"class": "supplied", "title": explained(entry)}),
                        may_hold_links=True,
                    )
                ],
            )

    def _run_in(self, holder: str, text: str) -> Iterator[Span]:
        for identifier, member in run_in_ids(holder, text, self._members):
            yield Span(
                start=member.start,
                end=member.start + len(member.marker),
                make=_maker("span", {"class": "run-in", "id": self._unique(identifier)}),
            )

    def _references(self, references: tuple[Reference, ...]) -> Iterator[Span]:
        for reference in references:
            edition = self._edition(reference)
            if edition is not None:
                yield from citing(reference, edition, self._context)
            elif attributes := self._link(reference):
                yield Span(
                    start=reference.start,
                    end=reference.end,
                    make=_maker("a", attributes),
                )

    def _edition(self, reference: Reference) -> Edition | None:
        """The document of the library that a reference surely cites."""
        context = self._context
        if reference.symbol:
            return context.held.find(reference.symbol, context.language)
        if reference.verified and reference.address:
            return context.held.behind(reference.address, context.language)
        return None

    def _link(self, reference: Reference) -> dict[str, str] | None:
        if reference.kind is Kind.INTERNAL:
            addresses = (self._context.address_of(target) for target in reference.targets)
            address = next(filter(None, addresses), None)
            return {"class": "reference", "href": address} if address else None
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


def _maker(tag: str, attributes: dict[str, str]) -> Callable[[], Element]:
    return lambda: Element(tag, attributes)
