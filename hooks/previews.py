"""Writes the data that previews, citations and mentions load, from the rendered pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pilcrow.previews import Page, preview_files

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_files: dict[str, bytes] = {}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the files once all pages are rendered."""
    del config
    _files.clear()
    _files.update(
        preview_files(
            [
                Page(
                    address=file.dest_uri,
                    title=str(page.title or ""),
                    html=page.content or "",
                    fields=page.meta,
                )
                for file in files.documentation_pages()
                if (page := file.page) is not None and "language" in page.meta
            ]
        )
    )
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write them beside the pages."""
    for name, content in _files.items():
        target = Path(config.site_dir) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
