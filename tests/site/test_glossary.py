"""The glossary: every term, where it is defined, every use; and the links that lead there."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import REPORT
from tests.site.pages import BuiltPage, of_class, target, words
from tests.site.report_model import Model, walk

DEFINED = {
    "AIAMP": 52, "EMPACT": 40, "FIFA": 96, "GFAR": 108, "ICAT": 25, "INTERPOL": 31, "IOC": 84,
    "KNOWTS": 27, "MERCOSUR": 52, "NATO": 114, "OECD": 112, "REDCOOP": 52, "RFAI": 52,
    "SHERLOC": 5, "STARSOM": 34, "StAR": 108, "TRACK": 73, "TRACK4TIP": 24, "UNDP": 111,
    "UNODC": 2, "WACAP": 54, "SAMA": 43, "Europol": 44, "Eurojust": 55,
}  # fmt: skip
"""Terms that the report introduces with their long form, and the paragraph that does so."""
UNEXPANDED = {"RevMod", "goIFAR", "CRIMJUST", "GLO.ACT", "KAFO", "CoSP10", "COP 28"}
"""Terms that the report never expands."""
NAMED = {"GlobE Network", "CASC Network", "G20", "C4"}


def shown_terms(page: BuiltPage) -> dict[str, list[str]]:
    """Each term of the glossary page with the text of the paragraphs under its heading."""
    found: dict[str, list[str]] = {}
    for heading in page.report.iter("h2"):
        name = " ".join(words(heading))
        found[name] = []
        below = heading.getnext()
        while below is not None and below.tag != "h2":
            found[name].append(" ".join(words(below)))
            below = below.getnext()
    return found


@pytest.fixture
def glossary(pages: dict[str, BuiltPage]) -> BuiltPage:
    """The glossary page."""
    return pages["en/glossary.html"]


def test_every_term_stands_in_the_glossary_in_order(glossary: BuiltPage) -> None:
    """All terms that the report introduces or that editors named, sorted as a reader looks."""
    names = list(shown_terms(glossary))
    assert {*DEFINED, *UNEXPANDED, *NAMED} <= set(names)
    assert names == sorted(names, key=str.casefold)


def test_the_defining_paragraph_is_marked(glossary: BuiltPage) -> None:
    """Of the paragraphs that use a term, the one that gives the long form is marked."""
    marked: dict[str, list[str]] = {}
    for heading in glossary.report.iter("h2"):
        below = heading.getnext()
        while below is not None and below.tag != "h2":
            marked.setdefault(" ".join(words(heading)), []).extend(
                " ".join(words(strong)) for strong in below.iter("strong")
            )
            below = below.getnext()
    assert {name: marked[name] for name in DEFINED} == {
        name: [str(number)] for name, number in DEFINED.items()
    }
    assert {name: marked[name] for name in UNEXPANDED} == {name: [] for name in UNEXPANDED}


def test_the_long_form_is_the_report_s_own(glossary: BuiltPage, model: Model) -> None:
    """A long form or definition stands word for word in the report; else it says there is none."""
    texts = " ".join(
        paragraph["text"] for placed in walk(model) for paragraph in placed.section["paragraphs"]
    )
    for name, (long, *_) in shown_terms(glossary).items():
        if name in UNEXPANDED:
            assert long == "Not expanded in the report."
        else:
            assert long in texts, name


def test_each_use_is_listed_in_order(
    glossary: BuiltPage, report_pages: dict[str, BuiltPage]
) -> None:
    """The paragraphs under a term are those whose text links to it, in reading order."""
    linked: dict[str, list[int]] = {}
    for page in report_pages.values():
        for paragraph in of_class(page.tree, "div", "para"):
            for link in of_class(paragraph, "a", "term"):
                number = int(paragraph.get("data-number", ""))
                linked.setdefault(link.get("href", "").partition("#")[2], []).append(number)
    for heading in glossary.report.iter("h2"):
        listed: list[int] = []
        below = heading.getnext()
        while below is not None and below.tag != "h2":
            listed.extend(
                int(" ".join(words(link)))
                for link in below.iter("a")
                if (link.get("href") or "").startswith("E/CN.15/2024/5/")
            )
            below = below.getnext()
        assert listed, heading.text_content()
        assert listed == sorted(set(linked[heading.get("id", "")])), heading.text_content()


def test_a_term_links_to_its_entry_and_shows_its_long_form(
    glossary: BuiltPage, report_pages: dict[str, BuiltPage]
) -> None:
    """Each linked term leads to the entry of that name; the tip holds what the entry says."""
    shown = shown_terms(glossary)
    variants = {"Globe Network": "GlobE Network"}
    count = 0
    for page in report_pages.values():
        for link in of_class(page.tree, "a", "term"):
            name = " ".join(words(link))
            found = target(page, link.get("href", ""))
            assert found is not None
            assert found[0] == "en/glossary.html"
            entry = " ".join(words(glossary.at(found[1])))
            assert entry == variants.get(name, name)
            assert link.get("data-long", "").rstrip(".") == shown[entry][0].rstrip(".")
            count += 1
    assert count > 100


def test_terms_are_no_links_in_headings_and_links(pages: dict[str, BuiltPage]) -> None:
    """No term link stands in a heading, in another link, in an indicator or in the tree."""
    for page in pages.values():
        for link in of_class(page.tree, "a", "term"):
            above = {str(element.tag) for element in link.iterancestors()}
            assert not above & {"h1", "h2", "h3", "h4", "h5", "h6", "a", "sup", "nav", "code"}


@pytest.mark.parametrize(
    ("name", "identifier", "plain"),
    [
        ("iii-b-2-judicial-integrity.html", "para-85", "www.unodc.org/ji"),
        ("iii-a.html", "para-61", "CAC/COSP/2023/21"),
    ],
)
def test_terms_are_no_links_in_addresses(
    report_pages: dict[str, BuiltPage], name: str, identifier: str, plain: str
) -> None:
    """An address or symbol is one link, not broken by a term inside it."""
    place = report_pages[name].at(identifier)
    assert plain in [" ".join(words(link)) for link in of_class(place, "a", "external")]


def test_terms_of_the_report_are_all_linked(report_pages: dict[str, BuiltPage]) -> None:
    """Outside headings and addresses no UNODC, INTERPOL or StAR is left without its link."""
    for page in report_pages.values():
        for text in page.report.iter("p"):
            if page.address == f"{REPORT}/documents.html":
                continue
            left = "".join(text.xpath(".//text()[not(ancestor::a)]"))
            assert not re.search(r"(?<![\w/.])(?:UNODC|INTERPOL|StAR|SHERLOC)(?![\w/])", left), left
