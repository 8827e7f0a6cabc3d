"""Golden files: what tests compare with, and the flag that rewrites it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


@pytest.fixture
def golden() -> Golden:
    """Compare a text with a golden file; PILCROW_UPDATE_GOLDEN=1 rewrites the file instead."""

    def compare(path: Path, text: str) -> None:
        if os.environ.get("PILCROW_UPDATE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is not there: PILCROW_UPDATE_GOLDEN=1 writes it"
        assert text == path.read_text(encoding="utf-8")

    return compare
