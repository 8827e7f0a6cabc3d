"""Searching reports in other languages: what their words need that English does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.browsers import watched
from tests.browser.made_index import paragraphs, with_index

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
    browser: Browser, site: Path, tmp_path: Path, language: str
) -> None:
    """Each is found as if it stood there, without a word of its being missing."""
    copy = with_index(site, tmp_path / "site", paragraphs(TEXTS[language], language), language)
    results = copy / "search.html"
    text = results.read_text("utf-8")
    results.write_text(text.replace('<html lang="en"', f'<html lang="{language}"'), "utf-8")
    wanted = FOUND[language]
    with watched(browser, "file:") as page:
        page.goto(results.as_uri())
        for query, (found, said) in zip(wanted, page.evaluate(ASK, list(wanted)), strict=True):
            assert found == wanted[query], query
            assert "Nothing has" not in said, query
