"""A reference found in the text of one paragraph."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """What a reference points to."""

    SYMBOL = "symbol"
    RESOLUTION = "resolution"
    DECISION = "decision"
    URL = "url"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPlace:
    """A place that a citation names in the document it cites: "para. 54", "56", "annex I"."""

    start: int
    end: int
    """Span of the words, beside the citation's own."""
    targets: tuple[str, ...]
    """Ids it would have in that document, the first of a range first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A span of a paragraph's plain text that cites something.

    `text` is always the paragraph's text from `start` to `end`.
    """

    kind: Kind
    start: int
    end: int
    text: str
    body: str | None = None
    """Full name of the body that adopted it; its short name where the text leaves it open."""
    number: str | None = None
    """Number of a resolution or decision, spaces folded: `2692 (2023)`, `78/250 B`."""
    symbol: str | None = None
    """The cited document's own symbol, spaces removed; the first one of a doubled symbol."""
    address: str | None = None
    """Where it can be read, or None: no link rather than a wrong one."""
    verified: bool = True
    """False where the address follows from a fact nobody has checked; `note` says which."""
    note: str | None = None
    places: tuple[CitedPlace, ...] = ()
    """What it names in the cited document, in the order of the text."""
    targets: tuple[str, ...] = ()
    """Ids in this report (kind `internal` only); the caller drops those that do not exist."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Equal for two references exactly when they cite the same document.

        Body, kind and number; for a document the number is its symbol, for a web page its
        address. `S/RES/2692 (2023)` and "Security Council resolution 2692 (2023)" are equal.
        """
        what = self.number or self.symbol or self.address or self.text
        return (self.body or "", self.kind.value, what)
