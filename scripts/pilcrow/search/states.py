"""The States of each paragraph, from the page that holds the report's index of States.

So the search narrows by what the index lists, with what editors settled in it.
"""

from __future__ import annotations

from collections.abc import Mapping

from pilcrow.indexes.exchange import read_index
from pilcrow.indexes.model import Kind


def states_by_paragraph(fields: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """Paragraph ids with the States that the index lists for each.

    Args:
        fields: front matter of a page; of any other than an index of States nothing comes.
    """
    if fields.get("kind") != Kind.STATES.value:
        return {}
    index = read_index(fields)
    found: dict[str, list[str]] = {}
    for entry in index.entries if index is not None else ():
        if "code" in entry.fields:
            for paragraph in entry.paragraphs:
                found.setdefault(paragraph, []).append(entry.name)
    return {paragraph: tuple(names) for paragraph, names in found.items()}
