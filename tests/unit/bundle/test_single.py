"""A report in one file: nothing to load, links that lead somewhere, nothing that escapes."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from lxml import html

from pilcrow.bundle.assemble import BundleError
from pilcrow.bundle.holding import Holding
from pilcrow.bundle.single import Parts, Script, single_file

HOLDING = Holding(
    symbol="A/80/1",
    language="en",
    title="Tale & <truth>",
    front="en/A/80/1/index.html",
    address="https://site.example/en/A/80/1/",
    date="2025-02-03",
)
WHOLE = """<div class="report"><h1 id="t">T</h1><div class="para" id="para-1"><p>
<a class="term" href="../../../glossary.html#term-a">A</a> <a class="it" href="{href}">x</a></p>
</div></div>"""
GLOSSARY = """<div class="report"><h1>Glossary</h1>
<h2 id="term-a">A</h2><p>Alpha. <a class="use" href="A/80/1/i.html#para-1">1</a></p>
<h2 id="term-b">B</h2><p>Beta.</p></div>"""


def parts(href: str = "#para-1", *scripts: Script, sheets: tuple[str, ...] = ()) -> Parts:
    """The parts of a small file."""
    return Parts(
        holding=HOLDING,
        address="https://site.example/en/A/80/1/whole.html",
        root="https://site.example/",
        whole=WHOLE.format(href=href),
        glossary=GLOSSARY,
        sheets=("body { color: red } /* said */", *sheets),
        paper="@page { margin: 0 }",
        scripts=scripts,
    )


def read(file: bytes) -> html.HtmlElement:
    """The file as a tree."""
    return html.document_fromstring(file)


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("#para-1", "#para-1"),
        ("i.html#para-1", "#para-1"),
        ("index.html#para-1", "#para-1"),
        ("documents.html", "https://site.example/en/A/80/1/documents.html"),
        ("../2/i.html#para-1", "https://site.example/en/A/80/2/#para-1"),
        ("https://docs.un.org/en/A/1", "https://docs.un.org/en/A/1"),
    ],
)
def test_links_lead_inside_or_to_the_web(href: str, leads: str) -> None:
    """A place of the report is in the file; anything else is where the site has it."""
    page = read(single_file(parts(href)))
    assert page.find_class("it")[0].get("href") == leads


def test_terms_that_the_report_uses_come_with_it() -> None:
    """A term leads to its entry, the entry back to the paragraph; other entries stay away."""
    page = read(single_file(parts()))
    assert page.find_class("term")[0].get("href") == "#term-a"
    assert page.get_element_by_id("term-a").tag == "h3"
    assert page.find_class("use")[0].get("href") == "#para-1"
    assert "Beta." not in page.text_content()


def test_nothing_is_left_to_load_and_all_is_named_by_its_words() -> None:
    """No element names a file; the policy holds a fingerprint of each script and style."""
    file = single_file(parts("#para-1", Script(text="run( 1 ) // said\n")))
    page = read(file)
    assert page.xpath("//*[@src] | //link[@rel='stylesheet'] | //*[@style]") == []
    (policy,) = page.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "'self'" not in policy
    texts = [element.text for element in page.iter("script", "style")]
    assert len(texts) == 3
    assert b"said" not in file
    for text in texts:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_it_says_what_it_holds() -> None:
    """Symbol, language and date stand on the page; the title is escaped."""
    page = read(single_file(parts()))
    assert "A/80/1 (English), 3 February 2025" in page.text_content()
    assert page.findtext(".//title") == "A/80/1: Tale & <truth>"


def test_the_same_parts_give_the_same_bytes() -> None:
    """Nothing of time or machine is in the file."""
    assert single_file(parts()) == single_file(parts())


@pytest.mark.parametrize("words", ["</script><script>bad()", "<!--<script>", "</STYLE>"])
def test_data_cannot_end_its_script(words: str) -> None:
    """What looks like markup in the index stays in its string."""
    file = single_file(parts("#para-1", Script(text=f'__shard("a","{words}",1)', is_data=True)))
    page = read(file)
    (script,) = page.iter("script")
    assert re.sub(r"\\x3c", "<", script.text or "") == f'__shard("a","{words}",1)'


def test_a_script_or_style_that_would_end_itself_is_refused() -> None:
    """Code is not changed to fit: the command says that it cannot."""
    with pytest.raises(BundleError):
        single_file(parts("#para-1", Script(text='x = "</script>"')))
    with pytest.raises(BundleError):
        single_file(parts("#para-1", sheets=('a::after { content: "</style>" }',)))
