"""Names of files that unzip on Windows, exFAT and macOS, and stay apart there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LONGEST_PATH = 160
"""In characters, with the top folder. Windows refuses 260 unless told otherwise; this leaves a
hundred for where the reader puts the folder."""
LONGEST_NAME = 120
_LONGEST_NAME_BYTES = 255
_REFUSED = frozenset('<>:"\\|?*')
_DEVICES = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)))
)


def name_problem(path: str) -> str | None:
    """What is wrong with a path of a bundle, as words that follow it; None where nothing is."""
    if path.startswith("/") or not path:
        return "is not a path inside the folder"
    if len(path) > LONGEST_PATH:
        return f"is {len(path)} characters long; Windows takes {LONGEST_PATH} at most here"
    if unicodedata.normalize("NFC", path) != path:
        return "is written with letters and marks apart; macOS and Windows differ on these"
    for name in path.split("/"):
        if problem := _part_problem(name):
            return problem
    return None


def _part_problem(name: str) -> str | None:
    if name in {"", ".", ".."}:
        return "is not a path inside the folder"
    refused = sorted(c for c in set(name) if c in _REFUSED or unicodedata.category(c)[0] == "C")
    if refused:
        return f"has {refused[0]!r} in it, which Windows refuses"
    if name[-1] in " ." or name[0] == " ":
        return f"has {name!r} in it; Windows drops the dot or space at its end or beginning"
    if name.split(".", maxsplit=1)[0].rstrip().upper() in _DEVICES:
        return f"has {name!r} in it, which is a device on Windows"
    if len(name) > LONGEST_NAME or len(name.encode("utf-8")) > _LONGEST_NAME_BYTES:
        return f"has a name of {len(name)} characters in it; {LONGEST_NAME} at most"
    return None


def clashes(paths: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of paths, or of folders on their way, that differ in capitals only."""
    seen: dict[str, str] = {}
    found: list[tuple[str, str]] = []
    for path in paths:
        parts = path.split("/")
        for count in range(1, len(parts) + 1):
            here = "/".join(parts[:count])
            other = seen.setdefault(unicodedata.normalize("NFC", here).casefold(), here)
            if other != here:
                found.append((other, here))
    return tuple(found)
