"""Looking for published ids in a built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from pilcrow.site.published import missing_ids

LOCK = "# Ids\nsymbol: A/80/1\n"


def project(folder: Path, body: str, lock: str, symbol: str = "A/80/1") -> tuple[Path, Path]:
    """A reports folder with one lock, and a site with one page that has that body."""
    reports, site = folder / "reports", folder / "site"
    (reports / "A_80_1").mkdir(parents=True)
    (reports / "A_80_1" / "anchors.lock").write_text(LOCK + lock, encoding="utf-8")
    page = site / "en" / "A" / "80" / "1" / "i.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        f'<html><body><div class="report" data-symbol="{symbol}">{body}</div></body></html>',
        encoding="utf-8",
    )
    return reports, site


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ('<p id="para-1">1</p><p id="para-2">2</p>', []),
        ('<p class="x" id="para-1">1</p>', ["para-2"]),
        ("<p>para-1 para-2</p>", ["para-1", "para-2"]),
        ('<p id="para-1">the words id="para-2" in a text</p>', ["para-2"]),
        ('<p id="para-1" data-id="para-2">2</p>', ["para-2"]),
        ('<p id="para-1"></p><p id="para-22"></p>', ["para-2"]),
        ('<p id="para-1"></p><a href="#para-2">2</a>', ["para-2"]),
    ],
)
def test_only_an_id_counts(tmp_path: Path, body: str, missing: list[str]) -> None:
    """A published id is there when an element has it, and not when a page speaks of it."""
    problems = missing_ids(*project(tmp_path, body, "para-1\npara-2\n"))
    assert [problem.at for problem in problems] == missing
    assert all(problem.rule == "anchor-vanished" for problem in problems)


def test_another_report_s_ids_do_not_count(tmp_path: Path) -> None:
    """An id of the same name in another report is another id."""
    built = project(tmp_path, '<p id="para-1">1</p>', "para-1\n", symbol="A/80/2")
    assert [problem.at for problem in missing_ids(*built)] == ["para-1"]


def test_another_language_s_ids_do_not_count(tmp_path: Path) -> None:
    """What is gone from the French pages is missed, though the English ones have it."""
    reports, site = project(tmp_path, '<p id="para-1">1</p>', "para-1\n")
    spoken = {"en": '<p id="para-1">1</p>', "fr": "<p>1</p>"}
    for language, body in spoken.items():
        page = site / language / "A" / "80" / "1" / "i.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        head = f'<div class="report" data-symbol="A/80/1" data-language="{language}">'
        page.write_text(f"{head}{body}</div>", encoding="utf-8")
    for folder, language in (("A_80_1", "en"), ("A_80_1.fr", "fr")):
        (reports / folder).mkdir(exist_ok=True)
        (reports / folder / f"source.{language}.md").write_text("", encoding="utf-8")
        (reports / folder / "anchors.lock").write_text(f"{LOCK}para-1\n", encoding="utf-8")
    found = missing_ids(reports, site)
    assert [(problem.place.source, problem.at) for problem in found] == [
        ("reports/A_80_1.fr/anchors.lock", "para-1")
    ]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ('<p id="para-1"><span id="para-9"></span>1</p>', []),
        ('<p id="para-1">1</p>', ["para-9"]),
        ('<p id="para-9">1</p>', ["para-1", "para-9"]),
    ],
)
def test_an_alias_needs_its_old_and_its_new_id(tmp_path: Path, body: str, named: list[str]) -> None:
    """The old link resolves only where the old id stands, at an id that is there."""
    built = project(tmp_path, body, "para-1\npara-9 -> para-1\n")
    assert sorted({problem.at or "" for problem in missing_ids(*built)}) == named


def test_no_lock_asks_for_nothing(tmp_path: Path) -> None:
    """A site without published reports is fine."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "site").mkdir()
    assert missing_ids(tmp_path / "reports", tmp_path / "site") == ()
