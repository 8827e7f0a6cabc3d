"""Slims pages and assets, and gives each page a policy that lets nothing in from elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from pilcrow.bundle.icons import icon_sheet, with_shared_icons
from pilcrow.bundle.minify import minified_script, minified_sheet
from pilcrow.bundle.note import EXAMPLE
from pilcrow.bundle.purge import purge
from pilcrow.bundle.slim import STYLESHEET, slim_page
from pilcrow.bundle.stylesheet import StylesheetError
from pilcrow.bundle.vocabulary import Vocabulary, of_page, of_script

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

# Grown in place: a vocabulary joined page by page would make a build quadratic.
_names: set[str] = set()
_values: set[tuple[str, str]] = set()
_icons: dict[str, str] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build's vocabulary anew."""
    _names.clear()
    _values.clear()
    _icons.clear()
    _remember(EXAMPLE)
    return config


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Slim a page, and remember the names in it."""
    del page, config
    return _slimmed(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Slim the page for addresses that do not exist."""
    del config
    return _slimmed(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write Material's style sheets without what is not used, and remove what no page loads."""
    site = Path(config.site_dir)
    for unused in (*site.rglob("*.js.map"), *site.rglob("*.css.map")):
        unused.unlink()
    shutil.rmtree(site / "assets/javascripts/lunr", ignore_errors=True)
    workers = site / "assets/javascripts/workers"
    scripts = [
        script.read_text(encoding="utf-8")
        for script in (site / "assets/javascripts").rglob("*.js")
        if workers not in script.parents
    ]
    sheets = [
        next((site / "assets/stylesheets").glob(f"{name}.*.min.css"))
        for name in ("main", "palette")
    ]
    others = [
        sheet.read_text(encoding="utf-8") for sheet in site.rglob("*.css") if sheet not in sheets
    ]
    try:
        slimmed = purge(
            [sheet.read_text(encoding="utf-8") for sheet in sheets],
            Vocabulary(names=frozenset(_names), values=frozenset(_values)).joined(
                map(of_script, scripts)
            ),
            [*scripts, *others],
        )
    except StylesheetError as error:
        raise PluginError(f"Material's style sheet cannot be read: {error}") from error
    for script in (site / "assets/javascripts").rglob("*.js"):
        if workers not in script.parents and ".min." not in script.name:
            _write(script, minified_script(script.read_text(encoding="utf-8")))
    for sheet in site.rglob("assets/stylesheets/*.css"):
        if sheet not in sheets:
            _write(sheet, minified_sheet(sheet.read_text(encoding="utf-8")))
    slimmed += icon_sheet(_icons.items())
    (site / STYLESHEET).write_text(slimmed, encoding="utf-8", newline="\n")
    for sheet in sheets:
        sheet.unlink()


def _write(path: Path, text: str) -> None:
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _slimmed(page: str) -> str:
    page, icons = with_shared_icons(slim_page(page))
    _icons.update(icons)
    _remember(page)
    return page


def _remember(page: str) -> None:
    found = of_page(page)
    _names.update(found.names)
    _values.update(found.values)
