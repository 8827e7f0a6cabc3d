"""Who cites a report: on its front page, and at each paragraph that is cited by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from pilcrow.site.addresses import address
from pilcrow.site.citations import Citation, CitingWords
from pilcrow.site.held import Edition, Held

_LISTED = 10
"""Reports that a front page names; the others are folded away."""
_LISTED_HERE = 3
"""Citations that a paragraph names; the others are folded away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingReport:
    """A report of the library that cites another, with the words that do."""

    edition: Edition
    words: tuple[CitingWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedBy:
    """Who cites one report."""

    reports: tuple[CitingReport, ...] = ()
    """By symbol; of a report in several languages one edition, this one's where it is there."""
    by_place: Mapping[str, tuple[CitingReport, ...]] = field(default_factory=dict)
    """The same for each id of the report that is cited by name."""


def cited_by(citations: Mapping[str, Iterable[Citation]], library: Held) -> Mapping[str, CitedBy]:
    """Who cites each report, by its folder; reports that nobody cites are left out.

    The work grows with the citations, not with pages times reports.

    Args:
        citations: of each report by its folder.
        library: the documents of the library.
    """
    citing: dict[str, dict[str, dict[str, CitingReport]]] = {}
    own = {
        edition.report.folder: edition
        for spoken in library.editions.values()
        for edition in spoken.values()
    }
    for folder, cited in citations.items():
        source = own.get(folder)
        if source is None:
            continue
        for citation in cited:
            for target in library.editions.get(citation.symbol, {}).values():
                if not citation.verified or target.symbol == source.symbol:
                    continue
                spoken = citing.setdefault(target.report.folder, {}).setdefault(source.symbol, {})
                known = spoken.get(source.language)
                words = (*(known.words if known else ()), *citation.words)
                spoken[source.language] = CitingReport(edition=source, words=words)
    return {
        folder: _of(own[folder], tuple(_in_language(spoken, own[folder].language)))
        for folder, spoken in citing.items()
    }


def _in_language(
    citing: Mapping[str, Mapping[str, CitingReport]], language: str
) -> Iterator[CitingReport]:
    for symbol in sorted(citing):
        spoken = citing[symbol]
        yield spoken.get(language) or spoken.get("en") or spoken[min(spoken)]


def _of(edition: Edition, reports: tuple[CitingReport, ...]) -> CitedBy:
    places: dict[str, list[CitingReport]] = {}
    for report in reports:
        here: dict[str, list[CitingWords]] = {}
        for words in report.words:
            named = (edition.place((target,)) for target in words.places)
            for place in dict.fromkeys(name for name in named if name is not None):
                here.setdefault(place, []).append(words)
        for place, own in here.items():
            found = CitingReport(edition=report.edition, words=tuple(own))
            places.setdefault(place, []).append(found)
    return CitedBy(
        reports=reports, by_place={place: tuple(found) for place, found in places.items()}
    )


def add_cited_by(root: Element, path: str, cited: CitedBy) -> None:
    """Add to a front page, behind its contents, the reports that cite this one."""
    contents = next((each for each in root if each.get("class") == "contents"), None)
    if contents is None or not cited.reports:
        return
    section = Element("section", {"class": "cited-by", "aria-labelledby": "cited-by"})
    section.tail = "\n"
    SubElement(section, "h2", {"id": "cited-by"}).text = "Cited by"
    count = len(cited.reports)
    lead = SubElement(section, "p")
    lead.text = f"{count} other {'report' if count == 1 else 'reports'} of this library"
    _list(section, [_front_entry(path, report) for report in cited.reports], _LISTED)
    root.insert(list(root).index(contents) + 1, section)


def add_cited_here(root: Element, path: str, cited: CitedBy) -> None:
    """Add to each paragraph that other reports cite by its number a line that names them.

    A subparagraph that is cited counts for its paragraph.
    """
    if not cited.by_place:
        return
    for paragraph in root.iter("div"):
        if paragraph.get("class", "").split()[:1] != ["para"]:
            continue
        names = [one for each in paragraph.iter() if (one := each.get("id")) in cited.by_place]
        reports = _together(report for name in names for report in cited.by_place[str(name)])
        if reports:
            # No landmark: a page may hold fifty of them.
            line = SubElement(paragraph, "aside", {"class": "cited-here", "role": "note"})
            line.set("aria-label", "Cited by other reports")
            line.text = "Cited in "
            _in_line(line, path, reports)


def _together(reports: Iterable[CitingReport]) -> list[CitingReport]:
    by_symbol: dict[str, CitingReport] = {}
    for report in reports:
        known = by_symbol.get(report.edition.symbol)
        words = tuple(dict.fromkeys((*(known.words if known else ()), *report.words)))
        by_symbol[report.edition.symbol] = CitingReport(edition=report.edition, words=words)
    return list(by_symbol.values())


def _in_line(line: Element, path: str, reports: Sequence[CitingReport]) -> None:
    holder = line
    for count, report in enumerate(reports):
        if count == _LISTED_HERE:
            holder = SubElement(line, "details")
            SubElement(holder, "summary").text = f"{len(reports) - count} more"
        numbers = list({words.paragraph: words for words in report.words}.values())
        label = "para." if len(numbers) == 1 else "paras."
        for words in numbers:
            link = SubElement(holder, "a", _to(path, report.edition, words))
            link.text = words.number
            link.tail = ", "
            if words is numbers[0]:
                link.text = f"{report.edition.symbol}, {label} {words.number}"
        last = count + 1 in {len(reports), _LISTED_HERE}
        link.tail = "" if last else "; "


def _front_entry(path: str, report: CitingReport) -> Element:
    entry = Element("li")
    edition = report.edition
    link = SubElement(entry, "a", {"href": address(path, edition.report.front.path)})
    link.text = edition.symbol
    link.tail = f" {edition.title}, "
    numbers = {words.paragraph: words for words in report.words}
    for count, words in enumerate(numbers.values()):
        if not count:
            link.tail += "para. " if len(numbers) == 1 else "paras. "
        else:
            link.tail = ", "
        link = SubElement(entry, "a", _to(path, edition, words))
        link.text = words.number
        link.set("aria-label", f"{edition.symbol}, paragraph {words.number}")
    return entry


def _to(path: str, edition: Edition, words: CitingWords) -> dict[str, str]:
    front = address(path, edition.report.front.path)
    return {"href": edition.address(path, (words.paragraph,)) or front}


def _list(section: Element, entries: Sequence[Element], shown: int) -> None:
    SubElement(section, "ul").extend(entries[:shown])
    if len(entries) > shown:
        more = SubElement(section, "details")
        SubElement(more, "summary").text = f"{len(entries) - shown} more"
        SubElement(more, "ul").extend(entries[shown:])
