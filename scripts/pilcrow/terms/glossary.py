"""The editors' glossary: definitions, variants and terms that a report never expands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pilcrow.terms.definitions import find_definitions

_TEXTS = ("short", "long", "definition", "paragraph", "report")
_PLAIN = str.maketrans("“”’", '""\'', "[]")
_KEYS = frozenset({*_TEXTS, "variants", "expanded"})


class GlossaryError(ValueError):
    """The glossary is not what it should be; the message is one line that names the entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """One `[[term]]` of `reports/glossary.toml`."""

    short: str
    long: str | None = None
    definition: str | None = None
    """Exact words of the paragraph; " … " where words are left out."""
    paragraph: str | None = None
    """Number of the paragraph that the definition is taken from."""
    report: str | None = None
    """Symbol of the report it speaks of; None for every report."""
    variants: tuple[str, ...] = ()
    expanded: bool = True
    """False states that the report never says what the short form stands for."""

    def speaks_of(self, report: str | None) -> bool:
        """Whether the entry holds for the report of this symbol."""
        return self.report is None or report is None or self.report == report


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleEntry:
    """A claim of the glossary that the report does not bear out."""

    short: str
    message: str
    hint: str


def parse_glossary(parsed: Mapping[str, object]) -> tuple[GlossaryEntry, ...]:
    """The entries of the parsed TOML, in order.

    Raises GlossaryError for a key, type or combination that means nothing, and for a short form
    given twice for the same report.
    """
    unknown = sorted(set(parsed) - {"term"})
    if unknown:
        message = f"unknown key {unknown[0]!r}: expected [[term]] tables only"
        raise GlossaryError(message)
    tables = parsed.get("term", [])
    if not isinstance(tables, list):
        message = "`term` is not a list of tables: write [[term]]"
        raise GlossaryError(message)
    entries: list[GlossaryEntry] = []
    seen: set[tuple[str, str | None]] = set()
    for number, table in enumerate(tables, start=1):
        entry = _entry(number, table)
        for name in (entry.short, *entry.variants):
            if (name, entry.report) in seen:
                message = f"term {number}: {name!r} is given twice for the same report"
                raise GlossaryError(message)
            seen.add((name, entry.report))
        entries.append(entry)
    return tuple(entries)


def stale_entries(
    glossary: Sequence[GlossaryEntry],
    paragraphs: Sequence[tuple[str, str, str]],
    *,
    report: str | None = None,
) -> tuple[StaleEntry, ...]:
    """Every claim about this report that its paragraphs (id, number, text) do not bear out."""
    by_number = {number: _folded(text) for _, number, text in paragraphs}
    everything = "\n".join(by_number.values())
    defined = {
        found.short: (number, found.long)
        for _, number, text in reversed(paragraphs)
        for found in reversed(find_definitions(text))
    }
    stale: list[StaleEntry] = []
    for entry in glossary:
        # An entry for every report makes no claim about this one.
        if entry.report is None or not entry.speaks_of(report):
            continue
        stale.extend(_stale(entry, by_number, everything, defined))
    return tuple(stale)


def _stale(
    entry: GlossaryEntry,
    by_number: Mapping[str, str],
    everything: str,
    defined: Mapping[str, tuple[str, str]],
) -> list[StaleEntry]:
    found: list[StaleEntry] = []
    names = (entry.short, *entry.variants)

    def say(message: str, hint: str) -> None:
        found.append(StaleEntry(short=entry.short, message=message, hint=hint))

    if not any(_folded(name) in everything for name in names):
        say(f"{entry.short!r} does not occur in the report", "Delete the entry or correct `short`.")
        return found
    if entry.long is not None and _folded(entry.long) not in everything:
        say(
            f"the long form of {entry.short!r} does not occur in the report",
            "Copy it from the report, or set `expanded = false`.",
        )
    if not entry.expanded:
        for name in names:
            if name in defined:
                number, long = defined[name]
                say(
                    f"{name!r} is expanded in paragraph {number}: {long}",
                    "Delete `expanded = false`.",
                )
    if entry.definition is not None and entry.paragraph is not None:
        text = by_number.get(entry.paragraph)
        if text is None:
            say(f"{entry.short!r}: there is no paragraph {entry.paragraph}", "Correct `paragraph`.")
        elif not _quotes(text, entry.definition):
            say(
                f"the definition of {entry.short!r} is not in the words of "
                f"paragraph {entry.paragraph}",
                "Quote the paragraph; write … where words are left out.",
            )
    return found


def _entry(number: int, table: object) -> GlossaryEntry:
    if not isinstance(table, dict):
        message = f"term {number}: not a table"
        raise GlossaryError(message)
    unknown = sorted(str(key) for key in set(table) - _KEYS)
    if unknown:
        message = f"term {number}: unknown key {unknown[0]!r}; known: {', '.join(sorted(_KEYS))}"
        raise GlossaryError(message)
    texts = {key: _text(number, key, table.get(key)) for key in _TEXTS}
    short = texts["short"]
    if short is None:
        message = f"term {number}: `short` is missing"
        raise GlossaryError(message)
    expanded = table.get("expanded", True)
    if not isinstance(expanded, bool):
        message = f"term {number} ({short}): `expanded` is not true or false"
        raise GlossaryError(message)
    if not expanded and texts["long"] is not None:
        message = f"term {number} ({short}): `expanded = false` contradicts `long`"
        raise GlossaryError(message)
    if (texts["definition"] is None) != (texts["paragraph"] is None):
        message = f"term {number} ({short}): `definition` and `paragraph` go together"
        raise GlossaryError(message)
    variants = table.get("variants", [])
    if not isinstance(variants, list):
        message = f"term {number} ({short}): `variants` is not a list"
        raise GlossaryError(message)
    named = tuple(_text(number, "variants", variant) for variant in variants)
    return GlossaryEntry(
        short=short,
        long=texts["long"],
        definition=texts["definition"],
        paragraph=texts["paragraph"],
        report=texts["report"],
        variants=tuple(name for name in named if name is not None),
        expanded=expanded,
    )


def _text(number: int, key: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        message = f"term {number}: `{key}` is not a text with words"
        raise GlossaryError(message)
    return " ".join(value.split())


def _quotes(text: str, definition: str) -> bool:
    """Whether the pieces of the definition stand in the text, in order."""
    at = 0
    for piece in definition.split("…"):
        words = _folded(piece)
        found = text.find(words, at)
        if found < 0:
            return False
        at = found + len(words)
    return True


def _folded(text: str) -> str:
    """Plain words: no editor's brackets, one kind of quotation mark, single spaces."""
    return " ".join(text.translate(_PLAIN).split())
