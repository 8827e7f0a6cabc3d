"""The editors' glossary: what is accepted, and what no longer holds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pilcrow.terms import GlossaryError, parse_glossary, stale_entries

REPORT = "E/CN.15/2024/5"
PARAGRAPHS = (
    ("para-5", "5", "secure module of the SHERLOC portal, known as “RevMod”."),
    ("para-6", "6", "The United Nations Development Programme (UNDP) and RevMod."),
)


def entry(**keys: object) -> dict[str, object]:
    """A glossary of one entry for the report."""
    return {"term": [{"report": REPORT, **keys}]}


def stale(**keys: object) -> list[str]:
    """Messages on a glossary of one entry."""
    found = stale_entries(parse_glossary(entry(**keys)), PARAGRAPHS, report=REPORT)
    return [each.message for each in found]


@pytest.mark.parametrize(
    ("parsed", "message"),
    [
        ({"terms": []}, "unknown key 'terms'"),
        ({"term": "x"}, "not a list"),
        ({"term": ["x"]}, "term 1: not a table"),
        ({"term": [{"long": "x"}]}, "term 1: `short` is missing"),
        ({"term": [{"short": " "}]}, "term 1: `short` is not a text"),
        ({"term": [{"short": 4}]}, "term 1: `short` is not a text"),
        ({"term": [{"short": "A", "lnog": "x"}]}, "unknown key 'lnog'"),
        ({"term": [{"short": "A", "expanded": "no"}]}, "`expanded` is not true or false"),
        ({"term": [{"short": "A", "expanded": False, "long": "x"}]}, "contradicts"),
        ({"term": [{"short": "A", "definition": "x"}]}, "go together"),
        ({"term": [{"short": "A", "variants": "B"}]}, "`variants` is not a list"),
        ({"term": [{"short": "A", "variants": [1]}]}, "`variants` is not a text"),
        ({"term": [{"short": "A"}, {"short": "A"}]}, "term 2: 'A' is given twice"),
        ({"term": [{"short": "A"}, {"short": "B", "variants": ["A"]}]}, "given twice"),
    ],
)
def test_a_wrong_glossary_is_named_in_one_line(parsed: dict[str, object], message: str) -> None:
    """The message says which entry and what is wrong with it."""
    with pytest.raises(GlossaryError, match=message) as caught:
        parse_glossary(parsed)
    assert "\n" not in str(caught.value)


def test_two_reports_may_use_one_short_form() -> None:
    """The same short form is given twice only within one report."""
    terms = [{"short": "A", "report": "S/1"}, {"short": "A", "report": "S/2"}]
    assert len(parse_glossary({"term": terms})) == len(terms)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"short": "CRIMJUST"}, "does not occur"),
        ({"short": "UNDP", "long": "United Nations Drugs Programme"}, "long form"),
        ({"short": "UNDP", "expanded": False}, "is expanded in paragraph 6"),
        (
            {"short": "RevMod", "definition": "module of SHERLOC", "paragraph": "5"},
            "not in the words",
        ),
        (
            {"short": "RevMod", "definition": "portal … module", "paragraph": "5"},
            "not in the words",
        ),
        ({"short": "RevMod", "definition": "secure module", "paragraph": "6"}, "not in the words"),
        ({"short": "RevMod", "definition": "secure module", "paragraph": "9"}, "no paragraph 9"),
    ],
)
def test_a_claim_the_report_does_not_bear_out_is_stale(keys: dict[str, object], word: str) -> None:
    """A definition is in the words of the paragraph named, a long form in those of the report."""
    (message,) = stale(**keys)
    assert word in message


@pytest.mark.parametrize(
    "keys",
    [
        {"short": "RevMod", "expanded": False},
        {"short": "RevMod", "definition": "secure module … portal", "paragraph": "5"},
        {"short": "RevMod", "definition": 'known as "RevMod"', "paragraph": "5"},
        {"short": "Revmod", "variants": ["RevMod"]},
        {"short": "UNDP", "long": "United Nations Development Programme"},
    ],
)
def test_what_the_report_says_is_not_stale(keys: dict[str, object]) -> None:
    """The negative control of the check."""
    assert stale(**keys) == []


def test_an_entry_for_another_report_is_not_judged() -> None:
    """Only claims about this report are checked against it."""
    glossary = parse_glossary({"term": [{"short": "NOWHERE", "report": "S/2000/738"}]})
    assert stale_entries(glossary, PARAGRAPHS, report=REPORT) == ()


def test_the_kept_glossary_is_valid() -> None:
    """reports/glossary.toml parses, and says of no term that it is expanded without proof."""
    kept = Path(__file__).parents[3] / "reports" / "glossary.toml"
    entries = parse_glossary(tomllib.loads(kept.read_text(encoding="utf-8")))
    unexpanded = {each.short for each in entries if not each.expanded}
    assert {"RevMod", "goIFAR", "GLO.ACT", "CRIMJUST", "KAFO", "CoSP10", "COP 28"} <= unexpanded
