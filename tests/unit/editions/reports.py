"""Reports drawn at random, as values: everything the model can hold, nested and interleaved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from pilcrow.model import (
    Annex,
    Content,
    Correction,
    Emphasis,
    Footnote,
    Indicator,
    Inlines,
    Link,
    Masthead,
    Origin,
    Paragraph,
    Passage,
    Place,
    Report,
    Section,
    Subparagraph,
    Supplied,
    Table,
    Text,
    plain,
)
from pilcrow.titles import section_title
from pilcrow.tree import paragraph_text, passages

PLACE = Place(source="source.en.md", line=1)
MARKS = ("1", "2", "*")
_CHARACTERS = "ab AB12 *_[]()<>&|\\`#-+.:;!?~^{}$@=%'\"/“”é§ж中\u00a0"
_WORDS = st.one_of(
    st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=25),
    st.sampled_from(
        [
            "see paragraph 2 above, and ",
            "General Assembly resolution 74/247 of ",
            "it decided to: (a) hold one; (b) hold another; and (c) end",
            "S/2023/780",
            "https://a.example/b c ",
            "<script>alert(1)</script> ",
            "]]> <!-- --> &amp; ",
        ]
    ),
)
_inline = st.one_of(
    st.builds(Text, value=_WORDS, place=st.just(PLACE), emphasis=st.sampled_from(tuple(Emphasis))),
    st.builds(
        Link,
        value=_WORDS,
        address=st.sampled_from(["https://a.example/x?y=1&z=(2)", "mailto:a@b.example"]),
        place=st.just(PLACE),
    ),
    st.builds(Indicator, mark=st.sampled_from(MARKS), place=st.just(PLACE)),
    st.builds(Supplied, value=_WORDS, replaces=_WORDS, correction=st.just(0), place=st.just(PLACE)),
)
_rich = st.lists(_inline, max_size=4).map(tuple)
_simple = st.tuples(
    st.builds(Text, value=_WORDS.filter(str.strip), place=st.just(PLACE)),
)
"""One run as the readers give it: what Markdown makes of several is render's matter."""


class _Parts:
    """Strategies for the parts of a report whose text is drawn in one way."""

    def __init__(self, inlines: st.SearchStrategy[Inlines]) -> None:
        self.inlines = inlines
        self.passage = st.builds(Passage, inlines=inlines, place=st.just(PLACE))
        row = st.lists(inlines, min_size=1, max_size=3).map(tuple)
        self.table = st.builds(
            Table,
            rows=st.lists(row, min_size=1, max_size=3).map(tuple),
            place=st.just(PLACE),
        )
        self.loose = st.lists(st.one_of(self.passage, self.table), max_size=2).map(tuple)


@st.composite
def _content(draw: st.DrawFn, parts: _Parts, holder: str, depth: int = 0) -> tuple[Content, ...]:
    entries: list[Content] = []
    for at in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(("passage", "table", "member")))
        if kind == "passage":
            entries.append(draw(parts.passage))
        elif kind == "table":
            entries.append(draw(parts.table))
        elif depth < 3:
            identifier = f"{holder}-{'abc'[at]}"
            below = draw(_content(parts, identifier, depth + 1))
            entries.append(
                Subparagraph(id=identifier, marker=f"({'abc'[at]})", content=below, place=PLACE)
            )
    return tuple(entries)


class _Numbers:
    def __init__(self) -> None:
        self.next = 0

    def take(self) -> str:
        self.next += 1
        return str(self.next)


@st.composite
def _section(  # noqa: PLR0913, PLR0917 - a composite takes `draw` too
    draw: st.DrawFn,
    parts: _Parts,
    parent: str,
    unit: str,
    numbers: _Numbers,
    place: int,
    depth: int = 0,
) -> Section:
    label = draw(st.sampled_from((None, ("I", "II", "III")[place])))
    own = label.lower() if label else f"words-{place}"
    identifier = f"{parent}-{own}" if parent else own
    prefix = f"{unit}-" if unit else ""
    paragraphs: list[Paragraph] = []
    for _ in range(draw(st.integers(0, 2))):
        number = numbers.take()
        name = f"{prefix}para-{number}"
        paragraphs.append(
            Paragraph(
                id=name,
                number=number,
                content=draw(_content(parts, name)),
                place=PLACE,
                origin=draw(st.sampled_from(tuple(Origin))),
            )
        )
    count = draw(st.integers(0, 2)) if depth < 2 else 0
    return Section(
        id=identifier,
        degree=depth + 1,
        label=label,
        title=draw(parts.inlines),
        place=PLACE,
        passages=draw(parts.loose),
        paragraphs=tuple(paragraphs),
        sections=tuple(
            draw(_section(parts, identifier, unit, numbers, at, depth + 1)) for at in range(count)
        ),
    )


_short = st.one_of(st.none(), st.text(st.sampled_from("Ab <&é1"), min_size=1, max_size=8))


@st.composite
def reports(draw: st.DrawFn, *, simple: bool = False) -> Report:
    """A report; its notes may be pointed to often, once or never."""
    parts = _Parts(_simple if simple else _rich)
    numbers = _Numbers()
    sections = tuple(
        draw(_section(parts, "", "", numbers, at)) for at in range(draw(st.integers(0, 2)))
    )
    annexes: list[Annex] = []
    for at in range(draw(st.integers(0, 2))):
        name = f"annex-{('i', 'ii')[at]}"
        below = (draw(_section(parts, name, name, _Numbers(), 0)),)
        annexes.append(
            Annex(
                id=name,
                label=f"Annex {('I', 'II')[at]}",
                title=draw(parts.inlines),
                place=PLACE,
                sections=below,
            )
        )
    marks = draw(st.lists(st.sampled_from(MARKS), unique=True))
    return Report(
        masthead=Masthead(
            symbol=draw(st.sampled_from((None, "A/80/1", "A/81/6(Sect. 16)"))),
            organ=draw(_short),
            date=draw(st.sampled_from((None, "2024-03-13"))),
            title=draw(_short),
            subtitle=draw(_short),
            agenda_item=draw(st.sampled_from((None, "Item 6", "Item 6\nMatters & such"))),
            language=draw(st.sampled_from(("en", "fr"))),
        ),
        masthead_marks=draw(st.sampled_from(((), (("Item 6", "*"),)))),
        summary=tuple(draw(st.lists(parts.passage, max_size=2))),
        front_matter=draw(parts.loose),
        sections=sections,
        annexes=tuple(annexes),
        footnotes=tuple(
            Footnote(
                id={"*": "fn-asterisk"}.get(mark, f"fn-{mark}"),
                indicator=mark,
                content=draw(parts.inlines),
                referenced_from=(),
                place=PLACE,
            )
            for mark in marks
        ),
        corrections=(Correction(kind="replace", at="x", old="a", new="b", reason="So <it> is."),),
    )


def body_words(report: Report) -> list[str]:
    """Every word from the summary to the last annex, without footnotes, in reading order."""
    texts: list[str] = [plain(passage.inlines) for passage in report.summary]
    texts.extend(_loose_texts(report.front_matter))
    for section in report.sections:
        texts.extend(_section_texts(section))
    for annex in report.annexes:
        texts.extend((annex.label, plain(annex.title)))
        for section in annex.sections:
            texts.extend(_section_texts(section))
    return " ".join(texts).split()


def note_words(report: Report) -> dict[str, list[str]]:
    """The words of each footnote by its mark."""
    return {note.indicator: plain(note.content).split() for note in report.footnotes}


def _section_texts(section: Section) -> Iterator[str]:
    yield section_title(section)
    yield from _loose_texts(section.passages)
    for paragraph in section.paragraphs:
        yield f"{paragraph.number}."
        yield paragraph_text(paragraph)
    for child in section.sections:
        yield from _section_texts(child)


def _loose_texts(entries: Sequence[Content]) -> Iterator[str]:
    yield from (plain(run) for _, run in passages(entries, ""))


def letters(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s", "", text)
