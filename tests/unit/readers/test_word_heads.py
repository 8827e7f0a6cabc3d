"""The heads of made-up Word files: each line in its field, with styles and without."""

import pytest

from pilcrow.model import Masthead, Report, plain
from pilcrow.pipeline import convert
from tests.unit.readers.word_file import paragraph, text, word_file


def _bold(words: str, style: str = "") -> str:
    return paragraph(text(words, properties="<w:b/>"), style=style)


BODY = (
    _bold("I.\tIntroduction"),
    paragraph("1.\tThe first text of the report says that it is one."),
    _bold("II.\tWork"),
    paragraph("2.\tThe second text of the report says what was done."),
)


def _report(*head: str, body: tuple[str, ...] = BODY) -> Report:
    report = convert(word_file(*head, *body), "source.docx")
    assert report.ledger.lost == 0
    return report


def _masthead(*head: str) -> Masthead:
    return _report(*head).masthead


def test_a_forum_above_the_session_is_the_organ_and_no_title() -> None:
    """Whatever a body is called: what stands above its session is no title yet."""
    masthead = _masthead(
        paragraph("E/CN.98/2025/2"),
        paragraph("Economic and Social Council"),
        paragraph("Distr.: General"),
        _bold("United Nations Forum on Made-up Woods"),
        _bold("Twentieth session"),
        paragraph("New York, 5–9 May 2025"),
        paragraph("Item 3 of the provisional agenda"),
        paragraph("Policy discussions"),
        _bold("Follow-up to the resolution"),
        _bold("Note by the Secretariat"),
    )
    assert masthead.organ == "United Nations Forum on Made-up Woods"
    assert masthead.session == "Twentieth session"
    assert masthead.place_and_dates == "New York, 5–9 May 2025"
    assert masthead.agenda_item == "Item 3 of the provisional agenda\nPolicy discussions"
    assert masthead.title == "Follow-up to the resolution"
    assert masthead.subtitle == "Note by the Secretariat"


@pytest.mark.parametrize(
    ("lines", "item", "title"),
    [
        (["Rights of all", "A right"], "Agenda item 3\nRights of all", "A right"),
        (["A right"], "Agenda item 3", "A right"),
    ],
)
def test_of_bold_lines_behind_the_agenda_item_the_last_is_the_title(
    lines: list[str], item: str, title: str
) -> None:
    """In a file without styles, where the item's own title looks no different."""
    masthead = _masthead(
        paragraph("A/HRC/98/30"),
        paragraph("Human Rights Council"),
        paragraph("Ninety-eighth session"),
        paragraph("Agenda item 3"),
        *map(_bold, lines),
        _bold("Report of the Special Rapporteur"),
    )
    assert (masthead.agenda_item, masthead.title) == (item, title)
    assert masthead.subtitle == "Report of the Special Rapporteur"


def test_all_bold_lines_over_a_heading_by_its_style_are_the_items_title() -> None:
    """In files of Geneva the report's title is styled as a chapter's heading is."""
    masthead = _masthead(
        paragraph("ECE/TRADE/98/9"),
        paragraph("Economic and Social Council"),
        _bold("Twenty-fifth session"),
        paragraph("Item 7 (c) of the provisional agenda"),
        _bold("Recommendations and standards:"),
        _bold("Other deliverables for noting"),
        paragraph("\t\tWhite paper on ledgers", style="HChG"),
    )
    assert masthead.agenda_item == (
        "Item 7 (c) of the provisional agenda\n"
        "Recommendations and standards: Other deliverables for noting"
    )
    assert masthead.title == "White paper on ledgers"


@pytest.mark.parametrize(
    "days",
    [
        "24 February–4 April 2025",
        "24 février-4 avril 2025",
        "26 de febrero a 5 de abril de 2024",
        "26 февраля – 5 апреля 2024 года",
        "5–9 May 2025",
    ],
)
def test_the_days_of_a_session_need_no_place(days: str) -> None:
    """As in Geneva; one day alone is the date of the document."""
    masthead = _masthead(
        paragraph("A/HRC/98/30"),
        paragraph("Human Rights Council"),
        paragraph("10 January 2025"),
        paragraph("Ninety-eighth session"),
        paragraph(days),
        _bold("A right"),
        _bold("Report of the Special Rapporteur"),
    )
    assert (masthead.place_and_dates, masthead.date) == (days, "2025-01-10")


def test_what_goes_on_below_a_report_of_is_its_subtitle() -> None:
    """The State under review, a mission: the title itself says whose report it is."""
    masthead = _masthead(
        paragraph("A/HRC/98/12"),
        paragraph("Human Rights Council"),
        paragraph("Agenda item 6"),
        paragraph("Universal periodic review"),
        paragraph("\t\tReport of the Working Group on the Universal Periodic Review", style="HChG"),
        paragraph("\t\tRuritania", style="H1G"),
    )
    assert masthead.agenda_item == "Agenda item 6\nUniversal periodic review"
    assert masthead.title == "Report of the Working Group on the Universal Periodic Review"
    assert masthead.subtitle == "Ruritania"


@pytest.mark.parametrize(
    "adopted",
    [
        "Resolution adopted by the General Assembly on 29 September 2043",
        "Résolution adoptée par l’Assemblée générale le 29 septembre 2043",
        "Resolución aprobada por la Asamblea General el 29 de septiembre de 2043",
        "Резолюция, принятая Генеральной Ассамблеей 29 сентября 2043 года",
    ],
)
def test_the_title_of_a_resolution_stands_below_who_adopted_it(adopted: str) -> None:
    """With a line on the committee between them."""
    report = _report(
        paragraph("A/RES/98/1"),
        _bold(adopted),
        paragraph("[without reference to a Main Committee (A/98/L.1)]"),
        _bold("98/1.\tPolitical declaration"),
        body=(paragraph("The General Assembly,"), paragraph("1.\tDecides to meet.")),
    )
    assert report.masthead.title == "98/1. Political declaration"
    assert report.masthead.subtitle == adopted


def test_a_line_over_report_of_is_the_title_where_nothing_is_bold() -> None:
    """By its place alone; a sentence there is none."""
    lines = (paragraph("A/98/5"), paragraph("Ninety-eighth session"))
    report_of = paragraph("Report of the Secretary-General")
    masthead = _masthead(*lines, paragraph("Rights of made-up persons"), report_of)
    assert masthead.title == "Rights of made-up persons"
    assert masthead.subtitle == "Report of the Secretary-General"
    report = _report(*lines, paragraph("It was reissued."), report_of)
    assert report.masthead.title == "Report of the Secretary-General"


def test_a_statement_annexed_to_a_letter_is_no_subtitle() -> None:
    """A heading below the text of the letter is none of the letter's title."""
    masthead = _masthead(
        paragraph("S/2044/789"),
        paragraph("\t\tLetter dated 7 October 2044 from Ruritania", style="TitleHCH"),
        paragraph("I have the honour to transmit herewith a statement.", style="SingleTxt"),
        paragraph("Annex to the letter dated 7 October 2044 from Ruritania", style="HCh"),
        paragraph("\t\tStatement of the Ministry", style="H1"),
    )
    assert masthead.title == "Letter dated 7 October 2044 from Ruritania"
    assert masthead.subtitle is None


def test_a_body_of_any_name_and_a_report_of_any_kind_are_known_by_their_place() -> None:
    """The line above the session, and the bold lines above a title that a style makes one."""
    masthead = _masthead(
        paragraph("FCCC/SBI/2044/5"),
        paragraph("Subsidiary Body for Made-up Affairs"),
        paragraph("Sixtieth session"),
        paragraph("Bonn, 3–13 June 2044"),
        paragraph("Item 5 of the provisional agenda"),
        _bold("Made-up matters"),
        paragraph("\t\tSynthesis report by the secretariat", style="HChG"),
    )
    assert masthead.organ == "Subsidiary Body for Made-up Affairs"
    assert masthead.agenda_item == "Item 5 of the provisional agenda\nMade-up matters"
    assert masthead.title == "Synthesis report by the secretariat"


def test_bold_lines_below_a_text_or_in_a_summary_are_no_more_of_the_title() -> None:
    """The title is over once something else stood below it."""
    report = _report(
        paragraph("JIU/REP/2044/1"),
        _bold("Review of made-up things"),
        paragraph("Prepared by A. Person"),
        _bold("Joint Inspection Unit"),
        _bold("Executive summary"),
        paragraph("The review found many things."),
        _bold("Recommendation 1"),
        paragraph("The heads should act."),
    )
    assert report.masthead.title == "Review of made-up things"
    assert plain(report.summary[0].inlines) == "The review found many things."
    front = [plain(each.inlines) for each in report.front_matter if hasattr(each, "inlines")]
    assert front == [
        "Prepared by A. Person",
        "Joint Inspection Unit",
        "Recommendation 1",
        "The heads should act.",
    ]


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (["Français", "Original : anglais"], "fr"),
        (["Spanish", "Original: English"], "es"),
        (["Original: French"], "en"),
    ],
)
def test_a_text_too_short_to_be_recognised_has_the_language_it_is_printed_in(
    lines: list[str], language: str
) -> None:
    """It stands above the original's."""
    report = _report(
        paragraph("A/98/6"), *map(paragraph, lines), _bold("A"), body=(paragraph("1.\tB."),)
    )
    assert report.masthead.language == language


def test_a_heading_of_the_titles_rank_below_it_is_of_the_body() -> None:
    """In files of Geneva title and chapters have one style; of lower rank it is a subtitle."""
    report = _report(
        paragraph("A/HRC/98/12"),
        paragraph("\t\tReport of the Working Group", style="HChG"),
        paragraph("\t\tRuritania", style="H1G"),
        paragraph("\t\tProceedings", style="HChG"),
        body=(paragraph("1.\tThe first text.", style="SingleTxtG"),),
    )
    assert (report.masthead.title, report.masthead.subtitle) == (
        "Report of the Working Group",
        "Ruritania",
    )
    assert [each.id for each in report.sections] == ["proceedings"]


def test_official_records_are_no_organ() -> None:
    """The name of the series stands between the organ and its session."""
    masthead = _masthead(
        paragraph("A/98/5"),
        paragraph("General Assembly"),
        paragraph("Official Records"),
        paragraph("Ninety-eighth Session"),
        paragraph("\t\tReport on funds", style="TitleHCH"),
    )
    assert (masthead.organ, masthead.session) == ("General Assembly", "Ninety-eighth Session")


def test_the_fields_of_a_joint_documents_second_organ_are_not_lost() -> None:
    """A field that has a value keeps it; the other line stands in the front matter."""
    report = _report(
        paragraph("A/98/62–E/2043/12"),
        paragraph("General Assembly"),
        paragraph("Ninety-eighth session"),
        paragraph("Agenda item 20"),
        _bold("Sustainable affairs"),
        paragraph("Economic and Social Council"),
        paragraph("2043 session"),
        paragraph("Agenda item 5"),
        _bold("High-level segment"),
        paragraph("\t\tA title", style="TitleHCH"),
    )
    assert report.masthead.session == "Ninety-eighth session"
    assert report.masthead.agenda_item == "Agenda item 20\nSustainable affairs"
    front = [plain(each.inlines) for each in report.front_matter if hasattr(each, "inlines")]
    assert {"2043 session", "Agenda item 5", "High-level segment"} <= set(front)


def test_front_matter_keeps_what_no_field_takes() -> None:
    """Nothing of a head is lost where it reads like no field."""
    report = _report(paragraph("A/98/7"), paragraph("Something else entirely"), _bold("A title"))
    assert [plain(each.inlines) for each in report.front_matter if hasattr(each, "inlines")] == [
        "Something else entirely"
    ]
