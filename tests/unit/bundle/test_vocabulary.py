"""What pages are made of, taken page by page."""

from hypothesis import given
from hypothesis import strategies as st

from pilcrow.bundle.vocabulary import PageVocabulary, of_page

TAGS = (
    '<p class="first">',
    '<p class="second" id="x">',
    '<a\nhref="a"\nrel="next">',
    "<hr>",
    "<input type=text hidden>",
    "words",
    "3 < 4",
    "\n",
    ">\n",
)


@given(st.lists(st.lists(st.sampled_from(TAGS), max_size=8).map("".join), max_size=4))
def test_pages_together_have_the_names_of_each(pages: list[str]) -> None:
    """What a page shares with one before is passed over, and nothing else."""
    together = PageVocabulary()
    for page in pages:
        together.add(page)
    joined = of_page("").joined(map(of_page, pages))
    assert together.all() == joined


def test_a_line_known_from_another_page_hides_no_new_one() -> None:
    """The second page has one tag of its own between lines of the first."""
    vocabulary = PageVocabulary()
    vocabulary.add('<p class="a">\n<p class="b">\n')
    vocabulary.add('<p class="a">\n<p class="c">\n<p class="b">\n')
    assert vocabulary.all().has("c")
    assert not vocabulary.all().has("d")
