"""What readers type and paste to go straight to a place, and the forms numbers are written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pilcrow.search import Entry, Kind
from tests.browser.browsers import watched
from tests.browser.made_index import paragraphs, with_index
from tests.browser.search_page import answers
from tests.browser.site_pages import REPORT

HERE = "E/CN.15/2024/5"

PLACES = {
    "para-54": (
        "par. 54",
        "#54",
        "para-54",
        "#para-54",
        "пункт 54",
        "الفقرة ٥٤",
        "E/CN.15/2024/5 (para. 54)",
        "para. 54 of E/CN.15/2024/5",
        "E / CN.15 / 2024 / 5, para. 54",
        "<https://example.org/en/E/CN.15/2024/5/#para-54>",
        "https://example.org/en/E/CN.15/2024/5/ii-d-2.html?h=boat#para-54",
        "file:///home/me/My Docs (1) é #2 100%/copy/en/E/CN.15/2024/5/ii-d-2.html#para-54",
        "file:///C:/My%20Docs%20%232%20100%25/en/E/CN.15/2024/5/ii-d-2.html#para-54",
        r"C:\Users\me\copy\en\E\CN.15\2024\5\ii-d-2.html#para-54",
        "paras 54 to 57",
        "párrs. 54 a 57",
    ),
    # Paragraph 115 (b) has no members: what holds the place asked for is offered.
    "para-115-b": ("115b", "115 b", "115 b)", "paragraph 115 (b)", "115(b)(i)"),
    "ii-d-2": (
        "ii.d.2",
        "Section II.D.2",
        "section II D 2",
        "раздел II.D.2",
        "https://example.org/en/E/CN.15/2024/5/ii-d-2.html",
    ),
    "iii": ("Chapter III", "chapter iii"),
    "": (
        "https://docs.un.org/en/E/CN.15/2024/5",
        "undocs.org/E/CN.15/2024/5",
        "https://undocs.org/Home/Mobile?FinalSymbol=E%2FCN.15%2F2024%2F5&Language=E",
    ),
}
WRITTEN = {
    "para-11": ("A/RES/74/247", "a/res/74/247"),
    "para-60": ("S/RES/2692 (2023)", "S/RES/2692(2023)"),
    "para-10": ("5 137 418", "$5 137 418", "5.137.418"),
    "para-16": ("3 490", "390.151"),
    "para-110": ("$10.1bn", "10.1 bn"),
    "para-80": ("vietnam malaysia",),
}


def first_of(page: Page, queries: Iterable[str]) -> dict[str, str | None]:
    """The fragment that each query finds first."""
    found = answers(page, queries, 1, HERE)
    return {query: next(iter(first), None) for query, (first, _) in found.items()}


@pytest.mark.one_way
@pytest.mark.parametrize("expected", [PLACES, WRITTEN], ids=["places", "numbers"])
def test_what_readers_write_leads_there(
    page: Page, address: str, expected: dict[str, tuple[str, ...]]
) -> None:
    """Each form that readers know from letters, footnotes and address bars comes first."""
    page.goto(f"{address}{REPORT}/i.html")
    wanted = {query: place for place, queries in expected.items() for query in queries}
    assert first_of(page, wanted) == wanted


@pytest.mark.one_way
def test_numbers_and_words_point_nowhere(page: Page, address: str) -> None:
    """A number with spaces is no list of paragraphs, and a word of Roman figures no section."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate("() => pilcrowSearch.ready().then(() => true)")
    for query in ("5 137 418", "54 women", "24 x 7", "13 March 2024", "civil", "mix", "and/or"):
        assert page.evaluate("query => pilcrowSearch.pointsAt(query)", query) is None, query


@pytest.mark.one_way
@pytest.mark.parametrize("pasted", ["A" + ".1" * 400 + "!", "see A" + "-A" * 400 + "!"])
def test_a_long_text_like_a_symbol_does_not_stop_the_page(
    page: Page, address: str, pasted: str
) -> None:
    """It is read one way only; read in every way that its parts allow, it would take for ever."""
    page.goto(f"{address}{REPORT}/i.html")
    page.evaluate("() => pilcrowSearch.ready().then(() => true)")
    page.evaluate(
        """pasted => setTimeout(() => {
          document.body.dataset.read = String(pilcrowSearch.pointsAt(pasted));
        })""",
        pasted,
    )
    page.locator("body[data-read=null]").wait_for(state="attached", timeout=10_000)


TEXTS = (
    "See A/RES/60/1 and S/RES/1325 (2000).",
    "Of this, 68 743 800 was spent.",
    "As in E/2004/26-E/CN.5/2004/8.",
    "Nothing of the kind.",
    "En español: 12.450.",
)


def assert_first(browser: Browser, copy: Path, wanted: Mapping[str, str | None]) -> None:
    """In this copy of the site, opened from its folder, each query finds first what is wanted."""
    with watched(browser, "file:") as page:
        page.goto(f"{copy.as_uri()}/{REPORT}/i.html")
        assert first_of(page, wanted) == wanted


def test_other_names_are_found_from_either(browser: Browser, site: Path, tmp_path: Path) -> None:
    """A resolution by its number or symbol, a number with or without spaces, a second symbol."""
    copy = with_index(site, tmp_path / "site", paragraphs(TEXTS))
    wanted = {
        "resolution 60/1": "para-1",
        "1325": "para-1",
        "68743800": "para-2",
        "68,743,800": "para-2",
        "68 743 800": "para-2",
        "68.743.800": "para-2",
        "12450": "para-5",
        "12.450": "para-5",
        "12 450": "para-5",
        "E/2004/26": "para-3",
        "E/CN.5/2004/8": "para-3",
        "61/1": None,
    }
    assert_first(browser, copy, wanted)


def test_a_second_symbol_leads_to_the_document(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """A document of two bodies is one under either symbol; one that it cites is another."""
    front = Entry(
        kind=Kind.FRONT,
        location="en/A/1/index.html",
        title="Letter, with a copy to S/1998/5",
        symbol="A/1",
        symbols=("A/1", "S/1998/222"),
    )
    copy = with_index(site, tmp_path / "site", [front, *paragraphs(TEXTS)])
    wanted = {
        "S/1998/222, para. 2": "para-2",
        "para. 3 of s/1998/222": "para-3",
        "A/1, para. 2": "para-2",
        "S/1998/222": "",
        "S/1998/5, para. 2": None,
    }
    assert_first(browser, copy, wanted)


def test_a_section_of_the_budget_is_a_document(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """Its symbol has brackets, which are printed behind a space."""
    budget = "A/81/6(Sect.16)"
    copy = with_index(
        site, tmp_path / "site", [replace(entry, symbol=budget) for entry in paragraphs(TEXTS)]
    )
    wanted = {
        "A/81/6 (Sect. 16), para. 3": "para-3",
        "a/81/6(sect.16) para 2": "para-2",
        "para. 4 of A/81/6 (Sect. 16)": "para-4",
        "A/81/6 (Sect. 17), para. 3": None,
        "A/81/6, para. 3": None,
    }
    assert_first(browser, copy, wanted)
