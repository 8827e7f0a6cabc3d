"""Pictures: sound whatever they are given, true to their data, readable without colour."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pilcrow.pictures import (
    DISCLAIMER,
    Chapter,
    DatedEvent,
    FigureCard,
    Part,
    ScaledParagraph,
    StateCount,
    draw_shape,
    draw_small_states,
    draw_states,
    draw_timeline,
    figure_cards,
)
from pilcrow.pictures.members import members
from tests.unit.pictures.reading import SVG, assert_sound, hints, parsed, words_of

_names = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["<script>alert(1)</script>", "]]>", "&amp; \"'", "\x00\ud800", "</svg>"]),
)
_hrefs = st.sampled_from(["#x", "i.html#para-1", "a&b.html?c=<d>"])
_codes = st.sampled_from([state.code for state in members()] + ["CW", "HK", "", "??"])


def _chapters() -> tuple[Chapter, ...]:
    """Two chapters: one of its own paragraphs, one of two sections; 10 and 60 words."""

    def paragraphs(*words: tuple[str, int]) -> tuple[ScaledParagraph, ...]:
        return tuple(
            ScaledParagraph(number=number, href=f"x.html#para-{number}", words=count)
            for number, count in words
        )

    return (
        Chapter(
            title="I. Introduction",
            href="i.html",
            parts=(Part(title="", href="i.html", paragraphs=paragraphs(("1", 10))),),
        ),
        Chapter(
            title="II. Work",
            href="ii.html",
            parts=(
                Part(title="A. One", href="ii-a.html", paragraphs=paragraphs(("2", 20), ("3", 10))),
                Part(title="B. Two", href="ii-b.html", paragraphs=paragraphs(("4", 30))),
            ),
        ),
    )


def test_the_shape_is_to_scale() -> None:
    """Each paragraph's width is its share of the words of the longest chapter."""
    root = assert_sound(draw_shape(_chapters()))
    widths = {
        link.get("href"): float(rect.get("width", "0%").rstrip("%"))
        for link in root.iter(f"{SVG}a")
        for rect in link.findall(f"{SVG}rect")
        if link.get("tabindex")
    }
    assert widths == {
        "x.html#para-1": pytest.approx(100 * 10 / 60, abs=0.01),
        "x.html#para-2": pytest.approx(100 * 20 / 60, abs=0.01),
        "x.html#para-3": pytest.approx(100 * 10 / 60, abs=0.01),
        "x.html#para-4": pytest.approx(100 * 30 / 60, abs=0.01),
    }


def test_everything_in_the_shape_is_a_link_that_says_where_to() -> None:
    """Chapters, sections and paragraphs; the first two by keyboard, paragraphs in the contents."""
    root = parsed(draw_shape(_chapters()))
    assert hints(root) == {
        "i.html": ["I. Introduction, 1 paragraph"],
        "x.html#para-1": ["Paragraph 1"],
        "ii.html": ["II. Work, 3 paragraphs"],
        "ii-a.html": ["A. One, 2 paragraphs"],
        "ii-b.html": ["B. Two, 1 paragraph"],
        "x.html#para-2": ["Paragraph 2"],
        "x.html#para-3": ["Paragraph 3"],
        "x.html#para-4": ["Paragraph 4"],
    }
    reached = [link.get("href") for link in root.iter(f"{SVG}a") if link.get("tabindex") is None]
    assert reached == ["i.html", "ii.html", "ii-a.html", "ii-b.html"]
    (described,) = root.iter(f"{SVG}desc")
    assert "2 chapters with 4 paragraphs" in (described.text or "")


def test_a_report_without_paragraphs_has_no_shape() -> None:
    """Nothing is drawn of nothing; a chapter without paragraphs takes no line."""
    assert draw_shape(()) == ""
    empty = Chapter(title="III", href="iii.html", parts=())
    assert draw_shape((empty,)) == ""
    assert "iii.html" not in draw_shape((*_chapters(), empty))


@given(
    st.lists(
        st.builds(
            Chapter,
            title=_names,
            href=_hrefs,
            parts=st.lists(
                st.builds(
                    Part,
                    title=_names,
                    href=_hrefs,
                    paragraphs=st.lists(
                        st.builds(
                            ScaledParagraph,
                            number=_names,
                            href=_hrefs,
                            words=st.integers(0, 10**6),
                        ),
                        max_size=3,
                    ).map(tuple),
                ),
                max_size=3,
            ).map(tuple),
        ),
        max_size=3,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_shape_is_sound_and_has_a_field_for_each_paragraph(chapters: list[Chapter]) -> None:
    """Hostile titles are words; no paragraph is left out and none overflows the picture."""
    drawn = draw_shape(chapters)
    count = sum(len(chapter.paragraphs) for chapter in chapters)
    if not count:
        assert drawn == ""
        return
    root = assert_sound(drawn)
    cells = [
        rect for link in root.iter(f"{SVG}a") if link.get("tabindex") for rect in list(link)[1:]
    ]
    assert len(cells) == count
    for cell in cells:
        end = sum(float(cell.get(name, "").rstrip("%")) for name in ("x", "width"))
        assert end < 100.2


def test_the_members_of_the_united_nations() -> None:
    """193 Member States and two observers; a territory is none."""
    codes = {state.code for state in members()}
    assert len(codes) == 195
    assert {"VA", "PS", "CH", "SS", "TL", "ME"} <= codes
    assert not {"HK", "TW", "CW", "CK", "NU", "EH", "PR", "GL"} & codes


def _tiles(root: etree._Element, size: int = 25) -> list[tuple[int, str, str]]:
    """Drawing and place of each tile of a map; fails where one is of another size or outside."""
    found: list[tuple[int, str, str]] = []
    for index, svg in enumerate(root.iter(f"{SVG}svg")):
        pattern = rf"M(\d+) (\d+)h{size}v{size}h-{size}z"
        data = "".join(path.get("d", "") for path in svg.iter(f"{SVG}path"))
        assert re.fullmatch(f"(?:{pattern})*", data)
        places = re.findall(pattern, data)
        for x, y in places:
            assert int(x) + size <= int(svg.get("width", ""))
            assert int(y) + size <= int(svg.get("height", ""))
        found.extend((index, x, y) for x, y in places)
    return found


def test_the_map_has_a_tile_for_every_member() -> None:
    """Each with its code, all of one size, no two at one place; a count in those that are named."""
    root = assert_sound(
        draw_states(
            [
                StateCount(code="BE", name="Belgium", paragraphs=3, href="#belgium"),
                StateCount(code="VN", name="Viet Nam", paragraphs=1, href="#viet-nam"),
                StateCount(code="CW", name="Curaçao", paragraphs=2, href="#curacao"),
            ]
        )
    )
    codes = [*words_of(root, "codes"), *words_of(root, "unnamed")]
    assert sorted(codes) == sorted(state.code for state in members())
    assert sorted(words_of(root, "codes")) == ["BE", "VN"]
    assert len(_tiles(root)) == len(set(_tiles(root))) == 195
    assert sorted(words_of(root, "counts")) == ["1", "3"]
    assert hints(root) == {
        "#belgium": ["Belgium: 3 paragraphs"],
        "#viet-nam": ["Viet Nam: 1 paragraph"],
    }
    text = "".join(str(piece) for piece in root.itertext())
    assert "Named too, without a tile: Curaçao (2)." in text
    assert "Netherlands: not named" in text
    assert DISCLAIMER in text
    assert "1 State named. These are: Belgium, 3 paragraphs." in text


def test_the_small_map_leads_to_the_index() -> None:
    """As many tiles, no words in it, the disclaimer with it."""
    counts = [StateCount(code="BE", name="Belgium", paragraphs=3, href="states.html#belgium")]
    root = assert_sound(draw_small_states(counts, "states.html"))
    assert len(set(_tiles(root, 9))) == 195
    assert not list(root.iter(f"{SVG}text"))
    assert [a.get("href") for a in root.iter("a")] == ["states.html"]
    assert list(hints(root)) == ["states.html#belgium"]
    assert DISCLAIMER in "".join(str(piece) for piece in root.itertext())


@given(
    st.lists(
        st.builds(
            StateCount,
            code=_codes,
            name=_names,
            paragraphs=st.integers(1, 10**4),
            href=_hrefs,
        ),
        max_size=6,
        unique_by=lambda count: count.code,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_counts_make_a_sound_map_that_leaves_nobody_out(counts: list[StateCount]) -> None:
    """What has a tile is linked there, the rest below; the numbers are those given."""
    root = assert_sound(draw_states(counts))
    assert_sound(draw_small_states(counts, "states.html"))
    links = Counter(str(link.get("href")) for link in root.iter() if link.tag in {"a", f"{SVG}a"})
    assert links == Counter(count.href for count in counts)
    tiled = {state.code for state in members()}
    assert Counter(words_of(root, "counts")) == Counter(
        str(count.paragraphs) for count in counts if count.code in tiled
    )


def _event(start: str, end: str | None = None, label: str = "It") -> DatedEvent:
    return DatedEvent(start=start, end=end, label=label, href=f"#{label}")


def test_events_stand_in_their_months() -> None:
    """Dots of a month on one another, from left to right in time; a year is a bar over it."""
    root = assert_sound(
        draw_timeline(
            [
                _event("2023-05-09", label="a"),
                _event("2023-05", label="b"),
                _event("2024-01-01", "2024-01-04", label="c"),
                _event("2023", label="d"),
                _event("2023-03", "2024-02", label="e"),
            ]
        )
    )
    dots = {
        link.get("href"): (float(dot.get("cx", "").rstrip("%")), float(dot.get("cy", "")))
        for link in root.iter(f"{SVG}a")
        for dot in link.findall(f"{SVG}circle")
    }
    assert list(dots) == ["#b", "#a", "#c"] or list(dots) == ["#a", "#b", "#c"]
    assert dots["#a"][0] == dots["#b"][0] < dots["#c"][0]
    assert dots["#a"][1] != dots["#b"][1]
    bars = {
        link.get("href"): float(bar.get("width", "").rstrip("%"))
        for link in root.iter(f"{SVG}a")
        for bar in link.findall(f"{SVG}rect")
    }
    # January 2023 to February 2024 are 14 months.
    assert bars == {
        "#d": pytest.approx(100 * 12 / 14, abs=0.01),
        "#e": pytest.approx(100 * 12 / 14, abs=0.01),
    }
    assert hints(root)["#c"] == ["2024-01-01 to 2024-01-04: c"]
    (described,) = root.iter(f"{SVG}desc")
    assert (described.text or "").startswith("5 events from Jan 2023 to Feb 2024.")


def test_long_times_are_drawn_in_years() -> None:
    """From 1946 on there are too many months; a year is then a point."""
    root = assert_sound(draw_timeline([_event("1946"), _event("1990-05"), _event("2024-02-01")]))
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    assert "1946 to 2024" in "".join(str(piece) for piece in root.itertext())
    ticks = [text.text for text in root.iter(f"{SVG}text")]
    assert "1950" in ticks


def test_one_old_event_does_not_crowd_the_others() -> None:
    """It stands under "Earlier", and the rest in months."""
    recent = [_event(f"2024-0{month}", label=str(month)) for month in range(1, 8)]
    root = assert_sound(draw_timeline([_event("1946-01", label="old"), *recent]))
    text = "".join(str(piece) for piece in root.itertext())
    assert "Earlier" in text
    assert "Jan 2024 to Jul 2024, and earlier ones" in text
    assert len(list(root.iter(f"{SVG}circle"))) == 8


@pytest.mark.parametrize("start", ["", "soon", "2024-13", "24-01", "2024-00-01"])
def test_what_has_no_date_is_not_drawn(start: str) -> None:
    """No place on a line is made up."""
    assert draw_timeline([_event(start)]) == ""


@given(
    st.lists(
        st.builds(
            DatedEvent,
            start=st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.just("2024"),
            end=st.none() | st.dates().map(str),
            label=_names,
            href=_hrefs,
        ),
        max_size=12,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_events_make_a_sound_line_with_a_mark_for_each(events: list[DatedEvent]) -> None:
    """As many marks as events that end after they begin; none outside the picture."""
    drawn = draw_timeline(events)
    if not drawn:
        return
    root = assert_sound(drawn)
    marks = list(root.iter(f"{SVG}circle", f"{SVG}rect"))
    forward = [event for event in events if event.end is None or event.start[:7] <= event.end[:7]]
    assert len(marks) == len(forward)
    assert len(list(root.iter(f"{SVG}a"))) == len(marks)
    for bar in root.iter(f"{SVG}rect"):
        assert sum(float(bar.get(name, "").rstrip("%")) for name in ("x", "width")) < 100.2


@given(
    st.lists(
        st.builds(FigureCard, figure=_names, counts=_names, place=_names, href=_hrefs), max_size=4
    )
)
@settings(max_examples=40, deadline=None)
def test_any_figures_make_sound_cards(cards: list[FigureCard]) -> None:
    """One link a card, with the words as given."""
    drawn = figure_cards(cards, "figures.html", 101)
    if not cards:
        assert drawn == ""
        return
    root = assert_sound(drawn)
    *links, index = [link.get("href") for link in root.iter("a")]
    assert links == [card.href for card in cards]
    assert index == "figures.html"
    assert len(root.findall("ul/li")) == len(cards)
