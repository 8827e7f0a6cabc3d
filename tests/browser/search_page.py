"""What the search tests do in a page: open the box, type, read the results."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Locator, Page, expect

from tests.browser.site_pages import REPORT
from tests.browser.waiting import wait_for

NOTE = ".search-note"


def open_box(page: Page, address: str, where: str = f"{REPORT}/i.html") -> Locator:
    """Open a page and its search box by the keyboard; gives the input."""
    page.goto(f"{address}{where}")
    page.keyboard.press("/")
    box = page.locator(".md-search__input")
    expect(box).to_be_focused()
    return box


def search_box(page: Page, typed: str) -> None:
    """Put a query into the open box and wait until its results stand there."""
    page.locator(".md-search__input").fill(typed)
    wait_for(
        page,
        """async typed => {
            const box = document.querySelector('.md-search__input');
            if (box.value !== typed) return false;
            const all = document.querySelector('.search-all');
            const note = document.querySelector('.search-note');
            const said = note ? note.textContent : '';
            return (all && !all.hidden && new URL(all.href).searchParams.get('q') === typed.trim())
                || /^No paragraph|^Only words|cannot/.test(said);
        }""",
        typed,
    )


def result_links(page: Page) -> Locator:
    """The links of the results in the box, best first."""
    return page.locator(".md-search-result__item > a")


_ANSWERS = """async ([queries, most, here]) => {
  const engine = await pilcrowSearch.ready();
  const found = [];
  for (const query of queries) {
    const answer = await pilcrowSearch.answer(engine, query, here);
    const views = await Promise.all(answer.first(most).map(answer.viewOf));
    found.push([views.map(view => view.fragment), answer.said.join(' ')]);
  }
  return found;
}"""


def answers(
    page: Page, queries: Iterable[str], most: int, here: str = ""
) -> dict[str, tuple[list[str], str]]:
    """For each query the fragments of its first results, and what is said of it.

    Args:
        page: a page of the site.
        queries: what is typed.
        most: how many results of each are looked at.
        here: the symbol of the report that a bare number means first.
    """
    asked = list(queries)
    found = page.evaluate(_ANSWERS, [asked, most, here])
    return {
        query: (list(first), str(said)) for query, (first, said) in zip(asked, found, strict=True)
    }
