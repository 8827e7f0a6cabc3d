"""Indexes of a report: States, terms, documents, publications, programmes, figures and events.

`pilcrow.indexes.find` finds them; reading them back from pages needs no recogniser.
"""

from pilcrow.indexes.model import (
    Found,
    Index,
    IndexEntry,
    Indexes,
    Kind,
    Mention,
    ParagraphText,
)

__all__ = [
    "Found",
    "Index",
    "IndexEntry",
    "Indexes",
    "Kind",
    "Mention",
    "ParagraphText",
]
