"""`make fuzz`: tries damaged and hostile inputs on each reader; goes on where it was stopped.

Each input is converted in a process with a bound of 1 GiB and 10 s. Failing inputs are written
into .cache/fuzz/ with what was wrong; the same number gives the same input everywhere.
"""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, cast

import click

from tests.fuzz.damage import READERS

PATIENCE = 300.0
"""Seconds by the clock, which a busy machine stretches: an input counts its own."""
_BATCH = 500
_START = 120.0
"""Seconds that a process may take to begin."""
_GRACE = 30.0


@click.command()
@click.option("--reader", "readers", multiple=True, type=click.Choice(sorted(READERS)))
@click.option("--count", default=20_000, show_default=True, help="Inputs for each reader.")
@click.option("--anew", is_flag=True, help="Begin at the first input again.")
@click.option("--folder", default=Path(".cache/fuzz"), type=click.Path(path_type=Path))
def main(readers: tuple[str, ...], count: int, folder: Path, *, anew: bool) -> None:
    """Try the inputs up to COUNT that were not tried before."""
    failed = 0
    for reader in readers or tuple(READERS):
        failed += _try(reader, count, folder / reader, anew=anew)
    sys.exit(1 if failed else 0)


def _try(reader: str, count: int, folder: Path, *, anew: bool) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / "next"
    number = int(state.read_text()) if state.is_file() and not anew else 0
    failures, slowest = 0, (0.0, 0)
    while number < count:
        end = min(number + _BATCH, count)
        for tried, seconds, fault in _batch(reader, number, end):
            slowest = max(slowest, (seconds, tried))
            number = tried + 1
            if fault is not None:
                failures += 1
                _keep(reader, folder, tried, fault)
        state.write_text(str(number))
        click.echo(f"{reader}: {number} tried, {failures} failed, slowest {slowest}", err=True)
    return failures


def _batch(reader: str, start: int, end: int) -> list[tuple[int, float, str | None]]:
    """Each input tried with its seconds and its fault; stops behind one that ended the process."""
    tried: list[tuple[int, float, str | None]] = []
    arguments = (sys.executable, "-m", "tests.fuzz.case", reader, str(start), str(end))
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        lines: queue.Queue[bytes] = queue.Queue()
        stdout = cast("IO[bytes]", child.stdout)

        def listen() -> None:
            for line in stdout:
                lines.put(line)
            lines.put(b"")

        threading.Thread(target=listen, daemon=True).start()
        current, patience = start, _START
        try:
            while len(tried) < end - start:
                told = _next(lines, patience, child.pid)
                if not told:
                    tried.append((current, 0.0, f"death: the process ended with {child.wait()}"))
                    break
                line = json.loads(told)
                current = line.get("begins", current)
                patience = PATIENCE if "begins" in line else _START
                if "ends" in line:
                    tried.append((line["ends"], line["seconds"], line["fault"]))
        except queue.Empty:
            tried.append((current, patience, f"hang: more than {patience:.0f} s"))
        finally:
            child.kill()
    return tried


def _next(lines: queue.Queue[bytes], patience: float, pid: int) -> bytes:
    """The next line; a process that somebody stopped, to have the machine, is waited for.

    Raises:
        queue.Empty: it told nothing for so long, and was not stopped.
    """
    while True:
        try:
            return lines.get(timeout=patience)
        except queue.Empty:
            stopped = _is_stopped(pid)
            try:
                # Started again a moment ago, it had no time to tell anything.
                return lines.get(timeout=_GRACE)
            except queue.Empty:
                if not stopped and not _is_stopped(pid):
                    raise


def _is_stopped(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.is_file() and stat.read_text().rpartition(")")[2].split()[0] == "T"


def _keep(reader: str, folder: Path, number: int, fault: str) -> None:
    source = READERS[reader]()
    (folder / f"{number}.{source.ending}").write_bytes(source.input(number))
    (folder / f"{number}.txt").write_text(fault, encoding="utf-8")
    click.echo(f"{reader} {number}: {fault.strip().splitlines()[-1][:200]}", err=True)


if __name__ == "__main__":
    main()
