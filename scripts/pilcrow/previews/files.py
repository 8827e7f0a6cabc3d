"""The data files of every report, as scripts beside its pages.

`paragraphs.js` has the facts that citations need, where each paragraph stands, the terms and what
is treated where; `paragraphs-1.js`, `paragraphs-2.js`, … the texts. A page loads the first when a
reader first asks for something, and of the others the one that holds the paragraph.
docs/assets/javascripts/reader/report.js reads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from pilcrow.previews.extract import definitions_of, section_of
from pilcrow.previews.model import Page, Paragraph, Section, Subject
from pilcrow.previews.subjects import subjects_of
from pilcrow.render.front import written_date

DATA = "paragraphs"
"""Name of the files, before their number and `.js`."""
_BLOCK = 80_000
"""Characters of text after which the next section begins a new file."""
_FACTS = ("symbol", "title", "subtitle", "organ", "date", "language")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def preview_files(pages: Sequence[Page]) -> Mapping[str, bytes]:
    """The data files of the reports among these pages, by address from the site's root.

    The same pages give the same bytes. A report is a folder with a front page; its sections follow
    each other by their field `order`, then by their address.
    """
    files: dict[str, bytes] = {}
    definitions = {
        page.text("language"): definitions_of(page)
        for page in pages
        if page.text("kind") == "glossary"
    }
    folders: dict[str, list[Page]] = {}
    for page in pages:
        folders.setdefault(page.folder, []).append(page)
    for _folder, members in sorted(folders.items()):
        front = next((page for page in members if page.fields.get("front")), None)
        if front is not None:
            files.update(_report(front, members, definitions.get(front.text("language"), {})))
    return files


def _report(
    front: Page, members: Sequence[Page], definitions: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    ordered = sorted(members, key=lambda page: (_order(page), page.address))
    sections = [section for page in ordered if (section := section_of(page)) is not None]
    subjects = subjects_of(front.folder, sections, members)
    blocks = list(_blocks(sections))
    numbered = {section.page: number for number, block in enumerate(blocks, 1) for section in block}
    name = f"{front.folder}/{DATA}"
    yield _script(
        f"{name}.js",
        {
            "report": _facts(front),
            "sections": [
                [
                    section.page,
                    section.title,
                    numbered[section.page],
                    [_named(paragraph) for paragraph in section.paragraphs],
                ]
                for section in sections
            ],
            "terms": {
                subject.id: definitions[subject.id]
                for subject in subjects
                if subject.id in definitions
            },
            "mentions": list(_mentions(sections, subjects)),
        },
    )
    for number, block in enumerate(blocks, 1):
        yield _script(
            f"{name}-{number}.js",
            {
                paragraph.id: paragraph.lines
                for section in block
                for paragraph in section.paragraphs
            },
        )


def _order(page: Page) -> int:
    value = page.fields.get("order")
    return value if isinstance(value, int) else 0


def _facts(front: Page) -> dict[str, str]:
    facts = {name: front.text(name) for name in _FACTS if front.text(name)}
    if _DAY.fullmatch(front.text("date")):
        facts["written"] = written_date(front.text("date"))
    return facts


def _named(paragraph: Paragraph) -> str:
    """The number alone where the id follows from it."""
    if paragraph.id == f"para-{paragraph.number}":
        return paragraph.number
    return f"{paragraph.id} {paragraph.number}"


def _mentions(sections: Sequence[Section], subjects: Sequence[Subject]) -> Iterator[list[object]]:
    """Subjects with the places of their paragraphs in the order of the report."""
    ids = (paragraph.id for section in sections for paragraph in section.paragraphs)
    places = {identifier: place for place, identifier in enumerate(ids)}
    for subject in subjects:
        yield [
            subject.kind,
            subject.id,
            subject.name,
            subject.href,
            [places[identifier] for identifier in subject.paragraphs],
        ]


def _blocks(sections: Sequence[Section]) -> Iterator[list[Section]]:
    block: list[Section] = []
    size = 0
    for section in sections:
        own = sum(len(line) for paragraph in section.paragraphs for line in paragraph.lines)
        if block and size + own > _BLOCK:
            yield block
            block, size = [], 0
        block.append(section)
        size += own
    if block:
        yield block


def _script(address: str, value: object) -> tuple[str, bytes]:
    """A classic script; it holds no `</`, so that it may also stand inside a page."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    text = f"pilcrow.give({json.dumps(address, ensure_ascii=False)},{written});\n"
    return address, text.encode("utf-8")
