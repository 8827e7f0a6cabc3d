"""Entries are taken from pages as rendered: paragraphs whole, nothing twice."""

from pilcrow.search import Kind, RenderedPage, index_files
from pilcrow.search.entry import GlossaryTerm
from pilcrow.search.extract import definitions, extract_entries

SECTION = """
<div class="report" data-symbol="A/1/2" data-language="en" data-page="section">
<h1 id="ii-d-2">2. Judicial networking</h1>
<div class="para" id="para-54" data-number="54"><a class="para-number" href="#para-54">54.</a>
<p>UNODC (<a class="term" href="../g.html#term-unodc" data-long="Office">UNODC</a>) met
in the Niger.<sup class="indicator" id="fnref-2"><a href="#fn-2" role="doc-noteref">2</a></sup></p>
<div class="subpara" id="para-54-a"><span class="marker">(a)</span>
<p>First, Guinea-Bissau;</p></div>
</div>
<div class="para" id="para-55" data-number="55"><a class="para-number" href="#para-55">55.</a>
<p>Next <span class="run-in" id="para-55-f">(f)</span> resolution 10/6.</p></div>
<section class="footnotes"><div class="footnote" id="fn-2"><span class="footnote-mark">2</span>
<p>Available at S/2023/1. <a class="footnote-back" href="#fnref-2">↩</a></p></div></section>
<section class="editor-notes"><h2 id="e">Editor’s notes</h2><p>Not the report’s.</p></section>
</div>
"""
GLOSSARY = """
<div class="report" data-language="en" data-page="glossary"><h1 id="glossary">Glossary</h1>
<h2 id="term-wacap">WACAP</h2><p>Network of Authorities</p>
<p>A/1/2, paras. <strong><a href="A/1/2/ii.html#para-54">54</a></strong> (defined),
<a href="A/1/2/ii.html#para-55">55</a></p>
<h2 id="term-c4">C4</h2><p>Not expanded in the report.</p>
</div>
"""


def test_a_paragraph_holds_its_subparagraphs_and_footnotes() -> None:
    """One entry a paragraph: number, text with markers, footnote; no furniture of the page."""
    section, first, second = extract_entries(
        SECTION, "en/A/1/2/ii-d-2.html", "2. Judicial networking", ("II. Crime", "D. Networks")
    )
    assert (section.kind, section.number, section.title) == (
        Kind.SECTION,
        "2",
        "Judicial networking",
    )
    assert section.text == ""
    assert first.location == "en/A/1/2/ii-d-2.html#para-54"
    assert first.number == "54"
    assert first.path == ("II. Crime", "D. Networks", "2. Judicial networking")
    assert first.text.split("\n") == [
        "UNODC (UNODC) met in the Niger.",
        "(a) First, Guinea-Bissau;",
        "Available at S/2023/1.",
    ]
    assert first.ids == ("para-54-a",)
    assert first.terms == ("UNODC",)
    assert second.ids == ("para-55-f",)
    assert "Available" not in second.text


FRONT = """
<div class="report" data-symbol="A/1/2" data-language="en" data-page="front"><h1>On rivers</h1>
<p>Report of the Secretary-General</p><h2 id="summary">Summary</h2><p>Rivers rose.</p>
<ul><li>First, lakes.</li></ul>
<h2 id="indexes">Indexes</h2><ul><li><a href="states.html">States</a> 132</li></ul></div>
"""


def test_a_front_page_holds_its_own_words() -> None:
    """Title, facts and summary; what only leads to other pages is found on those."""
    (front,) = extract_entries(FRONT, "en/A/1/2/index.html", "On rivers", ())
    assert (front.kind, front.title) == (Kind.FRONT, "On rivers")
    assert front.text == "Report of the Secretary-General\nRivers rose.\nFirst, lakes."


def test_a_glossary_gives_terms_and_where_they_are_defined() -> None:
    """A term has its long form; the paragraph marked as defining is found by its address."""
    wacap, c4 = extract_entries(GLOSSARY, "en/glossary.html", "Glossary", ())
    assert (wacap.kind, wacap.title, wacap.long_form) == (
        Kind.TERM,
        "WACAP",
        "Network of Authorities",
    )
    assert c4.long_form == ""
    assert definitions(GLOSSARY, "en/glossary.html") == {
        "en/A/1/2/ii.html#para-54": (GlossaryTerm(short="WACAP", long="Network of Authorities"),)
    }


def test_a_hand_written_page_has_an_entry_for_each_heading() -> None:
    """The words below a heading belong to it; a list inside a list is not taken twice."""
    entries = extract_entries(
        '<h1 id="how">How</h1><p>Open it.</p><h2 id="find">Find</h2>'
        "<ul><li>Type <p>here</p></li></ul>",
        "how.html",
        "How",
        (),
    )
    assert [(entry.location, entry.title, entry.text) for entry in entries if entry.text] == [
        ("how.html#how", "How", "Open it."),
        ("how.html#find", "Find", "Type here"),
    ]
    assert len({entry.location for entry in entries}) == len(entries)


def test_each_language_has_an_index_of_its_own() -> None:
    """A page goes into the index of its language only."""
    files = index_files(
        [
            RenderedPage(address="en/a.html", title="A", html="<h1>A</h1>"),
            RenderedPage(address="fr/a.html", title="B", html="<h1>B</h1>", language="fr"),
        ]
    )
    assert {name.split("/")[1] for name in files} == {"en", "fr"}
