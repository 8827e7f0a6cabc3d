"""`pilcrow bundle` on a small library of two reports."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pilcrow.bundle.parts import SHEETS
from pilcrow.bundle.slim import READING_PARTS
from pilcrow.bundle.sums import sums

BUNDLE = (sys.executable, "-c", "from pilcrow.commands.bundle import bundle; bundle()")
PAGE = """<!doctype html><html><head><meta charset="utf-8">
<link rel="canonical" href="https://example.org/{path}">
<link rel="stylesheet" href="{root}assets/stylesheets/site.css"></head><body>
<div data-md-component="announce"></div><article><div class="report" data-language="en">{content}
</div></article></body></html>
"""
FRONT = '---\ntitle: "Report {n}"\nsymbol: "A/{n}"\nlanguage: "en"\nfront: true\n{date}---\n\n# R\n'
WHOLE = '---\ntitle: "Whole"\nsymbol: "A/{n}"\nlanguage: "en"\nkind: "whole"\n---\n\n# R\n'
SECTION = """---
title: "I. One"
symbol: "A/{n}"
language: "en"
section: "i"
order: 1
---

1\\. Words
"""


SEARCH = '<div class="search-page"></div>'


def _library(folder: Path) -> Path:
    """A site of two reports, each of two pages, with what a bundle must leave out."""
    texts = {
        "site/index.html": PAGE.format(path="index.html", root="", content="Home"),
        "site/maintainers/index.html": PAGE.format(path="m", root="../", content="Not for readers"),
        "site/search.html": PAGE.format(path="search.html", root="", content=SEARCH),
        "site/assets/stylesheets/site.css": "p{color:red}",
        "site/assets/javascripts/search/search.js": "1;",
        "site/assets/javascripts/search/stem-fr.js": "'stems of French';",
        "site/assets/javascripts/single.js": "3;",
        **{f"site/{name}": "4;" for name in READING_PARTS},
        **{f"site/assets/stylesheets/{name}.css": "a{color:red}" for name in (*SHEETS, "single")},
        "site/assets/stylesheets/print.css": "@page{margin:0}",
        "site/assets/javascripts/unused.js": "2;",
        "site/sitemap.xml": "<x/>",
    }
    for n in (1, 2):
        date = 'date: "2024-03-13"\nsymbols: ["A/1", "S/1998/222"]\n' if n == 1 else ""
        texts[f"docs/en/A/{n}/index.md"] = FRONT.format(n=n, date=date)
        texts[f"docs/en/A/{n}/i.md"] = SECTION.format(n=n)
        texts[f"docs/en/A/{n}/whole.md"] = WHOLE.format(n=n)
        for name, content in (
            ("index", '<h1>R</h1><ul class="contents"><li><a href="i.html">I</a></li></ul>'),
            (
                "whole",
                f"""<h1>R</h1><div class="para" id="para-1"><p>Words of {n}</p></div>""",
            ),
            (
                "i",
                f"""<h1 id="i">I. One</h1><div class="para" id="para-1" data-number="1">
<p>Words of {n}</p></div><a href="../2/i.html">other</a>""",
            ),
        ):
            path = f"en/A/{n}/{name}.html"
            page = PAGE.format(path=path, root="../../../", content=content)
            if name == "index":
                front = f'<div class="report" data-page="front" data-symbol="A/{n}"'
                page = page.replace('<div class="report"', front)
            texts[f"site/{path}"] = page
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    result = subprocess.run(
        [*BUNDLE, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in result.stderr, result.stderr
    return result


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A fresh small library."""
    return _library(tmp_path / "library")


def test_each_report_gets_its_own_bundle_and_nothing_of_the_others(library: Path) -> None:
    """Its pages, its words in the search, search and styles; no other report, no maintainers."""
    assert _run(library).returncode == 0
    assert sorted(path.name for path in (library / "dist").iterdir()) == [
        "A_1-en.html",
        "A_1-en.zip",
        "A_2-en.html",
        "A_2-en.zip",
    ]
    assert "Words of 1" in (library / "dist/A_1-en.html").read_text("utf-8")
    with zipfile.ZipFile(library / "dist/A_1-en.zip") as opened:
        names = [name for name in opened.namelist() if "/search/en/" not in name]
        everything = b"".join(map(opened.read, opened.namelist())).decode()
    assert names == [
        "A_1-en/START-HERE.html",
        "A_1-en/README.txt",
        "A_1-en/assets/javascripts/search/search.js",
        "A_1-en/assets/stylesheets/site.css",
        "A_1-en/en/A/1/i.html",
        "A_1-en/en/A/1/index.html",
        "A_1-en/en/A/1/whole.html",
        "A_1-en/search.html",
        "A_1-en/SHA256SUMS",
    ]
    assert '"symbols":{"s/1998/222":"a/1"}'.replace('"', r"\"") in everything
    assert "Words of 1" in everything
    assert "Words of 2" not in everything
    assert 'href="https://example.org/en/A/2/i.html"' in everything


def test_a_bundle_has_the_stemmer_of_its_language_alone(library: Path) -> None:
    """A French report's finds French stems, in the single file too; it has no Spanish ones."""
    scripts = "assets/javascripts/search"
    (library / "site" / scripts / "stem-es.js").write_text("'stems of Spanish';", encoding="utf-8")
    for folder in ("docs", "site"):
        (library / folder / "en").rename(library / folder / "fr")
        for path in (library / folder / "fr").rglob("*.*"):
            text = path.read_text("utf-8").replace("en/A", "fr/A")
            path.write_text(text.replace('language: "en"', 'language: "fr"'), encoding="utf-8")
    assert _run(library).returncode == 0
    with zipfile.ZipFile(library / "dist/A_1-fr.zip") as opened:
        names = [name for name in opened.namelist() if "/stem-" in name]
        assert b'<div class="search-page" data-languages="fr">' in opened.read("A_1-fr/search.html")
    assert names == [f"A_1-fr/{scripts}/stem-fr.js"]
    single = (library / "dist/A_1-fr.html").read_text("utf-8")
    assert "stems of French" in single
    assert "stems of Spanish" not in single


def test_the_same_bytes_in_another_folder_time_zone_language_and_file_order(tmp_path: Path) -> None:
    """What the machine is set to leaves no trace."""
    first, second = _library(tmp_path / "a"), _library(tmp_path / "b é (1)/c")
    for path in sorted((second / "site").rglob("*.html"), reverse=True):
        path.touch()
        path.chmod(0o600)
    _run(first, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    _run(second, TZ="America/Los_Angeles", PYTHONHASHSEED="2", LC_ALL="C.UTF-8")
    for name in ("A_1-en.zip", "A_2-en.zip", "A_1-en.html", "A_2-en.html"):
        assert (first / "dist" / name).read_bytes() == (second / "dist" / name).read_bytes()


def test_a_second_run_changes_nothing_and_says_so(library: Path) -> None:
    """The file that stands is left as it is, and one report alone can be asked for."""
    _run(library, "A/1")
    names = ["A_1-en.html", "A_1-en.zip"]
    assert sorted(path.name for path in (library / "dist").iterdir()) == names
    said = _run(library, "A/1").stdout
    assert all(f"dist/{name}: unchanged" in said for name in names)


def test_a_report_that_is_gone_leaves_no_bundle_behind(library: Path) -> None:
    """With all bundles asked for, its two files go; another's files that look alike stay."""
    assert _run(library).returncode == 0
    dist = library / "dist"
    shutil.rmtree(library / "docs/en/A/2")
    for name in ("other-en.zip", "A_2-en.txt", "notes.zip"):
        (dist / name).write_text("somebody's own", encoding="utf-8")
    assert _run(library, "A/1").returncode == 0
    assert (dist / "A_2-en.zip").is_file()
    said = _run(library)
    assert said.returncode == 0
    assert "dist/A_2-en.zip: removed, for its report is no longer in the site." in said.stdout
    assert sorted(path.name for path in dist.iterdir()) == [
        "A_1-en.html", "A_1-en.zip", "A_2-en.txt", "notes.zip", "other-en.zip",
    ]  # fmt: skip


def test_in_a_folder_that_somebody_named_no_bundle_is_removed(library: Path) -> None:
    """It may hold the bundles of other sites."""
    shelf = library / "shelf"
    assert _run(library, "--dist", str(shelf)).returncode == 0
    shutil.rmtree(library / "docs/en/A/2")
    assert _run(library, "--dist", str(shelf)).returncode == 0
    assert (shelf / "A_2-en.zip").is_file()


def test_a_bundle_that_could_not_be_written_anew_stays(library: Path) -> None:
    """The report is there still; its last good bundle is better than none."""
    assert _run(library).returncode == 0
    (library / "site/en/A/2/i.html").unlink()
    assert _run(library).returncode == 1
    assert (library / "dist/A_2-en.zip").is_file()


def test_verify_takes_zip_and_folder_and_names_the_bad_file(library: Path) -> None:
    """0 for a sound one; 1 with one line that names the file; file managers' litter is let be."""
    _run(library)
    zipped = library / "dist/A_1-en.zip"
    assert _run(library, "--verify", str(zipped)).returncode == 0
    unzipped = library / "My Docs (1) é #2 100%"
    with zipfile.ZipFile(zipped) as opened:
        opened.extractall(unzipped)
    for folder in (unzipped, unzipped / "A_1-en"):
        (folder / ".DS_Store").write_bytes(b"")
        assert _run(library, "--verify", str(folder)).returncode == 0
    page = unzipped / "A_1-en/en/A/1/i.html"
    page.write_bytes(page.read_bytes() + b" ")
    result = _run(library, "--verify", str(unzipped))
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "en/A/1/i.html: damaged" in result.stderr
    page.unlink()
    page.symlink_to(library / "site/en/A/1/i.html")
    assert "a link to elsewhere" in _run(library, "--verify", str(unzipped)).stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--verify", "absent.zip"), 2),
        (("--nonsense",), 2),
        (("A/99",), 2),
        (("--verify", "site", "A/1"), 2),
        (("--verify", "site/sitemap.xml"), 1),
        (("--verify", "site"), 1),
        (("--site", "docs"), 1),
        (("--docs", "site"), 1),
    ],
)
def test_exit_codes(library: Path, arguments: tuple[str, ...], code: int) -> None:
    """2 for wrong usage, 1 for what is not as it should be, in words; no zip is left behind."""
    result = _run(library, *arguments)
    assert result.returncode == code
    assert result.stderr
    assert not (library / "dist").exists()


@pytest.mark.parametrize(
    ("missing", "written"),
    [
        ("site/en/A/1/i.html", ["A_2-en.html", "A_2-en.zip"]),
        ("site/assets/stylesheets/site.css", []),
    ],
)
def test_a_report_that_lacks_something_gets_no_bundle(
    library: Path, missing: str, written: list[str]
) -> None:
    """The missing file is named; the bundles of reports that lack nothing are written."""
    (library / missing).unlink()
    result = _run(library)
    assert result.returncode == 1
    assert missing.removeprefix("site/") in result.stderr
    assert sorted(path.name for path in library.glob("dist/*")) == written


def test_a_name_that_windows_refuses_gives_no_bundle(library: Path) -> None:
    """A page whose name does not unzip everywhere is told of before anything is written."""
    (library / "docs/en/A/1/i.md").rename(library / "docs/en/A/1/nul.md")
    (library / "site/en/A/1/i.html").rename(library / "site/en/A/1/nul.html")
    result = _run(library, "A/1")
    assert result.returncode == 1
    assert "nul.html" in result.stderr
    assert "device on Windows" in result.stderr


def test_the_sums_are_those_of_sha256sum() -> None:
    """Two spaces, sorted by path, one line each."""
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sums({"b": b"", "a/c": b""}).decode() == f"{empty}  a/c\n{empty}  b\n"
