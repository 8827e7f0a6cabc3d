"""The hooks between MkDocs and the package: what they do, and what they keep between builds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from tests.unit.hooks.loading import HOOKS, load_hook
from tests.unit.site.rendering import FOLDER, Site


def configuration(folder: Path) -> MkDocsConfig:
    """MkDocs' settings for a project in a folder."""
    config = MkDocsConfig(config_file_path=str(folder / "mkdocs.yml"))
    config.load_dict(
        {
            "site_name": "T",
            "docs_dir": str(folder / "docs"),
            "site_dir": str(folder / "site"),
            "use_directory_urls": False,
        }
    )
    (folder / "docs").mkdir(exist_ok=True)
    errors, _ = config.validate()
    assert errors == []
    return config


def files_of(site: Site, config: MkDocsConfig) -> Files:
    """The pages of a small library as MkDocs collects them."""
    for path, text in site.sources.items():
        page = Path(config.docs_dir) / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    return get_files(config)


@pytest.mark.parametrize("hook", sorted(HOOKS.glob("*.py")), ids=lambda path: path.stem)
def test_a_hook_is_thin(hook: Path) -> None:
    """A hook stays small and leaves the work to the package: no patterns, no parsing of its own."""
    text = hook.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    imported = {
        (node.module or "").partition(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom)
    } | {
        name.name.partition(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert imported <= {
        "__future__", "collections", "jinja2", "mkdocs", "pathlib", "pilcrow", "shutil",
        "typing",
    }  # fmt: skip


def test_each_page_has_the_extensions_that_it_needs(tmp_path: Path) -> None:
    """A report's page none of those for code; one by hand all, also what plugins added last."""
    hook = load_hook("report_pages")
    config = hook.on_config(configuration(tmp_path))
    config.markdown_extensions.append("admonition")
    every = list(config.markdown_extensions)
    files = hook.on_files(files_of(Site(), config), config)
    seen = set()
    for file in (*files.documentation_pages(), *files.documentation_pages()):
        page = Page(None, file, config)
        hook.on_page_markdown("", page=page, config=config, files=files)
        by_hand = file.src_uri not in config.extra["library"].pages
        assert (config.markdown_extensions == every) is by_hand
        assert ("admonition" in config.markdown_extensions) is by_hand
        assert hook._extension in config.markdown_extensions  # noqa: SLF001 - it is what counts
        seen.add(by_hand)
    assert seen == {True, False}


def test_the_extension_is_added_afresh_and_once(tmp_path: Path) -> None:
    """Every build of a preview has the extension once, and without the last build's page."""
    hook = load_hook("report_pages")
    for _ in range(2):
        config = configuration(tmp_path)
        before = len(config.markdown_extensions)
        hook.on_config(config)
        hook.on_config(config)
        assert len(config.markdown_extensions) == before + 1
        assert hook._extension.context is None  # noqa: SLF001 - state is what this is about
        hook._extension.context = object()  # noqa: SLF001 - a build that broke off in a page


def test_a_report_s_page_is_rendered_with_its_context(tmp_path: Path) -> None:
    """A page of a report stands in its element with ids and links; one by hand is untouched."""
    hook = load_hook("report_pages")
    config = hook.on_config(configuration(tmp_path))
    site = Site()
    files = hook.on_files(files_of(site, config), config)
    shown: dict[str, str] = {}
    for path in (f"{FOLDER}/ii.md", "hand.md"):
        file = files.get_file_from_path(path)
        assert file is not None
        page = Page(None, file, config)
        page.read_source(config)
        assert page.markdown is not None
        page.markdown = hook.on_page_markdown(page.markdown, page=page, config=config, files=files)
        page.render(config, files)
        assert page.content is not None
        shown[path] = hook.on_page_content(page.content, page=page, config=config, files=files)
    assert '<div class="report" data-symbol="A/80/1"' in shown[f"{FOLDER}/ii.md"]
    assert 'id="para-4"' in shown[f"{FOLDER}/ii.md"]
    assert shown["hand.md"] == '<h1 id="by-hand">By hand</h1>\n<p>54. A line.</p>'


@pytest.mark.parametrize(("command", "converts"), [("build", False), ("serve", True)])
def test_only_a_preview_converts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, *, converts: bool
) -> None:
    """A build takes the committed pages as they are; a preview brings them up to date."""
    hook = load_hook("conversion")
    calls: list[tuple[object, ...]] = []
    monkeypatch.setattr(
        "pilcrow.commands.updating.convert_all",
        lambda *arguments, **_: calls.append(arguments),
    )
    hook.on_startup(command=command, dirty=False)
    hook.on_pre_build(configuration(tmp_path))
    expected = [((), tmp_path / "reports", tmp_path / "docs")] if converts else []
    assert calls == expected


def test_a_vanished_id_stops_the_build(tmp_path: Path) -> None:
    """The lock's hook ends the build with a line for each id; with the id there it passes."""
    hook = load_hook("anchor_lock")
    config = configuration(tmp_path)
    lock = tmp_path / "reports" / "A_80_1" / "anchors.lock"
    lock.parent.mkdir(parents=True)
    lock.write_text("symbol: A/80/1\npara-1\npara-2\n", encoding="utf-8")
    page = tmp_path / "site" / "en" / "i.html"
    page.parent.mkdir(parents=True)
    wrapper = '<div class="report" data-symbol="A/80/1">{}</div>'
    page.write_text(wrapper.format('<p id="para-1">1</p>'), encoding="utf-8")
    with pytest.raises(PluginError, match=r"anchor-vanished: the link #para-2 "):
        hook.on_post_build(config)
    page.write_text(wrapper.format('<p id="para-1"></p><p id="para-2"></p>'), encoding="utf-8")
    hook.on_post_build(config)


def test_front_matter_is_read_as_mkdocs_reads_it(tmp_path: Path) -> None:
    """The same fields and the same text; a page by hand is left to MkDocs."""
    hook = load_hook("front_matter")
    config = configuration(tmp_path)
    files = load_hook("report_pages").on_files(files_of(Site(), config), config)
    seen = set()
    for file in files.documentation_pages():
        page = Page(None, file, config)
        page.read_source(config)
        expected = dict(page.meta), page.markdown
        text = hook.on_page_read_source(page, config)
        seen.add(text is None)
        if text is None:
            continue
        markdown, page.meta = get_data(text)
        assert page.meta == {}
        markdown = hook.on_page_markdown(markdown, page=page, config=config, files=files)
        assert (dict(page.meta), markdown) == expected
    assert seen == {True, False}
