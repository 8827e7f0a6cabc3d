"""The Markdown extension that renders a report's pages; the hooks set the page it renders."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from pilcrow.site.annotate import annotate
from pilcrow.site.blocks import INDICATOR, Indicators, ReportBlocks
from pilcrow.site.context import PageContext
from pilcrow.site.headings import (
    identify_headings,
    mark_external,
    protect_ampersands,
    resolve_entities,
)
from pilcrow.site.inline import QuickInlines


class ReportExtension(Extension):
    """Active while `context` is set; pages written by hand pass through unchanged."""

    def __init__(self) -> None:
        """Begin without a page."""
        super().__init__()
        self.context: PageContext | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors.

        Blocks come before code and lists, headings before the table of contents, the rest after
        MkDocs has resolved links.
        """
        md.parser.blockprocessors.register(ReportBlocks(md.parser, self._active), "report", 95)
        md.inlinePatterns.register(Indicators(INDICATOR, self._active), "indicator", 175)
        md.treeprocessors.register(QuickInlines(md), "inline", 20)
        md.treeprocessors.register(_IdentifyHeadings(md, self), "identify-headings", 6)
        md.treeprocessors.register(_Annotate(md, self), "annotate", -10)

    def _active(self) -> bool:
        return self.context is not None


class _IdentifyHeadings(Treeprocessor):
    def __init__(self, md: Markdown, extension: ReportExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        if self._extension.context is not None:
            identify_headings(root, self._extension.context)


class _Annotate(Treeprocessor):
    def __init__(self, md: Markdown, extension: ReportExtension) -> None:
        super().__init__(md)
        self._extension = extension
        self._markdown = md

    def run(self, root: Element) -> None:
        context = self._extension.context
        if context is not None:
            resolve_entities(root, list(self._markdown.htmlStash.rawHtmlBlocks))
            annotate(root, context)
        mark_external(root)
        if context is not None:
            protect_ampersands(root)
