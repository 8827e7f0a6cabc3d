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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layers:
    """What the parts of a map share is said once for each kind of them: there are 195 tiles."""

    subregions: Element
    outlines: Element
    tiles: tuple[Element, ...]
    """By degree."""
    unnamed: Element
    codes: Element
    counts: Element

    @classmethod
    def empty(cls) -> _Layers:
        """A group for each kind; words stand above the tiles and leave these the pointer."""
        return cls(
            subregions=make("g", text_anchor="start", font_size=10, class_="subregion"),
            outlines=make(
                "g",
                fill="none",
                stroke="currentColor",
                stroke_width=0.3,
                class_="tile degree-0",
            ),
            tiles=tuple(
                make(
                    "g",
                    fill_opacity=number(0.08 + 0.1 * degree),
                    stroke="currentColor",
                    class_=f"tile degree-{degree}",
                )
                for degree in range(len(_DEGREES) + 1)
            ),
            unnamed=make("g", font_size=9, class_="unnamed"),
            codes=make("g", font_size=10, pointer_events="none", class_="codes"),
            counts=make(
                "g", font_size=10, font_weight="bold", pointer_events="none", class_="counts"
            ),
        )

    def all(self) -> tuple[Element, ...]:
        """From below to above."""
        return (
            self.subregions,
            self.outlines,
            *self.tiles,
            self.unnamed,
            self.codes,
            self.counts,
        )


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
    label = _LABEL if size == _LARGE else 3
    layers = _Layers.empty()
    outlines: list[str] = []
    top = 0
    for name, group, height in zip(names, groups, rows, strict=True):
        if size == _LARGE:
            make("text", layers.subregions, name, x=1, y=top + 12)
        top += label
        for index, state in enumerate(group):
            x, y = index % width * size, top + index // width * size
            tile = f"M{x + 1} {y + 1}h{size - 2}v{size - 2}h-{size - 2}z"
            if count := counts.get(state.code):
                hint = f"{state.name}: {counted(count.paragraphs, 'paragraph')}"
                degree = sum(count.paragraphs >= least for least in _DEGREES)
                make("path", link(layers.tiles[degree], count.href, hint), d=tile)
            else:
                outlines.append(tile)
            if size == _LARGE:
                _letters(layers, state, count, number(x + size / 2), y)
        top += height * size
    # One path for all: most States are in no report, and each page counts in an offline copy.
    make("path", layers.outlines, d="".join(outlines))
    drawing = make("g", svg, aria_hidden="true", text_anchor="middle")
    drawing.extend(layer for layer in layers.all() if len(layer))
    return svg


def _told(named: Sequence[StateCount]) -> str:
    if not named:
        return "No State of this region is named."
    most = sorted(named, key=lambda count: (-count.paragraphs, count.name))[:_MOST_NAMED]
    listed = "; ".join(f"{count.name}, {counted(count.paragraphs, 'paragraph')}" for count in most)
    first = "Most often" if len(named) > len(most) else "These are"
    return f"{counted(len(named), 'State')} named. {first}: {listed}."


def _letters(layers: _Layers, state: State, count: StateCount | None, middle: str, y: int) -> None:
    if count is None:
        words = make("text", layers.unnamed, x=middle, y=y + 17)
        make("title", words, f"{state.name}: not named").tail = state.code
    else:
        make("text", layers.codes, state.code, x=middle, y=y + 12)
        make("text", layers.counts, str(count.paragraphs), x=middle, y=y + 23)
