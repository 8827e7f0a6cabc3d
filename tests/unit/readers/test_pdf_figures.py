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


def _chart(canvas: Canvas, x: float, y: float) -> None:
    """Columns on an axis, with small words below and at the left of it."""
    for column, height in enumerate((40, 90, 60)):
        canvas.rect(x + 60 + 60 * column, y + 20, 30, height, fill=1)
    canvas.line(x + 40, y + 20, x + 260, y + 20)
    canvas.setFont("Helvetica", 7)
    for column, words in enumerate(("Africa", "Asia", "Europe")):
        canvas.drawString(x + 62 + 60 * column, y + 9, words)
    canvas.drawString(x + 22, y + 80, "1 000")


LABELS = "1 000 Africa Asia Europe"
NAMED = Made(words="Figure I. Growth of made-up affairs")
CHART = Made(words="", drawing=_chart, height=120)


@pytest.mark.parametrize("pieces", [(CAPTION, TITLE, CHART), (NAMED, CHART), (CHART, NAMED)])
def test_a_figure_drawn_with_lines_is_a_picture_with_its_words_behind_it(
    pieces: tuple[Made, ...],
) -> None:
    """Its caption stands above or below; the words in it are in no paragraph's sentences."""
    report = _report(*pieces)
    (figure,) = report.walk_figures()
    assert figure.alt.replace(".", "") == "Figure I Growth of made-up affairs"
    sized = read_picture(figure.picture.content)
    assert isinstance(sized, Sized)
    assert 260 < figure.width < 340
    assert 120 < figure.height < 180
    assert open_rules(report) == set()
    assert report.ledger.lost == 0
    assert paragraphs(report)["para-1"].removeprefix(f"{SENTENCE} One. ") == (
        f"{figure.alt} {LABELS}"
    )
    assert paragraphs(report)["para-2"] == f"{SENTENCE} Two."


def _shade(canvas: Canvas, x: float, y: float) -> None:
    """A grey area with lines of running text on it."""
    canvas.setFillGray(0.9)
    canvas.rect(x, y, 410, 60, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont("Times-Roman", 10)
    for line in range(3):
        canvas.drawString(x + 4, y + 44 - 13 * line, SENTENCE)


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        ((CHART,), False),
        ((Made(words="Table 1. Growth of made-up affairs"), CHART), False),
        ((NAMED, Made(words="", drawing=_shade, height=60)), True),
    ],
)
def test_what_is_drawn_without_a_figures_caption_or_under_text_is_no_figure(
    pieces: tuple[Made, ...], *, told: bool
) -> None:
    """A caption of a figure beside which none is found is told."""
    report = _report(*pieces)
    assert not list(report.walk_figures())
    assert ("figure-left-out" in {each.rule for each in report.problems}) == told
    assert report.ledger.lost == 0
