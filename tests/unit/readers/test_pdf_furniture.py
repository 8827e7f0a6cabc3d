"""Furniture of a PDF's pages: what repeats at the edges, and the document's symbol there."""

import pytest

from pilcrow.readers.pdf.furniture import furniture_rows, own_symbols
from pilcrow.readers.pdf.page import Page
from tests.unit.readers.pdf_rows import page, rows_of, runs


def _furniture(*pages: Page) -> list[list[str]]:
    own = [(each, rows_of(each)) for each in pages]
    found = furniture_rows(own)
    return [
        [row.text for index, row in enumerate(rows) if index in dropped]
        for (_, rows), dropped in zip(own, found, strict=True)
    ]


BODY = (runs("1. The report is submitted", 120, 300), runs("pursuant to it.", 120, 312))
MASTHEAD = runs("A/79/555", 480, 50)


@pytest.mark.parametrize(
    ("first", "edge", "y", "dropped"),
    [
        (MASTHEAD, "A/79/555", 50, True),
        (MASTHEAD, "2/6 @400 24-11223", 770, True),
        (MASTHEAD, "GE.24-11223 @400 2", 770, True),
        (runs("A note", 120, 200), "ECE/TRANS/WP.1/2020/7", 50, True),
        (MASTHEAD, "A/78/100", 50, False),
        (MASTHEAD, "of the Convention", 60, False),
        (MASTHEAD, "A/79/555", 400, False),
    ],
)
def test_a_symbol_or_job_number_at_an_edge_is_furniture(
    first: tuple[object, ...], edge: str, y: float, *, dropped: bool
) -> None:
    """On one page already; another document's symbol and a text there are none."""
    pages = (
        page(first, *BODY),  # type: ignore[arg-type]
        page(runs(edge, 120, y), *BODY, number=2),
    )
    assert bool(_furniture(*pages)[1]) is dropped


def test_what_comes_again_at_one_height_is_furniture_its_numbers_aside() -> None:
    """A running title with the number of its page is the same on each."""
    pages = [
        page(runs(f"Report on rivers @400 {number}", 120, 40), *BODY, number=number)
        for number in range(1, 6)
    ]
    found = _furniture(*pages)
    assert found[1:] == [[f"Report on rivers {number}"] for number in range(2, 6)]
    assert found[0] == []


@pytest.mark.parametrize(
    ("foot", "y", "dropped"),
    [
        ("GE.19-00825(E)", 690, True),
        ("24-11224 (E) 150426", 750, True),
        ("*2411224*", 750, True),
        ("GE.19-00825(E)", 500, False),
        ("Geneva, 2019", 690, False),
    ],
)
def test_the_first_page_has_its_job_number_over_its_foot(
    foot: str, y: float, *, dropped: bool
) -> None:
    """Higher than other feet stand; in the middle of the page it is text."""
    found = _furniture(page(MASTHEAD, *BODY, runs(foot, 60, y)))
    assert found[0] == ([foot] if dropped else [])


def test_the_symbol_is_the_mastheads_else_that_over_most_pages() -> None:
    """A symbol that only some page cites is not the document's."""
    bare = page(*BODY)
    others = [page(runs("A/HRC/55/23", 120, 50), *BODY, number=number) for number in (2, 3, 4)]

    def symbols(*pages: Page) -> tuple[str, ...]:
        return own_symbols([(each, rows_of(each)) for each in pages])

    assert symbols(page(MASTHEAD, *BODY), *others) == ("A/79/555",)
    assert symbols(bare, *others) == ("A/HRC/55/23",)
    assert symbols(bare, page(*BODY, number=2), page(*BODY, number=3), others[2]) == ()
    assert symbols() == ()
