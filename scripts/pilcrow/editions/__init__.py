"""The report for machines: JSON, plain Markdown of the whole, and Akoma Ntoso XML."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pilcrow.model import Report

__all__ = ["EDITIONS", "edition", "editions"]

EDITIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "json": ("report.json", "application/json"),
        "markdown": ("report.md", "text/markdown"),
        "akn": ("report.akn.xml", "application/akn+xml"),
    }
)
"""What each is asked for by, the name of its file beside the pages, and its media type.

The names are a promise (docs/maintainers/addresses.md).
"""


def edition(report: Report, form: str, aliases: Mapping[str, str]) -> str:
    """One edition by the name it is asked for by; `aliases` are those of the report's lock."""
    # The site's build asks for names and media types alone.
    match form:
        case "json":
            from pilcrow.json_model import report_text  # noqa: PLC0415

            return report_text(report)
        case "markdown":
            from pilcrow.editions.markdown import whole_markdown  # noqa: PLC0415

            return whole_markdown(report)
        case _:
            from pilcrow.editions.akn import akn_xml  # noqa: PLC0415

            return akn_xml(report, aliases=aliases)


def editions(report: Report, aliases: Mapping[str, str]) -> dict[str, str]:
    """Every edition by the name of its file; the same report gives the same bytes."""
    return {name: edition(report, form, aliases) for form, (name, _) in EDITIONS.items()}
