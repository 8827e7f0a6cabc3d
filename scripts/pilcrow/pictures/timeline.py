"""The events of a report on a line of time: a dot an event, a bar for what lasted.

A date is drawn only as exactly as the text gives it: an event of "2024" is a bar over the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from pilcrow.pictures.svg import counted, figure, link, make, markup, number, percent, picture

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-\d{2})?)?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_MONTHS = 36
"""Longer than that, the line counts in years."""
_MANY = 0.75
"""The share of events in the last months for which the line shows these, and the rest as one."""
_AXIS = 34
_DOT = 12
_TALLEST = 216
_BAR = 9
_MOST_TICKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """An event with its date as the text gives it: `2024`, `2024-05` or `2024-05-13`."""

    start: str
    end: str | None
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """From the first to the last month, counted from the year 0; `exact` is a point in time."""

    first: int
    last: int
    exact: bool
    event: DatedEvent


def draw_timeline(events: Sequence[DatedEvent]) -> str:
    """The line of time; the list of events is behind it. Empty without dated events."""
    spans = [span for event in events for span in _spans(event)]
    if not spans:
        return ""
    scale = _Scale.of(spans)
    points: dict[int, list[_Span]] = {}
    bars: list[_Span] = []
    for span in sorted(spans, key=lambda span: (span.first, span.last)):
        slot = scale.slot(span.first)
        if slot == scale.slot(span.last) and (span.exact or scale.unit > 1 or slot < 0):
            points.setdefault(slot, []).append(span)
        else:
            bars.append(span)
    tallest = max((len(entries) for entries in points.values()), default=0)
    step = min(_DOT, _TALLEST / tallest) if tallest else 0
    top = number(tallest * step)
    rows = _rows(bars, scale)
    svg = picture(
        "timeline",
        "Events by date",
        f"{counted(len(spans), 'event')} from {scale.told}. The list below gives them all.",
        height=float(top) + _AXIS + len(rows) * _BAR,
    )
    drawing = make("g", svg, aria_hidden="true")
    base = float(top) + 4
    _axis(drawing, scale, base)
    for slot, entries in points.items():
        for index, span in enumerate(entries):
            node = link(drawing, span.event.href, _hint(span.event))
            make(
                "circle",
                node,
                cx=percent(scale.middle(slot)),
                cy=number(base - step * (index + 0.5)),
                r=number(max(step / 2 - 1, 1)),
                fill="currentColor",
                class_="event",
            )
    for row, entries in enumerate(rows):
        for span in entries:
            start, end = scale.edges(span)
            node = link(drawing, span.event.href, _hint(span.event))
            make(
                "rect",
                node,
                x=percent(start),
                y=number(base + _AXIS - 8 + row * _BAR),
                width=percent(end - start),
                height=_BAR - 3,
                fill="currentColor",
                fill_opacity=0.5,
                class_="lasting",
            )
    unit = "month" if scale.unit == 1 else "year"
    caption = (
        f"Each dot is an event in its {unit}; a bar below the line is one that lasted longer, or"
        " whose date the text gives less exactly."
    )
    return markup(figure("timeline", svg, caption=caption))


def _spans(event: DatedEvent) -> Iterator[_Span]:
    first, last = _months(event.start), _months(event.end or event.start)
    if first and last and first[0] <= last[1]:
        exact = "-" in event.start
        yield _Span(first=first[0], last=last[1], exact=exact, event=event)


def _months(date: str) -> tuple[int, int] | None:
    match = _DATE.fullmatch(date)
    if match is None:
        return None
    year = int(match["year"]) * 12
    if match["month"] is None:
        return year, year + 11
    month = int(match["month"]) - 1
    return (year + month, year + month) if month in range(12) else None


def _hint(event: DatedEvent) -> str:
    dates = f"{event.start} to {event.end}" if event.end else event.start
    return f"{dates}: {event.label}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Slots of one month or one year; slot -1, where there is one, holds all that is earlier."""

    unit: int
    first: int
    last: int
    earlier: bool

    @classmethod
    def of(cls, spans: Sequence[_Span]) -> _Scale:
        begin = min(span.first for span in spans)
        end = max(span.last for span in spans)
        recent = [span for span in spans if span.first > end - _MOST_MONTHS]
        if len(recent) >= _MANY * len(spans):
            first = min(span.first for span in recent)
            return cls(unit=1, first=first, last=end, earlier=begin < first)
        return cls(unit=12, first=begin // 12, last=end // 12, earlier=False)

    @property
    def told(self) -> str:
        if self.unit > 1:
            return f"{self.first} to {self.last}"
        months = f"{_month(self.first)} to {_month(self.last)}"
        return f"{months}, and earlier ones" if self.earlier else months

    @property
    def count(self) -> int:
        return self.last - self.first + 1 + self.earlier

    def slot(self, month: int) -> int:
        return max(month // self.unit - self.first, -1 if self.earlier else 0)

    def middle(self, slot: int) -> float:
        return (slot + self.earlier + 0.5) / self.count

    def edges(self, span: _Span) -> tuple[float, float]:
        start, end = self.slot(span.first), self.slot(span.last)
        return (start + self.earlier) / self.count, (end + self.earlier + 1) / self.count


def _month(month: int) -> str:
    return f"{_MONTHS[month % 12]} {month // 12}"


def _rows(bars: Sequence[_Span], scale: _Scale) -> list[list[_Span]]:
    """Bars in as few rows as keep them apart."""
    rows: list[list[_Span]] = []
    for span in bars:
        start, _ = scale.edges(span)
        row = next((row for row in rows if scale.edges(row[-1])[1] <= start), None)
        if row is None:
            rows.append([span])
        else:
            row.append(span)
    return rows


def _axis(drawing: Element, scale: _Scale, base: float) -> None:
    make(
        "line",
        drawing,
        x1=0,
        x2="100%",
        y1=number(base),
        y2=number(base),
        stroke="currentColor",
        class_="axis",
    )
    for slot, words in _ticks(scale).items():
        middle = scale.middle(slot)
        anchor = "start" if middle < 0.06 else "end" if middle > 0.94 else "middle"  # noqa: PLR2004
        make(
            "text",
            drawing,
            words,
            x=percent(0 if anchor == "start" else 1 if anchor == "end" else middle),
            y=number(base + 14),
            text_anchor=anchor,
            class_="tick",
        )


def _ticks(scale: _Scale) -> Mapping[int, str]:
    """Words of the axis by slot: each January and the ends of months, or round years."""
    slots = range(scale.last - scale.first + 1)
    ticks: dict[int, str] = {}
    if scale.unit > 1:
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 10_000) if len(slots) / s <= _MOST_TICKS)
        ticks = {slot: str(scale.first + slot) for slot in slots if not (scale.first + slot) % step}
    else:
        ticks = {slot: _month(scale.first + slot) for slot in slots[:: max(len(slots) // 4, 1)]}
    if scale.earlier:
        ticks = {-1: "Earlier", **{slot: words for slot, words in ticks.items() if slot > 1}}
    kept = dict(sorted(ticks.items()))
    # The last two may stand too close together.
    for before, after in list(pairwise(kept)):
        if after - before < scale.count / (_MOST_TICKS * 1.5):
            kept.pop(after, None)
    return kept
