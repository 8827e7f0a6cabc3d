"""Sites to measure searching in: ours and stock Material, with the same words."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pilcrow.bench.search_library import Library
from pilcrow.search import Entry, Kind
from tests.bench.search_build import Build, build

PAGE = "en/E/CN.15/2024/5/i.html"
_STOCK = "site_name: Stock\nuse_directory_urls: false\ntheme:\n  name: material\n  font: false\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A folder to search in, what answers there, and how much it holds."""

    engine: str
    paragraphs: int
    folder: Path
    page: str


LARGEST_PEER = 20_000
"""Above this many paragraphs stock search is left out: it takes most of a minute a visit."""


def sites_of(
    built: Path, pages: Path, scratch: Path, paragraphs: int
) -> tuple[tuple[Site, ...], Build]:
    """The sites of a made-up library, in new folders below `scratch`, and what our index cost.

    Args:
        built: our site as built; its pages stay, its index is replaced.
        pages: the folder of the Markdown pages of a language, of which stock makes its site.
        scratch: a folder for the sites.
        paragraphs: how many the library holds.
    """
    folder = scratch / f"ours-{paragraphs}"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("maintainers"))
    shutil.rmtree(folder / "search")
    cost = build(paragraphs, folder / "search" / "en")
    ours = Site(engine="pilcrow", paragraphs=paragraphs, folder=folder, page=PAGE)
    if paragraphs > LARGEST_PEER:
        return (ours,), cost
    entries = tuple(Library(paragraphs).entries())
    folder = scratch / f"stock-{paragraphs}"
    _stock(folder, pages, entries)
    return (ours, Site(engine="Material", paragraphs=paragraphs, folder=folder, page=PAGE)), cost


def _stock(folder: Path, pages: Path, entries: Sequence[Entry]) -> None:
    """Stock Material as MkDocs builds it of the same pages, its index a document a section."""
    source = folder.with_name(f"{folder.name}-source")
    for markdown in pages.rglob("*.md"):
        copy = source / "docs" / markdown.relative_to(pages.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(markdown, copy)
    (source / "mkdocs.yml").write_text(_STOCK + f"site_dir: {json.dumps(str(folder))}\n")
    program = str(Path(sys.executable).with_name("mkdocs"))
    subprocess.run(
        [program, "build", "--quiet"],
        cwd=source,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    stored = folder / "search" / "search_index.json"
    index = json.loads(stored.read_text(encoding="utf-8"))
    documents: dict[str, dict[str, str]] = {}
    for entry in entries:
        page = entry.location.partition("#")[0]
        document = documents.setdefault(page, {"location": page, "title": "", "text": ""})
        if entry.kind is Kind.PARAGRAPH:
            document["text"] += f"<p>{entry.text}</p>"
        else:
            document["title"] = entry.title
    index["docs"] = list(documents.values())
    stored.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
