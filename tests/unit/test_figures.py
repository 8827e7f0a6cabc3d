"""Figures: a picture kept with its caption, from the source to every edition."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from pilcrow.anchors import Lock
from pilcrow.commands.rendering import Rendered, render
from pilcrow.commands.writing import own_files, replace_pages
from pilcrow.editions import editions
from pilcrow.ledger import compare_pages
from pilcrow.library import SourceFile
from pilcrow.model import Figure, Report, plain
from pilcrow.pipeline import Settings, convert
from pilcrow.readers.pictures import LARGEST, read_picture
from tests.unit.editions.akn_reading import schema_errors
from tests.unit.made_up import open_rules
from tests.unit.made_up import paragraph as paragraph_of
from tests.unit.readers.word_file import (
    HEAD,
    drawing,
    note,
    note_reference,
    paragraph,
    png,
    table,
    text,
    word_file,
)
from tests.unit.rendered import rendered_pages, written_pages

S = "SingleTxt"
ONE = paragraph("1.\tOne is whole.", style=S)
TWO = paragraph("2.\tTwo is whole.", style=S)
PICTURE = png(60, 40)
SHOWN = paragraph(drawing("P1", width=600, height=400))


def report_of(*body: str, images: tuple[bytes, ...] = (PICTURE,), notes: str = "") -> Report:
    """A Word file with a masthead, read."""
    chapter = paragraph("\tI.\tIntroduction", style="HCh")
    content = word_file(*HEAD, chapter, *body, images=images, footnotes=[notes] if notes else ())
    return convert(content, "source.docx")


def figures(report: Report) -> list[Figure]:
    """All figures."""
    return list(report.walk_figures())


@pytest.mark.parametrize(
    ("above", "below", "caption"),
    [
        ([paragraph("Figure I. Growth", style="Caption")], [], "Figure I. Growth"),
        ([], [paragraph("Figure I. Growth", style="Caption")], "Figure I. Growth"),
        ([paragraph("Figure I", style="H23"), paragraph("Growth")], [], "Figure I Growth"),
        ([paragraph("Figure 2: Use")], [paragraph("Figure 3: Other")], "Figure 2: Use"),
        ([], [paragraph("Table 1"), table(["a", "b"], ["c", "d"])], ""),
        ([], [paragraph("Figure shows that growth is slow.", style=S)], ""),
    ],
)
def test_a_figure_has_the_caption_beside_it(
    above: list[str], below: list[str], caption: str
) -> None:
    """Above or below, in one line or two; a table's is none, nor is a sentence."""
    report = report_of(ONE, *above, SHOWN, *below, TWO)
    (figure,) = figures(report)
    assert (plain(figure.caption), figure.alt) == (caption, caption)
    assert [each.number for each in report.walk_paragraphs()] == ["1", "2"]
    assert figure in paragraph_of(report, "para-1").content
    assert report.ledger.lost == 0
    assert not {each.rule for each in report.problems} & {"words-lost", "words-added"}


def test_captions_below_their_figures_are_not_taken_for_those_above() -> None:
    """Each of two figures with captions below has its own."""
    report = report_of(
        ONE,
        SHOWN,
        paragraph("Figure I. One", style="Caption"),
        paragraph(drawing("P2")),
        paragraph("Figure II. Two", style="Caption"),
        images=(PICTURE, png(9, 9)),
    )
    assert [plain(each.caption) for each in figures(report)] == ["Figure I. One", "Figure II. Two"]
    assert [(each.width, each.height) for each in figures(report)] == [(600, 400), (9, 9)]


def test_a_figure_without_a_caption_is_spoken_as_the_file_describes_it() -> None:
    """An author's description stands for it; what Word made up does not."""
    said = report_of(ONE, paragraph(drawing("P1", about="Growth of the population")))
    word = "Chart Description automatically generated"
    made = report_of(ONE, paragraph(drawing("P1", about=word)))
    assert [each.alt for each in (*figures(said), *figures(made))] == [
        "Growth of the population",
        "",
    ]
    assert not open_rules(said)
    assert "figure-without-caption" in {each.rule for each in said.problems}


@pytest.mark.parametrize(
    ("image", "said"),
    [
        (b"\x01\x00\x00\x00" + b"\x00" * 90, "EMF"),
        (b"\xd7\xcd\xc6\x9a" + b"\x00" * 90, "WMF"),
        (b"<svg onload='alert(1)'/>", "SVG"),
        (b"<html><script>alert(1)</script>", "unknown"),
        (PICTURE[:60], "damaged"),
        (PICTURE.replace(b"\x00\x00\x00\x3c", b"\x7f\xff\xff\xff", 1), "pixels"),
        (b"", "unknown"),
    ],
)
def test_a_picture_that_no_page_can_show_is_named_and_left_out(image: bytes, said: str) -> None:
    """Its caption is kept, and no file of it gets to the pages."""
    report = report_of(ONE, SHOWN, paragraph("Figure I. Growth", style="Caption"), images=(image,))
    assert not figures(report)
    (problem,) = (each for each in report.problems if each.rule == "figure-left-out")
    assert said in problem.message
    assert problem.settled_by
    assert "Figure I. Growth" in json.dumps(editions(report, {}))


def test_the_largest_picture_has_a_bound() -> None:
    """One byte more is a problem in words."""
    most = PICTURE + b"\x00" * (LARGEST - len(PICTURE))
    assert not isinstance(read_picture(most), str)
    assert read_picture(most + b"\x00") == "larger than 8 MB"


def test_an_emblem_before_the_text_is_no_figure() -> None:
    """A picture beside the masthead says nothing."""
    content = word_file(SHOWN, *HEAD, ONE, TWO, images=(PICTURE,))
    report = convert(content, "source.docx")
    assert not figures(report)
    assert "figure-left-out" not in {each.rule for each in report.problems}


def rendered(report: Report) -> Rendered:
    """What convert would write."""
    source = SourceFile(
        path=Path("source.docx"),
        name="source.docx",
        content=b"x",
        settings=Settings(),
        lock=Lock(aliases={}),
        published=False,
    )
    return render(source, report, (), "glossary.toml")


NOTED = paragraph(text("Figure I. *Growth* [of] 100% "), note_reference(1), style="Caption")


def noted_report() -> Report:
    """A figure in a subparagraph, its caption with a note and with marks of Markdown."""
    return report_of(
        ONE,
        paragraph("\t(a)\tFirst;", style=S),
        SHOWN,
        NOTED,
        TWO,
        notes=note(1, "Source: estimates."),
    )


def test_pages_hold_the_figure_and_its_words_once() -> None:
    """Markdown with the caption as the picture's words; the gate between report and page holds."""
    report = noted_report()
    result = rendered(report)
    name = figures(report)[0].picture.name
    assert re.fullmatch(r"figure-[0-9a-f]{16}\.png", name)
    assert result.pictures == {name: PICTURE}
    line = f"  ![Figure I. \\*Growth\\* \\[of\\] 100% [^1]]({name}){{ width=600 height=400 }}"
    assert line.replace(" [^1]", "[^1]") in result.pages["i.md"].replace(" [^1]", "[^1]")
    assert not result.problems
    assert not open_rules(report)


def test_a_changed_caption_on_a_page_is_found() -> None:
    """The words of captions are weighed like all others."""
    report = noted_report()
    pages = written_pages(report)
    words = {"i.md": "Figure I. Growth".split()}
    changed = {"i.md": pages["i.md"].replace("Growth", "Decline")}
    assert compare_pages(words, changed, "en")


def test_the_site_shows_the_figure_with_its_caption() -> None:
    """An img that is spoken as the caption says and keeps its place, and a figcaption."""
    (page,) = rendered_pages(written_pages(noted_report())).values()
    (figure,) = page.iter("figure")
    picture, caption = figure
    assert dict(picture.attrib) == {
        "src": figures(noted_report())[0].picture.name,
        "alt": "Figure I. *Growth* [of] 100%",
        "width": "600",
        "height": "400",
        "loading": "lazy",
        "decoding": "async",
    }
    assert "".join(caption.itertext()).split() == "Figure I. *Growth* [of] 100% 1".split()
    assert figure.getparent().get("id") == "para-1-a"
    assert [each.get("id") for each in caption.iter("sup")] == ["fnref-1"]


def test_a_figure_under_a_heading_is_shown_too() -> None:
    """Before any numbered paragraph."""
    report = report_of(SHOWN, paragraph("Figure I", style="Caption"), ONE)
    (page,) = rendered_pages(written_pages(report)).values()
    assert [each.tag for each in page if each.tag == "figure"] == ["figure"]


def test_a_description_does_no_harm() -> None:
    """Whatever a file says of its picture is text."""
    evil = '"><script>alert(1)</script>){ width=1 height=1 } &quot; \\" onload="x'
    report = report_of(ONE, paragraph(drawing("P1", about=evil)))
    described = figures(report)
    (page,) = rendered_pages(written_pages(report)).values()
    assert not list(page.iter("script"))
    (picture,) = page.iter("img")
    assert picture.get("alt") == described[0].description


def test_machine_editions_name_the_figure() -> None:
    """JSON, Markdown and valid Akoma Ntoso, with the words of the caption once each."""
    report = noted_report()
    (figure,) = figures(report)
    found = editions(report, {})
    model = json.loads(found["report.json"])
    (member,) = model["sections"][0]["paragraphs"][0]["subparagraphs"]
    assert member["figures"] == [
        {
            "file": figure.picture.name,
            "alt": "Figure I. *Growth* [of] 100%",
            "caption": "Figure I. *Growth* [of] 100%",
            "width": 600,
            "height": 400,
            "place": "source.docx:13",
        }
    ]
    assert f"]({figure.picture.name})\n" in found["report.md"]
    root = etree.fromstring(found["report.akn.xml"].encode())
    assert schema_errors(root) == []
    (image,) = root.iter("{*}img")
    assert (image.get("src"), image.get("width")) == (figure.picture.name, "600")
    assert " ".join(map(str, root.itertext())).count("[of] 100%") == 1


def test_pictures_are_written_with_their_pages_and_removed_with_them(tmp_path: Path) -> None:
    """What convert did not write stays, pictures of an editor's too."""
    result = rendered(noted_report())
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "logo.png").write_bytes(b"x")
    assert replace_pages(folder, result.files)
    assert not replace_pages(folder, result.files)
    (name,) = result.pictures
    assert (folder / name).read_bytes() == PICTURE
    assert replace_pages(folder, result.pages)
    assert not (folder / name).exists()
    assert (folder / "logo.png").exists()
    assert folder / "logo.png" not in own_files(folder)


def test_no_page_names_what_is_not_written() -> None:
    """Each picture that a page shows is among the files."""
    result = rendered(noted_report())
    named = {
        name
        for page in written_pages(noted_report()).values()
        for name in re.findall(r"figure-\w+\.\w+", page)
    }
    assert named == set(result.pictures)
