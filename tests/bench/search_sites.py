"""Sites to measure searching in: ours, stock Material and a plain scan, with the same words."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pilcrow.bench.search_library import Library
from pilcrow.search import Entry, Kind, build_index

PAGE = "en/E/CN.15/2024/5/i.html"
_STOCK = "site_name: Stock\nuse_directory_urls: false\ntheme:\n  name: material\n  font: false\n"
_SCAN = """<!doctype html><meta charset="utf-8"><title>Scan</title><link rel="icon" href="data:,">
<input class="md-search__input"><ol class="md-search-result__list"></ol>
<script src="texts.js"></script>
<script>
const fold = text => text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase();
const folded = TEXTS.map(fold), box = document.querySelector("input");
box.onkeyup = () => {
  const words = fold(box.value).split(" "), list = document.querySelector("ol");
  const found = [];
  for (let i = 0; i < folded.length; i++) {
    if (words.every(word => folded[i].includes(word))) found.push(i);
  }
  list.replaceChildren(...found.slice(0, 30).map(i => {
    const item = document.createElement("li");
    item.className = "md-search-result__item";
    item.textContent = TEXTS[i].slice(0, 240);
    return item;
  }));
};
</script>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A folder to search in, what answers there, and how much it holds."""

    engine: str
    paragraphs: int
    folder: Path
    page: str


def sites_of(built: Path, scratch: Path, paragraphs: int) -> tuple[Site, ...]:
    """The three sites of a made-up library, in new folders below `scratch`.

    Args:
        built: our site as built; its pages stay, its index is replaced.
        scratch: a folder for the sites.
        paragraphs: how many the library holds.
    """
    library = Library(paragraphs)
    ours = scratch / f"ours-{paragraphs}"
    shutil.copytree(built, ours)
    shutil.rmtree(ours / "search")
    index = ours / "search" / "en"
    index.mkdir(parents=True)
    files = build_index(library.entries(), language="en", glossary=library.glossary)
    for name, body in files.items():
        (index / name).write_bytes(body)
    entries = tuple(library.entries())
    return (
        Site(engine="pilcrow", paragraphs=paragraphs, folder=ours, page=PAGE),
        _stock(scratch / f"stock-{paragraphs}", entries, paragraphs),
        _scan(scratch / f"scan-{paragraphs}", entries, paragraphs),
    )


def _stock(folder: Path, entries: Sequence[Entry], paragraphs: int) -> Site:
    """Stock Material as MkDocs builds it, with an index of a document a section."""
    source = folder.with_name(f"{folder.name}-source")
    (source / "docs").mkdir(parents=True)
    (source / "mkdocs.yml").write_text(_STOCK + f"site_dir: {json.dumps(str(folder))}\n")
    # As long as our own page is, so that both parse the like.
    words = "\n\n".join(entry.text for entry in entries[:12])
    (source / "docs" / "index.md").write_text(f"# Page\n\n{words}\n", encoding="utf-8")
    program = str(Path(sys.executable).with_name("mkdocs"))
    subprocess.run([program, "build", "--quiet"], cwd=source, check=True)
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
    return Site(engine="Material", paragraphs=paragraphs, folder=folder, page="index.html")


def _scan(folder: Path, entries: Sequence[Entry], paragraphs: int) -> Site:
    folder.mkdir()
    texts = json.dumps([entry.text or entry.title for entry in entries], ensure_ascii=False)
    (folder / "texts.js").write_text(f"const TEXTS = {texts};\n", encoding="utf-8")
    (folder / "index.html").write_text(_SCAN, encoding="utf-8")
    return Site(engine="a plain scan", paragraphs=paragraphs, folder=folder, page="index.html")
