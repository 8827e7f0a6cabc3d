r"""How shards are written: numbers as printable characters, a checksum, a classic script.

Numbers are written in an alphabet of 91 characters that need no escape in a JavaScript string
(no `"`, `\`, nor `}` and `~`, which separate). A value below 62 is one character; otherwise the
first character tells the rest modulo 29 and the quotient follows in the same way.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

ALPHABET = "".join(chr(code) for code in range(32, 125) if chr(code) not in '"\\')
ONE = 62
MORE = len(ALPHABET) - ONE
SEPARATOR = "~"
HALF = "}"


def _encode(value: int) -> str:
    out = ""
    while value >= ONE:
        value -= ONE
        out += ALPHABET[ONE + value % MORE]
        value //= MORE
    return out + ALPHABET[value]


_CODED = 1 << 16
_CODES = tuple(_encode(value) for value in range(_CODED))


def code(value: int) -> str:
    """A number of 0 or above as characters."""
    return _CODES[value] if value < _CODED else _encode(value)


def encode(values: Iterable[int]) -> str:
    """Numbers of 0 and above as characters; `decode` gives them back."""
    given = tuple(values)
    try:
        return "".join([_CODES[value] for value in given])
    except IndexError:
        return "".join(map(code, given))


def decode(text: str) -> tuple[int, ...]:
    """The numbers that `encode` wrote. The browser has the same in `shards.js`."""
    values: list[int] = []
    value = 0
    scale = 1
    for character in text:
        digit = ALPHABET.index(character)
        value += digit * scale
        if digit >= ONE:
            scale *= MORE
        else:
            values.append(value)
            value = 0
            scale = 1
    return tuple(values)


def signed(value: int) -> int:
    """A number that may be below zero as one that is not: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4."""
    return value * 2 if value >= 0 else -value * 2 - 1


_ESCAPES = (
    ("\\", "\\\\"),
    ('"', '\\"'),
    ("\n", "\\n"),
    ("\r", "\\r"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def checksum(text: str) -> int:
    """Adler-32 of the text's UTF-16 code units, low byte first: quick in Python and browsers."""
    return zlib.adler32(text.encode("utf-16-le", "surrogatepass"))


def shard(text: str) -> tuple[str, bytes]:
    """A shard's name, made from its content, and the classic script that hands it over."""
    name = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    literal = text
    for character, escaped in _ESCAPES:
        literal = literal.replace(character, escaped)
    script = f'__shard("{name}","{literal}",{checksum(text)})\n'
    return name, script.encode("utf-8", "replace")
