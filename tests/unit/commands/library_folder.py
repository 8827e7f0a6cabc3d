"""A library in a folder of its own, and made-up sources for it."""

from __future__ import annotations

from pathlib import Path

from tests.unit.made_up import HEAD

BODY = """# I. Introduction

1. The Made-up Office (MUO) met. {words}

2. The MUO recalls {cited}, paragraph 1.

# II. Other matters

3. The third text.
"""


def source(
    number: int = 7, *, words: str = "It said so.", cited: str = "its own words", body: str = BODY
) -> str:
    """The source of E/CN.99/2024/NUMBER."""
    head = HEAD.replace("E/CN.99/2024/7", f"E/CN.99/2024/{number}")
    return head + body.format(words=words, cited=cited)


def broken(number: int) -> str:
    """A source with a problem that needs an editor: paragraph 2 is gone."""
    return source(number).replace("2. The MUO recalls its own words, paragraph 1.\n\n", "")


def library(folder: Path, *numbers: int) -> Path:
    """A library with these reports as an editor would lay them down; none is converted."""
    for number in numbers:
        place = folder / "reports" / f"E_CN.99_2024_{number}"
        place.mkdir(parents=True)
        (place / "source.en.md").write_text(source(number), encoding="utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the cache."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cache" not in path.parts and ".git" not in path.parts
    }
