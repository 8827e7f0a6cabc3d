"""Both browsers, over http and from the folder, with every request and console message watched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from pilcrow.commands.bundle import bundle
from tests.browser.browsers import PageAt, launch, watched
from tests.browser.site_pages import SYMBOL
from tests.browser.site_server import serve

_ONE_WAY = {("chromium", "http"), ("firefox", "file")}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave each browser one way to the site in tests that are marked so."""
    config.hook.pytest_deselected(items=[item for item in items if _is_spared(item)])
    items[:] = [item for item in items if not _is_spared(item)]


def _is_spared(item: pytest.Item) -> bool:
    if not isinstance(item, pytest.Function) or not item.get_closest_marker("one_way"):
        return False
    chosen = item.callspec.params
    return (chosen["browser_name"], chosen["address"]) not in _ONE_WAY


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site; PILCROW_SITE names another."""
    built = Path(os.environ.get("PILCROW_SITE") or Path(__file__).parents[2] / "site").resolve()
    if not (built / "index.html").is_file():
        pytest.fail(f"{built} has no site; run `make site` first")
    return built


@pytest.fixture(scope="session")
def dist(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the zip and the single file of the report, made from the built site."""
    folder = tmp_path_factory.mktemp("dist")
    docs = Path(__file__).parents[2] / "docs"
    arguments = [SYMBOL, "--site", str(site), "--docs", str(docs), "--dist", str(folder)]
    result = CliRunner().invoke(bundle, arguments)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session", params=["chromium", "firefox"])
def browser_name(request: pytest.FixtureRequest) -> str:
    """Each of the two browsers in turn."""
    return str(request.param)


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright, browser_name: str) -> Iterator[Browser]:
    """The browser, one for all tests; every test has a fresh context in it."""
    started = launch(playwright_driver, browser_name)
    yield started
    started.close()


@pytest.fixture(scope="session")
def http_address(site: Path) -> Iterator[str]:
    """The site's address over http."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def root_address(site: Path) -> Iterator[str]:
    """The site's address at the root of a server, where the page for wrong addresses needs it."""
    with serve(site, at_root=True) as address:
        yield address


@pytest.fixture(scope="session")
def file_address(site: Path) -> str:
    """The site's address as a folder."""
    return site.as_uri() + "/"


@pytest.fixture(scope="session", params=["http", "file"])
def address(request: pytest.FixtureRequest) -> str:
    """The site's address, over http and as a folder in turn."""
    return str(request.getfixturevalue(f"{request.param}_address"))


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A watched page at desktop width, in each browser, over http and from the folder."""
    with watched(browser, address) as opened:
        yield opened


@pytest.fixture
def page_with_options(browser: Browser, file_address: str) -> PageAt:
    """Opens a watched page with a context's options (touch, width, colours), from the folder."""
    return partial(watched, browser, file_address)
