"""Trees and neighbours of pages: one report's own, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pilcrow.site.addresses import address
from pilcrow.site.library import SiteLibrary
from pilcrow.site.navigation import NavigationEntry, navigation_for
from tests.unit.site.rendering import FOLDER, Site, front, glossary, matter, section

OTHER = "en/A/80/1/Add.1"
HAND = (("index.md", "Pilcrow"), ("maintainers/index.md", "Start"), ("maintainers/api.md", "API"))


def library() -> SiteLibrary:
    """Two reports, the second in a folder below the first's, and a glossary."""
    made = SiteLibrary()
    made.read(
        {
            f"{FOLDER}/index.md": front(),
            f"{FOLDER}/ii.md": section("", name="ii", order=2),
            f"{FOLDER}/ii-b.md": section("5\\. E.", name="ii-b", order=4, parent="ii"),
            f"{FOLDER}/ii-a.md": section("4\\. D.", name="ii-a", order=3, parent="ii"),
            f"{FOLDER}/i.md": section("1\\. A.", name="i", order=1),
            f"{FOLDER}/documents.md": matter(title="Documents", symbol="A/80/1", language="en"),
            f"{OTHER}/index.md": front().replace('"A/80/1"', '"A/80/1/Add.1"'),
            f"{OTHER}/i.md": section("1\\. A.").replace('"A/80/1"', '"A/80/1/Add.1"'),
            "en/glossary.md": glossary(),
            "index.md": "# Home\n",
        }.items()
    )
    return made


def urls(entries: tuple[NavigationEntry, ...]) -> Iterator[str]:
    """Addresses of entries and all below, in order."""
    for entry in entries:
        if entry.url:
            yield entry.url
        yield from urls(entry.children)


ORDER = ["index", "i", "ii", "ii-a", "ii-b", "documents"]


@pytest.mark.parametrize("name", ORDER)
def test_a_page_of_a_report_has_its_report_s_tree(name: str) -> None:
    """Home, the report's pages in reading order, the glossary; no page of another report."""
    tree = navigation_for(library(), f"{FOLDER}/{name}.md", HAND)
    own = [f"{FOLDER}/{page}.html" for page in ORDER]
    assert list(urls(tree.items)) == ["index.html", *own, "en/glossary.html"]


def test_the_way_to_the_page_is_open_and_nothing_else() -> None:
    """The page itself and what it stands in are active."""
    tree = navigation_for(library(), f"{FOLDER}/ii-a.md", HAND)

    def active(entries: tuple[NavigationEntry, ...]) -> Iterator[str]:
        for entry in entries:
            if entry.active:
                yield entry.url or entry.title
            yield from active(entry.children)

    assert [entry for entry in active(tree.items) if entry.endswith(".html")] == [
        f"{FOLDER}/ii-a.html"
    ]
    assert "A/80/1" in set(active(tree.items))


@pytest.mark.parametrize("path", ["index.md", "maintainers/api.md", "en/glossary.md"])
def test_other_pages_leave_reports_to_the_catalogue(path: str) -> None:
    """Pages by hand and the glossary; several reports are listed on the home page alone."""
    tree = navigation_for(library(), path, HAND)
    found = list(urls(tree.items))
    assert sorted(found) == sorted(
        [
            "index.html",
            "maintainers/index.html",
            "maintainers/api.html",
            "en/glossary.html",
        ]
    )


def test_neighbours_stay_within_the_report() -> None:
    """Each page has the one before and after in reading order; the ends have none."""
    made = library()
    paths = [f"{FOLDER}/{name}.md" for name in ORDER]
    for before, path, after in zip([None, *paths], paths, [*paths[1:], None], strict=False):
        assert made.neighbours(path) == (before, after)
    assert made.neighbours(f"{OTHER}/i.md") == (f"{OTHER}/index.md", None)
    assert made.neighbours("index.md") == (None, None)
    assert made.neighbours("en/glossary.md") == (None, None)


@pytest.mark.parametrize(
    ("path", "other", "fragment", "expected"),
    [
        ("en/A/1/i.md", "en/A/1/ii.md", "para-3", "ii.html#para-3"),
        ("en/A/1/i.md", "en/A/1/i.md", "para-3", "#para-3"),
        ("en/A/1/i.md", "en/A/1/index.md", "", "index.html"),
        ("en/A/1/i.md", "en/glossary.md", "", "../../glossary.html"),
        ("index.md", "en/A/1/i.md", "", "en/A/1/i.html"),
    ],
)
def test_addresses_are_relative(path: str, other: str, fragment: str, expected: str) -> None:
    """An address works on http and from a folder: it is relative to the page it stands on."""
    assert address(path, other, fragment) == expected


def test_a_folder_without_a_front_page_is_no_report() -> None:
    """Pages whose front page is missing are left out of the navigation, not a crash."""
    made = SiteLibrary()
    made.read({f"{FOLDER}/i.md": section("1\\. A.")}.items())
    assert made.neighbours(f"{FOLDER}/i.md") == (None, None)
    assert list(urls(navigation_for(made, f"{FOLDER}/i.md", HAND).items)) == [
        "index.html",
        "maintainers/index.html",
        "maintainers/api.html",
    ]


@pytest.mark.parametrize(
    "text",
    ["# A\n", "---\ntitle: By hand\n---\n\n# A\n", '---\ntitle: "A"\n---\n', "---\nsymbol: x\n"],
)
def test_pages_by_hand_are_left_alone(text: str) -> None:
    """A page without the fields that convert writes has no context and is in no report."""
    site = Site(hand=text)
    assert site.library.context(f"{FOLDER}/hand.md") is None


def test_what_surrounds_a_page_is_escaped() -> None:
    """Titles and symbols in the element around a page are text, whatever they hold."""
    site = Site(
        index=front().replace('"A/80/1"', json_text('A/80/1"><script>')),
        ii=section("4\\. D.", name="ii", order=2),
        iia=section("5\\. E.", name="ii-a", order=3, parent="ii").replace("I. One", "<b>"),
    )
    context = site.library.context(f"{FOLDER}/iia.md")
    assert context is not None
    shown = context.wrapped("<p>E</p>")
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert shown.count("<p>E</p>") == 1


@pytest.mark.parametrize(("language", "said"), [("en", ""), ("ru", ' lang="ru"'), ("ar", " dir=")])
def test_a_page_says_what_language_its_words_are_in(language: str, said: str) -> None:
    """The site around is English: what is not says so, for screen readers and hyphenation."""
    site = Site(index=front().replace('language: "en"', f'language: "{language}"'))
    context = site.library.context(f"{FOLDER}/index.md")
    assert context is not None
    opening = context.wrapped("<p>E</p>").partition(">")[0]
    assert said in opening
    assert (" lang=" in opening) == (language != "en")


def json_text(text: str) -> str:
    """A text as front matter holds it."""
    return '"' + text.replace('"', '\\"') + '"'
