"""The machine editions in the built site, and what leads to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.site.pages import BuiltPage
from tests.site.project import pilcrow

REPORT = "en/E/CN.15/2024/5"
SITE = "https://pilcrow.example.org/"


@pytest.mark.parametrize(
    ("name", "form"),
    [("report.json", "json"), ("report.md", "markdown"), ("report.akn.xml", "akn")],
)
def test_an_edition_stands_beside_the_pages(root: Path, site: Path, name: str, form: str) -> None:
    """The very bytes that `pilcrow export` prints; the JSON those of `pilcrow model`."""
    done = pilcrow(root, "export", "reports/E_CN.15_2024_5", "--to", form)
    assert done.returncode == 0, done.stderr
    assert (site / REPORT / name).read_text(encoding="utf-8") == done.stdout
    if form == "json":
        assert done.stdout == pilcrow(root, "model", "reports/E_CN.15_2024_5").stdout


def test_the_markdown_edition_is_no_page(pages: dict[str, BuiltPage]) -> None:
    """It is copied, not rendered."""
    assert f"{REPORT}/report.html" not in pages


def test_every_page_of_the_report_names_its_editions(
    site: Path, report_pages: dict[str, BuiltPage]
) -> None:
    """In its head, by media type, with an address that is there; other pages name none."""
    assert len(report_pages) > 30
    for name in report_pages:
        text = (site / REPORT / name).read_text(encoding="utf-8")
        links = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)"', text)
        assert links == [
            ("application/json", "report.json"),
            ("text/markdown", "report.md"),
            ("application/akn+xml", "report.akn.xml"),
        ], name
    for other in ("index.html", "en/glossary.html", "how-to-use.html"):
        assert 'rel="alternate"' not in (site / other).read_text(encoding="utf-8")


def test_the_front_page_says_what_it_is(site: Path) -> None:
    """Structured data on the front page only, with the documents that the report cites."""
    found = [
        (page, data)
        for page in sorted(site.rglob("*.html"))
        for data in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8")
        )
    ]
    assert [page for page, _ in found] == [site / REPORT / "index.html"]
    data = json.loads(found[0][1])
    assert data["identifier"] == "E/CN.15/2024/5"
    assert data["@id"] == f"{SITE}{REPORT}/"
    assert "https://docs.un.org/en/S/2023/780" in {cited["url"] for cited in data["citation"]}
    for media in data["encoding"]:
        assert (site / media["contentUrl"].removeprefix(SITE)).is_file()


def test_the_sitemap_lists_every_page_and_nothing_of_the_day(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    """Each page once, but the whole report, which repeats them; no date of the build."""
    tree = etree.parse(str(site / "sitemap.xml"))
    listed = [str(loc.text) for loc in tree.iter("{*}loc")]
    expected = {
        SITE + address
        for address in pages
        if address != "404.html" and not address.endswith("whole.html")
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
    assert not list(tree.iter("{*}lastmod"))


def test_llms_txt_leads_to_what_is_there(site: Path) -> None:
    """Every address in it is one of the site's."""
    text = (site / "llms.txt").read_text(encoding="utf-8")
    addresses = re.findall(r"\]\((https://[^)]+)\)", text)
    assert f"{SITE}{REPORT}/report.md" in addresses
    for address in addresses:
        assert (site / address.removeprefix(SITE)).is_file(), address
