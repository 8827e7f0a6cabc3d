"""Files that are no Word file, or one that cannot be read: refused in a line with the way out."""

import io
import zipfile

import pytest

from pilcrow.pipeline import convert
from tests.unit.readers.word_file import HEAD, paragraph, word_file

GOOD = word_file(*HEAD, paragraph("1. The first paragraph."))


def _zip(*files: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return stream.getvalue()


def _encrypted() -> bytes:
    """The flag that says so, set in both headers of each entry."""
    content = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(signature)
        while start >= 0:
            content[start + offset] |= 1
            start = content.find(signature, start + 4)
    return bytes(content)


_BOMB = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>'
_OUTSIDE = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
REFUSED: dict[str, tuple[bytes, str]] = {
    "cut off": (GOOD[: len(GOOD) // 2], "damaged-source"),
    "a zip's first bytes": (b"PK\x03\x04\x14\x00", "damaged-source"),
    "an empty zip": (_zip(), "not-word"),
    "a zip of something else": (_zip(("xl/workbook.xml", b"<workbook/>")), "not-word"),
    "a document without a body": (_zip(("word/document.xml", b"<a/>")), "not-word"),
    "broken XML": (_zip(("word/document.xml", b"<a><b></a>")), "damaged-source"),
    "an encrypted zip": (_encrypted(), "encrypted-source"),
    "an encrypted Word file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted-source",
    ),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old-word"),
    "a zip bomb": (_zip(("word/document.xml", b"<a>" + bytes(30_000_000))), "too-large"),
    "entities that grow": (_zip(("word/document.xml", _BOMB)), "damaged-source"),
    "an entity from outside": (_zip(("word/document.xml", _OUTSIDE)), "damaged-source"),
    "no text": (word_file(paragraph("")), "empty-source"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_the_way_out(what: str) -> None:
    """An empty report with the one problem, which says what to do."""
    content, rule = REFUSED[what]
    report = convert(content, "source.en.docx")
    assert [problem.rule for problem in report.problems] == [rule]
    assert report.problems[0].hint.endswith(".")
    assert not report.sections


def test_a_sound_file_is_not_refused() -> None:
    """The control: the file that the others are made from."""
    report = convert(GOOD, "source.en.docx")
    assert [paragraph.number for paragraph in report.walk_paragraphs()] == ["1"]
