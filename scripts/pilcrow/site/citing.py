"""Links from one report of the library to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from pilcrow.references import Reference
from pilcrow.site.addresses import address
from pilcrow.site.context import PageContext
from pilcrow.site.held import Edition
from pilcrow.site.spans import Span

_NEAR = 30
"""Characters between "paragraph 12" and a symbol in one link: "of document", no report's title."""


def citing(reference: Reference, edition: Edition, context: PageContext) -> Iterator[Span]:
    """The links of a citation whose document the library holds.

    Each place that it names leads there where the document has it. The citation itself leads to
    the one place beside it, "A/80/590, para. 54" as one link, else to the front page. A report's
    citation of itself leads nowhere; what it names in itself is an internal reference.
    """
    if edition.report.folder == context.page.folder:
        return
    path = context.page.path
    front = address(path, edition.report.front.path)
    places = [
        (place.start, place.end, href)
        for place in reference.places
        if (href := edition.address(path, place.targets)) is not None
    ]
    whole = _joined(reference, places)
    if whole is None:
        yield _link(reference.start, reference.end, front, edition, context)
    else:
        place = places.pop(0)
        parts = sorted(((reference.start, reference.end, front), place))
        yield _link(
            *whole,
            place[2],
            edition,
            context,
            otherwise=tuple(_link(*part, edition, context) for part in parts),
        )
    for each in places:
        yield _link(*each, edition, context)


def _joined(reference: Reference, places: Sequence[tuple[int, int, str]]) -> tuple[int, int] | None:
    """The citation with the place beside it; None where that is not there, or there are several."""
    if not places or not reference.places or places[0][0] != reference.places[0].start:
        return None
    start, end, _ = places[0]
    if start >= reference.end:
        return reference.start, end
    near = reference.start - end <= _NEAR and len(reference.places) == 1
    return (start, reference.end) if near else None


def _link(  # noqa: PLR0913 - a span and what it leads to
    start: int,
    end: int,
    href: str,
    edition: Edition,
    context: PageContext,
    *,
    otherwise: tuple[Span, ...] = (),
) -> Span:
    return Span(
        start=start, end=end, make=_maker(_attributes(href, edition, context)), otherwise=otherwise
    )


def _attributes(href: str, edition: Edition, context: PageContext) -> dict[str, str]:
    attributes = {"class": "reference held", "href": href, "title": edition.title}
    if edition.language != context.language:
        attributes["hreflang"] = edition.language
    return attributes


def _maker(attributes: dict[str, str]) -> Callable[[], Element]:
    return lambda: Element("a", dict(attributes))


def lead_into_library(root: Element, context: PageContext) -> None:
    """Lead the page's own links to documents of the United Nations to those the library holds.

    A link to the report itself stays: it leads to the text as published.
    """
    for link in root.iter("a"):
        edition = context.held.behind(link.get("href", ""), context.language)
        if edition is None or edition.symbol == context.symbol:
            continue
        href = address(context.page.path, edition.report.front.path)
        for name, value in _attributes(href, edition, context).items():
            link.set(name, value)
