"""The built pages hold the report's words, each once and in order, and no others."""

from __future__ import annotations

from copy import deepcopy

import pytest
from lxml.html import HtmlElement, fromstring

from tests.site.pages import BuiltPage, of_class, words
from tests.site.report_model import Model, heading, paragraph_words, walk


def report_words(element: HtmlElement) -> list[str]:
    """The words of the report itself: without indicators, ways back, place and editor's notes."""
    copy = deepcopy(element)
    added = [
        *of_class(copy, "sup", "indicator"),
        *of_class(copy, "a", "footnote-back"),
        *of_class(copy, "nav", "section-path"),
        *of_class(copy, "section", "editor-notes"),
        *of_class(copy, "details", "spoken-of"),
    ]
    for entry in added:
        entry.drop_tree()
    return words(copy)


def expected_words(model: Model, name: str) -> list[str]:
    """What a section's page must hold, from the model alone."""
    (placed,) = [found for found in walk(model) if f"{found.section['id']}.html" == name]
    section = placed.section
    expected = heading(section).split()
    for paragraph in section["paragraphs"]:
        expected.extend(paragraph_words(paragraph))
    ids = {paragraph["id"] for paragraph in section["paragraphs"]}
    for child in section["sections"]:
        numbers = [
            int(paragraph["number"])
            for below in walk({"summary": [], "sections": [child], "footnotes": []})
            for paragraph in below.section["paragraphs"]
        ]
        first, last = min(numbers), max(numbers)
        extent = f"para. {first}" if first == last else f"paras. {first}–{last}"
        expected.extend(f"{heading(child)} {extent}".split())
    for note in model["footnotes"]:
        if ids & set(note["referenced_from"]):
            expected.extend([note["indicator"] + note["text"].split()[0]])
            expected.extend(note["text"].split()[1:])
    return expected


def section_names(model: Model) -> list[str]:
    """The names of all section pages."""
    return [f"{placed.section['id']}.html" for placed in walk(model)]


def test_each_section_page_holds_its_words_and_no_others(
    report_pages: dict[str, BuiltPage], model: Model
) -> None:
    """Heading, numbers, paragraphs, members, notes and leads of every page, word for word."""
    names = section_names(model)
    assert len(names) == 32
    for name in names:
        assert report_words(report_pages[name].report) == expected_words(model, name), name


@pytest.mark.parametrize("damage", ["drop", "repeat", "swap", "change"])
def test_a_changed_word_is_seen(
    report_pages: dict[str, BuiltPage], model: Model, damage: str
) -> None:
    """Control: a word lost, doubled, moved or changed on a page makes the comparison fail."""
    report = deepcopy(report_pages["i.html"].report)
    text = of_class(report, "div", "para")[0].find("p")
    assert text is not None
    assert text.text
    head, second, third, *rest = text.text.split(" ")
    damaged = {
        "drop": [head, third, *rest],
        "repeat": [head, second, second, third, *rest],
        "swap": [head, third, second, *rest],
        "change": [head, second + "s", third, *rest],
    }[damage]
    text.text = " ".join(damaged)
    assert report_words(report) != expected_words(model, "i.html")


def test_all_115_paragraphs_stand_once_in_order(
    report_pages: dict[str, BuiltPage], model: Model
) -> None:
    """The section pages in reading order carry the paragraphs 1 to 115, each on one page."""
    numbers = [
        paragraph.get("data-number")
        for name in section_names(model)
        for paragraph in of_class(report_pages[name].report, "div", "para")
    ]
    assert numbers == [str(number) for number in range(1, 116)]


def test_indicators_stand_where_the_model_has_them(
    report_pages: dict[str, BuiltPage], model: Model
) -> None:
    """Each indicator shows its printed mark, in the paragraph that the footnote belongs to."""
    shown = {
        paragraph.get("id"): [words(mark) for mark in of_class(paragraph, "sup", "indicator")]
        for name in section_names(model)
        for paragraph in of_class(report_pages[name].report, "div", "para")
    }
    expected = {
        paragraph["id"]: [[mark] for mark in paragraph["footnotes"]]
        for placed in walk(model)
        for paragraph in placed.section["paragraphs"]
    }
    assert shown == expected
    assert {key: value for key, value in shown.items() if value} == {
        "para-7": [["1"]],
        "para-73": [["2"], ["3"]],
    }


def test_the_front_page_holds_the_summary(report_pages: dict[str, BuiltPage], model: Model) -> None:
    """The summary stands word for word under its heading."""
    shown = report_pages["index.html"].at("summary").getnext()
    assert shown is not None
    assert words(shown) == " ".join(model["summary"]).split()


@pytest.mark.parametrize(
    ("name", "identifier", "shown", "reason"),
    [
        ("ii-d-2.html", "para-54", "[Guinea-Bissau]", "Reading error"),
        ("iii-b-2-international-cooperation-and-asset-recovery.html", "para-106",
         "[GlobE Network]", "“Globe Network”"),
        ("ii-b.html", "para-13", "[Curaçao]", "“Curação”"),
        ("iii-a-2.html", "para-66",
         "[The … meeting of the Open-ended Intergovernmental Working Group]", "ordinal"),
    ],
)  # fmt: skip
def test_supplied_words_are_marked_with_their_reason(
    report_pages: dict[str, BuiltPage], name: str, identifier: str, shown: str, reason: str
) -> None:
    """What an editor supplied stands in square brackets, says why, and is among the notes."""
    page = report_pages[name]
    (mark,) = page.at(identifier).iter("ins")
    assert mark.text_content() == shown
    assert reason in mark.get("title", "")
    (notes,) = of_class(page.report, "section", "editor-notes")
    assert any(
        shown in entry.text_content() and reason in entry.text_content()
        for entry in notes.iter("li")
    )


def test_restored_numbers_say_so(report_pages: dict[str, BuiltPage], model: Model) -> None:
    """Exactly 61, 66 and 93 are marked as restored, in the name of the number's link too."""
    restored = {
        paragraph.get("id"): of_class(paragraph, "a", "para-number")[0].get("aria-label")
        for name in section_names(model)
        for paragraph in of_class(report_pages[name].report, "div", "para")
        if "restored" in paragraph.get("class", "").split()
    }
    assert restored == {
        f"para-{number}": f"Paragraph {number}, number restored" for number in (61, 66, 93)
    }


def test_report_words_leaves_only_the_report() -> None:
    """Control: what the site adds is left out, all else is kept."""
    element = fromstring(
        '<div><nav class="section-path">A</nav><p>One<sup class="indicator">2</sup> two '
        '<a class="footnote-back">back</a></p><section class="editor-notes">E</section>'
        "<p>three<sup>4</sup></p></div>"
    )
    assert report_words(element) == ["One", "two", "three4"]
