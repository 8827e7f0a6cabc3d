"""Entries from a page as it is rendered.

A report's page gives a section and its paragraphs, a front page itself, the glossary its terms;
any other page gives a heading an entry with the words below it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import html as markup
from lxml.html import HtmlElement

from pilcrow.search.entry import Entry, GlossaryTerm, Kind
from pilcrow.search.states import states_in


def _of_class(*names: str) -> str:
    return "|".join(
        f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" for name in names
    )


_SILENT = "|".join(
    (
        _of_class(
            "para-number",
            "indicator",
            "footnote-back",
            "footnote-mark",
            "footnotes",
            "editor-notes",
            "contents",
            "headerlink",
        ),
        ".//script|.//style|.//button",
    )
)
_BLOCKS = frozenset({"p", "li", "dt", "dd", "div", "td", "th", "tr", "h1", "h2", "h3", "h4", "pre"})
_BREAK = "\ue000"
"""Parts blocks while their text is taken: a private character, since XML has no other to spare."""
_LABELLED = re.compile(r"(?P<label>[IVXLC]+|[A-Z]|\d+|\([a-z]+\))\.? (?P<title>\S.*)")
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
    report = next(iter(_find(root, _of_class("report"))), None)
    if report is None:
        return tuple(_headings(root, page_address, page_title, section_path))
    page = report.get("data-page", "section")
    if page == "glossary":
        return tuple(_terms(report, page_address))
    if page == "whole":
        # Its paragraphs are found on their sections' pages.
        return ()
    symbol = report.get("data-symbol", "")
    if page == "documents":
        title = _text(next(iter(_find(report, ".//h1")), report))
        return (Entry(kind=Kind.PAGE, location=page_address, title=title, symbol=symbol),)
    if page == "front":
        title = _text(next(iter(_find(report, ".//h1")), report)) or page_title
        _drop(report, ".//h1|.//h2")
        return (
            Entry(
                kind=Kind.FRONT,
                location=page_address,
                title=title,
                symbol=symbol,
                text=_lines(report),
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
    notes = {note.get("id", ""): note for note in _find(report, _of_class("footnote"))}
    heading = next(iter(_find(report, ".//h1")), None)
    title = _text(heading) if heading is not None else page_title
    paragraphs = _find(report, _of_class("para"))
    identifier = heading.get("id", "") if heading is not None else ""
    label, words = _split_label(title)
    above = _own_lines(report)
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
    cited = (
        link.get("href", "").partition("#")[2]
        for link in _find(element, ".//sup/a[@role='doc-noteref']")
    )
    footnotes = [_lines(notes[name]) for name in dict.fromkeys(cited) if name in notes]
    links = _find(element, _of_class("term"))
    terms = [link.get("href", "").partition("#")[2].removeprefix("term-") for link in links]
    names = {slug: _text(link) for slug, link in zip(terms, links, strict=True)}
    ids = tuple(inner.get("id", "") for inner in _find(element, _of_class("subpara", "run-in")))
    text = "\n".join((_lines(element), *footnotes))
    return Entry(
        kind=Kind.PARAGRAPH,
        location=location,
        title="",
        number=element.get("data-number", ""),
        path=path,
        text=text,
        ids=ids,
        symbol=symbol,
        states=states_in(text),
        terms=tuple(names.values()),
        defines=defined.get(location, ()),
    )


def _terms(report: HtmlElement, address: str) -> Iterator[Entry]:
    for heading in _find(report, ".//*[starts-with(@id, 'term-')]"):
        lines = []
        for following in heading.itersiblings():
            if following.get("id", "").startswith("term-"):
                break
            # The list of paragraphs that use a term is numbers only.
            if not _find(following, ".//a[contains(@href, '#para-')]"):
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
    for element in root.iterdescendants():
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


def _own_lines(report: HtmlElement) -> str:
    """Text of a section page that stands in no numbered paragraph, nor in its lists of sections."""
    copy = _copy(report)
    _drop(copy, _of_class("para") + "|.//h1")
    _drop(copy, ".//ul[li/a[contains(@href, '.html')]]")
    return _lines(copy)


def _lines(element: HtmlElement) -> str:
    copy = _copy(element)
    _drop(copy, _SILENT)
    for block in copy.iter(*_BLOCKS):
        block.text = _BREAK + (block.text or "")
        block.tail = _BREAK + (block.tail or "")
    lines = (" ".join(line.split()) for line in str(copy.text_content()).split(_BREAK))
    return "\n".join(_joined_markers([line for line in lines if line]))


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
    copy = _copy(element)
    _drop(copy, _SILENT)
    return " ".join(str(copy.text_content()).split())


def _copy(element: HtmlElement) -> HtmlElement:
    return markup.fragment_fromstring(
        markup.tostring(element, encoding="unicode", with_tail=False), create_parent="div"
    )


def _find(element: HtmlElement, path: str) -> list[HtmlElement]:
    found = element.xpath(path)
    return (
        [node for node in found if isinstance(node, HtmlElement)] if isinstance(found, list) else []
    )


def _drop(element: HtmlElement, selector: str) -> None:
    for found in _find(element, selector):
        if found.getparent() is not None:
            found.drop_tree()


def _resolved(page_address: str, href: str) -> str:
    path, _, fragment = href.partition("#")
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page_address), path))
    return f"{joined}#{fragment}" if fragment else joined
