"""Parts the pages of a PDF: text with its tables and figures, notes, and furniture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pilcrow.passes.furniture_parts import TYPED_RULE
from pilcrow.readers.pdf.columns import in_reading_order
from pilcrow.readers.pdf.continued import OpenTable, Placed, go_on
from pilcrow.readers.pdf.drawings import Drawing, Ground, find_drawings
from pilcrow.readers.pdf.flow import Drawn
from pilcrow.readers.pdf.furniture import furniture_rows, own_symbols
from pilcrow.readers.pdf.head import head_lines
from pilcrow.readers.pdf.lines import Line, Measures, measure
from pilcrow.readers.pdf.notes import NoteLines, gather, split_notes
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.pdf.rows import Row, rows
from pilcrow.readers.pdf.tables import find_tables

_BOXES = 0.3
"""Of the height of the first page: tables above it are the masthead's rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidPage:
    """A page whose lines are parted: text with its tables, and furniture with its numbers."""

    number: int
    lines: tuple[Line, ...]
    text: tuple[Line, ...]
    tables: tuple[Placed, ...]
    drawn: tuple[Drawn, ...]
    """The words of its drawn figures, which are no lines of its text."""
    aside: tuple[Line, ...]
    """Typed rules over notes, and heads of tables printed again."""
    furniture: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A document whose pages are parted."""

    pages: tuple[LaidPage, ...]
    notes: tuple[NoteLines, ...]
    measures: Measures
    head: int
    """How many lines of the first page are masthead and title."""
    symbols: tuple[str, ...]
    grounds: tuple[Ground, ...]
    """Where the text of each page stands, for its pictures."""


def lay_out(pages: Sequence[Page]) -> Layout:
    """Part the pages of a document."""
    on_page = [(page, (*rows(page.runs), *rows(page.turned))) for page in pages]
    furniture = furniture_rows(on_page)
    content = [
        tuple(row for index, row in enumerate(own) if index not in dropped)
        for (_, own), dropped in zip(on_page, furniture, strict=True)
    ]
    measures = measure([(page.width, own) for page, own in zip(pages, content, strict=True)])
    notes: list[NoteLines] = []
    laid: list[LaidPage] = []
    grounds: list[Ground] = []
    head = 0
    carried: OpenTable | None = None
    for page, own, (_, every), dropped in zip(pages, content, on_page, furniture, strict=True):
        lines = in_reading_order(page, own, measures, start=1)
        text, aside, notes = _without_notes(lines, page, measures, notes)
        ground = _ground(page, every, dropped, lines)
        drawings = () if measures.gutter else find_drawings(ground, text, measures)
        text, drawn = _without_drawings(text, drawings)
        tables = (
            find_tables(
                _without_note_rule(_without_strokes(page, drawings), lines, text),
                text,
                measures,
                head=ground.top + 12,
                carried=carried.columns if carried else None,
            )
            if measures.gutter is None
            else ()
        )
        continued = go_on(tables, len(text), carried)
        tables, carried = continued.tables, continued.open_table
        aside, text = (*aside, *text[: continued.again]), text[continued.again :]
        drawn = tuple((max(0, at - continued.again), own) for at, own in drawn)
        if page is pages[0]:
            boxed = [at for at, _, grid in tables if grid.lines[0].y > _BOXES * page.height]
            head = min((head_lines(text, measures, page.height), *boxed, *(at for at, _ in drawn)))
            titles = (line.y for line in text[:head])
            ground = replace(ground, top=max((ground.top, *titles)))
        grounds.append(replace(ground, drawings=tuple(each.box for each in drawings)))
        laid.append(
            LaidPage(
                number=page.number,
                lines=lines,
                text=text,
                tables=tables,
                drawn=drawn,
                aside=aside,
                furniture=_numbered([every[index] for index in sorted(dropped)], len(lines) + 1),
            )
        )
    return Layout(
        pages=tuple(laid),
        notes=tuple(notes),
        measures=measures,
        head=head,
        symbols=own_symbols(on_page),
        grounds=tuple(grounds),
    )


def _ground(
    page: Page, every: Sequence[Row], dropped: Collection[int], lines: Sequence[Line]
) -> Ground:
    """The page between what runs at its head and what runs at its foot."""
    half = page.height / 2
    running = [row for index, row in enumerate(every) if index in dropped]
    above = [row.y for row in running if row.y < half]
    below = [row.y - row.size for row in running if row.y >= half]
    return Ground(
        page=page,
        top=max(above, default=0.0),
        bottom=min(below, default=page.height),
        lines=lines,
    )


def _numbered(dropped: Sequence[Row], start: int) -> tuple[tuple[int, str], ...]:
    return tuple((number, row.text) for number, row in enumerate(dropped, start=start))


def _without_notes(
    lines: Sequence[Line], page: Page, measures: Measures, notes: Sequence[NoteLines]
) -> tuple[tuple[Line, ...], tuple[Line, ...], list[NoteLines]]:
    """The text of a page, typed rules over its notes, and the notes so far with its own."""
    text: list[Line] = []
    separators: list[Line] = []
    found = list(notes)
    for own in _columns(lines):
        area = split_notes(
            own, page.rules, measures, last_note=found[-1].lines[-1] if found else None
        )
        new, stray = gather(area.notes)
        if stray and found:
            last = found[-1]
            found[-1] = NoteLines(mark=last.mark, lines=(*last.lines, *stray))
        else:
            text.extend(stray)
        text.extend(line for line in area.text if not TYPED_RULE.fullmatch(line.text))
        separators.extend(area.separators)
        separators.extend(line for line in area.text if TYPED_RULE.fullmatch(line.text))
        found.extend(new)
    return tuple(text), tuple(separators), found


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    for _, own in groupby(lines, key=lambda line: line.column):
        yield list(own)


def _without_drawings(
    text: Sequence[Line], drawings: Sequence[Drawing]
) -> tuple[tuple[Line, ...], tuple[Drawn, ...]]:
    """The lines of a page without the words of its drawn figures, and these with their places."""
    taken = {line.number for each in drawings for line in each.lines}
    rest = tuple(line for line in text if line.number not in taken)
    return rest, tuple(
        (sum(line.number < each.lines[0].number for line in rest), each.lines)
        for each in drawings
        if each.lines
    )


def _without_note_rule(page: Page, lines: Sequence[Line], text: Sequence[Line]) -> Page:
    """A page without the short rule over its notes, which stands below the tables."""
    end = max((line.y for line in text), default=0.0)
    taken = {line.number for line in text}
    notes = [line.y for line in lines if line.number not in taken and line.y > end]
    between = [rule for rule in page.rules if notes and end < rule[1] < min(notes)]
    lowest = max(between, key=lambda rule: rule[1], default=None)
    if lowest is None or lowest[2] - lowest[0] > page.width / 2:
        return page
    return replace(page, rules=tuple(rule for rule in page.rules if rule != lowest))


def _without_strokes(page: Page, drawings: Sequence[Drawing]) -> Page:
    """A page without the strokes of its drawn figures, which rule no table."""
    if not drawings:
        return page
    rules, bars = (
        tuple(
            each
            for each in strokes
            if not any(
                left - 1 <= each[0] and each[2] <= right + 1 and top - 1 <= each[1] <= bottom + 1
                for left, top, right, bottom in (drawing.box for drawing in drawings)
            )
        )
        for strokes in (page.rules, page.bars)
    )
    return replace(page, rules=rules, bars=bars)
