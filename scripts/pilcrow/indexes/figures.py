"""Recognises key figures: how many of what, shares, and sums of money.

Only numbers in figures count ("23 meetings"); the UN writes those under 10 in words, and most of
these ("two workshops") are no key figures. A number is a figure only with what it counts: years,
dates, numbers of paragraphs, articles, resolutions, symbols and names ("COP 28") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pilcrow.indexes.currencies import CURRENCY_SIGNS, CURRENCY_WORDS
from pilcrow.indexes.model import Found
from pilcrow.indexes.rule_names import COUNT, MONEY, OF_WHICH, SHARE
from pilcrow.references.symbols import find_symbols
from pilcrow.references.web import find_addresses

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])|\d+(?:\.\d+)?"
_SCALE = r"(?: (?P<scale>thousand|million|billion|trillion)\b)?"
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_MONEY = re.compile(
    rf"(?<![\w.,])(?P<sign>{'|'.join(map(re.escape, CURRENCY_SIGNS))})(?= ?\d) ?"
    rf"(?P<number>{_NUMBER}){_SCALE}(?![\w%])"
)
_MONEY_WORDS = re.compile(
    rf"(?<![\w.,/$])(?P<number>{_NUMBER}){_SCALE}"
    rf" (?P<unit>{'|'.join(map(re.escape, CURRENCY_WORDS))})\b"
)
_SHARE = re.compile(rf"(?<![\w.,/$])(?P<number>{_NUMBER}) ?(?P<unit>per cent|%|percent)(?!\w)")
_COUNT = re.compile(rf"(?<![\w.,/:$€£¥])(?<!\D[–-])(?<!^[–-])(?P<number>{_NUMBER}){_SCALE}(?= )")

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE_BEHIND = re.compile(rf"(?: (?:to|and|or|–|-) ?\d{{1,2}})? (?:{_MONTH})\b|[–-]\d")
_DATE_RANGE = re.compile(
    rf" (?:to|and|or) \d{{1,2}} (?:{_MONTH})\b|(?:, \d{{1,2}})+(?:,? and \d{{1,2}})? (?:{_MONTH})\b"
)
# Words before a number that make it the number of something, not how many there are.
_NUMBERED = re.compile(
    rf"(?:\b(?i:(?:paras?|arts?|nos?|vol|chap|sect|pp?|fig)\.|paragraphs?|articles?|annex(?:es)?|"
    rf"chapters?|sections?|parts?|numbers?|items?|sub-items?|goals?|targets?|resolutions?|"
    rf"decisions?|rules?|regulations?|pages?|tables?|figures?|box|boxes|steps?|phases?|"
    rf"indicators?|principles?|recommendations?|schedules?|appendi(?:x|ces)|category|level|type|"
    rf"group|class|grade|sector|route|zone|camp|block|protocol|version|operation|note|footnote)"
    rf"|(?:{_MONTH})(?: \d{{1,2}},?)?|\b[A-Z][A-Z0-9]+) ?$"
)
_LIST_OF_NUMBERS = re.compile(
    r"\b(?:paras?\.|paragraphs?|articles?|arts?\.|goals?|targets?|chapters?|sections?|items?|"
    r"sub-items?|resolutions?|decisions?|rules?|tables?|annexes|recommendations?|principles?|"
    r"pages?|pp\.) ?(?:[\d./]+(?: ?\([a-z0-9]+\))*(?:,| and| or| to|–|-)+ ?)+$",
    re.IGNORECASE,
)
_LIST_OF_YEARS = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?:[–-]|,| and| or| to|, and) ?$")
# "One in 3 women" counts no women, and "aged 65 years" no years.
_ONE_IN = re.compile(
    r"\b(?:one|two|three|four|five|\d{1,2}) (?:in|out of)(?: every)? $", re.IGNORECASE
)
_AGED = re.compile(
    r"\b(?:aged?|ages|under|over|younger than|older than|age of|between)"
    r"(?: (?:of|over|under|between|from|\d{1,3} (?:to|and|or)))* (?:\d{1,3}[–-])?$"
)
_OF_AGE = re.compile(
    r" (?:of age|old|or (?:over|older|more|younger)|and (?:over|older|above|under))\b"
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|by|until|till|during|before|after|from|between|throughout|of|late|early|mid|"
    rf"year|years|fiscal|for|through|and|to|or|than|this|end|the)|(?:{_MONTH})|[A-Z]\w+|\(|,)[ -]?$"
)
_NAMED = re.compile(r"(?:[A-Z][\w’'-]*) $")
_SENTENCE_START = re.compile(r"(?:^|[.;:?!)] )(?:[A-Z]\w*) $")

_QUALIFIER = re.compile(
    r"\b(?P<words>(?:more|less|fewer) than|over|nearly|almost|approximately|about|around|at least"
    r"|at most|up to|some|well over|an estimated|a total of|roughly)(?: a total of)? $",
    re.IGNORECASE,
)
"""What makes a number a bound or an estimate; it belongs to the figure."""
_SIGN = rf"(?:(?:{'|'.join(map(re.escape, CURRENCY_SIGNS))}) ?)?"
# The lower end of a range; "rose from 12 to 15" is none.
_LEAST = (
    re.compile(rf"\b[Bb]etween {_SIGN}(?P<number>{_NUMBER}){_SCALE}(?: per cent| ?%)? and $"),
    re.compile(
        rf"(?<!\bfrom )(?<!\bFrom )(?<![\w.,/:–-]){_SIGN}(?P<number>{_NUMBER}){_SCALE}"
        r"(?: per cent| ?%)?(?: to |[–-])$"
    ),
)
# What is counted: the words behind the number, up to where another thing begins.
_STOP = frozenset(
    "a about above across after against all also although among amongst an and are as at because "
    "been before being below beside between both but by could did do does during each either "
    "expressed for from had has have having he her here his if in include included includes "
    "including into is it its led less may met might more must near nor not of on only or other "
    "out over per received regarding representing reported said scheduled she should since so such "
    "than that the their them then there these they this those through throughout to took toward "
    "towards under until up upon versus via was were what when where which while who whom whose "
    "will with within without would".split()
)
_UNIT_WORD = re.compile(r"(?P<space> )(?P<word>[^\W\d_][\w’'/-]*)(?P<end>[,.;:)\]]?)")
_MOST_WORDS = 5
_UTMOST_WORDS = 8
_PLURALS = frozenset(
    "people women men children staff personnel aircraft police youth troops injured killed dead "
    "wounded media alumni criteria phenomena syllabi kilowatt km kg ha feet teeth sheep cattle "
    "fish livestock police-women policewomen policemen chairmen fishermen".split()
)
_LONGEST_QUALIFIER = 40
_SENTENCE = 600
"""How far a sentence is looked for: no text may make the search long."""
_OUT_OF = re.compile(r" (?:out )?of (?:the |all )?(?=\d)")
_FROM = re.compile(r" from (?:the )?(?=[a-z])")
_UNDER = re.compile(r" (?=(?:under|from|in) the )")
_TIME = re.compile(
    r"(?:(?:reporting|budget|same|current|fiscal|first) )*(?:period|year|biennium)\b"
)
_TIMES = frozenset("a.m p.m am pm hours hour o’clock".split())


def find_figures(text: str) -> Iterator[Found]:
    """The key figures of a text, in order, without overlaps.

    The words of a find are the number with its sign, scale and what it counts. Fields: `number`
    (digits only), `figure` (as printed), `what`, `from` (the lower end of a range; `number` is
    the upper), `qualifier` ("more than"), `currency` for money (ISO 4217), and `year` where the
    sentence names exactly one.
    """
    found: list[Found] = []
    taken = bytearray(len(text))
    for start, end in _not_figures(text):
        taken[start:end] = b"x" * (end - start)
    for match, rule in _matches(text):
        if any(taken[match.start() : match.end()]):
            continue
        taken[match.start() : match.end()] = b"x" * (match.end() - match.start())
        figure = _figure(text, match, rule, found)
        if figure is not None:
            found.append(figure)
    reached = 0
    for one in sorted(found, key=lambda one: one.start):
        # The lower end of a range is no figure of its own.
        if one.start >= reached:
            yield one
            reached = one.end


def _matches(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern in (_MONEY, _MONEY_WORDS):
        for match in pattern.finditer(text):
            yield match, MONEY
    for match in _SHARE.finditer(text):
        yield match, SHARE
    for match in _COUNT.finditer(text):
        yield match, COUNT


def _not_figures(text: str) -> list[tuple[int, int]]:
    """Spans of addresses and symbols."""
    if "/" not in text and "www." not in text:
        return []
    return [
        *((span.start, span.end) for span in find_addresses(text)),
        *((span.start, span.end) for span in find_symbols(text)),
    ]


def _figure(text: str, match: re.Match[str], rule: str, before: list[Found]) -> Found | None:
    fields = {
        "number": _value(match["number"], match.groupdict().get("scale")),
        "figure": match[0],
    }
    if rule == COUNT:
        if not _is_count(text, match):
            return None
        what, end = _counted(text, match.end())
        if what == "years" and _is_age(text, match.start(), end):
            return None
        if not what:
            what, rule = _understood(text, match, before), OF_WHICH
            if not what:
                return None
    elif rule == MONEY:
        sign = match.groupdict().get("sign")
        fields["currency"] = CURRENCY_SIGNS[sign] if sign else CURRENCY_WORDS[match["unit"]]
        what, end = _purpose(text, match.end())
    else:
        fields["unit"] = "per cent"
        what, end = _share_of(text, match.end())
    if what:
        fields["what"] = what
    if year := _year(text, match.start()):
        fields["year"] = year
    start = _beginning(text, match, fields)
    if start is None:
        return None
    end = max(end, match.end())
    return Found(
        start=start,
        end=end,
        name=text[start:end] if rule != OF_WHICH else f"{text[start : match.end()]} {what}",
        rule=rule,
        fields=fields,
    )


def _beginning(text: str, match: re.Match[str], fields: dict[str, str]) -> int | None:
    """Where the words of a figure begin, its fields told of a range's lower end and a qualifier.

    None where a lower end is no lower: "7–1 goals".
    """
    start = match.start()
    if least := _least(text, match):
        start = least.start()
        scale = least["scale"] or match.groupdict().get("scale")
        fields |= {"from": _value(least["number"], scale), "figure": text[start : match.end()]}
        if Decimal(fields["from"]) >= Decimal(fields["number"]):
            return None
    qualifier = _QUALIFIER.search(text, max(0, start - _LONGEST_QUALIFIER), start)
    if qualifier and qualifier["words"].lower() != "a total of":
        start = qualifier.start("words")
        fields["qualifier"] = qualifier["words"]
    return start


def _least(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The lower end of the range that ends in a number: "between 10 and 20 million"."""
    first = max(0, match.start() - _LONGEST_QUALIFIER)
    for pattern in _LEAST:
        if found := pattern.search(text, first, match.start()):
            return found
    return None


def _value(number: str, scale: str | None) -> str:
    """Digits only: `16500000000` for "16.5 billion"."""
    value = Decimal(re.sub(r"[,\s]", "", number)) * 10 ** _SCALES.get(scale or "", 0)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_count(text: str, match: re.Match[str]) -> bool:
    before, number = text[max(0, match.start() - 60) : match.start()], match["number"]
    if match["scale"]:
        return True
    if _DATE_BEHIND.match(text, match.end()) or _DATE_RANGE.match(text, match.end()):
        return False
    if _YEAR.fullmatch(number) and (_YEAR_BEFORE.search(before) or _LIST_OF_YEARS.search(before)):
        return False
    if any(no.search(before) for no in (_LIST_OF_NUMBERS, _ONE_IN, _NUMBERED)):
        return False
    return not (_NAMED.search(before) and not _SENTENCE_START.search(before))


def _counted(text: str, at: int) -> tuple[str, int]:
    """The words that say what is counted, and where they end; none where no plural is among them.

    "And" is crossed only before the plural: "65 bilateral and multijurisdictional meetings".
    """
    words: list[str] = []
    end = at
    while len(words) < _MOST_WORDS or not any(map(_is_plural, words)):
        match = _UNIT_WORD.match(text, end)
        if match is None or len(words) >= _UTMOST_WORDS:
            break
        word = match["word"]
        crossed = word == "and" and words and not any(map(_is_plural, words))
        if (word.lower() in _STOP or word in _TIMES) and not crossed:
            break
        words.append(word)
        end = match.end("word")
        if match["end"]:
            break
    while len(words) > 1 and not _is_plural(words[-1]):
        # "164 authorities designated by …", "25 kilometres north": only the thing is counted.
        end -= len(words.pop()) + 1
    return (" ".join(words), end) if any(map(_is_plural, words)) else ("", at)


def _is_age(text: str, start: int, end: int) -> bool:
    """Whether years are how old somebody is: "aged 15 to 24 years", "60 years or over"."""
    return bool(_AGED.search(text, max(0, start - 40), start) or _OF_AGE.match(text, end))


def _words(text: str, at: int) -> tuple[str, int]:
    """The words from `at` up to where another thing begins, and where they end."""
    words: list[str] = []
    end = at
    while len(words) < _MOST_WORDS:
        match = _UNIT_WORD.match(text, end)
        if match is None or match["word"].lower() in _STOP:
            break
        words.append(match["word"])
        end = match.end("word")
        if match["end"]:
            break
    return " ".join(words), end


def _is_plural(word: str) -> bool:
    """Whether a word can be what a number counts."""
    return (word[-1:] == "s" and word[-2:] != "ss") or word.lower() in _PLURALS


def _understood(text: str, match: re.Match[str], before: list[Found]) -> str:
    """What a bare number counts: what the next one does in "162 out of 189 parties", or the last.

    "176 executive summaries … under the first cycle and 84 under the second cycle".
    """
    ahead = _OUT_OF.match(text, match.end())
    if ahead:
        number = _COUNT.match(text, ahead.end())
        return _counted(text, number.end())[0] if number else ""
    if _FROM.match(text, match.end()) or _UNDER.match(text, match.end()):
        sentence = text.rfind(". ", max(0, match.start() - _SENTENCE), match.start()) + 1
        near = before[-1] if before else None
        joined = text[max(0, match.start() - 4) : match.start()].endswith(("and ", ", "))
        if near and near.rule == COUNT and sentence <= near.start and joined:
            return near.fields["what"]
    return ""


def _share_of(text: str, at: int) -> tuple[str, int]:
    """What a share is of: "of all country reviews"."""
    match = re.compile(r" of (?:all |the |its |their )?").match(text, at)
    if match is None:
        return "", at
    words, end = _words(text, match.end() - 1)
    return (text[at + 1 : end], end) if words else ("", at)


def _purpose(text: str, at: int) -> tuple[str, int]:
    """What a sum is: "in voluntary contributions", "in assets", "for the budget"."""
    match = re.compile(r" (?:in|of|for)(?: the| its)?(?= [a-z])").match(text, at)
    if match is None:
        return "", at
    words, end = _words(text, match.end())
    return (words, end) if words and not _TIME.match(words) else ("", at)


def _year(text: str, at: int) -> str:
    """The year the sentence names, if exactly one."""
    start = max(text.rfind(". ", max(0, at - _SENTENCE), at) + 1, at - _SENTENCE, 0)
    stop = text.find(". ", at, at + _SENTENCE)
    sentence = text[start : stop if stop >= 0 else at + _SENTENCE]
    years = set(re.findall(r"(?<![\w./,$-])(?:19|20)\d\d(?![\w/,]\d|[\w/])", sentence))
    return years.pop() if len(years) == 1 else ""
