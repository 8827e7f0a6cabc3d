"""Page furniture: dropped in all its spellings, and no body line that looks like it."""

import pytest

from pilcrow.passes.furniture_parts import job_number
from tests.unit.made_up import HEAD, open_rules, paragraphs, report_of

SYMBOL = "E/CN.99/2024/7"


def _cut(line: str) -> str:
    return (
        f"# I. One\n\n1. The text is cut here by a page\n\n{line}\n\nand goes on below. \n\n"
        "2. The second text.\n\nV.24-04834 17/18\n\n3. The third text.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        # Vienna
        "V.24-04834 3/18",
        "3/18 V.24-04834",
        "V.24-04834 5/**18**",
        "V.24-04834 **15/18**",
        "**V.24-04834** **3/18**",
        "*V.24-04834* *3/18*",
        "## V.24-04834 3/18",
        "- V.24-04834 3/18",
        "V.24-04834\n\n3/18",
        "3/18\nV.24-04834",
        "V.24-04834 (E)",
        "V.24-04834(E) 120424 150424",
        # New York
        "2/18 24-22036",
        "24-22036 2/18",
        "24-22036",
        "25-02891 (E)",
        # Geneva
        "GE.25-06441 3",
        "2 GE.25-06441",
        "GE.25-06441",
        "GE.25-06441(E)",
        "GE.25-06441\n\n3",
        # older documents
        "/...",
        "/…",
        f"/...\n\n{SYMBOL}\nEnglish\nPage 4",
        f"/...\n\n{SYMBOL}\n\nEnglish\n\nPage 4",
        "Page 2",
        "**Page 2**",
        f"{SYMBOL} Page 3",
        f"{SYMBOL} English Page 3",
        "95-16166 (E) 300595 /...",
        # anywhere
        SYMBOL,
        f"**{SYMBOL}**",
        f"# {SYMBOL}",
        "Please recycle",
        "*2404834*",
        "---",
        "<!-- image -->",
    ],
)
def test_furniture_is_dropped_and_the_paragraph_it_cut_is_whole(line: str) -> None:
    """The text on both sides of it is one sentence again, and the furniture is listed."""
    report = report_of(_cut(line))
    assert paragraphs(report)["para-1"] == "The text is cut here by a page and goes on below."
    assert not open_rules(report)
    assert report.ledger.lost == 0
    assert report.ledger.furniture >= 2
    assert len(report.furniture) >= 2


@pytest.mark.parametrize(
    "line",
    [
        "16/30 on cooperation with other conventions",
        "V.24-04834 is the job number of it",
        "Page 4 of the report says",
        "12 States",
        "1,234",
        "E/CN.99/2024/8",
        "A/RES/74/247",
        "English and French",
        "5/18 of them",
        "Please recycle paper in the office",
        "24-22036 is no number",
        "2/18 participants",
        "12.5 per cent",
        "the United Nations",
        f"{SYMBOL} of the year",
    ],
)
def test_a_body_line_that_looks_like_furniture_stays_text(line: str) -> None:
    """Only what can be nothing but furniture is dropped."""
    report = report_of(_cut(line))
    assert paragraphs(report)["para-1"] == (
        f"The text is cut here by a page {line} and goes on below."
    )
    assert [piece.text for piece in report.furniture] == ["V.24-04834 17/18"]


def test_page_feet_between_paragraphs_disappear_without_a_trace() -> None:
    """The report with furniture between its paragraphs is the one without."""
    texts = [f"{number}. Text {number} of the report." for number in range(1, 9)]
    clean = "# I. One\n\n" + "\n\n".join(texts)
    noisy = "# I. One\n\n" + "\n\n".join(
        f"{text}\n\nV.24-04834 {number}/18" for number, text in enumerate(texts, start=2)
    )
    assert paragraphs(report_of(noisy)) == paragraphs(report_of(clean))


def test_bare_numbers_that_count_pages_are_furniture() -> None:
    """Three or more bare numbers, each alone and rising page by page, are page numbers."""
    pages = "# I. One\n\n1. One.\n\n3\n\n2. Two.\n\n4\n\n3. Three.\n\n5\n\n4. Four.\n"
    assert [piece.text for piece in report_of(pages).furniture] == ["3", "4", "5"]


@pytest.mark.parametrize("number", ["12", "2023"])
def test_a_bare_number_inside_a_sentence_stays_where_it_is_and_is_named(number: str) -> None:
    """It may be a page number or a word of the sentence: that is for an editor to say."""
    report = report_of(f"# I. One\n\n1. The States numbered\n\n{number}\n\nin all.\n\n2. Two.\n")
    assert paragraphs(report)["para-1"] == f"The States numbered {number} in all."
    assert "stray-number" in open_rules(report)


def test_the_symbol_in_the_masthead_is_not_furniture() -> None:
    """Before the body the symbol names the report."""
    report = report_of("# I. One\n\n1. One.\n", head=HEAD.replace("United Nations ", ""))
    assert report.masthead.symbol == SYMBOL
    assert not report.furniture


def test_both_symbols_of_a_double_symbol_are_running_heads() -> None:
    """A/52/826–S/1998/222 stands as two lines at the head of each page."""
    head = HEAD.replace(SYMBOL, "A/52/826–S/1998/222")
    report = report_of(
        "# I. One\n\n1. The text is cut\n\n/...\n\nA/52/826\n\nS/1998/222\n\nEnglish\n\nPage 2\n\n"
        "by a page.\n",
        head=head,
    )
    assert report.masthead.symbols == ("A/52/826", "S/1998/222")
    assert paragraphs(report) == {"para-1": "The text is cut by a page."}


@pytest.mark.parametrize(
    ("line", "job"),
    [
        ("GE.19-13879 (R) 210819 230819", "GE.19-13879"),
        ("V.24-04834 (E) 250324", "V.24-04834"),
        ("24-04834 and 12 others", None),
        ("GE.19-13879 (R) 210819 230819 240819", None),
    ],
)
def test_a_job_number_may_have_the_dates_of_its_translation_behind_it(
    line: str, job: str | None
) -> None:
    """One date of the original, two of a translation."""
    assert job_number(line) == job
