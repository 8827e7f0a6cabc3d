"""The ledger: every word of the source is in the report, every word of a page in the report.

Each gate has its negative controls beside it: a report or a page that was tampered with.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from pilcrow.ledger import balance, compare_pages
from pilcrow.model import (
    Footnote,
    Masthead,
    Paragraph,
    Passage,
    Place,
    Problem,
    Report,
    Section,
    Subparagraph,
    Text,
)
from pilcrow.readers.markdown_source import read_markdown
from pilcrow.readers.reading import SourceLine
from pilcrow.render.pages import PageSetting, section_pages
from tests.unit.made_up import HEAD, open_rules, report_of

BODY = """# I. Introduction

- 1. The first paragraph has a sentence. It has a second one on *Title words* here.
- 2. The second paragraph speaks of a treaty<sup>1</sup> that was signed by parties in

V.24-04834 3/18

the city of Vienna. A sentence ends it.

<sup>1</sup> See the Treaty Series.

3. The third paragraph has members:

(a) The first member of it;

(b) The second member of it.

## A. Section

4. A table follows:

| Name | Number |
|---|---|
| One | 1 |

5. The last paragraph.
"""

Tamper = Callable[[Report], Report]
SOURCE = (HEAD + BODY).encode()


def _weigh(report: Report) -> tuple[Problem, ...]:
    """The gate between source and report, with nothing kept in fields."""
    reading = read_markdown(SOURCE, "source.en.md")
    _, problems = balance(reading.lines, report, [block.inlines for block in reading.head])
    return problems


@pytest.mark.parametrize(
    ("fields", "running", "rules"),
    [
        (["United Nations"], "A/80/1 2 March", []),
        (["2 March"], "United Nations A/80/1", []),
        (["A/80/1"], "United Nations 2 March", []),
        (["United Nations", "2 March"], "A/80/1", []),
        (["United Nations"], "2 March A/80/1", ["words-lost", "words-added"]),
        (["United Nations"], "A/80/1", ["words-lost"]),
        (["United Nations"] * 2, "A/80/1 2 March", ["words-lost", "words-added"]),
    ],
)
def test_a_line_of_which_a_part_became_a_field_is_weighed_without_it(
    fields: list[str], running: str, rules: list[str]
) -> None:
    """What a field took may have stood anywhere in its line; the rest keeps all words in order."""
    place = Place(source="source.pdf", line=1)

    def text(value: str) -> tuple[Text]:
        return (Text(value=value, place=place),)

    report = Report(
        masthead=Masthead(language="en"),
        front_matter=(Passage(inlines=text(running), place=place),),
    )
    line = SourceLine(words="United Nations A/80/1 2 March", place=place)
    _, problems = balance([line], report, [text(field) for field in fields])
    assert [problem.rule for problem in problems] == rules


@pytest.mark.parametrize(
    ("mark", "note", "running", "rules"),
    [
        ("1", "A note.", "5/ A text.", []),
        ("5", "A text.", "1/ A note.", []),
        ("1", "A note.", "A 5/ text.", ["words-lost", "words-added"]),
        ("1", "note. A", "5/ A text.", ["words-lost", "words-added"]),
        ("1", "A note.", "A text.", ["words-lost"]),
    ],
)
def test_a_line_of_which_a_part_became_a_note_is_weighed_without_it(
    mark: str, note: str, running: str, rules: list[str]
) -> None:
    """As of two columns side by side; note and text keep all their words in order."""
    place = Place(source="source.pdf", line=1)
    report = Report(
        masthead=Masthead(language="en"),
        front_matter=(Passage(inlines=(Text(value=running, place=place),), place=place),),
        footnotes=(
            Footnote(
                id=f"fn-{mark}",
                indicator=mark,
                content=(Text(value=note, place=place),),
                referenced_from=(),
                place=place,
            ),
        ),
    )
    line = SourceLine(words="1/ A note. 5/ A text.", place=place)
    _, problems = balance([line], report, ())
    assert [problem.rule for problem in problems] == rules


def _sections(report: Report, change: Callable[[Section], Section]) -> Report:
    return replace(report, sections=tuple(change(section) for section in report.sections))


def _paragraphs(
    change: Callable[[tuple[Paragraph, ...]], Sequence[Paragraph]],
) -> Tamper:
    """Change the paragraphs of the first section."""
    return lambda report: _sections(
        report,
        lambda section: replace(section, paragraphs=tuple(change(section.paragraphs))),
    )


def _words(paragraph: Paragraph, change: Callable[[str], str]) -> Paragraph:
    """Change the first run of text of a paragraph."""
    passage = paragraph.content[0]
    assert isinstance(passage, Passage)
    text = passage.inlines[0]
    assert isinstance(text, Text)
    changed = replace(text, value=change(text.value))
    assert changed != text, "the control must change something"
    inlines = (changed, *passage.inlines[1:])
    return replace(paragraph, content=(replace(passage, inlines=inlines), *paragraph.content[1:]))


def _first(change: Callable[[str], str]) -> Tamper:
    return _paragraphs(lambda entries: [_words(entries[0], change), *entries[1:]])


def _without_member(report: Report) -> Report:
    def change(paragraph: Paragraph) -> Paragraph:
        members = [entry for entry in paragraph.content if isinstance(entry, Subparagraph)]
        return replace(
            paragraph,
            content=tuple(entry for entry in paragraph.content if entry not in members[-1:]),
        )

    return _paragraphs(lambda entries: [change(entry) for entry in entries])(report)


def _with_notes(change: Callable[[Footnote], tuple[Footnote, ...]]) -> Tamper:
    return lambda report: replace(
        report, footnotes=tuple(new for note in report.footnotes for new in change(note))
    )


TAMPERED: dict[str, Tamper] = {
    "a sentence is removed": _first(
        lambda text: text.replace("The first paragraph has a sentence. ", "")
    ),
    "a sentence is doubled": _first(
        lambda text: text.replace(
            "The first paragraph has a sentence. ", "The first paragraph has a sentence. " * 2
        )
    ),
    "one word is changed": _first(lambda text: text.replace("sentence", "phrase")),
    "one digit is changed": _paragraphs(
        lambda entries: [replace(entries[0], number="7"), *entries[1:]]
    ),
    "two words change places": _first(
        lambda text: text.replace("first paragraph", "paragraph first")
    ),
    "one letter is changed": _first(lambda text: text.replace("has", "had")),
    "a word's case is changed": _first(lambda text: text.replace("The first", "the first")),
    "two paragraphs change places": _paragraphs(
        lambda entries: [entries[1], entries[0], *entries[2:]]
    ),
    "two paragraphs change numbers": _paragraphs(
        lambda entries: [
            replace(entries[0], number=entries[1].number),
            replace(entries[1], number=entries[0].number),
            *entries[2:],
        ]
    ),
    "a paragraph is removed": _paragraphs(lambda entries: entries[1:]),
    "a paragraph is doubled": _paragraphs(lambda entries: [entries[0], *entries]),
    "a member is removed": _without_member,
    "a section is removed": lambda report: _sections(
        report, lambda section: replace(section, sections=())
    ),
    "a heading is removed": lambda report: _sections(
        report, lambda section: replace(section, title=())
    ),
    "a heading's label is removed": lambda report: _sections(
        report, lambda section: replace(section, label=None)
    ),
    "a footnote is removed": _with_notes(lambda _: ()),
    "a footnote is doubled": _with_notes(lambda note: (note, note)),
    "a footnote's text is removed": _with_notes(lambda note: (replace(note, content=()),)),
    "the furniture is not listed": lambda report: replace(report, furniture=()),
    "furniture is listed twice": lambda report: replace(report, furniture=report.furniture * 2),
}


def test_an_untouched_report_balances() -> None:
    """What conversion gives holds every word of the source, in order, and no other."""
    report = report_of(BODY)
    assert not open_rules(report)
    assert report.ledger.lost == 0
    assert _weigh(report) == ()


@pytest.mark.parametrize("what", TAMPERED)
def test_a_report_that_was_tampered_with_does_not_balance(what: str) -> None:
    """The gate between source and report can fail, whatever was done to the report."""
    problems = _weigh(TAMPERED[what](report_of(BODY)))
    assert {problem.rule for problem in problems} & {"words-lost", "words-added", "words-moved"}


def _pages(report: Report) -> tuple[dict[str, Sequence[str]], dict[str, str]]:
    setting = PageSetting(
        symbol="E/CN.99/2024/7", language="en", source_sha256="0" * 64, aliases={}
    )
    pages = section_pages(report, setting)
    return {page.name: page.words for page in pages}, {page.name: page.markdown() for page in pages}


def test_untouched_pages_hold_what_the_report_gives_them() -> None:
    """Pages read back word for word."""
    words, texts = _pages(report_of(BODY))
    assert set(words) == {"i.md", "i-a.md"}
    assert compare_pages(words, texts, "docs") == ()


@pytest.mark.parametrize(
    ("what", "old", "new", "rule"),
    [
        ("a sentence is removed", "The first paragraph has a sentence. ", "", "page-differs"),
        (
            "a sentence is doubled",
            "A sentence ends it.",
            "A sentence ends it. " * 2,
            "page-differs",
        ),
        ("one word is changed", "the city of Vienna", "the town of Vienna", "page-differs"),
        ("a number is changed", "2\\. ", "4\\. ", "page-differs"),
        ("an indicator is removed", "treaty[^1]", "treaty", "page-differs"),
        ("a mark is changed", "(b) ", "(c) ", "page-differs"),
        ("a heading is removed", "# I. Introduction", "", "page-differs"),
        ("a footnote is removed", "[^1]: See the Treaty Series.", "", "page-differs"),
        ("words change places", "a second one", "one a second", "page-differs"),
        ("text is added", "(a) ", "(a) also ", "page-differs"),
    ],
)
def test_a_page_that_was_tampered_with_is_named(what: str, old: str, new: str, rule: str) -> None:
    """The gate between report and pages can fail, and names the page."""
    words, texts = _pages(report_of(BODY))
    assert old in texts["i.md"], what
    texts["i.md"] = texts["i.md"].replace(old, new, 1)
    problems = compare_pages(words, texts, "docs")
    assert [(problem.rule, problem.place.source) for problem in problems] == [(rule, "docs/i.md")]


def test_paragraphs_that_change_places_on_a_page_are_named() -> None:
    """Order counts: two paragraphs with their numbers swapped over are another page."""
    words, texts = _pages(report_of(BODY))
    blocks = texts["i.md"].split("\n\n")
    first, second = (
        next(at for at, block in enumerate(blocks) if block.startswith(f"{number}\\."))
        for number in (1, 2)
    )
    blocks[first], blocks[second] = blocks[second], blocks[first]
    texts["i.md"] = "\n\n".join(blocks)
    assert [problem.rule for problem in compare_pages(words, texts, "docs")] == ["page-differs"]


def test_a_page_that_is_missing_or_without_words_is_named() -> None:
    """A page with front matter alone, and one that is not there, fail."""
    words, texts = _pages(report_of(BODY))
    texts["i.md"] = "---\ntitle: x\n---\n\n"
    del texts["i-a.md"]
    assert {problem.rule for problem in compare_pages(words, texts, "docs")} == {
        "page-empty",
        "page-missing",
    }
