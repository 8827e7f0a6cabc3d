"""What building the index of a library costs: `python -m tests.bench.search_build N FOLDER`.

Each size is built in a process of its own, so that the peak of one is not the peak of another.
"""

import json
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pilcrow.bench.search_library import Library
from pilcrow.search import build_index

_MB = 1_000_000
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """One building of an index; sizes as shares of the text it holds."""

    paragraphs: int
    seconds: float
    """Processor time."""
    entries_bytes: int
    """The process's memory before, with the entries in it."""
    peak_bytes: int
    raw: float
    zipped: float
    files: int


def measure_build(paragraphs: int, folder: Path) -> dict[str, float]:
    """Build an index into a folder and say what it cost; making the entries does not count."""
    library = Library(paragraphs)
    given = tuple(library.entries())
    words = sum(len(entry.text.encode()) + len(entry.title.encode()) for entry in given)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    files = build_index(given, language="en", glossary=library.glossary)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    folder.mkdir(parents=True)
    for name, body in files.items():
        (folder / name).write_bytes(body)
    return {
        "paragraphs": paragraphs,
        "seconds": spent,
        "entries_bytes": before * _RSS_UNIT,
        "peak_bytes": peak * _RSS_UNIT,
        "raw": sum(map(len, files.values())) / words,
        "zipped": sum(len(zlib.compress(body, 9)) for body in files.values()) / words,
        "files": len(files),
    }


def build(paragraphs: int, folder: Path) -> Build:
    """Build the index of a library into a folder, in a process of its own."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.search_build", str(paragraphs), str(folder)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return Build(**json.loads(said))


def build_table(builds: Sequence[Build]) -> str:
    """A row for each size."""
    lines = [
        "| Paragraphs | Built, s | Paragraphs/s | Peak, MB (entries) | Of text | Zipped | Files |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {one.paragraphs:,} | {one.seconds:.2f} | {one.paragraphs / one.seconds:,.0f} "
        f"| {one.peak_bytes / _MB:.0f} ({one.entries_bytes / _MB:.0f}) "
        f"| {one.raw:.2f} | {one.zipped:.2f} | {one.files} |"
        for one in builds
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure_build(int(sys.argv[1]), Path(sys.argv[2]))))
