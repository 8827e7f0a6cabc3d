"""Our scripts and style sheets without comments and idle white space, as readers load them."""

from __future__ import annotations

import rcssmin
import rjsmin


def minified_script(text: str) -> str:
    """The script without comments; names and strings stay as they are, errors keep their words."""
    return str(rjsmin.jsmin(text)).strip()


def minified_sheet(text: str) -> str:
    """The style sheet without comments."""
    return str(rcssmin.cssmin(text)).strip()
