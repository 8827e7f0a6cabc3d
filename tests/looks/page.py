"""The maintainers' page that shows the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from itertools import groupby

from tests.looks.scenes import Scene

FOLDER = "looks"
"""Of the pictures, beside the page."""

_INTRODUCTION = """# Looks

What readers see. `make screenshots` takes these pictures again from the built site; look at them
after a change of styles, and commit those that changed.
"""


def file_name(scene: Scene) -> str:
    """The picture's file."""
    return f"{scene.name}.webp"


def page_text(scenes: Iterable[Scene], sizes: Mapping[str, tuple[int, int]]) -> str:
    """The page in Markdown, a heading for each group.

    Args:
        scenes: in the order of the page; those of a group follow each other.
        sizes: width and height by the name of a scene, so that nothing shifts while they load.
    """
    parts = [_INTRODUCTION]
    for group, members in groupby(scenes, key=lambda scene: scene.group):
        parts.append(f"## {group}\n")
        parts.extend(_picture(scene, sizes[scene.name]) for scene in members)
    return "\n".join(parts)


def _picture(scene: Scene, size: tuple[int, int]) -> str:
    width, height = size
    return (
        f'<p><img src="{FOLDER}/{file_name(scene)}" width="{width}" height="{height}" '
        f'loading="lazy" alt="{escape(scene.alternative)}"></p>\n'
    )
