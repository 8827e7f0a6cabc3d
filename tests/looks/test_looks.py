"""The maintainers' page of pictures shows each of them, small and with words beside it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.looks.page import FOLDER, file_name, page_text
from tests.looks.scenes import SCENES

PAGE = Path(__file__).parents[2] / "docs" / "maintainers" / "looks.md"
MOST = 1_500_000


def test_the_page_shows_the_pictures_that_are_there() -> None:
    """One file for each scene and no other, at the size that the page gives it."""
    files = {path.name: path for path in (PAGE.parent / FOLDER).iterdir()}
    assert set(files) == {file_name(scene) for scene in SCENES}
    sizes = {}
    for scene in SCENES:
        with Image.open(files[file_name(scene)]) as image:
            sizes[scene.name] = image.size
    assert PAGE.read_text(encoding="utf-8") == page_text(SCENES, sizes)


def test_the_pictures_are_light() -> None:
    """All together they weigh less than the bundle of three reports."""
    assert sum(path.stat().st_size for path in (PAGE.parent / FOLDER).iterdir()) < MOST


def test_each_picture_is_told_in_words() -> None:
    """An alternative is a sentence, and no two are the same."""
    told = [scene.alternative for scene in SCENES]
    assert len(set(told)) == len(told)
    assert all(words.endswith(".") and len(words) > 30 for words in told)
