"""Symbols as paths and as addresses."""

from __future__ import annotations

import pytest

from pilcrow.references import address_of, is_symbol, normalise_symbol, split_symbols


@pytest.mark.parametrize(
    "symbol",
    [
        "E/CN.15/2024/5",
        "A/81/6(Sect.16)",
        "S/RES/2692(2023)",
        "S/25939",
        "A/80/604/Add.13",
        "GC.18/3",
        "A/ES-10/L.26",
        "A/RES/217(III)",
        "A/52/826",
    ],
)
def test_a_symbol_is_safe_as_a_path(symbol: str) -> None:
    """Real symbols are accepted."""
    assert is_symbol(symbol)
    assert address_of(symbol) == f"https://docs.un.org/en/{symbol}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "../../etc",
        "A/../5",
        "A/./5",
        "A//5",
        "/A/5",
        "A/5/",
        "A/5 6",
        "A/5\n",
        "A/5*",
        "A\\5",
        "A/5<script>",
        "A/5'",
        'A/5"',
        "A/5?x",
        "A/5#x",
        "A/%2e%2e/5",
        "a/5",
        "A/B",
        "A/80/62–E/2025/12",
        "A/…/5",
        "A/5:6",
        "C:/5",
        "A/" + "1" * 130,
        "A/.5",
        "A/5.",
        "A/٣",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    """No dots for a folder above, no empty part, no other character, no address."""
    assert not is_symbol(text)
    assert address_of(text) is None


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("A/81/6 (Sect. 16)", "A/81/6(Sect.16)"),
        ("A/80/62*", "A/80/62"),
        ("S/2025/71/ Rev.1", "S/2025/71/Rev.1"),
        ("A/ES‑10/5", "A/ES-10/5"),
    ],
)
def test_normal_spelling(printed: str, normal: str) -> None:
    """Spaces and the reissue asterisk go, hyphens are plain."""
    assert normalise_symbol(printed) == normal


@pytest.mark.parametrize(
    ("printed", "symbols"),
    [
        ("A/80/62–E/2025/12", ("A/80/62", "E/2025/12")),
        ("A/52/826-S/1998/222*", ("A/52/826", "S/1998/222")),
        ("A/S-32/1", ("A/S-32/1",)),
        ("", ()),
    ],
)
def test_a_doubled_symbol_has_two(printed: str, symbols: tuple[str, ...]) -> None:
    """A dash joins two symbols only where a series follows it."""
    assert split_symbols(printed) == symbols
