"""Tables of a page: figures to the right, and no heading without words."""

from xml.etree.ElementTree import Element, SubElement

import pytest

from pilcrow.site.tables import prepare_tables

TABLE = (
    ("Category", "", "Number"),
    ("", "Apportionment", "(2)=(1)x2"),
    ("Military observers", "28 587.8", "Yes"),
    ("Contingents", "(14 115.9)", "1"),
    ("2024", "–", "2"),
    ("Total", "4 564.5a", "No"),
)


def _table(rows: tuple[tuple[str, ...], ...]) -> Element:
    root = Element("div")
    table = SubElement(root, "table")
    for place, row in enumerate(rows):
        line = SubElement(table, "tr")
        for text in row:
            SubElement(line, "td" if place else "th").text = text
    return root


def test_a_column_of_figures_ends_at_one_line_from_its_heading_down() -> None:
    """Brackets, signs, spaces, notes' letters, dashes; not the first column, nor one of words."""
    root = _table(TABLE)
    prepare_tables(root)
    for row in root.iter("tr"):
        assert [cell.get("align") for cell in row] == [None, "right", None]
        assert ["".join(cell.itertext()) for cell in row] in [list(each) for each in TABLE]


def test_a_column_s_heading_without_words_is_a_plain_cell() -> None:
    """A screen reader would announce a heading of nothing; one with a picture is not empty."""
    root = _table(TABLE)
    SubElement(root[0][0][1], "img")
    prepare_tables(root)
    assert [cell.tag for cell in root[0][0]] == ["th", "th", "th"]
    root = _table(TABLE)
    prepare_tables(root)
    assert [cell.tag for cell in root[0][0]] == ["th", "td", "th"]


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        (("Amount", "12%", "1,5"), True),
        (("1", "2 users"), False),
        (("none", "–", ".."), False),
        (("1", "Percentage", "2"), False),
        (("US$", "$5", "€ 6.1"), True),
        (("2024", "2025"), True),
    ],
)
def test_which_columns_hold_figures(cells: tuple[str, ...], right: bool) -> None:  # noqa: FBT001
    """A figure, and from the first on nothing else."""
    root = _table(tuple(("row", cell) for cell in cells))
    prepare_tables(root)
    assert (root[0][-1][1].get("align") == "right") is right


def test_what_the_page_says_itself_stays_and_rows_may_be_short() -> None:
    """Alignment by Markdown counts; a row may lack its last cells."""
    root = _table((("a", "b", "c"), ("d", "1"), ("e", "2", "3")))
    root[0][1][1].set("align", "center")
    prepare_tables(root)
    assert [[cell.get("align") for cell in row] for row in root[0]] == [
        [None, "right", "right"], [None, "center"], [None, "right", "right"],
    ]  # fmt: skip
