"""Lines to inlines: words with emphasis, links and footnote marks, closed up at line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Emphasis, Indicator, Inline, Inlines, Link, Place, Text
from pilcrow.readers.markdown_inline import SAFE_ADDRESS, fold
from pilcrow.readers.pdf.lines import NOTE_MARK, Line
from pilcrow.readers.pdf.page import Box
from pilcrow.readers.pdf.rows import Glyphs

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CUT = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-")
_START = re.compile(r"[^\W\d_]+")
_ADDRESS_END = re.compile(r"\S*(?:https?://|www\.)\S*")
_ADDRESS_GOES_ON = re.compile(r"\S*[/_=?&%#~]|\S*\.[a-z]{2,4}\b|\S*-\S*\d")
_STROKE_MARK = re.compile(r"\d{1,3}/")
"""A note's mark in old documents; before a figure it is the first half of a symbol."""
_GLUE = re.compile(r"\S/|[^\s–—][–—]|\S-")
_UNIT = re.compile(r"(?:\b|\d\s?)(?:[kcm]?m|ft|sec|s)$")
_EXPONENT = {"2": "²", "3": "³"}
_MARKS = re.compile(r"(\d{1,4}|[a-z]|\*{1,4}|†|‡)(?:([,\s]\s*)|$)")
_JOINING = frozenset("and or to et ou à y o u e и или und oder".split())
"""Words behind a hyphen that stands for the end of a word to come: "life- and limb-saving"."""
_PREFIXES = frozenset(
    "anti co counter cross ex extra high inter long low mid multi non post pre pro quasi re self "
    "semi short so socio sub trans ultra under vice well".split()
)


class Vocabulary:
    """The words of a document as they stand within lines; tells what a line's end cut in two."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Count the words of the lines, the last of each left out."""
        self._counts: Counter[str] = Counter()
        cuts: list[tuple[str, str]] = []
        last = ""
        for line in lines:
            text = line.text
            if (match := _cut(last)) and (start := _START.match(text)):
                cuts.append((match[1].lower(), start.group().lower()))
            self._counts.update(_WORD.findall(text.lower().rsplit(" ", 1)[0]))
            last = text
        decided = [self._known(*cut) for cut in cuts]
        self._closes = decided.count(True) > decided.count(False)

    def closes(self, first: str, second: str) -> bool:
        """Whether a hyphen at a line's end is not one of the word's own."""
        first, second = first.lower(), second.lower()
        known = self._known(first, second)
        if known is not None:
            return known
        if first.rsplit("-", 1)[-1] in _PREFIXES:
            return False
        if self._counts[first] and self._counts[second]:
            return False
        return self._closes

    def _known(self, first: str, second: str) -> bool | None:
        whole, parted = self._counts[first + second], self._counts[f"{first}-{second}"]
        return None if whole == parted else whole > parted


def _cut(text: str) -> re.Match[str] | None:
    """The word at a line's end that a hyphen cuts, without what stands before its letters."""
    if not text.endswith("-"):
        return None
    start = len(text) - 1
    while start and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    while text[start : start + 1] == "-":
        start += 1
    return _CUT.fullmatch(text, start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes lines as inlines with the places of a source."""

    source: str
    vocabulary: Vocabulary
    links: dict[int, tuple[tuple[Box, str], ...]]
    """Page to the areas that lead somewhere."""

    def place(self, line: Line) -> Place:
        """The place of a line."""
        return Place(source=self.source, line=line.number, page=line.page)

    def inlines(self, lines: Sequence[Line], *, skip: int = 0, plain: bool = False) -> Inlines:
        """The words of lines that belong together.

        Args:
            lines: the lines.
            skip: how many pieces at the start of the first are left out (a bullet, a note's mark).
            plain: leave bold out, which is the heading's.
        """
        return fold(self._inlines(lines, skip, plain=plain))

    def _inlines(self, lines: Sequence[Line], skip: int, *, plain: bool) -> Iterator[Inline]:
        glue = True
        for index, line in enumerate(lines):
            place = self.place(line)
            if not glue:
                yield Text(value=" ", place=place)
            pieces = line.pieces[skip:] if not index else line.pieces
            following = lines[index + 1] if index + 1 < len(lines) else None
            glue, drop = self.closing(line, following)
            yield from self._line(pieces, place, drop=drop, plain=plain)

    def closing(self, line: Line, following: Line | None) -> tuple[bool, bool]:
        """Whether the next line goes on without a space, and whether a hyphen goes."""
        if following is None or line.pieces[-1].raised:
            return False, False
        text, start = line.text, following.text
        if (cut := _cut(text)) and (second := _START.match(start)):
            whole = second.group()
            if whole in _JOINING:
                return False, False
            return True, whole[0].islower() and self.vocabulary.closes(cut[1], whole)
        last = text.rsplit(" ", 1)[-1]
        is_mark = _STROKE_MARK.fullmatch(last) and not start[:1].isdigit()
        if is_mark or not start[:1].isalnum():
            return False, False
        if _ADDRESS_END.fullmatch(last) and self._address_goes_on(line, following):
            return True, False
        return bool(_GLUE.fullmatch(text[-2:])), False

    def _address_goes_on(self, line: Line, following: Line) -> bool:
        first = self._link(line.pieces[-1], line.page)
        if first is not None and first == self._link(following.pieces[0], following.page):
            return True
        word = following.text.split(" ", 1)[0]
        end = line.text[-1]
        return end in "/-_?=&%#~" or (end not in '.,;:)”"' and bool(_ADDRESS_GOES_ON.match(word)))

    def _line(
        self, pieces: Sequence[Glyphs], place: Place, *, drop: bool, plain: bool
    ) -> Iterator[Inline]:
        before = ""
        link: Link | None = None
        slope = Emphasis.NONE
        alike = _Alike(place)
        for index, piece in enumerate(pieces):
            run = piece.run
            text = run.text
            if drop and index == len(pieces) - 1:
                text = text.removesuffix("-")
            space = " " if piece.spaced and index else ""
            if piece.raised and (marks := _indicators(text, before, place)):
                yield from (*alike.end(), *_bare(link))
                link = None
                yield from marks
                before = ""
                continue
            if run.italic:
                emphasis = Emphasis.ITALIC
            else:
                emphasis = Emphasis.BOLD if run.bold and not plain else Emphasis.NONE
            address = self._link(piece, place.page or 0)
            if link is not None and address == link.address:
                link = replace(link, value=link.value + space + text)
                continue
            yield from _bare(link)
            link = None
            if space:
                same = emphasis is slope and address is None
                yield from alike.add(space, emphasis if same else Emphasis.NONE)
            slope = emphasis
            if address is None:
                yield from alike.add(text, emphasis)
            else:
                yield from alike.end()
                link = Link(value=text, address=address, place=place)
            before = text
        yield from (*alike.end(), *_bare(link))

    def _link(self, piece: Glyphs, page: int) -> str | None:
        areas = self.links.get(page)
        if not areas:
            return None
        x, y = (piece.run.x0 + piece.run.x1) / 2, piece.run.y - piece.run.size * 0.3
        for (left, top, right, bottom), address in areas:
            if left <= x <= right and top <= y <= bottom:
                return address if SAFE_ADDRESS.fullmatch(address) else None
        return None


class _Alike:
    """Words of a line that are set alike, put together to one text."""

    __slots__ = ("_emphasis", "_place", "_words")

    def __init__(self, place: Place) -> None:
        self._place = place
        self._words: list[str] = []
        self._emphasis = Emphasis.NONE

    def add(self, words: str, emphasis: Emphasis) -> tuple[Text, ...]:
        """Add words; give the text before them where that is set otherwise."""
        before = self.end() if emphasis is not self._emphasis else ()
        self._emphasis = emphasis
        self._words.append(words)
        return before

    def end(self) -> tuple[Text, ...]:
        """The text so far, if any."""
        if not self._words:
            return ()
        text = Text(value="".join(self._words), place=self._place, emphasis=self._emphasis)
        self._words.clear()
        return (text,)


_BARE = re.compile(r"(?P<before>[(\[“\"]*)(?P<words>.*?)(?P<after>[)\].,;:”\"]*)")


def _bare(link: Link | None) -> Iterator[Inline]:
    """A link without the brackets and stops that share its run, which stand beside it."""
    if link is None:
        return
    before, words, after = _apart(link.value)
    if before:
        yield Text(value=before, place=link.place)
    yield replace(link, value=words)
    if after:
        yield Text(value=after, place=link.place)


def _apart(linked: str) -> tuple[str, str, str]:
    """Brackets and stops before linked words, the words, and those behind them."""
    match = _BARE.fullmatch(linked)
    if match is None or not match["words"]:
        return "", linked, ""
    words, after = match["words"], match["after"]
    if after[:1] == ")" and words.count("(") > words.count(")"):
        words, after = words + ")", after[1:]
    return match["before"], words, after


def exponent(text: str, before: str) -> str | None:
    """The sign of a raised figure that is a power of the unit before it; None where it is none."""
    return _EXPONENT.get(text) if _UNIT.search(before) else None


def _indicators(text: str, before: str, place: Place) -> list[Inline]:
    """The marks of a raised run ("12", "a,b"); none where it is an exponent or an ordinal."""
    if power := exponent(text, before):
        return [Text(value=power, place=place)]
    text = text.strip()
    found: list[Inline] = []
    end = 0
    while match := _MARKS.match(text, end):
        if match.end() == end:
            break
        found.append(Indicator(mark=match[1], place=place))
        if match[2]:
            found.append(Text(value=match[2], place=place))
        end = match.end()
    return found if end == len(text) and NOTE_MARK.match(text) else []
