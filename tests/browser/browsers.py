"""Starting the browsers, and watching that a page stays at home and says nothing on the console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIREFOX = Path("/usr/bin/firefox-esr")


@dataclass(slots=True)
class Watch:
    """What a page did that a site without a network must not do."""

    base: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        """Record the page's requests to elsewhere, its console errors and its exceptions."""
        page.on("request", lambda request: self._request(request.url))
        page.on("requestfailed", lambda request: self._failure(request.url, request.failure or ""))
        page.on(
            "console",
            lambda message: (
                self.errors.append(message.text) if message.type in {"error", "warning"} else None
            ),
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _failure(self, url: str, reason: str) -> None:
        """Keep what a page missed, not what it gave up because the reader went on."""
        if "ABORTED" not in reason.upper():
            self.errors.append(f"{reason}: {url}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.base, "file:", "data:", "blob:", "about:")):
            self.outside.append(url)


def launch(driver: Playwright, name: str, *, scripts: bool = True) -> Browser:
    """Start Debian's browser where there is one, else the one that Playwright brought."""
    if name == "chromium":
        return driver.chromium.launch(
            executable_path=CHROMIUM if CHROMIUM.exists() else None, args=list(CHROMIUM_ARGUMENTS)
        )
    preferences: dict[str, str | float | bool] = {} if scripts else {"javascript.enabled": False}
    if FIREFOX.exists():
        return driver.firefox.launch(
            channel="moz-firefox", executable_path=FIREFOX, firefox_user_prefs=preferences
        )
    return driver.firefox.launch(firefox_user_prefs=preferences)


@contextmanager
def watched(browser: Browser, base: str, **options: object) -> Iterator[Page]:
    """A page in a fresh context that fails its test for a request outside or a console error."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
    if browser.browser_type.name == "chromium":
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    watch = Watch(base)
    watch.on(page)
    try:
        yield page
        assert not watch.outside, f"requests left the site: {watch.outside}"
        assert not watch.errors, f"the console has errors: {watch.errors}"
    finally:
        context.close()


PageAt = Callable[..., AbstractContextManager[Page]]
"""What opens a watched page with a context's options."""
