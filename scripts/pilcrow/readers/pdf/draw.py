"""Draws regions of a PDF's pages as pictures, in a process of its own.

For the reasons why glyphs are taken so (`extract`). The first line of standard input says what to
draw: for each picture the index of its page, how that is turned, and its box; the PDF follows.
Each picture is a line of JSON, in order.
"""

from __future__ import annotations

import base64
import ctypes
import json
import struct
import sys
import zlib
from collections.abc import Iterator

import pypdfium2_raw as pdfium

from pilcrow.readers.pdf.extract import bound_memory

SCALE = 2.0
"""Pixels in a point: fine enough for letters in a chart."""
MOST_PIXELS = 2_000_000
"""Of one picture; a larger region is drawn smaller."""
_WHITE = 0xFFFFFFFF
_COLOURS = 256
"""That a palette can hold."""


def main() -> None:
    """Read what to draw and the PDF from standard input; write the pictures."""
    bound_memory()
    wanted = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    for index, turn, box in wanted:
        drawn = _draw(document, index, turn, box) if document else b""
        sys.stdout.write(json.dumps({"png": base64.b64encode(drawn).decode("ascii")}) + "\n")
        sys.stdout.flush()


def _draw(document: object, index: int, turn: int, box: tuple[float, ...]) -> bytes:
    """The region as a PNG; nothing where it cannot be drawn."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return b""
    left, top, right, bottom = box
    area = max(1.0, (right - left) * (bottom - top))
    scale = min(SCALE, (MOST_PIXELS / area) ** 0.5)
    width, height = round((right - left) * scale), round((bottom - top) * scale)
    size = (pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    across, down = size if turn in {0, 2} else (size[1], size[0])
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0) if width > 0 and height > 0 else None
    try:
        if not bitmap:
            return b""
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(
            bitmap,
            page,
            round(-left * scale),
            round(-top * scale),
            round(across * scale),
            round(down * scale),
            turn,
            pdfium.FPDF_REVERSE_BYTE_ORDER,
        )
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        whole = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        if bitmap:
            pdfium.FPDFBitmap_Destroy(bitmap)
        pdfium.FPDF_ClosePage(page)
    lines = (whole[row * stride : row * stride + 4 * width] for row in range(height))
    return _png(b"".join(lines), width, height)


def _png(pixels: bytes, width: int, height: int) -> bytes:
    """Pixels of four bytes, the last one idle, as a PNG; with a palette where that is enough."""
    colours = sorted(set(memoryview(pixels).cast("I")))
    if len(colours) <= _COLOURS:
        place = {colour: index for index, colour in enumerate(colours)}
        data, sample, kind = bytes(map(place.__getitem__, memoryview(pixels).cast("I"))), 1, 3
        palette = b"".join(struct.pack("=I", colour)[:3] for colour in colours)
    else:
        opaque = bytearray(3 * width * height)
        for channel in range(3):
            opaque[channel::3] = pixels[channel::4]
        data, sample, kind, palette = bytes(opaque), 3, 2, b""
    stride = sample * width
    rows = b"".join(b"\x00" + data[at : at + stride] for at in range(0, len(data), stride))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            *_piece(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)),
            *(_piece(b"PLTE", palette) if palette else ()),
            *_piece(b"IDAT", zlib.compress(rows, 9)),
            *_piece(b"IEND", b""),
        )
    )


def _piece(kind: bytes, data: bytes) -> Iterator[bytes]:
    yield struct.pack(">I", len(data))
    yield kind
    yield data
    yield struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    main()
