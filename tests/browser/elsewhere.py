"""A second server, for proofs that nothing is asked of it: another origin, which records."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BODIES = {
    ".js": ("text/javascript", b"window.foreign = true;"),
    ".css": ("text/css", b"p { color: rgb(1, 2, 3) !important; }"),
    ".svg": ("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ".html": ("text/html", b"<p>foreign</p>"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The server's address, which ends with a slash, and the paths it was asked for."""

    address: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """Serve scripts, styles, pictures and pages to whoever asks, and remember it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer by the ending of the path, allowing every origin."""
            asked.append(self.path)
            ending = "." + self.path.rpartition(".")[2]
            kind, body = BODIES.get(ending, ("text/plain", b"foreign"))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the library's name

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Elsewhere(address=f"http://127.0.0.1:{server.server_address[1]}/", asked=asked)
    finally:
        server.shutdown()
        server.server_close()
