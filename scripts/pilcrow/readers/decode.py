"""Bytes of a text source to text, or a problem that says what they are instead."""

from __future__ import annotations

import re

from pilcrow.model import Place, Problem
from pilcrow.readers.reading import SourceError

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"{\\rtf", "an RTF file"),
)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
"""What a server sends in place of a document: "not found", "log in"."""
_WAY_OUT = "Give the Word file, the PDF or Markdown; of pictures of pages, run OCR first."
_BEGINNING = 4096
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
_SOFT_HYPHEN = "\u00ad"


def decode(content: bytes, source: str) -> str:
    """Give the text of a UTF-8 source: lines end in a line feed, control characters are spaces.

    Control characters have no place in a page and some have a meaning inside the Markdown
    processor, so none passes here.

    Raises:
        SourceError: the source is empty, is not text, or is not UTF-8.
    """
    if not content.strip():
        raise _error(source, 1, "empty-source", "the source is empty.", "Export the text again.")
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise _error(
                source,
                1,
                "not-text",
                f"this is {name}, whatever its name says, and none of the formats that are read.",
                "Save the source as UTF-8." if "UTF-16" in name else _WAY_OUT,
            )
    if _WEB_PAGE.match(content[:_BEGINNING]):
        what = "this is a web page (HTML), whatever its name says: perhaps the page around it."
        raise _error(source, 1, "not-text", what, "Download the document itself again.")
    if b"\x00" in content:
        raise _error(
            source,
            content[: content.index(b"\x00")].count(b"\n") + 1,
            "not-text",
            "the source holds NUL bytes: it is not a text file.",
            _WAY_OUT,
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error(
            source,
            content[: error.start].count(b"\n") + 1,
            "wrong-encoding",
            f"byte 0x{content[error.start]:02x} is not UTF-8.",
            "Save the source as UTF-8.",
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_SOFT_HYPHEN, "")
    text = _CONTROL.sub(" ", text)
    if not text.strip():
        raise _error(source, 1, "empty-source", "the source is blank.", "Export the text again.")
    return text


def _error(source: str, line: int, rule: str, message: str, hint: str) -> SourceError:
    place = Place(source=source, line=line)
    return SourceError(Problem(rule=rule, place=place, message=message, hint=hint))
