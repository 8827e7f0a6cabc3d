"""Styles: what the name of a paragraph's style says about it.

The names are those of the United Nations templates of New York (`_ H _Ch`, `__Single Txt`) and
Geneva (`_ H _Ch_G`, `_ Single Txt_G`), and Word's own, which are English in the file whatever
language Word speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pilcrow.readers.docx.names import Element, W, attribute, toggle, value_of
from pilcrow.readers.reading import Known

_DEEPEST = 40
"""Styles that a style may be based on, one on the other; a circle ends there."""
_HEADING = re.compile(
    r"(?:(?:reg|fm)?h(?P<un>m|ch|1|2/?3|4|5/?6)g?|heading(?P<word>[1-9])"
    r"|rep(?:ctr)?(?:numbered)?h(?:dg)?(?P<rep>[1-4])?(?:margin)?)"
)
_UN_LEVELS = {"ch": 1, "1": 2, "23": 3, "4": 4, "56": 5}
_KNOWN: tuple[tuple[str, Known, int | None], ...] = (
    (r"titlehch|hm|hmg|title|stitle[lms]|reptitle[lms]|repm|s[ml]g?", Known.TITLE, 1),
    (r"titleh[12]|subtitle", Known.TITLE, 2),
    (r"session|agenda(?:item(?:normal|number|title)?|titleh2)|symbol", Known.MASTHEAD, None),
    (r"distribution|original|publication|releasedate|xlargeg?|meetingnumber", Known.MASTHEAD, None),
    (r"toc[1-9]|tocheading|srcontents|tableoffigures", Known.CONTENTS, None),
    (r"caption|reptable(?:number|title)", Known.CAPTION, None),
    (r"footnotetext|endnotetext", Known.TABLE_NOTE, None),
    (r"(?:intense)?quote|blocktext|.*quotesblock.*", Known.QUOTE, None),
    (r"signature|closing|e-mailsignature", Known.SIGNATURE, None),
)
_TEXT = re.compile(r"(?:reg|fm)?singletxtg?")
_BULLET = re.compile(r"(?:list|normal|rep|reg|fm)?bullet(?P<depth>[1-5])?g?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a paragraph or run gets from its style and from those it is based on."""

    known: Known | None = None
    level: int | None = None
    bullet: int | None = None
    """How deep in a list of bullets; None for other styles."""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    superscript: bool = False
    numbering: tuple[str | None, str | None] = (None, None)
    """Id of the numbering and level in it, where the style has them."""


PLAIN = Style()


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        """Read the part; a document without one has plain styles only."""
        self._elements: dict[str, Element] = {}
        self._default = ""
        for element in root.iter(W + "style") if root is not None else ():
            identifier = attribute(element, "styleId") or ""
            self._elements[identifier] = element
            kind, default = attribute(element, "type"), attribute(element, "default")
            if kind == "paragraph" and default in {"1", "true", "on"}:
                self._default = identifier
        self._read: dict[str, Style] = {}

    def paragraph(self, identifier: str | None) -> Style:
        """The style of a paragraph; the default one where it names none."""
        return self.of(identifier if identifier is not None else self._default)

    def of(self, identifier: str | None) -> Style:
        """The style with this id, plain where there is none."""
        if identifier is None:
            return PLAIN
        if identifier not in self._read:
            self._read[identifier] = self._resolve(identifier)
        return self._read[identifier]

    def _resolve(self, identifier: str) -> Style:
        chain: list[Element] = []
        current: str | None = identifier
        while current in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[current])
            current = value_of(chain[-1], "basedOn")
        known, level, bullet = _meaning(chain)
        runs = [element.find(W + "rPr") for element in chain]
        return Style(
            known=known,
            level=level,
            bullet=bullet,
            bold=_first_toggle(runs, "b"),
            italic=_first_toggle(runs, "i"),
            caps=_first_toggle(runs, "caps"),
            hidden=_first_toggle(runs, "vanish"),
            superscript=next((value for run in runs if (value := value_of(run, "vertAlign"))), None)
            == "superscript",
            numbering=_numbering(chain),
        )


def _first_toggle(runs: list[Element | None], name: str) -> bool:
    return next((on for run in runs if (on := toggle(run, name)) is not None), False)


def _numbering(chain: list[Element]) -> tuple[str | None, str | None]:
    for element in chain:
        numbering = element.find(f"{W}pPr/{W}numPr")
        if numbering is not None and value_of(numbering, "numId") is not None:
            return value_of(numbering, "numId"), value_of(numbering, "ilvl")
    return None, None


def _name(element: Element) -> str:
    return re.sub(r"[\s_]+", "", value_of(element, "name") or "").lower()


def _meaning(chain: list[Element]) -> tuple[Known | None, int | None, int | None]:
    """What the style is for: by the nearest name that says it, else by its outline level."""
    for element in chain:
        name = _name(element)
        if match := _HEADING.fullmatch(name):
            if match["un"] == "m":
                return Known.TITLE, 1, None
            un = (match["un"] or "").replace("/", "")
            level = _UN_LEVELS.get(un) or int(match["word"] or match["rep"] or 1)
            return Known.HEADING, level, None
        for pattern, known, rank in _KNOWN:
            if re.fullmatch(pattern, name):
                return known, rank, None
        if match := _BULLET.fullmatch(name):
            return None, None, int(match["depth"] or 1)
    for element in chain:
        outline = value_of(element.find(W + "pPr"), "outlineLvl")
        if outline is not None and outline.isdigit() and int(outline) < len("123456789"):
            return Known.HEADING, int(outline) + 1, None
    is_text = any(_TEXT.fullmatch(_name(element)) for element in chain)
    return Known.TEXT if is_text else None, None, None
