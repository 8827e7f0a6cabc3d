"""Running text of the Akoma Ntoso edition: emphasis, references, footnotes, supplied words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from pilcrow.editions.xml import add_text, element
from pilcrow.model import (
    Correction,
    Emphasis,
    Footnote,
    Indicator,
    Inline,
    Inlines,
    Link,
    Report,
    Supplied,
    Text,
)
from pilcrow.references import Kind, Reference, find_references
from pilcrow.runin import run_in_ids

_CONTEXT = 12
"""Runs before, in which "the Conference" may be named in full."""
_TAGS = {Emphasis.ITALIC: "i", Emphasis.BOLD: "b"}
_KEPT = "/:?#[]@!$&'()*+,;=%~-._"
"""What of an address is not written as %20: RFC 3986."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    start: int
    end: int
    tag: str
    attributes: Mapping[str, str]


@dataclass(slots=True)
class Writer:
    """Writes runs of inlines, in reading order; a footnote stands where it is first pointed to."""

    report: Report
    ids: Mapping[str, str]
    """eIds by ids of the site."""
    placed: set[str] = field(default_factory=set)
    """Ids of the footnotes that stand in the text by now."""
    _members: set[str] = field(default_factory=set)
    _before: list[str] = field(default_factory=list)

    def write(
        self,
        node: etree._Element,
        inlines: Inlines,
        holder: str,
        members: frozenset[str] | None = None,
    ) -> None:
        """Put a run into an element.

        Args:
            node: what takes it; empty.
            inlines: the run.
            holder: id of what the run belongs to.
            members: ids of the subparagraphs beside the run, where it may hold a run-in list;
                None elsewhere.
        """
        pieces = folded(inlines)
        text = "".join(words for words, _ in pieces)
        spans = self._spans(text, pieces, holder, members)
        self._before.append(text)
        made: dict[int, etree._Element] = {}

        def target(at: int) -> etree._Element:
            for index, span in enumerate(spans):
                if span.start <= at < span.end:
                    if index not in made:
                        made[index] = element(span.tag, node, **span.attributes)
                    return made[index]
            return node

        position = 0
        edges = sorted({edge for span in spans for edge in (span.start, span.end)})
        for words, inline in pieces:
            if isinstance(inline, Indicator):
                inside = any(span.start < position < span.end for span in spans)
                self.point(target(position) if inside else node, inline.mark, holder)
            end = position + len(words)
            for start, stop in _cut(position, end, edges):
                self._piece(target(start), text[start:stop], inline)
            position = end

    def point(self, node: etree._Element, mark: str, holder: str) -> None:
        """Put a footnote where its mark stands; a second mark points to the first."""
        note = self._note(mark, holder)
        if note is None:
            element("marker", node, name="footnote", title=mark)
        elif note.id in self.placed:
            element("noteRef", node, href=f"#{self.ids[note.id]}", marker=mark)
        else:
            self.note(node, note)

    def note(self, node: etree._Element, note: Footnote) -> None:
        """Put a footnote into running text."""
        self.placed.add(note.id)
        here = element(
            "authorialNote",
            node,
            eId=self.ids[note.id],
            marker=note.indicator,
            placement="bottom",
        )
        self.write(element("p", here), note.content, note.id)

    def _note(self, mark: str, holder: str) -> Footnote | None:
        notes = [note for note in self.report.footnotes if note.indicator == mark]
        pointed = (note for note in notes if holder in note.referenced_from)
        return next(pointed, notes[0] if notes else None)

    def _spans(
        self,
        text: str,
        pieces: Sequence[tuple[str, Inline]],
        holder: str,
        members: frozenset[str] | None,
    ) -> tuple[_Span, ...]:
        masthead = self.report.masthead
        references = find_references(
            text,
            own_symbol=masthead.symbol,
            context=tuple(self._before[-_CONTEXT:]),
            language=masthead.language,
        )
        spans = [span for reference in references for span in self._link(reference)]
        if members is not None:
            for identifier, member in run_in_ids(holder, text, members):
                # A second list of the same paragraph has the same marks, and no ids of its own.
                known = {"eId": self.ids[identifier]} if identifier not in self._members else {}
                self._members.add(identifier)
                end = member.start + len(member.marker)
                attributes = {"name": "point", **known}
                spans.append(
                    _Span(start=member.start, end=end, tag="inline", attributes=attributes)
                )
        links = [(start, end) for start, end, inline in _placed(pieces) if isinstance(inline, Link)]
        kept: list[_Span] = []
        for span in sorted(spans, key=lambda span: span.start):
            taken = (*links, *((other.start, other.end) for other in kept))
            if not any(span.start < end and start < span.end for start, end in taken):
                kept.append(span)
        return tuple(kept)

    def _link(self, reference: Reference) -> Iterator[_Span]:
        tag, address = "ref", reference.address
        if reference.kind is Kind.INTERNAL:
            known = next((target for target in reference.targets if target in self.ids), None)
            address = f"#{self.ids[known]}" if known else None
        elif reference.kind is Kind.URL:
            tag = "a"
        elif reference.symbol == self.report.masthead.symbol:
            address = None
        if address:
            yield _Span(
                start=reference.start,
                end=reference.end,
                tag=tag,
                attributes={"href": quote(address, safe=_KEPT)},
            )

    def _piece(self, node: etree._Element, words: str, inline: Inline) -> None:
        match inline:
            case Text():
                tag = _TAGS.get(inline.emphasis)
                add_text(element(tag, node) if tag else node, words)
            case Link():
                add_text(element("a", node, href=quote(inline.address, safe=_KEPT)), words)
            case Supplied():
                reason = _reason(self.report.corrections, inline)
                supplied = element(
                    "inline", node, name="supplied", status="editorial", title=reason
                )
                tag = _TAGS.get(inline.emphasis)
                add_text(element(tag, supplied) if tag else supplied, words)
            case Indicator():
                pass


def folded(inlines: Inlines) -> tuple[tuple[str, Inline], ...]:
    """Each inline with its words; joined, they are `plain` of the run."""
    pieces: list[tuple[str, Inline]] = []
    open_space = True
    for inline in inlines:
        words = ""
        if isinstance(inline, Supplied):
            words = f"[{inline.value}]"
        elif isinstance(inline, (Text, Link)):
            words = inline.value
        words = re.sub(r"\s+", " ", words)
        if open_space:
            words = words.lstrip(" ")
        if words:
            open_space = words.endswith(" ")
        pieces.append((words, inline))
    for index in range(len(pieces) - 1, -1, -1):
        words, inline = pieces[index]
        pieces[index] = (words.rstrip(" "), inline)
        if words.strip(" "):
            break
    return tuple(pieces)


def _placed(pieces: Sequence[tuple[str, Inline]]) -> Iterator[tuple[int, int, Inline]]:
    position = 0
    for words, inline in pieces:
        yield position, position + len(words), inline
        position += len(words)


def _cut(start: int, end: int, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    inner = [edge for edge in edges if start < edge < end]
    for left, right in zip((start, *inner), (*inner, end), strict=True):
        if left < right:
            yield left, right


def _reason(corrections: Sequence[Correction], inline: Supplied) -> str:
    reason = corrections[inline.correction].reason if inline.correction < len(corrections) else ""
    if inline.replaces:
        return f"{reason} The source has “{inline.replaces}”.".strip()
    return reason
