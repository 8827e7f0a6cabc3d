"""Ids and page names: every anchor of a report is made here.

An id once published never changes: `anchors.lock` of each report keeps them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
            strict=True,
        )
    )
)
"""Letters of Russian in Latin ones, so that a heading without a label has a readable id."""
_LONGEST_SLUG = 60
_MARKS = {"*": "asterisk", "†": "dagger", "‡": "double-dagger"}


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut at a word before 60 characters."""
    ascii_text = (
        unicodedata.normalize("NFKD", text.lower().translate(_CYRILLIC))
        .encode("ascii", "ignore")
        .decode("ascii")
        .lower()
    )
    words = re.findall(r"[a-z0-9]+", ascii_text)
    result = ""
    for word in words:
        longer = f"{result}-{word}" if result else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        result = longer
    return result or "section"


def paragraph_id(number: str, unit: str = "") -> str:
    """`para-54`, `para-16-147`; `annex-i-para-3` where the unit restarts the numbering."""
    return f"{unit}-para-{_part(number)}" if unit else f"para-{_part(number)}"


def subparagraph_id(parent: str, marker: str) -> str:
    """`para-115-a`, `para-115-a-i`: the marker without its brackets behind the parent's id."""
    return f"{parent}-{_part(marker)}"


def section_id(parent: str, label: str | None, title: str) -> str:
    """`ii-d-2` from the labels; an unlabelled one takes its title: `iii-b-2-judicial-integrity`."""
    own = _part(label) if label else slug(title)
    return f"{parent}-{own}" if parent else own


def annex_id(number: str | None, word: str = "annex") -> str:
    """`annex-i`; `annex` where it has no number."""
    return f"{slug(word)}-{_part(number)}" if number else slug(word)


def footnote_id(mark: str, unit: str = "") -> str:
    """`fn-2`; an asterisk is `fn-asterisk`, two are `fn-asterisk-2`."""
    prefix = f"{unit}-fn" if unit else "fn"
    return f"{prefix}-{_mark(mark)}"


def reference_id(mark: str, occurrence: int = 1, unit: str = "") -> str:
    """`fnref-2`, and `fnref-2-2` for a second reference to the same note."""
    prefix = f"{unit}-fnref" if unit else "fnref"
    base = f"{prefix}-{_mark(mark)}"
    return base if occurrence == 1 else f"{base}-{occurrence}"


def paragraph_of(identifier: str) -> str | None:
    """The id of the paragraph that holds a subparagraph or is one; None for other ids."""
    match = re.match(r"(?:.+?-)??para-\d+(?:-\d+)*", identifier)
    return match.group() if match else None


def page_name(section: str) -> str:
    """File name of a section's page, without its ending."""
    return f"{section}-section" if section in _RESERVED_NAMES else section


_RESERVED_NAMES = frozenset(
    {
        *("index", "whole", "report", "con", "prn", "aux", "nul", "com1", "lpt1"),
        *("states", "terms", "documents", "publications", "programmes", "figures", "events"),
    }
)
"""Names of other pages of a report, and names that Windows keeps for devices."""


def unique(taken: set[str]) -> Callable[[str], str]:
    """Give a function that makes each id it is given unique, and remembers it in `taken`."""
    counts: dict[str, int] = {}

    def make(identifier: str) -> str:
        candidate = identifier
        while candidate in taken:
            counts[identifier] = counts.get(identifier, 1) + 1
            candidate = f"{identifier}-{counts[identifier]}"
        taken.add(candidate)
        return candidate

    return make


def _part(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "x"


def _mark(mark: str) -> str:
    if mark[:1] in _MARKS:
        name = _MARKS[mark[0]]
        return name if len(mark) == 1 else f"{name}-{len(mark)}"
    return _part(mark)
