"""The printed words of a Word file, taken from its elements directly: what the ledger weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pilcrow.readers.docx.characters import PLAIN_CHARACTERS, printed, symbol
from pilcrow.readers.docx.marks import Reference, is_hidden
from pilcrow.readers.docx.names import Element, M, W, printed_children, value_of
from pilcrow.readers.docx.styles import Styles


def paragraph_words(
    paragraph: Element,
    references: Mapping[Element, Reference],
    styles: Styles,
) -> str:
    """The words printed in a paragraph, without those of text boxes anchored in it.

    Args:
        paragraph: the element.
        references: the notes' references, for their marks.
        styles: of the document, for hidden text.
    """
    hidden = styles.paragraph(value_of(paragraph.find(W + "pPr"), "pStyle")).hidden
    return printed("".join(_pieces(paragraph, references, styles, hidden=hidden)))


def _pieces(
    element: Element,
    references: Mapping[Element, Reference],
    styles: Styles,
    *,
    hidden: bool,
) -> Iterator[str]:
    for child in printed_children(element):
        tag = child.tag
        if tag in {W + "t", M + "t"}:
            if not hidden:
                yield child.text or ""
        elif tag in {W + "p", W + "txbxContent", W + "instrText"}:
            continue
        elif child in references:
            yield f" {references[child].mark or ''} "
        elif tag == W + "sym":
            yield "" if hidden else symbol(child)
        elif tag in PLAIN_CHARACTERS:
            yield PLAIN_CHARACTERS[str(tag)]
        elif tag == W + "r":
            yield from _pieces(child, references, styles, hidden=_hidden(child, styles, hidden))
        else:
            yield from _pieces(child, references, styles, hidden=hidden)


def _hidden(run: Element, styles: Styles, outer: bool) -> bool:  # noqa: FBT001
    properties = run.find(W + "rPr")
    own = is_hidden(properties)
    if own is not None:
        return own
    return outer or styles.of(value_of(properties, "rStyle")).hidden
