"""Scripts and style sheets as readers load them: joined, and without what nothing uses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pilcrow.bundle.icons import icon_sheet
from pilcrow.bundle.minify import minified_script, minified_sheet
from pilcrow.bundle.purge import purge
from pilcrow.bundle.slim import PAPER, READING_PARTS, SCRIPT, SCRIPT_PARTS, STYLESHEET
from pilcrow.bundle.vocabulary import Vocabulary, of_script

_UNUSED = re.compile(
    # Maps for those who write Material, and its search, which ours stands in for.
    r"\.(?:js|css)\.map$|^assets/javascripts/(?:lunr|workers)/"
)
_THEME = re.compile(r"assets/stylesheets/(?:main|palette)\.[0-9a-f]+\.min\.css")


class MissingAssetError(ValueError):
    """A file that every page loads is not there; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slimmed:
    """What becomes of a site's files, by address from its root."""

    written: Mapping[str, str]
    """New and changed files."""
    removed: tuple[str, ...]
    """Files that no page loads."""


def is_unused(name: str) -> bool:
    """Tell whether no page of ours loads a file that the theme brings."""
    return bool(_UNUSED.search(name))


def slimmed_assets(
    texts: Mapping[str, str],
    pages: Vocabulary,
    icons: Mapping[str, str],
    sheets: Sequence[str],
) -> Slimmed:
    """Join what every page loads, and take comments out of our own files.

    Args:
        texts: scripts and style sheets by address from the site's root.
        pages: the names in all pages.
        icons: the drawings of their icons by name.
        sheets: addresses of our own sheets that every page loads, in order.

    Raises:
        StylesheetError: a sheet of the theme cannot be read.
        MissingAssetError: a sheet or script of ours is not there.
    """
    scripts = {name: text for name, text in texts.items() if name.endswith(".js")}
    theme = sorted(name for name in texts if _THEME.fullmatch(name))
    own = {
        name: minified_script(text) if name in scripts else minified_sheet(text)
        for name, text in texts.items()
        if ".min." not in posixpath.basename(name)
    }
    others = [text for name, text in texts.items() if name not in theme]
    used = pages.joined(map(of_script, scripts.values()))
    for name in (*sheets, PAPER, *SCRIPT_PARTS):
        if name not in own:
            raise MissingAssetError(f"{name} is not among the site's files")
    removed = (*theme, *(name for name in SCRIPT_PARTS if name not in READING_PARTS))
    return Slimmed(
        written={
            **{name: f"{text}\n" for name, text in own.items() if name not in removed},
            STYLESHEET: "".join(
                (
                    purge([texts[name] for name in theme], used, others),
                    icon_sheet(icons.items()),
                    *(own[name] for name in sheets),
                    f"@media print{{{own[PAPER]}}}\n",
                )
            ),
            SCRIPT: "".join(f"{own[name]}\n" for name in SCRIPT_PARTS),
        },
        removed=removed,
    )
