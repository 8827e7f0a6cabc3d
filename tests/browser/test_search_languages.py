"""Searching reports in other languages: what their words need that English does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pilcrow.search import Entry, Kind, build_index
from tests.browser.browsers import watched

ASK = """async queries => {
  const engine = await pilcrowSearch.ready();
  const found = [];
  for (const query of queries) {
    const answer = await pilcrowSearch.answer(engine, query, '');
    const views = await Promise.all(answer.first(9).map(answer.viewOf));
    found.push([views.map(view => view.fragment).sort(), answer.said.join(' ')]);
  }
  return found;
}"""
TEXTS = {
    "fr": (
        "Une demande d'extradition est restée sans réponse.",
        "En Côte d’Ivoire, des tribunaux ont été créés par des lois nationales.",
    ),
    "es": (
        "Se pidió que los Estados promulgaran leyes nacionales.",
        "Los investigadores incautaron armas de fuego.",
    ),
    "ru": (
        "Участники Стамбульского процесса провели правозащитную проверку.",
        "Речь идёт о торговле людьми.",
    ),
}
FOUND = {
    "fr": {
        "l'extradition": ["para-1"],
        "l’extradition": ["para-1"],
        "qu'extradition": ["para-1"],
        "d'Ivoire": ["para-2"],
        "tribunal national": ["para-2"],
        "demandes d'extraditions": ["para-1"],
    },
    "es": {
        "ley nacional": ["para-1"],
        "investigadora": ["para-2"],
        "incautada": ["para-2"],
    },
    "ru": {
        "Стамбульский процесс": ["para-1"],
        "правозащитный": ["para-1"],
        "правозащитной": ["para-1"],
        "торговля": ["para-2"],
        "идет": ["para-2"],
    },
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_forms_that_the_report_does_not_have_are_found(
    browser: Browser, site: Path, root: Path, tmp_path: Path, language: str
) -> None:
    """Each is found as if it stood there, without a word of its being missing."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("maintainers"))
    folder = copy / "search" / language
    folder.mkdir()
    entries = [
        Entry(
            kind=Kind.PARAGRAPH,
            location=f"{language}/A/1/i.html#para-{number}",
            title="",
            number=str(number),
            text=text,
            symbol="A/1",
        )
        for number, text in enumerate(TEXTS[language], 1)
    ]
    for name, body in build_index(entries, language=language, glossary=()).items():
        (folder / name).write_bytes(body)
    # A site with a report in the language has this among its scripts.
    engine = copy / "assets/javascripts/search/search.js"
    stemmer = root / f"docs/assets/javascripts/search/stem-{language}.js"
    engine.write_bytes(stemmer.read_bytes() + engine.read_bytes())
    results = copy / "search.html"
    text = results.read_text("utf-8")
    results.write_text(text.replace('<html lang="en"', f'<html lang="{language}"'), "utf-8")
    wanted = FOUND[language]
    with watched(browser, "file:") as page:
        page.goto(results.as_uri())
        for query, (found, said) in zip(wanted, page.evaluate(ASK, list(wanted)), strict=True):
            assert found == wanted[query], query
            assert "Nothing has" not in said, query


def test_a_stemmer_comes_with_its_language_only(site: Path) -> None:
    """The English site has the English one and no other."""
    engine = (site / "assets/javascripts/search/search.js").read_text("utf-8")
    assert "english:stem" in engine
    assert not any(name in engine for name in ("french:stem", "russian:stem", "spanish:stem"))
    assert list(site.rglob("stem-*.js")) == []
