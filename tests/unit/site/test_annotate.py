"""Links, marks and notes of a page: on the right words, and no word changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.model import Emphasis, Inlines, Place, Text
from pilcrow.render.escape import inlines_markdown
from tests.unit.site.rendering import FOLDER, Site, by_id, found, front, page, section, tree, words

PLACE = Place(source="s", line=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNODC works.", ["UNODC"]),
        ("*UNODC* and **UNODC**", ["UNODC", "UNODC"]),
        ("*the UNO*DC, UN*ODC*", []),
        ("*Cocaine of UNODC* by UNODC", ["UNODC", "UNODC"]),
        ("[UNODC](https://x.org)", []),
        ("`UNODC`", []),
        ("https://www.unodc.org/UNODC", []),
        ("A/UNODC/1 and unodc", []),
        ("UNODC[^1] again", ["UNODC"]),
        ("the Globe Network, GlobE Network", ["Globe Network", "GlobE Network"]),
        ("COP 28 and COP *28*", ["COP 28"]),
        ("UNODCUNODC UNODC-UNODC", []),
    ],
)
def test_terms_link_where_they_stand_alone(text: str, expected: list[str]) -> None:
    """Whole words of one run of text link to the glossary; never in links, code or addresses."""
    shown = page(f"1\\. {text}\n\n[^1]: Note.")
    terms = [words(term) for term in found(by_id(shown, "para-1"), "term")]
    assert [term for term in terms if term] == expected


def test_a_term_link_says_what_it_stands_for() -> None:
    """The long form goes with the link; one that is never expanded says so."""
    terms = found(page("1\\. UNODC, Globe Network."), "term")
    assert [(term.get("href"), term.get("data-long")) for term in terms] == [
        ("../../../glossary.html#term-unodc", "United Nations Office on Drugs and Crime"),
        ("../../../glossary.html#term-globe-network", "Not expanded in the report"),
    ]


def test_headings_hold_no_links() -> None:
    """Neither terms nor references link in a heading."""
    body = section("1\\. One.").replace("# I. One", "# I. UNODC and A/RES/74/247")
    shown = tree(Site(i=body).render(f"{FOLDER}/i.md"))
    heading = by_id(shown, "i")
    assert (heading.tag, words(heading), len(heading)) == ("h1", "I. UNODC and A/RES/74/247", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/RES/74/247.", [("A/RES/74/247", "https://docs.un.org/en/A/RES/74/247")]),
        ("See paragraph 2 above.", [("paragraph 2", "#para-2")]),
        ("as in paragraph 2 above.", [("paragraph 2", "#para-2")]),
        ("as in paragraph 4 below.", [("paragraph 4", "ii.html#para-4")]),
        ("as in section II below.", [("section II", "ii.html#ii")]),
        ("as in paragraph 99 below.", []),
        ("paragraph 2 of the rules", []),
        ("article 46, paragraph 2, of the Convention", []),
        ("A/80/1 is this report", []),
        ("as in paragraph 2 (a) above.", [("paragraph 2 (a)", "#para-2-a")]),
    ],
)
def test_references_link_to_what_is_there(text: str, expected: list[tuple[str, str]]) -> None:
    """Known documents and existing places of the report link; all else stays text."""
    shown = page(f"1\\. {text}\n\n2\\. Second:\n\n  (a) A;\n\n  (b) B.")
    links = found(by_id(shown, "para-1"), "reference")
    assert [(words(link), link.get("href")) for link in links] == expected


def test_a_term_inside_a_reference_is_left_to_the_reference() -> None:
    """A reference is one link with all its words; the same term beside it links on its own."""
    shown = by_id(
        page("1\\. In General Assembly resolution 74/247 the General Assembly met."), "para-1"
    )
    links = [*found(shown, "reference"), *found(shown, "term")]
    assert [words(link) for link in links] == [
        "General Assembly resolution 74/247",
        "Assembly",
    ]
    assert words(shown) == "1. In General Assembly resolution 74/247 the General Assembly met."


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("replace", "[new]: the source has “old”. Because."),
        ("supply", "[new]: supplied by the editor. Because."),
    ],
)
@pytest.mark.parametrize(
    ("at", "body"),
    [
        ("para-1", "1\\. A \\[new\\] word."),
        ("para-1-a", "1\\. X \\[old\\]:\n\n  (a) A \\[new\\] word;"),
        ("i", "A \\[new\\] passage.\n\n1\\. One."),
    ],
)
def test_supplied_words_are_marked(kind: str, title: str, at: str, body: str) -> None:
    """A correction is marked where it stands with what was changed and why, and is listed."""
    entry = {"at": at, "kind": kind, "shows": "[new]", "was": "old", "reason": "Because."}
    shown = page(body, corrections=[entry])
    (mark,) = shown.iter("ins")
    assert (mark.get("class"), words(mark), mark.get("title")) == ("supplied", "[new]", title)
    (notes,) = found(shown, "editor-notes")
    (listed,) = notes.iter("li")
    assert words(listed).endswith(title)
    assert listed[0].get("href") == f"#{at}"


def test_a_correction_in_the_summary_is_marked() -> None:
    """The front page marks what an editor changed in the summary."""
    entry = {"at": "summary", "kind": "replace", "shows": "[new]", "was": "old", "reason": "R."}
    source = front("## Summary\n\nA \\[new\\] word.", corrections=[entry])
    shown = tree(Site(index=source).render(f"{FOLDER}/index.md"))
    assert [words(mark) for mark in shown.iter("ins")] == ["[new]"]


def test_a_term_inside_supplied_words_links() -> None:
    """Words that an editor supplied hold term links like all others."""
    entry = {
        "at": "para-1",
        "kind": "replace",
        "shows": "[GlobE Network]",
        "was": "x",
        "reason": "R.",
    }
    shown = page("1\\. The \\[GlobE Network\\] met.", corrections=[entry])
    (mark,) = shown.iter("ins")
    assert [words(term) for term in found(mark, "term")] == ["GlobE Network"]
    assert words(by_id(shown, "para-1")) == "1. The [GlobE Network] met."


def test_a_restored_number_says_so() -> None:
    """The class, the name of the link and the notes tell; other paragraphs do not."""
    shown = page("1\\. One.\n\n2\\. Two.", restored=["para-2"])
    assert by_id(shown, "para-1").get("class") == "para"
    assert by_id(shown, "para-2").get("class") == "para restored"
    assert by_id(shown, "para-2")[0].get("aria-label") == "Paragraph 2, number restored"
    (notes,) = found(shown, "editor-notes")
    assert [link.get("href") for link in notes.iter("a")] == ["#para-2"]


def test_notes_and_indicators_lead_to_each_other() -> None:
    """Marks stay as printed; a second reference has an id of its own and its own way back."""
    shown = page("1\\. A[^2] b[^*].\n\n2\\. C[^2].\n\n[^2]: Two.\n\n[^*]: Star.")
    marks = found(shown, "indicator")
    assert [(mark.get("id"), words(mark), mark[0].get("href")) for mark in marks] == [
        ("fnref-2", "2", "#fn-2"),
        ("fnref-asterisk", "*", "#fn-asterisk"),
        ("fnref-2-2", "2", "#fn-2"),
    ]
    back = found(by_id(shown, "fn-2"), "footnote-back")
    assert [(way.get("href"), way.get("aria-label")) for way in back] == [
        ("#fnref-2", "Back to paragraph 1"),
        ("#fnref-2-2", "Back to paragraph 2"),
    ]
    assert marks[0][0].get("data-note") == "Two."


def test_a_front_page_s_entries_have_the_ids_of_permanent_links() -> None:
    """Each section and paragraph of the contents carries its id; ranges stand apart."""
    shown = tree(Site().render(f"{FOLDER}/index.md"))
    assert [(entry.get("id"), entry.get("class")) for entry in shown.iter("li")] == [
        ("i", "section-entry"),
        ("para-1", "para-entry"),
        ("para-2", "para-entry"),
        ("ii", "section-entry"),
        ("para-4", "para-entry"),
    ]
    assert [words(extent) for extent in found(shown, "range")] == ["paras. 1–3", "para. 4"]


def test_an_entry_has_the_id_of_its_section_not_of_its_file() -> None:
    """A section named "index" keeps its id though its page has another name; so do others."""
    site = Site(
        **{
            "index": front()
            .replace("(i.html)", "(index-section.html)")
            .replace("(ii.html)", "(private-section.html)"),
            "index-section": section("1\\. First.", name="index", order=1),
            "private-section": section("4\\. Fourth.", name="private-section", order=2),
        }
    )
    shown = tree(site.render(f"{FOLDER}/index.md"))
    entries = [entry.get("id") for entry in found(shown, "section-entry")]
    assert entries == ["index", "private-section"]


@pytest.mark.parametrize(
    ("old", "new", "holder"),
    [
        ("para-9", "para-1", "para-1"),
        ("para-1-z", "para-1-a", "para-1-a"),
        ("old", "i", "i"),
        ("fn-9", "fn-1", "fn-1"),
    ],
)
def test_an_alias_stands_at_what_it_became(old: str, new: str, holder: str) -> None:
    """The old id is an empty mark at the beginning of the element with the new one."""
    shown = page("1\\. X[^1]:\n\n  (a) A.\n\n[^1]: Note.", aliases={old: new})
    alias = by_id(shown, old)
    above = alias.getparent()
    assert above is not None
    assert (above.get("id"), above.index(alias), words(alias)) == (holder, 0, "")
    assert words(by_id(shown, "i")) == "I. One"


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab UNODC()[]*_`\\<>&;#!|~^:=+-.,/'\"1230 \u00a0{}$@"),
        st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp"), max_codepoint=0x2FFF),
    ),
    min_size=1,
    max_size=60,
)
PIECES = st.sampled_from(
    ["UNODC", "COP 28", "General Assembly resolution 1/2",
     "A/RES/74/247", "para. 1 above", "(a) one; (b) two", "&copy;", "&lt;b>",
     "<script>", "https://x.org/a_b", "www.un.org", "[^1]", "resolution 74/247", "Globe Network"]
)  # fmt: skip


@st.composite
def inlines(draw: st.DrawFn) -> Inlines:
    """Runs of text as the model holds them: folded white space, some set in italics or bold."""
    runs = draw(
        st.lists(st.tuples(st.one_of(TEXTS, PIECES), st.sampled_from(Emphasis)), min_size=1)
    )
    texts = [(" ".join(value.split()), emphasis) for value, emphasis in runs]
    kept = [(value, emphasis) for value, emphasis in texts if value]
    return tuple(
        Text(value=f"{value} ", place=PLACE, emphasis=emphasis) for value, emphasis in kept
    )


@given(runs=inlines())
def test_no_word_of_a_paragraph_ever_changes(runs: Inlines) -> None:
    """Whatever a paragraph's text is, the page shows exactly it, with all links and marks on."""
    text = " ".join("".join(run.value for run in runs if isinstance(run, Text)).split())
    shown = page(f"1\\. Then {inlines_markdown(runs)}")
    assert words(by_id(shown, "para-1")) == f"1. Then {text}".strip()
    assert not list(shown.iter("script"))
