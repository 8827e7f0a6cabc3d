"""Fails a build in which a published id is missing from the built pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from pilcrow.site.published import missing_ids

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Look for every id of every lock in the site just built."""
    root = Path(config.config_file_path).parent
    problems = missing_ids(root / "reports", Path(config.site_dir))
    if problems:
        raise PluginError("\n".join(str(problem) for problem in problems))
