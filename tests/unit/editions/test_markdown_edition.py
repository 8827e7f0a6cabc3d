"""The whole report as Markdown: any reader of CommonMark shows every word of it."""

from __future__ import annotations

import html
import re

from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from pilcrow.editions.markdown import whole_markdown
from pilcrow.model import Indicator, Masthead, Paragraph, Passage, Report, Section, Text
from tests.unit.editions.reports import PLACE, body_words, letters, note_words, reports
from tests.unit.made_up import report_of

_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")


def _shown(markdown: str) -> str:
    """What a reader sees, in letters; marks of footnotes and of list entries taken away."""
    markdown = re.sub(r"(?m)^\[\^([^\]\s]+)\]: ", "¤ ", markdown)
    markdown = _NOTE.sub("", markdown)
    rendered = MarkdownIt("commonmark").enable("table").render(markdown)
    return letters(html.unescape(re.sub(r"<[^>]+>", "", rendered))).replace("¤", "")


@given(reports(simple=True))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_report_is_shown_word_for_word(report: Report) -> None:
    """CommonMark gives back the letters of the report, and makes nothing active of them."""
    report = Report(
        masthead=Masthead(title="T"),
        sections=report.sections,
        annexes=report.annexes,
        footnotes=report.footnotes,
    )
    markdown = whole_markdown(report)
    words = body_words(report)
    # An annex's label ends with a stop before its title.
    shown = _shown(markdown).replace(".", "")
    notes = [word for words in note_words(report).values() for word in words]
    assert shown == letters("T" + "".join([*words, *notes])).replace(".", "")
    rendered = MarkdownIt("commonmark").enable("table").render(markdown)
    assert not re.search(r"<(?:script|img|code|pre|hr)", rendered)


def test_a_lost_word_would_be_seen() -> None:
    """Control: the comparison above reads the text."""
    report = report_of("# I. One\n\n1. The words stand here.\n")
    markdown = whole_markdown(report)
    assert letters("The words stand here.") in _shown(markdown)
    assert letters("The words stand here.") not in _shown(markdown.replace("words ", ""))


def test_members_are_nested_lists_everywhere() -> None:
    """A member of a member is no code, as four blanks would make it, and keeps its mark."""
    report = report_of(
        "# I. One\n\n1. It has:\n\n(a) One:\n\n(i) Deep;\n\n(ii) More;\n\n(b) Two.\n"
    )
    rendered = MarkdownIt("commonmark").render(whole_markdown(report))
    assert rendered.count("<ul>") == 3  # the masthead, the members, the members' members
    assert "<code>" not in rendered
    assert "(ii) More;" in rendered


def test_footnotes_stand_at_the_end_under_their_marks() -> None:
    """In the form that most tools know."""
    note = Indicator(mark="2", place=PLACE)
    section = Section(
        id="i",
        degree=1,
        label="I",
        title=(Text(value="One", place=PLACE),),
        place=PLACE,
        paragraphs=(
            Paragraph(
                id="para-1",
                number="1",
                place=PLACE,
                content=(Passage(inlines=(Text(value="A", place=PLACE), note), place=PLACE),),
            ),
        ),
    )
    report = report_of("# I. One\n\n1. A.<sup>2</sup>\n\n<sup>2</sup> See B.\n")
    markdown = whole_markdown(Report(masthead=Masthead(), sections=(section,)))
    assert "1\\. A[^2]" in markdown
    assert whole_markdown(report).endswith("\n\n[^2]: See B.\n")
