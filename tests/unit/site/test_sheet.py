"""The head of a printed sheet, whatever the symbol."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilcrow.site.sheet import sheet_header


@pytest.mark.parametrize(
    ("symbol", "rule"),
    [
        ("E/CN.15/2024/5", '@page{@top-left{content:"E/CN.15/2024/5"}}'),
        ("A/81/6 (Sect. 16)", '@page{@top-left{content:"A/81/6 (Sect. 16)"}}'),
        ("A/80/62–E/2025/12", '@page{@top-left{content:"A/80/62–E/2025/12"}}'),
        ("", ""),
    ],
)
def test_the_symbol_stands_as_it_is(symbol: str, rule: str) -> None:
    """Every character that symbols have is written plainly."""
    assert sheet_header(symbol) == rule


@given(st.text())
def test_no_symbol_ends_the_rule_or_its_element(symbol: str) -> None:
    """Read back by the rules of CSS, the words are the symbol's; no mark of HTML is among them."""
    rule = sheet_header(symbol)
    assert not set(rule) & set("<>&\n")
    if symbol:
        match = re.fullmatch(r'@page\{@top-left\{content:"([^"]*)"\}\}', rule)
        assert match
        read = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), match[1])
        assert read == symbol
