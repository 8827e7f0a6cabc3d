"""Word files: what their styles, numbering, notes and changes say is what the report has."""

import pytest

from pilcrow.anchors import report_ids
from pilcrow.editions.markdown import whole_markdown
from pilcrow.model import Indicator, Link, Report, Text, plain
from pilcrow.pipeline import convert
from pilcrow.tree import all_runs, paragraph_text
from tests.unit.made_up import open_rules, outline, paragraphs
from tests.unit.readers.word_file import (
    HEAD,
    level,
    note,
    note_reference,
    numbered,
    numbering,
    paragraph,
    table,
    text,
    word_file,
)
from tests.unit.rendered import written_pages

TWO = (
    paragraph("\tI.\tIntroduction", style="HCh"),
    paragraph("1.\tThe first paragraph.", style="SingleTxt"),
)


def _report(*body: str, **parts: object) -> Report:
    """The report of a body behind a masthead; no word may be lost."""
    report = convert(word_file(*HEAD, *body, **parts), "source.en.docx")  # type: ignore[arg-type]
    assert report.ledger.lost == 0
    assert not {"words-lost", "words-added", "words-moved"} & open_rules(report)
    return report


def test_styles_of_new_york_and_geneva_make_the_headings() -> None:
    """A heading's rank is its style's, its degree its label's; an unlabelled one has its rank."""
    for suffix in ("", "G"):
        report = _report(
            paragraph("\tI.\tWhat is it?", style=f"HCh{suffix}"),
            paragraph("\tA.\tHistory", style=f"H1{suffix}"),
            paragraph("1.\tOne.", style=f"SingleTxt{suffix}"),
            paragraph("\t\tBare heading", style=f"H23{suffix}"),
            paragraph("2.\tTwo.", style=f"SingleTxt{suffix}"),
            paragraph("\tI.\tNinth letter", style=f"HCh{suffix}"),
        )
        assert outline(report)[:3] == [
            (1, "I What is it?", []),
            (2, "A History", ["1"]),
            (3, "- Bare heading", ["2"]),
        ]
        assert report.masthead.title == "Cooperation in made-up affairs"
        assert report.masthead.subtitle == "Report of the Secretary-General"
        assert report.masthead.symbol == "E/CN.99/2024/7"
        assert report.masthead.session == "Tenth session"


def test_automatic_numbers_are_printed_as_word_prints_them() -> None:
    """Levels count, restart below the higher one, and begin anew where a use of the list says."""
    lists = numbering(
        level(0, "upperRoman", "%1.") + level(1, "upperLetter", "%2."),
        level(0, "decimal", "%1.")
        + level(1, "lowerLetter", "(%2)")
        + level(2, "lowerRoman", "(%3)"),
    )
    report = _report(
        numbered("First", number=1, style="HCh"),
        numbered("Part", number=1, level=1, style="H1"),
        numbered("One.", number=2, style="SingleTxt"),
        numbered("It has members:", number=2, style="SingleTxt"),
        numbered("Member a;", number=2, level=1, style="SingleTxt"),
        numbered("Inner one;", number=2, level=2, style="SingleTxt"),
        numbered("Inner two;", number=2, level=2, style="SingleTxt"),
        numbered("Member b.", number=2, level=1, style="SingleTxt"),
        numbered("Second", number=1, style="HCh"),
        numbered("Part", number=1, level=1, style="H1"),
        numbered("Three:", number=2, style="SingleTxt"),
        numbered("Member a again.", number=2, level=1, style="SingleTxt"),
        lists=lists,
    )
    assert open_rules(report) == set()
    assert outline(report) == [
        (1, "I First", []),
        (2, "A Part", ["1", "2"]),
        (1, "II Second", []),
        (2, "A Part", ["3"]),
    ]
    assert paragraphs(report)["para-2"] == (
        "It has members: (a) Member a; (i) Inner one; (ii) Inner two; (b) Member b."
    )
    assert paragraphs(report)["para-3"] == "Three: (a) Member a again."


def test_a_use_of_a_list_may_begin_it_anew() -> None:
    """A startOverride counts once; other uses of the list go on where it stands."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level(0, "decimal", "%1."), uses=[(0, override), (0, "")])
    report = _report(
        paragraph("\tI.\tOne", style="HCh"),
        numbered("One.", number=1, style="SingleTxt"),
        numbered("Two.", number=3, style="SingleTxt"),
        paragraph("Annex", style="HCh"),
        numbered("Begins anew.", number=2, style="SingleTxt"),
        numbered("Goes on.", number=2, style="SingleTxt"),
        lists=lists,
    )
    assert list(paragraphs(report)) == ["para-1", "para-2", "annex-para-1", "annex-para-2"]


def test_notes_have_the_marks_that_word_gives_them() -> None:
    """Numbered in the order of their references; endnotes in roman; a typed mark as typed."""
    report = _report(
        *TWO,
        paragraph(
            "2.\tText", note_reference(7), " and more.", note_reference(3), style="SingleTxt"
        ),
        paragraph("3.\tText.", note_reference(1, mark="*"), style="SingleTxt"),
        paragraph("4.\tText.", note_reference(2, kind="endnote"), style="SingleTxt"),
        footnotes=[
            '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>',
            note(1, "Typed.", mark="*"),
            note(3, "Second."),
            note(7, "First, ", text("Title", properties="<w:i/>"), "."),
            note(9, "Nobody refers to it."),
        ],
        endnotes=[note(2, "At the end.", kind="endnote")],
    )
    assert open_rules(report) == set()
    assert [
        (each.indicator, plain(each.content), each.referenced_from) for each in report.footnotes
    ] == [
        ("1", "First, Title.", ("para-2",)),
        ("2", "Second.", ("para-2",)),
        ("*", "Typed.", ("para-3",)),
        ("i", "At the end.", ("para-4",)),
    ]


def test_tracked_changes_are_read_as_accepted_and_named() -> None:
    """Insertions stay, deletions go, with the paragraph's end where that was deleted."""
    deleted_end = "<w:rPr><w:del w:id='1'/></w:rPr>"
    report = _report(
        *TWO,
        paragraph(
            "2.\tIt was ",
            "<w:del><w:r><w:delText>bad</w:delText></w:r></w:del>",
            f"<w:ins>{text('good')}</w:ins>",
            f"<w:moveFrom>{text(' moved')}</w:moveFrom>",
            ".",
            style="SingleTxt",
        ),
        paragraph("3.\tThis ", style="SingleTxt", properties=deleted_end),
        paragraph("is one.", style="SingleTxt"),
        paragraph("<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>", style="SingleTxt"),
    )
    assert paragraphs(report)["para-2"] == "It was good."
    assert paragraphs(report)["para-3"] == "This is one."
    notice = [each for each in report.problems if each.rule == "tracked-changes"]
    assert [each.settled_by for each in notice] == ["they are read as accepted"]


def test_links_lead_where_word_leads_and_nowhere_unsafe() -> None:
    """By relation or by field; a script is no address, and its words stay."""
    report = _report(
        *TWO,
        paragraph(
            "2.\tSee ",
            f'<w:hyperlink r:id="L1">{text("S/RES/")}{text("2690")}</w:hyperlink>',
            ", ",
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:instrText>HYPERLINK "https://example.org/a"</w:instrText></w:r>',
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "here",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            " and ",
            f'<w:hyperlink r:id="L2">{text("there")}</w:hyperlink>',
            ".",
            style="SingleTxt",
        ),
        links=["https://docs.un.org/en/S/RES/2690(2023)", "javascript:alert(1)"],
    )
    found = [each for _, run in all_runs(report) for each in run if isinstance(each, Link)]
    assert [(each.value, each.address) for each in found] == [
        ("S/RES/2690", "https://docs.un.org/en/S/RES/2690(2023)"),
        ("here", "https://example.org/a"),
    ]
    assert paragraphs(report)["para-2"] == "See S/RES/2690, here and there."


def test_a_text_box_counts_once_and_a_hidden_text_not_at_all() -> None:
    """Of the two ways a box is written one is read; hidden words are not printed."""
    box = f"<w:txbxContent>{paragraph('In the box.', style='SingleTxt')}</w:txbxContent>"
    report = _report(
        *TWO,
        paragraph(
            "2.\tBefore.",
            f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            text(" Secret.", properties="<w:vanish/>"),
            style="SingleTxt",
        ),
        paragraph("3.\tAfter.", style="SingleTxt"),
    )
    assert paragraphs(report)["para-2"] == "Before. In the box."
    assert open_rules(report) == set()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>governmental</w:t></w:r>", "non-governmental"),
        ("<w:r><w:t>develop\u00ad</w:t><w:softHyphen/><w:t>ment</w:t></w:r>", "development"),
        ("<w:r><w:t>7–\u20601 2</w:t></w:r>", "7–1 2"),
        ('<w:r><w:t>x </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> y</w:t></w:r>', "x ≥ y"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one two"),
        (f"<w:sdt><w:sdtContent>{text('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        (f"<w:smartTag>{text('smart')}</w:smartTag>", "smart"),
        (f'<w:fldSimple w:instr="REF x">{text("result")}</w:fldSimple>', "result"),
        (text("2,050 m") + text("3", properties='<w:vertAlign w:val="superscript"/>'), "2,050 m3"),
    ],
)
def test_what_stands_for_a_character_is_read_as_it(content: str, words: str) -> None:
    """Hyphens, breaks, symbols, controls and fields give what Word prints."""
    report = _report(*TWO, paragraph("2.\tIt is ", content, ".", style="SingleTxt"))
    assert paragraphs(report)["para-2"] == f"It is {words}."


def test_a_table_keeps_its_cells_and_the_letters_of_its_notes() -> None:
    """Merged cells are empty but for the first; a superscript letter is a word beside its table."""
    raised = text("a", properties='<w:vertAlign w:val="superscript"/>')
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("Both")}'
    report = _report(
        *TWO,
        paragraph("2.\tSee the table:", style="SingleTxt"),
        table(["Name", "One", "Two"], [paragraph("Total", raised), wide], ["Last", "3", "4"]),
        paragraph("\t", raised, "\tA note.", style="FootnoteText"),
        paragraph("3.\tAfter.", style="SingleTxt"),
    )
    assert paragraphs(report)["para-2"] == (
        "See the table: Name One Two Total a Both Last 3 4 a A note."
    )
    assert open_rules(report) == set()
    assert not [each for _, run in all_runs(report) for each in run if isinstance(each, Indicator)]


def test_a_box_of_one_column_is_no_table() -> None:
    """Its paragraphs are paragraphs."""
    report = _report(
        *TWO, table([paragraph("2.\tIn a box.", style="SingleTxt")]), paragraph("3.\tAfter.")
    )
    assert paragraphs(report)["para-2"] == "In a box."


def test_the_page_head_with_the_distribution_is_the_masthead() -> None:
    """As in files of New York; running heads and feet are furniture."""
    header = "".join(
        [
            table(["", "United Nations", "A/99/604"], ["General Assembly", "", ""]),
            paragraph("Distr.: General"),
            paragraph("7 April 2026"),
            paragraph("Original: French"),
        ]
    )
    content = word_file(
        paragraph("Eightieth session", style="Session"),
        paragraph("\t\tA title", style="TitleHCH"),
        *TWO,
        header=header,
    )
    masthead = convert(content, "s.docx").masthead
    assert (masthead.symbol, masthead.date, masthead.original_language) == (
        "A/99/604",
        "2026-04-07",
        "fr",
    )
    assert (masthead.organ, masthead.session) == ("General Assembly", "Eightieth session")


def test_a_file_without_styles_is_read_by_its_look() -> None:
    """Bold lines are headings where everything is in the same style."""
    bold = "<w:b/>"
    content = word_file(
        paragraph("E/CN.99/2024/7"),
        paragraph(text("Cooperation in made-up affairs", properties=bold)),
        paragraph(text("I. Introduction", properties=bold)),
        paragraph("1. The first paragraph."),
        paragraph(text("A. A part", properties=bold)),
        paragraph("2. The second paragraph, which goes"),
        paragraph("on after a break."),
        paragraph("(a) A member;"),
        paragraph("(b) Another."),
        paragraph(text("II. Conclusion", properties=bold)),
        paragraph("3. The third."),
    )
    report = convert(content, "s.docx")
    assert outline(report) == [
        (1, "I Introduction", ["1"]),
        (2, "A A part", ["2"]),
        (1, "II Conclusion", ["3"]),
    ]
    assert paragraphs(report)["para-2"] == (
        "The second paragraph, which goes on after a break. (a) A member; (b) Another."
    )
    assert report.ledger.lost == 0


def test_italics_and_bold_of_words_are_kept_and_a_headings_own_look_is_not() -> None:
    """A conclusion set in bold stays bold."""
    report = _report(
        paragraph(text("\tI.\tIn bold", properties="<w:b/>"), style="HCh"),
        paragraph("1.\tThe ", text("Title", properties="<w:i/>"), " is here.", style="SingleTxt"),
    )
    section = report.sections[0]
    assert [each.emphasis.value for each in section.title if isinstance(each, Text)] == [""]
    runs = [run for _, run in all_runs(report)][-1]
    assert [(each.value, each.emphasis.value) for each in runs if isinstance(each, Text)] == [
        ("The ", ""),
        ("Title", "italic"),
        (" is here.", ""),
    ]
    assert paragraph_text(section.paragraphs[0]) == "The Title is here."


def test_a_caption_set_like_a_heading_is_none() -> None:
    """The paragraphs behind the table stay under the heading before it."""
    report = _report(
        *TWO,
        paragraph("\tA.\tLakes", style="H1"),
        paragraph("2.\tSee table 1:", style="SingleTxt"),
        paragraph("Table 1", style="H23"),
        paragraph("Lakes by size", style="H23"),
        table(["Name", "Size"], ["One", "1"]),
        paragraph("3.\tTable 1 shows it.", style="SingleTxt"),
    )
    assert outline(report) == [(1, "I Introduction", ["1"]), (2, "A Lakes", ["2", "3"])]
    assert paragraphs(report)["para-2"] == "See table 1: Table 1 Lakes by size Name Size One 1"


def test_the_symbol_stands_in_the_running_head_where_no_masthead_gives_it() -> None:
    """As in advance copies; a running head is furniture."""
    content = word_file(paragraph("A title", style="TitleHCH"), *TWO, header=paragraph("A/79/5"))
    report = convert(content, "s.docx")
    assert report.masthead.symbol == "A/79/5"
    assert [piece.text for piece in report.furniture] == ["A/79/5"]


def test_numberings_that_begin_anew_are_units_with_the_id_of_their_heading() -> None:
    """As in the report of a session: agenda items, draft resolutions, then the next paragraph."""
    report = _report(
        paragraph("\tI.\tOrganization", style="HCh"),
        paragraph("1.\tIt adopted the following agenda:", style="SingleTxt"),
        *[paragraph(f"{number}.\tItem {number}.", style="SingleTxt") for number in range(1, 13)],
        paragraph("2.\tIt heard a statement.", style="SingleTxt"),
        paragraph("\tII.\tTexts", style="HCh"),
        paragraph("\tA.\tDraft resolution I", style="H1"),
        paragraph("\t\tIts title", style="H23"),
        paragraph("The Economic and Social Council,", style="SingleTxt"),
        paragraph("Recalling its resolutions,", style="SingleTxt"),
        paragraph("1.\tDecides to act;", style="SingleTxt"),
        paragraph("2.\tDecides more.", style="SingleTxt"),
        paragraph("\tB.\tDraft resolution II", style="H1"),
        paragraph("1.\tDecides again;", style="SingleTxt"),
        paragraph("2.\tDecides once more.", style="SingleTxt"),
        paragraph("\tIII.\tEnd", style="HCh"),
        paragraph("3.\tIt closed.", style="SingleTxt"),
    )
    assert open_rules(report) == set()
    assert list(paragraphs(report)) == [
        "para-1",
        "para-2",
        "ii-a-para-1",
        "ii-a-para-2",
        "ii-b-para-1",
        "ii-b-para-2",
        "para-3",
    ]
    assert paragraphs(report)["para-1"].endswith("11. Item 11. 12. Item 12.")


def test_chapters_may_each_begin_at_one() -> None:
    """The first counts as the body, each other as its chapter."""
    report = _report(
        *[
            paragraph(*each, style=style)
            for number, label in enumerate(("I", "II", "III"))
            for each, style in (
                ((f"\t{label}.\tChapter",), "HCh"),
                (("1.\tOne.",), "SingleTxt"),
                ((f"2.\tTwo of {number}.",), "SingleTxt"),
            )
        ]
    )
    assert list(paragraphs(report)) == [
        "para-1",
        "para-2",
        "ii-para-1",
        "ii-para-2",
        "iii-para-1",
        "iii-para-2",
    ]


def test_headings_with_numbers_stand_beside_paragraphs_with_numbers() -> None:
    """The heading "1. General Assembly resolution" over "1. It says", and 2.1 after 2."""
    report = _report(
        paragraph("\tI.\tOne", style="HCh"),
        paragraph("1.\tGeneral Assembly resolution 78/320", style="H23"),
        paragraph("1.\tIt says.", style="SingleTxt"),
        paragraph("2.\tIt recommends:", style="SingleTxt"),
        paragraph("2.1\tThis;", style="SingleTxt"),
        paragraph("2.2\tThat.", style="SingleTxt"),
        paragraph("2.\tOther", style="H23"),
        paragraph("3.\tThree.", style="SingleTxt"),
    )
    assert outline(report) == [
        (1, "I One", []),
        (3, "1 General Assembly resolution 78/320", ["1", "2", "2.1", "2.2"]),
        (3, "2 Other", ["3"]),
    ]
    assert list(paragraphs(report))[2] == "para-2-1"


def test_a_resolution_begins_at_its_preamble() -> None:
    """The preamble stands in the body and no number is missed in it."""
    report = convert(
        word_file(
            paragraph("A/RES/79/1"),
            paragraph("Distr.: General"),
            paragraph("79/1. The Pact", style="TitleHCH"),
            paragraph("The General Assembly,"),
            paragraph("Recalling its resolution 78/1,"),
            paragraph("1. Adopts the Pact;"),
            paragraph("2. Decides to meet."),
        ),
        "s.docx",
    )
    assert open_rules(report) == set()
    assert [len(section.passages) for section in report.sections] == [2]
    assert list(paragraphs(report)) == ["para-1", "para-2"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ([paragraph("Annex I", note_reference(1), style="HCh")], "Annex I"),
        ([paragraph("Annex I. Members", note_reference(1), style="HCh")], "Annex I. Members"),
        (
            [
                paragraph("Annex I", style="HCh"),
                paragraph("Members", note_reference(1), style="HCh"),
            ],
            "Annex I. Members",
        ),
    ],
)
def test_a_note_to_an_annex_stands_on_its_page(heading: list[str], title: str) -> None:
    """With its indicator in the heading, its text below, and an id that lasts."""
    content = word_file(
        *HEAD,
        paragraph("\tI.\tOne", style="HCh"),
        paragraph("1.\tOne is whole.", style="SingleTxt"),
        *heading,
        paragraph("1.\tAnother one is whole.", style="SingleTxt"),
        footnotes=[note(1, "Issued without editing.")],
    )
    report = convert(content, "source.docx")
    page = written_pages(report)["annex-i.md"]
    assert f"# {title}[^1]\n" in page
    assert "[^1]: Issued without editing." in page
    assert {"fnref-1", "fn-1", "annex-i"} <= set(report_ids(report))
    assert f"## {title}[^1]\n" in whole_markdown(report)
    assert not open_rules(report)


CHAPTERS = (
    paragraph("\tI.\tIntroduction", style="HCh"),
    paragraph("1.\tOne is whole.", style="SingleTxt"),
    paragraph("2.\tTwo is whole.", style="SingleTxt"),
    paragraph("\tII.\tThe work of 2024", style="HCh"),
    paragraph("3.\tThree is whole.", style="SingleTxt"),
)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (["I.\tIntroduction\t1–2\t3", "II.\tThe work of 2024\t3\t4"], []),
        (["I.\tIntroduction\t1-2\t3", "II.\tThe work of 2024\t3-4\t4"], ["it has 3."]),
        (
            ["I.\tIntroduction\t1–3\t3", "II.\tThe work of 2024\t4–5\t4"],
            ["it has 1–2", "it has 3."],
        ),
        (
            ["I.\tIntroduction\t1–2\t3", "II.\tOther work\t3–9\t4"],
            ["no heading of the report is called so"],
        ),
        (["I.\tIntroduction\t3", "II.\tThe work of 2024\t4"], []),
    ],
)
def test_contents_with_paragraphs_check_the_headings(entries: list[str], said: list[str]) -> None:
    """Each difference is a notice; contents with pages alone say nothing of paragraphs."""
    report = _report(
        paragraph("Contents", style="HCh"), *(paragraph(entry) for entry in entries), *CHAPTERS
    )
    found = [each for each in report.problems if each.rule == "contents-mismatch"]
    assert len(found) == len(said)
    assert all(words in each.message for words, each in zip(said, found, strict=True))
    assert all(each.settled_by for each in found)


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("first", "second", "notes"),
    [
        (["1.\tOne. 1/"], ["2.\tTwo. 2/"], [["1/ See A/52/1."], ["2/ See A/52/2."]]),
        (
            ["1.\tOne.", text("1", properties=RAISED)],
            ["2.\tTwo.", text("2", properties=RAISED)],
            [
                [text("1", properties=RAISED), " See A/52/1."],
                [text("2", properties=RAISED), " See A/52/2."],
            ],
        ),
    ],
)
def test_notes_typed_at_the_end_are_footnotes(
    first: list[str], second: list[str], notes: list[list[str]]
) -> None:
    """With raised numbers or with strokes, below a heading of their own."""
    report = _report(
        paragraph("\tI.\tIntroduction", style="HCh"),
        paragraph(*first, style="SingleTxt"),
        paragraph("\tII.\tWork", style="HCh"),
        paragraph(*second, style="SingleTxt"),
        paragraph("Notes", style="H1"),
        *(paragraph(*each) for each in notes),
    )
    assert [(plain(each.content), each.referenced_from) for each in report.footnotes] == [
        ("See A/52/1.", ("para-1",)),
        ("See A/52/2.", ("para-2",)),
    ]
    assert paragraphs(report) == {"para-1": "One.", "para-2": "Two."}
