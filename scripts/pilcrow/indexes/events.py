"""Recognises dated events: what was held, launched or issued, and when, as the text says.

A date counts with at least its month; a year alone only where it stands right behind "held",
"established" and the like ("held in 2021"): nearly every sentence of a report says "in 2023". The
day on which a figure holds ("as at 23 January 2024") and the period covered ("between February
2023 and February 2024") are no events.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pilcrow.indexes.model import Found
from pilcrow.indexes.rule_names import DAYS, MONTH, YEAR

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "|".join(_MONTHS)
_JOIN = r"(?:[ ]?[–—-][ ]?|[ ](?:to|and|until)[ ])"
_Y = r"(?:1[89]|20)\d\d"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    # 29 November to 1 December 2023, 30 December 2023 to 2 January 2024
    (?P<d1>\d{{1,2}})[ ](?P<m1>{_MONTH})(?:[ ](?P<y1>{_Y})(?![ ]and[ ]))?{_JOIN}
    (?P<d2>\d{{1,2}})[ ](?P<m2>{_MONTH})[ ](?P<y2>{_Y})
    # 12 to 16 June, 12 to 16 June 2023, 4 and 5 May 2023
    | (?P<r1>\d{{1,2}}){_JOIN}(?P<r2>\d{{1,2}})[ ](?P<rm>{_MONTH})(?:,?[ ](?P<ry>{_Y}))?
    # 18 October 2023
    | (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ ](?P<m>{_MONTH})(?:,?[ ](?P<y>{_Y}))?
    # October 18, 2023
    | (?P<am>{_MONTH})[ ](?P<ad>\d{{1,2}}),[ ](?P<ay>{_Y})
    # October and November 2023, October 2022 to November 2023
    | (?P<n1>{_MONTH})(?:[ ](?P<ny1>{_Y}))?{_JOIN}(?P<n2>{_MONTH})[ ](?P<ny>{_Y})
    # October 2023
    | (?P<om>{_MONTH})[ ](?P<oy>{_Y})
    )(?![\w/]|,\d|-\d)""",
    re.VERBOSE,
)
_YEAR_ONLY = re.compile(
    r"\b(?:held|established|adopted|launched|created|founded|convened|conducted|concluded|signed"
    r"|organized|opened|inaugurated|hosted) in (?P<year>(?:1[89]|20)\d\d)"
    r"(?:(?: and |–| to )(?P<last>(?:1[89]|20)\d\d))?(?![\w/]|,\d|-\d|–)"
)
# What stands before a date that tells a state of things, a period or a deadline.
_NO_EVENT = re.compile(
    r"(?:\b(?:as (?:at|of|from)|up to|until|till|since|by|before|prior to|after|dated|effective"
    r"|the period|covering|beginning|ending|ended|end of|from|between|through|throughout|during"
    r"|late|early|mid-|to date|remaining|expire[sd]? (?:on|in)|for)(?: the)?(?: end of)?) $",
    re.IGNORECASE,
)
_OF_A_DOCUMENT = re.compile(
    r"\b(?:resolutions?|decisions?|reports?|letters?|notes?|statements?|laws?|acts?|conventions?"
    r"|protocols?|memorand(?:um|a)|decrees?|directives?|regulations?|judge?ments?|declarations?"
    r"|treat(?:y|ies)|constitution|agreements?|accords?|pacts?|exchange)\b"
    r"(?:[^.;]|\bNos?\.){0,60} of $",
    re.IGNORECASE,
)
_OF_A_FURTHER = re.compile(r"\)(?:,| and|, and)(?: of)? $")
# "The February 1994 agreement" is a document too.
_DOCUMENT_BEHIND = re.compile(
    r"(?: [a-z][\w-]*){0,2} (?:agreements?|reports?|letters?|papers?|accords?|resolutions?"
    r"|decisions?|declarations?|communiqu[eé]s?|statements?|laws?|protocols?)\b"
)
_SYMBOL_BEHIND = re.compile(r" \((?:see )?[A-Z]{1,5}/")
_CITED_BEFORE = re.compile(r"(?:[”\"]|\b(?:[Nn]os?\. |[Vv]ol\. |Rev\.)\d+|\bISBN \S+), $")
_CITED_BEHIND = re.compile(r"(?:\.|;|,? (?:pp?\.|para)|$)")
"""What makes a date that of a document: "resolution 757 (1992) of 30 May 1992"."""
_RANGE_BEFORE = re.compile(r"\b(?:from|between)(?: the)? $", re.IGNORECASE)
_RANGE_BEHIND = re.compile(rf" (?:to|and|until|through) (?:\d{{1,2}} )?(?:{_MONTH})\b")
_PERIOD = re.compile(
    r"\b(?:period|covers|covering|year|activities|mandate|extended|extend|reporting|information)"
    r"[^.;]{0,80}$",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"\b(?:held|took place|taking place|convened|conven\w+|met|organized|meet\w*|session|visit\w*"
    r"|conference|workshops?|forum|summit|mission|conducted|seminars?|training|symposium|congress"
    r"|event|trip|elections?|consultations?|dialogue|round tables?|webinars?|course)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<!\bno)(?<!\bNo)(?<!\bpara)(?<!\bparas)(?<!\bMr)(?<!\bMs)(?<!\b[A-Z])[.;:?!] (?=[A-Z\"“(])"
)
_MOST_WORDS = 18
_LEAST_BEHIND = 6
_LONG = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class _When:
    start: str
    end: str
    rule: str


def find_events(text: str) -> Iterator[Found]:
    """The dated events of a text, in order of their dates' places.

    The words of a find are the date with the words around it that say what happened. Fields:
    `start` and `end` as ISO 8601 as exact as the text is (`2023-10-23`, `2023-10`, `2021`), `end`
    only where another; and `date`, the date as printed.
    """
    dates = list(_DATE.finditer(text))
    for index, match in enumerate(dates):
        when = _when(match, dates[index + 1 :])
        if when is None or not _is_event(text, match, when):
            continue
        start, end = _clause(text, match.start(), match.end())
        for one in _apart(text, match, when):
            yield _found(text, start, end, match.span(), one)
    for match in _YEAR_ONLY.finditer(text):
        start, end = _clause(text, match.start(), match.end())
        year = (match.start("year"), match.end("last") if match["last"] else match.end("year"))
        when = _When(start=match["year"], end=match["last"] or "", rule=YEAR)
        yield _found(text, start, end, year, when)


def _apart(text: str, match: re.Match[str], when: _When) -> tuple[_When, ...]:
    """Two dates where "and" joins what is no range: "on 21 and 23 November".

    One day, or month, behind the other is a range also with "and".
    """
    joined = " and " in match[0] and not _RANGE_BEFORE.search(
        text[max(0, match.start() - 20) : match.start()]
    )
    if not joined or not when.end or _follows(when.start, when.end):
        return (when,)
    return (
        _When(start=when.start, end="", rule=when.rule),
        _When(start=when.end, end="", rule=when.rule),
    )


def _follows(first: str, last: str) -> bool:
    """Whether a day or month is the next one."""
    if len(first) == len("2023-10-23"):
        return date.fromisoformat(last) - date.fromisoformat(first) == timedelta(days=1)
    (year, month), (last_year, last_month) = (map(int, one.split("-")) for one in (first, last))
    return (last_year - year) * 12 + last_month - month == 1


def _found(text: str, start: int, end: int, date: tuple[int, int], when: _When) -> Found:
    fields = {"start": when.start, "date": text[date[0] : date[1]]}
    if when.end and when.end != when.start:
        fields["end"] = when.end
    return Found(
        start=start,
        end=end,
        name=text[start:end],
        rule=when.rule,
        group=when.start[:4],
        fields=fields,
    )


def _when(match: re.Match[str], following: list[re.Match[str]]) -> _When | None:
    """The date as ISO 8601; None where it is none, or its year is not said."""
    part = match.groupdict()
    if part["d1"]:
        year = part["y1"] or part["y2"]
        return _days((year, part["m1"], part["d1"]), (part["y2"], part["m2"], part["d2"]))
    if part["r1"]:
        given = part["ry"] or _next_year(match, following)
        return _days((given, part["rm"], part["r1"]), (given, part["rm"], part["r2"]))
    if part["d"]:
        given = part["y"] or _next_year(match, following)
        return _days((given, part["m"], part["d"]), None)
    if part["ad"]:
        return _days((part["ay"], part["am"], part["ad"]), None)
    if part["n1"]:
        first = f"{part['ny1'] or part['ny']}-{_MONTHS[part['n1']]:02}"
        return _When(start=first, end=f"{part['ny']}-{_MONTHS[part['n2']]:02}", rule=MONTH)
    return _When(start=f"{part['oy']}-{_MONTHS[part['om']]:02}", end="", rule=MONTH)


def _next_year(match: re.Match[str], following: list[re.Match[str]]) -> str:
    """The year of the date that this one is joined to: "from 12 to 16 June and from 4 to …2023"."""
    end = match.end()
    for other in following:
        between = match.string[end : other.start()]
        if not re.fullmatch(r"(?:,| and|, and| or)(?: from| on| between)? ", between):
            return ""
        year = other["ry"] or other["y"] or other["y2"]
        if year:
            return str(year)
        end = other.end()
    return ""


def _days(first: tuple[str, str, str], last: tuple[str, str, str] | None) -> _When | None:
    start = _iso(*first)
    end = _iso(*last) if last else ""
    if start is None or end is None or (end and end < start):
        return None
    return _When(start=start, end=end, rule=DAYS)


def _iso(year: str, month: str, day: str) -> str | None:
    """The day as ISO 8601; None where no calendar has it, or the year is not known."""
    number = _MONTHS[month]
    if not year or not 1 <= int(day) <= calendar.monthrange(int(year), number)[1]:
        return None
    return f"{year}-{number:02}-{int(day):02}"


def _is_event(text: str, match: re.Match[str], when: _When) -> bool:
    before = text[max(0, match.start() - 120) : match.start()]
    if before.endswith("("):
        # "(20 October 1999)" is a document's date.
        return False
    if _RANGE_BEFORE.search(before):
        days = when.rule == DAYS and bool(when.end)
        clause = text[max(0, match.start() - 240) : match.end() + 80]
        return days and bool(_HAPPENING.search(clause)) and not _PERIOD.search(before)
    if _NO_EVENT.search(before) or _OF_A_DOCUMENT.search(before):
        return False
    if before.endswith("the ") and _DOCUMENT_BEHIND.match(text, match.end()):
        return False
    if _OF_A_FURTHER.search(before) and _SYMBOL_BEHIND.match(text, match.end()):
        # As in "my reports of 9 May 1994 (S/1994/555) and 1 December 1994 (S/1994/1389)".
        return False
    return not (_CITED_BEFORE.search(before) and _CITED_BEHIND.match(text, match.end()))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The words around a date that say what happened: 18 of its sentence, those before it first."""
    first, last = max(0, start - _LONG), min(len(text), end + _LONG)
    for stop in _SENTENCE_END.finditer(text, first, start):
        first = stop.end()
    stop_behind = _SENTENCE_END.search(text, end, last)
    last = stop_behind.start() if stop_behind else last
    words_before = list(re.finditer(r"\S+", text[first:start]))
    words_behind = list(re.finditer(r"\S+", text[end:last]))
    if len(words_before) > _MOST_WORDS:
        first += words_before[-_MOST_WORDS].start()
    elif words_before:
        first += words_before[0].start()
    else:
        first = start
    room = max(_LEAST_BEHIND, _MOST_WORDS - len(words_before))
    chosen = words_behind[:room]
    last = end + chosen[-1].end() if chosen else end
    while last > end and text[last - 1] in " ,;:.(":
        last -= 1
    return first, last
