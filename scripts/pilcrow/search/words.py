"""Words as the search sees them: the tokeniser of the builder.

`docs/assets/javascripts/search/words.js` is the same tokeniser for the browser;
`tests/browser/test_search_words.py` holds the two together, word by word.

A *key* is a folded word. Some words stand for more than one key:

- `whistle-blower` is `whistle`, `blower`, and `whistleblower` spanning both places;
- `d'Ivoire` is `d`, `ivoire` and `divoire`; `Prosecutor's` is `prosecutor` and `prosecutors`;
- `$16.5` is `16.5` and `$16.5`; `390,151` is `390151`;
- `S/2023/780` and `74/247` are one key each, `E/2004/26-E/CN.5/2004/8` two;
- `StAR` is `star` and, its capitals kept, `=StAR`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u0652\u0670"
_HAN = "\u3400-\u9fff"
_LETTER = f"[^\\W_{_HAN}]"
_SPACES = "\u00a0\u202f\u2009"
_APOSTROPHES = "'’ʼ‘`"
_JOINERS = f"{_APOSTROPHES}\\-‐‑.·&"

TOKEN = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"]+"
    rf"|[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)+"
    rf"|(?:US)?[$€£¥]\s?\d+(?:[.,{_SPACES}]\d+)*(?!{_LETTER})"
    rf"|\d+(?:[.,{_SPACES}]\d+)*(?!{_LETTER})"
    rf"|[{_HAN}]"
    rf"|{_LETTER}+(?:[{_JOINERS}]{_LETTER}+)*"
)
_SPACE = re.compile(f"[{_SPACES}]")
_MARK = re.compile(f"[{MARKS}\u0640]")
_SPACED_SUMS = ("$ ", "€ ", "£ ", "¥ ")
_AROUND = '.,;:()[]!?"'
_MOST_KNOWN = 100_000
_DIGIT = re.compile(r"\d")
_URL = re.compile(r"https?://|www\.")
_MONEY = re.compile(r"(?:US)?([$€£¥])\s?(.*)", re.DOTALL)
_NUMBER = re.compile(rf"\d+(?:[.,{_SPACES}]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_TWO_SYMBOLS = re.compile(r"(?<=[0-9])-(?=[A-Za-z]+/)")
_POSSESSIVE = re.compile(f"[{_APOSTROPHES}][sS]$")
_JOINER = re.compile(f"[{_JOINERS}]")
_FOLDED = re.compile(f"и\u0306|[{MARKS}\u0640]")
_SPECIAL = str.maketrans(
    {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ς": "σ"}
)


def fold(text: str) -> str:
    """Lower case without diacritics: `Côte` is `cote`. Folding twice changes nothing.

    Й is a letter of its own, on which Russian endings depend.
    """
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text).lower()
    return _FOLDED.sub(_base, unicodedata.normalize("NFKD", lowered)).translate(_SPECIAL)


def _base(found: re.Match[str]) -> str:
    return "й" if found[0][0] == "и" else ""


def prepare(text: str) -> str:
    """The text as tokens are cut from it: composed, without marks that would break words."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return _MARK.sub("", composed)


def number(text: str) -> str:
    """A number without thousands separators: `390,151` is `390151`; `16,5` is `16.5`."""
    plain = text if text.isascii() else _SPACE.sub(",", text)
    if _THOUSANDS.fullmatch(plain):
        return plain.replace(",", "")
    return plain.replace(",", ".")


class Word(NamedTuple):
    """The keys of one word: `parts` take a place each; `joined` spans them; `aliases` share one."""

    parts: tuple[str, ...]
    joined: str = ""
    aliases: tuple[str, ...] = ()


def analyse(raw: str) -> Word:
    """The keys of one match of `TOKEN`. Every key is folded, but for those that begin with `=`."""
    if raw.isascii() and raw.isalpha():
        return Word((raw.lower(),), aliases=("=" + raw,) if capitals(raw) else ())
    if _NUMBER.fullmatch(raw):
        return Word((number(raw),))
    if _URL.match(raw):
        return Word(tuple(fold(part) for part in re.findall(f"{_LETTER}+", raw)))
    if "/" in raw:
        return _symbols(raw) if _DIGIT.search(raw) else _several(map(analyse, raw.split("/")))
    money = _MONEY.fullmatch(raw)
    if money:
        value = number(money[2])
        return Word((value,), aliases=(money[1] + value,))
    return _compound(raw)


def _symbols(raw: str) -> Word:
    """A symbol is one key; a hyphen may join it with the one that the document has elsewhere."""
    return Word(tuple(map(fold, _TWO_SYMBOLS.split(raw))))


def _several(words: Iterable[Word]) -> Word:
    return Word(tuple(part for word in words for part in word.parts))


def _compound(raw: str) -> Word:
    owner = _POSSESSIVE.search(raw)
    base = raw[: owner.start()] if owner else raw
    pieces = tuple(piece for piece in _JOINER.split(base) if piece)
    parts = tuple(fold(piece) for piece in pieces)
    aliases: list[str] = []
    if owner and len(parts) == 1:
        aliases.append(parts[0] + "s")
    if len(pieces) == 1 and capitals(pieces[0]):
        aliases.append("=" + pieces[0])
    joined = "".join(parts) if len(parts) > 1 else ""
    return Word(parts, joined, tuple(aliases))


def capitals(word: str) -> bool:
    """Whether the case of a word tells something: two capitals or more (StAR, TRACK, GlobE)."""
    return not word.islower() and sum(map(str.isupper, word)) > 1


def pieces(line: str) -> Iterable[str]:
    """A line cut at its spaces such that no token of the line stands in two pieces.

    Many a piece comes again and again, so what is known of it can be kept. Only a sum (`$ 5`) can
    have a space in it: its line is one piece.
    """
    # The first alone is ASCII, as most lines are, so that most need not be read four times.
    if _SPACED_SUMS[0] in line or (
        not line.isascii() and any(sign in line for sign in _SPACED_SUMS)
    ):
        return (line,)
    return line.split(" ")


def lone(piece: str) -> str:
    """The key of a piece that is plainly one word with one key, as most are; else nothing.

    What stands around a word of plain letters or figures is no part of it.
    """
    bare = piece.strip(_AROUND)
    if not bare.isascii():
        return ""
    if bare.isalpha():
        return "" if capitals(bare) else bare.lower()
    return bare if bare.isdigit() else ""


@dataclass(slots=True)
class Tokeniser:
    """Cuts texts into keys with places; keeps the analysis of the words it has met."""

    _known: dict[str, Word]

    def __init__(self) -> None:
        self._known = {}

    def words(self, text: str) -> Iterator[Word]:
        """The words of a text in order."""
        known = self._known
        bare = text.strip(_AROUND)
        if bare.isascii() and bare.isalpha():
            # One word of plain letters, as most pieces are: what stands around it is no part of it.
            yield known.get(bare) or analyse(bare)
            return
        for raw in TOKEN.findall(prepare(text)):
            word = known.get(raw)
            if word is None:
                # A bound on memory: numbers and symbols are ever new.
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                word = known[raw] = analyse(raw)
            yield word

    def keys(self, text: str) -> tuple[str, ...]:
        """All keys of a text, without places."""
        found: list[str] = []
        for word in self.words(text):
            found.extend(word.parts)
            if word.joined:
                found.append(word.joined)
            found.extend(word.aliases)
        return tuple(found)

    def parts(self, text: str) -> tuple[str, ...]:
        """The keys that take a place each: a phrase as the postings hold it."""
        return tuple(part for word in self.words(text) for part in word.parts)
