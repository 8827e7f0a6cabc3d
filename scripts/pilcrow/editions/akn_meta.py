"""What an Akoma Ntoso document says of itself: work, expression and manifestation (FRBR).

The IRI of the work follows AKN4UN: `/akn/un/{docType}/{subType}/{actor}/{date}/{number}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pilcrow.editions.xml import element
from pilcrow.ids import slug
from pilcrow.model import Masthead

MAIN = "main"
"""The component that is the report itself."""
UNDATED = "0001-01-01"
"""Akoma Ntoso wants a date; this one says that the report gives none."""
_LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho"}
"""ISO 639-2 codes, as Akoma Ntoso writes languages."""
_UNSAFE = re.compile(r"[^A-Za-z0-9.()]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Iris:
    """The three IRIs of a report, without the component (`!main`, `!annex-i`)."""

    work: str
    expression: str
    date: str
    language: str
    number: str
    actor: str


def iris(masthead: Masthead) -> Iris:
    """The IRIs that follow from body, date, symbol and language."""
    actor = slug(masthead.organ) if masthead.organ else "un"
    date = masthead.date or UNDATED
    number = _UNSAFE.sub("-", masthead.symbol or "").strip("-") or "unnumbered"
    language = _LANGUAGES.get(masthead.language, "und")
    work = f"/akn/un/doc/report/{actor}/{date}/{number}"
    return Iris(
        work=work,
        expression=f"{work}/{language}@{date}",
        date=date,
        language=language,
        number=number,
        actor=actor,
    )


def meta(masthead: Masthead, component: str) -> etree._Element:
    """The `meta` of the report, or of one of its annexes."""
    names = iris(masthead)
    node = element("meta")
    identification = element("identification", node, source="#ref_pilcrow")
    work = element("FRBRWork", identification)
    _core(work, f"{names.work}/!{component}", names.work, names, masthead.symbol)
    element("FRBRcountry", work, value="un")
    element("FRBRsubtype", work, value="report")
    element("FRBRnumber", work, value=masthead.symbol or names.number)
    if masthead.title:
        element("FRBRname", work, value=masthead.title)
    expression = element("FRBRExpression", identification)
    _core(expression, f"{names.expression}/!{component}", names.expression, names, None)
    element("FRBRauthoritative", expression, value="false")
    element("FRBRlanguage", expression, language=names.language)
    manifestation = element("FRBRManifestation", identification)
    this, uri = f"{names.expression}/!{component}.xml", f"{names.expression}.xml"
    _core(manifestation, this, uri, names, None)
    element("FRBRformat", manifestation, value="application/akn+xml")
    if component == MAIN:
        _references(node, masthead, names)
    return node


def _references(node: etree._Element, masthead: Masthead, names: Iris) -> None:
    """What the whole file refers to; annexes use it too, since ids are unique in a file."""
    references = element("references", node, source="#ref_pilcrow")
    _named(references, "TLCOrganization", "un", "organization/un/un", "United Nations")
    _named(references, "TLCProcess", "pilcrow", "process/un/pilcrow", "Pilcrow")
    if masthead.organ:
        _named(
            references, "TLCOrganization", "organ", f"organization/un/{names.actor}", masthead.organ
        )


def _core(node: etree._Element, this: str, uri: str, names: Iris, symbol: str | None) -> None:
    element("FRBRthis", node, value=this)
    element("FRBRuri", node, value=uri)
    if symbol:
        element("FRBRalias", node, value=symbol, name="symbol")
    dated = "publication" if names.date != UNDATED else "unknown"
    element("FRBRdate", node, date=names.date, name=dated)
    element("FRBRauthor", node, href="#ref_un")


def _named(node: etree._Element, tag: str, identifier: str, path: str, shown: str) -> None:
    element(tag, node, eId=f"ref_{identifier}", href=f"/akn/ontology/{path}", showAs=shown)
