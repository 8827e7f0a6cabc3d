"""Runs the child process that takes the glyphs out of a PDF, and reads what it tells.

No file can take this process with it: the child has a bound on its memory and a time for each
page, and whatever ends it is one problem of that file.
"""

from __future__ import annotations

import base64
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from sys import intern
from typing import IO, cast

from pilcrow.model import Place, Problem
from pilcrow.readers.pdf.page import Box, Page, Run
from pilcrow.readers.reading import SourceError

PATIENCE = 8.0
"""Seconds without a page after which a file counts as damaged."""
_PASSWORD = 4
_READER = "pilcrow.readers.pdf.extract"
_PAINTER = "pilcrow.readers.pdf.draw"

_RunTuple = tuple[str, float, float, float, float, int, int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A PDF that opened: how many pages it has, the language it declares, and the pages."""

    page_count: int
    language: str | None
    pages: Iterator[Page]


def start(module: str) -> subprocess.Popen[bytes]:
    """Start one of our modules as a child process that reads and writes bytes."""
    return subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
        (sys.executable, "-P", "-m", module),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


@contextmanager
def opened(content: bytes, source: str) -> Iterator[Document]:
    """Open a PDF; its pages come one by one as they are asked for.

    Raises:
        SourceError: it asks for a password, is damaged, or brought its reader down. While the
            pages are read too.
    """
    with start(_READER) as child:
        try:
            told = _told(child, content)
            first = _next(told, source)
            if "error" in first:
                raise _refused(cast("int", first["error"]), source)
            count = cast("int", first["pages"])
            yield Document(
                page_count=count,
                language=cast("str | None", first.get("language")),
                pages=(
                    _page(_next(told, source), number, source) for number in range(1, count + 1)
                ),
            )
        finally:
            child.kill()


def draw(regions: Sequence[tuple[Page, Box]], content: bytes) -> tuple[bytes, ...]:
    """Draw regions of pages as PNG pictures; one that cannot be drawn is empty."""
    wanted = json.dumps([(page.number - 1, page.turn, box) for page, box in regions])
    drawn: list[bytes] = []
    with start(_PAINTER) as child:
        try:
            told = _told(child, wanted.encode() + b"\n" + content)
            for _ in regions:
                line = told.get(timeout=PATIENCE)
                if not line.endswith(b"\n"):
                    break
                drawn.append(base64.b64decode(json.loads(line)["png"]))
        except queue.Empty:
            pass
        finally:
            child.kill()
    return (*drawn, *(b"" for _ in range(len(regions) - len(drawn))))


def _told(child: subprocess.Popen[bytes], content: bytes) -> queue.Queue[bytes]:
    """The lines of the child, an empty one at its end; a few at most wait to be read."""
    told: queue.Queue[bytes] = queue.Queue(maxsize=8)
    stdin, stdout = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)

    def feed() -> None:
        try:
            stdin.write(content)
            stdin.close()
        except OSError:
            return

    def listen() -> None:
        try:
            for line in stdout:
                told.put(line)
        except (OSError, ValueError):
            pass
        told.put(b"")

    for task in (feed, listen):
        threading.Thread(target=task, daemon=True).start()
    return told


def _next(told: queue.Queue[bytes], source: str) -> dict[str, object]:
    try:
        line = told.get(timeout=PATIENCE)
        if not line.endswith(b"\n"):
            raise _damaged(source, "its reader broke down on it")
        return cast("dict[str, object]", json.loads(line))
    except queue.Empty:
        raise _damaged(source, f"a page took more than {PATIENCE:.0f} seconds") from None


def _refused(error: int, source: str) -> SourceError:
    if error == _PASSWORD:
        return _error(
            source,
            "encrypted-source",
            "the PDF asks for a password.",
            "Open it with the password, and save or print it as a PDF without one.",
        )
    return _damaged(source, "it cannot be opened")


def _damaged(source: str, how: str) -> SourceError:
    return _error(
        source,
        "damaged-source",
        f"the PDF is cut off or damaged: {how}.",
        "Get the file again from where it came from.",
    )


def _error(source: str, rule: str, message: str, hint: str) -> SourceError:
    place = Place(source=source, line=1)
    return SourceError(Problem(rule=rule, place=place, message=message, hint=hint))


def _page(told: dict[str, object], number: int, source: str) -> Page:
    if "error" in told:
        raise _damaged(source, f"page {number} cannot be read")
    width, height = cast("tuple[float, float]", told["size"])
    fonts = cast("list[tuple[bool, bool, bool]]", told["fonts"])
    runs: list[Run] = []
    turned: list[Run] = []
    same: dict[float, float] = {}
    for text, x0, x1, y, size, font, flags, space in cast("list[_RunTuple]", told["runs"]):
        bold, italic, fixed = fonts[font]
        # Words and numbers that come again are kept once: a long document has many.
        run = Run(
            intern(text),
            same.setdefault(x0, x0),
            same.setdefault(x1, x1),
            same.setdefault(y, y),
            same.setdefault(size, size),
            bold,
            italic,
            fixed,
            bool(flags & 1),
            bool(flags & 2),
            same.setdefault(space, space),
        )
        (turned if flags & 4 else runs).append(run)
    return Page(
        number=number,
        width=width,
        height=height,
        runs=tuple(runs),
        turned=tuple(turned),
        rules=_boxes(told["rules"]),
        bars=_boxes(told["bars"]),
        images=_boxes(told["images"]),
        shapes=_boxes(told["shapes"]),
        links=tuple(cast("list[tuple[Box, str]]", told["links"])),
        unreadable=cast("int", told["unreadable"]),
        turn=cast("int", told["turn"]),
    )


def _boxes(told: object) -> tuple[Box, ...]:
    return tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in cast("list[Box]", told))
