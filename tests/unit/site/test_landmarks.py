"""Landmarks have names that tell them apart."""

from __future__ import annotations

from pilcrow.site.landmarks import name_landmarks

BRANCH = """<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_2_label" aria-expanded>
  <label class="md-nav__title" for="__nav_2">
    <span class="md-nav__icon md-icon"></span>
    A &amp; "B"
  </label>"""


def test_a_branch_is_named_by_its_title() -> None:
    """The title's words, escaped for an attribute; all else stays."""
    named = name_landmarks(BRANCH)
    assert 'data-md-level="1" aria-label="A &amp; &quot;B&quot;" aria-expanded>' in named
    assert "aria-labelledby" not in named
    assert named.endswith(BRANCH.partition("expanded")[2])


def test_the_search_dialog_is_named() -> None:
    """The first dialog of a page is Material's search."""
    named = name_landmarks('<div class="md-search" role="dialog"></div>')
    assert named == '<div class="md-search" role="dialog" aria-label="Search"></div>'


def test_a_page_without_them_stays() -> None:
    """Nothing else is touched."""
    assert name_landmarks("<p>No landmark.</p>") == "<p>No landmark.</p>"
