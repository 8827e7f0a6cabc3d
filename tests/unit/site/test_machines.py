"""What a site tells machines: editions, structured data, llms.txt."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.site.machines import (
    ListedPage,
    ListedReport,
    cited_documents,
    editions_beside,
    editions_note,
    is_edition,
    llms_text,
    structured_data,
    translations,
)

FOLDER = "en/A/80/1"
FILES = frozenset(f"{FOLDER}/report.{end}" for end in ("json", "md", "akn.xml"))
FIELDS: dict[str, object] = {
    "symbol": "A/80/1",
    "title": "Made-up <affairs>",
    "subtitle": "Report of the Secretary-General",
    "date": "2024-03-13",
    "organ": "General Assembly",
    "language": "en",
    "paragraphs": "paras. 1–9",
}
ADDRESS = "https://example.org/x/en/A/80/1/"


def _data(fields: dict[str, object]) -> str:
    return structured_data(
        fields,
        address=ADDRESS,
        part_of=("S", "https://example.org/x/"),
        cited=(("A/RES/1", "https://docs.un.org/en/A/RES/1"),),
        editions=editions_beside(FOLDER, FILES),
    )


def test_a_page_names_the_editions_that_are_there() -> None:
    """All three, one, none: what is not beside the pages is not promised."""
    assert [e.file for e in editions_beside(FOLDER, FILES)] == [
        "report.json", "report.md", "report.akn.xml",
    ]  # fmt: skip
    assert [e.name for e in editions_beside(FOLDER, [f"{FOLDER}/report.json"])] == ["JSON"]
    assert editions_note(editions_beside("en/A/80/2", FILES)) == ""
    assert '<a href="report.akn.xml" type="application/akn+xml">' in editions_note(
        editions_beside(FOLDER, FILES)
    )


@pytest.mark.parametrize(
    ("path", "files", "expected"),
    [
        (f"{FOLDER}/report.md", FILES, True),
        (f"{FOLDER}/report.md", frozenset({f"{FOLDER}/report.md"}), False),
        ("report.md", FILES, False),
        (f"{FOLDER}/i.md", FILES, False),
    ],
)
def test_only_an_edition_is_taken_out_of_the_pages(
    path: str, files: frozenset[str], *, expected: bool
) -> None:
    """A page by hand of that name stays a page."""
    assert is_edition(path, files) is expected


def test_structured_data_say_what_the_front_page_says() -> None:
    """A report with symbol, date, language, publisher, what it is part of and what it cites."""
    data = json.loads(_data(FIELDS))
    assert data["@type"] == "Report"
    assert data["identifier"] == data["reportNumber"] == "A/80/1"
    assert (data["datePublished"], data["inLanguage"]) == ("2024-03-13", "en")
    assert data["publisher"]["name"] == "United Nations"
    assert data["isPartOf"]["url"] == "https://example.org/x/"
    assert data["citation"][0]["url"] == "https://docs.un.org/en/A/RES/1"
    assert data["sameAs"] == "https://docs.un.org/en/A/80/1"
    assert data["encoding"][2]["contentUrl"] == f"{ADDRESS}report.akn.xml"
    assert data["creditText"] == (
        "United Nations, Made-up <affairs>: Report of the Secretary-General (A/80/1, 13 March 2024)"
    )


def test_what_is_not_known_is_not_said() -> None:
    """Without date and organ there is no empty field."""
    data = json.loads(_data({"symbol": "A/80/1", "title": "T"}))
    assert not {"datePublished", "sourceOrganization", "alternativeHeadline"} & set(data)


class _Scripts(HTMLParser):
    """Counts tags."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        del attrs
        self.tags.append(tag)


@given(
    st.one_of(st.text(), st.sampled_from(["</script><script>alert(1)</script>", "<!--<script>"]))
)
def test_no_title_leaves_its_script_element(title: str) -> None:
    """Whatever a report is called, it is read back as it is and opens no tag."""
    text = _data({**FIELDS, "title": title})
    if title:
        assert json.loads(text)["name"] == title
    parser = _Scripts()
    parser.feed(f'<script type="application/ld+json">{text}</script>')
    assert parser.tags == ["script"]
    assert "<" not in text


def test_cited_documents_are_those_that_the_page_links_to() -> None:
    """Names with escapes; what has no link is left out."""
    page = (
        "# Documents cited\n\n## Documents\n\n"
        "- [A/RES/1](https://docs.un.org/en/A/RES/1), para. [2](i.md#para-2)\n"
        "- Some resolution 4/6, para. [62](ii.md#para-62)\n"
        "- [a\\_b \\[c\\]](https://a.example/b\\_c%28d%29), para. [3](i.md#para-3)\n"
    )
    assert cited_documents(page) == (
        ("A/RES/1", "https://docs.un.org/en/A/RES/1"),
        ("a_b [c]", "https://a.example/b_c%28d%29"),
    )


def test_a_page_names_itself_in_the_report_s_other_languages() -> None:
    """Each language with its address from the page; a page that only one has names none."""
    files = {"en/A/80/1/i.md", "ru/A/80/1/i.md", "en/A/80/1/ii.md", "fr/A/80/2/ii.md"}
    folders = ["en/A/80/1", "ru/A/80/1"]
    assert translations("en/A/80/1/i.md", folders, files) == (
        ("en", "i.html"),
        ("ru", "../../../../ru/A/80/1/i.html"),
    )
    assert translations("en/A/80/1/ii.md", folders, files) == ()
    assert translations("en/A/80/1/i.md", ["en/A/80/1"], files) == ()


@given(st.text(), st.text(max_size=20))
def test_llms_txt_keeps_its_form(title: str, name: str) -> None:
    """One heading, a summary, then lists of links, as llmstxt.org asks, whatever titles hold."""
    text = llms_text(
        "Site",
        "What it is",
        [
            ListedReport(
                fields={**FIELDS, "title": title},
                address=ADDRESS,
                editions=editions_beside(FOLDER, FILES),
            )
        ],
        [ListedPage(title=name, address="https://example.org/x/help.html")],
    )
    blocks = text.rstrip("\n").split("\n\n")
    assert blocks[:2] == ["# Site", "> What it is"]
    assert [block for block in blocks if block.startswith("#")] == [
        "# Site", "## Reports", "## Optional",
    ]  # fmt: skip
    for line in (blocks[4], blocks[6]):
        assert re.fullmatch(r"- \[(?:[^\]\\]|\\.)*\]\(https://[^)]+\)(?:: .*)?", line), line
    assert f"({ADDRESS}report.md)" in blocks[4]
    assert f"[Akoma Ntoso XML]({ADDRESS}report.akn.xml)" in blocks[4]
