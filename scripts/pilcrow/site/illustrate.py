"""Puts pictures into a report's pages, from what the pages themselves say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from pilcrow.pictures import (
    Chapter,
    DatedEvent,
    FigureCard,
    Part,
    ScaledParagraph,
    StateCount,
    draw_shape,
    draw_small_states,
    draw_states,
    draw_timeline,
    figure_cards,
)
from pilcrow.site.addresses import address
from pilcrow.site.generated import GeneratedPage, ReportPages

_CONTENTS = '<ul class="contents"'
_MOST_COUNTS, _MOST_SUMS = 4, 2
"""Figures of a front page."""


def illustrated(report: ReportPages, page: GeneratedPage, html: str) -> str:
    """The page's content with its pictures; unchanged where it has none.

    A front page shows the report's shape above its contents and, where the report has indexes, the
    largest figures and a small map; the pages of States and events show the map and the line of
    time behind their first paragraph.
    """
    if page.fields.get("front"):
        return _front(report, html)
    match page.fields.get("kind"):
        case "states":
            return _behind_lead(html, draw_states(_states(page, "")))
        case "events":
            return _behind_lead(html, draw_timeline(tuple(_events(page))))
    return html


def _front(report: ReportPages, html: str) -> str:
    at = html.find(_CONTENTS)
    if at < 0:
        return html
    html = html[:at] + draw_shape(_chapters(report)) + html[at:]
    heading = html.rfind("<h2", 0, at)
    glance = _glance(report)
    return html[:heading] + glance + html[heading:] if heading >= 0 else html


def _behind_lead(html: str, picture: str) -> str:
    """Behind the paragraph under the heading, else behind the heading."""
    for end in ("</p>", "</h1>"):
        before, found, behind = html.partition(end)
        if found:
            return before + found + picture + behind
    return html


def _glance(report: ReportPages) -> str:
    """Largest figures and small map; empty for a report without such indexes."""
    by_kind = {str(page.fields.get("kind")): page for page in report.pages}
    parts: list[str] = []
    if figures := by_kind.get("figures"):
        index = address(report.front.path, figures.path)
        cards = tuple(_largest(report, figures))
        parts.append(figure_cards(cards, index, len(_entries(figures))))
    if states := by_kind.get("states"):
        index = address(report.front.path, states.path)
        counts = _states(states, index)
        parts.append(draw_small_states(counts, index) if counts else "")
    shown = "".join(parts)
    return f'<section class="glance"><h2>At a glance</h2>{shown}</section>\n' if shown else ""


def _chapters(report: ReportPages) -> tuple[Chapter, ...]:
    """The pages as chapters: those directly below a chapter are its parts, with all below them."""
    chapters: dict[str, list[GeneratedPage]] = {}
    for page in report.pages:
        if page.section:
            above = report.above(page)[1:]
            top = above[0] if above else page
            chapters.setdefault(top.path, []).append(page)
    by_path = {page.path: page for page in report.pages}
    return tuple(
        Chapter(
            title=by_path[path].title,
            href=address(report.front.path, path),
            parts=tuple(_parts(report, pages)),
        )
        for path, pages in chapters.items()
    )


def _parts(report: ReportPages, pages: list[GeneratedPage]) -> Iterator[Part]:
    groups: dict[str, list[GeneratedPage]] = {}
    for page in pages:
        above = report.above(page)[1:]
        part = (*above, page)[1] if above else page
        groups.setdefault(part.path, []).append(page)
    for path, members in groups.items():
        paragraphs = tuple(
            ScaledParagraph(
                number=identifier.rpartition("para-")[2],
                href=address(report.front.path, page.path, identifier),
                words=words,
            )
            for page in members
            for (identifier, _), words in zip(page.paragraphs, page.lengths, strict=True)
        )
        if paragraphs:
            own = path == pages[0].path
            yield Part(
                title="" if own else members[0].title,
                href=address(report.front.path, path),
                paragraphs=paragraphs,
            )


def _states(page: GeneratedPage, index: str) -> tuple[StateCount, ...]:
    return tuple(
        StateCount(
            code=code,
            name=str(entry.get("name", "")),
            paragraphs=len({mention.get("p") for mention in _mentions(entry)}),
            href=f"{index}#{entry.get('id', '')}",
        )
        for entry in _entries(page)
        if (code := _field(entry, "fields", "code"))
    )


def _events(page: GeneratedPage) -> Iterator[DatedEvent]:
    for entry in _entries(page):
        for mention in _mentions(entry)[:1]:
            start = _field(mention, "f", "start")
            if start:
                yield DatedEvent(
                    start=start,
                    end=_field(mention, "f", "end") or None,
                    label=str(entry.get("name", "")),
                    href=f"#{entry.get('id', '')}",
                )


def _largest(report: ReportPages, page: GeneratedPage) -> Iterator[FigureCard]:
    """The largest sums of money and counts, each kind in order of size."""
    places = report.anchors()
    counts: list[tuple[float, FigureCard]] = []
    sums: list[tuple[float, FigureCard]] = []
    for entry in _entries(page):
        for mention in _mentions(entry)[:1]:
            money = bool(_field(mention, "f", "currency"))
            size = _size(_field(mention, "f", "number"))
            target = places.get(str(mention.get("p", "")))
            if size is None or target is None:
                continue
            card = FigureCard(
                figure=_field(mention, "f", "figure") or str(mention.get("w", "")),
                counts=_field(mention, "f", "what"),
                place=f"para. {mention.get('n', '')}",
                href=address(report.front.path, target, str(mention.get("p", ""))),
            )
            (sums if money else counts).append((size, card))
    for group, most in ((counts, _MOST_COUNTS), (sums, _MOST_SUMS)):
        ordered = sorted(group, key=lambda pair: -pair[0])
        yield from (card for _, card in ordered[:most])


def _size(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _entries(page: GeneratedPage) -> tuple[Mapping[str, object], ...]:
    value = page.fields.get("entries")
    return tuple(entry for entry in value if isinstance(entry, dict)) if _is_list(value) else ()


def _mentions(entry: Mapping[str, object]) -> tuple[Mapping[str, object], ...]:
    value = entry.get("mentions")
    return tuple(one for one in value if isinstance(one, dict)) if _is_list(value) else ()


def _field(holder: Mapping[str, object], name: str, key: str) -> str:
    value = holder.get(name)
    return str(value.get(key) or "") if isinstance(value, dict) else ""


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)
