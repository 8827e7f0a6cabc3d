"""Converts one input and says what is wrong; as a process, one after another.

`python -m tests.fuzz.case READER START END` prints a line of JSON for each number before it begins
and one behind it, so that who reads them knows which one took the process down.
"""

import contextlib
import json
import resource
import sys
import traceback
from collections.abc import Iterator

from pilcrow.json_model import report_text
from pilcrow.pipeline import convert
from tests.fuzz.damage import READERS
from tests.fuzz.forks import Forks, forked

MEMORY = 1 << 30
LONGEST = 10.0
"""Seconds on a processor."""
_OF_THE_LEDGER = frozenset({"words-lost", "words-added", "words-moved"})


def fault(content: bytes, name: str) -> str | None:
    """What is wrong with how an input is converted; None where a report or a problem came."""
    try:
        report = convert(content, name)
        report_text(report).encode("utf-8")
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return "crash: " + traceback.format_exc(limit=-4)
    if not report.sections and not report.problems:
        return "silence: no section and no problem"
    told = [str(problem) for problem in report.problems if problem.rule in _OF_THE_LEDGER]
    return f"ledger: {told[0]}" if told else None


def main(reader: str, start: int, end: int) -> None:
    """Try the inputs from `start` up to `end`."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with forked() as forks:
        for line in _lines(reader, start, end, forks):
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()


def _lines(reader: str, start: int, end: int, forks: Forks) -> Iterator[dict[str, object]]:
    source = READERS[reader]()
    for number in range(start, end):
        content = source.input(number)
        yield {"begins": number}
        began = _processor_seconds() + forks.seconds
        found = fault(content, f"source.{source.ending}")
        seconds = round(_processor_seconds() + forks.seconds - began, 2)
        if found is None and seconds > LONGEST:
            found = f"hang: {seconds} s"
        yield {"ends": number, "seconds": seconds, "fault": found}


def _processor_seconds() -> float:
    """Of this process and of those it waited for: what else the machine does is not counted."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
