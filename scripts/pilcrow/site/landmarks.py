"""Names for the landmarks that Material leaves without one: a screen reader lists them by name."""

from __future__ import annotations

import re

_BRANCH = re.compile(
    r'(?P<nav><nav class="md-nav" data-md-level="\d+") aria-labelledby="(?P<for>[^"]+)_label"'
    r'(?P<state>[^>]*>\s*<label class="md-nav__title" for="(?P=for)">\s*<span[^>]*></span>)'
    r"(?P<title>[^<]+)"
)
_DIALOG = 'role="dialog"'


def name_landmarks(page: str) -> str:
    """Name the search dialog, and each branch of the tree by its title.

    Material names a branch by the label of its arrow, which holds no words.
    """
    named = _BRANCH.sub(_by_title, page)
    return named.replace(_DIALOG, f'{_DIALOG} aria-label="Search"', 1)


def _by_title(match: re.Match[str]) -> str:
    title = " ".join(match["title"].split())
    quoted = title.replace('"', "&quot;")
    return f'{match["nav"]} aria-label="{quoted}"{match["state"]}{match["title"]}'
