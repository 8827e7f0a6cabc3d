"""The line that a figure is in our Markdown pages."""

from __future__ import annotations

import re

from pilcrow.model import Figure
from pilcrow.render.escape import escape, inlines_markdown

FIGURE_LINE = re.compile(
    r"(?P<indent> *)!\[(?P<caption>.*)\]\((?P<name>figure-[0-9a-f]{16}\.(?:png|jpg|gif))"
    r'(?: "(?P<description>[^"]*)")?\)'
    r"(?:\{ width=(?P<width>\d{1,5}) height=(?P<height>\d{1,5}) \})?"
)


def figure_line(figure: Figure, *, sized: bool) -> str:
    """`![Figure I. Growth](figure-….png){ width=600 height=400 }`: the caption is its words.

    Without a caption, the description that the file gives is the picture's title. Only our own
    pages have the size: other readers of Markdown would print it.
    """
    title = ""
    if not figure.caption and figure.description:
        words = escape(" ".join(figure.description.split())).replace('"', "&quot;")
        title = f' "{words}"'
    line = f"![{inlines_markdown(figure.caption)}]({figure.picture.name}{title})"
    return f"{line}{{ width={figure.width} height={figure.height} }}" if sized else line
