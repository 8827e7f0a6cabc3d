"""Indexes of a report: States, terms, documents, publications, programmes, figures and events."""

from pilcrow.indexes.find import find_indexes
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
    "find_indexes",
]
