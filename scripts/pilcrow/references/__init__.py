"""References: what a paragraph cites, where it can be read, and what the report cites in all."""

from pilcrow.references.addresses import address_of
from pilcrow.references.cited import CitedDocument, cited_documents, collect_cited
from pilcrow.references.find import find_references
from pilcrow.references.model import Kind, Reference
from pilcrow.references.symbols import is_symbol, normalise_symbol, split_symbols

__all__ = [
    "CitedDocument",
    "Kind",
    "Reference",
    "address_of",
    "cited_documents",
    "collect_cited",
    "find_references",
    "is_symbol",
    "normalise_symbol",
    "split_symbols",
]
