"""Readers: from the bytes of a source to blocks with places."""
