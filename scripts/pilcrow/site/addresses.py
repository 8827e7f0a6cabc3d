"""Addresses of pages as the built site has them."""

from __future__ import annotations

import posixpath


def address(path: str, other: str, fragment: str = "") -> str:
    """Address of a page relative to another; both are paths of Markdown pages below docs."""
    if fragment and other == path:
        return f"#{fragment}"
    target = other.removesuffix(".md") + ".html"
    relative = posixpath.relpath(target, posixpath.dirname(path) or ".")
    return f"{relative}#{fragment}" if fragment else relative
