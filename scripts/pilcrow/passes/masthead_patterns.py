"""What the lines of a masthead say, in the languages that are read: patterns for each field."""

from __future__ import annotations

import re

from pilcrow.passes.dates import MONTH

_SYMBOL = r"[A-Z]{1,6}(?:/[A-Za-z0-9.\-]+(?:\s?\([A-Za-z0-9. ]+\))?)+\*{0,2}"
SYMBOLS = re.compile(
    rf"(?:(?:United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций)\s+)?"
    rf"(?P<all>{_SYMBOL}(?:\s*[–—-]\s*{_SYMBOL})*)"
)
ANNOUNCED = re.compile(
    r"(?:under the symbols?|sous la cote|con la signatura|под условным обозначением)"
    rf"\s+(?P<all>{_SYMBOL}(?:(?:\s*[–—-]\s*|\s+(?:and|et|y|и)\s+){_SYMBOL})*)"
)
"""Of an advance copy without a masthead: "will be issued under the symbol S/2018/981"."""
DISTRIBUTION = re.compile(
    r"Distr(?:\.|ibution)?\s*:?\s*(?P<kind>general|limited|restricted|reserved|générale|limitée"
    r"|restreinte|réservée|limitada|reservada|restringida|общая|ограниченная|для служебного"
    r" пользования)?\s*",
    re.IGNORECASE,
)
KIND = re.compile(
    r"general|limited|restricted|générale|limitée|restreinte|limitada|общая|ограниченная",
    re.IGNORECASE,
)
ORIGINAL = re.compile(r"(?:Original|Оригинал)\s*:\s*(?P<language>[\w/, ]*)", re.IGNORECASE)
LANGUAGE_CODES = {
    name: code
    for code, names in {
        "en": "english anglais inglés английский",
        "fr": "french français francés французский",
        "es": "spanish espagnol español испанский",
        "ru": "russian russe ruso русский",
        "ar": "arabic arabe árabe арабский",
        "zh": "chinese chinois chino китайский",
    }.items()
    for name in names.split()
}
SESSION = re.compile(
    r"(?:\S+\s+){1,6}(?:session|sesión|сессия)|(?:\S+\s+){1,5}per[ií]odo de sesiones",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"(?:\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\w*th|\w*ieth|\d+)\b"
    r"|\d+(?:º|ª|er|e|-я)(?!\w)|(?:[\w’'-]+\s){0,3}?(?:[\w’'-]*ième|première|seconde"
    r"|\w*ésimo|primer|segundo|tercer|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo"
    r"|\w+(?:ая|ья))\b",
    re.IGNORECASE,
)
PLACE_AND_DATES = re.compile(
    rf"[A-ZÀ-ÝА-Я][^\d]{{2,60}},\s+\d{{1,2}}(?:er)?\b.*(?:{MONTH})\b.*\d{{4}}(?: года| г\.)?",
    re.IGNORECASE,
)
_SPAN = rf"\d{{1,2}}(?:er)?(?:\s+(?:de\s+)?(?:{MONTH}))?(?:\s+(?:de\s+)?\d{{4}})?"
DATES = re.compile(
    rf"(?:(?:du|del?|с)\s+)?{_SPAN}\s*(?:[-–—]|to|and|au|et|al?|y|по|и)\s*{_SPAN}"
    r"(?<=\d{4})(?: года| г\.)?",
    re.IGNORECASE,
)
"""The days of a session without its place, as in Geneva: "24 February–4 April 2025"."""
AGENDA = re.compile(
    r"(?:(?:Provisional )?Agenda items?|Items?|Points?|Temas?|Пункты?)\s+\d+", re.IGNORECASE
)
ORGAN = re.compile(
    r"(?:General Assembly|Security Council|.*\bCouncil|.*\bCommission\b.*|.*\bCommittee\b.*"
    r"|.*\bConference of\b.*|.*\bBoard\b.*|Trusteeship Council|.*\bWorking Group\b.*"
    r"|Assemblée générale|Conseil\b.*|Comité\b.*|Conférence\b.*|Groupe de travail\b.*"
    r"|Asamblea General|Consejo\b.*|Comisión\b.*|Conferencia\b.*|Grupo de Trabajo\b.*"
    r"|Генеральная Ассамблея|Совет\b.*|Комиссия\b.*|Комитет\b.*|Конференция\b.*"
    r"|.*\bСовет|Рабочая группа\b.*)"
)
PRINCIPAL = frozenset(
    name.upper()
    for name in (
        *("General Assembly", "Security Council", "Economic and Social Council"),
        *("Assemblée générale", "Conseil de sécurité", "Conseil économique et social"),
        *("Asamblea General", "Consejo de Seguridad", "Consejo Económico y Social"),
        *("Генеральная Ассамблея", "Совет Безопасности", "Экономический и Социальный Совет"),
    )
)
"""Organs that joint reports print in capitals over their sessions."""
YEAR = re.compile(r"(?:\S+\s+){1,6}(?:year|année|año|год)|Año\s+\S+(?:\s\S+){0,3}", re.IGNORECASE)
"""The Security Council has no sessions but years: "Fifty-third year"."""
OF_THE_SERIES = re.compile(
    r"Official Records|Documents officiels|Documentos Oficiales|Официальные отчеты", re.IGNORECASE
)
"""Printed between an organ and its session."""
SUBTITLE = re.compile(
    r"(?:\w+ ){0,2}(?:Report|Note|Letter|Comments|Statement|Memorandum|Rapport|Lettre|Informe|Nota"
    r"|Carta|Доклад|Записка|Письмо|Compilation|Summary of)"
    r"\s+(?:of|by|from|submitted|prepared|dated|du|de|del"
    r"|établie?|présentée?|preparad[oa]|presentad[oa]|datée|fechada|Генерального|Секретариата"
    r"|Верховного|Специального|Управления|от)\b.*|\(.*\)"
    r"|(?:Adopted by|Adoptée par|Aprobada por|Принята)\b.*",
    re.IGNORECASE,
)
ADOPTED = re.compile(
    r"(?:Resolutions?|Decisions?|Résolution|Décision|Resolución|Decisión|Резолюция|Решение)\W+"
    r"(?:adopted|adoptée|aprobada|принят\w+)\b.*",
    re.IGNORECASE,
)
"""What stands over the title of a resolution."""
SUMMARY = re.compile(
    r"(?:Executive )?Summary|Résumé|Resumen|Резюме|Краткое содержание", re.IGNORECASE
)
UNITED_NATIONS = frozenset(
    {
        "united nations",
        "nations unies",
        "naciones unidas",
        "организация объединенных наций",
        "организация объединённых наций",
    }
)
SERIES = re.compile(r"[AST](?: ?[AST])*|E")
"""Letters of the series of symbols, printed large in mastheads up to the 1990s: "A S"."""
BESIDE = re.compile(r"\s+Distr\.$")
"""The field's name on the organ's line; what it says stands below."""
CONTENTS = re.compile(
    r"(?:Table of )?contents|Table des matières|Sommaire|Índice|Contenido|Содержание|Оглавление",
    re.IGNORECASE,
)
STAR_NOTE = re.compile(r"\*+\s")
