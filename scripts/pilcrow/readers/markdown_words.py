"""The printed words of Markdown, taken as directly as can be: what the ledger weighs.

Not by way of the reader's blocks, so that a word which the reader loses is missed.
"""

from __future__ import annotations

import html
import re

from pilcrow.readers.markdown import RULE_ROW, take_mark
from pilcrow.readers.markdown_inline import (
    SAFE_ADDRESS,
    is_footnote_mark,
    link_words,
    without_note_colon,
)

_MARKUP = re.compile(
    r"""
      \\(?P<escape>[!-/:-@\[-`{-~])
    | <sup>\s*(?P<sup>[^<>\s]{1,8})\s*</sup>
    | \[\^(?P<note>[^\]\s\[]{1,8})\]
    | \[(?P<words>[^\[\]\n]{1,300})\]\((?P<address>[^\s()<>]{1,500}(?:\([^\s()<>]{0,100}\))?)\)
    | (?P<entity>&(?:amp|lt|gt|quot|nbsp|apos|\#\d{1,6});)
    | (?P<super>[⁰¹²³⁴-⁹]+)
    """,
    re.VERBOSE,
)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def line_words(line: str) -> list[str]:
    """The words of a line of a Markdown source, its own mark and those in it taken away."""
    return [] if RULE_ROW.fullmatch(line) else source_words(take_mark(line)[1])


def source_words(markup: str) -> list[str]:
    """The words of markup without a line's own mark."""
    text = without_note_colon(markup.replace("\u00ad", ""))
    return _MARKUP.sub(_words_of_mark, text).split()


def _words_of_mark(match: re.Match[str]) -> str:
    """What a mark of the format says; each is read once, so that nothing is decoded twice."""
    mark = match["sup"] or match["note"]
    if match["escape"]:
        return match["escape"]
    if match["entity"]:
        return html.unescape(match["entity"])
    if match["words"]:
        if not SAFE_ADDRESS.fullmatch(match["address"]):
            return match.group()
        return f"{link_words(match['words'])} {match['address']}"
    if mark and not is_footnote_mark(mark):
        return match.group()
    return f" {mark or match['super'].translate(_DIGITS)} "
