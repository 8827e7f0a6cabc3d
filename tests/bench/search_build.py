"""What building the index of a library costs: `python -m tests.bench.search_build PARAGRAPHS`.

Each size is built in a process of its own, so that the peak of one is not the peak of another.
"""

import json
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

from pilcrow.bench.search_library import Library
from pilcrow.search import build_index

_MB = 1_000_000
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def measure_build(paragraphs: int) -> dict[str, float]:
    """Processor time, peak memory and size of an index; making the entries does not count."""
    library = Library(paragraphs)
    given = tuple(library.entries())
    words = sum(len(entry.text.encode()) + len(entry.title.encode()) for entry in given)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    files = build_index(given, language="en", glossary=library.glossary)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "paragraphs": paragraphs,
        "seconds": spent,
        "entries_bytes": before * _RSS_UNIT,
        "peak_bytes": peak * _RSS_UNIT,
        "raw": sum(map(len, files.values())) / words,
        "zipped": sum(len(zlib.compress(body, 9)) for body in files.values()) / words,
        "files": len(files),
    }


def build_rows(sizes: Sequence[int], root: Path) -> str:
    """A table of what the index of each library costs."""
    lines = [
        "| Paragraphs | Built, s | Paragraphs/s | Peak, MB (entries) | To text | Zipped | Files |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for size in sizes:
        said = subprocess.run(
            [sys.executable, "-m", "tests.bench.search_build", str(size)],
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        of: dict[str, float] = json.loads(said)
        lines.append(
            f"| {size:,} | {of['seconds']:.2f} | {size / of['seconds']:,.0f} "
            f"| {of['peak_bytes'] / _MB:.0f} ({of['entries_bytes'] / _MB:.0f}) "
            f"| {of['raw']:.2f} | {of['zipped']:.2f} | {of['files']:.0f} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure_build(int(sys.argv[1]))))
