"""Where a text says what a short form stands for: "long form (SHORT)" and "SHORT (long form)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pilcrow.terms.model import Definition
from pilcrow.terms.names import begins_well, is_name, name_for, with_head_noun
from pilcrow.terms.schwartz_hearst import GOOD_SHARE, best_long_form, longest, share_of_initials

_REACH = 400
_BOUNDARY = re.compile(r"[();:\"“”«»]|[.!?]\s")
_QUOTES = "\"'“”‘’«»[] "
_SHORT_WORD = re.compile(r"[^\W_](?:[^\W_]|[-/&.’'](?=[^\W_]))*", re.UNICODE)
_ROMAN = re.compile(r"[IVXLCDM]+(?:[+,-][IVXLCDM]+)*")
_SMALL_ROMAN = re.compile(r"[IVX]+")
_NUMBERED = re.compile(
    r"(?:Rev|Add|Corr|No|Nos|Vol|Sect|Part|Annex|Fig|Art|Ch|Sec)\.?\d*\Z", re.IGNORECASE
)
_SHORT_BEFORE = re.compile(r"(?:\A|(?<=[\s(\"“‘/]))([^\W_][\w.&/-]*[^\W_])[\"”’]?\s?\Z")
# Where these stand in brackets after a name, they say where a person comes from.
_COUNTRIES = frozenset({"UK", "US", "USA", "UAE", "EU", "DRC", "PRC", "RSA"})
# A comma may stand between the members of a name, "Educational, Scientific and Cultural".
_AFTER_COMMA = re.compile(r",\s+(?:the|an?|its|which|who|where|in|as|with)\b")
_POST = re.compile(r"[A-Z]{1,2}-\d{1,2}")
_SHORTEST_SHORT = 2
_LONGEST_SHORT = 20
_MOST_WORDS = 2
_CAPITALS = 2
_LEAST_PREFIX = 3


def find_definitions(text: str) -> tuple[Definition, ...]:
    """The definitions in `text`, in order; the same short form may come twice.

    A long form never begins with "the" or another small word that is not its own, never crosses a
    bracket, a quotation mark or the end of a sentence, and is text of the paragraph, white space
    folded.
    """
    return tuple(_find(text))


def _find(text: str) -> Iterator[Definition]:
    for opening, closing in _brackets(text):
        inner = text[opening + 1 : closing]
        found = _long_before(text, opening, inner) or _long_inside(text, opening, inner)
        if found is not None:
            yield found


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Round brackets with their partners, inner ones too."""
    open_at: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in re.finditer(r"[()]", text):
        if match.group() == "(":
            open_at.append(match.start())
        elif open_at:
            opening = open_at.pop()
            if match.start() - opening <= _REACH:
                pairs.append((opening, match.start()))
    yield from sorted(pairs)


def _long_before(text: str, opening: int, inner: str) -> Definition | None:
    whole = inner.strip(_QUOTES).replace("[", "").replace("]", "")
    short = re.split(r"[,;]", whole, maxsplit=1)[0].strip(_QUOTES)
    if not _may_be_short(short) or opening == 0 or not text[opening - 1].isspace():
        return None
    words = _words_before(text, opening)
    if not words:
        return None
    long = _by_letters(short, words)
    if long is None and short == whole and _is_acronym(short) and not _ROMAN.fullmatch(short):
        long = name_for(short, words) if short not in _COUNTRIES else None
    if long is None or short in long.split():
        return None
    start = text.find(short.split()[0].split("]")[0], opening)
    start = start if opening < start < opening + len(inner) else opening + 1
    return Definition(short=short, long=long, start=start, end=start + len(short))


def _by_letters(short: str, words: str) -> str | None:
    """The long form by Schwartz and Hearst, where its words spell the short form on purpose.

    Where their shortest match begins with a small word ("of the Islamic Conference", OIC), the
    next longer one that begins with the same letter is tried.
    """
    tail = words.split(" ")[-longest(short) :]
    shortest = best_long_form(short, " ".join(tail))
    if shortest is None:
        return None
    for size in range(len(shortest.split(" ")), len(tail) + 1):
        long = " ".join(tail[-size:])
        if long.lstrip(_QUOTES)[:1].lower() == short[0].lower() and _is_meant(short, long):
            before = words[: len(words) - len(long)].rstrip()
            return with_head_noun(long, before) if is_name(tail[-1]) else long
    return None


def _is_meant(short: str, long: str) -> bool:
    """Whether a long form that holds the letters is the one that the short form is made from."""
    if len(long) <= len(short) or not begins_well(long):
        return False
    if share_of_initials(short, long) < GOOD_SHARE or _AFTER_COMMA.search(long):
        return False
    words = long.split(" ")
    if is_name(words[-1]) and not (is_name(long) or long[0].isdigit()):
        return False
    return _is_acronym(short) or _same_beginning(short, long)


def _long_inside(text: str, opening: int, inner: str) -> Definition | None:
    before = _SHORT_BEFORE.search(text, max(0, opening - _LONGEST_SHORT - 2), opening)
    if before is None:
        return None
    short = before.group(1)
    long = " ".join(inner.strip(_QUOTES).split())
    if not _may_be_short(short) or not _is_acronym(short) or "/" in long or " " not in long:
        return None
    if len(long.split(" ")) > longest(short) or best_long_form(short, long) != long:
        return None
    if share_of_initials(short, long) < GOOD_SHARE:
        return None
    return Definition(short=short, long=long, start=before.start(1), end=before.end(1))


def _words_before(text: str, opening: int) -> str:
    """The words of the same phrase before the bracket, white space folded."""
    first = max(0, opening - _REACH)
    last = first
    for boundary in _BOUNDARY.finditer(text, first, opening):
        last = boundary.end()
    words = text[last:opening].replace("[", "").replace("]", "").split()
    if last == first and first > 0:
        words = words[1:]
    return " ".join(words)


def _may_be_short(short: str) -> bool:
    """Whether brackets may hold a short form: not "a", "see …", a year, a country or a symbol."""
    words = short.split()
    if not _SHORTEST_SHORT <= len(short) <= _LONGEST_SHORT or len(words) not in {1, _MOST_WORDS}:
        return False
    if any(_SHORT_WORD.fullmatch(word) is None or _NUMBERED.match(word) for word in words):
        return False
    if _POST.fullmatch(short) or _SMALL_ROMAN.fullmatch(words[-1]):
        return False
    if "/" in short and any(map(str.isdigit, short)):
        return False
    if len(words) == _MOST_WORDS and not words[1][0].isupper():
        return False
    return _is_acronym(short) or words[0][0].isupper()


def _is_acronym(short: str) -> bool:
    """Two capitals, or a capital with a figure, in the first word: INTERPOL, StAR, G20."""
    first = short.split(maxsplit=1)[0]
    capitals = sum(character.isupper() for character in first)
    return capitals >= _CAPITALS or (capitals == 1 and any(map(str.isdigit, first)))


def _same_beginning(short: str, long: str) -> bool:
    """Europol is short for European…; "(Fiji)" after a name is no short form."""
    word = long.split(maxsplit=1)[0]
    return (
        len(word) > _LEAST_PREFIX
        and short[:_LEAST_PREFIX].lower() == word[:_LEAST_PREFIX].lower()
        and short.split(maxsplit=1)[0].lower() != word.lower()
    )
