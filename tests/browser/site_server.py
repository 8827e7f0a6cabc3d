"""A server on this machine only, for the site as it stands on the web: below a path."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = "/library/pilcrow/"
"""The server has the site below a path, as project pages do, so that a root-relative link fails."""


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # As every real server does: else each answer waits for the browser to say that it has the head.
    disable_nagle_algorithm = True

    base = BASE

    def translate_path(self, path: str) -> str:
        """The file below the site; nothing outside the base path is there."""
        inside = path.removeprefix(self.base)
        return super().translate_path("/" + inside if inside != path else "/nowhere")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: pytest shows what failed."""


class _AtRoot(_Quiet):
    base = "/"


@contextmanager
def serve(folder: Path, *, at_root: bool = False) -> Iterator[str]:
    """Serve a folder on a free loopback port; gives the address, which ends with a slash.

    At the server's root stands what has no relative links: the page for wrong addresses.
    """
    handler = partial(_AtRoot if at_root else _Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{'/' if at_root else BASE}"
    finally:
        server.shutdown()
        server.server_close()
