"""Numbers, shares and sums of money in a sentence: what counts, and what it counts."""

from __future__ import annotations

import pytest

from pilcrow.indexes.figures import find_figures

_COUNTS = {
    "In 2023, 3,490 case summaries from 139 States were added": [
        "3,490 case summaries",
        "139 States",
    ],
    "In 2023, 12 States did so": ["12 States"],
    "1 000 000 people and 12 000 troops": ["1 000 000 people", "12 000 troops"],
    "some 2.5 million refugees": ["some 2.5 million refugees"],
    "more than 1,500 patients": ["more than 1,500 patients"],
    "between 10 and 20 million people": ["between 10 and 20 million people"],
    "10–15 participants and 20 to 25 kilometres north": [
        "10–15 participants",
        "20 to 25 kilometres",
    ],
    "rose from 12 to 15 States": ["15 States"],
    "20,000 people respectively": ["20,000 people"],
    "one in 3 women and 1 in 5 men": [],
    "children aged 15 to 24 years, men of 60 years or over": [],
    "girls aged 10–14 years": [],
    "for 60 years": ["60 years"],
    "resolution 2692 (2023), paragraphs 12 and 14, articles 5 and 6": [],
    "in 2021, 2022 and 2023 meetings were held": [],
    "the 2019–2020 sessions": [],
    "COP 28 delegates, Highway 61 vehicles, phase 2 projects": [],
    "from 3 to 7 June 2024, at 10 a.m.": [],
    "the 24/7 networks and F-16 aircraft": [],
    "a 12-month period": [],
}
_SHARES = {
    "38 per cent of all country reviews": [("38 per cent of all country reviews", "38", "")],
    "12.5% of women": [("12.5% of women", "12.5", "")],
    "between 10 and 20 per cent": [("between 10 and 20 per cent", "20", "10")],
    "10-15 per cent": [("10-15 per cent", "15", "10")],
    # A comma parts thousands: whose decimal it is, the text does not say.
    "19,3 % of people": [],
    "3 percentage points": [],
}
_SUMS = {
    "US$ 1.2 million": ("USD", "1200000"),
    "US$1 billion": ("USD", "1000000000"),
    "$5,137,418": ("USD", "5137418"),
    "€ 3 million": ("EUR", "3000000"),
    "3 million euros": ("EUR", "3000000"),
    "£20 billion": ("GBP", "20000000000"),
    "NZ$ 300": ("NZD", "300"),
    "CHF 300": ("CHF", "300"),
    "500,000 Canadian dollars": ("CAD", "500000"),
    "10 million Swiss francs": ("CHF", "10000000"),
    "20 million United States dollars": ("USD", "20000000"),
    "300 Kenyan shillings": ("KES", "300"),
    "between $10 million and $20 million": ("USD", "20000000"),
}


@pytest.mark.parametrize(("text", "words"), _COUNTS.items(), ids=list(_COUNTS))
def test_finds_numbers_with_what_they_count(text: str, words: list[str]) -> None:
    """A number counts only with the thing behind it; names, dates, ages and places do not."""
    found = [one for one in find_figures(text) if one.rule != "share"]
    assert [text[one.start : one.end] for one in found] == words


@pytest.mark.parametrize(("text", "shares"), _SHARES.items(), ids=list(_SHARES))
def test_finds_shares(text: str, shares: list[tuple[str, str, str]]) -> None:
    """A share is in per cent; the lower end of a range is told apart."""
    found = [one for one in find_figures(text) if one.rule == "share"]
    assert [
        (text[one.start : one.end], one.fields["number"], one.fields.get("from", ""))
        for one in found
    ] == shares


@pytest.mark.parametrize(("text", "sums"), _SUMS.items(), ids=list(_SUMS))
def test_finds_sums_of_money_with_their_currency(text: str, sums: tuple[str, str]) -> None:
    """The number is told in full, the currency by its ISO 4217 code."""
    (found,) = find_figures(f"It received {text} last year.")
    assert found.name == text
    assert (found.fields["currency"], found.fields["number"]) == sums


def test_tells_the_year_only_where_the_sentence_names_one() -> None:
    """Of two years in one sentence, none is the figure's."""
    (one,) = find_figures("In 2023, the Office held 23 meetings.")
    (two,) = find_figures("In 2022 and 2023, the Office held 23 meetings.")
    assert one.fields["year"] == "2023"
    assert "year" not in two.fields
