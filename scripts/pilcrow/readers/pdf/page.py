"""A page of a PDF as the glyphs and strokes that stand on it."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, from the upper left corner of the page."""


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font on one baseline without a space between.

    Positions are in points from the upper left corner of the page; `y` is the baseline.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    fixed: bool
    """All glyphs of the font are of one width, as on a typewriter."""
    spaced: bool
    """A space stands before it."""
    artifact: bool
    """The file marks it as no content (a running head)."""
    space_end: float
    """Where the space before it ends, or the run before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on a page; `number` counts from 1."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    turned: tuple[Run, ...]
    """Runs that read in another direction than most, placed as if turned upright."""
    rules: tuple[Box, ...]
    """Level strokes."""
    images: tuple[Box, ...]
    links: tuple[tuple[Box, str], ...]
    unreadable: int
    """Glyphs that the file gives no letter for."""
    bars: tuple[Box, ...] = ()
    """Upright strokes."""
    shapes: tuple[Box, ...] = ()
    """What else is drawn: areas, curves, slanting strokes."""
    turn: int = 0
    """Quarters by which the page is turned, beyond what it says itself, to set its text upright."""
