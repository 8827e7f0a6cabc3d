"""Key figures as cards: HTML, for a figure is read, not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pilcrow.pictures.svg import make, markup


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCard:
    """A number of the report as printed, what it counts, and where it stands."""

    figure: str
    counts: str
    place: str
    """`para. 17`."""
    href: str


def figure_cards(cards: Sequence[FigureCard]) -> str:
    """A list of cards, each one link to its paragraph; empty without figures."""
    if not cards:
        return ""
    listed = make("ul", class_="figure-cards")
    for card in cards:
        node = make("a", make("li", listed), href=card.href)
        make("strong", node, card.figure).tail = " "
        make("span", node, card.counts, class_="counts").tail = " "
        make("span", node, card.place, class_="place")
    return markup(listed)
