"""The whole way from a source to a report: an ordered list of pure passes.

    read (Markdown, Word or PDF) -> read head -> lift footnotes -> give captions -> classify ->
    join -> restore numbers -> nest -> apply corrections -> attach footnotes -> check -> balance

A pass takes a value and gives a new one with the problems it saw. None touches a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pilcrow.ledger import balance
from pilcrow.model import Masthead, Place, Report
from pilcrow.passes.attach import attach_footnotes, find_glued_indicators, footnotes
from pilcrow.passes.captions import know_captions
from pilcrow.passes.check import as_printed, as_typed, check
from pilcrow.passes.classify import classify
from pilcrow.passes.corrections import Entry, apply_corrections, settle
from pilcrow.passes.figures import give_captions
from pilcrow.passes.footnotes import lift_footnotes
from pilcrow.passes.join import join_broken
from pilcrow.passes.language import recognise
from pilcrow.passes.masthead import read_head
from pilcrow.passes.nest import nest
from pilcrow.passes.preambles import know_closings, know_preambles
from pilcrow.passes.restore import restore_numbers
from pilcrow.passes.stroke_notes import read_stroke_marks
from pilcrow.passes.table_notes import keep_table_marks
from pilcrow.readers.formats import read
from pilcrow.readers.reading import SourceError, Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an editor says beside a source: fields of report.toml and corrections.toml."""

    symbol: str | None = None
    title: str | None = None
    language: str | None = None
    """Of the source; recognised from its words where nobody says it."""
    corrections: tuple[Entry, ...] = ()
    corrections_name: str = "corrections.toml"


def convert(
    content: bytes, source: str, settings: Settings | None = None, watch: Watch | None = None
) -> Report:
    """Convert a source, Markdown, Word or PDF, to a report.

    Args:
        content: the bytes of the source; they say themselves what format they are.
        source: its name, as places give it.
        settings: what the editor settled.
        watch: is told how far a reader that goes page by page has come.

    Returns:
        The report with every problem. A source that cannot be read at all gives an empty
        report with the one problem that says why.
    """
    settings = settings or Settings()
    try:
        reading = read(content, source, settings.symbol, watch)
    except SourceError as error:
        masthead = Masthead(language=settings.language or "en")
        return Report(masthead=masthead, problems=(error.problem,))
    language = recognise(line.words for line in reading.lines) or reading.language
    marks = [note.mark for note in reading.notes]
    before, head_figure_problems = give_captions(know_captions(reading.head))
    head = read_head(
        keep_table_marks(before, marks, as_typed=reading.as_typed),
        symbols=reading.symbols,
        job_number=reading.job_number,
        whole_lines=reading.as_typed,
    )
    body, lifted = lift_footnotes(
        read_stroke_marks(
            (*head.notes, *keep_table_marks(reading.body, marks, as_typed=reading.as_typed))
        )
    )
    notes = sorted((*reading.notes, *lifted), key=lambda note: note.place)
    whole_body, figure_problems = give_captions(know_captions(know_closings(know_preambles(body))))
    items, heading_problems = classify(whole_body)
    joined, join_problems = join_broken(items, as_typed=reading.as_typed)
    restored = restore_numbers(joined, notes)
    whole, indicator_problems = find_glued_indicators(restored.items, restored.notes)
    tree = nest(whole)
    report = Report(
        masthead=_settled(head.masthead, settings, language),
        masthead_marks=head.marks,
        summary=head.summary,
        front_matter=head.front_matter,
        sections=tree.sections,
        annexes=tree.annexes,
        footnotes=footnotes(restored.notes),
        furniture=reading.furniture,
        problems=(
            *reading.problems,
            *head_figure_problems,
            *figure_problems,
            *heading_problems,
            *join_problems,
            *restored.problems,
            *indicator_problems,
            *tree.problems,
        ),
    )
    place = Place(source=settings.corrections_name, line=1)
    report = apply_corrections(report, settings.corrections, place)
    report = attach_footnotes(report)
    found = settle(check(report, source), settings.corrections, place)
    if reading.as_typed:
        found = as_typed(found)
    elif reading.as_printed:
        found = as_printed(found)
    report = replace(report, problems=found)
    ledger, unbalanced = balance(
        reading.lines, report, head.accounted, addresses_printed=reading.addresses_printed
    )
    return replace(report, ledger=ledger, problems=(*report.problems, *unbalanced))


def _settled(masthead: Masthead, settings: Settings, language: str | None) -> Masthead:
    """The masthead with the editor's fields over those read."""
    symbols: Sequence[str] = masthead.symbols
    if settings.symbol and settings.symbol not in symbols:
        symbols = (settings.symbol, *symbols)
    return replace(
        masthead,
        symbol=settings.symbol or masthead.symbol,
        symbols=tuple(symbols),
        title=settings.title or masthead.title,
        language=settings.language or language or masthead.language,
    )
