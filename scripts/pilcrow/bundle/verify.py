"""Looks a bundle over whole: the first thing that is wrong with it, in one line."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from pilcrow.bundle.archive import is_sealed
from pilcrow.bundle.naming import clashes, name_problem
from pilcrow.bundle.opening import README, START, SUMS
from pilcrow.bundle.sums import SumsError, read_sums

LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers put into a folder that somebody looked at; no part of a bundle."""
_MOST_BYTES = 512 * 1024**2


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises over damaged archives, wherever the damage is."""


_FEW_DIGITS = 16
"""Of 64; no changed file has all the others right by chance."""


class DamagedError(Exception):
    """What is wrong, naming the file where there is one."""


def check_zip(archive: bytes) -> int:
    """Check a zip: names, every file, nothing missing, nothing more, and the zip's own records.

    Returns:
        The number of files, all of them sound.

    Raises:
        DamagedError: something is wrong; the first such thing is named.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            files = _contents(opened)
    except _UNREADABLE as error:
        raise DamagedError(f"the zip file is damaged: {error}") from None
    tops = {path.partition("/")[0] for path in files}
    if len(tops) != 1 or any("/" not in path for path in files):
        raise DamagedError("the zip does not hold one folder and nothing beside it")
    count = check_files({path.partition("/")[2]: content for path, content in files.items()})
    if not is_sealed(archive):
        raise DamagedError(
            "the files are sound, but the zip around them is not as pilcrow bundle wrote it"
        )
    return count


def check_files(files: Mapping[str, bytes]) -> int:
    """Check the files of a folder by their paths in it, as `check_zip` does.

    Raises:
        DamagedError: something is wrong; the first such thing is named.
    """
    if SUMS not in files:
        raise DamagedError(f"{SUMS}: missing, so this is no bundle or a part of one")
    try:
        expected = read_sums(files[SUMS])
    except SumsError as error:
        raise DamagedError(f"{SUMS}: {error}") from None
    for path, digest in expected.items():
        if problem := _file_problem(files, path, digest):
            if path in files and _is_almost(digest, files[path]):
                raise DamagedError(f"{SUMS}: its line for {path} is damaged")
            raise DamagedError(f"{path}: {problem}")
    for path in sorted(files):
        if path not in expected and path != SUMS:
            raise DamagedError(f"{path}: not a part of the bundle")
    for path in (START, README):
        if path not in expected:
            raise DamagedError(f"{path}: missing")
    return len(files)


def _file_problem(files: Mapping[str, bytes], path: str, digest: str) -> str | None:
    if problem := name_problem(path):
        return problem
    if path not in files:
        return "missing"
    if hashlib.sha256(files[path]).hexdigest() != digest:
        return "damaged, its checksum does not fit"
    return None


def _is_almost(digest: str, content: bytes) -> bool:
    """Of another content's checksum hardly a digit would fit: here the checksum was changed."""
    pairs = zip(digest, hashlib.sha256(content).hexdigest(), strict=True)
    return sum(one != other for one, other in pairs) <= _FEW_DIGITS


def _contents(opened: zipfile.ZipFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    names = [entry.orig_filename for entry in opened.infolist()]
    for name in names:
        if problem := name_problem(name):
            raise DamagedError(f"{name!r}: {problem}")
    for first, second in clashes(names):
        raise DamagedError(f"{second}: differs from {first} in capitals only")
    if sum(entry.file_size for entry in opened.infolist()) > _MOST_BYTES:
        raise DamagedError("the zip file is damaged: it says it unpacks to more than 512 MiB")
    for entry in opened.infolist():
        if entry.filename in files:
            raise DamagedError(f"{entry.filename}: comes twice")
        try:
            files[entry.filename] = opened.read(entry)
        except _UNREADABLE:
            name = entry.filename.partition("/")[2] or entry.filename
            raise DamagedError(f"{name}: damaged in the zip file") from None
    return files
