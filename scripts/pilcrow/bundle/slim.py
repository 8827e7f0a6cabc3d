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
_SETTINGS = '<script id="__config"'
"""Material's settings; behind them stand the scripts that can wait until the page is read."""
_SCRIPT = re.compile(r"""<script src=("[^"]*")></script>\s*""")
_HEAD_END = "</head>"


def slim_page(page: str) -> str:
    """The page with the slimmed style sheet, less to load, and its policy set.

    Raises:
        ValueError: the page does not name its character set.
    """
    page = _NEIGHBOUR.sub("", page)
    page = _PALETTE.sub("", _MAIN.sub(STYLESHEET, page))
    if _API_MARK not in page:
        page = _API.sub("", page)
    return with_policy(compact(_scripts_early(page)))


def _scripts_early(page: str) -> str:
    """The page with the scripts at its end in its head, deferred: in the same order, all at once.

    Chromium looks ahead for nothing behind a policy in the page: it would ask for one script after
    the other, each when the page is read so far.
    """
    head, closing, rest = page.partition(_HEAD_END)
    body, settings, end = rest.partition(_SETTINGS)
    if not settings:
        return page
    scripts = "".join(f"<script defer src={source}></script>\n" for source in _SCRIPT.findall(end))
    return "".join((head, scripts, closing, body, settings, _SCRIPT.sub("", end)))
