"""The report as Akoma Ntoso 3.0 XML, by the guidelines of the United Nations (AKN4UN).

Always: the tags taken away, the words of the report are there in reading order, each footnote
where it is first pointed to; nothing else is text. The masthead is the cover page; title, summary
and what stands before the body are the preface; annexes are attachments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from pilcrow.editions.akn_ids import element_ids, former_id
from pilcrow.editions.akn_meta import MAIN, meta
from pilcrow.editions.akn_text import Writer
from pilcrow.editions.xml import add_text, element, tag_of, written
from pilcrow.model import (
    Annex,
    Content,
    Figure,
    Inlines,
    Origin,
    Paragraph,
    Passage,
    Report,
    Section,
    Subparagraph,
    Table,
)
from pilcrow.render.front import written_date


def akn_xml(report: Report, *, aliases: Mapping[str, str]) -> str:
    """The report as an Akoma Ntoso file, valid against the OASIS schema.

    Args:
        report: the report; it may have open problems.
        aliases: old id to the id it became, from the report's lock: the node keeps the old one as
            its `wId`.
    """
    root = element("akomaNtoso")
    _Document(report, aliases).write(root)
    return written(root)


class _Document:
    def __init__(self, report: Report, aliases: Mapping[str, str]) -> None:
        self._report = report
        self._ids = element_ids(report)
        self._former: dict[str, str] = {}
        for old, new in aliases.items():
            self._former.setdefault(new, former_id(old))
        self._text = Writer(report=report, ids=self._ids)

    def write(self, root: etree._Element) -> None:
        report = self._report
        doc = element("doc", root, name="report")
        doc.append(meta(report.masthead, MAIN))
        self._cover(doc)
        self._preface(doc)
        body = element("mainBody", doc)
        for section in report.sections:
            self._section(body, section)
        _filled(body)
        # Attachments come behind, but their marks may be the first that point to a note.
        attachments = [self._annex(annex) for annex in report.annexes]
        self._unplaced(doc)
        if attachments:
            element("attachments", doc).extend(attachments)

    def _cover(self, doc: etree._Element) -> None:
        masthead = self._report.masthead
        cover = element("container", element("coverPage", doc), name="masthead")
        marks = dict(self._report.masthead_marks)
        agenda, _, topic = (masthead.agenda_item or "").partition("\n")
        for name, words in (
            ("organ", masthead.organ),
            ("symbol", " – ".join(masthead.symbols) or masthead.symbol),
            ("distribution", masthead.distribution),
            ("date", masthead.date),
            ("originalLanguage", masthead.original_language),
            ("session", masthead.session),
            ("placeAndDates", masthead.place_and_dates),
            ("agendaItem", agenda),
            ("agendaItem", topic),
            ("jobNumber", masthead.job_number),
        ):
            if not words:
                continue
            line = element("p", cover, **{"class": name})
            if name == "date":
                add_text(element("docDate", line, date=words), self._date(words))
            elif name == "symbol":
                add_text(element("docNumber", line), words)
            else:
                add_text(line, words)
            for anchor in [anchor for anchor in marks if anchor and words.endswith(anchor)]:
                self._text.point(line, marks.pop(anchor), "masthead")
        for mark in marks.values():
            self._text.point(element("p", cover), mark, "masthead")
        _filled(cover)

    def _date(self, iso: str) -> str:
        return written_date(iso) if self._report.masthead.language == "en" else iso

    def _preface(self, doc: etree._Element) -> None:
        report, masthead = self._report, self._report.masthead
        preface = element("preface", doc)
        if masthead.title:
            add_text(element("docTitle", element("p", preface)), masthead.title)
        if masthead.subtitle:
            add_text(element("p", preface, **{"class": "subtitle"}), masthead.subtitle)
        if report.summary:
            self._blocks(element("container", preface, name="summary"), report.summary, "summary")
        if report.front_matter:
            before = element("container", preface, name="frontMatter")
            self._blocks(before, report.front_matter, "front-matter")
        if not len(preface):
            doc.remove(preface)

    def _annex(self, annex: Annex) -> etree._Element:
        attachment = element("attachment", None, **self._named(annex.id))
        add_text(element("num", attachment), annex.label)
        self._heading(attachment, annex.title, annex.id)
        doc = element("doc", attachment, name="annex")
        doc.append(meta(self._report.masthead, annex.id))
        body = element("mainBody", doc)
        for section in annex.sections:
            self._section(body, section)
        _filled(body)
        return attachment

    def _unplaced(self, doc: etree._Element) -> None:
        """Notes that nothing points to: a problem of the source, but their words are not lost."""
        notes = [note for note in self._report.footnotes if note.id not in self._text.placed]
        if notes:
            rest = element("container", element("conclusions", doc), name="footnotes")
            for note in notes:
                if note.id not in self._text.placed:
                    self._text.note(element("p", rest), note)

    def _section(self, parent: etree._Element, section: Section) -> None:
        node = parent
        # Text before any heading stands in the body itself.
        if section.label or section.title or tag_of(parent) != "mainBody":
            node = element("section", parent, **self._named(section.id))
            if section.label:
                add_text(element("num", node), _label(section.label))
            self._heading(node, section.title, section.id)
            below = bool(section.paragraphs or section.sections)
            if section.passages:
                blocks = element("intro" if below else "content", node)
                self._blocks(blocks, section.passages, section.id)
        else:
            self._blocks(node, section.passages, section.id)
        for paragraph in section.paragraphs:
            self._paragraph(node, paragraph)
        for child in section.sections:
            self._section(node, child)

    def _heading(self, node: etree._Element, title: Inlines, holder: str) -> None:
        if title:
            self._text.write(element("heading", node), title, holder)

    def _paragraph(self, parent: etree._Element, paragraph: Paragraph) -> None:
        node = element("paragraph", parent, **self._named(paragraph.id))
        num = element("num", node)
        add_text(num, f"{paragraph.number}.")
        if paragraph.origin is Origin.RESTORED:
            num.set("status", "editorial")
        self._content(node, paragraph.content, paragraph.id)

    def _content(self, node: etree._Element, content: Sequence[Content], holder: str) -> None:
        """Text before members is `intro`, behind them `wrapUp`, between them a container."""
        members = frozenset(entry.id for entry in content if isinstance(entry, Subparagraph))
        runs = _runs(content)
        for index, run in enumerate(runs):
            if isinstance(run, Subparagraph):
                member = element("subparagraph", node, **self._named(run.id))
                add_text(element("num", member), run.marker)
                self._content(member, run.content, run.id)
            else:
                self._blocks(_place(node, index, len(runs)), run, holder, members)
        if not runs:
            element("p", element("content", node))

    def _blocks(
        self,
        node: etree._Element,
        blocks: Sequence[Passage | Table | Figure],
        holder: str,
        members: frozenset[str] | None = None,
    ) -> None:
        for entry in blocks:
            if isinstance(entry, Passage):
                self._text.write(element("p", node), entry.inlines, holder, members)
            elif isinstance(entry, Table):
                self._table(node, entry, holder)
            else:
                self._figure(node, entry, holder)

    def _figure(self, node: etree._Element, figure: Figure, holder: str) -> None:
        size = {"width": str(figure.width), "height": str(figure.height)}
        shown = element("p", node, **{"class": "figure"})
        element("img", shown, src=figure.picture.name, alt=figure.alt, **size)
        if figure.caption:
            self._text.write(element("p", node, **{"class": "caption"}), figure.caption, holder)

    def _table(self, node: etree._Element, table: Table, holder: str) -> None:
        rows = [row for row in table.rows if row]
        if not rows:
            return
        grid = element("table", node)
        for index, row in enumerate(rows):
            line = element("tr", grid)
            for cell in row:
                place = element("td" if index else "th", line)
                self._text.write(element("p", place), cell, holder)

    def _named(self, identifier: str) -> dict[str, str]:
        former = self._former.get(identifier)
        return {"eId": self._ids[identifier], **({"wId": former} if former else {})}


def _label(label: str) -> str:
    return label if label.startswith("(") else f"{label}."


def _runs(content: Sequence[Content]) -> list[Subparagraph | list[Passage | Table | Figure]]:
    """Members, and the blocks that stand together before, between and behind them."""
    runs: list[Subparagraph | list[Passage | Table | Figure]] = []
    for entry in content:
        if isinstance(entry, Subparagraph):
            runs.append(entry)
        elif runs and isinstance(runs[-1], list):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _place(node: etree._Element, index: int, count: int) -> etree._Element:
    if count == 1:
        return element("content", node)
    if index == 0:
        return element("intro", node)
    if index == count - 1:
        return element("wrapUp", node)
    return element("content", element("hcontainer", node, name="passage"))


def _filled(node: etree._Element) -> None:
    """The schema allows no empty body and no empty container."""
    if not len(node):
        element("p", node)
