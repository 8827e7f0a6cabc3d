"""Entries from a page as it is rendered.

A report's page gives a section and its paragraphs, a front page itself, the glossary its terms;
any other page gives a heading an entry with the words below it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import html as markup
from lxml.html import HtmlElement

from pilcrow.indexes.model import Kind as Kinds
from pilcrow.search.entry import Entry, GlossaryTerm, Kind

_SILENT_CLASSES = frozenset(
    "para-number indicator footnote-back footnote-mark footnotes editor-notes contents "
    "headerlink editions glance picture spoken-of section-path cited-by cited-here "
    "catalogue".split()
)
_SILENT_TAGS = frozenset({"script", "style", "button"})
_BLOCKS = frozenset("p li dt dd div td th tr h1 h2 h3 h4 pre figcaption".split())
_BREAK = "\ue000"
"""Parts blocks while their text is taken: a private character, which no text of a page holds."""
_LABELLED = re.compile(r"(?P<label>[IVXLC]+|[A-Z]|\d+|\([a-z]+\))\.? (?P<title>\S.*)")
_INDEXES = frozenset(kind.value for kind in Kinds)
"""Pages whose paragraphs are found on their sections' pages: each is one entry, its title."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def extract_entries(
    html: str,
    page_address: str,
    page_title: str,
    section_path: Sequence[str],
    defined: Mapping[str, tuple[GlossaryTerm, ...]] | None = None,
) -> tuple[Entry, ...]:
    """The entries of a page's content.

    Args:
        html: what stands in the page's article.
        page_address: the page's address from the site's root.
        page_title: the title of the page.
        section_path: titles of the sections above the page's own, the chapter first.
        defined: the terms that a paragraph introduces, by the paragraph's address.
    """
    root = markup.fragment_fromstring(html, create_parent="div")
    report = next(iter(_of_class(root, "report")), None)
    if report is None:
        return tuple(_headings(root, page_address, page_title, section_path))
    page = report.get("data-page", "section")
    if page == "glossary":
        return tuple(_terms(report, page_address))
    if page == "whole":
        # Its paragraphs are found on their sections' pages.
        return ()
    symbol = report.get("data-symbol", "")
    if page in _INDEXES:
        title = _text(next(report.iter("h1"), report))
        return (Entry(kind=Kind.PAGE, location=page_address, title=title, symbol=symbol),)
    if page == "front":
        title = _text(next(report.iter("h1"), report)) or page_title
        return (
            Entry(
                kind=Kind.FRONT,
                location=page_address,
                title=title,
                symbol=symbol,
                text=_lines(report, _is_on_front),
            ),
        )
    return tuple(_section(report, page_address, page_title, section_path, symbol, defined or {}))


def definitions(html: str, page_address: str) -> Mapping[str, tuple[GlossaryTerm, ...]]:
    """The terms that paragraphs introduce, by their addresses, as a glossary page tells."""
    root = markup.fragment_fromstring(html, create_parent="div")
    found: dict[str, list[GlossaryTerm]] = {}
    term = None
    for element in root.iter("h2", "p"):
        if element.tag == "h2":
            term = GlossaryTerm(short=_text(element), long=_long_form(element))
            continue
        for link in _find(element, ".//strong/a[@href]"):
            address = _resolved(page_address, link.get("href", ""))
            if term is not None:
                found.setdefault(address, []).append(term)
    return {address: tuple(terms) for address, terms in found.items()}


def _section(  # noqa: PLR0913, PLR0917 - a page's facts
    report: HtmlElement,
    address: str,
    page_title: str,
    path: Sequence[str],
    symbol: str,
    defined: Mapping[str, tuple[GlossaryTerm, ...]],
) -> Iterator[Entry]:
    notes = {note.get("id", ""): note for note in _of_class(report, "footnote")}
    heading = next(report.iter("h1"), None)
    title = _text(heading) if heading is not None else page_title
    paragraphs = _of_class(report, "para")
    identifier = heading.get("id", "") if heading is not None else ""
    label, words = _split_label(title)
    # What stands in no numbered paragraph, nor in the page's lists of sections.
    above = _lines(report, _is_elsewhere)
    yield Entry(
        kind=Kind.SECTION,
        location=f"{address}#{identifier}" if identifier else address,
        title=words,
        number=label,
        path=tuple(path),
        text=above,
        symbol=symbol,
    )
    for element in paragraphs:
        yield _paragraph(element, address, (*path, title), symbol, notes, defined)


def _paragraph(  # noqa: PLR0913, PLR0917 - a paragraph's facts
    element: HtmlElement,
    address: str,
    path: tuple[str, ...],
    symbol: str,
    notes: Mapping[str, HtmlElement],
    defined: Mapping[str, tuple[GlossaryTerm, ...]],
) -> Entry:
    identifier = element.get("id", "")
    location = f"{address}#{identifier}"
    cited: list[str] = []
    names: dict[str, str] = {}
    ids: list[str] = []
    for inner in element.iterdescendants("a", "div", "span"):
        classes = inner.get("class", "").split()
        if "term" in classes:
            names[_fragment(inner).removeprefix("term-")] = _text(inner)
        elif inner.get("role") == "doc-noteref":
            cited.append(_fragment(inner))
        elif "subpara" in classes or "run-in" in classes:
            ids.append(inner.get("id", ""))
    footnotes = [_lines(notes[name]) for name in dict.fromkeys(cited) if name in notes]
    text = "\n".join((_lines(element), *footnotes))
    return Entry(
        kind=Kind.PARAGRAPH,
        location=location,
        title="",
        number=element.get("data-number", ""),
        path=path,
        text=text,
        ids=tuple(ids),
        symbol=symbol,
        terms=tuple(names.values()),
        defines=defined.get(location, ()),
    )


def _fragment(link: HtmlElement) -> str:
    return str(link.get("href", "")).partition("#")[2]


def _terms(report: HtmlElement, address: str) -> Iterator[Entry]:
    for heading in _find(report, ".//*[starts-with(@id, 'term-')]"):
        lines = []
        for following in heading.itersiblings():
            if following.get("id", "").startswith("term-"):
                break
            # The list of paragraphs that use a term is numbers only.
            if "term-uses" not in _classes(following):
                lines.append(_lines(following))
        long_form = _long_form(heading)
        yield Entry(
            kind=Kind.TERM,
            location=f"{address}#{heading.get('id')}",
            title=_text(heading),
            long_form=long_form,
            text="\n".join(line for line in lines if line != long_form),
        )


def _long_form(heading: HtmlElement) -> str:
    following = heading.getnext()
    if following is None or following.tag != "p" or _find(following, ".//a"):
        return ""
    text = _text(following)
    return "" if text.endswith(".") else text


def _headings(
    root: HtmlElement, address: str, page_title: str, path: Sequence[str]
) -> Iterator[Entry]:
    title, identifier = page_title, ""
    above: tuple[str, ...] = tuple(path)
    lines: list[str] = []
    listed = {inner for each in _of_class(root, "catalogue") for inner in each.iter()}
    for element in root.iterdescendants():
        if element in listed:
            # The reports of the home page are found as their front pages.
            continue
        if element.tag in _HEADINGS:
            yield _page_entry(address, identifier, title, above, lines)
            above = (*path, page_title) if element.tag != "h1" else tuple(path)
            title, identifier, lines = _text(element), element.get("id", ""), []
        elif element.tag in _BLOCKS and element.tag != "div" and not _inside_block(element):
            lines.append(_text(element))
    yield _page_entry(address, identifier, title, above, lines)


def _page_entry(
    address: str, identifier: str, title: str, path: tuple[str, ...], lines: Sequence[str]
) -> Entry:
    return Entry(
        kind=Kind.PAGE,
        location=f"{address}#{identifier}" if identifier else address,
        title=title,
        path=path,
        text="\n".join(line for line in lines if line),
    )


def _inside_block(element: HtmlElement) -> bool:
    return any(parent.tag in _BLOCKS and parent.tag != "div" for parent in element.iterancestors())


def _split_label(title: str) -> tuple[str, str]:
    match = _LABELLED.fullmatch(title)
    return (match["label"], match["title"]) if match else ("", title)


_Skipped = Callable[[HtmlElement], bool]


def _is_silent(element: HtmlElement) -> bool:
    """Whether an element's words are not the page's: signs, buttons, notes told with their text."""
    return element.tag in _SILENT_TAGS or not _SILENT_CLASSES.isdisjoint(_classes(element))


def _is_on_front(element: HtmlElement) -> bool:
    """Whether an element of a front page is found elsewhere: its title, lists of pages."""
    return element.tag in {"h1", "h2"} or _is_elsewhere(element)


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element of a section's page has an entry of its own."""
    if element.tag == "ul":
        return any(".html" in link.get("href", "") for link in element.iterfind("li/a"))
    return element.tag == "h1" or "para" in _classes(element)


def _lines(element: HtmlElement, skipped: _Skipped | None = None) -> str:
    """The words of an element, each block on a line of its own, but those of silent elements."""
    parts: list[str] = []
    _gather(element, parts, skipped)
    lines = (" ".join(line.split()) for line in "".join(parts).split(_BREAK))
    return "\n".join(_joined_markers([line for line in lines if line]))


def _gather(element: HtmlElement, parts: list[str], skipped: _Skipped | None) -> None:
    """Take the words of an element and what it holds; once, since pages are many."""
    if not isinstance(element.tag, str) or _is_silent(element) or (skipped and skipped(element)):
        return
    block = element.tag in _BLOCKS
    if block:
        parts.append(_BREAK)
    parts.append(element.text or "")
    for child in element:
        _gather(child, parts, skipped)
        parts.append(child.tail or "")
    if block:
        parts.append(_BREAK)


def _joined_markers(lines: Sequence[str]) -> Iterator[str]:
    """Lines with a marker such as (a) put before the line it marks."""
    marker = ""
    for line in lines:
        if re.fullmatch(r"\(?[a-z]{1,4}[.)]", line):
            marker += line + " "
            continue
        yield marker + line
        marker = ""
    if marker:
        yield marker.rstrip()


def _text(element: HtmlElement) -> str:
    """The words of an element on one line."""
    parts: list[str] = []
    _gather(element, parts, None)
    return " ".join("".join(parts).replace(_BREAK, "").split())


def _classes(element: HtmlElement) -> Sequence[str]:
    return str(element.get("class", "")).split()


def _of_class(element: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements below that have the class, in order."""
    return [
        found for found in element.iterdescendants() if name in (found.get("class") or "").split()
    ]


def _find(element: HtmlElement, path: str) -> list[HtmlElement]:
    found = element.xpath(path)
    return (
        [node for node in found if isinstance(node, HtmlElement)] if isinstance(found, list) else []
    )


def _resolved(page_address: str, href: str) -> str:
    path, _, fragment = href.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page_address), path))
    return f"{joined}#{fragment}" if fragment else joined
