"""What holds for any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pilcrow.references import Kind, address_of, find_references, is_symbol, split_symbols

PIECES = (
    "General Assembly ",
    "Security Council ",
    "the Conference ",
    "Council ",
    "resolution ",
    "resolutions ",
    "decision ",
    "74/247",
    "2692 (2023)",
    "217 A (III)",
    "S-32/1",
    "2023/330",
    " and ",
    ", ",
    " of the ",
    "A/80/62",
    "–E/2025/12",
    "E/CN.15/2024/5",
    "(Sect. 16)",
    "*",
    "paragraphs ",
    "para. ",
    "see ",
    "12",
    "(b)",
    "–",
    " above",
    " below",
    "section ",
    "II.B",
    "annex ",
    "(",
    ")",
    ". ",
    "https://",
    "www.",
    "un.org/",
    "<",
    ">",
    '"',
    "'",
    "\u2060",
    "٣",
    "/",
    "..",
    "\n",
    "In its ",
    "résolutions ",
    " de l’Assemblée générale",
    "voir par. ",
    " ci-dessus",
    "резолюции ",
    " Совета Безопасности",
    "см. пункты ",
    " выше",
    " и ",
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(
    text=TEXTS,
    own=st.none() | TEXTS,
    context=st.lists(TEXTS, max_size=2),
    language=st.sampled_from(["en", "fr", "es", "ru", "ar"]),
)
def test_spans_are_in_order_and_are_the_text(
    text: str, own: str | None, context: list[str], language: str
) -> None:
    """Any text is read; spans are in range, in order, apart, not empty, and hold their text."""
    reached = 0
    found = find_references(text, own_symbol=own, context=tuple(context), language=language)
    for reference in found:
        assert reached <= reference.start < reference.end <= len(text)
        assert text[reference.start : reference.end] == reference.text
        reached = reference.end


@given(text=TEXTS)
def test_addresses_are_safe_in_html(text: str) -> None:
    """An address is http(s) and has no character that could end an attribute."""
    for reference in find_references(text, own_symbol=None):
        if reference.address is None:
            continue
        assert reference.address.lower().startswith(("https://", "http://"))
        assert not set(reference.address) & set(" \t\n\"'<>`")
        assert reference.address.isprintable()


@given(text=TEXTS)
def test_only_internal_references_have_targets(text: str) -> None:
    """A reference leads out, in, or nowhere; never both ways."""
    for reference in find_references(text, own_symbol=None):
        assert bool(reference.targets) == (reference.kind is Kind.INTERNAL)
        assert reference.address is None or not reference.targets


@given(text=TEXTS)
def test_every_symbol_found_is_a_safe_path_or_has_no_address(text: str) -> None:
    """No address below docs.un.org but for a valid symbol."""
    for symbol in split_symbols(text):
        assert (address_of(symbol) is not None) == is_symbol(symbol)


@given(parts=st.lists(st.sampled_from(["A", "..", ".", "", "5", "Rev.1", "%2e", "~"]), max_size=5))
def test_a_path_never_climbs(parts: list[str]) -> None:
    """Whatever the parts, an accepted symbol has only plain ones."""
    symbol = "/".join(parts)
    if is_symbol(symbol):
        assert not {"..", ".", "", "%2e", "~"} & set(parts)
