"""What holds of every recogniser for any text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pilcrow.indexes.events import find_events
from pilcrow.indexes.figures import find_figures
from pilcrow.indexes.model import Found, ParagraphText
from pilcrow.indexes.programmes import find_programmes
from pilcrow.indexes.publications import find_publications
from pilcrow.indexes.states import find_states

_WORDS = (
    'the The of and in on A "Guide to Law" published entitled issued report Programme project '
    "Operation Network (WACAP) 12 3,490 5 per cent $10.1 billion Niger Georgia Mr. held from 8 to "
    "12 April 2024 31 February 2023 2023: ; , . “ ” \" ' ( ) États Global Practical Guide: A named "
    "Initiative StAR out of 189 parties and"
).split(" ")
_TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join),
)
_RECOGNISERS: dict[str, Callable[[ParagraphText], Iterable[Found]]] = {
    "states": lambda paragraph: find_states(paragraph.text),
    "figures": lambda paragraph: find_figures(paragraph.text),
    "events": lambda paragraph: find_events(paragraph.text),
    "publications": find_publications,
    "programmes": lambda paragraph: find_programmes([paragraph])[paragraph.id],
}


@pytest.mark.parametrize("name", _RECOGNISERS)
@given(text=_TEXTS, italics=st.booleans())
@example(text="", italics=False)
@example(text="in 2023: ", italics=True)
def test_what_is_found_stands_in_the_text(name: str, text: str, *, italics: bool) -> None:
    """Nothing crashes; every find has words in the text, a name and a rule; none is invented."""
    spans = ((0, len(text)),) if italics and text else ()
    paragraph = ParagraphText(id="para-1", number="1", text=text, italics=spans)
    for found in _RECOGNISERS[name](paragraph):
        assert 0 <= found.start < found.end <= len(text)
        assert found.name
        assert found.rule
        assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    "text", ['" ' * 20_000, "1 " * 20_000, "A: A " * 8_000, "The Guide " * 8_000]
)
@pytest.mark.parametrize("name", _RECOGNISERS)
def test_a_long_text_of_nothing_but_signals_is_read(name: str, text: str) -> None:
    """The work grows with the length of a text, not with its square: this ends at once."""
    paragraph = ParagraphText(id="para-1", number="1", text=text)
    list(_RECOGNISERS[name](paragraph))
