"""SHA256SUMS, in the form that `sha256sum -c` and `shasum -a 256 -c` read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

_LINE = re.compile(r"(?P<sum>[0-9a-f]{64}) [ *](?P<path>[^\r\n]+)")


class SumsError(ValueError):
    """A line is none of `sha256sum`'s."""


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, sorted by path."""
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode("utf-8")


def read_sums(content: bytes) -> dict[str, str]:
    """The sums by path, in the file's order.

    Raises:
        SumsError: a line cannot be read, or a path comes twice.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is None or match["path"] in found:
            raise SumsError(f"line {number} is damaged")
        found[match["path"]] = match["sum"]
    return found
