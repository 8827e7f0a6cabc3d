"""Under `mkdocs serve`, converts the reports again before each build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: FBT001
    """Remember whether this is a preview; a build leaves the committed pages alone."""
    global _serving  # noqa: PLW0603 - MkDocs has no other place for a hook's state
    del dirty
    _serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Bring the pages up to date; one with problems keeps its last good state."""
    if _serving:
        # What only a preview needs takes a tenth of a build's time to load.
        from pilcrow.commands.updating import convert_all  # noqa: PLC0415

        root = Path(config.config_file_path).parent
        convert_all((), root / "reports", Path(config.docs_dir))
