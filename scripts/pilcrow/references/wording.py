"""How the languages of United Nations documents point to places in the same document.

"See paragraph 12 above", "voir le paragraphe 12 ci-dessus", "véase el párrafo 12 supra", "см. пункт
12 выше": the same grammar with other words. A language without its words here reads as English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_DASH = r"\s*[-\u2010\u2011\u2013\u2014]\u2060?\s*"
_SECTION_NUMBER = (
    r"[IVXL]{{1,7}}"
    r"(?:(?:\.\s?|\s|,\s+(?:{subsection})\s+)[A-Z](?:\.\d{{1,2}})?(?![\w/.]\w))?(?![\w/])"
)
_ANNEX_NUMBER = r"[IVX]{1,6}(?![\w/.]\w|\w)"
_BRACKETED = r"\d{1,4}(?:\s?\([a-z]{1,5}\)){0,3}(?![\w/]|\.\d)"
# "12 b)": of letters without a bracket before them only one, or a roman number, is a mark.
_HALF_BRACKETED = r"\d{1,4}(?:\s?\([a-z]{1,5}\)|\s?(?:[a-z]|[ivx]{2,4})\)){0,3}(?![\w/]|\.\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, as regular expressions."""

    paragraph: str
    section: str
    subsection: str
    """Before the letter of a section that follows its chapter's number: "sect. B"."""
    annex: str
    to: str
    """Joins the ends of a range."""
    and_or: str
    here: str
    """Behind a place: it is in this document."""
    not_here: str
    """Behind that: it is not ("above of the report")."""
    elsewhere: str
    """Behind a place: of something else."""
    see: str
    also: str
    other_place: str
    """Before a place, with a comma between: part of an article or rule."""
    instrument: str
    """Before the bracket that holds "see": what it explains is another document."""
    ibid: str
    of: str
    """Between a place and the symbol of its document."""
    number: str = _HALF_BRACKETED


_ENGLISH = Words(
    paragraph=r"[Pp]aragraphs?|[Pp]aras?\.?",
    section=r"[Ss]ections?|[Ss]ects?\.|[Cc]hapters?|[Cc]haps?\.",
    subsection=r"sect\.|section",
    annex=r"[Aa]nnex(?:es)?",
    to=r"to",
    and_or=r"and|or",
    here=(
        r"above|below|(?:of|to|in)\s+(?:the\s+present|this)\s+"
        r"(?:report|document|note|study|paper|addendum)\b"
    ),
    not_here=r"of\s",
    elsewhere=r"(?:of|to|in|thereof|thereto)\b",
    see=(
        r"\b[Ss]ee(?:\s+also)?(?:,?\s+(?:in\s+particular|inter\s+alia|for\s+example|for\s+instance|"
        r"e\.g\.),?)?\s+(?:the\s+)?"
    ),
    also=r"(?:also\s+)?",
    other_place=r"[Aa]rticles?|[Aa]rts?\.|[Ii]bid\.|[Rr]ules?",
    instrument=(
        r"Convention|Protocols?|Covenant|Charter|Statute|Declaration|Agreement|Treaty|"
        r"Constitution|resolution|decision|report|judgment|[Ii]bid\.?"
    ),
    ibid=r"\b[Ii]bid\b|\bop\. cit\b",
    of=r"\s+of\s+(?:the\s+)?(?:document\s+|report\s+)?",
    number=_BRACKETED,
)
_FRENCH = Words(
    paragraph=r"[Pp]aragraphes?|[Pp]ar\.",
    section=r"[Ss]ections?|[Ss]ect\.|[Cc]hapitres?|[Cc]hap\.",
    subsection=r"sect\.|section",
    annex=r"[Aa]nnexes?",
    to=r"à|au",
    and_or=r"et|ou",
    here=(
        r"ci-dessus|ci-dessous|ci-après|plus\s+haut|plus\s+bas|(?:du|au|dans\s+le)\s+présent\s+"
        r"(?:rapport|document|additif)\b|(?:de|à|dans)\s+la\s+présente\s+(?:note|étude)\b"
    ),
    not_here=r"(?:de|du|des)\s",
    elsewhere=r"(?:(?:de|du|des|dudit|de\sladite)\b|d[’'])",
    see=(
        r"\b[Vv]oir(?:\s+(?:également|aussi))?(?:,?\s+(?:notamment|en\s+particulier|par\s+exemple),?)?"
        r"\s+(?:(?:le|la|les|aux?)\s+|l[’'])?"
    ),
    also=r"(?:(?:également|aussi)\s+)?(?:(?:le|la|les|aux?)\s+|l[’'])?",
    other_place=r"[Aa]rticles?|[Aa]rt\.|[Ii]bid\.|[Rr]ègles?",
    instrument=(
        r"Convention|Protocoles?|Pacte|Charte|Statut|Déclaration|Accord|Traité|Constitution|"
        r"résolution|décision|rapport|arrêt|[Ii]bid\.?"
    ),
    ibid=r"\b[Ii]bid\b|\bop\. cit\b",
    of=r"\s+(?:du|de\s+la|de\s+l[’']|de)\s*(?:document\s+|rapport\s+)?",
)
_SPANISH = Words(
    paragraph=r"[Pp]árrafos?|[Pp]árrs?\.|[Pp]arrs?\.",
    section=r"[Ss]ecci(?:ón|ones)|[Ss]ecc\.|[Cc]ap[íi]tulos?|[Cc]aps?\.",
    subsection=r"secc\.|sección|sect\.",
    annex=r"[Aa]nexos?",
    to=r"al?",
    and_or=r"y|e|o|u",
    here=(
        r"supra|infra|más\s+arriba|más\s+abajo|(?:del|en\s+el|al)\s+presente\s+"
        r"(?:informe|documento|estudio)\b|(?:de|en|a)\s+la\s+presente\s+(?:nota|adición)\b"
    ),
    not_here=r"(?:de|del)\s",
    elsewhere=r"(?:de|del|dicha|dicho)\b",
    see=(
        r"\b[Vv]éa(?:se|nse)(?:\s+también)?"
        r"(?:,?\s+(?:en\s+particular|entre\s+otros|por\s+ejemplo),?)?\s+(?:(?:el|la|los|las)\s+)?"
    ),
    also=r"(?:también\s+)?(?:(?:el|la|los|las)\s+)?",
    other_place=r"[Aa]rtículos?|[Aa]rts?\.|[Ii]b[ií]d\.|[Rr]eglas?",
    instrument=(
        r"Convención|Convenio|Protocolos?|Pacto|Carta|Estatuto|Declaración|Acuerdo|Tratado|"
        r"Constitución|resolución|decisión|informe|sentencia|[Ii]b[ií]d\.?"
    ),
    ibid=r"\b[Ii]b[ií]d\b|\bop\. cit\b",
    of=r"\s+(?:del|de\s+la|de)\s+(?:documento\s+|informe\s+)?",
)
_RUSSIAN = Words(
    paragraph=r"[Пп]ункт(?:ы|а|е|у|ом|ов|ах|ам|ами)?|пп?\.",
    section=r"[Рр]аздел(?:ы|а|е|у|ом|ов|ах|ам|ами)?|[Рр]азд\.|[Гг]лав(?:а|ы|е|у|ой|ах|ам|ами)?|гл\.",
    subsection=r"разд\.|раздел",
    annex=r"[Пп]риложени(?:е|я|ю|ем|и|й|ях|ям|ями)",
    to=r"по",
    and_or=r"и|или",
    here=(
        r"выше|ниже|настоящ(?:его\s+(?:доклада|документа|добавления|исследования)"
        r"|ему\s+(?:докладу|документу)|ей\s+(?:записки|записке))(?!\w)"
    ),
    not_here=r"[а-яё]+\s+[A-Z]{1,5}/",
    # The genitive needs no word between: what stands behind is what the paragraph is of.
    elsewhere=r"(?!(?:и|или|а|но|в|на|с|по)\s)[а-яёА-ЯЁ]",
    see=(r"(?<!\w)[Сс]м\.(?:\s+также)?(?:,?\s+(?:в\s+частности|в\s+том\s+числе|например),?)?\s+"),
    also=r"(?:также\s+)?(?:в\s+)?",
    other_place=r"[Сс]тать(?:я|и|е|ю|ей|ях)|ст\.|[Тт]ам же|[Пп]равил(?:о|а|е|у|ам|ах)",
    instrument=(
        r"Конвенци[ияей]+|Протокол\w*|Пакт\w*|Устав\w*|Статут\w*|Деклараци[ияей]+|Соглашени\w+|"
        r"Договор\w*|Конституци[ияей]+|резолюци\w+|решени\w+|доклад\w*|[Тт]ам же"
    ),
    ibid=r"(?<!\w)[Тт]ам же(?!\w)|\b[Ii]bid\b",
    of=r"\s+(?:документа\s+|доклада\s+)?",
)
_LANGUAGES = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The patterns made of a language's words."""

    unit: re.Pattern[str]
    """The word before a number; its group is the kind of place, `only` for an annex without one."""
    members: Mapping[str, re.Pattern[str]]
    """A number of each kind."""
    following: Mapping[str, re.Pattern[str]]
    """A further number, `member`, behind the group `range` or `list`."""
    here: re.Pattern[str]
    elsewhere: re.Pattern[str]
    see: re.Pattern[str]
    also: re.Pattern[str]
    other_place: re.Pattern[str]
    instrument: re.Pattern[str]
    ibid: re.Pattern[str]
    of: re.Pattern[str]


@cache
def wording(language: str) -> Wording:
    """The patterns of a language."""
    words = _LANGUAGES.get(language, _ENGLISH)
    members = {
        "paragraph": words.number,
        "section": _SECTION_NUMBER.format(subsection=words.subsection),
        "annex": _ANNEX_NUMBER,
    }
    joint = (
        rf"(?P<range>{_DASH}|\s+(?:{words.to})\s+)"
        rf"|(?P<list>\s*,\s*(?:(?:{words.and_or})\s+)?|\s+(?:{words.and_or})\s+)"
    )
    return Wording(
        unit=re.compile(
            r"(?<![\w/-])(?:"
            rf"(?P<paragraph>(?:{words.paragraph})\s+(?={members['paragraph']}))"
            rf"|(?P<section>(?:{words.section})\s+(?={members['section']}))"
            rf"|(?P<annex>(?:{words.annex})\s+(?={members['annex']}))"
            rf"|(?P<only>{words.annex})(?!\w)"
            r")"
        ),
        members={name: re.compile(pattern) for name, pattern in members.items()},
        following={
            name: re.compile(rf"(?:{joint})(?P<member>{pattern})")
            for name, pattern in members.items()
        },
        here=re.compile(rf",?\s+(?:{words.here})(?![\w-])(?!\s+{words.not_here})"),
        elsewhere=re.compile(rf"\s*(?:\(?[a-z]{{1,5}}\)\s*)?,?\s+{words.elsewhere}"),
        see=re.compile(rf"{words.see}\Z"),
        also=re.compile(rf"\s*[,;]?\s+(?:(?:{words.and_or})\s+)?{words.also}|\s*[,;]\s*"),
        other_place=re.compile(rf"(?<!\w)(?:{words.other_place})[^;:()]{{0,12}},\s*\Z"),
        instrument=re.compile(rf"(?<!\w)(?:{words.instrument})\W{{0,3}}\Z"),
        ibid=re.compile(words.ibid),
        of=re.compile(words.of),
    )
