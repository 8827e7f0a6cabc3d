"""Which reader reads a source: its first bytes say, not its name."""

from __future__ import annotations

from pilcrow.readers.markdown_source import read_markdown
from pilcrow.readers.reading import Reading, Watch

_WORD = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""A zip, an empty one, and what an old or an encrypted Word file begins with."""


def read(
    content: bytes, source: str, symbol: str | None = None, watch: Watch | None = None
) -> Reading:
    """Read a source with the reader of its format.

    Args:
        content: the bytes of the source.
        source: its name, as places give it.
        symbol: the report's, where an editor gave it.
        watch: is told how many pages are read, by a reader that goes page by page.

    Raises:
        SourceError: the source cannot be read; its problem says why, and what to do.
    """
    # Most runs read one format, and loading the readers takes longer than reading Markdown.
    if content.startswith(_WORD):
        from pilcrow.readers.docx import read_docx  # noqa: PLC0415

        return read_docx(content, source)
    if content.lstrip()[:5] == b"%PDF-":
        from pilcrow.readers.pdf.reader import read_pdf  # noqa: PLC0415

        return read_pdf(content, source, watch)
    return read_markdown(content, source, symbol)
