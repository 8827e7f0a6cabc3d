"""What a reader sees is what the source says: from the model through Markdown to HTML."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pilcrow.ledger import compare_pages
from pilcrow.model import Emphasis, Paragraph, Passage, Place, Report, Section, Text
from pilcrow.render.pages import PageSetting, section_pages
from tests.unit.made_up import paragraphs, report_of
from tests.unit.rendered import rendered_pages, seen_paragraphs, written_pages

PLACE = Place(source="source.en.md", line=1)

ACTIVE = [
    "a * b * c and 5*6 and *",
    "snake_case and _ and __init__ and a_b_c",
    "[a] [b](c) [d][e] [f]: g ![h](i)",
    "<script>alert(1)</script>",
    "<b>bold</b> <img src=x onerror=alert(1)> <a href='javascript:alert(1)'>x</a>",
    "<!-- comment --> <?php ?> <![CDATA[x]]>",
    "&amp; &lt; &#60; &copy; & R&D AT&T; &",
    "a|b | c || d",
    "&#65 and &#x41 and &#1 and &copy 2023",
    "back\\slash \\* \\\\ \\",
    "`code` ``two`` ``` three ```",
    "javascript:alert(1) [x](javascript:alert(1)) <javascript:alert(1)>",
    "~~s~~ ==m== ^s^ H~2~O ++i++ --d--",
    "{: .class #id } {.x} {{ jinja }} {% raw %} ${x} $x$ \\(x\\)",
    "# not a heading ## nor this",
    "> not a quotation",
    "- not a list + nor * this",
    "1. not a list 2) nor this",
    "!!! note ??? note === tab",
    ": not a definition",
    "[^9] [^note]: no footnote",
    ":smile: (c) (tm) -- --- ...",
    "*[HTML]: no abbreviation",
    "--- *** ___",
    "http://a.example/x_y_z*w?a=1&b=2",
    "<https://auto.example/> https://a.example/(b)",
    "trailing two spaces  and then",
    "“curly” ‘quotes’ — dashes – … № § ¶ é ñ ж ع 中",
    "10\\. 54\\. [1] (a) (i) a) i.",
    "STX \u0002 and ETX \u0003 and klzzwxh:0000",
]
"""Texts that would mean something to a Markdown processor."""


def _report(texts: list[tuple[str, Emphasis]]) -> Report:
    """A report of one section, a paragraph a text."""
    return Report(
        masthead=report_of("# I. One\n\n1. One.\n").masthead,
        sections=(
            Section(
                id="i",
                degree=1,
                label="I",
                title=(Text(value="One", place=PLACE),),
                place=PLACE,
                paragraphs=tuple(
                    Paragraph(
                        id=f"para-{number}",
                        number=str(number),
                        place=PLACE,
                        content=(
                            Passage(
                                inlines=(Text(value=text, place=PLACE, emphasis=emphasis),),
                                place=PLACE,
                            ),
                        ),
                    )
                    for number, (text, emphasis) in enumerate(texts, start=1)
                ),
            ),
        ),
    )


def _folded(text: str) -> str:
    """As sources are decoded: no control characters, single spaces."""
    return " ".join("".join(" " if ord(c) < 32 or ord(c) == 127 else c for c in text).split())


@pytest.mark.parametrize("text", ACTIVE)
def test_active_characters_of_the_model_are_seen_as_they_are(text: str) -> None:
    """Whatever a paragraph says, a reader of the page sees it, and none of it acts."""
    folded = _folded(text)
    report = _report([(folded, Emphasis.NONE), (f"Word {folded} word.", Emphasis.ITALIC)])
    pages = rendered_pages(written_pages(report))
    assert seen_paragraphs(pages) == paragraphs(report)
    for page in pages.values():
        assert not list(page.iter("script", "img", "b", "code", "pre", "del", "mark"))
        assert not [a for a in page.iter("a") if "javascript:" in (a.get("href") or "").lower()]


@pytest.mark.parametrize("text", ACTIVE)
def test_active_characters_of_a_source_are_seen_as_they_are(text: str) -> None:
    """Escaped in the source, they come through conversion and rendering unchanged."""
    folded = _folded(text)
    escaped = "".join(f"\\{c}" if c in "\\`*_[]<>&|!#+-.(){}~" else c for c in folded)
    report = report_of(f"# I. One\n\n1. The words {escaped} stand here.\n\n2. Two.\n")
    assert paragraphs(report)["para-1"] == f"The words {folded} stand here."
    assert report.ledger.lost == 0
    assert seen_paragraphs(rendered_pages(written_pages(report))) == paragraphs(report)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<b>x</b>",
        "<img src=x onerror=y>",
        "<div>",
        "</p>",
        "<svg/onload=x>",
    ],
)
def test_html_of_a_source_arrives_as_visible_text(html: str) -> None:
    """HTML in a source is text: it is seen, and builds nothing."""
    report = report_of(f"# I. One\n\n1. The words {html} stand here.\n\n2. Two.\n")
    assert paragraphs(report)["para-1"] == f"The words {html} stand here."
    pages = rendered_pages(written_pages(report))
    assert seen_paragraphs(pages)["para-1"] == f"The words {html} stand here."
    assert not [e for page in pages.values() for e in page.iter("script", "img", "svg", "b")]


@pytest.mark.parametrize(
    "link",
    [
        "[words](javascript:alert(1))",
        "[words](JaVaScRiPt:alert)",
        "[words](data:text/html,x)",
        "[words](vbscript:x)",
        "[words](file:///etc/passwd)",
        "[words](//evil.example)",
        "<javascript:alert(1)>",
    ],
)
def test_links_that_could_act_stay_text(link: str) -> None:
    """Only http, https and mailto become links."""
    report = report_of(f"# I. One\n\n1. See {link} for it.\n\n2. Two.\n")
    pages = rendered_pages(written_pages(report))
    assert seen_paragraphs(pages)["para-1"] == f"See {link} for it."
    addresses = [a.get("href") or "" for page in pages.values() for a in page.iter("a")]
    assert all(address.startswith("#") for address in addresses)


def test_a_link_of_the_source_stays_a_link() -> None:
    """The control: an https address is followed, with brackets and underscores in it."""
    report = report_of(
        "# I. One\n\n1. See [the site](https://a.example/b_c_(d)?e=1&f=2) for it.\n\n2. Two.\n"
    )
    pages = rendered_pages(written_pages(report))
    addresses = [a.get("href") for page in pages.values() for a in page.iter("a")]
    assert "https://a.example/b_c_(d)?e=1&f=2" in addresses


_CHARACTERS = st.sampled_from("ab AB12 *_[]()<>&|\\`#-+.:;!?~^{}$@=%'\"/“”é§\u00a0\n\t")
_TEXTS = st.lists(
    st.tuples(
        st.text(_CHARACTERS, min_size=1, max_size=40).map(_folded).filter(len),
        st.sampled_from(Emphasis),
    ),
    min_size=1,
    max_size=4,
)


@given(_TEXTS)
@example([("*", Emphasis.ITALIC)])
@example([("a_", Emphasis.ITALIC), ("_a", Emphasis.BOLD)])
@example([("1. a", Emphasis.NONE), ("- b", Emphasis.NONE), ("| c |", Emphasis.NONE)])
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_of_the_model_is_seen_as_it_is(texts: list[tuple[str, Emphasis]]) -> None:
    """Markdown and HTML give back every character, and the page holds the report's words."""
    report = _report(texts)
    pages = written_pages(report)
    assert seen_paragraphs(rendered_pages(pages)) == paragraphs(report)
    setting = PageSetting(symbol="A/1", language="en", source_sha256="0", aliases={})
    words = {page.name: page.words for page in section_pages(report, setting)}
    assert compare_pages(words, pages, "docs") == ()
