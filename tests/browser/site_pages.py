"""What the browser tests know of the built site: where the report is and what its contents list."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.waiting import wait_for

REPORT = "en/E/CN.15/2024/5"
"""The report's folder in the site; docs.un.org has it at the same address."""

SYMBOL = "E/CN.15/2024/5"

KINDS = (
    "index.html",
    "search.html",
    "how-to-use.html",
    "404.html",
    "en/glossary.html",
    f"{REPORT}/index.html",
    f"{REPORT}/ii-d-2.html",
    f"{REPORT}/iii-a.html",
    f"{REPORT}/iii.html",
    f"{REPORT}/states.html",
    f"{REPORT}/figures.html",
    f"{REPORT}/events.html",
    f"{REPORT}/whole.html",
    "maintainers/benchmarks.html",
    "maintainers/pipeline.html",
    "maintainers/api/core.html",
)
"""A page of each kind, from the site's root; 404.html needs a server that has the site there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paragraph in the contents of the front page."""

    id: str
    page: str
    """The section page its link names."""

    @property
    def number(self) -> str:
        """The paragraph's number, as its id has it."""
        return self.id.rpartition("-")[2]


class _Contents(HTMLParser):
    """Collects the paragraph entries of a front page and the first link of each."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an entry's id at its start tag and its page at the link that follows."""
        named = dict(attrs)
        if tag == "li" and "para-entry" in (named.get("class") or "").split():
            self._open = named.get("id")
        elif tag == "a" and self._open:
            page = (named.get("href") or "").partition("#")[0]
            self.entries.append(Entry(id=self._open, page=page))
            self._open = None


def entries(site: Path) -> tuple[Entry, ...]:
    """The paragraph entries of the report's front page, in reading order."""
    contents = _Contents()
    contents.feed((site / REPORT / "index.html").read_text("utf-8"))
    return tuple(contents.entries)


def page_with(site: Path, pattern: str) -> str:
    """The name of the first section page whose HTML matches; a test needs its subject."""
    for page in sorted((site / REPORT).glob("*.html")):
        text = page.read_text("utf-8")
        if 'data-page="section"' in text and re.search(pattern, text):
            return page.name
    raise AssertionError(f"no page of {REPORT} has {pattern}")


# Asking where an element is before the style sheet has come would make Firefox lay the page out
# without it, and scroll to where nobody would see it.
SHOWN = """([ending, id]) => {
  if (document.readyState !== 'complete') return 'the page is still loading';
  if (!decodeURIComponent(location.href).endsWith(ending)) return `the address is ${location.href}`;
  const target = document.getElementById(id);
  if (!target) return `${location.href} has no #${id}`;
  const box = target.getBoundingClientRect();
  const header = document.querySelector('.md-header').getBoundingClientRect();
  if (box.top < header.bottom - 1) return `#${id} begins under the header`;
  if (box.top + 20 > innerHeight) return `#${id} begins below the window`;
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 100), box.top + 12);
  if (!target.contains(top)) return `#${id} is covered`;
  const plain = ['rgba(0, 0, 0, 0)', 'transparent'];
  if (plain.includes(getComputedStyle(target).backgroundColor)) return `#${id} is not highlighted`;
  return '';
}"""
"""Why the reader does not see the element below the header and highlighted; empty where they do."""


def assert_arrives(page: Page, ending: str, shown: str, *, within: float = 6000) -> None:
    """Wait until the address has this ending and the element is in view and highlighted."""
    try:
        wait_for(page, f"({SHOWN})(%s) === ''" % json.dumps([ending, shown]), within=within)
    except AssertionError:
        raise AssertionError(page.evaluate(SHOWN, [ending, shown])) from None
