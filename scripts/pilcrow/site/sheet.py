"""What stands at the head of each printed sheet: it names the report, so it is the page's own."""

from __future__ import annotations

_PLAIN = frozenset(" /.,()-–")


def sheet_header(symbol: str) -> str:
    """The rule that puts a symbol at the head of each sheet; empty where there is no symbol.

    Always: whatever the symbol holds, the rule stays one rule and ends no element it stands in.
    """
    return f"@page{{@top-left{{content:{_css_string(symbol)}}}}}" if symbol else ""


def _css_string(text: str) -> str:
    """A text as CSS writes it between quotation marks (CSS Syntax 3, 4.3.7)."""
    return (
        '"'
        + "".join(
            char if char.isalnum() or char in _PLAIN else f"\\{ord(char):x} " for char in text
        )
        + '"'
    )
