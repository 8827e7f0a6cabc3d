"""Inline marks of a Markdown source: escapes, emphasis, superscripts, links.

Only what converters of PDF files write is a mark. All else, HTML and scripts among it, is
text and stays as it stands.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from pilcrow.model import Emphasis, Indicator, Inline, Inlines, Link, Place, Text

SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"'()]+(?:\([^\s<>\"'()]*\)[^\s<>\"'()]*)*")
"""Addresses that may become links; any other stays visible text."""

_TOKEN = re.compile(
    r"""
      \\(?P<escape>[!-/:-@\[-`{-~])
    | <sup>\s*(?P<sup>[^<>\s]{1,8})\s*</sup>
    | \[\^(?P<note>[^\]\s\[]{1,8})\]
    | \[(?P<words>[^\[\]\n]{1,300})\]\((?P<address>[^\s()<>]{1,500}(?:\([^\s()<>]{0,100}\))?)\)
    | (?P<entity>&(?:amp|lt|gt|quot|nbsp|apos|\#\d{1,6});)
    | (?P<super>[¹²³⁰⁴-⁹]{1,4})
    | (?P<stars>\*{1,3})
    | (?P<unders>_{1,3})
    """,
    re.VERBOSE,
)
_SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PLAIN = re.compile(r"\\([!-/:-@\[-`{-~])|(&(?:amp|lt|gt|quot|nbsp|apos|#\d{1,6});)")
_SPACE = re.compile(r"\s+")
_CUT_WORD = re.compile(r"\w-\s*$")
FOOTNOTE_MARK = re.compile(r"\d{1,4}|[a-z]|\*{1,4}|†|‡")


_NOTE_COLON = re.compile(
    r"\s*(?P<mark>\[\^(?P<note>[^\]\s\[]{1,8})\]|<sup>\s*(?P<sup>[^<>\s]{1,8})\s*</sup>)\s*:"
)


def without_note_colon(markup: str) -> str:
    """A line without the colon behind the footnote mark that it begins with: it is no word."""
    match = _NOTE_COLON.match(markup)
    if match is None or not is_footnote_mark(match["note"] or match["sup"]):
        return markup
    return f"{match['mark']} {markup[match.end() :].lstrip()}"


def is_footnote_mark(mark: str) -> bool:
    """Tell whether what stands raised is a mark of a footnote; else it stands as it is."""
    return bool(FOOTNOTE_MARK.fullmatch(mark.replace("\\", "")))


def link_words(markup: str) -> str:
    """The words of a link: escapes and entities are undone in them, nothing else is a mark."""
    return _PLAIN.sub(lambda match: match[1] or html.unescape(match[2]), markup)


class _Delimiter:
    """A run of `*` or `_` that may open or close emphasis."""

    __slots__ = ("closes", "opens", "place", "run")

    def __init__(self, run: str, place: Place, *, opens: bool, closes: bool) -> None:
        self.run = run
        self.place = place
        self.opens = opens
        self.closes = closes


def read_inlines(lines: Iterable[tuple[str, Place]]) -> Inlines:
    """Read the inline marks of the lines of one block; emphasis may run over line ends.

    Always: the words of the result, with footnote marks, are the words of the lines, each with
    the place of its line. White space is folded to single spaces. Emphasis that is not closed
    is text. A word cut by a hyphen at a line's end is closed up and keeps its hyphen.
    """
    pieces: list[Inline | _Delimiter] = []
    cut = False
    for number, (markup, place) in enumerate(lines):
        if number and not (cut and markup[:1].islower()):
            pieces.append(Text(value=" ", place=place))
        pieces.extend(_pieces(markup, place))
        cut = _CUT_WORD.search(markup) is not None
    return fold(_emphasise(pieces))


def _pieces(markup: str, place: Place) -> Iterator[Inline | _Delimiter]:
    text: list[str] = []
    end = 0

    def flush() -> Iterator[Text]:
        if text:
            yield Text(value="".join(text), place=place)
            text.clear()

    for match in _TOKEN.finditer(markup):
        text.append(markup[end : match.start()])
        end = match.end()
        mark = match["sup"] or match["note"]
        if match["escape"]:
            text.append(match["escape"])
        elif match["entity"]:
            text.append(html.unescape(match["entity"]))
        elif mark and is_footnote_mark(mark):
            yield from flush()
            yield Indicator(mark=mark.replace("\\", ""), place=place)
        elif match["super"]:
            yield from flush()
            yield Indicator(mark=match["super"].translate(_SUPERSCRIPT_DIGITS), place=place)
        elif match["address"] and SAFE_ADDRESS.fullmatch(match["address"]):
            yield from flush()
            yield Link(value=link_words(match["words"]), address=match["address"], place=place)
        elif match["stars"] or match["unders"]:
            yield from flush()
            yield _delimiter(markup, match, place)
        else:
            text.append(match.group())
    text.append(markup[end:])
    yield from flush()


def _delimiter(markup: str, match: re.Match[str], place: Place) -> _Delimiter:
    run = match.group()
    before = markup[match.start() - 1] if match.start() else " "
    after = markup[match.end()] if match.end() < len(markup) else " "
    opens = not after.isspace() and not before.isalnum()
    closes = not before.isspace() and not after.isalnum()
    return _Delimiter(run, place, opens=opens, closes=closes)


def _emphasise(pieces: list[Inline | _Delimiter]) -> Iterator[Inline]:
    """Match delimiters of the same run; give the inlines with emphasis set."""
    open_at: dict[str, _Delimiter] = {}
    changes: dict[int, tuple[Emphasis, int]] = {}
    positions: dict[int, int] = {}
    for index, piece in enumerate(pieces):
        if not isinstance(piece, _Delimiter):
            continue
        opener = open_at.get(piece.run)
        if opener is not None and piece.closes and index > positions[id(opener)] + 1:
            emphasis = Emphasis.ITALIC if len(piece.run) == 1 else Emphasis.BOLD
            changes[positions[id(opener)]] = (emphasis, 1)
            changes[index] = (emphasis, -1)
            del open_at[piece.run]
        elif piece.opens:
            open_at[piece.run] = piece
            positions[id(piece)] = index
    depth: dict[Emphasis, int] = {Emphasis.ITALIC: 0, Emphasis.BOLD: 0}
    for index, piece in enumerate(pieces):
        if index in changes:
            emphasis, step = changes[index]
            depth[emphasis] += step
        elif isinstance(piece, _Delimiter):
            yield Text(value=piece.run, place=piece.place, emphasis=_current(depth))
        elif isinstance(piece, Text):
            yield replace(piece, emphasis=_current(depth))
        else:
            yield piece


def _current(depth: dict[Emphasis, int]) -> Emphasis:
    if depth[Emphasis.ITALIC] > 0:
        return Emphasis.ITALIC
    return Emphasis.BOLD if depth[Emphasis.BOLD] > 0 else Emphasis.NONE


def fold(inlines: Iterable[Inline]) -> Inlines:
    """Fold white space, merge neighbouring runs of one emphasis and line, trim both ends."""
    folded: list[Inline] = []
    for inline in _merged(inlines):
        last = folded[-1] if folded else None
        if not isinstance(inline, Text):
            folded.append(inline)
            continue
        value = _SPACE.sub(" ", inline.value)
        if last is None or (isinstance(last, Text) and last.value.endswith(" ")):
            value = value.lstrip()
        if not value:
            continue
        if (
            isinstance(last, Text)
            and last.emphasis is inline.emphasis
            and (last.place == inline.place or last.value == " ")
        ):
            folded[-1] = replace(inline, value=last.value + value)
        else:
            folded.append(inline if value == inline.value else replace(inline, value=value))
    while folded and isinstance(final := folded[-1], Text):
        folded.pop()
        if final.value.rstrip():
            folded.append(replace(final, value=final.value.rstrip()))
            break
    return tuple(folded)


def _merged(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Runs of text of one line and emphasis as one text, put together once."""
    for key, run in groupby(inlines, key=_text_key):
        pieces = list(run)
        first = pieces[0]
        if key is None or not isinstance(first, Text) or len(pieces) == 1:
            yield from pieces
        else:
            values = (piece.value for piece in pieces if isinstance(piece, Text))
            yield replace(first, value="".join(values))


def _text_key(inline: Inline) -> tuple[Place, Emphasis] | None:
    return (inline.place, inline.emphasis) if isinstance(inline, Text) else None
