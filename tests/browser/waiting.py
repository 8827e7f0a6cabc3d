"""Waiting in a page whose policy forbids what Playwright's own `wait_for_function` needs (eval)."""

from __future__ import annotations

import time

from playwright.sync_api import Error, Page

_STEP = 25


def wait_for(page: Page, expression: str, arg: object = None, *, within: float = 6000) -> None:
    """Wait until the expression holds in the page; it is asked again after a page change.

    Raises:
        AssertionError: it does not hold within so many milliseconds.
    """
    end = time.monotonic() + within / 1000
    while True:
        try:
            if page.evaluate(expression, arg):
                return
        except Error:
            # The page changed while it was asked.
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end, f"does not hold within {within:.0f} ms: {expression}"
        page.wait_for_timeout(_STEP)
