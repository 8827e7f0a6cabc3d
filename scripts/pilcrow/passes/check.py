"""Looks over a finished report for what an editor should know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from pilcrow.model import (
    Content,
    Figure,
    Indicator,
    Paragraph,
    Passage,
    Place,
    Problem,
    Report,
    Subparagraph,
    Supplied,
    Text,
    plain,
)
from pilcrow.passes.captions import is_named_caption
from pilcrow.passes.contents import contents_problems
from pilcrow.passes.items import begins_low, finished
from pilcrow.references.symbols import is_symbol
from pilcrow.tree import all_runs, paragraph_text, passages

_COMPARE = "Compare with the printed report."
_CORRECT = "Restore it with a correction in corrections.toml, or in the source."
_ONLY_SUBTITLE = re.compile(
    r"(?:Report|Note) (?:of|by) the (?:Secretary-General|Secretariat|High Commissioner)\W*",
    re.IGNORECASE,
)
_SHORTEST_REPEAT = 8
"""Words; shorter sentences may well stand twice."""


def check(report: Report, source: str) -> tuple[Problem, ...]:
    """Every problem of the finished report, those of the passes first, then in source order."""
    start = Place(source=source, line=1)
    found = [
        *_masthead_problems(report, start),
        *_furniture_problems(report),
        *_paragraph_problems(report, start),
        *_footnote_problems(report, source),
        *contents_problems(report),
    ]
    return (*report.problems, *sorted(found, key=lambda problem: problem.place))


_OF_BROKEN_TEXT = frozenset(
    {
        "missing-opening",
        "missing-ending",
        "unbalanced-quotation",
        "unbalanced-bracket",
        "repeated-sentence",
        "repeated-text",
        "run-in-gap",
        "unnumbered-text",
    }
)
"""Problems that show where a recognition or conversion broke a text."""


_OF_PRINT = frozenset(
    {"unbalanced-quotation", "unbalanced-bracket", "repeated-sentence", "repeated-text"}
)
"""Problems that only a wrong letter makes, or the author."""


def as_printed(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Settle the problems of letters, of a source whose letters are those of the print."""
    return _settled(problems, _OF_PRINT, "the letters are those of the print")


def as_typed(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Settle the problems that show broken text, of a source that cannot be broken so."""
    return _settled(problems, _OF_BROKEN_TEXT, "the text is as it was typed")


def _settled(
    problems: Sequence[Problem], rules: frozenset[str], reason: str
) -> tuple[Problem, ...]:
    return tuple(
        replace(problem, settled_by=reason)
        if problem.rule in rules and problem.settled_by is None
        else problem
        for problem in problems
    )


def _masthead_problems(report: Report, start: Place) -> Iterator[Problem]:
    symbol = report.masthead.symbol
    if symbol is None:
        yield Problem(
            rule="missing-symbol",
            place=start,
            message="the masthead gives no document symbol.",
            hint='Write symbol = "…" in report.toml beside the source.',
        )
    elif not is_symbol(symbol):
        yield Problem(
            rule="bad-symbol",
            place=start,
            message=f"{symbol!r} is not a United Nations document symbol.",
            hint='Write the right symbol = "…" in report.toml beside the source.',
        )
    title = report.masthead.title
    if title is None or _ONLY_SUBTITLE.fullmatch(title):
        yield Problem(
            rule="missing-title",
            place=start,
            message="no title stands before the first chapter.",
            hint='Write title = "…" in report.toml beside the source.',
        )


def _furniture_problems(report: Report) -> Iterator[Problem]:
    """The job number in a text: a page foot in a spelling that is not known."""
    job = re.sub(r"\W", "", report.masthead.job_number or "")
    if not job:
        return
    pattern = re.compile(r"\W{0,3}".join(map(re.escape, job)))
    for holder, inlines in all_runs(report):
        for inline in inlines:
            if isinstance(inline, Text) and (match := pattern.search(inline.value)):
                yield Problem(
                    rule="furniture-in-text",
                    place=inline.place,
                    message=f'"{match.group()}" is the job number of a page foot.',
                    hint="Take the page foot out of the source.",
                    at=holder,
                )


def _paragraph_problems(report: Report, start: Place) -> Iterator[Problem]:
    paragraphs = tuple(report.walk_paragraphs())
    if not paragraphs:
        yield Problem(
            rule="no-paragraphs",
            place=start,
            message="no numbered paragraph was found.",
            hint="Paragraphs begin with a number and a full stop, as in “1. The present report”.",
        )
    seen: dict[str, str] = {}
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        yield from _text_problems(paragraph, operative=_is_operative(paragraph, following))
        text = paragraph_text(paragraph)
        if len(text.split()) >= _SHORTEST_REPEAT and text in seen:
            yield _problem(
                "repeated-text",
                paragraph,
                f"has the same text as paragraph {seen[text]}.",
                _COMPARE,
            )
        seen.setdefault(text, paragraph.number)


def _is_operative(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Whether a paragraph stands before another in a numbering of its own.

    A draft resolution is one sentence: its operative paragraphs end with semicolons.
    """
    unit = paragraph.id.rpartition("-")[0]
    return following is not None and unit != "para" and following.id.rpartition("-")[0] == unit


def _text_problems(paragraph: Paragraph, *, operative: bool) -> Iterator[Problem]:
    text = paragraph_text(paragraph)
    runs = [plain(inlines) for _, inlines in passages(paragraph.content, paragraph.id)]
    if not text.strip():
        yield _problem("empty-paragraph", paragraph, "has a number but no text.", _CORRECT)
        return
    if begins_low(runs[0]) and not _opens_supplied(paragraph):
        yield _problem(
            "missing-opening",
            paragraph,
            f'begins in mid-sentence: "{_opening(text)}…".',
            "Restore the opening words with [[supply]] in corrections.toml.",
        )
    for identifier, ending in _endings(paragraph.id, paragraph.content, member=operative):
        yield _problem(
            "missing-ending",
            paragraph,
            f'ends in mid-sentence: "…{" ".join(ending.split()[-6:])}".',
            _CORRECT,
            at=identifier,
        )
    whole = " ".join(runs)
    if "\ufffd" in whole:
        yield _problem(
            "unreadable-character", paragraph, "holds a character lost in conversion.", _CORRECT
        )
    if whole.count('"') % 2 or whole.count("“") != whole.count("”"):
        yield _problem(
            "unbalanced-quotation", paragraph, "opens or closes a quotation alone.", _COMPARE
        )
    if not _balanced(whole):
        yield _problem(
            "unbalanced-bracket", paragraph, "opens or closes a bracket alone.", _COMPARE
        )
    repeated = _repeated_sentence(whole)
    if repeated:
        yield _problem(
            "repeated-sentence", paragraph, f'says twice: "{_opening(repeated)}…".', _COMPARE
        )
    yield from _run_in_problems(paragraph, whole)


def _opens_supplied(paragraph: Paragraph) -> bool:
    first = paragraph.content[0] if paragraph.content else None
    return (
        isinstance(first, Passage)
        and bool(first.inlines)
        and isinstance(first.inlines[0], Supplied)
    )


def _endings(
    holder: str, content: Sequence[Content], *, member: bool = False
) -> Iterator[tuple[str, str]]:
    """Nodes whose last passage ends without a stop; a member may end with a semicolon."""
    for entry in content:
        if isinstance(entry, Subparagraph):
            yield from _endings(entry.id, entry.content, member=True)
    running = [entry for entry in content if not is_named_caption(entry)]
    last = running[-1] if running else None
    if isinstance(last, Passage) and not _labels_figure(running):
        text = plain(last.inlines)
        listed = len(running) > 1 and _is_unstopped(running[-2])
        if (
            text
            and not listed
            and not finished(text, member=member)
            and not (member and text.endswith(","))
        ):
            yield holder, text


def _labels_figure(running: Sequence[Content]) -> bool:
    """Whether the last passage stands right behind a figure and holds the words printed in it."""
    return len(running) > 1 and isinstance(running[-2], Figure) and _is_unstopped(running[-1])


def _is_unstopped(entry: Content) -> bool:
    """Whether a passage ends without any stop, as the entries of a list of dates do."""
    return isinstance(entry, Passage) and plain(entry.inlines)[-1:].isalnum()


_LIST_MARK = re.compile(r"(?:^|\s)(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})$")


def _balanced(text: str) -> bool:
    """Brackets balance; a bracket that closes a list mark ("a)") opened none."""
    open_round = open_square = 0
    for match in re.finditer(r"[()\[\]]", text):
        bracket = match.group()
        if bracket == "(":
            open_round += 1
        elif bracket == "[":
            open_square += 1
        elif bracket == "]":
            open_square -= 1
        elif open_round:
            open_round -= 1
        elif not _LIST_MARK.search(text[max(0, match.start() - 7) : match.start()]):
            return False
        if open_square < 0:
            return False
    return not open_round and not open_square


def _repeated_sentence(text: str) -> str | None:
    seen: set[str] = set()
    for sentence in re.split(r"(?<=[.?!;])\s+", text):
        if len(sentence.split()) >= _SHORTEST_REPEAT and sentence in seen:
            return sentence
        seen.add(sentence)
    return None


_RUN_IN = re.compile(r"[;:,](?:\s(?:and|or))?\s\(([a-z])\)\s")


def _run_in_problems(paragraph: Paragraph, text: str) -> Iterator[Problem]:
    marks = _RUN_IN.findall(text)
    if set(marks) <= set("ivx"):
        return
    for left, right in pairwise(marks):
        if ord(right) - ord(left) > 1:
            yield _problem(
                "run-in-gap",
                paragraph,
                f"its list goes from ({left}) to ({right}).",
                _COMPARE,
            )


def _footnote_problems(report: Report, source: str) -> Iterator[Problem]:
    start = Place(source=source, line=1)
    pointed: dict[str, tuple[str, Place]] = {
        mark: ("masthead", start) for _, mark in report.masthead_marks
    }
    for holder, inlines in all_runs(report):
        for inline in inlines:
            if isinstance(inline, Indicator):
                pointed.setdefault(inline.mark, (holder, inline.place))
    marks = {note.indicator for note in report.footnotes}
    for mark, (holder, place) in pointed.items():
        if mark not in marks:
            yield Problem(
                rule="indicator-without-note",
                place=place,
                message=f"indicator {mark} points to a footnote that is not there.",
                hint="Restore the footnote in the source.",
                at=holder,
            )
    yield from _note_problems(report)
    yield from _missing_notes(report, pointed)


def _note_problems(report: Report) -> Iterator[Problem]:
    seen: set[str] = set()
    for note in report.footnotes:
        if note.indicator in seen:
            yield _note_problem(
                "duplicate-footnote", note.place, note.indicator, "stands twice.", _COMPARE
            )
        seen.add(note.indicator)
        if not plain(note.content):
            yield _note_problem(
                "empty-footnote", note.place, note.indicator, "has no text.", _CORRECT
            )
        if not note.referenced_from:
            yield _note_problem(
                "footnote-without-indicator",
                note.place,
                note.indicator,
                "is not referred to in the text.",
                "Say where its indicator stands with [[indicator]] in corrections.toml.",
            )


def _missing_notes(report: Report, pointed: Mapping[str, tuple[str, Place]]) -> Iterator[Problem]:
    """Numbers that neither a note nor an indicator has, below the highest that one has."""
    places = {note.indicator: note.place for note in report.footnotes}
    places.update((mark, place) for mark, (_, place) in pointed.items())
    numbers = {int(mark): place for mark, place in places.items() if mark.isdigit()}
    before = 0
    for number in sorted(numbers):
        if number > before + 1:
            lost = str(before + 1) if number == before + 2 else f"{before + 1} to {number - 1}"
            yield _note_problem(
                "missing-footnote", numbers[number], lost, "is not in the source.", _COMPARE
            )
        before = number


def _note_problem(rule: str, place: Place, mark: str, what: str, hint: str) -> Problem:
    return Problem(
        rule=rule, place=place, message=f"footnote {mark} {what}", hint=hint, at=f"fn-{mark}"
    )


def _problem(
    rule: str, paragraph: Paragraph, what: str, hint: str, *, at: str | None = None
) -> Problem:
    return Problem(
        rule=rule,
        place=paragraph.place,
        message=f"paragraph {paragraph.number} {what}",
        hint=hint,
        at=at or paragraph.id,
    )


def _opening(text: str) -> str:
    return " ".join(text.split()[:6])
