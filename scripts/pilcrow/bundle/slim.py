"""What every page of the site leaves out, online and offline."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from pilcrow.bundle.compact import compact
from pilcrow.bundle.minify import minified_script
from pilcrow.bundle.policy import with_policy

STYLESHEET = "assets/stylesheets/site.css"
"""The sheets that every page loads, in one; of Material's what the site has a use for. Its name
says nothing of its content, which depends on the pages: servers must ask for it as for any page."""
SCRIPT = "assets/javascripts/page.js"
"""The scripts of ours that every page loads, in one."""
READING_PARTS = ("assets/javascripts/anchors.js", "assets/javascripts/reader.js")
"""Those of it that show a report; a report in a single file has them too."""
SCRIPT_PARTS = (
    "assets/javascripts/storage.js",
    # Old browsers can read it, and are told.
    "assets/javascripts/search/box.js",
    *READING_PARTS,
)
"""What it is joined from, in order."""
PAPER = "assets/stylesheets/print.css"
"""The sheet for print, which is in the former too."""

_MAIN = re.compile(r"assets/stylesheets/main\.[0-9a-f]+\.min\.css")
_PALETTE = re.compile(
    r"""<link rel="stylesheet" href="[^"]*assets/stylesheets/palette\.[0-9a-f]+\.min\.css">"""
)
_LINK = r"""<link rel="stylesheet"(?: media="print")? href="[^"]*{}">\s*"""
_API = re.compile(r"""<link rel="stylesheet" href="[^"]*assets/_mkdocstrings\.css">""")
_NEIGHBOUR = re.compile(r"""<link rel="(?:prev|next)"[^>]*>\s*""")
"""Firefox would load the next page unasked, on lines where every page counts."""
_COLOURS = re.compile(r"(?<=<script )(data-root=[^>]*>)(.*?)(?=</script>)", re.DOTALL)
"""The one script that stands in a page itself."""
_GENERATOR = re.compile(r"""<meta name="generator"[^>]*>\s*""")
_API_MARK = 'class="doc '
_SETTINGS = '<script id="__config"'
"""Material's settings; behind them stand the scripts that can wait until the page is read."""
_SCRIPT = re.compile(r"""<script src=("[^"]*")></script>\s*""")
_HEAD_END = "</head>"


def own_sheets(extra: Iterable[str]) -> tuple[str, ...]:
    """Ours among a site's further sheets; plugins bring some that few pages need."""
    return tuple(name for name in extra if name.startswith(f"{posixpath.dirname(STYLESHEET)}/"))


def slim_page(page: str, sheets: Iterable[str] = ()) -> str:
    """The page with one style sheet, less to load, and its policy set.

    Args:
        page: as the theme renders it.
        sheets: addresses of our own sheets that every page loads, from the site's root.

    Raises:
        ValueError: the page does not name its character set.
    """
    # What is left out stands in the head, which is short.
    head, closing, body = page.partition(_HEAD_END)
    head = _GENERATOR.sub("", _NEIGHBOUR.sub("", head))
    head = _PALETTE.sub("", _MAIN.sub(STYLESHEET, head))
    head = _COLOURS.sub(lambda found: found[1] + minified_script(found[2]), head)
    for sheet in (*sheets, PAPER):
        head = re.sub(_LINK.format(re.escape(sheet)), "", head)
    if _API_MARK not in page:
        head = _API.sub("", head)
    return with_policy(compact(_scripts_early(f"{head}{closing}{body}")))


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
