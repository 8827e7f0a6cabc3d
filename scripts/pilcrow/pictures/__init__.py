"""Pictures of a report, made at build: plain SVG and HTML that need no script to be read.

All of them are text from values: no file is read, and names are escaped whatever they hold.
"""

from pilcrow.pictures.cards import FigureCard, figure_cards
from pilcrow.pictures.shape import Chapter, Part, ScaledParagraph, draw_shape
from pilcrow.pictures.states import DISCLAIMER, StateCount, draw_small_states, draw_states
from pilcrow.pictures.timeline import DatedEvent, draw_timeline

__all__ = [
    "DISCLAIMER",
    "Chapter",
    "DatedEvent",
    "FigureCard",
    "Part",
    "ScaledParagraph",
    "StateCount",
    "draw_shape",
    "draw_small_states",
    "draw_states",
    "draw_timeline",
    "figure_cards",
]
