"""The preview follows its sources: a change is converted and served anew."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.site.project import COMMAND, MASTHEAD, Project

REPORT = MASTHEAD + "## I. Introduction\n\n1. The first paragraph says alpha.\n\n2. And more.\n"
_PATIENCE = 120
"""Seconds; only a preview that never comes takes so long."""


@contextmanager
def previewed(project: Project) -> Iterator[str]:
    """The address of a running preview."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project.folder / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--address", f"127.0.0.1:{port}"],
            cwd=project.folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield f"http://127.0.0.1:{port}/en/A/80/1/i.html"
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the preview and the MkDocs that it started: they are a group of their own."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(address: str, wanted: Callable[[str], bool], log: Path) -> str:
    """The page as soon as it is as wanted."""
    last = ""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                last = answer.read().decode("utf-8")
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            last = ""
        if wanted(last):
            return last
        time.sleep(0.2)
    message = f"never as wanted; last: {last[-2000:]}\nlog: {log.read_text(encoding='utf-8')}"
    raise AssertionError(message)


def test_a_changed_source_is_seen_in_the_preview(make_project: Callable[[str], Project]) -> None:
    """A change of a source changes the page; a source with a problem leaves the last good one."""
    project = make_project(REPORT).converted()
    log = project.folder / "serve.log"
    source = project.source
    with previewed(project) as address:
        wait_for(address, lambda page: "says alpha." in page, log)
        source.write_text(REPORT.replace("alpha", "beta"), encoding="utf-8")
        changed = wait_for(address, lambda page: "says beta." in page, log)
        assert changed.count('id="para-1"') == 1
        assert "alpha" not in changed
        source.write_text(REPORT.replace("2. And", "7. And"), encoding="utf-8")
        wait_for(address, lambda _: "missing-paragraph" in log.read_text(encoding="utf-8"), log)
        wait_for(address, lambda page: "says beta." in page, log)
        source.write_text(REPORT.replace("alpha", "gamma"), encoding="utf-8")
        wait_for(address, lambda page: "says gamma." in page, log)
