"""Terms: the short forms that a report uses, with what they stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A long form introduced in a text beside its short form."""

    short: str
    long: str
    start: int
    end: int
    """Span of the short form as it stands in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry."""

    short: str
    id: str
    long: str | None = None
    definition: str | None = None
    """Words of the report itself, never ours."""
    definition_paragraph: str | None = None
    """Number of the paragraph the definition is taken from."""
    variants: tuple[str, ...] = ()
    """Other spellings in the text that mean the same."""
    expanded: bool = True
    """False where the report never says what the short form stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A term of one report with every paragraph that uses it."""

    term: Term
    defined_in: str | None
    """Id of the paragraph that gives the long form; None where none does."""
    used_in: tuple[str, ...]
    """Ids of the paragraphs that use it, in reading order, each once, the defining one too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A term where it stands in a text."""

    start: int
    end: int
    term: Term
