"""References into the report itself, and those that only look so."""

from __future__ import annotations

import pytest

from pilcrow.references import Kind, find_references

OWN = "E/CN.15/2024/5"


def targets(text: str, own: str | None = OWN) -> list[tuple[str, ...]]:
    """Targets of the internal references of `text`."""
    return [
        reference.targets
        for reference in find_references(text, own_symbol=own)
        if reference.kind is Kind.INTERNAL
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see paragraph 12 above", [("para-12",)]),
        ("(see paras. 5–7)", [("para-5", "para-6", "para-7")]),
        ("(see paras. 5–\u20607)", [("para-5", "para-6", "para-7")]),
        ("(paras. 21–23 above), the", [("para-21", "para-22", "para-23")]),
        ("para. 54 below", [("para-54",)]),
        ("(see also paras. 15–16 above)", [("para-15", "para-16")]),
        ("paragraphs 12, 14 and 16 above", [("para-12",), ("para-14",), ("para-16",)]),
        ("paragraphs 40 to 42 of the present report", [("para-40", "para-41", "para-42")]),
        ("para. 115 (b) above", [("para-115-b",)]),
        ("paragraph 115 (b) (ii) above", [("para-115-b-ii",)]),
        ("section II.B above", [("ii-b",)]),
        ("section II.D.2 below", [("ii-d-2",)]),
        ("see also section IX.D).", [("ix-d",)]),
        ("chapter III of the present report", [("iii",)]),
        ("chapters II to IV below", [("ii", "iii", "iv")]),
        ("sections II and III above", [("ii",), ("iii",)]),
        ("Section IV of the present report focuses", [("iv",)]),
        ("chap. II, sect. B, above", [("ii-b",)]),
        ("(see annex)", [("annex",)]),
        ("(see annex I)", [("annex-i",)]),
        ("annexes I and II to the present report", [("annex-i",), ("annex-ii",)]),
        ("annex to the present report", [("annex",)]),
        ("(see paras. 5 and 6 and section II.B)", [("para-5",), ("para-6",), ("ii-b",)]),
        ("E/CN.15/2024/5, paras. 54 and 56", [("para-54",), ("para-56",)]),
        ("paragraph 54 of document E/CN.15/2024/5", [("para-54",)]),
        ("see, in particular, paragraph 9", [("para-9",)]),
    ],
)
def test_sure_wording_leads_into_the_report(text: str, expected: list[tuple[str, ...]]) -> None:
    """Above, below, "of the present report", "see" and the report's own symbol leave no doubt."""
    assert targets(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in accordance with paragraph 53 of the procedures and rules",
        "article 46, paragraph 13, of the Convention against Corruption",
        "article 46, paragraph 13, above",
        "the implementation of chapter IV of the Convention was discussed",
        "under Chapter VII of the Charter",
        "It will be recalled from paragraph 18 of document S/1994/300 that",
        "In paragraph 11 of its resolution 982 (1995), the Council",
        "paragraph 10 of Security Council resolution 836 (1993)",
        "(E/CN.15/2024/1, para. 5)",
        "(see A/52/536, paras. 50 and 51)",
        "(see, for instance, resolution 758 (1992), para. 9)",
        "document (ESCAP/MIPAA/IGM.3/2022/3/Add.1; see para. 34)",
        "the report A/80/596 (see para. 35)",
        "the Convention (see paragraph 5)",
        "(ibid., para. 39)",
        "(ibid.; see para. 39)",
        "the report (para. 12)",
        "Resolution 836 referred to it, but paragraph 9 defined the parameters",
        "See paras. 58 and 59.",
        "see paragraph 5 of the annex",
        "see section II of the annex",
        "For relevant recommendations see A/HRC/28/4, paras. 145.1–145.23",
        "see paras. 145.1–145.23",
        "section III of the report analyses",
        "section 35 of the Constitution",
        "toolkit for crisis: annex to the Organized Crime Strategy Toolkit",
        "annex II to the Convention",
        "the above-mentioned paragraph 7",
        "paragraph 7 above-mentioned",
        "subparagraphs (a) and (b) above",
        "(A/CONF.197/9, chap. I, resolution 1, annexes I and II)",
    ],
)
def test_doubtful_wording_leads_nowhere(text: str) -> None:
    """Another document's paragraphs never become links into this report."""
    assert targets(text) == []


def test_both_symbols_of_a_doubled_report_are_its_own() -> None:
    """A/52/826–S/1998/222 may be cited by either symbol."""
    assert targets("S/1998/222, para. 5", "A/52/826–S/1998/222") == [("para-5",)]


def test_a_long_range_gives_its_ends() -> None:
    """A range that no report has is not counted out."""
    assert targets("paras. 1–9999 above") == [("para-1", "para-9999")]
