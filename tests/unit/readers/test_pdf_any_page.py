"""Whatever stands on a PDF's pages, its reading ends, and each line is somewhere."""

from random import Random

import pytest

from pilcrow.readers.pdf.blocks import assemble, words
from pilcrow.readers.pdf.flow import flow
from pilcrow.readers.pdf.inlines import Vocabulary, Writer
from pilcrow.readers.pdf.layout import lay_out
from pilcrow.readers.pdf.page import Page
from tests.unit.readers.pdf_rows import page, runs

WORDS = (
    "The|1.|2.|(a)|•|Table 1|Region @300 100|1 000|—|*|a|A/79/1|II.|report of|.....|3/6|Contents"
).split("|")
RULES = ((60, 65), (120, 100), (120, 128), (300, 114), (120, 205), (120, 690))


def _page(random: Random, number: int) -> Page:
    placed = (
        runs(
            random.choice(WORDS),
            random.choice((60, 120, 150, 250, 300, random.uniform(0, 500))),
            random.choice((50, 84, 96, 108, 120, 200, 700, 710, random.uniform(0, 800))),
            size=random.choice((0.1, 5, 7, 8.5, 10, 10, 12, 14)),
            bold=random.random() < 0.3,
            italic=random.random() < 0.2,
        )
        for _ in range(random.randint(0, 50))
    )
    rules = tuple(
        (x, y, x + random.uniform(8, 500), y + 1.0)
        for x, y in random.choices(RULES, k=random.randint(0, 6))
    )
    return page(*placed, number=number, rules=rules)


@pytest.mark.parametrize("seed", range(8))
def test_any_page_is_read_to_its_end(seed: int) -> None:
    """Words anywhere, in any size, under any rules: no pass stumbles, and no line is left out."""
    for turn in range(15):
        random = Random(100 * seed + turn)  # noqa: S311 - made pages
        pages = [_page(random, number) for number in range(1, random.randint(2, 4))]
        laid = lay_out(pages)
        lines = [line for each in laid.pages for line in each.lines]
        writer = Writer(source="made.pdf", vocabulary=Vocabulary(lines), links={})
        pieces = flow([(each.text, each.tables, each.drawn) for each in laid.pages], laid.measures)
        assembly = assemble((), pieces, laid.notes, writer, laid.measures)
        assert len(list(words(lines, assembly))) == len(lines)
        count = sum(len(each.furniture) for each in laid.pages) + len(lines)
        assert count <= sum(len(each.runs) for each in pages)
