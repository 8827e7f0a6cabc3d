"""Frames around texts of a PDF: known by four strokes, whatever else is drawn."""

import pytest

from pilcrow.readers.pdf.barred import boxes
from pilcrow.readers.pdf.page import Box

TOP, FOOT = (100.0, 200.0, 500.0, 200.5), (100.0, 300.0, 500.0, 300.5)
LEFT, RIGHT = (100.0, 200.0, 100.5, 300.5), (499.5, 200.0, 500.0, 300.5)
FRAME = (100.0, 200.0, 500.0, 300.5)


@pytest.mark.parametrize(
    ("rules", "bars", "found"),
    [
        ((TOP, FOOT), (LEFT, RIGHT), (FRAME,)),
        ((FOOT, TOP), (RIGHT, LEFT), (FRAME,)),
        ((TOP, FOOT), (LEFT,), ()),
        ((TOP, FOOT), (LEFT, (499.5, 200.0, 500.0, 280.0)), ()),
        ((TOP, FOOT), (LEFT, (499.5, 220.0, 500.0, 300.5)), ()),
        ((TOP, (100.0, 300.0, 400.0, 300.5)), (LEFT, RIGHT), ()),
        ((TOP, (100.0, 205.0, 500.0, 205.5)), (LEFT, RIGHT), ()),
        (((0.0, 10.0, 600.0, 10.5), (0.0, 790.0, 600.0, 790.5)),
         ((0.0, 10.0, 0.5, 790.5), (599.5, 10.0, 600.0, 790.5)), ()),
    ],
)  # fmt: skip
def test_a_frame_has_four_sides(
    rules: tuple[Box, ...], bars: tuple[Box, ...], found: tuple[Box, ...]
) -> None:
    """Level strokes over each other, an upright one at either end of both; not the whole page."""
    assert boxes(rules, bars, height=800) == found


@pytest.mark.parametrize(("more", "found"), [(900, (FRAME,)), (1000, ())])
def test_a_page_full_of_strokes_is_a_drawing(more: int, found: tuple[Box, ...]) -> None:
    """Hatching has no frames, and to pair its strokes would take long."""
    hatching = tuple((10.0 + at / 100, 400.0, 11.0 + at / 100, 400.5) for at in range(more))
    assert boxes((TOP, FOOT, *hatching), (LEFT, RIGHT), height=800) == found
    assert boxes((TOP, FOOT), (LEFT, RIGHT, *hatching), height=800) == found
