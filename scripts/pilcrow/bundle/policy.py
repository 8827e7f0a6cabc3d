"""The Content-Security-Policy of a page: nothing from elsewhere, over http and from a folder.

On file:// both Chromium and Firefox take 'self' for files, so the same policy serves both; only
for forms Firefox wants the scheme named. tests/browser/test_bundle.py proves what it blocks.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from lxml.etree import HTMLParser, fromstring

from pilcrow.bundle.markup import Edit, Tag, edited, tags

_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_INLINE = re.compile(r"""<script\b(?![^>]*\bsrc=)(?![^>]*type="application/json")""")
_SILENT = re.compile(
    r"""<(?:meta|link)(?: (?!style\b)[\w-]+="[^"<>]*")*>\s*|<title>[^<>]*</title>\s*"""
)
"""What a head says of its page and the policy does not depend on."""
_DATA = frozenset({"application/json", "application/ld+json", "text/plain"})


def policy_for(page: str) -> str:
    """The policy that lets the page do what it was built to do and nothing else.

    A script or style inside the page is allowed by the fingerprint of its words; one that gets in
    later has another. Style attributes are allowed only in a page built with some.
    """
    return _policy(_SILENT.sub("", _telling(page)))


@lru_cache(maxsize=256)
def _policy(telling: str) -> str:
    """The policy of what a page tells: the same for most pages of a folder."""
    tree = fromstring(f"<html>{telling}", HTMLParser())
    scripts = fingerprints(
        script.text or ""
        for script in tree.iter("script")
        if _runs(script.get("src"), script.get("type"))
    )
    styles = fingerprints(style.text or "" for style in tree.iter("style"))
    directives = [
        "default-src 'none'",
        " ".join(("script-src 'self'", *scripts)),
        " ".join(("style-src 'self'", *styles)),
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self' file:",
    ]
    if tree.xpath("boolean(//@style)"):
        directives.insert(3, "style-src-attr 'unsafe-inline'")
    return "; ".join(directives)


def _telling(page: str) -> str:
    """The part of the page that the policy depends on: its head, if nothing behind that counts.

    A site has thousands of pages, and few with more. What this overlooked would be blocked.
    """
    head = page.find("</head>")
    if head < 0 or page.find("style", head) >= 0 or _INLINE.search(page, head):
        return page
    return page[:head]


def with_policy(page: str) -> str:
    """The page with its policy as the first thing after its character set.

    Raises:
        ValueError: the page does not name its character set, so it has no place for the policy.
    """
    charset = _CHARSET.search(page)
    if charset is None:
        raise ValueError("the page has no <meta charset>")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_for(page)}">'
    return edited(page, [Edit(start=charset.end(), end=charset.end(), text=meta)])


def inline_scripts(page: str) -> tuple[str, ...]:
    """The scripts that stand in the page itself; data that only looks like one is left out."""
    return tuple(
        text
        for opening, text in _inside(page, "script")
        if _runs(opening.attributes.get("src"), opening.attributes.get("type"))
    )


def inline_styles(page: str) -> tuple[str, ...]:
    """The style sheets that stand in the page itself."""
    return tuple(text for _, text in _inside(page, "style"))


def _runs(source: str | None, kind: str | None) -> bool:
    return source is None and (kind or "") not in _DATA


def _inside(page: str, name: str) -> Iterator[tuple[Tag, str]]:
    """Each element of the name with what stands in it, which is text alone.

    To the byte, as data in a script may hold what a tree would not.
    """
    for opening, closing in pairwise(tags(page)):
        if opening.name == name and not opening.closes:
            yield opening, page[opening.end : closing.start]


def fingerprints(texts: Iterable[str]) -> tuple[str, ...]:
    """What a policy names scripts or styles by, each once."""
    return tuple(sorted({_fingerprint(text) for text in texts}))


def _fingerprint(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
