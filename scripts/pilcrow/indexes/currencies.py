"""Currencies as reports write them: by sign, by code, and in words such as "Canadian dollars"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pycountry

_SIGNS = {
    "US$": "USD",
    "Can$": "CAD",
    "CAN$": "CAD",
    "C$": "CAD",
    "AU$": "AUD",
    "A$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "SwF": "CHF",
    "Sw F": "CHF",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
}
_CODES = ("AUD", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "INR", "JPY", "NOK", "SEK", "USD", "ZAR")
# Names that mean one currency without a State's adjective before them.
_WORDS = {
    "euros": "EUR",
    "euro": "EUR",
    "dollars": "USD",
    "US dollars": "USD",
    "United States dollars": "USD",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "Russian roubles": "RUB",
}
_PLURALS = {
    "Dinar": "dinars",
    "Dirham": "dirhams",
    "Dollar": "dollars",
    "Franc": "francs",
    "Krona": "kronor",
    "Krone": "kroner",
    "Peso": "pesos",
    "Pound": "pounds",
    "Rial": "rials",
    "Riyal": "riyals",
    "Ruble": "rubles",
    "Rupee": "rupees",
    "Shilling": "shillings",
}


def _named() -> Iterator[tuple[str, str]]:
    """ISO 4217's names with the State's adjective in them, in the plural."""
    for currency in pycountry.currencies:
        first, _, last = str(currency.name).rpartition(" ")
        if first and last in _PLURALS:
            yield f"{first} {_PLURALS[last]}", str(currency.alpha_3)


def _longest_first(table: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted(table.items(), key=lambda entry: -len(entry[0])))


CURRENCY_SIGNS: Mapping[str, str] = _longest_first(_SIGNS | {code: code for code in _CODES})
"""What stands before a number, with the currency's ISO 4217 code; the longest first."""
CURRENCY_WORDS: Mapping[str, str] = _longest_first(dict(_named()) | _WORDS)
"""What stands behind a number; the longest first."""
