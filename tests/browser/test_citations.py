"""Citations are right by the rules of their formats, and real parsers read them back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Page, Playwright

from tests.browser.browsers import launch

CITATION = Path(__file__).parents[2] / "docs/assets/javascripts/reader/citation.js"
REPORT = {
    "symbol": "E/CN.15/2024/5",
    "title": "International cooperation",
    "subtitle": "Report of the Secretary-General",
    "organ": "Commission on Crime Prevention and Criminal Justice",
    "date": "2024-03-13",
    "written": "13 March 2024",
    "language": "en",
}
HOSTILE = {
    "symbol": "A/80/62–E/2025/12",
    "title": 'Progress {on 100% of "A & B"} \\emph{x} #1_$2 ~^ <script>alert(1)</script> } {',
    "subtitle": "Line one\r\nER  - \nTY  - BOOK",
    "organ": "Committee on Trade, Investment & Development {",
    "date": "2024-12-01",
    "written": "1 December 2024",
    "language": "en",
}
LINK = "https://pilcrow.example.org/en/E/CN.15/2024/5/#para-54"


@pytest.fixture(scope="module")
def page(playwright_driver: Playwright) -> Iterator[Page]:
    """A blank page with the part that cites, and nothing of the site."""
    browser = launch(playwright_driver, "chromium")
    opened = browser.new_page()
    opened.evaluate("window.pilcrow = {part(name, value) { window[name] = value; }}")
    opened.add_script_tag(path=CITATION)
    yield opened
    browser.close()


def cited(
    number: str, *markers: str, unit: str = "", follows: bool = False, quoted: str = "Words."
) -> dict[str, object]:
    """One paragraph, or a part of it, as selection.js hands it over."""
    return {
        "unit": unit,
        "number": number,
        "markers": list(markers),
        "quoted": quoted,
        "follows": follows,
    }


def cite(
    page: Page, style: str, report: dict[str, str], *paragraphs: dict[str, object], link: str = LINK
) -> str:
    """The citation in a style."""
    return str(
        page.evaluate(
            """([style, report, cited, link]) =>
              citation.styles.find(each => each.name === style).make(report, cited, link)""",
            [style, report, list(paragraphs), link],
        )
    )


def row(*numbers: str) -> tuple[dict[str, object], ...]:
    """Paragraphs that follow each other."""
    return tuple(cited(number, follows=at > 0) for at, number in enumerate(numbers))


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [
        ("en", [cited("54")], "para. 54"),
        ("en", [cited("54"), cited("56"), cited("57", follows=True)], "paras. 54, 56 and 57"),
        ("en", row("54", "55"), "paras. 54 and 55"),
        ("en", row("54", "55", "56", "57"), "paras. 54–57"),
        ("en", [*row("54", "55", "56"), cited("60")], "paras. 54–56 and 60"),
        ("en", [cited("3"), *row("54", "55", "56"), cited("60")], "paras. 3, 54–56 and 60"),
        ("en", [cited("115", "(b)")], "para. 115 (b)"),
        ("en", [cited("61", "(f)"), cited("115", "(a)", "(i)")], "paras. 61 (f) and 115 (a) (i)"),
        ("en", [cited("16.147")], "para. 16.147"),
        ("en", [cited("3", unit="annex-ii")], "annex II, para. 3"),
        ("en", [cited("3", unit="annex")], "annex, para. 3"),
        ("en", [cited("3", unit="annex-i-appendix-ii")], "annex I, appendix II, para. 3"),
        ("en", [cited("3", unit="ii-a")], "sect. II.A, para. 3"),
        (
            "en",
            [cited("54"), cited("1", unit="annex-i"), cited("2", unit="annex-i", follows=True)],
            "para. 54; annex I, paras. 1 and 2",
        ),
        ("fr", [cited("54"), cited("56")], "par. 54 et 56"),
        ("es", [cited("54"), cited("56")], "párrs. 54 y 56"),
        ("es", [cited("3", unit="annex-i")], "anexo I, párr. 3"),
        ("ru", row("1", "2", "3"), "пп. 1–3"),
        ("xx", [cited("54")], "para. 54"),
    ],
)
def test_the_united_nations_style(
    page: Page, language: str, paragraphs: list[dict[str, object]], expected: str
) -> None:
    """Symbol and paragraphs as the Editorial Manual cites them, in the report's language."""
    made = cite(page, "un", {**REPORT, "language": language}, *paragraphs)
    assert made == f"E/CN.15/2024/5, {expected}"


def test_a_quotation_keeps_every_word(page: Page) -> None:
    """The words stand between quotation marks, then what they are from, and the address."""
    quoted = cited("54", quoted='UNODC said "yes" & <no>.\n(a) First.')
    made = cite(page, "text", REPORT, quoted)
    assert made == (
        '“UNODC said "yes" & <no>.\n(a) First.”\n'
        "United Nations, Commission on Crime Prevention and Criminal Justice, International"
        " cooperation, Report of the Secretary-General, E/CN.15/2024/5 (13 March 2024), para. 54."
        f" {LINK}"
    )
    both = cite(
        page, "text", REPORT, cited("54", quoted="One."), cited("115", "(b)", quoted="Two.")
    )
    assert both.startswith("“54. One.\n\n115 (b). Two.”\n")


def read_bibtex(text: str) -> dict[str, str]:
    """The one entry of a BibTeX file, as a real parser reads it."""
    library = parse_string(text)
    assert not library.failed_blocks, text
    (entry,) = library.entries
    return {"type of entry": entry.entry_type, "key": entry.key} | {
        field.key: str(field.value) for field in entry.fields
    }


def test_bibtex_is_read_back(page: Page) -> None:
    """Every fact stands in its field."""
    entry = read_bibtex(cite(page, "bibtex", REPORT, *row("54", "55", "56")))
    assert entry == {
        "type of entry": "techreport",
        "key": "E-CN.15-2024-5-54-55-56",
        "author": "{United Nations, Commission on Crime Prevention and Criminal Justice}",
        "title": "{International cooperation}",
        "type": "Report of the Secretary-General",
        "institution": "United Nations",
        "number": "E/CN.15/2024/5",
        "year": "2024",
        "month": "mar",
        "note": "paras. 54--56",
        "language": "en",
        "url": LINK,
    }


def test_bibtex_survives_hostile_words(page: Page) -> None:
    """Braces stay balanced, and what TeX would act on is escaped."""
    text = cite(page, "bibtex", HOSTILE, cited("1", "(a)", unit="annex-i"))
    entry = read_bibtex(text)
    assert text.count("{") == text.count("}")
    assert entry["title"] == (
        r'{Progress \textbraceleft{}on 100\% of "A \& B"\textbraceright{} '
        r"\textbackslash{}emph\textbraceleft{}x\textbraceright{} \#1\_\$2 "
        r"\textasciitilde{}\textasciicircum{} <script>alert(1)</script> "
        r"\textbraceright{} \textbraceleft{}}"
    )
    assert entry["number"] == "A/80/62--E/2025/12"
    assert entry["type"] == "Line one ER - TY - BOOK"
    assert entry["key"] == "A-80-62-E-2025-12-annex-i-1-a"


def test_ris_is_read_back(page: Page) -> None:
    """Two letters, two spaces, a hyphen and a space; lines end with CR LF; the last is ER."""
    text = cite(page, "ris", REPORT, cited("54"))
    lines = text.split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(line[2:6] == "  - " for line in lines[:-1])
    (entry,) = rispy.loads(text)
    assert entry["type_of_reference"] == "RPRT"
    assert entry["title"] == REPORT["title"]
    assert entry["authors"] == ["United Nations"]
    assert (
        entry["publisher"] == "United Nations, Commission on Crime Prevention and Criminal Justice"
    )
    assert entry["issn"] == "E/CN.15/2024/5"
    assert (entry["year"], entry["date"]) == ("2024", "2024/03/13/")
    assert entry["notes"] == ["para. 54"]
    assert entry["urls"] == [LINK]


def test_ris_survives_hostile_words(page: Page) -> None:
    """A line break in a title begins no new field and no new entry."""
    (entry,) = rispy.loads(cite(page, "ris", HOSTILE, cited("1")))
    assert entry["type_of_work"] == "Line one ER - TY - BOOK"
    assert entry["title"] == HOSTILE["title"]


CSL_FIELDS = {
    "id": str, "type": str, "title": str, "author": list, "publisher": str, "number": str,
    "genre": str, "issued": dict, "language": str, "note": str, "URL": str,
}  # fmt: skip
"""Fields of a CSL item (csl-data.json 1.0.2) that a report has, with their types."""


@pytest.mark.parametrize("report", [REPORT, HOSTILE])
def test_csl_json_is_read_back(page: Page, report: dict[str, str]) -> None:
    """One item of the schema's fields; words come back as they were."""
    (item,) = json.loads(cite(page, "csl", report, cited("54")))
    assert all(isinstance(value, CSL_FIELDS[name]) for name, value in item.items())
    assert set(item) == set(CSL_FIELDS)
    assert item["type"] == "report"
    assert item["title"] == report["title"]
    assert item["genre"] == report["subtitle"]
    assert item["author"] == [{"literal": f"United Nations, {report['organ']}"}]
    assert item["issued"]["date-parts"] == [[int(part) for part in report["date"].split("-")]]


class _Elements(HTMLParser):
    """Tags and texts of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag, and where it leads."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "cite"}]

    def handle_data(self, data: str) -> None:
        """Remember a text."""
        self.text += data


def test_html_says_what_was_said(page: Page) -> None:
    """The quotation and the source, with no element that the report's words would make."""
    words = 'He said "<b>yes</b>" & left.\n(a) One.'
    parsed = _Elements()
    parsed.feed(cite(page, "html", HOSTILE, cited("54", quoted=words)))
    assert parsed.tags == ["blockquote", "p", "br", "p", "cite", "a"]
    assert parsed.links == [LINK, LINK]
    assert 'He said "<b>yes</b>" & left.' in parsed.text
    assert HOSTILE["title"] in parsed.text
    assert "A/80/62–E/2025/12, para. 54" in parsed.text


@pytest.mark.parametrize("style", ["un", "text", "bibtex", "ris", "csl", "html"])
def test_a_report_without_facts_can_be_cited(page: Page, style: str) -> None:
    """Where only the symbol is known nothing is invented and nothing is `undefined`."""
    made = cite(page, style, {"symbol": "A/1"}, cited("1"))
    assert "A/1" in made
    assert not {"undefined", "null", "NaN"} & set(made.replace('"', " ").split())


def test_addresses_cannot_break_out(page: Page) -> None:
    """Signs that end a field or an attribute are written as percent codes in an address."""
    hostile = 'https://x.example/"><b>}{\\ #para-1'
    made: dict[str, Any] = {
        style: cite(page, style, REPORT, cited("1"), link=hostile) for style in ("bibtex", "html")
    }
    assert (
        read_bibtex(made["bibtex"])["url"] == "https://x.example/%22%3E%3Cb%3E%7D%7B%5C%20#para-1"
    )
    parsed = _Elements()
    parsed.feed(made["html"])
    assert "b" not in parsed.tags
