"""References of the report in hand: by the rules of the United Nations' own addresses."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from tests.site.pages import BuiltPage, of_class, words

COSP = "https://docs.un.org/en/CAC/COSP/2023/21"
EXPECTED = {
    "para-1": [
        ("Economic and Social Council decision 2023/330", "https://docs.un.org/en/E/DEC/2023/330")
    ],
    "para-2": [("E/CN.15/2024/1", "https://docs.un.org/en/E/CN.15/2024/1")],
    "para-11": [("General Assembly resolution 74/247", "https://docs.un.org/en/A/RES/74/247")],
    "para-58": [
        (
            "Commission on Crime Prevention and Criminal Justice resolution 31/1",
            "https://docs.un.org/en/E/2022/30",
        )
    ],
    "para-60": [
        ("Security Council resolution 2692 (2023)", "https://docs.un.org/en/S/RES/2692(2023)"),
        ("S/2023/780", "https://docs.un.org/en/S/2023/780"),
        ("S/2024/79", "https://docs.un.org/en/S/2024/79"),
    ],
    "para-61": [
        *((f"resolution 10/{number}", COSP) for number in range(1, 13)),
        *((f"decision 10/{number}", COSP) for number in (1, 2)),
        ("CAC/COSP/2023/21", COSP),
    ],
    "para-85": [("www.unodc.org/ji", "https://www.unodc.org/ji")],
    "fn-asterisk": [("E/CN.15/2024/1", "https://docs.un.org/en/E/CN.15/2024/1")],
    "fn-2": [("https://track.unodc.org/", "https://track.unodc.org/")],
    "fn-3": [
        (
            "https://track.unodc.org/track/en/follow-up-process-to-ungass-2021/contributions.html",
            "https://track.unodc.org/track/en/follow-up-process-to-ungass-2021/contributions.html",
        )
    ],
}
"""Paragraph or note: the words that link, and where to. All other paragraphs link nowhere."""


def holders(report_pages: dict[str, BuiltPage]) -> dict[str, list[tuple[str, str]]]:
    """Every reference in paragraphs and notes by the id of what holds it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for page in report_pages.values():
        blocks = [
            *of_class(page.tree, "div", "para"),
            *of_class(page.tree, "div", "footnote"),
        ]
        for block in blocks:
            links = [
                (" ".join(words(link)), link.get("href", ""))
                for link in of_class(block, "a", "reference")
            ]
            if links:
                found[block.get("id", "")] = links
    return found


def test_references_lead_where_they_should(report_pages: dict[str, BuiltPage]) -> None:
    """The whole table: each cited document links, and nothing else does."""
    assert holders(report_pages) == EXPECTED


@pytest.mark.parametrize("number", [9, 62, 68, 105])
def test_other_documents_paragraphs_never_link_here(
    report_pages: dict[str, BuiltPage], number: int
) -> None:
    """Articles and paragraphs of other documents, and what has no known address, are plain text."""
    (paragraph,) = [
        block
        for page in report_pages.values()
        for block in of_class(page.tree, "div", "para")
        if block.get("data-number") == str(number)
    ]
    assert of_class(paragraph, "a", "reference") == []


def test_external_links_say_what_they_need(pages: dict[str, BuiltPage]) -> None:
    """Every link in a report that leaves the site is marked; no mark stands on a link within."""
    count = 0
    for page in pages.values():
        for report in of_class(page.tree, "div", "report"):
            for link in report.iter("a"):
                leaves = link.get("href", "").startswith(("http:", "https:"))
                assert ("external" in link.get("class", "").split()) is leaves
                assert ("Needs internet" in link.get("title", "")) is leaves
                assert (link.get("rel") == "external") is leaves
                count += leaves
    assert count > 25


def test_unchecked_addresses_say_so(report_pages: dict[str, BuiltPage]) -> None:
    """An address that follows from a fact nobody has checked is marked as such, and no other."""
    unverified = {
        " ".join(words(link)): link.get("title")
        for page in report_pages.values()
        for link in of_class(page.tree, "a", "unverified")
    }
    assert unverified == {
        "Economic and Social Council decision 2023/330": "Needs internet; address not verified",
        "Commission on Crime Prevention and Criminal Justice resolution 31/1": (
            "Needs internet; address not verified"
        ),
    }


def test_documents_cited_lists_what_paragraphs_cite(report_pages: dict[str, BuiltPage]) -> None:
    """Each document a paragraph links to is listed with its address and that paragraph."""
    page = report_pages["documents.html"]
    listed: dict[str, set[str]] = {}
    entries = of_class(page.report, "li", "index-entry")
    for entry in entries:
        name, *paragraphs = entry.iter("a")
        if name.get("href", "").startswith("http"):
            listed.setdefault(unquote(name.get("href", "")), set()).update(
                link.get("href", "").partition("#")[2] for link in paragraphs
            )
    cited: dict[str, set[str]] = {}
    for holder, references in EXPECTED.items():
        if holder.startswith("para-"):
            for _, address in references:
                cited.setdefault(address, set()).add(holder)
    assert cited.items() <= {key: value for key, value in listed.items() if key in cited}.items()
    names = [" ".join(words(entry)) for entry in entries]
    # The same number of two kinds are two texts, and one without an address is listed too.
    assert sum("decision 10/1 (in CAC/COSP/2023/21)" in name for name in names) == 1
    assert sum("resolution 10/1 (in CAC/COSP/2023/21)" in name for name in names) == 1
    (plain,) = [entry for entry in entries if "resolution 4/6" in entry.text_content()]
    assert [link.get("href") for link in plain.iter("a")] == ["iii-a-1.html#para-62"]
