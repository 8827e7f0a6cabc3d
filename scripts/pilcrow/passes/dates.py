"""Dates as UN documents write them, in the languages they are written in."""

from __future__ import annotations

import re

_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    )
    for number, name in enumerate(names.split(), start=1)
}
MONTH = "|".join(_MONTHS)
"""Alternatives of a pattern that ignores case."""
DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:er|\.)?\s+(?:de\s+)?(?P<month>{MONTH})\s+(?:de\s+)?(?P<year>\d{{4}})(?:\s+года\b|\s+г\.)?",
    re.IGNORECASE,
)


def iso_date(match: re.Match[str]) -> str:
    """ISO 8601 date of a match of `DATE`: "13 March 2024" is 2024-03-13."""
    month = _MONTHS[match["month"].lower()]
    return f"{match['year']}-{month:02d}-{int(match['day']):02d}"
