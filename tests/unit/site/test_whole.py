"""The whole report from rendered pages: order, degrees, notes, links and ids."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from pilcrow.site.whole import RenderedSection, whole_report

FRONT = """<div class="report" data-page="front"><h1 id="t">T</h1>
<dl class="masthead"><dt>Symbol</dt><dd>A/80/1<sup class="indicator" id="fnref-asterisk">
<a href="#fn-asterisk">*</a></sup></dd></dl>
<h2 id="summary">Summary</h2><p>In short.</p>
<h2 id="contents">Contents</h2>
<ul class="contents"><li class="section-entry" id="i"><a href="i.html">I. One</a>
<ul><li class="para-entry" id="para-1"><a href="i.html#para-1">1</a> First</li></ul></li></ul>
<h2>More</h2><ul><li><a href="documents.html">Documents</a></li></ul>
<section class="footnotes"><div class="footnote" id="fn-asterisk">
<span class="footnote-mark">*</span><p>A/80/2.
<a class="footnote-back" href="#fnref-asterisk">back</a></p></div></section></div>"""


def note(identifier: str, text: str, *back: str) -> str:
    """A note as a section's page has it."""
    ways = " ".join(f'<a class="footnote-back" href="#{way}">back</a>' for way in back)
    mark = identifier.rpartition("-")[2]
    return (
        f'<div class="footnote" id="{identifier}"><span class="footnote-mark">{mark}</span>'
        f"<p>{text} {ways}</p></div>"
    )


def section(name: str, body: str, *, degree: int = 1, notes: str = "") -> RenderedSection:
    """A section's page with this body."""
    below = f'<section class="footnotes" aria-label="Footnotes">{notes}</section>' if notes else ""
    return RenderedSection(
        id=name,
        name=f"{name}.html",
        degree=degree,
        html=f'<div class="report" data-page="section"><nav class="section-path"><ol></ol></nav>'
        f'<h1 id="{name}">{name.upper()}</h1>{body}{below}</div>',
    )


def para(number: int, text: str = "Text.") -> str:
    """A numbered paragraph."""
    return (
        f'<div class="para" id="para-{number}"><a class="para-number" href="#para-{number}">'
        f"{number}.</a> <p>{text}</p></div>"
    )


def whole(*sections: RenderedSection, front: str = FRONT) -> HtmlElement:
    """The page of these sections as a tree."""
    own = '<div class="report" data-page="whole"><h1 id="t">T</h1></div>'
    return html.fragment_fromstring(whole_report(own, front, sections))


def ids(page: HtmlElement) -> list[str]:
    """Every id of the page, in order."""
    return [str(value) for value in page.xpath("//@id")]


def test_the_pages_follow_each_other_below_the_front_page_s_opening() -> None:
    """Title, masthead, summary, contents, the sections, then the notes; lists of leads are gone."""
    leads = '<ul class="contents leads"><li><a href="i-a.html">A</a></li></ul>'
    page = whole(section("i", leads), section("i-a", para(1), degree=2), section("ii", para(2)))
    assert [(element.tag, element.get("id")) for element in page if element.get("id")] == [
        ("h1", "t"),
        ("h2", "summary"),
        ("h2", "contents"),
        ("h2", "i"),
        ("h3", "i-a"),
        ("div", "para-1"),
        ("h2", "ii"),
        ("div", "para-2"),
    ]
    assert page.get("data-page") == "whole"
    assert page[-1].get("class") == "footnotes"
    (contents,) = page.find_class("contents")
    assert html.tostring(contents, encoding="unicode").strip() == (
        '<ul class="contents"><li class="section-entry"><a href="#i">I. One</a>\n</li></ul>'
    )
    assert "More" not in page.text_content()


@pytest.mark.parametrize(("degree", "tag"), [(1, "h2"), (4, "h5"), (5, "h6"), (8, "h6")])
def test_headings_stop_at_the_lowest_that_html_has(degree: int, tag: str) -> None:
    """A chapter is h2; what lies deeper than h6 stays h6."""
    assert whole(section("i", "", degree=degree)).get_element_by_id("i").tag == tag


def test_a_note_of_two_pages_stands_once_with_both_ways_back() -> None:
    """The same note under two sections is one note; each indicator finds it and is led back to."""
    mark = '<sup id="{}"><a href="#fn-2">2</a></sup>'
    page = whole(
        section("i", para(1, mark.format("fnref-2")), notes=note("fn-2", "Same.", "fnref-2")),
        section("ii", para(2, mark.format("fnref-2-2")), notes=note("fn-2", "Same.", "fnref-2-2")),
    )
    shown = page.get_element_by_id("fn-2")
    assert [way.get("href") for way in shown.find_class("footnote-back")] == [
        "#fnref-2",
        "#fnref-2-2",
    ]
    assert " ".join(shown.text_content().split()) == "2Same. back back"
    assert page.text_content().count("Same.") == 1


def test_two_notes_with_one_mark_both_stand() -> None:
    """Where numbers begin again, as in an annex, each indicator leads to its own note."""
    mark = '<sup id="{}"><a href="#fn-1">1</a></sup>'
    page = whole(
        section("i", para(1, mark.format("a")), notes=note("fn-1", "Body's.", "a")),
        section("annex", para(2, mark.format("b")), notes=note("fn-1", "Annex's.", "b")),
    )
    for name, text in (("a", "Body's."), ("b", "Annex's.")):
        led = page.get_element_by_id(name)[0].get("href")[1:]
        assert text in page.get_element_by_id(led).text_content()


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("i.html#para-1", "#para-1"),
        ("index.html#para-1", "#para-1"),
        ("i.html", "#i"),
        ("i.html#gone", "#i"),
        ("#para-1", "#para-1"),
        ("index.html", "index.html"),
        ("documents.html", "documents.html"),
        ("../2/i.html#para-1", "../2/i.html#para-1"),
        ("https://docs.un.org/i.html", "https://docs.un.org/i.html"),
    ],
)
def test_links_to_the_report_s_own_pages_become_places_on_this_one(
    href: str, expected: str
) -> None:
    """A paragraph or section of the report is here; other reports and sites are where they were."""
    page = whole(
        section("i", para(1)), section("ii", para(2, f'<a class="it" href="{href}">x</a>'))
    )
    assert page.find_class("it")[0].get("href") == expected


def test_a_section_s_id_goes_before_the_site_s_own() -> None:
    """A section called Summary keeps its address; no id stands twice."""
    page = whole(section("summary", para(1)), section("t", para(2)))
    assert len(ids(page)) == len(set(ids(page)))
    assert page.get_element_by_id("summary").text == "SUMMARY"
    assert page.get_element_by_id("t").text == "T"


def test_editor_s_notes_are_one_list() -> None:
    """The notes of all pages under one heading, in order."""
    remark = (
        '<section class="editor-notes" aria-labelledby="editor-notes">'
        '<h2 id="editor-notes">Editor’s notes</h2><ul><li>{}</li></ul></section>'
    )
    page = whole(section("i", remark.format("one")), section("ii", remark.format("two")))
    (notes,) = page.find_class("editor-notes")
    assert [entry.text for entry in notes.iter("li")] == ["one", "two"]
    assert len(notes.findall("h2")) == 1


@given(st.lists(st.lists(st.text("ab <&>é\u00a0", min_size=1), max_size=4), max_size=5))
def test_no_word_is_lost_or_moved(texts: list[list[str]]) -> None:
    """Whatever the paragraphs say, the page says it in the same order."""
    numbers = iter(range(1, 100))
    sections = [
        section(f"s{place}", "".join(para(next(numbers), escape(text)) for text in those))
        for place, those in enumerate(texts)
    ]
    said = "".join(
        str(html.fragment_fromstring(each.html).text_content()) for each in sections
    ).split()
    page = whole(*sections, front='<div class="report"><h1>T</h1></div>')
    assert "".join(str(page.text_content()).split()) == "".join(("T", *said))
