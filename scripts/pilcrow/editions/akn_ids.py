"""Ids of the Akoma Ntoso edition: those of the site, said in AKN4UN's way.

`para-54` is `para_54`, `para-115-a-i` is `para_115__subpara_a__subpara_i`, `iii-b-2` is
`section_III__section_B__section_2`, and `annex-i-para-3` is `annex_I__para_3`: the paragraphs of a
unit that restarts the numbering stand below it, all others are counted through the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pilcrow.ids import unique
from pilcrow.model import Annex, Content, Passage, Report, Section, Subparagraph, plain
from pilcrow.runin import run_in_ids

_PARAGRAPH = re.compile(r"(?:(?P<unit>.+?)-)?para-(?P<rest>\d.*|x.*)")
_NOTE = re.compile(r"(?:(?P<unit>.+?)-)?fn-(?P<rest>.+)")


def element_ids(report: Report) -> dict[str, str]:
    """The eId of every section, annex, paragraph, member and footnote by its id on the site.

    No two are the same.
    """
    made: dict[str, str] = {}
    only = unique(set())
    for site, wanted in _wanted(report, made):
        made[site] = only(wanted)
    return made


def former_id(old: str) -> str:
    """The wId of a node that was published as `old`: in the same way where the id tells enough."""
    match = _PARAGRAPH.fullmatch(old)
    if match is None:
        return old
    number, *members = match["rest"].split("-")
    unit = f"{match['unit']}__" if match["unit"] else ""
    return f"{unit}para_{number}" + "".join(f"__subpara_{member}" for member in members)


def _wanted(report: Report, made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        yield from _section(section, None, made)
    for annex in report.annexes:
        yield annex.id, _annex(annex)
        for section in annex.sections:
            yield from _section(section, annex.id, made)
    for note in report.footnotes:
        match = _NOTE.fullmatch(note.id)
        own = f"fn_{match['rest']}" if match else note.id
        yield note.id, _below(match["unit"] if match else None, own, made)


def _annex(annex: Annex) -> str:
    word, _, rest = annex.id.partition("-")
    return f"{word}_{_printed(rest, ' '.join(annex.label.split()[1:]))}" if rest else word


def _section(
    section: Section, parent: str | None, made: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    rest = section.id.removeprefix(f"{parent}-") if parent else section.id
    own = f"section_{_printed(rest, section.label or '')}"
    yield section.id, _below(parent, own, made)
    for paragraph in section.paragraphs:
        match = _PARAGRAPH.fullmatch(paragraph.id)
        own = f"para_{match['rest']}" if match else paragraph.id
        yield paragraph.id, _below(match["unit"] if match else None, own, made)
        yield from _members(paragraph.id, paragraph.content, made)
    for child in section.sections:
        yield from _section(child, section.id, made)


def _members(
    holder: str, content: Sequence[Content], made: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    taken = frozenset(entry.id for entry in content if isinstance(entry, Subparagraph))
    for entry in content:
        if isinstance(entry, Subparagraph):
            rest = entry.id.removeprefix(f"{holder}-")
            yield entry.id, f"{made[holder]}__subpara_{rest}"
            yield from _members(entry.id, entry.content, made)
        elif isinstance(entry, Passage):
            for identifier, _ in run_in_ids(holder, plain(entry.inlines), taken):
                rest = identifier.removeprefix(f"{holder}-")
                yield identifier, f"{made[holder]}__point_{rest}"


def _below(unit: str | None, own: str, made: Mapping[str, str]) -> str:
    if unit is None:
        return own
    return f"{made.get(unit, unit.replace('-', '_'))}__{own}"


def _printed(rest: str, label: str) -> str:
    """The end of a site's id, in the letters in which the label was printed."""
    words = "-".join(re.findall(r"[^\W_]+", label))
    return words + rest[len(words) :] if words and rest.startswith(words.lower()) else rest
