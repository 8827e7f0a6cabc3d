"""The pages of a report's indexes: each entry with its paragraphs, in order, and a snippet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pilcrow.indexes.exchange import entries_field, index_csv, index_json
from pilcrow.indexes.model import LANGUAGES, Index, IndexEntry, Indexes, Kind, Mention
from pilcrow.indexes.rules import ABOUT
from pilcrow.indexes.text import paragraph_texts
from pilcrow.model import Report
from pilcrow.render.escape import escape, escape_start
from pilcrow.render.lists import paragraph_pages
from pilcrow.render.pages import Page, PageSetting

_AROUND = {Kind.STATES: 20, Kind.TERMS: 14, Kind.EVENTS: 0}
"""Characters shown on each side of a mention; an event's words are its sentence."""
_USUALLY_AROUND = 28
_TOO_MANY = 40
"""What more paragraphs than these speak of is listed by their numbers alone."""
_ONE_LINE = frozenset({Kind.FIGURES, Kind.EVENTS})
"""Kinds whose entries are one mention each."""
_USUAL = frozenset(
    {
        "short-name",
        "used",
        "region",
        "group",
        "count",
        "days",
        "month",
        "resolution",
        "decision",
        "symbol",
        "url",
    }
)
"""Rules that need no remark behind each mention."""
IN_EVERY_LANGUAGE = frozenset({Kind.TERMS, Kind.DOCUMENTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    """What the lines of an index are made from."""

    texts: Mapping[str, str]
    pages: Mapping[str, str]


def index_kinds(language: str) -> tuple[Kind, ...]:
    """The indexes that a report in a language has."""
    return tuple(kind for kind in Kind if language in LANGUAGES or kind in IN_EVERY_LANGUAGE)


def index_pages(
    report: Report, indexes: Indexes, setting: PageSetting, after: int
) -> tuple[Page, ...]:
    """A page for each index, in their order behind the page numbered `after`."""
    sources = _Sources(
        texts={paragraph.id: paragraph.text for paragraph in paragraph_texts(report)},
        pages=paragraph_pages(report),
    )
    return tuple(
        _page(indexes.of(kind), setting, sources, order)
        for order, kind in enumerate(index_kinds(setting.language), start=after + 1)
    )


def index_data(indexes: Indexes, language: str) -> dict[str, str]:
    """Names and texts of the files beside the pages: each index as CSV and as JSON."""
    files: dict[str, str] = {}
    for kind in index_kinds(language):
        files[f"{kind.value}.csv"] = index_csv(indexes.of(kind))
        files[f"{kind.value}.json"] = index_json(indexes.of(kind), indexes.symbol)
    return files


def _page(index: Index, setting: PageSetting, sources: _Sources, order: int) -> Page:
    about = ABOUT[index.kind]
    return Page(
        name=f"{index.kind.value}.md",
        fields={
            "title": about.title,
            "symbol": setting.symbol,
            "language": setting.language,
            "kind": index.kind.value,
            "source_sha256": setting.source_sha256,
            "order": order,
            "entries": entries_field(index),
        },
        blocks=(
            f"# {about.title}",
            about.lead.format(symbol=escape(setting.symbol)),
            *_groups(index, sources),
            *_how(index),
        ),
    )


def _groups(index: Index, sources: _Sources) -> Iterator[str]:
    """The entries as lists, a heading before each group."""
    if not index.entries:
        yield "None was found."
    group = ""
    lines: list[str] = []
    for entry in index.entries:
        if entry.group != group:
            if lines:
                yield "\n".join(lines)
            lines = []
            group = entry.group
            yield f"## {escape(group)}"
        lines.extend(_lines(entry, index.kind, sources))
    if lines:
        yield "\n".join(lines)


def _lines(entry: IndexEntry, kind: Kind, sources: _Sources) -> Iterator[str]:
    if kind in _ONE_LINE:
        yield f"- {_mention(entry.mentions[:1], kind, sources)}"
        return
    if len(entry.paragraphs) > _TOO_MANY:
        links = dict.fromkeys(_link(mention, sources) for mention in entry.mentions)
        yield f"- {_title(entry)}: {', '.join(links)}"
        return
    yield f"- {_title(entry)}"
    for paragraph in entry.paragraphs:
        own = [mention for mention in entry.mentions if mention.paragraph == paragraph]
        yield f"    - {_mention(own, kind, sources)}"


def _title(entry: IndexEntry) -> str:
    """The entry's name, a document's as a link, with what the report says of it."""
    address = entry.fields.get("address")
    name = escape(entry.name)
    shown = f"[{name}]({_in_markdown(address)})" if address else escape_start(name)
    said = entry.fields.get("long") or entry.fields.get("remark")
    return f"{shown} ({escape(said)})" if said else shown


def _in_markdown(address: str) -> str:
    return address.replace("(", "%28").replace(")", "%29").replace("_", "\\_").replace("*", "%2A")


def _mention(mentions: Sequence[Mention], kind: Kind, sources: _Sources) -> str:
    """A paragraph's number as a link, the words around the first mention, and how it came in."""
    first = mentions[0]
    rules = dict.fromkeys(mention.rule for mention in mentions)
    if any(rule in _USUAL for rule in rules):
        rules = {}
    remarks = [rule.replace("-", " ") for rule in rules]
    if len(mentions) > 1:
        remarks.append(f"{len(mentions)} times")
    note = f" ({', '.join(remarks)})" if remarks else ""
    date = first.fields.get("date")
    when = f"{escape(date)}, " if date and kind is Kind.EVENTS else ""
    link = _link(first, sources)
    around = _AROUND.get(kind, _USUALLY_AROUND)
    return f"{when}{link} {_snippet(sources.texts[first.paragraph], first, around)}{note}"


def _link(mention: Mention, sources: _Sources) -> str:
    return f"[{mention.number}]({sources.pages[mention.paragraph]}#{mention.paragraph})"


def _snippet(text: str, mention: Mention, around: int) -> str:
    """The words of a mention, bold, with whole words around them."""
    start, end = mention.start, mention.end
    first = max(0, start - around)
    if first and around:
        cut = text.find(" ", first, start)
        first = cut + 1 if cut >= 0 else start
    last = min(len(text), end + around)
    if last < len(text) and around:
        cut = text.rfind(" ", end, last)
        last = cut if cut >= 0 else end
    before, words, behind = text[first:start], text[start:end], text[end:last]
    if not around:
        return escape(words)
    opening = "…" if first else ""
    closing = "…" if last < len(text) else ""
    return f"{opening}{escape(before)}**{escape(words)}**{escape(behind)}{closing}"


def _how(index: Index) -> Iterator[str]:
    """How the index was made: the rules by which its entries came in, with their numbers."""
    yield "## How this index was made"
    yield (
        "Rules found these entries in the text of the report, and may err; editors settle what they"
        " see to be wrong. Nothing is added that the text does not say."
        if index.entries
        else "Rules looked for entries in the text of the report."
    )
    counts = Counter(mention.rule for mention in index.mentions())
    lines = [
        f"- {rule.replace('-', ' ')} ({counts[rule]}): {text}"
        for rule, text in ABOUT[index.kind].rules.items()
        if counts[rule]
    ]
    if lines:
        yield "\n".join(lines)
