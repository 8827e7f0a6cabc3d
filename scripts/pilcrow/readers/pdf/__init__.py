"""Reads born-digital PDF files: from glyphs with places to blocks, by typography."""
