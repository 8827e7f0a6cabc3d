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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

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
    if not addresses_printed:
        report = rewrite(report, lambda _, inlines: _without_addresses(inlines))
        accounted = tuple(map(_without_addresses, accounted))
    kept = _by_place(_report_words(report))
    in_notes = _by_place(_note_words(report))
    in_fields = _by_place(chain.from_iterable(map(_inline_words, accounted)))
    furniture = _by_place((piece.place, piece.text.split()) for piece in report.furniture)
    counts = {"source_words": 0, "kept": 0, "furniture": 0, "lost": 0}
    problems: list[Problem] = []
    for line in lines:
        words = line.words.split()
        counts["source_words"] += len(words)
        dropped = furniture.pop(line.place, [])
        notes = _together(in_notes.pop(line.place, []))
        cut_out = (notes, *dropped, *in_fields.pop(line.place, []))
        differing = _differing(words, kept.pop(line.place, []), cut_out)
        of_furniture = sum(map(len, dropped))
        counts["furniture"] += of_furniture
        counts["kept"] += len(words) - of_furniture
        if differing is not None:
            missing, extra = differing
            counts["lost"] += len(missing)
            counts["kept"] -= len(missing)
            problems.extend(_unbalanced(line.place, missing, extra))
    for place in sorted({*kept, *furniture, *in_fields, *in_notes}):
        for runs in (kept, furniture, in_fields, in_notes):
            if _key(own := _together(runs.get(place, []))):
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


def _by_place(runs: Iterable[tuple[Place, list[str]]]) -> dict[Place, list[list[str]]]:
    found: dict[Place, list[list[str]]] = defaultdict(list)
    for place, words in runs:
        found[place].append(words)
    return found


def _together(runs: Sequence[list[str]]) -> list[str]:
    return [word for run in runs for word in run]


def _differing(
    words: list[str], printed: Sequence[list[str]], cut_out: Sequence[list[str]]
) -> tuple[list[str], list[str]] | None:
    """What a line's running text lacks and has too much; notes, furniture, fields are cut out.

    None where nothing differs.
    """
    running = _together(printed)
    kept = [*running, *_together(cut_out)]
    rest = _cut(words, cut_out)
    if _key(words) == _key(kept) or (rest is not None and _key(rest) == _key(running)):
        return None
    return _difference(words, kept) if rest is None else _difference(rest, running)


def _cut(words: list[str], runs: Sequence[Sequence[str]]) -> list[str] | None:
    """The words of a line without the runs cut out of it; None where it does not hold one.

    A run may stand anywhere: what of the line is running text keeps its order all the same.
    """
    bare = [_key([word]) for word in words]
    for run in runs:
        wanted = [_key([word]) for word in run]
        starts = range(len(words) - len(run) + 1)
        start = next((at for at in starts if bare[at : at + len(run)] == wanted), None)
        if start is None:
            return None
        words = [*words[:start], *words[start + len(run) :]]
        bare = [*bare[:start], *bare[start + len(run) :]]
    return words


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


def _note_words(report: Report) -> Iterator[tuple[Place, list[str]]]:
    """The words of the footnotes, each behind its mark."""
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
