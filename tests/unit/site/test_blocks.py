"""Paragraphs, members, tables and notes of a page, and the ids they get."""

from __future__ import annotations

import pytest

from tests.unit.site.rendering import FOLDER, Site, by_id, found, page, section, tree, words


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1\\. One.", {"para-1": "1. One."}),
        ("1\\. One.\n\n2\\. Two.", {"para-1": "1. One.", "para-2": "2. Two."}),
        ("16.147\\. One.", {"para-16-147": "16.147. One."}),
        ("1\\. Two:\n\n  (a) A;\n\n  (b) B.",
         {"para-1": "1. Two: (a) A; (b) B.", "para-1-a": "(a) A;", "para-1-b": "(b) B."}),
        ("1\\. Two:\n\n  a) A;\n\n  b) B.",
         {"para-1": "1. Two: a) A; b) B.", "para-1-a": "a) A;", "para-1-b": "b) B."}),
        ("1\\. X:\n\n  (a) A:\n\n    (i) I:\n\n      a. deep;\n\n    (ii) II;\n\n  (b) B.",
         {"para-1": "1. X: (a) A: (i) I: a. deep; (ii) II; (b) B.",
          "para-1-a": "(a) A: (i) I: a. deep; (ii) II;", "para-1-a-i": "(i) I: a. deep;",
          "para-1-a-i-a": "a. deep;", "para-1-a-ii": "(ii) II;", "para-1-b": "(b) B."}),
        ("1\\. X:\n\n  (a) A;\n\nA flush tail.\n\n2\\. Y.",
         {"para-1": "1. X: (a) A; A flush tail.", "para-1-a": "(a) A;", "para-2": "2. Y."}),
        ("1\\. X:\n\n  (a) A;\n\n  its tail\n\n  (b) B.",
         {"para-1": "1. X: (a) A; its tail (b) B.", "para-1-a": "(a) A; its tail",
          "para-1-b": "(b) B."}),
        ("1\\.\n\n  (a) A.", {"para-1": "1. (a) A.", "para-1-a": "(a) A."}),
        ("1\\. Twice:\n\n  (a) A;\n\n  (a) B.",
         {"para-1": "1. Twice: (a) A; (a) B.", "para-1-a": "(a) A;", "para-1-a-2": "(a) B."}),
    ],
)  # fmt: skip
def test_blocks_nest_and_get_their_ids(body: str, expected: dict[str, str]) -> None:
    """Each numbered paragraph and member is an element with its id that holds all its text."""
    blocks = [*found(page(body), "para"), *found(page(body), "subpara")]
    assert {block.get("id", ""): words(block) for block in blocks} == expected


def test_ids_given_by_the_page_win() -> None:
    """Where numbering restarts the page says the ids, and members follow them."""
    shown = page(
        "1\\. One:\n\n  (a) A.\n\n2\\. Two.", paragraph_ids=["annex-i-para-1", "annex-i-para-2"]
    )
    assert words(by_id(shown, "annex-i-para-1-a")) == "(a) A."
    number = by_id(shown, "annex-i-para-2")[0]
    assert (number.get("href"), number.text_content()) == ("#annex-i-para-2", "2.")


def test_a_table_stands_inside_its_paragraph() -> None:
    """A table between a paragraph and its tail stays where it was; its cells hold terms."""
    shown = page("1\\. X:\n\n| A | B |\n| --- | --- |\n| UNODC | y |\n\nTail.\n\n2\\. Next.")
    paragraph = by_id(shown, "para-1")
    assert words(paragraph) == "1. X: A B UNODC y Tail."
    assert [entry.tag for entry in paragraph] == ["a", "p", "table", "p"]
    assert [words(term) for term in found(paragraph, "term")] == ["UNODC"]


@pytest.mark.parametrize("body", ["1\\. Two of: (a) first thing; (b) second thing; and (c) rest."])
def test_members_of_a_sentence_get_ids_on_their_marks(body: str) -> None:
    """A run-in list's marks carry the ids; the words stay as they are."""
    shown = page(body)
    marks = found(shown, "run-in")
    assert [(mark.get("id"), mark.text_content()) for mark in marks] == [
        ("para-1-a", "(a)"),
        ("para-1-b", "(b)"),
        ("para-1-c", "(c)"),
    ]
    assert words(by_id(shown, "para-1")) == body.replace("\\", "")


def test_text_before_any_number_is_no_paragraph() -> None:
    """A passage under the heading is plain text, without a number."""
    shown = page("A passage.\n\n1\\. One.")
    assert [words(block) for block in found(shown, "para")] == ["1. One."]
    assert words(shown) == "I. One A passage. 1. One."


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("&lt;script>alert(1)&lt;/script>", "<script>alert(1)</script>"),
        ("&lt;img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        (r"\*a\* \_b\_ \[c\](d) \`e\` \\ f", r"*a* _b_ [c](d) `e` \ f"),
        ("a | b & c > d", "a | b & c > d"),
        ("&amp;lt;b> stays", "&lt;b> stays"),
        ("&amp;copy; stays", "&copy; stays"),
        ("&amp;amp; stays", "&amp; stays"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("a ~~b~~ ==c== ^d^ ++e++ :smile:", "a ~~b~~ ==c== ^d^ ++e++ :smile:"),
        ("{.x} {{ y }} ${z}", "{.x} {{ y }} ${z}"),
        (r"\[^x\] \[link\]: y", "[^x] [link]: y"),
        ("“goIFAR” – 50 % … n° 3", "“goIFAR” – 50 % … n° 3"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "holder", ["1\\. Text {}", "1\\. X:\n\n  (a) {}", "1\\. X[^1].\n\n[^1]: {}"]
)
def test_active_characters_arrive_as_text(holder: str, text: str, seen: str) -> None:
    """What a report's text holds is seen as it is, in a paragraph, a member and a note."""
    shown = page(holder.format(text))
    assert seen in words(shown)
    assert {str(entry.tag) for entry in shown.iter("*")} <= {
        "div", "h1", "a", "p", "span", "sup", "section",
    }  # fmt: skip


def test_a_note_s_tip_shows_its_text_as_it_is() -> None:
    """The text of a note in its indicator's attribute is the text a reader sees in the note."""
    text = 'A "quoted" &lt;b> &amp;amp; *set* note.'
    shown = page(f"1\\. X[^1].\n\n[^1]: {text}")
    (indicator,) = found(shown, "indicator")
    assert indicator[0].get("data-note") == 'A "quoted" <b> &amp; set note.'


def test_hand_written_pages_are_not_touched() -> None:
    """A page without a report's fields keeps what Markdown makes of it, between others too."""
    site = Site(i=section("1\\. One."))
    alone = Site().render("hand.md")
    assert alone == '<h1 id="by-hand">By hand</h1>\n<p>54. A line.</p>'
    for path in (f"{FOLDER}/i.md", "en/glossary.md", f"{FOLDER}/index.md"):
        site.render(path)
        assert site.render("hand.md") == alone


def test_pages_do_not_change_each_other() -> None:
    """Rendering pages in another order, or twice, gives the same."""
    site = Site(i=section("1\\. One[^1]. UNODC: (a) first, and; (b) next.\n\n[^1]: Note."))
    paths = [path for path in site.sources if path.endswith(".md")]
    first = {path: site.render(path) for path in paths}
    assert {path: site.render(path) for path in reversed(paths)} == first


def test_a_page_read_anew_is_rendered_anew() -> None:
    """When sources change between builds, nothing of the old build is left."""
    site = Site(i=section("1\\. UNODC."))
    before = tree(site.render(f"{FOLDER}/i.md"))
    assert [words(term) for term in found(before, "term")] == ["UNODC"]
    site.sources[f"{FOLDER}/i.md"] = section("7\\. UNODC and COP 28.")
    del site.sources["en/glossary.md"]
    site.library.read(site.sources.items())
    after = tree(site.render(f"{FOLDER}/i.md"))
    assert found(after, "term") == []
    assert [block.get("id") for block in found(after, "para")] == ["para-7"]
    assert site.library.context("en/glossary.md") is None
