"""Lines of a PDF to paragraphs, headings and entries of the contents, as the page sets them."""

import pytest

from pilcrow.readers.pdf.blocks import assemble
from pilcrow.readers.pdf.flow import Entry, flow
from pilcrow.readers.pdf.head import known_of
from pilcrow.readers.pdf.head import stacked as parts_of
from pilcrow.readers.pdf.headings import is_heading, set_off
from pilcrow.readers.pdf.inlines import Vocabulary, Writer
from pilcrow.readers.pdf.lines import measure
from pilcrow.readers.pdf.page import Page, Run
from pilcrow.readers.pdf.paragraphs import Paragraph, is_set_in, paragraphs
from pilcrow.readers.reading import Known
from tests.unit.readers.pdf_rows import MEASURES, lines_of, page, rows_of, runs, stacked

FULL = "1. @150 The share of households connected to some network rose from 41 to"
REST = "@120 52 per cent, while the gap between rural and urban areas narrowed still."


def _texts(*parts: tuple[Run, ...]) -> list[str]:
    return [found.text for found in paragraphs(lines_of(page(*parts)), MEASURES)]


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        (stacked(FULL, REST), 1),
        (stacked(FULL, REST, leading=18), 2),
        (stacked(FULL, "2. @150 The Committee"), 2),
        (stacked("Notes", "1/ @150 See S/2044/53."), 2),
        (stacked("• Barriers at crossings;", "• Light signals."), 2),
        (stacked("Table 1", "Lakes by region", italic=True), 2),
        (stacked("Table 1 shows the lakes of the many regions that the present report", REST), 1),
        (stacked("2026: @160 National reviews and", "@160 appraisals"), 1),
        (stacked("A short line that ends.", "The next of them"), 2),
    ],
)
def test_paragraphs_begin_where_the_page_shows_it(
    parts: tuple[tuple[Run, ...], ...], count: int
) -> None:
    """By space, label, bullet, indent, or because the line before was ended on purpose."""
    found = _texts(*parts)
    assert len(found) == count
    assert " ".join(found).split() == " ".join(
        run.text for part in parts for run in part
    ).split()  # fmt: skip


def _flow(*pages: Page) -> list[tuple[str, str]]:
    pieces = flow([(lines_of(each), (), ()) for each in pages], MEASURES)
    return [
        (type(piece).__name__, " ".join(line.text for line in piece.lines))
        for piece in pieces
        if isinstance(piece, Paragraph | Entry)
    ]


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (stacked("access to water."), 1),
        (stacked("Closure of the camp", bold=True), 2),
        (stacked("Management of containers", italic=True), 2),
        (stacked("2. @150 The Committee"), 2),
    ],
)
def test_a_paragraph_goes_on_over_a_page_but_for_what_stands_out(
    second: tuple[tuple[Run, ...], ...], count: int
) -> None:
    """A heading at a page's head ends the paragraph before it, full as its last line is."""
    ending = REST if count > 1 else REST.replace("narrowed still.", "narrowed for")
    found = _flow(page(*stacked(FULL, ending, y=700)), page(*second, number=2))
    assert len(found) == count


def test_contents_keep_an_entry_of_several_lines_whole() -> None:
    """Over a page too; what follows them is text again."""
    dots = ". . . . . . . ."
    found = _flow(
        page(
            runs("Contents", 120, 100, size=14),
            runs(f"I. @150 Introduction {dots} @470 3", 120, 130),
            runs("II. @150 Progress made in the @470 4", 120, 148),
            runs(f"@150 implementation {dots}", 120, 160),
            runs(f"III. @150 Conclusions {dots} @470 5", 120, 178),
        ),
        page(
            runs(f"Annex {dots} @470 7", 120, 100),
            runs("I. @150 Introduction", 120, 140, size=14, bold=True),
            number=2,
        ),
    )
    assert [kind for kind, _ in found] == ["Entry"] * 5 + ["Paragraph"]
    assert found[2][1] == f"II. Progress made in the 4 implementation {dots}"


@pytest.mark.parametrize(
    ("text", "style", "heading"),
    [
        ("I. @150 Introduction", {"size": 14.0, "bold": True}, True),
        ("1. @150 Levels", {"bold": True}, True),
        ("Laboratories", {"italic": True}, True),
        ("The General Assembly,", {"italic": True}, False),
        ("(Thousands of United States dollars)", {"italic": True}, False),
        ("1. @150 Takes note of the report.", {"bold": True}, False),
        ("Introduction", {}, False),
        ("2 310", {"bold": True}, False),
        ("LAKES OF RURITANIA", {}, True),
        ("LAKES OF RURITANIA,", {}, True),
    ],
)
def test_headings_are_set_apart_and_are_no_sentences(
    text: str, style: dict[str, float | bool], *, heading: bool
) -> None:
    """Larger, bold, in italics or in capitals; the organ that opens a preamble is none."""
    (found,) = paragraphs(lines_of(page(runs(text, 120, 200, **style))), MEASURES)  # type: ignore[arg-type]
    assert is_heading(found, MEASURES) is heading


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Lakes of Ruritania", True),
        ("Lakes of the General Assembly, and rivers", True),
        ("The General Assembly,", False),
        ("[“The General Assembly,]", False),
    ],
)
def test_what_is_underlined_is_a_heading_but_for_what_begins_a_resolution(
    words: str, *, heading: bool
) -> None:
    """Typewritten documents have no italics; a quoted resolution begins like any other."""
    made = runs(words, 120, 200)
    under = (made[0].x0, 201.5, made[-1].x1, 202.0)
    (found,) = paragraphs(lines_of(page(made, rules=(under,))), MEASURES)
    assert found.first.underlined
    assert is_heading(found, MEASURES) is heading


@pytest.mark.parametrize(("space", "headings"), [(24.0, {2, 3, 4}), (18.0, set())])
def test_a_list_with_the_space_of_headings_above_is_of_headings(
    space: float, headings: set[int]
) -> None:
    """The lowest headings of Geneva are set like the text, only further apart."""
    parts = [
        runs("1. @150 The following terms are used in all of the document:", 120, 100),
        runs("2. @150 Some nomenclature:", 120, 118),
    ]
    y = 118.0
    for letter in "abc":
        y += space
        parts.append(runs(f"({letter}) @150 Block: data that is appended.", 120, y))
    y += 24
    parts.append(runs("1. @150 Blockchain", 120, y, bold=True))
    for number in (3, 4, 5):
        y += 18
        parts.append(runs(f"{number}. @150 Ledgers are lists of records.", 120, y))
    pieces = paragraphs(lines_of(page(*parts)), MEASURES)
    known = {index for index, piece in enumerate(pieces) if is_heading(piece, MEASURES)}
    assert known == {5}
    assert set_off(pieces, known) == headings


def test_the_title_stands_behind_the_session_however_large_the_organs_are() -> None:
    """Names of organs are set in large type too; a subtitle is smaller."""
    lines = lines_of(
        page(
            runs("Economic Commission for Europe", 60, 230, size=14, bold=True),
            runs("Executive Committee", 60, 255, size=14),
            runs("Twenty-fifth session", 60, 300, bold=True),
            runs("White paper on blockchain", 120, 380, size=14, bold=True),
            runs("for trade", 120, 395, size=14, bold=True),
            runs("An introduction", 120, 412, size=12, bold=True),
        )
    )
    assert known_of(lines, MEASURES, 800) == (
        (Known.MASTHEAD, None),
        (Known.MASTHEAD, None),
        (Known.MASTHEAD, None),
        (Known.TITLE, 1),
        (Known.TITLE, 1),
        (Known.TITLE, 2),
    )


def test_an_organ_in_large_type_is_no_title_where_none_is_large() -> None:
    """In typewritten documents the title is set like the text: its words decide."""
    lines = lines_of(
        page(
            runs("Security Council", 120, 200, size=14, bold=True),
            runs("Fifty-third session", 60, 240),
            runs("THE SITUATION IN AFGHANISTAN", 160, 300),
        )
    )
    assert known_of(lines, MEASURES, 800) == ((None, None),) * 3


@pytest.mark.parametrize(
    ("below", "size", "titles"),
    [
        (15, 14, ["A white paper on trade- and time-saving"]),
        (30, 14, ["A white paper on trade-", "and time-saving"]),
        (15, 12, ["A white paper on trade-", "and time-saving"]),
    ],
)
def test_the_lines_of_a_title_are_one_part_of_the_head(
    below: float, size: float, titles: list[str]
) -> None:
    """Set alike and without a gap; what stands apart or is smaller is the next part."""
    lines = lines_of(
        page(
            runs("Twenty-fifth session", 60, 300, bold=True),
            runs("A white paper on trade-", 120, 380, size=14, bold=True),
            runs("and time-saving", 120, 380 + below, size=size, bold=True),
        )
    )
    known = known_of(lines, MEASURES, 800)
    head = [(line, *each) for line, each in zip(lines, known, strict=True)]
    found = [
        " ".join(line.text for line in part)
        for part, kind, _ in parts_of(head)
        if kind is Known.TITLE
    ]
    assert found == titles


@pytest.mark.parametrize(
    ("words", "framed", "heading"),
    [
        ("Lakes of Ruritania", True, False),
        ("Lakes of Ruritania", False, True),
        ("II. @150 Lakes of Ruritania", True, True),
    ],
)
def test_what_heads_a_box_is_no_heading_of_the_report(
    words: str, *, framed: bool, heading: bool
) -> None:
    """A frame stands around it and its text; a labelled heading is one wherever it stands."""
    sides = ((118.0, 180.0, 118.5, 260.0), (482.0, 180.0, 482.5, 260.0))
    own = page(
        runs(words, 122, 200, bold=True),
        rules=((118, 180, 482.5, 180.5), (118, 259.5, 482.5, 260)),
        bars=sides if framed else sides[:1],
    )
    (found,) = paragraphs(lines_of(own), MEASURES)
    assert is_heading(found, MEASURES) is heading


@pytest.mark.parametrize(
    ("texts", "x", "set_in"),
    [
        (("Every person has the right to that at the places named", "and to this."), 143, True),
        (("Every person has the right to that at the places named", "and to this."), 120, False),
        (("1. @160 Every person has the right to all of that at the", "places."), 143, True),
        (
            (
                "Every person has the right to all that at the places so named here by us",
                "and this.",
            ),
            143,
            False,
        ),
        (("Every person has the right to that.",), 143, False),
    ],
)
def test_a_quotation_stands_in_from_both_sides(
    texts: tuple[str, ...], x: float, *, set_in: bool
) -> None:
    """Its lines end where the next word had room in the column; a single line shows nothing."""
    (found,) = paragraphs(lines_of(page(*stacked(*texts, x=x))), MEASURES)
    assert is_set_in(found) is set_in


@pytest.mark.parametrize(
    ("first", "set_in"),
    [
        ("1. @170 household household household household household household", False),
        ("households households households households households household", True),
    ],
)
def test_a_labelled_text_whose_lines_end_alike_by_chance_is_no_quotation(
    first: str, *, set_in: bool
) -> None:
    """No word had room at their ends, as in a ragged list; without a label it is a quotation."""
    second = "households households households households households household"
    (found,) = paragraphs(lines_of(page(*stacked(first, second, "households.", x=145))), MEASURES)
    assert is_set_in(found) is set_in


@pytest.mark.parametrize(
    ("before", "known"),
    [
        ("1. @150 The article reads:", [Known.TEXT, Known.QUOTE, Known.QUOTE]),
        ("1. @150 The article is short.", [Known.TEXT, Known.TEXT, Known.TEXT]),
    ],
)
def test_a_text_set_in_is_a_quotation_where_one_is_announced(
    before: str, known: list[Known]
) -> None:
    """Its numbers are those of what it quotes; else it may be an annex set in a narrower column.

    What stands under a quotation and is no wider goes on with it.
    """
    quoted = ("Every person has the right to that at the places named", "and to this.")
    lines = lines_of(
        page(
            runs(before, 120, 200),
            *stacked(f"1. @160 {quoted[0]}", quoted[1], x=143, y=224),
            runs("2. @160 No one has another.", 143, 260),
        )
    )
    writer = Writer(source="made.pdf", vocabulary=Vocabulary(lines), links={})
    pieces = flow([(lines, (), ())], MEASURES)
    assembly = assemble((), pieces, (), writer, MEASURES)
    assert [block.known for block in assembly.blocks] == known


def test_the_left_column_ends_where_its_lines_do() -> None:
    """Not at the gutter: what stands in from one side would seem to stand in the middle."""
    full = "Words of the text that fill the column so"
    own = page(*(runs(full, x, 100 + 12 * line) for x in (60, 318) for line in range(30)))
    measures = measure([(own.width, rows_of(own))])
    assert measures.gutter == 318.0
    (start, *_) = (line for line in lines_of(own, measures) if line.column.left < 318)
    assert start.column.right == measures.inner == round(start.x1)


@pytest.mark.parametrize(
    ("first", "second", "glued"),
    [
        ("progress in the territory. 1/", "Authority in it", False),
        ("resolution A/RES/16/", "30 on lakes", True),
        ("and in resolution 16/", "30 on lakes", True),
        ("programmes and/", "or projects", True),
        ("the words of the", "text", False),
    ],
)
def test_a_notes_mark_at_a_lines_end_is_not_glued_to_the_next(
    first: str, second: str, *, glued: bool
) -> None:
    """A stroke joins what a line's end cut, unless it ends a mark."""
    lines = lines_of(page(*stacked(first, second)))
    writer = Writer(source="made.pdf", vocabulary=Vocabulary(lines), links={})
    assert writer.closing(lines[0], lines[1]) == (glued, False)


def test_the_size_of_the_text_is_not_that_of_its_tables() -> None:
    """However many of them there are."""
    own = page(
        *(runs("A text of some words here", 120, 100 + 12 * line) for line in range(5)),
        *(
            runs("Staff and travel @200 12 345 @300 67 890 @400 11", 120, 200 + 10 * line, size=8.5)
            for line in range(30)
        ),
    )
    assert measure([(own.width, rows_of(own))]).body_size == 10.0


@pytest.mark.parametrize(
    ("x", "words", "count"),
    [
        (162, "these figures, and others that were even more telling than be.", 1),
        (241, "these figures, and others", 2),
    ],
)
@pytest.mark.parametrize("held", [1, 2])
def test_a_line_that_seems_centred_goes_on_with_what_stands_in_as_it_does(
    x: float, words: str, count: int, held: int
) -> None:
    """At a page's head, under a list that stands in from the left, be it one line of it."""
    found = _flow(
        page(
            *(
                runs("(ii) @198 The share of households connected to some network of", 162, 700),
                runs("water rose in all of the countries that had reported some of", 162, 712),
            )[:held]
        ),
        page(runs(words, x, 80), number=2),
    )
    assert len(found) == count
