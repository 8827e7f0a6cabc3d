"""The ledger: no word of the source is lost, and no word of a page is invented.

Every word of the source is kept or is furniture; every word of a page comes from the source or
from a correction. There are two gates. `balance` compares the source with the report line by
line, in order; `compare_pages` reads the Markdown pages back and compares them with the report
page by page, in order. So a word removed, changed, doubled or moved is found wherever it happens.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pilcrow.figure_lines import FIGURE_LINE
from pilcrow.model import (
    Content,
    Indicator,
    Inlines,
    Ledger,
    Link,
    Origin,
    Place,
    Problem,
    Report,
    Section,
    Subparagraph,
    Supplied,
    Text,
)
from pilcrow.readers.markdown import RULE_ROW
from pilcrow.readers.markdown_words import line_words
from pilcrow.readers.reading import SourceLine
from pilcrow.tree import all_runs, pieces, rewrite, text_runs

Accounted = Sequence[Inlines]
"""Words as printed with their places, for what the report keeps in fields (the masthead)."""

_LEAD = re.compile(r"\s*- \[(?:[^\]\\]|\\.)*\]\([\w./-]+\.md(?:#[\w-]+)?\)")
"""A line of ours that leads to another page: no words of the report."""
_FORMAT = re.compile(r"[\s.)*_|/\\]+")
_SHOWN = 8
"""Words of a difference that a message shows."""


def _key(words: Sequence[str]) -> str:
    """What is compared: the words run together, without marks whose printing varies.

    Left out are white space, the full stop and bracket of a label, the stroke of an old footnote
    mark ("1/"), and `*`, `_`, `|`, which may be the format's own.
    """
    return _FORMAT.sub("", "".join(words))


def balance(
    lines: Sequence[SourceLine],
    report: Report,
    accounted: Accounted,
    *,
    addresses_printed: bool = True,
) -> tuple[Ledger, tuple[Problem, ...]]:
    """Weigh the source against the report.

    Args:
        lines: every place of the source with its printed words.
        report: the report with its furniture.
        accounted: what of the source is kept in fields.
        addresses_printed: the addresses of links are words of the source.

    Returns:
        The ledger, and one `words-lost` or `words-added` problem a place that does not balance.
        `lost` counts the words of the source that the report does not hold, in order.
    """
    kept: dict[Place, list[str]] = defaultdict(list)
    furniture: dict[Place, list[str]] = defaultdict(list)
    if not addresses_printed:
        report = rewrite(report, lambda _, inlines: _without_addresses(inlines))
        accounted = tuple(map(_without_addresses, accounted))
    in_fields = (words for inlines in accounted for words in _inline_words(inlines))
    for place, printed in (*_report_words(report), *in_fields):
        kept[place].extend(printed)
    for piece in report.furniture:
        furniture[piece.place].extend(piece.text.split())
    counts = {"source_words": 0, "kept": 0, "furniture": 0, "lost": 0}
    problems: list[Problem] = []
    for line in lines:
        words = line.words.split()
        counts["source_words"] += len(words)
        own, dropped = kept.pop(line.place, []), furniture.pop(line.place, [])
        if _key(words) == _key([*own, *dropped]) or _key(own) == _key(_without(words, dropped)):
            counts["furniture"] += len(dropped)
            counts["kept"] += len(words) - len(dropped)
            continue
        missing, extra = _difference(words, [*own, *dropped])
        counts["furniture"] += len(dropped)
        counts["lost"] += len(missing)
        counts["kept"] += len(words) - len(missing) - len(dropped)
        problems.extend(_unbalanced(line.place, missing, extra))
    for place in sorted({*kept, *furniture}):
        for own in (kept.get(place, []), furniture.get(place, [])):
            if _key(own):
                problems.extend(_unbalanced(place, [], own))
    problems.extend(_moved(report))
    supplied = sum(
        len(inline.value.split())
        for inlines in _runs(report)
        for inline in inlines
        if isinstance(inline, Supplied)
    )
    return Ledger(supplied=supplied, **counts), tuple(problems)


def _without_addresses(inlines: Inlines) -> Inlines:
    return tuple(
        Text(value=each.value, place=each.place) if isinstance(each, Link) else each
        for each in inlines
    )


def _moved(report: Report) -> Iterator[Problem]:
    """A problem where running text stands before text that the source has earlier.

    Tables and figures may float within their paragraph, and footnotes stand at the end; all else
    keeps the order of the source.
    """
    before: Place | None = None
    for section in report.walk_sections():
        runs = [section.title, *(inlines for _, inlines in text_runs(section.passages))]
        for paragraph in section.paragraphs:
            runs.extend(inlines for _, inlines in text_runs(paragraph.content))
        for inlines in runs:
            for inline in inlines:
                place = inline.place
                if before is not None and place < before:
                    yield Problem(
                        rule="words-moved",
                        place=place,
                        message=f"text of this place stands behind text of {before}.",
                        hint="This is a fault of the conversion: report it with the source.",
                    )
                before = place if before is None else max(before, place)


def _without(words: Sequence[str], dropped: Sequence[str]) -> list[str]:
    """The words without the first run that is the furniture cut out of their line."""
    for start in range(len(words) - len(dropped) + 1):
        if dropped and list(words[start : start + len(dropped)]) == list(dropped):
            return [*words[:start], *words[start + len(dropped) :]]
    return list(words)


def _difference(words: Sequence[str], own: Sequence[str]) -> tuple[list[str], list[str]]:
    matcher = difflib.SequenceMatcher(a=list(words), b=list(own), autojunk=False)
    missing: list[str] = []
    extra: list[str] = []
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag != "equal":
            missing.extend(words[a_start:a_end])
            extra.extend(own[b_start:b_end])
    return missing or ([words[0]] if words and not extra else []), extra


def _unbalanced(place: Place, missing: list[str], extra: list[str]) -> Iterator[Problem]:
    if missing:
        yield Problem(
            rule="words-lost",
            place=place,
            message=f'{len(missing)} words of the source are in no paragraph: "{_some(missing)}".',
            hint="This is a fault of the conversion: report it with the source.",
        )
    if extra:
        yield Problem(
            rule="words-added",
            place=place,
            message=f'{len(extra)} words do not stand in the source: "{_some(extra)}".',
            hint="This is a fault of the conversion: report it with the source.",
        )


def _some(words: Sequence[str]) -> str:
    return " ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")


def _report_words(report: Report) -> Iterator[tuple[Place, list[str]]]:
    """Every printed word the report keeps with its place, in reading order."""
    for passage in report.summary:
        yield from _inline_words(passage.inlines)
    for entry in report.front_matter:
        yield from _content_words((entry,))
    for section in report.sections:
        yield from _section_words(section)
    for annex in report.annexes:
        yield annex.place, annex.label.split()
        yield from _inline_words(annex.title)
        for section in annex.sections:
            yield from _section_words(section)
    for note in report.footnotes:
        if note.supplied_by is None and not _is_inferred(report, note.place):
            yield note.place, [note.indicator]
        yield from _inline_words(note.content)


def _is_inferred(report: Report, place: Place) -> bool:
    return any(
        problem.rule == "footnote-without-number" and problem.place == place
        for problem in report.problems
    )


def _section_words(section: Section) -> Iterator[tuple[Place, list[str]]]:
    if section.label:
        yield section.place, [section.label]
    yield from _inline_words(section.title)
    yield from _content_words(section.passages)
    for paragraph in section.paragraphs:
        if paragraph.origin is Origin.PRINTED:
            yield paragraph.place, [paragraph.number]
        yield from _content_words(paragraph.content)
    for child in section.sections:
        yield from _section_words(child)


def _content_words(content: Sequence[Content]) -> Iterator[tuple[Place, list[str]]]:
    for piece in pieces(content):
        if isinstance(piece, Subparagraph):
            yield piece.place, [piece.marker]
        else:
            yield from _inline_words(piece)


def _inline_words(inlines: Inlines) -> Iterator[tuple[Place, list[str]]]:
    for inline in inlines:
        match inline:
            case Text():
                yield inline.place, inline.value.split()
            case Link():
                yield inline.place, [*inline.value.split(), inline.address]
            case Indicator() if inline.supplied_by is None:
                yield inline.place, [inline.mark]
            case Supplied():
                yield inline.place, inline.replaces.split()
            case _:
                pass


def _runs(report: Report) -> Iterator[Inlines]:
    for _, inlines in all_runs(report):
        yield inlines
    for note in report.footnotes:
        yield note.content


def compare_pages(
    expected: Mapping[str, Sequence[str]], pages: Mapping[str, str], folder: str
) -> tuple[Problem, ...]:
    """Compare the words of written pages, in order, with those the report gives each page.

    Args:
        expected: page name to the words it must hold, from the report (`render.page_words`).
        pages: page name to its Markdown text.
        folder: where the pages stand, for places.

    Returns:
        A problem for each page whose words differ, is empty, or is missing.
    """
    problems: list[Problem] = []
    for name, words in expected.items():
        place = Place(source=f"{folder}/{name}", line=1)
        page = pages.get(name)
        if page is None:
            problems.append(_page_problem(place, "page-missing", "the page is not there."))
            continue
        found = markdown_words(page)
        if not found:
            problems.append(_page_problem(place, "page-empty", "the page holds no words."))
        elif _key(found) != _key(words):
            missing, extra = _difference(list(words), found)
            problems.append(
                _page_problem(
                    place,
                    "page-differs",
                    f'the page and the report differ: lacks "{_some(missing)}", '
                    f'has "{_some(extra)}".',
                )
            )
    return tuple(problems)


def _page_problem(place: Place, rule: str, message: str) -> Problem:
    return Problem(rule=rule, place=place, message=message, hint="Run pilcrow convert again.")


def markdown_words(page: str) -> list[str]:
    """The words of a Markdown page of ours, front matter and marks taken away."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, count=1, flags=re.DOTALL)
    words: list[str] = []
    for line in body.split("\n"):
        if figure := FIGURE_LINE.fullmatch(line):
            words.extend(line_words(figure["caption"]))
        elif not RULE_ROW.fullmatch(line) and not _LEAD.match(line):
            words.extend(line_words(re.sub(r"(?<!\\)\|", " ", line)))
    return words
