"""The States by which a search narrows: those of the report's index."""

from __future__ import annotations

from collections.abc import Mapping

from pilcrow.search.pages import RenderedPage, index_files
from pilcrow.search.states import states_by_paragraph
from tests.unit.search.test_index import manifest_of, part_of

_PAGE = """<div class="report" data-symbol="A/1/2" data-language="en" data-page="section">
<h1 id="i">I. One</h1>
<div class="para" id="para-1" data-number="1"><p>Mr. Jordan met the people of Chad.</p></div>
<div class="para" id="para-2" data-number="2"><p>Nobody came.</p></div></div>"""


def _mention(paragraph: str) -> dict[str, object]:
    return {"p": paragraph, "n": paragraph[5:], "s": 0, "e": 4, "w": "Chad", "r": "short-name"}


_FIELDS: dict[str, object] = {
    "kind": "states",
    "entries": [
        {
            "id": "chad",
            "name": "Chad",
            "group": "Africa",
            "fields": {"code": "TD", "subregion": "Middle Africa"},
            "mentions": [_mention("para-1"), _mention("para-1"), _mention("para-3")],
        },
        {"id": "sahel", "name": "Sahel", "group": "Regions", "mentions": [_mention("para-1")]},
    ],
}


def test_the_index_says_what_states_a_paragraph_has() -> None:
    """Each State once; regions and groups are none, and other pages say nothing."""
    assert states_by_paragraph(_FIELDS) == {"para-1": ("Chad",), "para-3": ("Chad",)}
    assert states_by_paragraph({**_FIELDS, "kind": "terms"}) == {}
    assert states_by_paragraph({"kind": "states", "entries": "x"}) == {}


def test_the_search_narrows_by_what_the_index_lists() -> None:
    """What an editor removed from the index, or a rule left out, is no facet either."""
    pages = [
        RenderedPage(address="en/A/1/2/i.html", title="I. One", html=_PAGE, symbol="A/1/2"),
        RenderedPage(
            address="en/A/1/2/states.html",
            title="States",
            html="",
            symbol="A/1/2",
            states=states_by_paragraph(_FIELDS),
        ),
    ]
    said = _facet(index_files(pages))
    assert "Chad" in said
    assert "Jordan" not in said
    assert _facet(index_files(pages[:1])) == ""


def _facet(files: Mapping[str, bytes]) -> str:
    """The shard of States as the search reads it."""
    folder = "search/en"
    index = {name.removeprefix(f"{folder}/"): body for name, body in files.items()}
    facets: dict[str, str] = manifest_of(index)["facets"]  # type: ignore[assignment]
    return part_of(index, facets["states"])
