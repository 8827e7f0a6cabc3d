"""What the theme's templates ask for on each page, made ready once for all pages."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cache
from typing import Any

from jinja2 import Environment


def make_ready(env: Environment, language: str) -> None:
    """Spare each page what is the same on all.

    Always: the pages are the same as without.
    """
    # No template changes during a build, and each page asks for forty.
    env.auto_reload = False
    env.make_globals = _plain_globals(env)  # type: ignore[assignment]
    env.globals["interface_words"] = interface_words(env, language)


def interface_words(env: Environment, language: str) -> Callable[[str], str]:
    """The theme's words in a language by their key, in English where it has none, else the key.

    The theme makes its whole list of words anew for each word.
    """
    own, english = (
        env.get_template(f"partials/languages/{each}.html").module.__dict__["t"]
        for each in (language, "en")
    )

    @cache
    def words(key: str) -> str:
        return str(own(key)) or str(english(key)) or key

    return words


def _plain_globals(
    env: Environment,
) -> Callable[[MutableMapping[str, Any] | None], MutableMapping[str, Any]]:
    """Names known to all templates as one table: each template lists them when it is begun."""
    return lambda own: {**env.globals, **(own or {})}
