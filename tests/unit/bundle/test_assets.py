"""The site's scripts and style sheets as readers load them."""

import pytest

from pilcrow.bundle.assets import MissingAssetError, is_unused, slimmed_assets
from pilcrow.bundle.slim import PAPER, READING_PARTS, SCRIPT, SCRIPT_PARTS, STYLESHEET
from pilcrow.bundle.vocabulary import Vocabulary, of_page

MAIN = "assets/stylesheets/main.0a1b2c3d.min.css"
PALETTE = "assets/stylesheets/palette.0a1b2c3d.min.css"
OURS = ("assets/stylesheets/b.css", "assets/stylesheets/a.css")
TEXTS = {
    MAIN: ".used{color:red}.unused{color:red}.later{margin:0}",
    PALETTE: ".used{color:blue}",
    OURS[0]: "/* why */ .first { color: red }",
    OURS[1]: ".second { color: red }",
    PAPER: "@page { margin: 1cm } .used { color: black }",
    "assets/javascripts/ours.js": "// why\nset('later');",
    "assets/javascripts/theme.0a1b.min.js": "// kept as it is\n1",
    **{name: f"// why\npart({number});" for number, name in enumerate(SCRIPT_PARTS)},
}


def test_one_sheet_holds_what_every_page_loads() -> None:
    """The theme's used rules, then ours in their order, then those for print; no comments."""
    slimmed = slimmed_assets(TEXTS, of_page('<p class="used">'), {"icon-1": "<path/>"}, OURS)
    rules = slimmed.written[STYLESHEET]
    places = [
        rules.index(text)
        for text in (".used{color:red}", ".later", "color:blue", "icon-1", ".first", ".second")
    ]
    assert places == sorted(places)
    assert rules.endswith("@media print{@page{margin:1cm}.used{color:black}}\n")
    assert ".unused" not in rules
    assert "why" not in "".join(slimmed.written.values())
    assert {MAIN, PALETTE} < {*slimmed.removed}


def test_one_script_holds_what_every_page_runs() -> None:
    """Its parts in their order; of these only what a single file takes stays beside it."""
    slimmed = slimmed_assets(TEXTS, Vocabulary(), {}, OURS)
    assert slimmed.written[SCRIPT] == "part(0);\npart(1);\npart(2);\npart(3);\n"
    alone = {*SCRIPT_PARTS}.difference(READING_PARTS)
    assert alone < {*slimmed.removed}
    assert alone.isdisjoint(slimmed.written)
    assert {*READING_PARTS} < {*slimmed.written}


def test_what_is_minified_already_stays() -> None:
    """Only files of ours are written anew."""
    slimmed = slimmed_assets(TEXTS, Vocabulary(), {}, OURS)
    assert sorted(slimmed.written) == sorted(
        {*OURS, PAPER, STYLESHEET, "assets/javascripts/ours.js", SCRIPT, *READING_PARTS}
    )


def test_what_every_page_loads_is_named_where_it_is_missing() -> None:
    """A sheet of the configuration without its file ends the build, and so does a script's part."""
    with pytest.raises(MissingAssetError, match=r"c\.css is not among"):
        slimmed_assets(TEXTS, Vocabulary(), {}, [*OURS, "assets/stylesheets/c.css"])
    rest = {name: text for name, text in TEXTS.items() if name != SCRIPT_PARTS[0]}
    with pytest.raises(MissingAssetError, match=r"storage\.js is not among"):
        slimmed_assets(rest, Vocabulary(), {}, OURS)


@pytest.mark.parametrize(
    ("name", "unused"),
    [
        ("assets/javascripts/bundle.0a1b.min.js.map", True),
        ("assets/stylesheets/main.0a1b.min.css.map", True),
        ("assets/javascripts/lunr/min/lunr.fr.min.js", True),
        ("assets/javascripts/workers/search.0a1b.min.js", True),
        ("assets/javascripts/bundle.0a1b.min.js", False),
        ("assets/images/map.png", False),
    ],
)
def test_what_the_theme_brings_for_nothing(name: str, *, unused: bool) -> None:
    """Maps for those who write the theme, and its own search."""
    assert is_unused(name) == unused
