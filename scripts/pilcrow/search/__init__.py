"""Search: an index that browsers read from a folder as well as from a server."""

from pilcrow.search.entry import Entry, GlossaryTerm, Kind
from pilcrow.search.extract import extract_entries
from pilcrow.search.index import build_index
from pilcrow.search.pages import RenderedPage, index_files

__all__ = [
    "Entry",
    "GlossaryTerm",
    "Kind",
    "RenderedPage",
    "build_index",
    "extract_entries",
    "index_files",
]
