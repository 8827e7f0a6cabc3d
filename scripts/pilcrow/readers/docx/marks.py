"""Which mark each footnote and endnote has: numbered by Word in the order of their references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pilcrow.readers.docx.names import Element, W, attribute, is_printed, toggle, value_of
from pilcrow.readers.docx.numbering import number_text

REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A reference to a note: its kind and id, and its mark; None where the mark is typed."""

    kind: str
    identifier: str
    mark: str | None


@dataclass(slots=True)
class _Count:
    form: str
    start: int
    anew: bool
    next: int


def count_marks(body: Element, settings: Element | None) -> dict[Element, Reference]:
    """The references of the document by their element, in reading order."""
    result: dict[Element, Reference] = {}
    sections = [section for section in body.iter(W + "sectPr") if _is_section(section)]
    counts = {kind: _begin(kind, sections[:1], settings) for kind in _USUAL}
    for element in body.iter(*REFERENCES, W + "sectPr"):
        if element.tag in REFERENCES:
            if is_printed(element):
                result[element] = _reference(element, counts)
        elif element in sections and element.getparent() is not body:
            after = sections[sections.index(element) + 1 :][:1]
            for kind, count in counts.items():
                following = _begin(kind, after, settings)
                following.next = following.start if following.anew else count.next
                counts[kind] = following
    return result


def _is_section(element: Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag != W + "sectPrChange"


def _reference(element: Element, counts: dict[str, _Count]) -> Reference:
    kind = REFERENCES[str(element.tag)]
    identifier = attribute(element, "id") or ""
    follows = attribute(element, "customMarkFollows")
    if follows in {"1", "true", "on"}:
        return Reference(kind=kind, identifier=identifier, mark=None)
    count = counts[kind]
    mark = number_text(count.next, count.form)
    count.next += 1
    return Reference(kind=kind, identifier=identifier, mark=mark)


def _begin(kind: str, sections: Sequence[Element], settings: Element | None) -> _Count:
    """How a section counts: by its own properties, else by the document's."""
    form, start, anew = _USUAL[kind], 1, False
    for holder in (settings, *sections):
        properties = holder.find(f"{W}{kind}Pr") if holder is not None else None
        if properties is None:
            continue
        form = value_of(properties, "numFmt") or form
        number = value_of(properties, "numStart")
        start = int(number) if number and number.isdigit() and len(number) < len("10000") else start
        restart = value_of(properties, "numRestart")
        anew = restart == "eachSect" if restart is not None else anew
    return _Count(form=form, start=start, anew=anew, next=start)


def has_tracked_changes(body: Element) -> bool:
    """Tell whether changes are recorded in the text that nobody accepted or rejected yet."""
    tags = (W + "ins", W + "del", W + "moveFrom", W + "moveTo")
    return next(body.iter(*tags), None) is not None


def is_hidden(properties: Element | None) -> bool | None:
    """Whether a run says itself that it is not printed; None where it does not say."""
    return toggle(properties, "vanish")
