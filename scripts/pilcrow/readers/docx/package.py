"""Opens the zip that a Word file is, and its parts, without trusting either."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from pilcrow.model import Place, Problem
from pilcrow.readers.docx.names import STRICT, Element, R, W
from pilcrow.readers.reading import SourceError

_MOST_ENTRIES = 10_000
_LARGEST_PART = 64_000_000
"""Bytes of one part. The text of a report of 1,000 pages takes about 30 million."""
_LARGEST_WHOLE = 400_000_000
_HIGHEST_RATIO = 400
"""How many times its size in the zip a large part may have; text is packed about 1 to 20."""
_SMALL = 4_000_000
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
)
"""What `zipfile` raises on damaged files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part names by an id: another part, or an address outside."""

    kind: str
    """The last word of its type: "footnotes", "hyperlink"."""
    target: str
    external: bool


class Package:
    """The parts of a Word file, read when they are asked for."""

    def __init__(self, content: bytes, source: str) -> None:
        """Open the zip and find the document in it.

        Raises:
            SourceError: it is encrypted, damaged, no Word file, or larger than any report.
        """
        self._source = source
        self._relations: dict[str, Mapping[str, Relation]] = {}
        if content.startswith(_OLE):
            raise self._old_or_encrypted(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise self._damaged("the zip that a Word file is cannot be opened") from error
        self._names = {entry.filename: entry for entry in entries}
        if len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _LARGEST_WHOLE:
            raise self._too_large()
        if any(entry.flag_bits & 1 for entry in entries):
            raise self._encrypted()
        main = [
            relation.target
            for relation in self.relations("").values()
            if relation.kind == "officeDocument"
        ]
        self.main = main[0] if main else "word/document.xml"
        if self.main not in self._names:
            raise self._error(
                "not-word",
                "this is a zip file, but no Word document is in it.",
                "Save the report from Word as a .docx file.",
            )

    def document(self) -> Element:
        """The body of the document.

        Raises:
            SourceError: there is none.
        """
        root = self.part(self.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise self._error(
                "not-word",
                "its main part is no Word document.",
                "Save the report from Word as a .docx file.",
            )
        return body

    def related(self, kind: str) -> Element | None:
        """The part that the document names as of this kind ("styles"), or None."""
        for relation in self.relations(self.main).values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None

    def part(self, name: str) -> Element | None:
        """The root of a part; None where the part is not there.

        Raises:
            SourceError: the part is damaged or too large.
        """
        content = self._read(name)
        if content is None:
            return None
        for strict, usual in STRICT if b"http://purl.oclc.org/ooxml/" in content else ():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged(f"{name} in it cannot be read") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._damaged(f"{name} in it declares entities, which Word never does")
        return root

    def drawn(self, name: str) -> Element | None:
        """The root of a part that holds the data of a drawing; None where it cannot be read."""
        try:
            return self.part(name)
        except SourceError:
            return None

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What a part names by id; of the package itself for the empty name."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> Mapping[str, Relation]:
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): Relation(
                kind=element.get("Type", "").rpartition("/")[2],
                target=_target(folder, element),
                external=element.get("TargetMode") == "External",
            )
            for element in root.iter(_RELATIONSHIP)
        }

    def content(self, name: str) -> bytes | None:
        """The bytes of a part, as of a picture; None where it is not there or is damaged."""
        try:
            return self._read(name)
        except SourceError:
            return None

    def _read(self, name: str) -> bytes | None:
        entry = self._names.get(name)
        if entry is None:
            return None
        ratio = entry.file_size / max(1, entry.compress_size)
        if entry.file_size > _LARGEST_PART or (entry.file_size > _SMALL and ratio > _HIGHEST_RATIO):
            raise self._too_large()
        try:
            with self._zip.open(entry) as file:
                content = file.read(_LARGEST_PART + 1)
        except _BROKEN as error:
            raise self._damaged(f"{name} in it cannot be unpacked") from error
        if len(content) > _LARGEST_PART:
            raise self._too_large()
        return content

    def _old_or_encrypted(self, content: bytes) -> SourceError:
        if "EncryptedPackage".encode("utf-16-le") in content:
            return self._encrypted()
        return self._error(
            "old-word",
            "this is a file of Word 97 to 2003 or of another old program.",
            "Open it in Word or LibreOffice and save it as a .docx file.",
        )

    def _encrypted(self) -> SourceError:
        return self._error(
            "encrypted-source",
            "the Word file is protected by a password.",
            "Open it with its password and save it without one.",
        )

    def _damaged(self, what: str) -> SourceError:
        return self._error(
            "damaged-source",
            f"the Word file is damaged: {what}.",
            "Download it again, or open it in Word and save it anew.",
        )

    def _too_large(self) -> SourceError:
        return self._error(
            "too-large",
            "unpacked, the file is larger than any report.",
            "Check where it comes from; save it from Word anew.",
        )

    def _error(self, rule: str, message: str, hint: str) -> SourceError:
        place = Place(source=self._source, line=1)
        return SourceError(Problem(rule=rule, place=place, message=message, hint=hint))


def _target(folder: str, element: Element) -> str:
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return target
    path = unquote(target)
    if path.startswith("/"):
        return path.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, path))


def relation_id(element: Element, name: str = "id") -> str:
    """The `r:` attribute by which an element names something outside its part."""
    return element.get(R + name, "")
