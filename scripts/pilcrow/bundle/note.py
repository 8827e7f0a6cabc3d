"""The line on top of each page of a bundle: the report, its date, that this is an offline copy."""

from __future__ import annotations

import re
from html import escape

from pilcrow.bundle.holding import Holding

_PLACE = re.compile(r'(<div data-md-component="announce">)\s*(</div>)')
_NOTE = (
    '<aside class="md-banner offline-copy" aria-label="Offline copy">'
    '<div class="md-banner__inner md-grid md-typeset">{}</div></aside>'
)
EXAMPLE = _NOTE.format("")
"""For the site's style sheet, which keeps what its pages use: they have no such line."""


def with_note(page: str, holding: Holding) -> str:
    """The page with the line in Material's place for announcements.

    Raises:
        ValueError: the page has no such place, or something else stands in it.
    """
    words = escape(
        f"Offline copy of {holding.symbol} ({holding.language_name}), {holding.date_in_words}."
        " Links marked with an arrow, or as such, need the internet."
    )
    noted, count = _PLACE.subn(
        lambda place: f"{place[1]}{_NOTE.format(words)}{place[2]}", page, count=1
    )
    if not count:
        raise ValueError("the page has no place for the line that says it is an offline copy")
    return noted
