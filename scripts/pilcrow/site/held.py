"""The documents that the library holds: where each stands, by symbol and language.

Made once for a build. What a page asks is answered without looking at other reports, so that the
work for a page does not grow with the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from pilcrow.ids import paragraph_of
from pilcrow.references import is_symbol, normalise_symbol, split_symbols
from pilcrow.site.addresses import address
from pilcrow.site.generated import ReportPages

_DOCUMENT = re.compile(
    r"https?://(?:www\.)?(?:docs\.un\.org|undocs\.org)/"
    r"(?:(?P<language>ar|en|es|fr|ru|zh)/)?(?P<symbol>[^?#]+?)/?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A report of the library in one language."""

    report: ReportPages
    anchors: Mapping[str, str]
    """Its ids, and the path of the page that holds each."""

    @property
    def symbol(self) -> str:
        """Its symbol."""
        return str(self.report.front.fields["symbol"])

    @property
    def language(self) -> str:
        """Its language."""
        return str(self.report.front.fields.get("language", "en"))

    @property
    def title(self) -> str:
        """Its title, as it stands beside others."""
        return self.report.in_lists(self.report.front.title)

    def address(self, path: str, targets: Sequence[str]) -> str | None:
        """Address of the first of these places that is there, from the page at `path`.

        A subparagraph that is not known is its paragraph.
        """
        place = self.place(targets)
        return address(path, self.anchors[place], place) if place else None

    def place(self, targets: Sequence[str]) -> str | None:
        """The first of these ids that is there, or the paragraph that one stands in."""
        named = (name for target in targets for name in (target, paragraph_of(target)))
        return next((name for name in named if name in self.anchors), None)


@dataclass(frozen=True, slots=True)
class Held:
    """The documents of a library."""

    editions: Mapping[str, Mapping[str, Edition]] = field(default_factory=dict)
    """By symbol, normalised, then by language."""

    def find(self, symbol: str | None, language: str) -> Edition | None:
        """The document in a language; in English or another one where it is not in this one."""
        spoken = self.editions.get(symbol or "")
        if not spoken:
            return None
        return spoken.get(language) or spoken.get("en") or spoken[min(spoken)]

    def behind(self, link: str, language: str) -> Edition | None:
        """The document that a link to the United Nations' document site leads to.

        A link that names a language leads to that edition or to this page's own.
        """
        match = _DOCUMENT.fullmatch(link)
        if match is None:
            return None
        symbol = normalise_symbol(unquote(match["symbol"]))
        if not match["language"]:
            return self.find(symbol, language)
        spoken = self.editions.get(symbol, {})
        return spoken.get(language) or spoken.get(match["language"])


def held(reports: Iterable[ReportPages], anchors: Mapping[str, Mapping[str, str]]) -> Held:
    """The documents of these reports; a doubled symbol is two symbols of one document.

    Args:
        reports: all of the library.
        anchors: of each report by its folder.
    """
    editions: dict[str, dict[str, Edition]] = {}
    for report in reports:
        edition = Edition(report=report, anchors=anchors[report.folder])
        fields = report.front.fields
        listed = fields.get("symbols")
        names = [str(name) for name in listed] if isinstance(listed, list) else [edition.symbol]
        for symbol in dict.fromkeys(one for name in names for one in split_symbols(name)):
            if is_symbol(symbol):
                editions.setdefault(symbol, {}).setdefault(edition.language, edition)
    return Held(editions)
