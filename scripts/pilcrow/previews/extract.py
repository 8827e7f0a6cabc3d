"""A section's paragraphs from its page as it is rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import html as markup
from lxml.html import HtmlElement

from pilcrow.previews.model import Page, Paragraph, Section
from pilcrow.render.lists import NOT_EXPANDED

ITALIC = ("\x02", "\x03")
"""Stand round words in italics; no source has them (control characters are refused)."""
_SILENT = frozenset(
    {"para-number", "indicator", "alias", "visually-hidden", "marker", "cited-here"}
)
_ITALICS = frozenset({"em", "i"})
_CELL = " · "


def section_of(page: Page) -> Section | None:
    """The paragraphs of a section's page, in order; None for any other page."""
    report = _report(page, "section")
    if report is None:
        return None
    heading = next(iter(report.iter("h1")), None)
    return Section(
        page=page.address.rpartition("/")[2],
        title=_words(heading) if heading is not None else page.title,
        paragraphs=tuple(
            _paragraph(element) for element in report.iter("div") if _is_para(element)
        ),
    )


def definitions_of(page: Page) -> Mapping[str, str]:
    """What a glossary page says of each term beside its long form, by the term's id."""
    report = _report(page, "glossary")
    if report is None:
        return {}
    found: dict[str, list[str]] = {}
    current = ""
    for element in report:
        identifier = element.get("id", "")
        if identifier.startswith("term-"):
            current = identifier
        elif current and element.tag == "p" and _is_definition(_words(element)):
            found.setdefault(current, []).append(_words(element))
    return {identifier: " ".join(texts) for identifier, texts in found.items()}


def _is_definition(text: str) -> bool:
    """The long form has no full stop, and the list of paragraphs ends in a number."""
    return text.endswith(".") and text != NOT_EXPANDED


def _report(page: Page, kind: str) -> HtmlElement | None:
    """The element around a report's page of this kind; None for any other page."""
    if f'data-page="{kind}"' not in page.html:
        # Reading a page takes long, and most are of another kind.
        return None
    root = markup.fragment_fromstring(page.html, create_parent="div")
    report = next((element for element in root.iter("div") if "report" in _classes(element)), None)
    return report if report is not None and report.get("data-page") == kind else None


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _is_para(element: HtmlElement) -> bool:
    return "para" in _classes(element) and bool(element.get("id"))


def _paragraph(element: HtmlElement) -> Paragraph:
    links = [link for link in element.iter("a") if link.get("href") and not _is_silent(link)]
    return Paragraph(
        id=element.get("id", ""),
        number=element.get("data-number", ""),
        lines=tuple(_lines(element, 0)),
        links=tuple((link.get("class") or "", link.get("href", "")) for link in links),
        words=tuple(_words(link) for link in links),
    )


def _is_silent(element: HtmlElement) -> bool:
    return any(_SILENT & set(_classes(each)) for each in (element, *element.iterancestors()))


def _lines(element: HtmlElement, depth: int) -> Iterator[str]:
    marker = next((_all_words(child) for child in element if "marker" in _classes(child)), "")
    for child in element:
        if "subpara" in _classes(child):
            yield from _lines(child, depth + 1)
        elif child.tag == "table":
            for row in child.iter("tr"):
                yield "\t" * depth + _CELL.join(_words(cell) for cell in row)
        elif child.tag in {"ul", "ol"}:
            for item in child:
                yield "\t" * (depth + 1) + _words(item)
        elif child.tag == "p":
            text = " ".join(filter(None, (marker, _words(child))))
            marker = ""
            yield "\t" * depth + text
    if marker:
        yield "\t" * depth + marker


def _words(element: HtmlElement) -> str:
    return " ".join("".join(_pieces(element)).split())


def _all_words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            if not isinstance(child.tag, str) or _SILENT & set(_classes(child)):
                pass
            elif child.tag in _ITALICS:
                yield (
                    ITALIC[0]
                    + "".join(_pieces(child)).replace(ITALIC[0], "").replace(ITALIC[1], "")
                    + ITALIC[1]
                )
            else:
                yield from _pieces(child)
            yield child.tail or ""
