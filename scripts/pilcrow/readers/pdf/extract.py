"""Takes the glyphs of a PDF, in a process of its own.

PDFium is C++ and reads whatever a stranger sent. So it runs in a child process with a bound on
its memory: a file that brings it down costs that file and nothing else. The child reads the PDF
from standard input and writes a line of JSON for the document and one for each page, so that
only one page is held at a time.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from math import isfinite

import pypdfium2_raw as pdfium

from pilcrow.readers.pdf.characters import READABLE_WIDTH, SPACES, readable
from pilcrow.readers.pdf.drawn import Turn, drawn, links

MEMORY = 1 << 30
"""Bytes of address space that the child may take."""
MOST_PAGES = 5000
MOST_GLYPHS = 200_000
"""On one page; a page of a report holds some 5,000."""
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_ITALIC = 1 << 6
_NAME_LENGTH = 200
_SMALLEST = 0.1
"""Points; damaged files set glyphs in no size at all."""
_GAP = 0.12
"""Of the size: a gap that may part two words, so that a run ends there."""
_STEP = 0.05
"""Of the size: glyphs whose baselines differ by more stand in different runs."""
_LEFT, _TOP, _RIGHT, _BOTTOM = range(4)
"""As FS_RECTF has its sides."""
_SIDES = ((_LEFT, _RIGHT), (_BOTTOM, _TOP), (_RIGHT, _LEFT), (_TOP, _BOTTOM))
"""Where a glyph begins and ends, by the direction of its text."""
_LABEL_ENDS = ".)0123456789"
_FIRST_LETTER, _END_OF_ASCII = 0x20, 0x7F


def _quick(function: object, result: object, *arguments: object) -> Callable[..., int]:
    """A function of PDFium that takes and gives plain numbers: it is called for each glyph."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


_unicode_of = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
_object_of = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_box_of = _quick(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)


def main() -> None:
    """Read a PDF from standard input; write the document and its pages to standard output."""
    bound_memory()
    content = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        _write({"error": pdfium.FPDF_GetLastError()})
        return
    pages = min(pdfium.FPDF_GetPageCount(document), MOST_PAGES)
    _write({"pages": pages, "language": _language(document)})
    for index in range(pages):
        _write(_page(document, index))


def bound_memory() -> None:
    """Bound what this process may take, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not there on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(value: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=True, separators=(",", ":")))
    sys.stdout.write("\n")
    sys.stdout.flush()


def _language(document: object) -> str | None:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not 0 < size <= _NAME_LENGTH:
        return None
    text = (ctypes.c_ushort * size)()
    pdfium.FPDFCatalog_GetLanguage(document, text, size)
    return bytes(text).decode("utf-16-le", "ignore").split("\0")[0] or None


def _page(document: object, index: int) -> dict[str, object]:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return {"error": "page"}
    text = pdfium.FPDFText_LoadPage(page)
    try:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        glyphs = _Glyphs(text)
        runs = list(glyphs.runs()) if text else []
        rotation = pdfium.FPDFPage_GetRotation(page)
        quarter = glyphs.direction(rotation)
        turn = Turn(quarter, box.left, box.bottom, box.right, box.top)
        width, height = turn.size
        beside = drawn(page, turn)
        return {
            "size": (round(width, 1), round(height, 1)),
            "fonts": glyphs.fonts,
            "runs": [_turned(run, turn) for run in runs],
            "rules": beside.rules,
            "bars": beside.bars,
            "images": beside.images,
            "shapes": beside.shapes,
            "links": links(document, page, turn),
            "unreadable": glyphs.unreadable,
            "turn": (quarter - rotation) % 4,
        }
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


_Run = tuple[str, float, float, float, float, float, float, float, int, int, bool, bool]
"""Text, start, baseline, end and the end of a space before in user space, size, font, quarter."""


def _turned(run: _Run, turn: Turn) -> tuple[object, ...]:
    text, x0, y0, x1, y1, space_x, space_y, size, font, quarter, spaced, artifact = run
    if quarter == turn.quarter == 0:
        # As nearly all text stands.
        start, end, space = x0 - turn.left, x1 - turn.left, space_x - turn.left
        baseline = turn.top - y0
    else:
        own = turn if quarter == turn.quarter else turn.towards(quarter)
        start, baseline = own.point(x0, y0)
        end, _ = own.point(x1, y1)
        space, _ = own.point(space_x, space_y)
    return (
        text,
        round(min(start, end), 1),
        round(max(start, end), 1),
        round(baseline, 1),
        round(size, 1),
        font,
        int(spaced) | int(artifact) << 1 | int(quarter != turn.quarter) << 2,
        round(space, 1),
    )


class _Glyphs:
    """The glyphs of a page, put together to runs: no space in them, one font, one baseline."""

    def __init__(self, text: ctypes.c_void_p) -> None:
        self.fonts: list[tuple[bool, bool, bool]] = []
        self.unreadable = 0
        self._text = text
        self._font_index: dict[tuple[int, bool], int] = {}
        self._directions: Counter[int] = Counter()

    def direction(self, rotation: int) -> int:
        """The direction in which most of the page's text runs, in quarters of a turn."""
        if not self._directions:
            return rotation
        return self._directions.most_common(1)[0][0]

    def runs(self) -> Iterator[_Run]:  # noqa: C901, PLR0912, PLR0915 - one loop, for its speed
        text = ctypes.cast(self._text, ctypes.c_void_p).value
        box = (ctypes.c_float * 4)()
        sides = memoryview(box).cast("B").cast("f")
        at = ctypes.addressof(box)
        before, after = _LEFT, _RIGHT
        letters: list[str] = []
        current = 0
        quarter = font = 0
        y = line = size = 0.0
        artifact = vertical = False
        start = end = space = 0.0
        spaced = parted = False
        forward = 1

        def close() -> _Run:
            """The run that ends here, in user space."""
            word = "".join(letters)
            letters.clear()
            self._directions[quarter] += len(word)
            points = (y, start, y, end, y, space) if vertical else (start, y, end, y, space, y)
            return (word, *points, size, font, quarter, spaced, artifact)

        for index in range(min(pdfium.FPDFText_CountChars(self._text), MOST_GLYPHS)):
            code = _unicode_of(text, index)
            if code in SPACES and pdfium.FPDFText_IsGenerated(self._text, index):
                parted = True
                continue
            which = _object_of(text, index)
            _box_of(text, index, at)
            if which != current or not which:
                found = ctypes.cast(which, pdfium.FPDF_PAGEOBJECT) if which else None
                line, style = self._style(index, found)
                if letters and (
                    style != (size, font, quarter, artifact) or abs(line - y) > _STEP * size
                ):
                    yield close()
                    spaced = False
                    space = end
                current = which
                size, font, quarter, artifact = style
                vertical = quarter in {1, 3}
                forward = -1 if quarter in {2, 3} else 1
                before, after = _SIDES[quarter]
            first, last = sides[before], sides[after]
            if code in SPACES:
                if letters:
                    yield close()
                spaced = True
                if first * forward <= max(end * forward, space * forward) + size:
                    # One further off opens another cell: it fills no gap.
                    space = last
                continue
            if _FIRST_LETTER < code < _END_OF_ASCII:
                letter: str | None = chr(code)
            else:
                letter = readable(code, narrow=abs(last - first) < READABLE_WIDTH * size)
            if letter is None:
                self.unreadable += 1
                letter = "\ufffd"
            if not letter:
                continue
            gap = (first - end) * forward
            # Behind a label a tab may stand that had no room.
            tab = parted and letter.isupper() and letters and letters[-1] in _LABEL_ENDS
            parted = False
            if letters and (tab or not -size < gap < _GAP * size):
                yield close()
                spaced = False
                space = end
            if not letters:
                start = first
                if not spaced:
                    space = end
                y = line
            letters.append(letter)
            end = last
        if letters:
            yield close()

    def _style(self, index: int, found: object) -> tuple[float, tuple[float, int, int, bool]]:
        """Baseline; and size, font, direction and whether it is marked as no content."""
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, index, ctypes.byref(x), ctypes.byref(y))
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._text, index, ctypes.byref(matrix))
        quarter = _direction(matrix.a, matrix.b)
        scale = (matrix.c * matrix.c + matrix.d * matrix.d) ** 0.5
        size = abs(pdfium.FPDFText_GetFontSize(self._text, index) * (scale or 1.0))
        size = max(_SMALLEST, round(size, 1)) if isfinite(size) else _SMALLEST
        baseline = x.value if quarter in {1, 3} else y.value
        if not found:
            return baseline, (size, self._font(None, bold=False), quarter, False)
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(found) in {1, 2}
        font = self._font(pdfium.FPDFTextObj_GetFont(found), bold=stroked)
        return baseline, (size, font, quarter, _is_artifact(found))

    def _font(self, font: object, *, bold: bool) -> int:
        key = (ctypes.addressof(font.contents) if font else 0, bold)  # type: ignore[attr-defined]
        if key not in self._font_index:
            self._font_index[key] = len(self.fonts)
            self.fonts.append(_font_style(font, bold=bold))
        return self._font_index[key]


def _direction(a: float, b: float) -> int:
    """The direction of a line of text, in quarters of a turn."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _font_style(font: object, *, bold: bool) -> tuple[bool, bool, bool]:
    """Whether a font is bold, italic and of fixed width, by its name, flags and weight."""
    if not font:
        return bold, False, False
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("utf-8", "ignore").lower()
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    weight = pdfium.FPDFFont_GetWeight(font)
    angle = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, ctypes.byref(angle))
    named_bold = any(word in name for word in ("bold", "black", "heavy", "demi"))
    named_italic = any(word in name for word in ("italic", "oblique", "kursiv"))
    return (
        bold or named_bold or bool(flags & _FORCE_BOLD) or weight >= _BOLD_WEIGHT,
        named_italic or bool(flags & _ITALIC) or angle.value != 0,
        "courier" in name or bool(flags & 1),
    )


def _is_artifact(found: object) -> bool:
    """Whether a tagged PDF marks the text as no content of the report (a running head)."""
    for index in range(pdfium.FPDFPageObj_CountMarks(found)):
        mark = pdfium.FPDFPageObj_GetMark(found, index)
        size = ctypes.c_ulong()
        buffer = (ctypes.c_ushort * 16)()
        if pdfium.FPDFPageObjMark_GetName(mark, buffer, 32, ctypes.byref(size)):
            name = bytes(buffer).decode("utf-16-le", "ignore").split("\0")[0]
            if name == "Artifact":
                return True
    return False


if __name__ == "__main__":
    main()
