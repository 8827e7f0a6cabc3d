"""What the index builder takes: one entry for each thing a reader can land on."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.Enum):
    """What a reader lands on; the value is the code written into the text shards."""

    PARAGRAPH = "p"
    SECTION = "s"
    TERM = "t"
    FRONT = "f"
    PAGE = "g"
    """A heading of a hand-written page, with the words below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A short form and its long form; each finds the other."""

    short: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paragraph, a heading, a term or a front page, with everything the search knows of it."""

    kind: Kind
    location: str
    """Address from the site's root, with its fragment: `en/E/CN.15/2024/5/ii-d-2.html#para-54`."""
    title: str
    """A heading, a term or a page's title; empty for a paragraph."""
    number: str = ""
    """The printed number of a paragraph or label of a heading."""
    path: tuple[str, ...] = ()
    """Titles of the sections it stands in, the chapter first, with their labels."""
    text: str = ""
    """The words, subparagraphs and footnotes on lines of their own."""
    ids: tuple[str, ...] = ()
    """Further fragments that belong to it: subparagraphs, members of run-in lists."""
    symbol: str = ""
    symbols: tuple[str, ...] = ()
    """For the front page of a document that has several symbols, all of them."""
    states: tuple[str, ...] = ()
    """States of the report's index that stand in the text."""
    terms: tuple[str, ...] = ()
    """Short forms used in the text."""
    defines: tuple[GlossaryTerm, ...] = ()
    """Terms that the text introduces: it ranks above a passing mention of them."""
    long_form: str = ""
    """For a term, what it is short for."""
    organ: str = ""
    """For a front page, the body that the report is to."""
    date: str = ""
    """For a front page, the date of the report, the year first."""
