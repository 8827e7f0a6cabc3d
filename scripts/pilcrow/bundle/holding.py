"""What a bundle holds, in the words that its pages, its README and its messages use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pilcrow.render.front import written_date

_LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
EARLIEST = dt.date(1980, 1, 1)
"""The first day that a zip file can tell."""


def bundle_name(symbol: str, language: str) -> str:
    """Name of a report's bundle."""
    return f"{symbol.replace('/', '_').replace(' ', '_')}-{language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One report in one language."""

    symbol: str
    language: str
    title: str
    front: str
    """Address of its front page from the site's root."""
    address: str
    """The same on the web."""
    date: str | None = None
    """ISO 8601, as the masthead has it."""

    @property
    def name(self) -> str:
        """Name of the folder and, with `.zip`, of the file: E_CN.15_2024_5-en."""
        return bundle_name(self.symbol, self.language)

    @property
    def language_name(self) -> str:
        """The language in English words, its code where it is none of the six."""
        return _LANGUAGES.get(self.language, self.language)

    @property
    def date_in_words(self) -> str:
        """13 March 2024, or that there is none."""
        day = self._day()
        if day is None:
            return self.date or "without a date"
        return written_date(day.isoformat())

    @property
    def stamp(self) -> tuple[int, int, int, int, int, int]:
        """The time that every file of the zip bears: the report's day, at midnight."""
        day = max(self._day() or EARLIEST, EARLIEST)
        return (day.year, day.month, day.day, 0, 0, 0)

    def _day(self) -> dt.date | None:
        try:
            return dt.date.fromisoformat(self.date or "")
        except ValueError:
            return None
