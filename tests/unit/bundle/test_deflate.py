"""The compression: any unzip program reads it, and it is the same everywhere."""

import hashlib
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pilcrow.bundle.deflate import deflate


def _inflate(stream: bytes) -> bytes:
    reader = zlib.decompressobj(-15)
    data = reader.decompress(stream)
    assert reader.eof
    assert not reader.unused_data
    return data


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=3000), st.text("ab<>/ ", max_size=3000).map(str.encode)))
def test_what_went_in_comes_out(data: bytes) -> None:
    """Random bytes and bytes full of repetitions come back as they were."""
    assert _inflate(deflate(data)) == data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a" * 100_000,
        b"".join(hashlib.sha256(bytes([n])).digest() for n in range(256)),
        b"x" * 32768 + b"needle" + b"y" * 32762 + b"needle",
        b"needle" + bytes(32768 - 6) + b"needle",
        b" ".join(str(n).encode() for n in range(40_000)),
        b"".join(bytes([n]) * (2**n if n < 16 else 1) for n in range(24)),
    ],
    ids=["empty", "run", "noise", "out of the window", "far", "many blocks", "steep counts"],
)
def test_edges_of_the_format(data: bytes) -> None:
    """The longest match, the window's edge, several blocks and steep codes are right."""
    assert _inflate(deflate(data)) == data


def test_text_is_as_small_as_zlib_makes_it() -> None:
    """Within three in a hundred of zlib's best, so the bundle's size is no price of sameness."""
    text = "".join(f"<li><a href='{n}.html'>Paragraph {n * n}</a></li>\n" for n in range(2000))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    best = len(packer.compress(text.encode()) + packer.flush())
    assert len(deflate(text.encode())) <= 1.03 * best


def test_the_bytes_are_these() -> None:
    """A change of the bytes changes every published bundle; it must be meant."""
    assert deflate(b"para-54 para-55 para-56\n" * 3).hex() == (
        "95c8310d00000803b01f1518e063f8990382ff83030cec6ad2e630907ee22d537f01"
    )
