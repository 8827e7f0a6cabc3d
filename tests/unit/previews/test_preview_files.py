"""The data that previews and paragraph tools load, made from rendered pages."""

from __future__ import annotations

import json

import pytest

from pilcrow.previews import Page, preview_files
from pilcrow.previews.extract import definitions_of, section_of

FOLDER = "en/A/1"
GLOSSARY = "../../glossary.html"


def para(number: str, content: str, identifier: str = "") -> str:
    """A numbered paragraph as the site renders it."""
    name = identifier or f"para-{number}"
    return (
        f'<div class="para" id="{name}" data-number="{number}"><a class="para-number"'
        f' href="#{name}">{number}.</a> {content}</div>'
    )


def section(name: str, order: int, *paragraphs: str, title: str = "I. Work") -> Page:
    """A section's page."""
    return Page(
        address=f"{FOLDER}/{name}.html",
        title=title,
        html=f'<div class="report" data-page="section"><h1 id="{name}">{title}</h1>'
        + "".join(paragraphs)
        + "</div>",
        fields={"symbol": "A/1", "language": "en", "section": name, "order": order},
    )


FRONT = Page(
    address=f"{FOLDER}/index.html",
    title="Work of the Organization",
    html='<div class="report" data-page="front"><h1>Work</h1></div>',
    fields={
        "front": True,
        "symbol": "A/1",
        "title": "Work of the Organization",
        "subtitle": "Report",
        "organ": "Assembly",
        "date": "2024-03-13",
        "language": "en",
        "source_sha256": "ab",
    },
)


def read(files: dict[str, bytes], name: str) -> dict[str, object]:
    """The value that a data script hands over, with the name it gives."""
    text = files[f"{FOLDER}/{name}"].decode("utf-8")
    beginning = f'pilcrow.give("{FOLDER}/{name}",'
    assert text.startswith(beginning)
    assert text.endswith(");\n")
    value: dict[str, object] = json.loads(text[len(beginning) : -3])
    return value


def test_a_report_gives_its_facts_and_the_places_of_its_paragraphs() -> None:
    """Sections in reading order; an id that follows from its number is not said again."""
    later = section("ii", 2, para("3", "<p>Three.</p>"), para("1", "<p>A.</p>", "annex-i-para-1"))
    files = dict(preview_files([later, FRONT, section("i", 1, para("1", "<p>One.</p>"))]))
    assert set(files) == {f"{FOLDER}/paragraphs.js", f"{FOLDER}/paragraphs-1.js"}
    data = read(files, "paragraphs.js")
    assert data["report"] == {
        "symbol": "A/1",
        "title": "Work of the Organization",
        "subtitle": "Report",
        "organ": "Assembly",
        "date": "2024-03-13",
        "language": "en",
        "written": "13 March 2024",
    }
    assert data["sections"] == [
        ["i.html", "I. Work", 1, ["1"]],
        ["ii.html", "I. Work", 1, ["3", "annex-i-para-1 1"]],
    ]
    assert read(files, "paragraphs-1.js") == {
        "para-1": ["One."],
        "para-3": ["Three."],
        "annex-i-para-1": ["A."],
    }


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("<p>One <em>two</em>, three.</p>", ("One \x02two\x03, three.",)),
        (
            '<p>One.<sup class="indicator" id="fnref-1"><a href="#fn-1">1</a></sup> Two.</p>',
            ("One. Two.",),
        ),
        (
            (
                '<p>All:</p><div class="subpara" id="para-1-a"><span class="marker">(a)</span>'
                '<p>First;</p><div class="subpara" id="para-1-a-i"><span class="marker">(i)</span>'
                "<p>Inner.</p></div></div>"
            ),
            ("All:", "\t(a) First;", "\t\t(i) Inner."),
        ),
        (
            (
                '<p>All: <span class="run-in" id="para-1-a">(a)</span> one; <span class="run-in"'
                ' id="para-1-b">(b)</span> <ins class="supplied" title="why">[two]</ins>.</p>'
            ),
            ("All: (a) one; (b) [two].",),
        ),
        (
            "<p>Before</p><table><tr><th>A</th><td>B &lt;b&gt;</td></tr></table>",
            ("Before", "A · B <b>"),
        ),
        ("<p>One</p><p>Two\n  more</p>", ("One", "Two more")),
    ],
)
def test_a_paragraph_is_its_lines(content: str, lines: tuple[str, ...]) -> None:
    """Words, markers and italics as the page shows them, in lines; indicators are left out."""
    found = section_of(section("i", 1, para("1", content)))
    assert found is not None
    assert found.paragraphs[0].lines == lines


def test_only_sections_have_paragraphs() -> None:
    """The front page, the whole report on one page and other pages give none: each text once."""
    whole = '<div class="report" data-page="whole">' + para("1", "<p>One.</p>") + "</div>"
    assert section_of(FRONT) is None
    assert section_of(Page(address="en/A/1/whole.html", title="", html=whole)) is None
    assert section_of(Page(address="how.html", title="", html="<p>Hand-written.</p>")) is None


def test_subjects_are_found_in_links_and_in_indexes() -> None:
    """Terms and documents by the links of the pages, others by the pages that list them."""
    term = f'<a class="term" href="{GLOSSARY}#term-x" data-long="Long">X</a>'
    cites = '<a class="reference external" href="https://docs.un.org/en/S/1">S/1</a>'
    pages = [
        FRONT,
        section("i", 1, para("1", f"<p>{term} and {term}</p>"), para("2", f"<p>{cites}</p>")),
        section("ii", 2, para("3", f"<p>{cites} by {term}</p>")),
        Page(
            address=f"{FOLDER}/states.html",
            title="States",
            html="",
            fields={
                "kind": "states",
                "entries": [
                    {
                        "id": "belgium",
                        "name": "Belgium",
                        "mentions": [{"p": "para-3"}, {"p": "para-2"}],
                    },
                    {"id": "mali", "name": "Mali", "mentions": [{"p": "para-99"}]},
                    {"id": "togo", "name": "Togo", "mentions": [{"p": "para-1"}]},
                ],
            },
        ),
    ]
    assert read(dict(preview_files(pages)), "paragraphs.js")["mentions"] == [
        ["State", "belgium", "Belgium", f"{FOLDER}/states.html#belgium", [1, 2]],
        ["Term", "term-x", "X", "en/glossary.html#term-x", [0, 2]],
        ["Document", "https://docs.un.org/en/S/1", "S/1", "https://docs.un.org/en/S/1", [1, 2]],
    ]


def test_documents_are_known_by_their_entry_in_the_index() -> None:
    """An address of one entry is that entry; one of several is a document beside them."""

    def entry(name: str, address: str, *places: str) -> dict[str, object]:
        return {
            "id": name.casefold(),
            "name": name,
            "fields": {"address": address},
            "mentions": [{"p": place} for place in places],
        }

    one, shared = "https://docs.un.org/en/S/1", "https://docs.un.org/en/E/2"
    links = [f'<p><a class="reference external" href="{link}">x</a></p>' for link in (one, shared)]
    paragraphs = [para(str(at), "".join(links)) for at in (1, 2)]
    entries = [
        entry("Alone", one, "para-1", "para-2"),
        entry("Twice", shared, "para-1", "para-2"),
        entry("Once", shared, "para-2"),
    ]
    documents = Page(
        address=f"{FOLDER}/documents.html",
        title="Documents cited",
        html="",
        fields={"kind": "documents", "entries": entries},
    )
    files = dict(preview_files([FRONT, section("i", 1, *paragraphs), documents]))
    assert read(files, "paragraphs.js")["mentions"] == [
        ["Document", shared, "E/2", shared, [0, 1]],
        ["Document", "alone", "S/1", one, [0, 1]],
        ["Document", "twice", "Twice", f"{FOLDER}/documents.html#twice", [0, 1]],
    ]


def test_definitions_come_from_the_glossary() -> None:
    """What is said beside the long form, of the terms that the report uses only."""
    glossary = Page(
        address="en/glossary.html",
        title="Glossary",
        html='<div class="report" data-page="glossary"><h1>Glossary</h1>'
        '<h2 id="term-x">X</h2><p>Long form</p>'
        "<p>In the words of the report: “a body” (para. 1).</p>"
        '<p>A/1, para. <a href="A/1/i.html#para-1">1</a></p>'
        '<h2 id="term-y">Y</h2><p>Not expanded in the report.</p><p>Another sentence.</p></div>',
        fields={"kind": "glossary", "language": "en"},
    )
    assert definitions_of(glossary) == {
        "term-x": "In the words of the report: “a body” (para. 1).",
        "term-y": "Another sentence.",
    }
    uses = section("i", 1, para("1", f'<p><a class="term" href="{GLOSSARY}#term-x">X</a></p>'))
    data = read(dict(preview_files([FRONT, uses, glossary])), "paragraphs.js")
    assert data["terms"] == {"term-x": "In the words of the report: “a body” (para. 1)."}


def test_long_reports_are_split_between_sections() -> None:
    """A page loads the texts it needs, not a whole long report's; none is lost or doubled."""
    pages = [section(f"s{n}", n, para(str(n), f"<p>{'word ' * 6000}</p>")) for n in range(1, 8)]
    files = dict(preview_files([FRONT, *pages]))
    data = read(files, "paragraphs.js")
    blocks = {str(entry[0]): entry[2] for entry in data["sections"]}  # type: ignore[attr-defined]
    assert max(blocks.values()) > 2
    held = [
        (key, number)
        for number in range(1, max(blocks.values()) + 1)
        for key in read(files, f"paragraphs-{number}.js")
    ]
    assert held == [(f"para-{n}", blocks[f"s{n}.html"]) for n in range(1, 8)]


def test_no_word_ends_a_script_inside_a_page() -> None:
    """Hostile words stay a text, and the same pages give the same bytes."""
    words = '<p>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; \u2028 "); alert(1)//</p>'
    pages = [FRONT, section("i", 1, para("1", words), title="&lt;/script&gt;")]
    files = dict(preview_files(pages))
    assert all(b"</" not in content for content in files.values())
    assert read(files, "paragraphs-1.js") == {
        "para-1": ['</script><script>alert(1)</script> "); alert(1)//']
    }
    assert dict(preview_files(pages)) == files


def test_a_folder_without_a_front_page_is_no_report() -> None:
    """Pages without a report give no files."""
    assert not preview_files([section("i", 1, para("1", "<p>One.</p>"))])
