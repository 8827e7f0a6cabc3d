"""The runs of a paragraph, as inlines with tabs and line breaks still in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pilcrow.model import Emphasis, Indicator, Inline, Link, Place, Text
from pilcrow.readers.docx.characters import PLAIN_CHARACTERS, printed, symbol
from pilcrow.readers.docx.drawings import Drawn, drawn_by
from pilcrow.readers.docx.marks import Reference, is_hidden
from pilcrow.readers.docx.names import (
    Element,
    M,
    W,
    attribute,
    printed_children,
    toggle,
    value_of,
)
from pilcrow.readers.docx.package import Relation, relation_id
from pilcrow.readers.docx.styles import Style, Styles
from pilcrow.readers.markdown_inline import SAFE_ADDRESS

_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"(?P<address>[^"]+)"', re.IGNORECASE)
_NOTE_FIELD = re.compile(r"\s*NOTEREF\b", re.IGNORECASE)
_TYPED_MARK = re.compile(r"\s*(?P<mark>\d{1,4}|[a-z]|\*{1,4}|†|‡)(?!\w)")
_MARK = re.compile(r"\d{1,4}|[a-z]|\*{1,4}|†|‡")


_OF_RUNS = frozenset({W + "t", M + "t", W + "sym", *PLAIN_CHARACTERS})
"""What prints a character; in a formula, or in a damaged file, outside a run."""


@dataclass(slots=True)
class _Field:
    """A field that stands open: its code, then its result."""

    code: str = ""
    in_result: bool = False


@dataclass(slots=True)
class _Look:
    """How a run is set."""

    emphasis: Emphasis = Emphasis.NONE
    raised: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Runs:
    """What stands in a paragraph; `boxes` are its text boxes, `pictures` what it draws."""

    inlines: list[Inline] = field(default_factory=list)
    raised: list[int] = field(default_factory=list)
    """Indexes of inlines that are set as superscripts and could be footnote marks."""
    boxes: list[Element] = field(default_factory=list)
    pictures: list[Drawn] = field(default_factory=list)
    hidden: bool = False
    """It holds words that are not printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the runs of a part need to be read."""

    styles: Styles
    relations: Mapping[str, Relation]
    references: Mapping[Element, Reference]


class RunReader:
    """Reads the runs of one paragraph after another; a field may go on from one to the next."""

    def __init__(self, context: Context) -> None:
        """Begin without an open field."""
        self._context = context
        self._fields: list[_Field] = []
        self._mark_follows = False

    def read(self, paragraph: Element, style: Style, place: Place) -> Runs:
        """The runs of a paragraph, in order, without those of its text boxes."""
        runs = Runs()
        self._walk(paragraph, runs, _Reading(style=style, place=place, link=None))
        return runs

    def _walk(self, element: Element, runs: Runs, reading: _Reading) -> None:
        for child in printed_children(element):
            tag = child.tag
            if tag == W + "r":
                self._run(child, runs, reading)
            elif tag == W + "hyperlink":
                self._walk(child, runs, replace(reading, link=self._address(child)))
            elif tag in _OF_RUNS or child in self._context.references:
                self._content(child, _Look(hidden=reading.style.hidden), runs, reading)
            elif tag == W + "fldSimple":
                self._fields.append(_Field(code=attribute(child, "instr") or "", in_result=True))
                self._walk(child, runs, reading)
                self._fields.pop()
            elif tag != W + "p":
                self._walk(child, runs, reading)

    def _address(self, hyperlink: Element) -> str | None:
        relation = self._context.relations.get(relation_id(hyperlink))
        return relation.target if relation is not None and relation.external else None

    def _run(self, run: Element, runs: Runs, reading: _Reading) -> None:
        look = self._look(run, reading.style)
        for child in printed_children(run):
            self._content(child, look, runs, reading)

    def _content(self, child: Element, look: _Look, runs: Runs, reading: _Reading) -> None:
        """One thing in a run: text, a character by name, a reference, a field or a drawing."""
        tag = child.tag
        if tag in {W + "t", M + "t"}:
            self._text(child.text or "", look, runs, reading)
        elif tag in PLAIN_CHARACTERS:
            self._text(PLAIN_CHARACTERS[str(tag)], replace(look, raised=False), runs, reading)
        elif tag == W + "sym":
            self._text(symbol(child), look, runs, reading)
        elif child in self._context.references:
            mark = self._context.references[child].mark
            self._mark_follows = mark is None
            if mark is not None:
                runs.inlines.append(Indicator(mark=mark, place=reading.place))
        elif tag == W + "fldChar":
            self._field(attribute(child, "fldCharType"))
        elif tag == W + "instrText":
            if self._fields and not self._fields[-1].in_result:
                self._fields[-1].code += child.text or ""
        else:
            self._drawing(child, look, runs, reading)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, element: Element, look: _Look, runs: Runs, reading: _Reading) -> None:
        """Text boxes and pictures of a drawing, whichever way it is written.

        What prints a character stands in a drawing only where the file is damaged.
        """
        stack = [iter((element,))]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
            elif child.tag == W + "txbxContent":
                runs.boxes.append(child)
            elif drawn := drawn_by(child):
                runs.pictures.append(drawn)
            elif child.tag == W + "r":
                self._run(child, runs, reading)
            elif child.tag in _OF_RUNS or child in self._context.references:
                self._content(child, look, runs, reading)
            elif child.tag != W + "p":
                stack.append(iter(tuple(printed_children(child))))

    def _look(self, run: Element, style: Style) -> _Look:
        properties = run.find(W + "rPr")
        if properties is None:
            return _Look(emphasis=_emphasis(style.bold, style.italic), hidden=style.hidden)
        own = self._context.styles.of(value_of(properties, "rStyle"))
        bold, italic = toggle(properties, "b"), toggle(properties, "i")
        hidden = is_hidden(properties)
        vertical = value_of(properties, "vertAlign")
        return _Look(
            emphasis=_emphasis(
                (style.bold or own.bold) if bold is None else bold,
                (style.italic or own.italic) if italic is None else italic,
            ),
            raised=vertical == "superscript" or (vertical is None and own.superscript),
            hidden=(style.hidden or own.hidden) if hidden is None else hidden,
        )

    def _text(self, text: str, look: _Look, runs: Runs, reading: _Reading) -> None:
        value = printed(text)
        if look.hidden:
            runs.hidden = runs.hidden or bool(value.strip())
            return
        if not value:
            return
        if self._mark_follows and (match := _TYPED_MARK.match(value)):
            self._mark_follows = False
            runs.inlines.append(Indicator(mark=match["mark"], place=reading.place))
            value = value[match.end() :]
            if not value:
                return
        parts = value.split(",")
        if look.raised and len(parts) > 1 and all(_MARK.fullmatch(part.strip()) for part in parts):
            self._marks(parts, look, runs, reading)
            return
        if _MARK.fullmatch(value.strip()) and (look.raised or self._is_note_field()):
            if self._is_note_field():
                runs.inlines.append(Indicator(mark=value.strip(), place=reading.place))
                return
            runs.raised.append(len(runs.inlines))
        address = reading.link or self._field_address()
        if address is not None and SAFE_ADDRESS.fullmatch(address) and value.strip():
            last = runs.inlines[-1] if runs.inlines else None
            if isinstance(last, Link) and last.address == address:
                runs.inlines[-1] = replace(last, value=last.value + value)
            else:
                runs.inlines.append(Link(value=value, address=address, place=reading.place))
            return
        runs.inlines.append(Text(value=value, place=reading.place, emphasis=look.emphasis))

    def _marks(self, parts: Sequence[str], look: _Look, runs: Runs, reading: _Reading) -> None:
        """Several raised marks in one run: "a,b"."""
        for position, part in enumerate(parts):
            if position:
                self._text(",", look, runs, reading)
            self._text(part, look, runs, reading)

    def _is_note_field(self) -> bool:
        return any(each.in_result and _NOTE_FIELD.match(each.code) for each in self._fields)

    def _field_address(self) -> str | None:
        for each in reversed(self._fields):
            if each.in_result and (match := _LINK_FIELD.match(each.code)):
                return match["address"]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    style: Style
    place: Place
    link: str | None


def _emphasis(bold: bool, italic: bool) -> Emphasis:  # noqa: FBT001
    if italic:
        return Emphasis.ITALIC
    return Emphasis.BOLD if bold else Emphasis.NONE
