"""Text to Markdown that shows exactly that text."""

from __future__ import annotations

import re

from pilcrow.model import Emphasis, Indicator, Inlines, Link, Supplied, Text

_ACTIVE = re.compile(r"[\\`*_\[\]]")
_ENTITY_LIKE = re.compile(r"&(?=[#\w])")
"""Markdown, and browsers, read "&copy 2023" without its semicolon too."""
_LINE_START = re.compile(r"\s*(?P<mark>[#+>:~=-])")
_MEMBER = re.compile(r"(?:\([^\W_]{1,6}\)|[^\W_]{1,6}(?:\.\d+)?[.)])(?=\s|$)")
"""What a page would read as a number or the mark of a subparagraph."""
_ADMONITION = re.compile(r"(?:!{3}|\?{3})")


def escape(text: str) -> str:
    """Escape what Markdown would take for a mark, so that the page shows `text` as it is."""
    text = _ACTIVE.sub(lambda match: "\\" + match.group(), text)
    text = _ENTITY_LIKE.sub("&amp;", text)
    return text.replace("<", "&lt;").replace("  ", " ")


def escape_start(markdown: str) -> str:
    """Escape what only the start of a block gives a meaning: "#", "-", ">", "12.", "(a)"."""
    if _ADMONITION.match(markdown):
        return "&#33;" + markdown[1:]
    if _MEMBER.match(markdown):
        return re.sub(r"[(.)]", lambda match: f"&#{ord(match.group())};", markdown, count=1)
    match = _LINE_START.match(markdown)
    if match is None:
        return markdown
    mark = match["mark"]
    shown = f"\\{mark}" if mark in "#+>-" else f"&#{ord(mark)};"
    return shown + markdown[match.end() :]


def inlines_markdown(inlines: Inlines) -> str:
    """Inlines as Markdown; indicators are `[^2]`, supplied words stand in square brackets."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text():
                parts.append(_emphasised(escape(inline.value), inline.emphasis))
            case Link():
                parts.append(f"[{escape(inline.value)}]({_address(inline.address)})")
            case Indicator():
                parts.append(f"[^{inline.mark}]")
            case Supplied():
                parts.append(_emphasised(escape(f"[{inline.value}]"), inline.emphasis))
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _emphasised(markdown: str, emphasis: Emphasis) -> str:
    if emphasis is Emphasis.NONE or not markdown.strip():
        return markdown
    mark = "*" if emphasis is Emphasis.ITALIC else "**"
    inner = markdown.strip()
    before = markdown[: len(markdown) - len(markdown.lstrip())]
    after = markdown[len(markdown.rstrip()) :]
    return f"{before}{mark}{inner}{mark}{after}"


def _address(address: str) -> str:
    return (
        address.replace("*", "%2A").replace("_", "\\_").replace("`", "%60").replace("\\\\", "%5C")
    )


def table_cell(markdown: str) -> str:
    """A cell of a pipe table: its own pipes as entities."""
    return markdown.replace("|", "&#124;")
