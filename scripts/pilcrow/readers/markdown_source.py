"""Reads a Markdown source: of the three formats the one that knows least about itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pilcrow.model import Furniture, Place
from pilcrow.passes.body import body_start
from pilcrow.passes.furniture import drop_furniture
from pilcrow.passes.masthead_fields import is_distribution
from pilcrow.passes.masthead_lines import words_of
from pilcrow.passes.masthead_patterns import DISTRIBUTION, SYMBOLS
from pilcrow.readers.decode import decode
from pilcrow.readers.lines import Line
from pilcrow.readers.markdown import blocks, line_blocks, read_lines
from pilcrow.readers.markdown_words import line_words, source_words
from pilcrow.readers.reading import Reading, SourceLine
from pilcrow.references import split_symbols

_STRAY_REACH = 14
"""Lines around a stray "Distr." in which the rest of a masthead may stand."""


def read_markdown(content: bytes, source: str, symbol: str | None = None) -> Reading:
    """Read a Markdown source.

    Args:
        content: its bytes.
        source: its name, as places give it.
        symbol: the report's, where an editor gave it: alone on a line it is a running head.

    Raises:
        SourceError: the source is empty, is not text, or is not UTF-8.
    """
    text = decode(content, source)
    lines = read_lines(text, source)
    symbols = _own_symbols(lines) or ((symbol,) if symbol else ())
    without = drop_furniture(lines, symbols=symbols, head=body_start(lines))
    start = body_start(without.lines)
    head, after = without.lines[:start], without.lines[start:]
    stray = frozenset(line.place.line for line in _stray(after))
    body = tuple(line for line in after if line.place.line not in stray)
    return Reading(
        lines=tuple(
            SourceLine(words=" ".join(line_words(line)), place=Place(source=source, line=number))
            for number, line in enumerate(text.split("\n"), start=1)
            if line.strip()
        ),
        head=line_blocks([*(line for line in after if line.place.line in stray), *head]),
        body=blocks(body),
        furniture=tuple(
            Furniture(text=" ".join(source_words(piece.text)), place=piece.place)
            for piece in without.furniture
        ),
        job_number=without.job_number,
        symbols=symbols,
        addresses_printed=True,
    )


def _words(line: Line) -> str:
    return words_of(line_blocks([line])[0])


def _own_symbols(lines: Sequence[Line]) -> tuple[str, ...]:
    """The report's own symbols: of a line before the body that holds only them."""
    for line in lines[: max(1, body_start(lines))]:
        if match := SYMBOLS.fullmatch(_words(line)):
            return split_symbols(match["all"])
    for index, line in enumerate(lines):
        if (match := SYMBOLS.fullmatch(_words(line))) and _near_distribution(lines, index):
            return split_symbols(match["all"])
    return ()


def _near_distribution(lines: Sequence[Line], index: int) -> bool:
    near = lines[max(0, index - 4) : index + 4]
    return any(DISTRIBUTION.fullmatch(_words(other)) for other in near)


def _stray(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a masthead that a converter put into the body."""
    marked = [
        line.place.line
        for line in lines
        if line.gap and line.gap_after and DISTRIBUTION.fullmatch(_words(line))
    ]
    for line in lines:
        near = any(abs(number - line.place.line) <= _STRAY_REACH for number in marked)
        alone = line.gap and line.gap_after and len(line.markup) <= len("ORIGINAL: ENGLISH/FRENCH")
        if near and alone and is_distribution(_words(line)):
            yield line
