"""What every page of the site leaves out, online and offline."""

from __future__ import annotations

import re

from pilcrow.bundle.compact import compact
from pilcrow.bundle.policy import with_policy

STYLESHEET = "assets/stylesheets/material.css"
"""Material's sheets in one, without what the site has no use for. Its name says nothing of its
content: that depends on the pages, so servers must ask for it anew as for any page."""

_MAIN = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
_PALETTE = re.compile(
    r"""<link rel="stylesheet" href="[^"]*assets/stylesheets/palette\.[0-9a-f]+\.min\.css">"""
)
_API = re.compile(r"""<link rel="stylesheet" href="[^"]*assets/_mkdocstrings\.css">""")
_NEIGHBOUR = re.compile(r"""<link rel="(?:prev|next)"[^>]*>\s*""")
"""Firefox would load the next page unasked, on lines where every page counts."""
_API_MARK = 'class="doc '


def slim_page(page: str) -> str:
    """The page with the slimmed style sheet, less to load, and its policy set.

    Raises:
        ValueError: the page does not name its character set.
    """
    page = _NEIGHBOUR.sub("", page)
    page = _PALETTE.sub("", _MAIN.sub(STYLESHEET, page))
    if _API_MARK not in page:
        page = _API.sub("", page)
    return with_policy(compact(page))
