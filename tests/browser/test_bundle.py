"""The bundle as a field office has it: unzipped, opened by a double-click, without a network."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright

from pilcrow.bundle.first_load import first_load
from pilcrow.commands.bundle import SiteFiles
from tests.browser.browsers import launch, watched
from tests.browser.elsewhere import Elsewhere, elsewhere
from tests.browser.site_pages import REPORT
from tests.browser.site_server import serve
from tests.browser.waiting import wait_for

pytestmark = pytest.mark.browser

FOLDER = "My Docs (1) é #2 100%"
NAME = "E_CN.15_2024_5-en"
KB = 1000
Unpacked = tuple[Path, str]
WHOLE = f"{REPORT}/whole.html"
MOST_ZIPPED, MOST_UNZIPPED = 420 * KB, 1600 * KB
MOST_FIRST_LOAD = 75 * KB
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="session")
def zipped(dist: Path) -> Path:
    """The zip of the report."""
    return dist / f"{NAME}.zip"


@pytest.fixture(scope="session")
def folder(zipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle unzipped into a folder whose name has all that addresses trip over."""
    target = tmp_path_factory.mktemp("unzipped") / FOLDER
    with zipfile.ZipFile(zipped) as opened:
        opened.extractall(target)
    return target / NAME


@pytest.fixture(scope="session")
def foreign() -> Iterator[Elsewhere]:
    """A server on another origin that records what it is asked for."""
    with elsewhere() as server:
        yield server


def _address(folder: Path) -> str:
    return folder.as_uri() + "/"


def _pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def test_every_page_stays_in_the_folder_and_says_what_it_is(browser: Browser, folder: Path) -> None:
    """No request leaves, the console is silent, and the line on top names report, date and copy."""
    with watched(browser, _address(folder), offline=True) as page:
        for name in _pages(folder):
            page.goto(_address(folder) + name)
            if name == "START-HERE.html":
                page.wait_for_url("**/index.html")
                continue
            note = page.locator(".offline-copy").inner_text()
            assert "Offline copy of E/CN.15/2024/5 (English), 13 March 2024" in note, name
            canonical = page.locator("link[rel=canonical]").get_attribute("href") or ""
            assert canonical.startswith("https://"), name
            assert canonical.endswith((name, name.removesuffix("index.html"))), name
            assert page.evaluate("document.documentElement.classList.contains('js')"), name


def test_the_watch_sees_a_request_that_leaves(
    browser: Browser, folder: Path, foreign: Elsewhere
) -> None:
    """The control: a page that asks for something elsewhere fails its test."""
    leaky = folder.parent / "leaky.html"
    leaky.write_text(f"<meta charset=utf-8><img src='{foreign.address}x.svg'>", encoding="utf-8")
    with pytest.raises(AssertionError, match="requests left"):
        _open_watched(browser, _address(folder), leaky.as_uri())


def _open_watched(browser: Browser, base: str, address: str) -> None:
    with watched(browser, base) as page:
        page.goto(address)
        page.wait_for_timeout(300)


def test_start_here_opens_the_report(browser: Browser, folder: Path) -> None:
    """A double-click leads to the front page."""
    with watched(browser, _address(folder)) as page:
        page.goto(_address(folder) + "START-HERE.html")
        wait_for(page, "Boolean(document.querySelector('.report[data-page=front]'))")
        assert page.locator("h1").inner_text().startswith("International cooperation")


def test_without_scripts_the_bundle_opens_and_reads(
    playwright_driver: Playwright, browser_name: str, folder: Path
) -> None:
    """START-HERE leads on, and a section's words and its links are there."""
    started = launch(playwright_driver, browser_name, scripts=False)
    try:
        options = {"java_script_enabled": False} if browser_name == "chromium" else {}
        with watched(started, _address(folder), **options) as page:
            page.goto(_address(folder) + "START-HERE.html")
            page.locator(".report[data-page=front] h1").wait_for()
            page.goto(_address(folder) + f"{REPORT}/ii-d-2.html")
            assert "Network of West African" in page.locator("#para-54").inner_text()
            assert page.locator(".offline-copy").is_visible()
    finally:
        started.close()


def test_search_finds_the_paragraph_without_a_network(browser: Browser, folder: Path) -> None:
    """Typing in the box gives the paragraph, and Enter leads to it in the folder."""
    with watched(browser, _address(folder), offline=True) as page:
        page.goto(_address(folder) + f"{REPORT}/i.html")
        page.keyboard.press("/")
        page.locator(".md-search__input").fill("extradition Belgian citizen")
        wait_for(page, "Boolean(document.querySelector('.md-search-result__item a'))")
        href = page.locator(".md-search-result__item a").first.get_attribute("href") or ""
        assert "54" in href
        assert urljoin(page.url, href).startswith(_address(folder))


def test_copied_links_are_addresses_on_the_web(browser: Browser, folder: Path) -> None:
    """From a folder too, Copy link gives what works for whoever receives it."""
    with watched(browser, _address(folder)) as page:
        page.goto(_address(folder) + f"{REPORT}/ii-d-2.html")
        page.locator("#para-54 > .para-number").click()
        page.get_by_role("button", name=re.compile("^copy link", re.IGNORECASE)).first.click()
        wait_for(
            page,
            "async () => (await navigator.clipboard.readText()).endsWith('2024/5/#para-54')",
        )


REFUSED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('refused', 'SecurityError'); }, configurable: true});
Object.defineProperty(window, 'sessionStorage', {
  get() { throw new DOMException('refused', 'SecurityError'); }, configurable: true});"""


def test_where_storage_is_refused_everything_works_and_nothing_is_logged(
    browser: Browser, folder: Path
) -> None:
    """Light and dark can be changed and the rest of the page runs; the choice is not kept."""
    with watched(browser, _address(folder)) as page:
        page.add_init_script(REFUSED)
        page.goto(_address(folder) + f"{REPORT}/ii-d-2.html")
        with pytest.raises(Exception, match="refused"):
            page.evaluate("localStorage.length")
        _darken(page)
        page.goto(_address(folder) + f"{REPORT}/ii-e.html")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "default"


@pytest.fixture(params=["http", "file"])
def unpacked(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[Unpacked]:
    """A copy of the bundle that a test may damage, and its address."""
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    if request.param == "file":
        yield copy, _address(copy)
        return
    with serve(copy) as address:
        yield copy, address


@pytest.mark.parametrize(
    ("system", "chosen", "scheme"),
    [("light", "", "default"), ("light", "slate", "slate"), ("dark", "", "slate")],
)
def test_pages_have_their_colours_before_any_script_is_loaded(
    browser: Browser,
    unpacked: Unpacked,
    system: Literal["light", "dark"],
    chosen: str,
    scheme: str,
) -> None:
    """Those chosen last, else the system's: no page is white for a moment and then dark."""
    folder, address = unpacked
    context = browser.new_context(color_scheme=system)
    page = context.new_page()
    try:
        if chosen:
            page.goto(f"{address}{REPORT}/ii-d-2.html")
            _darken(page)
        # Files would come from the browser's store.
        bare = folder / REPORT / "ii-e.html"
        bare.write_text(re.sub(r"<script\b[^>]*\bsrc=[^>]*>", "<script>", bare.read_text("utf-8")))
        page.goto(f"{address}{REPORT}/ii-e.html")
        dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        if dark != (system == "dark"):
            pytest.skip("this browser cannot be told what colours the system has")
        assert page.locator("html.no-js").count() == 1, "control: no script of Material's has run"
        assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    finally:
        context.close()


def _darken(page: Page) -> None:
    wait_for(page, "document.documentElement.classList.contains('js')")
    page.locator("label[for=__palette_1]").click()
    wait_for(page, "document.body.dataset.mdColorScheme === 'slate'")


INTRUDER = """<script>window.inline = true</script>
<p id="clicked" onclick="window.handled = true">x</p>
<script src="{0}a.js"></script><link rel="stylesheet" href="{0}b.css"><img src="{0}c.svg">
<iframe src="{0}d.html"></iframe><object data="{0}e.svg"></object>
<svg><image href="{0}f.svg" /></svg><video src="{0}g.mp4" autoplay></video>
<style>body {{ background: url({0}h.svg); color: rgb(9, 9, 9) }}</style>
<link rel="prefetch" href="{0}i.html"><link rel="preload" as="script" href="{0}j.js">"""
TRY_MORE = """async (address) => {
  const script = document.createElement('script');
  script.textContent = 'window.injected = true';
  document.body.append(script);
  document.getElementById('clicked').click();
  try { (0, eval)('window.evaluated = true'); } catch { /* refused */ }
  try { await fetch(address + 'k.json'); window.fetched = true; } catch { /* refused */ }
  try { navigator.sendBeacon(address + 'l'); } catch { /* refused */ }
  try { new Worker(address + 'm.js'); } catch { /* refused */ }
  new Image().src = address + 'n.svg';
  await new Promise((done) => setTimeout(done, 500));
  return ['inline', 'handled', 'foreign', 'injected', 'fetched'].filter((name) => window[name]);
}"""


@pytest.fixture(scope="session")
def intruded(site: Path, foreign: Elsewhere, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site with a page that something got into, and the same without its policy."""
    copy = tmp_path_factory.mktemp("intruded") / "site"
    shutil.copytree(site, copy)
    report = copy / REPORT
    page = (report / "i.html").read_text(encoding="utf-8")
    with_intruder = page.replace("</body>", INTRUDER.format(foreign.address) + "</body>")
    (report / "intruded.html").write_text(with_intruder, encoding="utf-8")
    without, count = POLICY.subn("", with_intruder)
    assert count == 1
    (report / "unguarded.html").write_text(without, encoding="utf-8")
    return copy


@pytest.mark.parametrize("where", ["http", "file"])
def test_the_policy_lets_nothing_in(
    browser: Browser, intruded: Path, foreign: Elsewhere, where: str
) -> None:
    """Scripts, handlers, styles, pictures, frames and requests that got into a page do nothing."""
    guarded, asked = _try(browser, intruded, foreign, where, "intruded.html")
    assert (guarded, asked) == ([], [])


@pytest.mark.parametrize("where", ["http", "file"])
def test_without_the_policy_they_would_get_in(
    browser: Browser, intruded: Path, foreign: Elsewhere, where: str
) -> None:
    """The control: the same page without its policy runs and loads what got into it."""
    ran, asked = _try(browser, intruded, foreign, where, "unguarded.html")
    assert {"inline", "handled", "foreign", "injected", "fetched"} <= set(ran)
    assert {"/a.js", "/b.css", "/c.svg", "/d.html", "/e.svg", "/f.svg", "/k.json"} <= set(asked)


def _try(
    browser: Browser, site: Path, foreign: Elsewhere, where: str, name: str
) -> tuple[list[str], list[str]]:
    foreign.asked.clear()
    context = browser.new_context()
    try:
        page = context.new_page()
        with serve(site) as http:
            page.goto(f"{http if where == 'http' else _address(site)}{REPORT}/{name}")
            ran = page.evaluate(TRY_MORE, foreign.address)
        return list(ran), [path for path in foreign.asked if path != "/favicon.ico"]
    finally:
        context.close()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str, str]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep ids, and every address with the element and its classes."""
        named = {name: value or "" for name, value in attrs}
        self.ids |= {named[key] for key in ("id", "name") if key in named}
        for key in ("href", "src", "action"):
            if key in named and named.get("rel") != "canonical":
                self.links.append((tag, named[key], named.get("class", "")))


def test_every_link_of_the_bundle_leads_somewhere_or_is_marked(folder: Path) -> None:
    """Files and fragments are there; what needs the internet has the class that says so."""
    found = {}
    for name in _pages(folder):
        found[name] = _Links()
        found[name].feed((folder / name).read_text(encoding="utf-8"))
    local = 0
    for name, page in found.items():
        for tag, address, classes in page.links:
            parts = urlsplit(address)
            if parts.scheme:
                assert parts.scheme in {"https", "http", "mailto", "data"}, (name, address)
                assert tag == "a" or parts.scheme == "data", (name, tag, address)
                assert parts.scheme == "data" or "external" in classes.split(), (name, address)
                continue
            local += 1
            target = unquote(urljoin(name, parts.path)) if parts.path else name
            assert (folder / target).is_file(), (name, address)
            if parts.fragment and target.endswith(".html"):
                assert unquote(parts.fragment) in found[target].ids, (name, address)
    assert local > 1000


def test_nothing_is_in_the_bundle_that_a_reader_has_no_use_for(zipped: Path) -> None:
    """No source maps, no stock search, no other languages, no maintainers' pages, no folders."""
    with zipfile.ZipFile(zipped) as opened:
        names = opened.namelist()
    assert [name.partition("/")[2] for name in names[:2]] == ["START-HERE.html", "README.txt"]
    unwanted = r"\.map$|lunr|wordcut|workers|sitemap|objects\.inv|maintainers|404|search_index|/$"
    assert not [name for name in names if re.search(unwanted, name)]
    assert not [name for name in names if re.search(r"\.(woff2?|ttf|otf|eot)$", name)]
    for needed in ("glossary.html", "search.html", "how-to-use.html", "SHA256SUMS"):
        assert any(name.endswith(f"/{needed}") for name in names), needed


def test_the_bundle_is_small(zipped: Path, folder: Path) -> None:
    """Small enough for a slow line and an old stick, search included."""
    assert zipped.stat().st_size < MOST_ZIPPED
    unzipped = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert unzipped < MOST_UNZIPPED


def test_a_first_page_is_small(site: Path) -> None:
    """Every page of the report, with all it loads before a search, gzipped.

    The whole report on one page is as long as the report; what it loads beside itself is the same.
    """
    files = SiteFiles(site)
    loads = {
        name: first_load(files, name)
        for name in files
        if name.startswith(REPORT) and name.endswith(".html")
    }
    del loads[WHOLE][WHOLE]
    assert len(loads) > 30
    assert not {
        name: sum(load.values())
        for name, load in loads.items()
        if sum(load.values()) >= MOST_FIRST_LOAD
    }
    assert all(any(part.endswith("site.css") for part in load) for load in loads.values())
