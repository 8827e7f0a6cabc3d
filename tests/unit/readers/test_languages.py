"""Documents in French, Spanish and Russian: their masthead, marks, months and furniture."""

import pytest

from pilcrow.model import Report
from pilcrow.passes.language import recognise
from pilcrow.pipeline import Settings, convert
from tests.unit.made_up import open_rules, outline, paragraphs
from tests.unit.readers.word_file import paragraph, word_file

TEXTS = {
    "en": "The members of the Council have agreed that it is for them to act on this with care. ",
    "fr": "Les membres du Conseil sont convenus que cela est pour eux dans le cadre de la loi. ",
    "es": "Los miembros del Consejo han acordado que esto se haga en el marco de la ley por su. ",
    "ru": "Члены Совета согласились с тем, что это будет сделано в рамках закона и правил. ",
}
DOCUMENTS = {
    "fr": (
        (
            "Nations Unies|A/HRC/58/1|Assemblée générale|Distr. générale|3 mars 2025|Français"
            "|Original : anglais|Conseil des droits de l’homme|Cinquante-huitième session"
            "|Genève, 24 février-4 avril 2025|Point 3 de l’ordre du jour|*La coopération"
            "|Rapport du Secrétaire général"
        ),
        "Introduction",
        ("le premier ;", "le second."),
        "Annexe",
    ),
    "es": (
        (
            "Naciones Unidas|A/HRC/58/1|Asamblea General|Distr. general|3 de marzo de 2025|Español"
            "|Original: inglés|Consejo de Derechos Humanos|58º período de sesiones"
            "|Ginebra, 24 de febrero a 4 de abril de 2025|Tema 3 del programa|*La cooperación"
            "|Informe del Secretario General"
        ),
        "Introducción",
        ("el primero;", "el segundo."),
        "Anexo",
    ),
    "ru": (
        (
            "Организация Объединенных Наций|A/HRC/58/1|Генеральная Ассамблея|Distr.: General"
            "|3 марта 2025 года|Russian|Original: English|Совет по правам человека"
            "|Пятьдесят восьмая сессия|Женева, 24 февраля — 4 апреля 2025 года|Пункт 3 повестки дня"
            "|*Международное сотрудничество|Доклад Генерального секретаря"
        ),
        "Введение",
        ("первый;", "второй."),
        "Приложение",
    ),
}


def _report(language: str) -> Report:
    head, heading, members, annex = DOCUMENTS[language]
    lines = [
        paragraph(line.lstrip("*"), style="TitleHCH" if line.startswith("*") else "")
        for line in head.split("|")
    ]
    body = [
        paragraph(f"\tI.\t{heading}", style="HCh"),
        paragraph(f"1.\t{TEXTS[language] * 8}".rstrip(), style="SingleTxt"),
        paragraph("\tA.\tA", style="H1"),
        paragraph(f"2.\t{TEXTS[language].rstrip('. ')} :", style="SingleTxt"),
        paragraph(f"\ta)\t{members[0]}", style="SingleTxt"),
        paragraph(f"\tb)\t{members[1]}", style="SingleTxt"),
        paragraph(annex, style="HCh"),
        paragraph("1.\tUn.", style="SingleTxt"),
    ]
    return convert(word_file(*lines, *body), "source.docx")


@pytest.mark.parametrize("language", DOCUMENTS)
def test_a_document_is_read_in_its_language(language: str) -> None:
    """Masthead, headings, marks `a)` and annex; the language is recognised from the words."""
    report = _report(language)
    masthead = report.masthead
    assert masthead.language == language
    assert masthead.original_language == "en"
    assert masthead.date == "2025-03-03"
    assert masthead.symbol == "A/HRC/58/1"
    printed = DOCUMENTS[language][0].split("|")
    assert masthead.organ == printed[7]
    assert masthead.session == printed[8]
    assert masthead.place_and_dates == printed[9]
    assert masthead.agenda_item == printed[10]
    assert masthead.title == printed[11].lstrip("*")
    assert masthead.subtitle == printed[12]
    assert outline(report)[0][1] == f"I {DOCUMENTS[language][1]}"
    assert paragraphs(report)["para-2"].endswith(
        f"a) {DOCUMENTS[language][2][0]} b) {DOCUMENTS[language][2][1]}"
    )
    assert [annex.label for annex in report.annexes] == [DOCUMENTS[language][3]]
    assert open_rules(report) == set()
    assert report.ledger.lost == 0


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_is_recognised_from_the_words(language: str) -> None:
    """Of a text of some length; a short one is not guessed at."""
    assert recognise([TEXTS[language] * 8]) == language
    assert recognise([TEXTS["fr"][:20]]) is None


def test_what_is_given_comes_before_what_is_recognised() -> None:
    """An editor knows better."""
    content = word_file(*[paragraph(TEXTS["en"] * 8)])
    assert convert(content, "s", Settings(language="es")).masthead.language == "es"
