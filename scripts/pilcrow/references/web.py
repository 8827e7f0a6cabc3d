"""Web addresses in running text: http(s) and bare `www.`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
# No quotes, angle brackets, white space or invisible characters: an address goes into HTML.
_REST = (
    r"[^\s<>\"'`{}|\\^\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2018-\u201f\u2028-\u202f"
    r"\u2060-\u206f\u00ab\u00bb\ufeff\ufff0-\uffff]"
)
_ADDRESS = re.compile(
    rf"(?<![\w@./-])(?:(?P<scheme>[Hh][Tt][Tt][Pp][Ss]?)://(?=[A-Za-z0-9])|(?=[Ww]{{3}}\.[A-Za-z0-9]))"
    rf"{_LABEL}(?:\.{_LABEL}){{0,10}}(?::\d{{1,5}})?(?![\w@-])(?:[/?#]{_REST}*)?"
)
_TRAILING = ".,;:!?…*_"
CUT_ADDRESS = "The address is cut at a line end in the source."
_CLOSING = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSpan:
    """A web address as it stands in a text, and the address to link to."""

    start: int
    end: int
    address: str | None
    """None where the source cut it: no link rather than a wrong one."""


def find_addresses(text: str) -> Iterator[WebSpan]:
    """Every http(s) or `www.` address, without the sentence's punctuation after it.

    A bare `www.` address is linked by https. Other schemes are never recognised.
    """
    for match in _ADDRESS.finditer(text):
        written = _without_trailing(match.group())
        if "." not in written:
            continue
        address: str | None = written if match.group("scheme") else f"https://{written}"
        if written.endswith("-"):
            address = None
        yield WebSpan(start=match.start(), end=match.start() + len(written), address=address)


def _without_trailing(written: str) -> str:
    """Drop closing punctuation; keep a bracket that the address itself opened."""
    depth = {opening: written.count(opening) for opening in _CLOSING.values()}
    closed = {closing: written.count(closing) for closing in _CLOSING}
    end = len(written)
    while end > 0:
        last = written[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last in _CLOSING and closed[last] > depth[_CLOSING[last]]:
            closed[last] -= 1
            end -= 1
        else:
            break
    return written[:end]
