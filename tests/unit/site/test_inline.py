"""Inline patterns tried only where one can match give what all of them give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from mkdocs_autorefs import AutorefsInlineProcessor

from pilcrow.site.inline import NEEDS, QuickInlines

PIECES = (
    "word", " ", "\\", "`", "``", "[", "]", "(", ")", "[^1]", "!", "<", ">", "&", "&amp;", "&#8;",
    "*", "**", "_", "  \n", "\n", "\n\n", "<b>", "</b>", "<http://a.b>", "<a@b.c>", "[a](b.html#c)",
    "![a](b)", "[a][b]", "[a] [b]", "[ref]", "[a][ref]", "![a][ref]", "54", "; ",
)  # fmt: skip
DEFINED = "\n\n[ref]: https://example.org/ 'Title'\n"


class _Quick(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(AutorefsInlineProcessor(md), "mkdocs-autorefs", 168)
        md.treeprocessors.register(QuickInlines(md), "inline", 20)


class _Stock(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(AutorefsInlineProcessor(md), "mkdocs-autorefs", 168)


class _Unknown(_Quick):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~)([^~]+)~", "del"), "del", 50)


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.booleans())
def test_any_text_comes_out_as_from_markdown_itself(text: str, defined: bool) -> None:  # noqa: FBT001
    """With and without addresses defined apart from the text."""
    text += DEFINED * defined
    assert Markdown(extensions=[_Quick()]).convert(text) == (
        Markdown(extensions=[_Stock()]).convert(text)
    )


def test_a_pattern_that_is_not_known_is_tried_everywhere() -> None:
    """Nobody knows what it needs."""
    assert "<del>gone</del>" in Markdown(extensions=[_Unknown()]).convert("It is ~gone~ now.")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("backtick", "`a`"),
        ("escape", r"\*"),
        ("link", "[a](b)"),
        ("image_link", "![a](b)"),
        ("html", "1 <b>a</b>"),
        ("em_strong", "_a_"),
        ("mkdocs-autorefs", "[a][b]"),
        ("autolink", "<http://a.b>"),
        ("linebreak", "a  \nb"),
    ],
)
def test_a_need_that_is_wrong_would_be_seen(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison above finds a pattern that is passed over where it matches."""
    wanted = Markdown(extensions=[_Stock()]).convert(text)
    assert Markdown(extensions=[_Quick()]).convert(text) == wanted
    monkeypatch.setattr("pilcrow.site.inline.NEEDS", {**NEEDS, name: "\x00"})
    assert Markdown(extensions=[_Quick()]).convert(text) != wanted
