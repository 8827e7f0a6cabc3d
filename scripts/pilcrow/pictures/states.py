"""States by number of paragraphs: a map of tiles, which takes no position on any boundary.

Each Member State and observer State is one tile of the same size. Tiles stand together by the
United Nations' subregions (M49), by name, and the subregions roughly as on a map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import Element

from pilcrow.indexes.state_names import State
from pilcrow.pictures.members import members
from pilcrow.pictures.svg import counted, figure, link, make, markup, number, picture

DISCLAIMER = (
    "The designations employed and the presentation of material on this map do not imply the"
    " expression of any opinion whatsoever on the part of the Secretariat of the United Nations"
    " concerning the legal status of any country, territory, city or area or of its authorities,"
    " or concerning the delimitation of its frontiers or boundaries."
)
_LARGE, _SMALL = 27, 11
"""Side of a tile; small ones hold no words."""
_LABEL = 16
_COLUMNS: Mapping[str, tuple[int, tuple[str, ...]]] = MappingProxyType(
    {
        "Americas": (6, ("Northern America", "Central America", "Caribbean", "South America")),
        "Europe": (6, ("Northern Europe", "Western Europe", "Eastern Europe", "Southern Europe")),
        "Africa": (
            6,
            (
                "Northern Africa",
                "Western Africa",
                "Middle Africa",
                "Eastern Africa",
                "Southern Africa",
            ),
        ),
        "Asia": (
            7,
            ("Central Asia", "Eastern Asia", "Western Asia", "Southern Asia", "South-eastern Asia"),
        ),
        "Oceania": (7, ("Micronesia", "Melanesia", "Polynesia", "Australia and New Zealand")),
    }
)
"""Regions of M49: tiles in a row, and the subregions from top to bottom."""
_FIELDS = (("Americas",), ("Europe", "Africa"), ("Asia", "Oceania"))
"""Regions that stand below each other, from left to right."""
_DEGREES = (1, 2, 4, 8)
"""From how many paragraphs on a tile is darker."""
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """A State or territory that the report names."""

    code: str
    """ISO 3166-1 alpha-2; empty for what has none."""
    name: str
    paragraphs: int
    href: str
    """Its entry in the index."""


def draw_states(counts: Sequence[StateCount]) -> str:
    """The map, with the number of paragraphs in each tile; what has no tile is named below it.

    The index of States is the table behind it.
    """
    caption = (
        "Paragraphs that name each State, by UN region. The letters are ISO 3166 codes; tiles"
        " stand by subregion and name, and say nothing of size or borders. "
    )
    node = figure("states", _map(counts, _LARGE), caption=caption + DISCLAIMER)
    tiled = {state.code for state in members()}
    others = [count for count in counts if count.code not in tiled]
    if others:
        listed = make("p", text="Named too, without a tile: ", class_="untiled")
        node.insert(1, listed)
        for count in others:
            entry = make("a", listed, count.name, href=count.href)
            entry.tail = f" ({count.paragraphs})" + ("." if count is others[-1] else "; ")
    return markup(node)


def draw_small_states(counts: Sequence[StateCount], index: str) -> str:
    """The map in small, without words in it, and a link to the index at `index`."""
    node = figure("small-states", _map(counts, _SMALL), caption=DISCLAIMER)
    lead = make("p")
    node.insert(0, lead)
    words = counted(len(counts), "State or territory", "States and territories")
    entry = make("a", lead, f"{words} named", href=index)
    entry.tail = ": the stronger its tile, the more paragraphs name a State."
    return markup(node)


def _map(counts: Sequence[StateCount], size: int) -> Element:
    by_code = {count.code: count for count in counts if count.code}
    placed = _placed()
    node = make("div", class_="tile-map")
    for column in _FIELDS:
        make("div", node).extend(
            _region(region, placed[region], by_code, size) for region in column
        )
    return node


def _placed() -> dict[str, list[list[State]]]:
    """Members by region and subregion."""
    known = {name: region for region, (_, names) in _COLUMNS.items() for name in names}
    placed: dict[str, list[list[State]]] = {
        region: [[] for _ in names] for region, (_, names) in _COLUMNS.items()
    }
    for state in members():
        region = known[state.subregion]
        placed[region][_COLUMNS[region][1].index(state.subregion)].append(state)
    return placed


def _region(
    region: str, groups: Sequence[Sequence[State]], counts: Mapping[str, StateCount], size: int
) -> Element:
    width, names = _COLUMNS[region]
    rows = [-(-len(group) // width) for group in groups]
    named = [counts[state.code] for group in groups for state in group if state.code in counts]
    svg = picture(
        f"states-{region.lower()}",
        region,
        _told(named),
        width=width * size,
        height=sum(rows) * size + len(rows) * (_LABEL if size == _LARGE else 3),
    )
    drawing = make("g", svg, aria_hidden="true", text_anchor="middle")
    label = _LABEL if size == _LARGE else 3
    outlines: list[str] = []
    top = 0
    for name, group, height in zip(names, groups, rows, strict=True):
        if size == _LARGE:
            make(
                "text",
                drawing,
                name,
                x=1,
                y=top + 12,
                text_anchor="start",
                font_size=10,
                class_="subregion",
            )
        top += label
        for index, state in enumerate(group):
            x, y = index % width * size, top + index // width * size
            if count := counts.get(state.code):
                _tile(drawing, state, count, x, y, size)
            else:
                outlines.append(f"M{x + 1} {y + 1}h{size - 2}v{size - 2}h-{size - 2}z")
                if size == _LARGE:
                    _unnamed(drawing, state, x, y)
        top += height * size
    # One path for all: most States are in no report, and each page counts in an offline copy.
    make(
        "path",
        drawing,
        d="".join(outlines),
        fill="none",
        stroke="currentColor",
        stroke_width=0.3,
        class_="tile degree-0",
    )
    return svg


def _told(named: Sequence[StateCount]) -> str:
    if not named:
        return "No State of this region is named."
    most = sorted(named, key=lambda count: (-count.paragraphs, count.name))[:_MOST_NAMED]
    listed = "; ".join(f"{count.name}, {counted(count.paragraphs, 'paragraph')}" for count in most)
    first = "Most often" if len(named) > len(most) else "These are"
    return f"{counted(len(named), 'State')} named. {first}: {listed}."


def _tile(  # noqa: PLR0913, PLR0917
    drawing: Element, state: State, count: StateCount, x: int, y: int, size: int
) -> None:
    node = link(drawing, count.href, f"{state.name}: {counted(count.paragraphs, 'paragraph')}")
    degree = sum(count.paragraphs >= least for least in _DEGREES)
    make(
        "rect",
        node,
        x=x + 1,
        y=y + 1,
        width=size - 2,
        height=size - 2,
        fill_opacity=number(0.08 + 0.1 * degree),
        stroke="currentColor",
        class_=f"tile degree-{degree}",
    )
    if size == _LARGE:
        middle = number(x + size / 2)
        words = make("text", node, state.code, x=middle, y=y + 12, font_size=10)
        make(
            "tspan",
            words,
            str(count.paragraphs),
            x=middle,
            dy=11,
            font_weight="bold",
            class_="count",
        )


def _unnamed(drawing: Element, state: State, x: int, y: int) -> None:
    words = make("text", drawing, x=number(x + _LARGE / 2), y=y + 17, font_size=9, class_="unnamed")
    make("title", words, f"{state.name}: not named").tail = state.code
