"""What each report cites, read back from its page of documents cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_DOCUMENT = re.compile(
    r"^- \[(?:\\.|[^\]\\])*\]\(https://docs\.un\.org/[a-z]{2}/(?P<symbol>[^\s)]+)\)(?P<rest>.*)$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"\[(?P<number>[^\]]+)\]\((?P<page>[^\s()#]+)#(?P<id>[^\s()#]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A paragraph that cites a document: its number, its page's name and its id."""

    number: str
    page: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A document on docs.un.org, with the paragraphs that cite it."""

    symbol: str
    paragraphs: tuple[Citing, ...]


def read_citations(text: str) -> tuple[Citation, ...]:
    """The citations of a page that convert wrote, in its order; one for each line of the page."""
    return tuple(
        Citation(
            symbol=unquote(match["symbol"].replace("\\", "")),
            paragraphs=tuple(
                Citing(number=link["number"], page=link["page"], id=link["id"])
                for link in _PARAGRAPH.finditer(match["rest"])
            ),
        )
        for match in _DOCUMENT.finditer(text)
    )
