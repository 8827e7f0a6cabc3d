"""The shape of a report: its chapters, sections and paragraphs to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from pilcrow.pictures.svg import counted, figure, link, make, markup, percent, picture

_TITLE = 20
_STRIP = 24
"""Height of what is touched."""
_GAP = 12
_LEAST = 0.02
"""Share of the width that the shortest chapter takes: it can still be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaledParagraph:
    """A paragraph with its length."""

    number: str
    href: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of a chapter with all paragraphs below it; without a title, the chapter's own."""

    title: str
    href: str
    paragraphs: tuple[ScaledParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter or an annex."""

    title: str
    href: str
    parts: tuple[Part, ...]

    @property
    def paragraphs(self) -> tuple[ScaledParagraph, ...]:
        """All of its paragraphs."""
        return tuple(paragraph for part in self.parts for paragraph in part.paragraphs)


def draw_shape(chapters: Sequence[Chapter]) -> str:
    """Each chapter a line, as long as its words, cut into sections and paragraphs; each a link.

    The contents of the front page are the list behind it. Empty for a report without paragraphs.
    """
    shown = [chapter for chapter in chapters if chapter.paragraphs]
    if not shown:
        return ""
    longest = max(_length(chapter.paragraphs) for chapter in shown)
    count = sum(len(chapter.paragraphs) for chapter in shown)
    heights = [_height(chapter) for chapter in shown]
    svg = picture(
        "shape",
        "The shape of the report",
        f"{counted(len(shown), 'chapter')} with {counted(count, 'paragraph')}: "
        + "; ".join(
            f"{chapter.title}, {counted(len(chapter.paragraphs), 'paragraph')}" for chapter in shown
        )
        + ". The contents below list the same.",
        height=sum(heights),
    )
    top = 0
    for chapter, height in zip(shown, heights, strict=True):
        share = max(_length(chapter.paragraphs) / longest, _LEAST)
        _chapter(svg, chapter, top, share)
        top += height
    caption = (
        "Length by words: each line is a chapter, each field of it a section, and each field below"
        " that a paragraph. All are links."
    )
    return markup(figure("shape", svg, caption=caption))


def _height(chapter: Chapter) -> int:
    return _TITLE + (2 if _divided(chapter) else 1) * _STRIP + _GAP


def _divided(chapter: Chapter) -> bool:
    return any(part.title for part in chapter.parts)


def _length(paragraphs: Sequence[ScaledParagraph]) -> int:
    return sum(max(paragraph.words, 1) for paragraph in paragraphs)


def _chapter(svg: Element, chapter: Chapter, top: int, share: float) -> None:
    extent = counted(len(chapter.paragraphs), "paragraph")
    heading = link(svg, chapter.href, f"{chapter.title}, {extent}", focusable=True)
    make("rect", heading, x=0, y=top, width="100%", height=_STRIP, fill="none", class_="target")
    make("text", heading, chapter.title, x=0, y=top + 14, font_size=12, class_="chapter")
    top += _TITLE
    if _divided(chapter):
        for part, start, width in _spread(chapter, share):
            if part.title:
                _section(svg, part, top, start, width)
        top += _STRIP
    # What all cells share is said once: a report has hundreds.
    below = make(
        "svg",
        svg,
        y=top,
        width="100%",
        height=_STRIP - 2,
        stroke="currentColor",
        stroke_width=0.5,
        aria_hidden="true",
        class_="paragraphs",
    )
    scale = share / _length(chapter.paragraphs)
    start = 0.0
    for index, part in enumerate(chapter.parts):
        band = make("g", below, fill_opacity=0.3 if index % 2 else 0.15)
        for paragraph in part.paragraphs:
            width = max(paragraph.words, 1) * scale
            cell = link(band, paragraph.href, f"Paragraph {paragraph.number}")
            make("rect", cell, x=percent(start), width=percent(width), height="100%")
            start += width


def _spread(chapter: Chapter, share: float) -> Iterator[tuple[Part, float, float]]:
    scale, start = share / _length(chapter.paragraphs), 0.0
    for part in chapter.parts:
        width = _length(part.paragraphs) * scale
        yield part, start, width
        start += width


def _section(svg: Element, part: Part, top: int, start: float, width: float) -> None:
    extent = counted(len(part.paragraphs), "paragraph")
    node = link(svg, part.href, f"{part.title}, {extent}", focusable=True)
    # A picture in the picture cuts off what of the title does not fit.
    box = make("svg", node, x=percent(start), y=top, width=percent(width), height=_STRIP)
    make(
        "rect",
        box,
        width="100%",
        height=_STRIP - 2,
        fill="none",
        stroke="currentColor",
        stroke_width=1,
        class_="section",
    )
    make("text", box, part.title, x=4, y=15, class_="label")
