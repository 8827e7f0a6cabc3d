"""What the Markdown extension must know of the page it renders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from pilcrow.ids import paragraph_of
from pilcrow.site.addresses import address
from pilcrow.site.cited_by import CitedBy
from pilcrow.site.generated import GeneratedPage
from pilcrow.site.held import Held
from pilcrow.site.spoken_of import INDEX_NAMES, SpokenOf, spoken_of_html
from pilcrow.terms import Term, TermMatcher

_IN_ITS_LANGUAGE = frozenset({"front", "section", "whole"})
"""Kinds of pages whose words are the report's; lists and indexes are in the site's English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """One page of a report with what its text may link to."""

    page: GeneratedPage
    matcher: TermMatcher | None = None
    """Finds terms; None where there is no glossary."""
    term_address: Callable[[Term], str] | None = None
    """Address of a term's entry, relative to the page."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Ids of the report to the path of the page that holds each."""
    sections: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the report's section pages, relative to the page, to the sections' ids."""
    path: tuple[tuple[str, str], ...] = ()
    """Titles and addresses of the pages above: the front page, the chapter, the section."""
    spoken_of: tuple[SpokenOf, ...] = ()
    """What the section's paragraphs speak of, by the report's indexes."""
    held: Held = field(default_factory=Held)
    """The documents of the library, which links then lead to."""
    cited_by: CitedBy = field(default_factory=CitedBy)
    """The reports of the library that cite this one."""
    context: tuple[str, ...] = ()
    """Texts of the paragraphs before the page, nearest last."""

    @property
    def symbol(self) -> str:
        """The report's symbol."""
        return str(self.page.fields.get("symbol", ""))

    @property
    def language(self) -> str:
        """The report's language."""
        return str(self.page.fields.get("language", "en"))

    @property
    def kind(self) -> str:
        """`front`, `section`, `whole`, `glossary` or `documents`."""
        if self.page.fields.get("front"):
            return "front"
        return "section" if self.page.section else str(self.page.fields.get("kind", "list"))

    @property
    def hidden(self) -> tuple[str, ...]:
        """Parts of the theme that the page does without: a report's own contents are enough."""
        return ("toc",) if self.kind in {"front", "section", "whole", *INDEX_NAMES} else ()

    def address_of(self, target: str) -> str | None:
        """Address of an id of this report; that of its paragraph where the member is not known."""
        known = target if target in self.anchors else paragraph_of(target)
        page = self.anchors.get(known or "")
        return address(self.page.path, page, known or "") if page else None

    def entries(self, name: str) -> tuple[Mapping[str, str], ...]:
        """A field that holds a list of tables."""
        value = self.page.fields.get(name)
        return tuple(value) if isinstance(value, list) else ()

    def names(self, name: str) -> tuple[str, ...]:
        """A field that holds a list of texts."""
        value = self.page.fields.get(name)
        return tuple(str(entry) for entry in value) if isinstance(value, list) else ()

    def table(self, name: str) -> Mapping[str, str]:
        """A field that holds a table."""
        value = self.page.fields.get(name)
        return dict(value) if isinstance(value, dict) else {}

    def wrapped(self, content: str) -> str:
        """The page's content in the element that scripts and styles know a report by."""
        fields = {
            "symbol": self.symbol,
            "language": self.language,
            "page": self.kind,
            "folder": self.page.folder if self.symbol else "",
        }
        data = "".join(f' data-{name}="{escape(value)}"' for name, value in fields.items() if value)
        if self.language != "en" and self.kind in _IN_ITS_LANGUAGE:
            # The site around speaks English; a screen reader must know what does not.
            data += f' lang="{escape(self.language)}"'
            data += ' dir="rtl"' if self.language == "ar" else ""
        behind = f"{spoken_of_html(self.spoken_of)}{self._files()}"
        return f'<div class="report"{data}>\n{self._section_path()}{content}{behind}\n</div>'

    def _files(self) -> str:
        """Links to the same index for people's own tools."""
        if self.kind not in INDEX_NAMES:
            return ""
        links = " ".join(
            f'<a href="{self.kind}.{form}" download>{form.upper()}</a>' for form in ("csv", "json")
        )
        return f'\n<p class="index-files">For your own tools: {links}</p>'

    def _section_path(self) -> str:
        """Where the page stands in the report, for a reader whom a link brought here."""
        if not self.path:
            return ""
        links = "".join(
            f'<li><a href="{escape(address)}">{escape(title)}</a></li>'
            for title, address in self.path
        )
        return (
            f'<nav class="section-path" aria-label="Place in the report"><ol>{links}</ol>'
            f'<a href="whole.html#{escape(self.page.section or "")}">Whole report on one page</a>'
            "</nav>\n"
        )
