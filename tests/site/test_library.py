"""A site of several reports: catalogue, links between reports, who cites whom, senses, bundles."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.site.made_up_library import build_library
from tests.site.pages import BuiltPage, broken_links, of_class, read_pages, repeated_ids, words

CITING = "en/E/CN.99/2024/7/i.html"
CITED = "en/A/80/1/i.html"


@pytest.fixture(scope="module")
def library(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the library's project, with its site and a bundle."""
    project = build_library(root, tmp_path_factory.mktemp("library") / "project")
    done = project.run("bundle", "E/CN.99/2024/7")
    assert done.returncode == 0, done.stderr
    return project.folder


@pytest.fixture(scope="module")
def built(library: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its address."""
    return read_pages(library / "site")


def links(element: HtmlElement, name: str) -> list[tuple[str, str]]:
    """Words and address of the links below an element that have a class."""
    return [(" ".join(words(link)), link.get("href", "")) for link in of_class(element, "a", name)]


def test_every_link_and_anchor_of_the_site_resolves(
    library: Path, built: dict[str, BuiltPage]
) -> None:
    """Between reports, languages, glossaries and the catalogue; no id stands twice on a page."""
    assert broken_links(library / "site", built) == []
    assert repeated_ids(built) == []


def test_the_home_page_is_a_catalogue(built: dict[str, BuiltPage]) -> None:
    """Newest first, each symbol once with all its languages, readable without a script."""
    (catalogue,) = of_class(built["index.html"].tree, "div", "catalogue")
    entries = catalogue.findall(".//li")
    assert [entry.get("data-symbol") for entry in entries] == [
        "S/2025/9", "A/80/1", "E/CN.99/2024/7",
    ]  # fmt: skip
    assert " ".join(words(entries[1])) == (
        "On matters of substance Report of the Secretary-General A/80/1 · General Assembly · "
        "13 March 2024 · 3 paragraphs · English, Français"
    )
    assert [link.get("href") for link in entries[1].iter("a")] == [
        "en/A/80/1/index.html", "fr/A/80/1/index.html",
    ]  # fmt: skip
    assert [" ".join(words(head)) for head in catalogue.iter("h3")] == ["2025", "2024"]
    (form,) = catalogue.iter("form")
    assert {field.get("name") for field in form.iter("input", "select")} == {
        "words", "body", "year", "language", "by",
    }  # fmt: skip


def test_citations_lead_to_the_paragraph_or_to_the_report(built: dict[str, BuiltPage]) -> None:
    """One link for symbol and paragraph; the front page where the paragraph is not there."""
    first, second = (built[CITING].at(name) for name in ("para-1", "para-2"))
    assert links(first, "held") == [
        ("A/80/1, para. 2", "../../../../A/80/1/i.html#para-2"),
        ("S/2025/9", "../../../../S/2025/9/index.html"),
    ]
    assert links(second, "held") == [
        ("paragraph 3 of document A/80/1", "../../../../A/80/1/i.html#para-3"),
        ("A/80/1", "../../../../A/80/1/index.html"),
    ]
    assert links(second, "external") == [("A/79/500", "https://docs.un.org/en/A/79/500")]


def test_a_report_says_who_cites_it(built: dict[str, BuiltPage]) -> None:
    """On the front page of each language, and at the paragraphs that are cited by their number."""
    for spoken in ("en", "fr"):
        (section,) = of_class(built[f"{spoken}/A/80/1/index.html"].tree, "section", "cited-by")
        assert [" ".join(words(link)) for link in section.iter("a")] == ["E/CN.99/2024/7", "1", "2"]
    page = built[CITED]
    said = {name: of_class(page.at(name), "aside", "cited-here") for name in ("para-1", "para-2")}
    assert said["para-1"] == []
    assert " ".join(words(said["para-2"][0])) == "Cited in E/CN.99/2024/7, para. 1"
    assert not of_class(built["en/E/CN.99/2024/7/index.html"].tree, "section", "cited-by")


def test_a_short_form_has_an_entry_for_each_sense(built: dict[str, BuiltPage]) -> None:
    """What it stands for in one report never explains it in another."""
    glossary = built["en/glossary.html"]
    heads = {name: glossary.at(f"term-ioc-international-{name}") for name in
             ("olympic-committee", "organization-chemist")}  # fmt: skip
    assert [" ".join(words(head)) for head in heads.values()] == ["IOC", "IOC"]
    assert glossary.at("term-ioc").getparent() is heads["olympic-committee"]
    for address, name in ((CITED, "olympic-committee"), (CITING, "organization-chemist")):
        terms = of_class(built[address].tree, "a", "term")
        assert terms
        for term in terms:
            assert term.get("href", "").endswith(f"glossary.html#term-ioc-international-{name}")


def test_the_search_knows_a_document_by_either_symbol(library: Path) -> None:
    """Other documents have one only, which needs no saying."""
    manifest = (library / "site/search/en/manifest.js").read_text("utf-8").replace("\\", "")
    assert '"symbols":{"a/79/70":"e/cn.99/2024/7"}' in manifest


def test_a_bundle_holds_its_report_alone(library: Path, tmp_path: Path) -> None:
    """No dead link; other reports are links to the web, said to be so; the glossary is its own."""
    with zipfile.ZipFile(library / "dist" / "E_CN.99_2024_7-en.zip") as file:
        file.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    pages = read_pages(folder)
    assert broken_links(folder, pages) == []
    assert not [address for address in pages if address.startswith(("en/A/", "en/S/", "fr/"))]
    paragraph = pages[CITING].at("para-1")
    cited, other = of_class(paragraph, "a", "held")
    assert cited.get("href") == "https://pilcrow.example.org/en/A/80/1/#para-2"
    assert other.get("href") == "https://pilcrow.example.org/en/S/2025/9/"
    for link in (cited, other):
        assert "external" in link.get("class", "").split()
        assert "".join(link.itertext()).endswith(" (needs the internet)")
    entries = [
        head.get("id") for head in pages["en/glossary.html"].tree.iter("h2") if head.get("id")
    ]
    assert entries == ["term-ioc-international-organization-chemist"]
    found = "".join(path.read_text(encoding="utf-8") for path in folder.glob("search/en/*.js"))
    assert "Organization of Chemists" in found
    assert "Olympic" not in found
