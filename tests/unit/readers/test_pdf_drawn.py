"""What a page draws beside its text, told apart: strokes, frames, grids, and other shapes."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.process import opened


def _page(draw: Callable[[Canvas], object], *, turned: bool = False) -> Page:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    if turned:
        canvas.setPageRotation(90)
    draw(canvas)
    canvas.drawString(100, 100, "Words that stand upright on the page as it is")
    canvas.save()
    with opened(stream.getvalue(), "made.pdf") as document:
        (page,) = document.pages
    return page


def _grid(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for x in (100, 200, 300):
        path.moveTo(x, 400)
        path.lineTo(x, 500)
    for y in (400, 450, 500):
        path.moveTo(100, y)
        path.lineTo(300, y)
    canvas.drawPath(path)


@pytest.mark.parametrize(
    ("draw", "rules", "bars", "shapes"),
    [
        (lambda canvas: canvas.line(100, 400, 300, 400), 1, 0, 0),
        (lambda canvas: canvas.line(100, 400, 100, 500), 0, 1, 0),
        (lambda canvas: canvas.rect(100, 400, 200, 1, stroke=0, fill=1), 1, 0, 0),
        (lambda canvas: canvas.rect(100, 400, 200, 100), 2, 2, 0),
        (_grid, 3, 3, 0),
        (lambda canvas: canvas.rect(100, 400, 200, 100, stroke=0, fill=1), 0, 0, 1),
        (lambda canvas: canvas.line(100, 400, 300, 500), 0, 0, 1),
        (lambda canvas: canvas.circle(200, 450, 50), 0, 0, 1),
    ],
)
def test_strokes_are_told_from_shapes(
    draw: Callable[[Canvas], object], rules: int, bars: int, shapes: int
) -> None:
    """A frame or a grid drawn in one go is its strokes; an area or a curve is none."""
    page = _page(draw)
    assert (len(page.rules), len(page.bars), len(page.shapes)) == (rules, bars, shapes)


def test_a_frame_stands_where_it_is_drawn() -> None:
    """Its strokes lie on its sides, from the upper left corner of the page."""
    page = _page(lambda canvas: canvas.rect(100, 400, 200, 100))
    height = page.height
    assert [tuple(map(round, rule)) for rule in sorted(page.rules, key=lambda rule: rule[1])] == [
        (100, round(height - 500), 300, round(height - 500)),
        (100, round(height - 400), 300, round(height - 400)),
    ]
    assert sorted({round(bar[0]) for bar in page.bars}) == [100, 300]
