"""Names of States and territories: ISO 3166 by pycountry, turned into the UN's short names.

ISO takes its names from the UN terminology database and turns them round for sorting ("Korea,
Republic of"); adjectives and regions (UN M49) come from countryinfo. What differs stands in the
tables below, by ISO 3166 two-letter code.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

_LEFT_OUT = frozenset({"AQ", "BV", "HM", "TF", "UM"})
"""Of ISO's list, what is neither a State nor an inhabited territory."""

# Short names of the UN terminology database where ISO's, turned round, is not the same.
_UN_NAMES = {
    "BQ": "Bonaire, Sint Eustatius and Saba",
    "GB": "United Kingdom of Great Britain and Northern Ireland",
    "HK": "Hong Kong, China",
    "MO": "Macao, China",
    "NL": "Kingdom of the Netherlands",
    "SH": "Saint Helena",
    "TW": "Taiwan Province of China",
    "US": "United States of America",
    "VA": "Holy See",
    "VI": "United States Virgin Islands",
    "WF": "Wallis and Futuna Islands",
}
_IN_BRACKETS = frozenset({"BO", "FM", "IR", "VE"})
"""States whose short name keeps the second part behind: Bolivia (Plurinational State of)."""

# Other names that reports use. ISO's common and official names are taken from the library.
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "AE": ("UAE",),
    "AX": ("Åland",),
    "BA": ("Bosnia-Herzegovina", "Bosnia & Herzegovina", "Bosnia"),
    "BN": ("Brunei",),
    "BS": ("The Bahamas",),
    "CD": ("DR Congo", "DRC"),
    "CG": ("Republic of the Congo", "Congo (Republic of the)"),
    "CI": ("Cote d'Ivoire", "Ivory Coast"),
    "CW": ("Curacao",),
    "FK": ("Falkland Islands", "Malvinas"),
    "FM": ("Micronesia (Federated States)",),
    "GB": ("United Kingdom", "Great Britain", "UK"),
    "GW": ("Guinea Bissau",),
    "HK": (
        "Hong Kong",
        "Hong Kong SAR",
        "Hong Kong Special Administrative Region",
        "Hong Kong Special Administrative Region of China",
        "China (Hong Kong SAR)",
        "China (Hong Kong Special Administrative Region)",
        "China, Hong Kong SAR",
        "China, Hong Kong Special Administrative Region",
    ),
    "KG": ("Kyrgyz Republic",),
    "KP": ("DPRK",),
    "LA": ("Lao PDR", "Laos"),
    "MO": (
        "Macao",
        "Macau",
        "Macao SAR",
        "Macao Special Administrative Region",
        "Macao Special Administrative Region of China",
        "China (Macao SAR)",
        "China, Macao SAR",
        "China, Macao Special Administrative Region",
    ),
    "MF": ("Saint Martin",),
    "NL": ("Netherlands", "Netherlands (Kingdom of the)"),
    "PS": ("Occupied Palestinian Territory", "Occupied Palestinian Territories", "Palestine"),
    "RU": ("Russia",),
    "ST": ("São Tomé and Príncipe", "São Tome and Principe", "Sao Tomé and Principe"),
    "SX": ("Sint Maarten",),
    "TL": ("East Timor", "Timor Leste"),
    "TR": ("Turkiye",),
    "TW": ("Taiwan",),
    "US": ("United States", "USA", "U.S.A.", "US", "U.S."),
    "VA": ("Vatican City", "Vatican"),
    "VN": ("Viet-Nam",),
}
# Names that a State had before; older reports use them.
_FORMER_NAMES: dict[str, tuple[str, ...]] = {
    "BF": ("Upper Volta",),
    "BJ": ("Dahomey",),
    "BY": ("Byelorussian Soviet Socialist Republic", "Byelorussian SSR", "Byelorussia"),
    "CD": ("Zaire",),
    "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",),
    "KH": ("Democratic Kampuchea", "Kampuchea", "Khmer Republic"),
    "LK": ("Ceylon",),
    "LY": ("Libyan Arab Jamahiriya", "Socialist People's Libyan Arab Jamahiriya"),
    "MK": ("the former Yugoslav Republic of Macedonia", "former Yugoslav Republic of Macedonia"),
    "MM": ("Burma",),
    "SZ": ("Swaziland",),
    "TR": ("Turkey",),
    "UA": ("Ukrainian Soviet Socialist Republic", "Ukrainian SSR"),
    "WS": ("Western Samoa",),
    "ZW": ("Southern Rhodesia", "Rhodesia"),
}
# Adjectives beside those of the library; it has the demonym of persons, reports write others too.
_ADJECTIVES: dict[str, tuple[str, ...]] = {
    "AG": ("Antiguan",),
    "AR": ("Argentine", "Argentinian"),
    "AZ": ("Azeri",),
    "BA": ("Bosnian",),
    "BF": ("Burkinabè", "Burkinabé"),
    "BW": ("Batswana", "Botswanan"),
    "CV": ("Cabo Verdean", "Cape Verdean"),
    "EC": ("Ecuadorian",),
    "FR": ("French",),
    "GB": ("British",),
    "GQ": ("Equatoguinean", "Equatorial Guinean"),
    "GW": ("Bissau-Guinean",),
    "IN": ("Indian",),
    "IS": ("Icelandic",),
    "KG": ("Kyrgyz",),
    "KM": ("Comorian",),
    "KZ": ("Kazakh",),
    "LA": ("Lao",),
    "LS": ("Basotho",),
    "LU": ("Luxembourgish",),
    "MV": ("Maldivian",),
    "MX": ("Mexican",),
    "NP": ("Nepali",),
    "NZ": ("New Zealand",),
    "PH": ("Philippine",),
    "PS": ("Palestinian",),
    "SA": ("Saudi",),
    "SI": ("Slovenian",),
    "SV": ("Salvadorean", "Salvadorian"),
    "SR": ("Surinamese",),
    "TJ": ("Tajik",),
    "TL": ("Timorese", "East Timorese"),
    "TT": ("Tobagonian",),
    "UZ": ("Uzbek",),
    "VU": ("ni-Vanuatu",),
}
_NO_ADJECTIVE = frozenset(
    {"Congolese", "Dominican", "Central African", "American", "Chinese Taipei", "Saint Vincentian"}
)
"""What could mean either of two States, or a region: who is meant, the word does not say."""
_WITH_AMERICAN = {"US": ("American",)}
_ONLY_OWN = frozenset({"IO", "MQ", "MP", "PM", "RE", "SJ", "TF", "YT", "HK", "MO", "GG", "JE"})
"""Territories for which the library gives the adjective of another State, or a shared one."""


_SUBREGIONS = {"ME": "Southern Europe", "RS": "Southern Europe"}
"""Where the library differs from UN M49."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State or territory with all that reports call it."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    """The UN's short name."""
    region: str
    """UN M49: `Africa`."""
    subregion: str
    """UN M49, the most particular one: `Western Africa`."""
    other_names: tuple[str, ...]
    former_names: tuple[str, ...]
    adjectives: tuple[str, ...]


@functools.cache
def states() -> tuple[State, ...]:
    """Every State and territory, by name; read once."""
    # A report that is only read asks for no State, and need not wait for the lists.
    import pycountry  # noqa: PLC0415

    found = (
        _state(str(country.alpha_2), country)
        for country in pycountry.countries
        if country.alpha_2 not in _LEFT_OUT
    )
    return tuple(sorted(found, key=lambda state: state.name))


@functools.cache
def state_named(name: str) -> State | None:
    """The State with a UN short name."""
    return next((state for state in states() if state.name == name), None)


def _state(code: str, country: object) -> State:
    listed = str(getattr(country, "name", ""))
    name = _UN_NAMES.get(code) or _short_name(code, listed)
    others = [
        *(
            str(value).removeprefix("the ")
            for value in (
                getattr(country, "common_name", ""),
                getattr(country, "official_name", ""),
            )
            if value
        ),
        *_OTHER_NAMES.get(code, ()),
    ]
    if name != listed and "," not in listed and "(" not in listed:
        others.append(listed)
    if name.startswith("Saint "):
        others.extend(short + name.removeprefix("Saint ") for short in ("St. ", "St "))
    region, subregion, demonym = _facts(code)
    known = [] if code in _ONLY_OWN else [demonym]
    adjectives = (*known, *_ADJECTIVES.get(code, ()), *_WITH_AMERICAN.get(code, ()))
    return State(
        code=code,
        name=name,
        region=region,
        subregion=subregion,
        other_names=_distinct(others, name),
        former_names=_FORMER_NAMES.get(code, ()),
        adjectives=tuple(
            word
            for word in dict.fromkeys(adjectives)
            if word and word != name and (word not in _NO_ADJECTIVE or code in _WITH_AMERICAN)
        ),
    )


def _short_name(code: str, listed: str) -> str:
    """ISO's name as text prints it: "Korea, Republic of" is Republic of Korea."""
    first, comma, second = listed.partition(", ")
    if not comma:
        return listed
    if code in _IN_BRACKETS:
        return f"{first} ({second})"
    return f"{second.removeprefix('The ')} {first}"


def _facts(code: str) -> tuple[str, str, str]:
    """Region, most particular subregion and demonym."""
    from countryinfo import CountryInfo, CountryNotFoundError  # noqa: PLC0415 - as above

    try:
        info = CountryInfo(code).info()
    except CountryNotFoundError:
        return "", "", ""
    subregion = (
        _SUBREGIONS.get(code) or info.get("intermediateregion") or info.get("subregion") or ""
    )
    demonym = str(info.get("demonym") or "")
    return str(info.get("region") or ""), str(subregion), "" if "," in demonym else demonym


def _distinct(names: list[str], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in names if other and other != name))
