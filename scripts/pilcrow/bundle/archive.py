"""A zip file, the same bytes everywhere, sealed so that a single changed bit shows.

Everything that a zip may tell of the machine that wrote it is fixed: times, permissions, system,
order, and the compression (`deflate`). The comment at the end holds the SHA-256 of all before it,
since the sums inside cover the files but not the zip's own records.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable, Mapping

from pilcrow.bundle.deflate import deflate

SEAL = "SHA-256 of all before: "
_SEAL_LENGTH = len(SEAL) + 64
_VERSION = 20
_UNIX = 3
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_FILE_MODE = 0o100644 << 16


def write_zip(
    files: Mapping[str, bytes],
    stamp: tuple[int, int, int, int, int, int],
    compress: Callable[[bytes], bytes] = deflate,
) -> bytes:
    """The files, in the order given, as a zip.

    Args:
        files: contents by path.
        stamp: year, month, day, hour, minute and second that every file bears; from 1980 on.
        compress: gives a raw DEFLATE stream.
    """
    out = bytearray()
    directory = bytearray()
    for path, content in files.items():
        name = path.encode("utf-8")
        packed = compress(content)
        method = _DEFLATED
        if len(packed) >= len(content):
            packed, method = content, _STORED
        common = struct.pack(
            "<HHHHHIIIHH",
            _VERSION,
            0 if path.isascii() else _UTF8,
            method,
            *_dos(stamp),
            zlib.crc32(content),
            len(packed),
            len(content),
            len(name),
            0,
        )
        entry = struct.pack("<HHHII", 0, 0, 0, _FILE_MODE, len(out))
        directory += b"PK\1\2" + struct.pack("<BB", _VERSION, _UNIX) + common + entry + name
        out += b"PK\3\4" + common + name + packed
    end = struct.pack(
        "<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(out), _SEAL_LENGTH
    )
    out += directory + b"PK\5\6" + end
    return bytes(out) + seal_of(bytes(out))


def seal_of(before: bytes) -> bytes:
    """The comment that ends a zip."""
    return f"{SEAL}{hashlib.sha256(before).hexdigest()}".encode("ascii")


def is_sealed(archive: bytes) -> bool:
    """Tell whether the comment at the end fits all before it."""
    return archive[-_SEAL_LENGTH:] == seal_of(archive[:-_SEAL_LENGTH])


def _dos(stamp: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    year, month, day, hour, minute, second = stamp
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
