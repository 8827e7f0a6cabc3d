"""Addresses of pages as the built site has them."""

from __future__ import annotations

import posixpath
from functools import lru_cache


def address(path: str, other: str, fragment: str = "") -> str:
    """Address of a page relative to another; both are paths of Markdown pages below docs."""
    if fragment and other == path:
        return f"#{fragment}"
    relative = _relative(path.rpartition("/")[0], other)
    return f"{relative}#{fragment}" if fragment else relative


@lru_cache(maxsize=4096)
def _relative(folder: str, other: str) -> str:
    """Asked a hundred times for each page, of few folders."""
    own, _, name = other.removesuffix(".md").rpartition("/")
    if own == folder:
        return f"{name}.html"
    return posixpath.relpath(f"/{own}/{name}.html", f"/{folder}")
