"""Fails a build in which a published id is missing from the built pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from pilcrow.site.published import missing_ids

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    """Look for every id of every lock in the site just built.

    A lock that cannot be read is told and stops nothing: its report stays at its last good pages,
    and converting it fails.
    """
    root = Path(config.config_file_path).parent
    problems = missing_ids(root / "reports", Path(config.site_dir))
    unread = tuple(problem for problem in problems if problem.rule == "bad-lock")
    if unread:
        # Loading all commands, as this does, takes a tenth of a build's time.
        from pilcrow.commands.reading import print_problems  # noqa: PLC0415

        print_problems(unread)
    if len(problems) > len(unread):
        raise PluginError("\n".join(str(each) for each in problems if each not in unread))
