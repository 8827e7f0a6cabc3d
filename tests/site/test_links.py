"""Every address in the built site leads somewhere, and nothing is loaded from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.pages import (
    BuiltPage,
    broken_links,
    foreign_loads,
    read_pages,
    repeated_ids,
)

GOOD = (
    '<p id="here">A</p><a href="b.html#there">b</a><a href="#here">a</a><a href="https://x/">x</a>'
)


def site_of(folder: Path, body: str) -> tuple[Path, dict[str, BuiltPage]]:
    """A site of two pages; the second holds the id `there`."""
    for name, content in (("a", body), ("b", '<p id="there">B</p>')):
        page = f"<!doctype html><html><head></head><body>{content}</body></html>"
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder, read_pages(folder)


def test_every_link_and_fragment_resolves(site: Path, pages: dict[str, BuiltPage]) -> None:
    """Entries, terms, documents cited, footnotes, numbers, navigation, assets: none is broken."""
    assert broken_links(site, pages) == []


def test_the_link_check_sees_the_whole_site(pages: dict[str, BuiltPage]) -> None:
    """The report, the glossary, the home page and the maintainers' pages are among the checked."""
    assert {
        "index.html",
        "404.html",
        "en/glossary.html",
        "en/E/CN.15/2024/5/index.html",
        "en/E/CN.15/2024/5/documents.html",
        "en/E/CN.15/2024/5/ii-d-2.html",
    } <= set(pages)
    assert any(address.startswith("maintainers/") for address in pages)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (GOOD, []),
        ('<a href="c.html">c</a>', ["a.html: c.html: no such file"]),
        ('<a href="b.html#nowhere">b</a>', ["a.html: b.html#nowhere: no such id"]),
        ('<a href="#nowhere">a</a>', ["a.html: #nowhere: no such id"]),
        ('<a href="../b.html">out</a>', ["a.html: ../b.html: no such file"]),
        ('<img src="c.png">', ["a.html: c.png: no such file"]),
        ('<script src="c.js"></script>', ["a.html: c.js: no such file"]),
        ('<a href="b.html#ther%65">b</a>', []),
    ],
)
def test_a_broken_link_is_caught(tmp_path: Path, body: str, expected: list[str]) -> None:
    """Control: the link check names a missing file, script and fragment, and only those."""
    assert broken_links(*site_of(tmp_path, body)) == expected


def test_no_id_stands_twice_on_a_page(pages: dict[str, BuiltPage]) -> None:
    """A fragment names one place."""
    assert repeated_ids(pages) == []


def test_a_repeated_id_is_caught(tmp_path: Path) -> None:
    """Control: an id that stands twice on a page is named; on two pages it may stand."""
    _, found = site_of(tmp_path, '<p id="there">1</p><p id="x">2</p><p id="x">3</p>')
    assert repeated_ids(found) == ["a.html: x"]


def test_nothing_is_loaded_from_another_host(site: Path, pages: dict[str, BuiltPage]) -> None:
    """A page opens without a network: only links to follow leave the site."""
    assert foreign_loads(site, pages) == []


@pytest.mark.parametrize(
    ("body", "caught"),
    [
        (GOOD, False),
        ('<link rel="canonical" href="https://x.org/">', False),
        ('<img src="data:image/png;base64,AA==">', False),
        ('<script src="https://x.org/a.js"></script>', True),
        ('<img src="//x.org/a.png">', True),
        ('<img srcset="a.png, https://x.org/a.png 2x">', True),
        ('<link rel="stylesheet" href="https://x.org/a.css">', True),
        ('<link rel="preconnect" href="https://x.org">', True),
        ('<iframe src="https://x.org"></iframe>', True),
        ("<p style=\"background: url('https://x.org/a.png')\">a</p>", True),
        ("<style>@import 'https://x.org/a.css';</style>", True),
        ('<meta http-equiv="refresh" content="0; url=https://x.org">', True),
    ],
)
def test_a_load_from_elsewhere_is_caught(tmp_path: Path, body: str, *, caught: bool) -> None:
    """Control: each way to load from another host is seen, a mere link is not."""
    assert bool(foreign_loads(*site_of(tmp_path, body))) is caught


def test_a_stylesheet_that_loads_from_elsewhere_is_caught(tmp_path: Path) -> None:
    """Control: stylesheets are read too."""
    built = site_of(tmp_path, GOOD)
    (tmp_path / "a.css").write_text("a { background: url(//x.org/a.png) }", encoding="utf-8")
    assert foreign_loads(*built) == ["a.css: //x.org/a.png"]
