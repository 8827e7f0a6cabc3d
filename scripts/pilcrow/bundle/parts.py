"""What a report in one file is made of, from the files of the built site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from pilcrow.bundle.assemble import STEMMER, BundleError, Choice
from pilcrow.bundle.links import loaded_by
from pilcrow.bundle.single import Parts, Script
from pilcrow.bundle.slim import PAPER, READING_PARTS
from pilcrow.bundle.within import article, canonical_address
from pilcrow.site.sheet import sheet_header

_FRAME_SCRIPTS = re.compile(r"assets/javascripts/(?:bundle\.|page\.)")
"""Scripts that pages load for the theme's frame and search; a single file has its own."""
SHEETS = ("colours", "text", "paragraphs", "marks", "footnotes", "contents", "indexes", "reader")
"""Of the sheets that a page's one sheet is joined from, those that show a report."""
_TOOLS = "assets/javascripts/reader/"
"""Tools of the reader that a page loads by need, and a single file holds."""
_FACTS = "paragraphs.js"
"""Beside a report's pages: what the tools know of it."""
_PICTURES = (".png", ".jpg", ".gif")
_ENGINE = "assets/javascripts/search/search.js"
_SCRIPT = "assets/javascripts/single.js"
_FRAME = "single"
"""The sheet of a single file's own frame."""
_ARRIVALS = (
    "window.pilcrowSearch={arrived:{}};"
    "window.__shard=function(n,t,s){pilcrowSearch.arrived[n]={text:t,sum:s}};"
)
"""Takes the files of the search index as they come, before the engine is read."""


def parts_of(site: Mapping[str, bytes], choice: Choice) -> Parts:
    """The parts of the report's single file.

    Args:
        site: the built site by address from its root.
        choice: what goes into the report's bundle.

    Raises:
        BundleError: the site lacks a part.
    """

    def text(name: str) -> str:
        try:
            return site[name].decode("utf-8")
        except KeyError:
            raise BundleError(f"{name}: the site does not have it; build the site first") from None

    folder = posixpath.dirname(choice.holding.front)
    whole = f"{folder}/whole.html"
    page = text(whole)
    address = canonical_address(page)
    glossary = f"{choice.holding.language}/glossary.html"
    loaded = [name for name in loaded_by(page, whole) if not _FRAME_SCRIPTS.match(name)]
    tools = sorted(name for name in site if name.startswith(_TOOLS) and name.endswith(".js"))
    facts = f"{folder}/{_FACTS}"
    stemmer = STEMMER.format(choice.holding.language)
    return Parts(
        holding=choice.holding,
        address=address,
        root=address.removesuffix(whole),
        whole=article(page),
        glossary=article(text(glossary)) if glossary in choice.beside else "",
        sheets=[
            *(text(f"assets/stylesheets/{name}.css") for name in (*SHEETS, _FRAME)),
        ],
        paper=text(PAPER) + sheet_header(choice.holding.symbol),
        scripts=[
            Script(text=_ARRIVALS),
            *(
                Script(text=text(name))
                for name in (*READING_PARTS, *loaded, *tools)
                if name.endswith(".js")
            ),
            *([Script(text=text(facts), is_data=True)] if facts in site else []),
            *(
                Script(text=choice.index[name].decode("utf-8"), is_data=True)
                for name in sorted(choice.index)
            ),
            Script(text=text(_ENGINE)),
            *([Script(text=text(stemmer))] if stemmer in site else []),
            Script(text=text(_SCRIPT)),
        ],
        pictures={
            posixpath.relpath(name, folder): site[name]
            for name in loaded_by(page, whole)
            if name.endswith(_PICTURES) and name in site
        },
    )
