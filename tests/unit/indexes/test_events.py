"""Dates in a sentence: which are of something that happened, and from when to when."""

from __future__ import annotations

import pytest

from pilcrow.indexes.events import find_events

_DATES = {
    "The seminar was held from 3 to 7 June 2024.": [("2024-06-03", "2024-06-07")],
    "On 31 December 2023, the Mission closed.": [("2023-12-31", "")],
    "It met on 3 and 4 May 2023.": [("2023-05-03", "2023-05-04")],
    "It met on 21 and 23 November 1994.": [("1994-11-21", ""), ("1994-11-23", "")],
    "Two incidents in April and November 1994.": [("1994-04", ""), ("1994-11", "")],
    "Sessions were held between 3 and 5 May 2022.": [("2022-05-03", "2022-05-05")],
    "It met on 30 June and 1 July 2024.": [("2024-06-30", "2024-07-01")],
    "On 3 May and 5 June 2023, workshops were held.": [("2023-05-03", ""), ("2023-06-05", "")],
    "The Conference met from 30 November to 12 December 2023.": [("2023-11-30", "2023-12-12")],
    "The mission visited Haiti on June 5, 2023.": [("2023-06-05", "")],
    "The tool was launched in March 2021.": [("2021-03", "")],
    "The Network, established in 2010, met.": [("2010", "")],
    "The Network met in 2010.": [],
    "On 29 February 2023 and on 32 May 2023 nothing happened.": [],
    "As at 31 December 2023, the balance was nil.": [],
    "It covers the period from 1 July 2023 to 30 June 2024.": [],
    "The agreement of 31 December 1994 was breached.": [],
    "Resolution 757 (1992) of 30 May 1992 was recalled.": [],
    "It adopted Law No. 199 of 29 October 2016.": [],
    "Respect for the February 1994 agreement and the 31 December 1994 truce agreement": [],
    "On the 3rd of May 2023 they met.": [("2023-05-03", "")],
    "By letter dated 3 May 2024, the President replied.": [],
    "See my reports of 9 May 1994 (S/1994/555) and 1 December 1994 (S/1994/1389).": [],
    "“Leveraging population trends”, Policy Brief, No. 167, November 2024.": [],
    "It was held in May.": [],
}


@pytest.mark.parametrize(("text", "dates"), _DATES.items(), ids=list(_DATES))
def test_dates_what_happened(text: str, dates: list[tuple[str, str]]) -> None:
    """A date is as exact as the text; two dates joined by "and" are a range only if they touch."""
    assert [
        (found.fields["start"], found.fields.get("end", "")) for found in find_events(text)
    ] == dates


def test_an_event_has_the_words_of_its_sentence() -> None:
    """The words say what happened, and hold the date as printed."""
    text = "It said so. The seminar was held from 3 to 7 June 2024 in Vienna. More came."
    (found,) = find_events(text)
    assert text[found.start : found.end] == "The seminar was held from 3 to 7 June 2024 in Vienna"
    assert found.fields["date"] == "3 to 7 June 2024"
