"""Tables of a PDF: found by rules or columns; their rows, heads, and how they go on over pages."""

from dataclasses import replace
from itertools import pairwise

import pytest

from pilcrow.readers.pdf.continued import OpenTable, go_on, rows_over_pages
from pilcrow.readers.pdf.grids import Grid
from pilcrow.readers.pdf.lines import Line
from pilcrow.readers.pdf.page import Box, Run
from pilcrow.readers.pdf.tables import find_tables
from tests.unit.readers.pdf_rows import MEASURES, lines_of, page, runs, stacked

PROSE = "Many of the States parties reported progress in that direction during this biennium."


def _level(y: float, *edges: float) -> tuple[Box, ...]:
    return tuple((left, y, right - 1, y + 0.5) for left, right in pairwise(edges))


def _tables(
    *parts: tuple[Run, ...],
    rules: tuple[Box, ...] = (),
    bars: tuple[Box, ...] = (),
    carried: tuple[float, ...] | None = None,
) -> tuple[tuple[Line, ...], tuple[tuple[int, int, Grid], ...]]:
    own = page(*parts, rules=rules, bars=bars)
    lines = lines_of(own)
    return lines, find_tables(own, lines, MEASURES, head=60, carried=carried)


def _words(grid: Grid) -> list[list[str]]:
    return [
        [" ".join(piece.run.text for _, glyphs in cell for piece in glyphs) for cell in row]
        for row in grid.rows()
    ]


def _lakes(y: float, *rows: str, leading: float = 12.0) -> tuple[tuple[Run, ...], ...]:
    return stacked(*rows, y=y, leading=leading)


@pytest.mark.parametrize(
    ("above", "rows", "found"),
    [
        ("Table 1", ("Region @250 Lakes", "Africa @250 677"), 2),
        ("as follows:", ("Region @250 Lakes", "Africa @250 677"), 0),
        ("as follows:", ("Region @250 Lakes", "Africa @250 677", "Asia @250 12"), 3),
        ("Table 1", ("Region @250 Lakes", "Africa @281 677 up"), 0),
    ],
)
def test_a_table_without_rules_needs_three_rows_or_a_caption(
    above: str, rows: tuple[str, ...], found: int
) -> None:
    """Words in the same columns; two lines alone may do so by chance."""
    lines, tables = _tables(
        runs(above, 120, 180), *_lakes(200, *rows), runs(PROSE, 120, 200 + 12 * len(rows) + 18)
    )
    assert len(lines) == len(rows) + 2
    assert [end - start for start, end, _ in tables] == ([found] if found else [])


def test_a_table_at_a_pages_foot_may_have_two_rows_there() -> None:
    """The rest stands on the next page."""
    _, tables = _tables(runs(PROSE, 120, 180), *_lakes(200, "Region @250 Lakes", "Africa @250 677"))
    assert [_words(grid) for _, _, grid in tables] == [[["Region", "Lakes"], ["Africa", "677"]]]


def test_words_that_wrap_in_a_cell_are_of_its_row() -> None:
    """Set solid, a line of one column goes on with its cell where the next word had no room."""
    _, tables = _tables(
        *_lakes(
            200,
            "Region @250 Lakes",
            "The whole of the northern @250 100",
            "coast",
            "Southern region @250 107",
            "Total @250 207",
        )
    )
    assert [_words(grid) for _, _, grid in tables] == [
        [
            ["Region", "Lakes"],
            ["The whole of the northern coast", "100"],
            ["Southern region", "107"],
            ["Total", "207"],
        ]
    ]


HEAD = (
    *_level(200, 120, 240, 300, 480),
    *_level(216, 300, 390, 480),
    *_level(232, 120, 240, 300, 390, 480),
)


def test_a_head_has_its_merged_cells_once_and_first() -> None:
    """A cell reaches from rule to rule, however low its words stand in it."""
    _, tables = _tables(
        runs("@360 Variance", 120, 212),
        runs("Category @245 Spent @310 Amount @400 Per cent", 120, 228),
        *stacked("Staff @250 12 @330 3 @420 4", "Travel @250 15 @330 5 @420 6", y=250, leading=15),
        rules=HEAD,
    )
    assert [_words(grid)[:3] for _, _, grid in tables] == [
        [
            ["Category", "Spent", "Variance", ""],
            ["", "", "Amount", "Per cent"],
            ["Staff", "12", "3", "4"],
        ]
    ]


def test_a_head_over_some_columns_only_belongs_to_the_table() -> None:
    """Its rule is short, and the words stand above it."""
    lines, tables = _tables(
        runs("@410 Variance", 120, 172),
        runs("Military contingents @405 $14 @445 49%", 120, 190),
        runs(PROSE, 120, 212),
        rules=(*_level(178, 400, 440, 480), *_level(194, 120, 400, 440, 480)),
    )
    assert [(start, end) for start, end, _ in tables] == [(0, 2)]
    assert _words(tables[0][2]) == [
        ["", "Variance", ""],
        ["Military contingents", "$14", "49%"],
    ]
    assert lines[2].text == PROSE


def test_rows_within_a_row_are_told_column_by_column() -> None:
    """Beside a cell of several lines two others may begin anew; words alone go on with theirs."""
    _, tables = _tables(
        *stacked("Planned outputs @260 Done @310 Remarks", y=212),
        runs("Operation of five aircraft @260 2 @310 Large aircraft", 120, 240),
        runs("and of one airfield,", 120, 252),
        runs("@260 1 @310 Small aircraft", 120, 261),
        runs("all of them old", 120, 264),
        runs("@310 They were underused", 120, 281),
        runs("Archives @260 Yes", 120, 301),
        rules=(*_level(200, 120, 255, 305, 480), *_level(220, 120, 255, 305, 480)),
    )
    assert [_words(grid) for _, _, grid in tables] == [
        [
            ["Planned outputs", "Done", "Remarks"],
            ["Operation of five aircraft and of one airfield, all of them old", "2",
             "Large aircraft"],
            ["", "1", "Small aircraft They were underused"],
            ["Archives", "Yes", ""],
        ]
    ]  # fmt: skip


def test_a_heading_parts_two_tables() -> None:
    """However near their rules are."""
    _, tables = _tables(
        *stacked("Group @300 2022 @400 2023", "Staff @300 12 @400 13", y=212, leading=18),
        runs("C. @150 Cancelled commitments", 120, 270, size=12, bold=True),
        *stacked("Group @300 2022 @400 2023", "Staff @300 14 @400 15", y=302, leading=18),
        rules=(
            *_level(200, 120, 290, 380, 480),
            *_level(218, 120, 290, 380, 480),
            *_level(236, 120, 290, 380, 480),
            *_level(290, 120, 290, 380, 480),
            *_level(308, 120, 290, 380, 480),
            *_level(326, 120, 290, 380, 480),
        ),
    )
    assert [(start, end) for start, end, _ in tables] == [(0, 2), (3, 5)]


@pytest.mark.parametrize("text", [PROSE, "A line of text.", "I. Introduction"])
def test_rules_without_columns_are_no_table(text: str) -> None:
    """A box around a text, or an underlined heading."""
    _, tables = _tables(
        runs(text, 120, 212), rules=(*_level(200, 120, 480), *_level(220, 120, 480))
    )
    assert tables == ()


def _grid(*rows: str, head: float | None = None) -> Grid:
    lines = lines_of(page(*stacked(*rows, y=100)))
    return Grid(lines=lines, columns=(118.0, 248.0), head=head)


@pytest.mark.parametrize(
    ("rows", "head", "again", "goes_on"),
    [
        (("Region @250 Lakes", "Asia @250 12"), 105.0, 1, True),
        (("Asia @250 12", "Europe @250 13"), None, 0, True),
        (("Region @250 Rivers", "Asia @250 12"), 105.0, 0, False),
    ],
)
def test_a_table_goes_on_with_the_same_columns_and_no_other_head(
    rows: tuple[str, ...], head: float | None, again: int, *, goes_on: bool
) -> None:
    """The head printed again is taken off; another head makes another table."""
    before = OpenTable(columns=(118.0, 249.0), head_words=("Region Lakes",))
    grid = _grid(*rows, head=head)
    result = go_on(((0, 2, grid),), 2, before)
    ((_, end, found),) = result.tables
    assert (result.again, found.goes_on, end) == (again, goes_on, 2 - again)
    assert [line.text for line in found.lines] == [line.text for line in grid.lines][again:]
    assert result.open_table is not None
    assert result.open_table.head_words == (before.head_words if goes_on else grid.head_words)


@pytest.mark.parametrize(
    ("rest", "rows"),
    [
        ("coast and islands", [["Region", "Lakes"], ["Northern coast and islands", "677"]]),
        ("(para. 3).", [["Region", "Lakes"], ["Northern (para. 3).", "677"]]),
        ("(a) Asia", [["Region", "Lakes"], ["Northern", "677"], ["(a) Asia", ""]]),
        ("Asia", [["Region", "Lakes"], ["Northern", "677"], ["Asia", ""]]),
        ("asia @250 12", [["Region", "Lakes"], ["Northern", "677"], ["asia", "12"]]),
    ],
)
def test_a_row_that_a_page_cut_is_whole(rest: str, rows: list[list[str]]) -> None:
    """Words that go on in mid-sentence are of the row above; a row with figures or a label not."""
    first = _grid("Region @250 Lakes", "Northern @250 677")
    second = _grid(rest)
    table = replace(first, rest=(replace(second, goes_on=True),))
    assert [
        [" ".join(piece.run.text for _, glyphs in cell for piece in glyphs) for cell in row]
        for row in rows_over_pages(table)
    ] == rows


def test_a_cell_that_a_page_cut_goes_on_beside_rows_of_other_columns() -> None:
    """They stand below its first line; the rest is still of the row that it began."""
    lines = lines_of(
        page(
            runs("Region @250 Teams @320 Place", 120, 80),
            runs("Care of the sick, @250 1 @320 Gao", 120, 100),
            runs("for critical life-", 120, 112),
            runs("@250 2 @320 Bamako", 120, 121),
        )
    )
    first = Grid(lines=lines, columns=(118.0, 248.0, 318.0))
    second = replace(_grid("and limb-saving"), columns=first.columns, goes_on=True)
    table = replace(first, rest=(second,))
    rows = [
        [" ".join(piece.run.text for _, glyphs in cell for piece in glyphs) for cell in row]
        for row in rows_over_pages(table)
    ]
    assert rows == [
        ["Region", "Teams", "Place"],
        ["Care of the sick, for critical life- and limb-saving", "1", "Gao"],
        ["", "2", "Bamako"],
    ]


@pytest.mark.parametrize(
    ("gap", "cells"),
    [
        (7, ["Costs", "36.1", "(6.2)"]),
        (3, ["Costs", "36.1 (6.2)"]),
    ],
)
def test_white_space_through_all_rows_parts_columns_under_one_rule(
    gap: int, cells: list[str]
) -> None:
    """Narrower than a tab, but wider than between words; one stroke may stand over all cells."""
    right = 300 + 20 + gap
    _, tables = _tables(
        runs("Category @301 Cost @327 Amount", 120, 212),
        *stacked(*(f"Costs @300 36.1 @{right} (6.2)",) * 3, y=240, leading=15),
        runs(PROSE, 120, 310),
        rules=(*_level(200, 120, 480), *_level(220, 120, 480), *_level(280, 120, 480)),
    )
    assert [_words(grid)[1:] for _, _, grid in tables] == [[cells] * 3]


@pytest.mark.parametrize("edges", [(300, 390, 480), (300, 480)])
def test_one_stroke_over_several_cells_merges_none(edges: tuple[float, ...]) -> None:
    """Some draw a stroke for each cell, others one over all that need it."""
    _, tables = _tables(
        runs("@360 Variance", 120, 212),
        runs("Category @310 Amount @400 Share", 120, 228),
        *stacked("Staff @330 3 @420 4", "Travel @330 5 @420 6", y=250, leading=15),
        rules=(*_level(200, 120, 480), *_level(216, *edges), *_level(232, 120, 480)),
    )
    assert [_words(grid)[:3] for _, _, grid in tables] == [
        [["Category", "Variance", ""], ["", "Amount", "Share"], ["Staff", "3", "4"]]
    ]


@pytest.mark.parametrize(
    ("words", "x", "size", "rows"),
    [
        ("Archives", 120, 10, [["Staff", "12"], ["Travel", "15"], ["Archives", ""]]),
        ("Archives", 90, 12, [["Staff", "12"], ["Travel", "15"]]),
    ],
)
def test_a_bold_row_at_a_pages_foot_is_over_rows_to_come(
    words: str, x: float, size: float, rows: list[list[str]]
) -> None:
    """A heading does not stand there, but one that begins elsewhere is no row."""
    _, tables = _tables(
        runs("Category @300 Amount", 120, 212),
        *stacked("Staff @300 12", "Travel @300 15", y=232, leading=15),
        runs(words, x, 265, size=size, bold=True),
        rules=(*_level(200, 120, 290, 480), *_level(216, 120, 290, 480)),
    )
    assert [_words(grid)[1:] for _, _, grid in tables] == [rows]


def test_a_heading_below_a_table_makes_no_column_of_it() -> None:
    """Its label stands left of the table."""
    _, tables = _tables(
        runs("Category @300 Amount", 120, 212),
        runs("Staff @300 12", 120, 232),
        runs("B. @120 Balance", 98, 257, size=12, bold=True),
        runs("(Thousands of dollars)", 120, 275, size=7),
        rules=(*_level(200, 120, 480), *_level(216, 120, 480), *_level(236, 120, 480)),
    )
    assert [_words(grid) for _, _, grid in tables] == [[["Category", "Amount"], ["Staff", "12"]]]


def _bars(top: float, bottom: float, *places: float) -> tuple[Box, ...]:
    return tuple((x, top, x + 0.5, bottom) for x in places)


@pytest.mark.parametrize("inner", [(240, 300), ()])
def test_between_upright_strokes_each_cell_is_whole(inner: tuple[float, ...]) -> None:
    """However its lines stand to those beside it; running text in a cell is no end of a table."""
    lines, tables = _tables(
        runs("Aim @250 State @310 Remarks", 120, 212),
        runs("Train judges @250 Done @310 All of them were", 120, 232),
        runs("and clerks @250 late @310 trained in May", 120, 244),
        runs("@310 and in June", 120, 256),
        runs("Buy @250 Open @310 Many of the States parties", 120, 276),
        runs("@310 reported progress", 120, 288),
        rules=(
            *_level(200, 118, 480),
            *_level(220, 118, 480),
            *_level(262, 118, 480),
            *_level(294, 118, 480),
        ),
        bars=_bars(200, 294, 118, 480, *inner),
    )
    if not inner:
        assert not any(grid.bars for _, _, grid in tables)
        return
    assert [(start, end) for start, end, _ in tables] == [(0, len(lines))]
    assert _words(tables[0][2]) == [
        ["Aim", "State", "Remarks"],
        ["Train judges and clerks", "Done late", "All of them were trained in May and in June"],
        ["Buy", "Open", "Many of the States parties reported progress"],
    ]


def test_a_cell_over_several_columns_counts_where_it_begins() -> None:
    """No stroke stands between its columns at its height."""
    _, tables = _tables(
        runs("Aim @330 Amount", 120, 212),
        runs("@250 2023 @310 2024", 120, 232),
        runs("Staff @250 12 @310 13", 120, 252),
        rules=(
            *_level(200, 118, 480),
            *_level(218, 240, 480),
            *_level(238, 118, 480),
            *_level(258, 118, 480),
        ),
        bars=(*_bars(200, 258, 118, 240, 480), *_bars(218, 258, 300)),
    )
    assert [_words(grid) for _, _, grid in tables] == [
        [["Aim", "Amount", ""], ["", "2023", "2024"], ["Staff", "12", "13"]]
    ]


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        ("developing States", [["Asia, with small developing States", "200"]]),
        ("Oceania", [["Asia, with small", "200"], ["Oceania", ""]]),
    ],
)
def test_lines_of_a_cell_may_stand_far_apart_if_they_are_one_sentence(
    second: str, rows: list[list[str]]
) -> None:
    """Rows stand further apart still."""
    _, tables = _tables(
        runs("Region @300 Lakes", 120, 212),
        runs("Africa @300 677", 120, 236),
        runs("Asia, with small @300 200", 120, 256),
        runs(second, 120, 270),
        runs("Europe @300 12", 120, 290),
        rules=(*_level(200, 120, 290, 480), *_level(218, 120, 290, 480), *_level(296, 120, 480)),
    )
    assert [_words(grid)[2:-1] for _, _, grid in tables] == [rows]
