"""Figures of PDF files: pictures of the text are drawn, those of the page's furniture are not."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pilcrow.model import Report, plain
from pilcrow.pipeline import convert
from pilcrow.readers.pictures import Sized, read_picture
from tests.unit.made_up import open_rules, paragraphs
from tests.unit.readers.pdf_file import Made, pdf_file
from tests.unit.readers.word_file import png

SENTENCE = "The Commission took note of the report on made-up affairs and asked for another one."
BLUE = b"\x40\x80\xc0"


def _picture(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawImage(ImageReader(io.BytesIO(png(30, 20, colour=BLUE))), x, y, 300, 200)


def _strips(canvas: Canvas, x: float, y: float) -> None:
    for strip in range(4):
        canvas.drawImage(
            ImageReader(io.BytesIO(png(30, 5, colour=BLUE))), x, y + 50 * strip, 300, 50
        )


def _small(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawImage(ImageReader(io.BytesIO(png(5, 5))), x, y, 10, 10)


def _lines(canvas: Canvas, x: float, y: float) -> None:
    for bar in range(5):
        canvas.rect(x + 40 * bar, y, 30, 20 * (bar + 1), fill=1)


def _emblems(canvas: Canvas, x: float, y: float) -> None:
    """An emblem in the masthead and a sign in the foot of page 1."""
    del x, y
    canvas.drawImage(ImageReader(io.BytesIO(png(9, 9))), 90, 700, 60, 60)
    canvas.drawImage(ImageReader(io.BytesIO(png(9, 9))), 250, 20, 50, 40)


def _report(*pieces: Made) -> Report:
    return convert(
        pdf_file(
            Made(words="Introduction", label="I.", heading=1),
            Made(words=f"{SENTENCE} One.", label="1."),
            *pieces,
            Made(words=f"{SENTENCE} Two.", label="2."),
            Made(words=f"{SENTENCE} Three.", label="3."),
        ),
        "source.pdf",
    )


CAPTION = Made(words="Figure I", heading=3)
TITLE = Made(words="Growth of made-up affairs", heading=3)


@pytest.mark.parametrize("drawing", [_picture, _strips])
def test_a_picture_is_drawn_where_it_stands_with_its_caption(drawing: object) -> None:
    """Whole or cut into strips; every paragraph is there, and the same bytes come each time."""
    shown = Made(words="", drawing=drawing, height=200)  # type: ignore[arg-type]
    report = _report(CAPTION, TITLE, shown)
    (figure,) = report.walk_figures()
    assert plain(figure.caption) == figure.alt == "Figure I Growth of made-up affairs"
    assert (figure.width, figure.height) == (400, 267)
    read = read_picture(figure.picture.content)
    assert isinstance(read, Sized)
    assert (read.width, read.height) == (600, 400)
    assert paragraphs(report) == {
        "para-1": f"{SENTENCE} One. Figure I Growth of made-up affairs",
        "para-2": f"{SENTENCE} Two.",
        "para-3": f"{SENTENCE} Three.",
    }
    assert report.ledger.lost == 0
    assert not open_rules(report)
    (again,) = _report(CAPTION, TITLE, shown).walk_figures()
    assert again.picture.name == figure.picture.name


def test_emblems_and_signs_are_no_figures() -> None:
    """Above the title, in the page's foot, or smaller than a word."""
    report = _report(
        Made(words="", drawing=_emblems, height=1), Made(words="", drawing=_small, height=10)
    )
    assert not list(report.walk_figures())
    assert not {each.rule for each in report.problems if "figure" in each.rule}


def test_a_figure_drawn_with_lines_is_told() -> None:
    """Its caption stands, and a notice says what is missing."""
    report = _report(CAPTION, TITLE, Made(words="", drawing=_lines, height=120))
    assert not list(report.walk_figures())
    (notice,) = (each for each in report.problems if each.rule == "figure-left-out")
    assert notice.settled_by
    assert report.ledger.lost == 0
