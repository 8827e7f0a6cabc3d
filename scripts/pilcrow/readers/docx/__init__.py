"""Reads Word files (Office Open XML): the package, its styles and numbering, then its blocks."""

from __future__ import annotations

from pilcrow.readers.docx.reader import read_docx

__all__ = ["read_docx"]
