"""Pictures in their pages: where they stand, and what they are made from."""

from __future__ import annotations

import json

from pilcrow.site.library import SiteLibrary

FOLDER = "en/A/80/1"
CONTENT = '<h1>T</h1>\n<p>Lead.</p>\n<h2>Contents</h2>\n<ul class="contents"><li>x</li></ul>'


def _page(body: str = "", **fields: object) -> str:
    lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items()]
    return "\n".join(["---", 'symbol: "A/80/1"', 'language: "en"', *lines, "---", "", body])


def _entry(name: str, fields: dict[str, str] | None = None, **mention: object) -> object:
    identifier = name.lower().replace(" ", "-")
    said = {"p": "para-1", "n": "1", "w": name, **mention}
    return {"id": identifier, "name": name, "fields": fields or {}, "mentions": [said]}


PAGES = {
    "index.md": _page(front=True, title="T"),
    "i.md": _page("1\\. One two three.\n\n[^1]: A note.\n", section="i", title="I. First", order=1),
    "ii.md": _page("- [A. Deep](ii-a.md)\n", section="ii", title="II. Second", order=2),
    "ii-a.md": _page(
        "2\\. Two.\n\n  (a) With members.\n\n3\\. Three.\n\n- [1. Deeper](ii-a-1.md)\n",
        section="ii-a",
        parent="ii",
        title="A. Deep",
        order=3,
    ),
    "ii-a-1.md": _page("4\\. Four.\n", section="ii-a-1", parent="ii-a", title="1. Deeper", order=4),
}
INDEXES = {
    "states.md": _page(
        kind="states", entries=[_entry("Viet Nam", {"code": "VN"}), _entry("Caribbean")]
    ),
    "events.md": _page(kind="events", entries=[_entry("Congress", f={"start": "2024-05-13"})]),
    "figures.md": _page(
        kind="figures",
        entries=[
            _entry("3,490 cases", f={"number": "3490", "what": "cases"}),
            _entry("$5", f={"number": "5", "currency": "USD"}),
            _entry("nothing", f={}),
        ],
    ),
}


def _illustrated(pages: dict[str, str]) -> dict[str, str]:
    library = SiteLibrary()
    library.read((f"{FOLDER}/{name}", text) for name, text in pages.items())
    rendered = {f"{FOLDER}/{name}": CONTENT for name in pages}
    return {path.rpartition("/")[2]: html for path, html in library.illustrated(rendered)}


def test_a_front_page_shows_the_shape_above_its_contents() -> None:
    """Chapters with their sections, a field for each paragraph, to its page."""
    pages = _illustrated(PAGES)
    assert list(pages) == ["index.md"]
    html = pages["index.md"]
    assert html.index("<h2>Contents") < html.index("shape-picture") < html.index('<ul class="con')
    assert "glance" not in html
    for href in ("i.html", "ii.html", "ii-a.html", "i.html#para-1", "ii-a-1.html#para-4"):
        assert f'href="{href}"' in html
    assert "Paragraph 4<" in html
    assert "2 chapters with 4 paragraphs" in html


def test_lengths_count_members_but_neither_notes_nor_links() -> None:
    """A paragraph's words with its members; what stands behind the last one is not its own."""
    library = SiteLibrary()
    library.read((f"{FOLDER}/{name}", text) for name, text in PAGES.items())
    lengths = {page.path.rpartition("/")[2]: page.lengths for page in library.pages.values()}
    assert lengths["i.md"] == (4,)
    assert lengths["ii-a.md"] == (5, 2)
    assert lengths["ii.md"] == ()


def test_indexes_bring_their_pictures() -> None:
    """Map and line of time behind the lead; the front page has the figures and a small map."""
    pages = _illustrated({**PAGES, **INDEXES})
    assert set(pages) == {"index.md", "states.md", "events.md"}
    for name, picture in (("states.md", "states-picture"), ("events.md", "timeline-picture")):
        html = pages[name]
        assert html.index("Lead.") < html.index(picture) < html.index("<h2>")
    assert 'href="#viet-nam"' in pages["states.md"]
    assert 'href="#congress"' in pages["events.md"]
    front = pages["index.md"]
    assert front.index("glance") < front.index("<h2>Contents")
    assert 'href="states.html#viet-nam"' in front
    assert "1 State or territory named" in front
    assert front.count('<li><a href="i.html#para-1">') == 2
    assert front.index("3,490 cases") < front.index("$5")
    assert 'by size alone: <a href="figures.html">all 3 figures</a>' in front


def test_front_matter_that_says_something_else_draws_nothing() -> None:
    """Fields of another form are passed over."""
    odd = {"states.md": _page(kind="states", entries="x"), "events.md": _page(kind="events")}
    assert set(_illustrated({**PAGES, **odd})) <= {"index.md", "states.md"}
