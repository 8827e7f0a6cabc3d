"""Reads the head of page 1 into fields, and the summary.

The masthead is known by what its lines say, not by where a converter put them: "Distr.",
"Original", the session, the agenda item. What is none of these is kept as front matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pilcrow.model import Masthead, Passage, Place, Text, plain
from pilcrow.passes.body import body_start
from pilcrow.readers.lines import Line, LineKind
from pilcrow.readers.markdown_inline import read_inlines

_SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.\-]+(?:\s?\([A-Za-z0-9. ]+\))?)+\*{0,2}"
_SYMBOLS = re.compile(rf"(?:United Nations\s+)?(?P<all>{_SYMBOL}(?:\s*[–—-]\s*{_SYMBOL})*)")
_MONTHS = {
    name: number
    for names in (
        "January February March April May June July August September October November December",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:er|\.)?\s+(?:de\s+)?(?P<month>{_MONTH})\s+(?:de\s+)?(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_DISTRIBUTION = re.compile(
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
    rf"[A-Z][^\d]{{2,60}},\s+\d{{1,2}}\b.*(?:{_MONTH})\b.*\d{{4}}", re.IGNORECASE
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
_FOOTNOTE = re.compile(r"<sup>|\[\^")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The masthead's fields, the summary, what else stands before the body, and the body."""

    masthead: Masthead
    marks: tuple[tuple[str, str], ...]
    """Footnote marks in the masthead or title: the words each stands behind, and the mark."""
    accounted: tuple[tuple[str, Place], ...]
    """Every line of the masthead with its place, for the ledger."""
    summary: tuple[Passage, ...]
    front_matter: tuple[Passage, ...]
    body: tuple[Line, ...]


def own_symbol(lines: Sequence[Line]) -> str | None:
    """The report's own symbol: a line before the body that holds only it."""
    for line in lines[: max(1, body_start(lines))]:
        if match := _SYMBOLS.fullmatch(_words(line)):
            return split_symbols(match["all"])[0]
    for line in lines:
        if (match := _SYMBOLS.fullmatch(_words(line))) and _near_distribution(lines, line):
            return split_symbols(match["all"])[0]
    return None


def split_symbols(printed: str) -> tuple[str, ...]:
    """ "A/80/62–E/2025/12" to its symbols; spaces and the asterisk of a reissue are dropped."""
    parts = re.split(r"\s*[–—]\s*|(?<=\d)-(?=[A-Z]{1,5}/)", printed)
    return tuple(re.sub(r"[\s*]", "", part) for part in parts if part.strip())


def read_head(lines: Sequence[Line], *, symbol: str | None, job_number: str | None) -> Head:
    """Split the lines into masthead, summary, front matter and body."""
    start = body_start(lines)
    fields = _Fields()
    body = tuple(fields.without_stray(lines[start:]))
    fields.read(lines[:start])
    symbols = fields.symbols or ((symbol,) if symbol else ())
    masthead = replace(
        fields.masthead(),
        symbol=symbols[0] if symbols else None,
        symbols=symbols,
        job_number=job_number,
    )
    return Head(
        masthead=masthead,
        marks=tuple(fields.marks),
        accounted=tuple(fields.accounted),
        summary=tuple(fields.summary),
        front_matter=tuple(fields.front_matter),
        body=(*fields.notes, *body),
    )


def _words(line: Line) -> str:
    return plain(read_inlines([(line.markup, line.place)])).strip("* ").strip()


def _near_distribution(lines: Sequence[Line], line: Line) -> bool:
    index = lines.index(line)
    return any(
        _DISTRIBUTION.fullmatch(_words(other)) for other in lines[max(0, index - 4) : index + 4]
    )


class _Fields:
    """Takes the lines of a masthead one by one and sorts them into fields."""

    def __init__(self) -> None:
        self.symbols: tuple[str, ...] = ()
        self.marks: list[tuple[str, str]] = []
        self.accounted: list[tuple[str, Place]] = []
        self.summary: list[Passage] = []
        self.front_matter: list[Passage] = []
        self.notes: list[Line] = []
        self._values: dict[str, str] = {}
        self._titles: list[str] = []
        self._organs: list[str] = []
        self._subtitle: list[str] = []
        self._open: str | None = None

    def masthead(self) -> Masthead:
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
        for index, line in enumerate(lines):
            if _FOOTNOTE.match(line.markup):
                self.notes.append(line)
                self._open = None
                continue
            words = self._without_mark(_words_with_mark(line))
            self._sort(line, words, following=lines[index + 1] if index + 1 < len(lines) else None)

    def without_stray(self, lines: Sequence[Line]) -> Iterator[Line]:
        """Take the masthead lines that a converter put into the body; give back the others."""
        marked = [
            line.place.line
            for line in lines
            if line.gap and line.gap_after and _DISTRIBUTION.fullmatch(_words(line))
        ]
        for line in lines:
            near = any(abs(number - line.place.line) <= _STRAY_REACH for number in marked)
            alone = line.gap and line.gap_after and len(line.markup) <= len("ORIGINAL: ENGLISH/FRENCH")
            if not (near and alone and self._distribution(line, _words(line))):
                yield line

    def _without_mark(self, words: str) -> str:
        if match := re.search(r"(?<=\w)\s?(\*{1,3})$", words):
            self.marks.append((words[: match.start()], match[1]))
            return words[: match.start()]
        return words

    def _keep(self, line: Line) -> None:
        self.accounted.append((line.markup, line.place))

    def _distribution(self, line: Line, words: str) -> bool:
        """Symbol, distribution, date and original language: the right side of a masthead."""
        remaining = words
        if remaining == "United Nations":
            remaining = ""
        if match := _SYMBOLS.fullmatch(remaining):
            if not self.symbols:
                self.symbols = split_symbols(match["all"])
            remaining = ""
        if match := _DISTRIBUTION.match(remaining):
            if match["kind"]:
                self._values.setdefault("distribution", match["kind"].capitalize())
            remaining = remaining[match.end() :]
        if _KIND.fullmatch(remaining):
            self._values.setdefault("distribution", remaining.capitalize())
            remaining = ""
        if match := _DATE.match(remaining):
            self._values.setdefault("date", _iso(match))
            remaining = remaining[match.end() :].strip()
        if match := _ORIGINAL.match(remaining):
            self._language(match["language"])
            remaining = remaining[match.end() :]
        elif remaining.lower() in _LANGUAGE_CODES:
            self._language(remaining)
            remaining = ""
        if remaining.strip():
            return False
        self._keep(line)
        return True

    def _language(self, name: str) -> None:
        code = _LANGUAGE_CODES.get(re.split(r"[/, ]", name.strip().lower())[0])
        if code:
            self._values.setdefault("original_language", code)

    def _sort(self, line: Line, words: str, *, following: Line | None) -> None:
        heading = line.kind is LineKind.HEADING or (words.isupper() and len(words.split()) > 3)
        if heading or line.gap:
            if self._open != "summary":
                self._open = None if self._open != "title" or heading else None
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
            and (heading or len(words.split()) <= 12)
            and self._open != "summary"
        )

    def _set(self, field: str, line: Line, words: str) -> None:
        self._keep(line)
        self._values.setdefault(field, words)
        if field == "session" and self._organs:
            self._values.setdefault("organ", self._organs[-1])

    def _passage(self, line: Line) -> None:
        passages = self.summary if self._open == "summary" else self.front_matter
        inlines = read_inlines([(line.markup, line.place)])
        if passages and not line.gap and line.kind is LineKind.TEXT:
            space = Text(value=" ", place=line.place)
            passages[-1] = replace(
                passages[-1], inlines=(*passages[-1].inlines, space, *inlines)
            )
        else:
            passages.append(Passage(inlines=inlines, place=line.place))


def _words_with_mark(line: Line) -> str:
    """The words of a line with a footnote mark at its end as plain asterisks."""
    markup = re.sub(r"<sup>\s*(\\?\*+)\s*</sup>", r"\1", line.markup)
    return plain(read_inlines([(markup, line.place)]))


def _iso(match: re.Match[str]) -> str:
    month = _MONTHS[match["month"].lower()] if match["month"].lower() in _MONTHS else None
    if month is None:
        month = _MONTHS[match["month"].capitalize()]
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}"
