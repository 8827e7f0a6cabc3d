"""Addresses on docs.un.org, and every fact about them that nobody has checked.

`https://docs.un.org/{language}/SYMBOL`, slashes raw, spaces removed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pilcrow.references.bodies import Form, numbers_so
from pilcrow.references.model import Kind
from pilcrow.references.names import (
    CORRUPTION_CONFERENCE,
    CRIME_COMMISSION,
    ECONOMIC_AND_SOCIAL_COUNCIL,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    SECURITY_COUNCIL,
)
from pilcrow.references.symbols import is_symbol

LANGUAGES: tuple[str, ...] = ("ar", "en", "es", "fr", "ru", "zh")

# The unverified facts. Each note is shown on the page that shows the link.
COMPILED_DECISION = (
    "Unverified: decisions of the Economic and Social Council are printed in compiled volumes, "
    "so the address may not resolve."
)
SESSION_REPORT = (
    "Unverified: the resolution has no symbol of its own; by the pattern of other years it stands "
    "in the report on the session, {symbol}."
)
COUNCIL_DECISION = "Unverified: the form of the symbol for a Human Rights Council decision."
LETTERED_PART = "Unverified: the form of the symbol for a lettered part of a resolution."
# Verified: the report E/CN.15/2024/5 says so itself (para. 61).
CORRUPTION_SESSIONS: dict[int, tuple[str, int]] = {10: ("CAC/COSP/2023/21", 12)}
"""Session of the Conference against corruption: its report, and the highest number in it."""
CRIME_SESSIONS: dict[int, str] = {session: f"E/{1991 + session}/30" for session in range(20, 34)}
"""Session of the crime Commission: the report on it. Unverified."""
# Before this session the lettered parts of a resolution were issued in one document.
_LETTERED_APART = 56
_LETTER = re.compile(r"\s*([A-Z])\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a resolution or decision can be read; all None where that is not known."""

    symbol: str | None = None
    held_in: str | None = None
    """Symbol of the document that holds it, where it has none of its own."""
    verified: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A body whose resolutions or decisions have a series of symbols."""

    series: str
    forms: frozenset[Form]
    note: str | None = None


_COUNCIL_FORMS = frozenset({Form.SESSION, Form.SPECIAL})
_RULES: dict[tuple[str, Kind], _Rule] = {
    (SECURITY_COUNCIL, Kind.RESOLUTION): _Rule(series="S/RES", forms=frozenset({Form.YEAR})),
    (ECONOMIC_AND_SOCIAL_COUNCIL, Kind.RESOLUTION): _Rule(
        series="E/RES", forms=frozenset({Form.ANNUAL})
    ),
    (ECONOMIC_AND_SOCIAL_COUNCIL, Kind.DECISION): _Rule(
        series="E/DEC", forms=frozenset({Form.ANNUAL}), note=COMPILED_DECISION
    ),
    (HUMAN_RIGHTS_COUNCIL, Kind.RESOLUTION): _Rule(series="A/HRC/RES", forms=_COUNCIL_FORMS),
    (HUMAN_RIGHTS_COUNCIL, Kind.DECISION): _Rule(
        series="A/HRC/DEC", forms=_COUNCIL_FORMS, note=COUNCIL_DECISION
    ),
}
NOWHERE = Location(verified=False)


def address_of(symbol: str | None, *, language: str = "en") -> str | None:
    """The docs.un.org address of a normalised symbol; None where it is no symbol.

    Raises ValueError for a language that is not official.
    """
    if language not in LANGUAGES:
        message = f"{language!r} is no official language: expected one of {', '.join(LANGUAGES)}"
        raise ValueError(message)
    if symbol is None or not is_symbol(symbol):
        return None
    return f"https://docs.un.org/{language}/{symbol}"


def locate(*, body: str | None, kind: Kind, form: Form, number: str) -> Location:
    """Where the resolution or decision stands, by the rules of its body.

    Gives `NOWHERE` for a body without a known rule and for a number that the body cannot have
    given: no link rather than a wrong one.
    """
    if body is None or not numbers_so(body, form, number):
        return NOWHERE
    resolution = kind is Kind.RESOLUTION
    if body == GENERAL_ASSEMBLY:
        return _assembly(resolution=resolution, form=form, number=number)
    rule = _RULES.get((body, kind))
    if rule is not None and form in rule.forms:
        symbol = f"{rule.series}/{number.replace(' ', '')}"
        return Location(symbol=symbol, verified=rule.note is None, note=rule.note)
    return _in_session_report(body=body, resolution=resolution, form=form, number=number)


def _assembly(*, resolution: bool, form: Form, number: str) -> Location:
    series = "A/RES" if resolution else "A/DEC"
    if form is Form.ROMAN:
        figures, _, session = number.partition(" (")
        return Location(symbol=f"{series}/{_LETTER.sub('', figures)}({session}")
    letter = _LETTER.search(number)
    if letter is None:
        return Location(symbol=f"{series}/{number}")
    plain = number[: letter.start()]
    session_number = plain.partition("/")[0]
    apart = session_number.isdigit() and int(session_number) >= _LETTERED_APART
    symbol = f"{series}/{plain}{letter.group(1) if apart else ''}"
    return Location(symbol=symbol, verified=False, note=LETTERED_PART)


def _in_session_report(*, body: str, resolution: bool, form: Form, number: str) -> Location:
    if form is not Form.SESSION or _LETTER.search(number):
        return NOWHERE
    session, _, serial = number.partition("/")
    if body == CORRUPTION_CONFERENCE:
        held_in, highest = CORRUPTION_SESSIONS.get(int(session), ("", 0))
        if 1 <= int(serial) <= highest:
            return Location(held_in=held_in)
    if body == CRIME_COMMISSION and resolution and int(session) in CRIME_SESSIONS:
        report = CRIME_SESSIONS[int(session)]
        return Location(held_in=report, verified=False, note=SESSION_REPORT.format(symbol=report))
    return NOWHERE


_OWN_SYMBOLS: tuple[tuple[re.Pattern[str], str, Kind, str], ...] = (
    (
        re.compile(r"S/RES/(\d+)\((\d{4})\)"),
        SECURITY_COUNCIL,
        Kind.RESOLUTION,
        r"\1 (\2)",
    ),
    (re.compile(r"A/RES/(\d+/\d+)"), GENERAL_ASSEMBLY, Kind.RESOLUTION, r"\1"),
    (re.compile(r"A/RES/((?:ES|S)-\d+/\d+)"), GENERAL_ASSEMBLY, Kind.RESOLUTION, r"\1"),
    (re.compile(r"A/RES/(\d+/\d+)([A-Z])"), GENERAL_ASSEMBLY, Kind.RESOLUTION, r"\1 \2"),
    (re.compile(r"A/DEC/(\d+/\d+)"), GENERAL_ASSEMBLY, Kind.DECISION, r"\1"),
    (re.compile(r"E/RES/(\d{4}/\d+)"), ECONOMIC_AND_SOCIAL_COUNCIL, Kind.RESOLUTION, r"\1"),
    (re.compile(r"E/DEC/(\d{4}/\d+)"), ECONOMIC_AND_SOCIAL_COUNCIL, Kind.DECISION, r"\1"),
    (re.compile(r"A/HRC/RES/((?:S-)?\d+/\d+)"), HUMAN_RIGHTS_COUNCIL, Kind.RESOLUTION, r"\1"),
    (re.compile(r"A/HRC/DEC/((?:S-)?\d+/\d+)"), HUMAN_RIGHTS_COUNCIL, Kind.DECISION, r"\1"),
)


def adopted_as(symbol: str) -> tuple[str, Kind, str] | None:
    """Body, kind and number of the resolution or decision that has this symbol, if it is one."""
    for pattern, body, kind, number in _OWN_SYMBOLS:
        match = pattern.fullmatch(symbol)
        if match is not None:
            return body, kind, match.expand(number)
    return None
