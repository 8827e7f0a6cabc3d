"""How French, Spanish and Russian name the bodies that adopt texts, and cite these texts.

"La résolution 74/247 de l'Assemblée générale", "las resoluciones 982 (1995) y 987 (1995) del
Consejo de Seguridad", "резолюция 2024/15 Экономического и Социального Совета": the body stands
behind the number. English, where it stands before, is in `bodies` and `resolutions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pilcrow.references.names import (
    CORRUPTION_CONFERENCE,
    CRIME_COMMISSION,
    ECONOMIC_AND_SOCIAL_COUNCIL,
    GENERAL_ASSEMBLY,
    HUMAN_RIGHTS_COUNCIL,
    ORGANIZED_CRIME_CONFERENCE,
    SECURITY_COUNCIL,
)

NUMBER = (
    r"(?:"
    r"\d{1,4}\s*\((?:19[4-9]\d|20\d\d)\)"
    r"|\d{1,4}(?:\s?[A-Z])?\s*\((?:ES-|S-)?[IVXLC]{1,8}\)"
    r"|(?:ES|S)-\d{1,2}/\d{1,3}(?:\s?[A-HJ-Z](?![\w/'’-]))?"
    r"|(?:19[4-9]\d|20\d\d)/\d{1,4}"
    # Not a lone I: "in its resolution 78/250 I was requested".
    r"|\d{1,3}/\d{1,3}(?:\s?[A-HJ-Z](?![\w/'’-]))?"
    r")(?![\w/]|-\d|\.\d)"
)
"""The number of a resolution or decision, the same in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    full: Mapping[str, str]
    """Bodies by their full English name, as regular expressions."""
    short: Mapping[str, str]
    """The English short name, `Council`, as a regular expression."""
    alone: str
    """What follows a short name that is the whole name: anything else makes another body of it."""
    resolution: tuple[str, str]
    """In the singular, and in the plural."""
    decision: tuple[str, str]
    number_sign: str
    of: str
    """Between a number and its body."""
    date: str
    joint: str


_FRENCH = _Words(
    full={
        GENERAL_ASSEMBLY: r"Assemblée générale",
        SECURITY_COUNCIL: r"Conseil de sécurité",
        ECONOMIC_AND_SOCIAL_COUNCIL: r"Conseil économique et social",
        HUMAN_RIGHTS_COUNCIL: r"Conseil des droits de l[’']homme",
        CRIME_COMMISSION: r"Commission pour la prévention du crime et la justice pénale",
        CORRUPTION_CONFERENCE: (
            r"Conférence des États [Pp]arties à la Convention (?:des Nations Unies )?contre la "
            r"corruption"
        ),
        ORGANIZED_CRIME_CONFERENCE: (
            r"Conférence des [Pp]arties à la Convention (?:des Nations Unies )?contre la "
            r"criminalité transnationale organisée"
        ),
    },
    short={
        "Assembly": r"Assemblée",
        "Council": r"Conseil",
        "Commission": r"Commission",
        "Conference": r"Conférence",
        "Committee": r"Comité",
    },
    alone=r"a|ont|avait|est|y|dans|par|en|et|ou|qui|que|s[’']\w+|l[’']a|réaffirme|prie",
    resolution=(r"[Rr]ésolution", r"[Rr]ésolutions"),
    decision=(r"[Dd]écision", r"[Dd]écisions"),
    number_sign=r"n[°ºo]s?\s*",
    of=r"(?:adoptées?\s+)?(?:de\s+la\s+|de\s+l[’']|du\s+|par\s+l[’']|par\s+la\s+|par\s+le\s+)",
    date=r"\s+(?:en\s+date\s+)?du\s+\d{1,2}(?:er)?\s+[^\W\d]{3,10}\s+\d{4}",
    joint=r"et|ou|à",
)
_SPANISH = _Words(
    full={
        GENERAL_ASSEMBLY: r"Asamblea General",
        SECURITY_COUNCIL: r"Consejo de Seguridad",
        ECONOMIC_AND_SOCIAL_COUNCIL: r"Consejo Económico y Social",
        HUMAN_RIGHTS_COUNCIL: r"Consejo de (?:los )?Derechos Humanos",
        CRIME_COMMISSION: r"Comisión de Prevención del Delito y Justicia Penal",
        CORRUPTION_CONFERENCE: (
            r"Conferencia de los Estados [Pp]artes? en la Convención (?:de las Naciones Unidas )?"
            r"contra la Corrupción"
        ),
        ORGANIZED_CRIME_CONFERENCE: (
            r"Conferencia de las [Pp]artes en la Convención (?:de las Naciones Unidas )?contra la "
            r"Delincuencia Organizada Transnacional"
        ),
    },
    short={
        "Assembly": r"Asamblea",
        "Council": r"Consejo",
        "Commission": r"Comisión",
        "Conference": r"Conferencia",
        "Committee": r"Comité",
        "Board": r"Junta",
    },
    alone=r"ha|han|había|en|por|y|que|se|reafirma|reafirmó|aprobó|decidió|pidió",
    resolution=(r"[Rr]esolución", r"[Rr]esoluciones"),
    decision=(r"[Dd]ecisión", r"[Dd]ecisiones"),
    number_sign=r"n(?:úms?\.|[°ºo]s?)\s*",
    of=r"(?:aprobadas?\s+)?(?:de\s+la\s+|del\s+|por\s+la\s+|por\s+el\s+)",
    date=r"\s+(?:de\s+fecha\s+|del?\s+)\d{1,2}(?:[°º])?\s+de\s+[^\W\d]{3,10}\s+del?\s+\d{4}",
    joint=r"y|e|o|a",
)
_RUSSIAN = _Words(
    full={
        GENERAL_ASSEMBLY: r"Генеральн(?:ая|ой|ую) Ассамбле(?:я|и|е|ю|ей)",
        SECURITY_COUNCIL: r"Совет(?:а|у|ом|е)? Безопасности",
        ECONOMIC_AND_SOCIAL_COUNCIL: (
            r"Экономическ(?:ий|ого|ому|им|ом) и Социальн(?:ый|ого|ому|ым|ом) Совет(?:а|у|ом|е)?"
        ),
        HUMAN_RIGHTS_COUNCIL: r"Совет(?:а|у|ом|е)? по правам человека",
        CRIME_COMMISSION: (
            r"Комисси(?:я|и|ю|ей) по предупреждению преступности и уголовному правосудию"
        ),
        CORRUPTION_CONFERENCE: (
            r"Конференци(?:я|и|ю|ей) государств[- ]участников Конвенции "
            r"(?:Организации Объединенных Наций )?против коррупции"
        ),
        ORGANIZED_CRIME_CONFERENCE: (
            r"Конференци(?:я|и|ю|ей) участников Конвенции (?:Организации Объединенных Наций )?"
            r"против транснациональной организованной преступности"
        ),
    },
    short={
        "Assembly": r"Ассамбле(?:я|и|е|ю|ей)",
        "Council": r"Совет(?:а|у|ом|е)?",
        "Commission": r"Комисси(?:я|и|ю|ей)",
        "Conference": r"Конференци(?:я|и|ю|ей)",
        "Committee": r"Комитет(?:а|у|ом|е)?",
    },
    alone=(
        r"в|и|своей|(?:принял|просил|постановил|призвал|подтвердил|рекомендовал|утвердил|одобрил"
        r"|приветствовал|решил)[аои]?"
    ),
    # One form serves the genitive of one and the nominative of several.
    resolution=(r"[Рр]езолюци(?:я|ю|ей)", r"[Рр]езолюци(?:и|й|ях|ям|ями)"),
    decision=(r"[Рр]ешени(?:е|ю|ем)", r"[Рр]ешени(?:я|и|й|ях|ям|ями)"),
    number_sign=r"№\s*",
    of=r"(?:принят\w{2,4}\s+)?",
    date=r"\s+от\s+\d{1,2}\s+[^\W\d]{3,10}\s+\d{4}(?:\s+(?:года|г\.))?",
    joint=r"и|или|по",
)
_LANGUAGES = {"fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN}
LANGUAGES = frozenset(_LANGUAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """The patterns of one language."""

    names: re.Pattern[str]
    """A body; the groups `full0` and on are those of `full`, `short0` and on those of `short`."""
    full: tuple[str, ...]
    short: tuple[str, ...]
    alone: re.Pattern[str]
    """Matches behind a short name that is the whole name."""
    head: re.Pattern[str]
    """Groups `resolution`, `resolutions`, `decision`, `decisions`, `body` and `number`."""
    following: re.Pattern[str]
    """A further `number`."""
    of_body: re.Pattern[str]
    """From the end of a number to the beginning of its body."""


@cache
def adoption(language: str) -> Adoption:
    """The patterns of one of `LANGUAGES`."""
    words = _LANGUAGES[language]
    full = "|".join(words.full.values()).replace(" ", r"\s+")
    return Adoption(
        names=re.compile(
            r"(?<!\w)(?:"
            + "|".join(
                (
                    *(f"(?P<full{i}>{one})" for i, one in enumerate(words.full.values())),
                    *(f"(?P<short{i}>{one})" for i, one in enumerate(words.short.values())),
                )
            ).replace(" ", r"\s+")
            + r")(?!\w)"
        ),
        full=tuple(words.full),
        short=tuple(words.short),
        alone=re.compile(rf"\s*(?:[,;.:)»]|\Z)|\s+(?:{words.alone})(?!\w)"),
        head=re.compile(
            rf"(?<!\w)(?:(?P<resolution>{words.resolution[0]})|(?P<resolutions>{words.resolution[1]})"
            rf"|(?P<decision>{words.decision[0]})|(?P<decisions>{words.decision[1]}))\s+"
            rf"(?:{words.of}(?P<body>{full})\s+)?(?:{words.number_sign})?(?P<number>{NUMBER})"
        ),
        following=re.compile(
            rf"(?:{words.date})?(?:\s+{words.of}(?:{full})(?!\w))?"
            rf"(?:\s*[,;]\s*(?:(?:{words.joint})\s+)?|\s+(?:{words.joint})\s+|\s*[-–]\s*)"
            rf"(?P<number>{NUMBER})"
        ),
        of_body=re.compile(rf"(?:{words.date})?(?:\s*,)?(?:\s*\([^()]{{1,40}}\))?\s+{words.of}"),
    )
