"""Sorts the lines of a masthead into fields.

Each field is known by what its line says: "Distr.", "Original", the session, the agenda item.
What is none of these is kept as front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pilcrow.model import Masthead, Passage, Place, Table, plain
from pilcrow.passes.dates import DATE, MONTH, iso_date
from pilcrow.passes.items import joined
from pilcrow.readers.lines import Line, LineKind
from pilcrow.readers.markdown import blocks
from pilcrow.readers.markdown_inline import read_inlines
from pilcrow.references import split_symbols

_SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.\-]+(?:\s?\([A-Za-z0-9. ]+\))?)+\*{0,2}"
SYMBOLS = re.compile(rf"(?:United Nations\s+)?(?P<all>{_SYMBOL}(?:\s*[–—-]\s*{_SYMBOL})*)")
DISTRIBUTION = re.compile(
    r"Distr(?:\.|ibution)?\s*:?\s*(?P<kind>general|limited|restricted|générale|limitée|общая)?\s*",
    re.IGNORECASE,
)
_KIND = re.compile(r"general|limited|restricted|générale|limitée|restreinte|общая", re.IGNORECASE)
_ORIGINAL = re.compile(r"Original\s*:\s*(?P<language>[\w/, ]*)", re.IGNORECASE)
_LANGUAGE_CODES = {
    "english": "en",
    "french": "fr",
    "spanish": "es",
    "russian": "ru",
    "arabic": "ar",
    "chinese": "zh",
    "anglais": "en",
    "français": "fr",
    "inglés": "en",
    "español": "es",
    "английский": "en",
}
_SESSION = re.compile(r"(?:\S+\s+){1,6}session", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\w*th|\w*ieth|\d+)\b",
    re.IGNORECASE,
)
_PLACE_AND_DATES = re.compile(
    rf"[A-Z][^\d]{{2,60}},\s+\d{{1,2}}\b.*(?:{MONTH})\b.*\d{{4}}", re.IGNORECASE
)
_AGENDA = re.compile(r"(?:Agenda items?|Items?)\s+\d+", re.IGNORECASE)
_ORGAN = re.compile(
    r"(?:General Assembly|Security Council|.*\bCouncil|.*\bCommission\b.*|.*\bCommittee\b.*"
    r"|.*\bConference of\b.*|.*\bBoard\b.*|Trusteeship Council|.*\bWorking Group\b.*)"
)
_SUBTITLE = re.compile(
    r"(?:Report|Note|Letter|Comments|Statement|Memorandum|Rapport|Informe|Доклад)\s+"
    r"(?:of|by|from|submitted|prepared|du|del|de la)\b.*|\(.*\)",
    re.IGNORECASE,
)
_SUMMARY = re.compile(r"Summary|Résumé|Resumen|Резюме", re.IGNORECASE)
_STRAY_REACH = 14
"""Lines around a stray "Distr." in which the rest of a masthead may stand."""
_FOOTNOTE = re.compile(r"<sup>|\[\^|(?:\\\*)+\s")
_SHORTEST_UPPER_TITLE = 4
"""Words; a shorter line in capitals may be a name."""
_LONGEST_ORGAN = 12


def words_of(line: Line) -> str:
    """The plain words of a line, without asterisks at its ends."""
    return plain(read_inlines([(line.markup, line.place)])).strip("* ").strip()


class MastheadFields:
    """Takes the lines of a masthead one by one and sorts them into fields."""

    def __init__(self) -> None:
        """Begin with no field filled."""
        self.symbols: tuple[str, ...] = ()
        self.marks: list[tuple[str, str]] = []
        self.accounted: list[tuple[str, Place]] = []
        self.summary: list[Passage] = []
        self.front_matter: list[Passage | Table] = []
        self.notes: list[Line] = []
        self._values: dict[str, str] = {}
        self._titles: list[str] = []
        self._organs: list[str] = []
        self._subtitle: list[str] = []
        self._open: str | None = None

    def masthead(self) -> Masthead:
        """The fields taken so far; one that no line gave is None."""
        values = self._values
        titles, subtitles = self._titles, self._subtitle
        if not titles:
            titles, subtitles = subtitles[:1], subtitles[1:]
        title = " ".join(titles) or None
        subtitle = " ".join(subtitles) or None
        return Masthead(
            symbols=self.symbols,
            organ=values.get("organ") or (self._organs[0] if self._organs else None),
            session=values.get("session"),
            place_and_dates=values.get("place_and_dates"),
            agenda_item=values.get("agenda_item"),
            distribution=values.get("distribution"),
            date=values.get("date"),
            original_language=values.get("original_language"),
            title=title,
            subtitle=subtitle,
        )

    def read(self, lines: Sequence[Line]) -> None:
        """Sort the lines before the body; footnotes among them are kept apart."""
        rows: list[Line] = []
        for line in lines:
            if line.kind is LineKind.ROW:
                rows.append(line)
                continue
            self._add_tables(rows)
            if _FOOTNOTE.match(line.markup):
                self.notes.append(line)
                self._open = None
            else:
                self._sort(line, self._without_mark(_words_with_mark(line)))
        self._add_tables(rows)

    def _add_tables(self, rows: list[Line]) -> None:
        tables = (block.table for block in blocks(rows))
        self.front_matter.extend(table for table in tables if table is not None)
        rows.clear()

    def without_stray(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Take the masthead lines that a converter put into the body; give back the others."""
        marked = [
            line.place.line
            for line in lines
            if line.gap and line.gap_after and DISTRIBUTION.fullmatch(words_of(line))
        ]
        for line in lines:
            near = any(abs(number - line.place.line) <= _STRAY_REACH for number in marked)
            alone = (
                line.gap and line.gap_after and len(line.markup) <= len("ORIGINAL: ENGLISH/FRENCH")
            )
            if not (near and alone and self._distribution(line, words_of(line))):
                yield line

    def _without_mark(self, words: str) -> str:
        if match := re.search(r"(?<=\w)\s?(\*{1,3})$", words):
            self.marks.append((words[: match.start()], match[1]))
            return words[: match.start()]
        return words

    def _keep(self, line: Line) -> None:
        self.accounted.append((line.markup, line.place))

    def _distribution(self, line: Line, words: str) -> bool:
        """Take symbol, distribution, date and original language; False leaves the line."""
        rest = "" if words == "United Nations" else words
        for take in (self._take_symbol, self._take_distribution, self._take_date):
            rest = take(rest)
        rest = self._take_language(rest)
        if rest.strip():
            return False
        self._keep(line)
        return True

    def _take_symbol(self, words: str) -> str:
        match = SYMBOLS.fullmatch(words)
        if match is None:
            return words
        self.symbols = self.symbols or split_symbols(match["all"])
        return ""

    def _take_distribution(self, words: str) -> str:
        if match := DISTRIBUTION.match(words):
            if match["kind"]:
                self._values.setdefault("distribution", match["kind"].capitalize())
            return words[match.end() :]
        if _KIND.fullmatch(words):
            self._values.setdefault("distribution", words.capitalize())
            return ""
        return words

    def _take_date(self, words: str) -> str:
        match = DATE.match(words)
        if match is None:
            return words
        self._values.setdefault("date", iso_date(match))
        return words[match.end() :].strip()

    def _take_language(self, words: str) -> str:
        if match := _ORIGINAL.match(words):
            self._language(match["language"])
            return words[match.end() :]
        if words.lower() in _LANGUAGE_CODES:
            self._language(words)
            return ""
        return words

    def _language(self, name: str) -> None:
        code = _LANGUAGE_CODES.get(re.split(r"[/, ]", name.strip().lower())[0])
        if code:
            self._values.setdefault("original_language", code)

    def _sort(self, line: Line, words: str) -> None:
        heading = line.kind is LineKind.HEADING or (
            words.isupper() and len(words.split()) >= _SHORTEST_UPPER_TITLE
        )
        if heading or (line.gap and self._open != "summary"):
            self._open = None
        if self._open != "summary" and self._distribution(line, words):
            self._open = None
            return
        self._keep_open(line, words, heading=heading)

    def _keep_open(self, line: Line, words: str, *, heading: bool) -> None:
        if _SUMMARY.fullmatch(words):
            self._keep(line)
            self._open = "summary"
        elif self._open == "agenda_item":
            self._keep(line)
            self._join_agenda(words)
        elif _SESSION.fullmatch(words) and _ORDINAL.match(words):
            self._set("session", line, words)
        elif _PLACE_AND_DATES.fullmatch(words) and not self._titles:
            self._set("place_and_dates", line, words)
        elif _AGENDA.match(words) and not self._titles:
            self._set("agenda_item", line, words)
            self._open = "agenda_item"
        elif self._is_organ(words, heading=heading):
            self._keep(line)
            self._organs.append(words)
        elif _SUBTITLE.fullmatch(words) and self._open != "summary":
            self._keep(line)
            self._subtitle.append(words)
        elif heading and not self._subtitle and self._open != "summary":
            self._keep(line)
            self._titles.append(words)
        else:
            self._passage(line)

    def _join_agenda(self, words: str) -> None:
        head, _, tail = self._values["agenda_item"].partition("\n")
        self._values["agenda_item"] = f"{head}\n{tail} {words}" if tail else f"{head}\n{words}"

    def _is_organ(self, words: str, *, heading: bool) -> bool:
        return (
            bool(_ORGAN.fullmatch(words))
            and "agenda_item" not in self._values
            and "session" not in self._values
            and not self._titles
            and not _SUBTITLE.fullmatch(words)
            and (heading or len(words.split()) <= _LONGEST_ORGAN)
            and self._open != "summary"
        )

    def _set(self, field: str, line: Line, words: str) -> None:
        self._keep(line)
        self._values.setdefault(field, words)
        if field == "session" and self._organs:
            self._values.setdefault("organ", self._organs[-1])

    def _passage(self, line: Line) -> None:
        if self._open == "summary" and line.kind is LineKind.HEADING:
            self._open = None
        if self._open == "summary":
            _add_line(self.summary, line)
        else:
            _add_line(self.front_matter, line)


def _add_line(passages: list[Passage] | list[Passage | Table], line: Line) -> None:
    """Add a line to the last passage where no gap stands between, else as a passage of its own."""
    inlines = read_inlines([(line.markup, line.place)])
    last = passages[-1] if passages else None
    if isinstance(last, Passage) and not line.gap and line.kind is LineKind.TEXT:
        passages[-1] = replace(last, inlines=joined(last.inlines, inlines))
    else:
        passages.append(Passage(inlines=inlines, place=line.place))


def _words_with_mark(line: Line) -> str:
    """The words of a line with a footnote mark at its end as plain asterisks."""
    markup = re.sub(r"<sup>\s*(\\?\*+)\s*</sup>", r"\1", line.markup)
    return plain(read_inlines([(markup, line.place)]))
