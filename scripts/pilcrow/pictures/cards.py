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


def figure_cards(cards: Sequence[FigureCard], index: str, figures: int) -> str:
    """A list of cards, each one link to its paragraph, and how they were chosen.

    Empty without cards. `index` is the address of the page with all `figures`.
    """
    if not cards:
        return ""
    shown = make("div")
    listed = make("ul", shown, class_="figure-cards")
    for card in cards:
        node = make("a", make("li", listed), href=card.href)
        make("strong", node, card.figure).tail = " "
        make("span", node, card.counts, class_="counts").tail = " "
        make("span", node, card.place, class_="place")
    chosen = make("p", shown, "The largest counts and sums of money in the text, by size alone: ")
    make("a", chosen, f"all {figures} figures", href=index).tail = "."
    return markup(shown)
