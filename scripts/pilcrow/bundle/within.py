"""What a built page says of itself."""

from __future__ import annotations

import re
from html import unescape

from pilcrow.bundle.markup import tags

_MARKUP = re.compile(r"<[^>]*>")


def article(page: str) -> str:
    """The page's own content, without the frame around it; the whole page where it has none."""
    found = tags(page)
    start = next((tag.end for tag in found if tag.name == "article" and not tag.closes), 0)
    ends = [tag.start for tag in found if tag.name == "article" and tag.closes]
    return page[start : ends[-1] if ends else len(page)]


def canonical_address(page: str) -> str:
    """The page's address on the web; empty where it has none."""
    for tag in tags(page):
        if tag.attributes.get("rel") == "canonical":
            return tag.attributes.get("href", "")
    return ""


def first_heading(page: str) -> str:
    """The words of the first heading of the highest degree; empty where there is none."""
    content = article(page)
    found = tags(content)
    for opening in found:
        if opening.name == "h1" and not opening.closes:
            end = next((t.start for t in found if t.closes and t.name == "h1"), len(content))
            return " ".join(unescape(_MARKUP.sub("", content[opening.end : end])).split())
    return ""
