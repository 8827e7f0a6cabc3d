"""The zip: the same bytes everywhere, and nothing in it can change unseen."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilcrow.bundle.archive import write_zip
from pilcrow.bundle.opening import README, START, SUMS
from pilcrow.bundle.sums import sums
from pilcrow.bundle.verify import DamagedError, check_files, check_zip

STAMP = (2024, 3, 13, 0, 0, 0)
CONTENT = {START: b"<p>start</p>" * 9, README: b"read me\r\n", "en/a.html": b"<p>a</p>" * 50}


def _files(**changes: bytes | None) -> dict[str, bytes]:
    files = {**CONTENT, SUMS: sums(CONTENT)}
    for path, content in changes.items():
        files.pop(path, None)
        if content is not None:
            files[path] = content
    return files


def _zip(files: dict[str, bytes], top: str = "top/") -> bytes:
    return write_zip({top + path: content for path, content in files.items()}, STAMP)


def test_a_whole_bundle_passes() -> None:
    """The control: what nobody touched is sound, as a zip and as a folder's files."""
    assert check_zip(_zip(_files())) == 4
    assert check_files(_files()) == 4


def test_other_programs_read_it_and_nothing_tells_of_the_machine() -> None:
    """Python's zipfile finds every file sound, with the day given and fixed permissions."""
    with zipfile.ZipFile(io.BytesIO(_zip({**_files(), "é.txt": b"x"}))) as opened:
        assert opened.testzip() is None
        assert {entry.date_time for entry in opened.infolist()} == {STAMP}
        assert {entry.external_attr for entry in opened.infolist()} == {0o100644 << 16}
        assert opened.namelist()[-1] == "top/é.txt"
        assert opened.read("top/en/a.html") == CONTENT["en/a.html"]


_WHOLE = _zip(_files())


@settings(deadline=None, max_examples=300)
@given(st.integers(0, len(_WHOLE) * 8 - 1))
def test_any_single_bit_changed_is_found(bit: int) -> None:
    """In a file, in its name, in the zip's records or in the seal."""
    damaged = bytearray(_WHOLE)
    damaged[bit // 8] ^= 1 << bit % 8
    with pytest.raises(DamagedError):
        check_zip(bytes(damaged))


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (_files(**{"en/a.html": b"other"}), "en/a.html: damaged"),
        (_files(**{"en/a.html": None}), "en/a.html: missing"),
        (_files(**{"en/b.html": b"more"}), "en/b.html: not a part"),
        (_files(**{SUMS: None}), "SHA256SUMS: missing"),
        (_files(**{SUMS: b"nonsense\n"}), "SHA256SUMS: line 1 is damaged"),
        (_files(**{SUMS: sums({"../x": b""})}), "../x: is not a path inside"),
        ({"a": b"", SUMS: sums({"a": b""})}, "START-HERE.html: missing"),
    ],
)
def test_the_first_bad_file_is_named(files: dict[str, bytes], message: str) -> None:
    """Changed, missing and foreign files are told apart, each by its name."""
    with pytest.raises(DamagedError, match=message.replace("..", r"\.\.")):
        check_files(files)


def test_a_changed_checksum_is_not_said_to_be_a_bad_file() -> None:
    """A flipped digit in the list of checksums is told from a file that changed."""
    line = sums(CONTENT).decode()
    flipped = ("0" if line[0] != "0" else "1") + line[1:]
    path = line.partition("\n")[0].partition("  ")[2]
    with pytest.raises(DamagedError, match=f"SHA256SUMS: its line for {path} is damaged"):
        check_files(_files(**{SUMS: flipped.encode()}))


@pytest.mark.parametrize(
    ("archive", "message"),
    [
        (b"", "damaged"),
        (_WHOLE[:-40], "zip"),
        (_WHOLE[: len(_WHOLE) // 2], "damaged"),
        (_zip(_files(), top=""), "one folder"),
        (_zip({**_files(), "../../evil": b"x"}), "evil.*inside the folder"),
        (write_zip({"/evil": b"x"}, STAMP), "evil.*inside the folder"),
        (_zip({**_files(), "a\\..\\evil": b"x"}), "Windows refuses"),
        (_zip({**_files(), "EN/a.html": b"x"}), "capitals only"),
    ],
    ids=["empty", "end cut", "half", "no folder", "dots", "absolute", "backslash", "capitals"],
)
def test_archives_that_are_none_of_ours_are_refused(archive: bytes, message: str) -> None:
    """A cut zip, and names that would leave the folder, are refused before anything is unpacked."""
    with pytest.raises(DamagedError, match=message):
        check_zip(archive)


def test_a_sound_folder_zipped_by_another_program_is_told_apart() -> None:
    """The files are sound, but that zip is not what was published."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as other:
        for path, content in _files().items():
            other.writestr(f"top/{path}", content)
    with pytest.raises(DamagedError, match="files are sound, but the zip"):
        check_zip(packed.getvalue())
