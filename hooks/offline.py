"""Slims pages, joins what each loads, and gives each a policy that lets nothing in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from pilcrow.bundle.assets import MissingAssetError, is_unused, slimmed_assets
from pilcrow.bundle.icons import with_shared_icons
from pilcrow.bundle.note import EXAMPLE
from pilcrow.bundle.slim import own_sheets, slim_page
from pilcrow.bundle.stylesheet import StylesheetError
from pilcrow.bundle.vocabulary import PageVocabulary

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_vocabulary = PageVocabulary()
_icons: dict[str, str] = {}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin a build's vocabulary anew."""
    global _vocabulary  # noqa: PLW0603 - MkDocs has no other place for a hook's state
    _vocabulary = PageVocabulary()
    _vocabulary.add(EXAMPLE)
    _icons.clear()
    return config


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Slim a page, and remember the names in it."""
    del page
    return _slimmed(output, config)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Slim the page for addresses that do not exist."""
    return _slimmed(output_content, config) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Write scripts and style sheets without what is not used, and remove what no page loads."""
    site = Path(config.site_dir)
    names = [
        path.relative_to(site).as_posix() for path in site.rglob("assets/**/*") if path.is_file()
    ]
    unused = [name for name in names if is_unused(name)]
    try:
        slimmed = slimmed_assets(
            {
                name: (site / name).read_text(encoding="utf-8")
                for name in sorted({*names}.difference(unused))
                if name.endswith((".js", ".css"))
            },
            _vocabulary.all(),
            _icons,
            own_sheets(config.extra_css),
        )
    except (StylesheetError, MissingAssetError) as error:
        raise PluginError(f"What every page loads cannot be joined: {error}") from error
    for name, text in slimmed.written.items():
        (site / name).write_text(text, encoding="utf-8", newline="\n")
    for name in (*unused, *slimmed.removed):
        (site / name).unlink()


def _slimmed(page: str, config: MkDocsConfig) -> str:
    page, icons = with_shared_icons(slim_page(page, own_sheets(config.extra_css)))
    _icons.update(icons)
    _vocabulary.add(page)
    return page
