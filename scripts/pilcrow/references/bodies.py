"""The bodies that adopt resolutions and decisions, and where a text names them."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pilcrow.references.adoption import LANGUAGES, Adoption, adoption
from pilcrow.references.names import (
    CORRUPTION_CONFERENCE,
    CRIME_COMMISSION,
    ECONOMIC_AND_SOCIAL_COUNCIL,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANIZED_CRIME_CONFERENCE,
    SECURITY_COUNCIL,
)

_SPELLINGS: dict[str, str] = {
    name: name
    for name in (
        GENERAL_ASSEMBLY,
        SECURITY_COUNCIL,
        ECONOMIC_AND_SOCIAL_COUNCIL,
        HUMAN_RIGHTS_COUNCIL,
        CRIME_COMMISSION,
        CORRUPTION_CONFERENCE,
        ORGANIZED_CRIME_CONFERENCE,
        "Trusteeship Council",
        "Peacebuilding Commission",
        "International Law Commission",
        "Statistical Commission",
        "Commission on Human Rights",
        "Commission on Narcotic Drugs",
        "Commission on Population and Development",
        "Commission on Science and Technology for Development",
        "Commission on Sustainable Development",
        "Commission on the Status of Women",
        "Commission for Social Development",
        "Economic Commission for Africa",
        "Economic Commission for Europe",
        "Economic Commission for Latin America and the Caribbean",
        "Economic and Social Commission for Asia and the Pacific",
        "Economic and Social Commission for Western Asia",
        "Conference of the Parties to the United Nations Framework Convention on Climate Change",
        "Conference of the Parties to the Convention on Biological Diversity",
        "United Nations Environment Assembly",
        "World Health Assembly",
    )
}
_SPELLINGS |= {
    "Conference of the States Parties to the Convention against Corruption": CORRUPTION_CONFERENCE,
    "Conference of the Parties to the Convention against Transnational Organized Crime": (
        ORGANIZED_CRIME_CONFERENCE
    ),
    "Conference of the Parties to the Organized Crime Convention": ORGANIZED_CRIME_CONFERENCE,
}
_SPELLINGS |= {
    name.upper(): name
    for name in (
        GENERAL_ASSEMBLY,
        SECURITY_COUNCIL,
        ECONOMIC_AND_SOCIAL_COUNCIL,
        HUMAN_RIGHTS_COUNCIL,
    )
}
_NAMES = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_SPELLINGS, key=len, reverse=True)
    )
    + r")\b|\b(?P<short>Assembly|Council|Commission|Conference|Board|Committee)\b"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\s+\Z")
_OF_NAME = re.compile(r"\s+(?:of|for|on)\s+(?:the\s+)?[A-Z]")
# A capital at the head of a sentence is no part of a name.
_NOT_NAMES = frozenset(
    "The In By Under Following Pursuant To See Its This That Both Also And As At For From Of On "
    "Since With Thus Recalling Noting Draft Annual Relevant All Previous Earlier".split()
)


class Rank(enum.Enum):
    """How fully a mention names its body."""

    FULL = enum.auto()
    SHORT = enum.auto()
    """`the Conference`: which one, the text around must say."""
    OTHER = enum.auto()
    """A body this table does not know, `Parliamentary Assembly`, `Council of Europe`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A body named in a text; `body` is the full name, or the words as they stand."""

    start: int
    end: int
    body: str
    rank: Rank


def find_bodies(text: str, language: str = "en") -> Iterator[Mention]:
    """Every body named in `text`, in order, without overlaps."""
    if language in LANGUAGES:
        yield from _in_another_language(text, adoption(language))
        return
    for match in _NAMES.finditer(text):
        start, end = match.span()
        short = match.group("short")
        if short is None:
            name = _SPELLINGS[" ".join(match.group().split())]
            yield Mention(start=start, end=end, body=name, rank=Rank.FULL)
            continue
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        word = before.group(1) if before is not None else ""
        if word[:1].isupper() and word not in _NOT_NAMES:
            yield Mention(
                start=start - len(before.group()) if before is not None else start,
                end=end,
                body=f"{word} {short}",
                rank=Rank.OTHER,
            )
        elif short in {"Board", "Committee"} or _OF_NAME.match(text, end):
            yield Mention(start=start, end=end, body=short, rank=Rank.OTHER)
        else:
            yield Mention(start=start, end=end, body=short, rank=Rank.SHORT)


def _in_another_language(text: str, words: Adoption) -> Iterator[Mention]:
    for match in words.names.finditer(text):
        name = match.lastgroup or ""
        start, end = match.span()
        if name.startswith("full"):
            body = words.full[int(name.removeprefix("full"))]
            yield Mention(start=start, end=end, body=body, rank=Rank.FULL)
            continue
        body = words.short[int(name.removeprefix("short"))]
        alone = body not in {"Board", "Committee"} and words.alone.match(text, end)
        yield Mention(start=start, end=end, body=body, rank=Rank.SHORT if alone else Rank.OTHER)


@lru_cache(maxsize=4096)
def named_in_full(text: str, language: str = "en") -> frozenset[str]:
    """The bodies that `text` names in full."""
    return frozenset(found.body for found in find_bodies(text, language) if found.rank is Rank.FULL)


def may_stand_for(short: str, body: str) -> bool:
    """Whether "the Conference" may mean the body of that full name."""
    return short in body.split(" of ", maxsplit=1)[0].split()


class Form(enum.Enum):
    """How the number of a resolution or decision is built; each body keeps to its forms."""

    YEAR = enum.auto()
    """2692 (2023)"""
    SESSION = enum.auto()
    """74/247, 52/211 B"""
    ANNUAL = enum.auto()
    """2023/330"""
    SPECIAL = enum.auto()
    """S-32/1"""
    EMERGENCY = enum.auto()
    """ES-11/1"""
    ROMAN = enum.auto()
    """217 A (III)"""


_FORMS: dict[str, frozenset[Form]] = {
    GENERAL_ASSEMBLY: frozenset({Form.SESSION, Form.SPECIAL, Form.EMERGENCY, Form.ROMAN}),
    SECURITY_COUNCIL: frozenset({Form.YEAR}),
    ECONOMIC_AND_SOCIAL_COUNCIL: frozenset({Form.ANNUAL, Form.ROMAN}),
    HUMAN_RIGHTS_COUNCIL: frozenset({Form.SESSION, Form.SPECIAL}),
    CRIME_COMMISSION: frozenset({Form.SESSION}),
    CORRUPTION_CONFERENCE: frozenset({Form.SESSION}),
    ORGANIZED_CRIME_CONFERENCE: frozenset({Form.SESSION}),
}
# The Assembly numbers its resolutions by session in arabic figures since its thirty-first.
_FIRST_NUMBERED_SESSION = 31


def numbers_so(body: str, form: Form, number: str) -> bool:
    """Whether `body` could have given a text the number `number`."""
    if form not in _FORMS.get(body, frozenset(Form) - {Form.YEAR, Form.EMERGENCY}):
        return False
    if body == GENERAL_ASSEMBLY and form is Form.SESSION:
        return int(number.partition("/")[0]) >= _FIRST_NUMBERED_SESSION
    return True
