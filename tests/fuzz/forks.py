"""Child processes of the PDF reader, forked from one that has loaded what they need.

Each PDF still has a process of its own with its bounds on memory and time: only the start of
Python and of PDFium's bindings, most of what a small file takes, is done once.

`python -m tests.fuzz.forks FD` serves requests from a socket: the name of a module with the two
ends that its child reads and writes, then "end", at which the child goes and its use is told.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import IO, Self
from unittest.mock import patch

from pilcrow.readers.pdf import process

_MODULES = ("pilcrow.readers.pdf.extract", "pilcrow.readers.pdf.draw")
_END = b"end"
_LONGEST = 200


class Forks:
    """Starts the reader's children; `seconds` of a processor are those of all that ended."""

    def __init__(self, connection: socket.socket) -> None:
        """Ask through this end of the socket."""
        self.seconds = 0.0
        self._connection = connection

    def start(self, module: str) -> Child:
        """A child as the reader's own `start` gives one."""
        own_in, stdin = os.pipe()
        stdout, own_out = os.pipe()
        socket.send_fds(self._connection, [module.encode()], [own_in, own_out])
        os.close(own_in)
        os.close(own_out)
        return Child(self, os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"))

    def end(self) -> None:
        """End the child that runs."""
        self._connection.send(_END)
        self.seconds += json.loads(self._connection.recv(_LONGEST))


class Child:
    """What the reader uses of a `Popen`."""

    def __init__(self, forks: Forks, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        """A child that runs, by its ends."""
        self.stdin = stdin
        self.stdout = stdout
        self._forks = forks
        self._runs = True

    def kill(self) -> None:
        """End it, if it runs."""
        if self._runs:
            self._runs = False
            self._forks.end()

    def __enter__(self) -> Self:
        """Nothing is to be done."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End it, and close its ends."""
        self.kill()
        self.stdout.close()
        with suppress(OSError):
            self.stdin.close()


@contextmanager
def forked() -> Iterator[Forks]:
    """The PDF reader starts its children by forks within the `with`."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = (sys.executable, "-m", "tests.fuzz.forks", str(theirs.fileno()))
    with subprocess.Popen(command, pass_fds=(theirs.fileno(),)) as server, ours:
        theirs.close()
        forks = Forks(ours)
        try:
            with patch.object(process, "start", forks.start):
                yield forks
        finally:
            server.kill()


def _serve(connection: socket.socket) -> None:
    mains = {name.encode(): importlib.import_module(name).main for name in _MODULES}
    child = 0
    while True:
        asked, ends, _, _ = socket.recv_fds(connection, _LONGEST, 2)
        if not asked:
            return
        if asked == _END:
            os.kill(child, signal.SIGKILL)
            _, _, used = os.wait4(child, 0)
            connection.send(json.dumps(used.ru_utime + used.ru_stime).encode())
            continue
        child = os.fork()
        if not child:
            connection.close()
            _run(mains[asked], *ends)
        for end in ends:
            os.close(end)


def _run(main: object, stdin: int, stdout: int) -> None:
    os.dup2(stdin, 0)
    os.dup2(stdout, 1)
    for end in (stdin, stdout):
        os.close(end)
    sys.stdin, sys.stdout = os.fdopen(0, "r"), os.fdopen(1, "w")
    try:
        main()  # type: ignore[operator]
        sys.stdout.flush()
    finally:
        os._exit(0)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
