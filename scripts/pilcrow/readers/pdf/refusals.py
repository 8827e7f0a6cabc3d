"""What no reader of text can read: scans, and fonts without letters."""

from __future__ import annotations

from collections.abc import Sequence

from pilcrow.model import Place, Problem
from pilcrow.readers.pdf.page import Page
from pilcrow.readers.reading import SourceError

_FEWEST = 20
"""Letters; a page with fewer has no text."""
_LARGE = 0.3
"""Of the page: a picture that may be a scan of it."""
_MOST_UNREADABLE = 0.02
"""Of the glyphs."""


def refuse_scan(pages: Sequence[Page], source: str) -> None:
    """Refuse a PDF without text, or in which most pages are only pictures.

    Raises:
        SourceError: with the way out in its hint.
    """
    empty = [page for page in pages if sum(len(run.text) for run in page.runs) < _FEWEST]
    pictures = [page for page in empty if any(_covers(page, image) for image in page.images)]
    if len(empty) == len(pages) or len(pictures) * 2 > len(pages):
        found = f"{len(pictures)} of {len(pages)} pages are pictures" if pictures else "no words"
        raise SourceError(
            Problem(
                rule="no-text-layer",
                place=Place(source=source, line=1, page=1),
                message=f"the PDF is a scan without a text layer: {found}.",
                hint="Run OCR on it first (for example: ocrmypdf scan.pdf text.pdf), "
                "or take the Word file.",
            )
        )


def _covers(page: Page, image: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = image
    return (right - left) * (bottom - top) > _LARGE * page.width * page.height


def problems(pages: Sequence[Page], source: str) -> tuple[Problem, ...]:
    """What an editor should know about the text layer of pages that were read."""
    found: list[Problem] = []
    for page in pages:
        letters = sum(len(run.text) for run in page.runs)
        if page.unreadable > max(3, _MOST_UNREADABLE * letters):
            found.append(
                Problem(
                    rule="unreadable-glyphs",
                    place=Place(source=source, line=1, page=page.number),
                    message=f"{page.unreadable} glyphs of the page stand for no known letter: "
                    "a font says nothing of what its glyphs mean.",
                    hint="Take the Word file, or run OCR on the PDF "
                    "(for example: ocrmypdf --force-ocr in.pdf out.pdf).",
                )
            )
        elif letters < _FEWEST and any(_covers(page, image) for image in page.images):
            found.append(
                Problem(
                    rule="page-without-text",
                    place=Place(source=source, line=1, page=page.number),
                    message="the page is a picture without a text layer; its words are not read.",
                    hint="Run OCR on it first (for example: ocrmypdf --skip-text in.pdf out.pdf), "
                    "or accept it if the page holds no text.",
                )
            )
    return tuple(found)
