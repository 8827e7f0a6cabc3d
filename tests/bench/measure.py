"""Time and peak memory of whole processes."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

# ru_maxrss counts bytes on macOS and KiB elsewhere.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class CommandFailedError(Exception):
    """A measured command ended with an error, so its time says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run of one process, from its start to its end."""

    seconds: float
    processor_seconds: float
    """Time on a processor, of the process and the children it waited for: what else the machine
    does hardly changes it."""
    peak_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command to measure, what to do before each run (not measured), and where it runs."""

    arguments: tuple[str, ...]
    folder: Path
    prepare: Callable[[], None] = lambda: None


def measure(command: Command) -> Measurement:
    """Run the command once.

    The peak is the largest resident set among the process and the children it waited for.

    Raises:
        CommandFailedError: the command did not exit with 0; its output is in the message.
    """
    command.prepare()
    start = time.perf_counter()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    # Read to the end first: a full pipe would stop the process.
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.stdout:
        process.stdout.close()
    if process.returncode:
        raise CommandFailedError(f"{' '.join(command.arguments)}:\n{output[-2000:]}")
    return Measurement(
        seconds=seconds,
        processor_seconds=usage.ru_utime + usage.ru_stime,
        peak_bytes=usage.ru_maxrss * _RSS_UNIT,
    )


def interleave(commands: Sequence[Command], runs: int) -> tuple[tuple[Measurement, ...], ...]:
    """Measure each command `runs` times in turns, so that a busy spell falls on all of them.

    One round before is thrown away: it fills the caches of files and of compiled modules.
    """
    for command in commands:
        measure(command)
    return take_turns(commands, runs)


def take_turns(commands: Sequence[Command], runs: int) -> tuple[tuple[Measurement, ...], ...]:
    """Measure as `interleave` does, without the round before: for what takes long."""
    rounds = [[measure(command) for command in commands] for _ in range(runs)]
    return tuple(zip(*rounds, strict=True))


def least_processor_seconds(measurements: Sequence[Measurement]) -> float:
    """The processor time of the run that took least."""
    return min(each.processor_seconds for each in measurements)


def median_seconds(measurements: Sequence[Measurement]) -> float:
    """The middle time."""
    return statistics.median(each.seconds for each in measurements)
