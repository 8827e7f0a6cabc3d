"""The grammar of United Nations document symbols, such as `E/CN.15/2024/5`.

Parts stand between slashes, the first naming the organ (ST/LIB/SER.B/5, "United Nations Document
Series Symbols").

A symbol is recognised in running text only where its first part is a known series, so that
`and/or`, `2023/24`, `TCP/IP` and file paths stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SERIES: tuple[str, ...] = (
    # Principal organs and the Secretariat.
    "A", "S", "E", "T", "ST",
    # Treaty bodies and conferences of parties.
    "APLC", "BWC", "CAC", "CAT", "CCM", "CCPR", "CCW", "CED", "CEDAW", "CERD", "CLCS", "CMW",
    "CRC", "CRPD", "CTOC", "FCCC", "HRI", "ICCD", "ISBA", "NPT", "PCNICC", "SPLOS", "TPNW",
    # Programmes, funds, institutes and inter-agency bodies.
    "ACC", "CEB", "CD", "DP", "HS", "HSP", "ICSC", "ID", "JIU", "PBC", "TD", "UNA", "UNCTAD",
    "UNEP", "UNITAR", "UNW", "WFP",
    # Regional commissions.
    "CES", "ECE", "ENERGY", "ESCAP", "ESCWA", "LC", "TIM", "TRADE", "TRANS",
    # Tribunals and others.
    "AT", "HR", "ICTR", "IT", "LOS", "MICT",
)  # fmt: skip

_DASH = r"[-\u2010\u2011\u2013\u2014]"
_SERIES = "(?:" + "|".join(sorted(SERIES, key=len, reverse=True)) + ")"
_PART = (
    r"(?:"
    # A kind with its number: Rev.1, Add.13, Sub.2, OzL.Pro.35.
    r"[A-Z][A-Za-z]{0,11}(?:\.[A-Z][A-Za-z]{0,11}){0,3}\.\d{1,6}(?:-\d{1,4}(?![\d/])|-P\b)?"
    # Capitals: CN.15 is above; COSP, C.II, S-32, ES-11.
    r"|(?:ES|S)-(?:\d{1,3}|[IVX]{1,6})\b"
    r"|[A-Z]{1,12}(?:\.[A-Z]{1,6})?(?![A-Za-z0-9.])"
    r"|(?:Summary|Annex|Sub|Ser)\b"
    # Figures: 2024, 780, 264B, 18-P, 1-3.
    r"|\d{1,6}(?:[A-Z](?![A-Za-z0-9])|-P\b|-\d{1,4}(?![\d/]))?"
    r")"
)
_BRACKETS = (
    r"(?:"
    r"\([A-Z0-9][A-Za-z0-9.\- ]{0,19}\)"
    r"|\s\((?:Sect\.?|Vol\.?|Part|Income\ssect\.?|Prog\.?|Programme)\s?(?:\d{1,3}[A-Z]?|[IVX]{1,6})\)"
    r"|\s\((?:Introduction|Plan\soutline)\)"
    r")"
)
_ONE = (
    r"(?:"
    # Resolution symbols are printed with a space before the year or the session.
    r"S/RES/\d{1,5}\s?\((?:19|20)\d\d\)"
    r"|A/RES/\d{1,5}(?:\s[A-Z])?\s?\((?:ES-|S-)?[IVXLC]{1,8}\)"
    r"|A/RES/\d{1,3}/\d{1,3}\s[A-HJ-Z](?![\w/'’-])"
    rf"|{_SERIES}(?:/{_PART}{_BRACKETS}?){{1,12}}"
    r")"
)
_SYMBOL = re.compile(
    rf"(?<![\w/\\.@#&=%?:~])(?P<first>{_ONE})"
    rf"(?P<more>(?:[\u2060\u200b\ufeff]?{_DASH}[\u2060\u200b\ufeff]?{_ONE}){{0,3}})"
    r"\*{0,3}"
    # Not a piece of a word, a path or a file name.
    r"(?![\w@\\]|/\w|/\.\.?/|\.[a-z]{2,5}\b)"
)
_SPLIT = re.compile(rf"[\u2060\u200b\ufeff]?{_DASH}[\u2060\u200b\ufeff]?(?={_SERIES}/)")
# Without figures beside them these parts name an organ or a meeting, not a document.
_ORGANS = frozenset({"AC", "C", "CN", "CONF", "EA", "EC", "EX", "PC", "SC", "Sub", "WG", "WP"})
_NUMBERED_KIND = re.compile(r"([A-Z][A-Za-z]*)(?:\.[A-Z][A-Za-z]*)*\.\d+")
# A Security Council resolution is S/RES/1325(2000); without its year the address leads nowhere.
_WITHOUT_YEAR = re.compile(r"S/RES/\d+")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad*]")
_LONGEST = 120
_FEWEST_FIGURES = 3
_PATH = re.compile(
    r"[A-Z][A-Z0-9]{0,11}(?:[.-][A-Z0-9]{1,6})?"
    r"(?:/(?:[A-Za-z0-9]{1,20}(?:[.-][A-Za-z0-9]{1,20}){0,4})?(?:\([A-Za-z0-9.-]{1,20}\))?){1,12}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolSpan:
    """A symbol as it stands in a text."""

    start: int
    end: int
    symbols: tuple[str, ...]
    """Normalised; more than one where a document is doubled, `A/80/62–E/2025/12`."""


def normalise_symbol(text: str) -> str:
    """The symbol as addresses spell it: no spaces, no reissue asterisk, plain hyphens."""
    return re.sub(_DASH, "-", _INVISIBLE.sub("", text))


def split_symbols(text: str) -> tuple[str, ...]:
    """The single symbols of a masthead's or a text's symbol, normalised: two where doubled."""
    return tuple(filter(None, (normalise_symbol(part) for part in _SPLIT.split(text))))


def is_symbol(text: str) -> bool:
    """Whether `text` is one normalised symbol, and so safe as a path below a site's root.

    True promises: only ASCII letters, figures and `/ . - ( )`, no part that is empty or made of
    dots, a figure somewhere, and at most 120 characters. Any series is accepted.
    """
    if len(text) > _LONGEST or _PATH.fullmatch(text) is None:
        return False
    return all(text.split("/")) and any(character.isdigit() for character in text)


def find_symbols(text: str) -> Iterator[SymbolSpan]:
    """Every document symbol in `text`, in order; the caller drops those inside addresses."""
    if "/" not in text:
        # Most texts hold none, and trying at each letter takes long.
        return
    for match in _SYMBOL.finditer(text):
        whole = match.group()
        end = match.end()
        symbols = split_symbols(whole)
        if len(symbols) > 1 and _is_run(symbols):
            # "S/2023/1–S/2023/5" is a run of documents, not one document with two symbols.
            start = match.start()
            for piece in _SPLIT.split(whole):
                offset = text.index(piece, start)
                if _is_document(normalise_symbol(piece)):
                    yield SymbolSpan(
                        start=offset,
                        end=offset + len(piece),
                        symbols=(normalise_symbol(piece),),
                    )
                start = offset + len(piece)
        elif all(_is_document(symbol) for symbol in symbols):
            yield SymbolSpan(start=match.start(), end=end, symbols=symbols)


def _is_run(symbols: tuple[str, ...]) -> bool:
    stems = {symbol.rpartition("/")[0] for symbol in symbols}
    return len(stems) == 1


def _is_document(symbol: str) -> bool:
    """Whether the figures name a document: `E/CN.15` alone is the Commission's series."""
    if _WITHOUT_YEAR.fullmatch(symbol):
        return False
    parts = symbol.split("/")[1:]
    if len(parts) == 1 and parts[0][:1].isdigit():
        # "A/2" is a page or a size; the first documents of an organ are not cited that way.
        figures = re.match(r"\d+", parts[0])
        return figures is not None and len(figures.group()) >= _FEWEST_FIGURES
    return any(_is_numbered(part) for part in parts)


def _is_numbered(part: str) -> bool:
    if part[0].isdigit():
        return True
    kind = _NUMBERED_KIND.match(part)
    return kind is not None and kind.group(1) not in _ORGANS
