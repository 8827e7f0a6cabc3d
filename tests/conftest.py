"""What all tests share: the repository, the corpus beside it, and Hypothesis without a clock."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

# A slow machine is no failure: examples have no deadline.
# CI draws the same examples each time; what others find is mended where it was found.
settings.register_profile("pilcrow", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("pilcrow")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of further documents; a test that needs it is skipped where it is absent."""
    folder = Path(os.environ.get("PILCROW_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder}: set PILCROW_CORPUS")
    return folder
