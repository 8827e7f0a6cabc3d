"""What a reader's page shows in place: texts of paragraphs elsewhere, terms, what is treated where.

Written as classic scripts beside the report's pages, so that they load over http and from a folder,
on first need.
"""

from pilcrow.previews.files import preview_files
from pilcrow.previews.model import Page

__all__ = ["Page", "preview_files"]
