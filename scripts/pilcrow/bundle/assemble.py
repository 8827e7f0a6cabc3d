"""Puts a bundle together from the files of the built site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pilcrow.bundle.archive import write_zip
from pilcrow.bundle.holding import Holding
from pilcrow.bundle.links import inside, is_local, loaded_by, with_links
from pilcrow.bundle.naming import clashes, name_problem
from pilcrow.bundle.note import with_note
from pilcrow.bundle.opening import README, START, SUMS, readme, start_page
from pilcrow.bundle.slim import STYLESHEET
from pilcrow.bundle.sums import sums
from pilcrow.search.pages import RESULTS, with_languages

LAZY = ("assets/javascripts/search/", "assets/javascripts/reader/")
"""Scripts that no page names: search and reader's tools load them when they are first used."""
STEMMER = "assets/javascripts/search/stem-{}.js"
"""The script that finds the stems of a language's words; English ones are found by the engine."""
_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)")


class BundleError(ValueError):
    """The site does not give a whole bundle; the message names the file and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What goes into a bundle, by address from the site's root."""

    holding: Holding
    report: tuple[str, ...]
    """The report's pages, the front page among them."""
    beside: tuple[str, ...]
    """Glossary, search, how to use."""
    index: Mapping[str, bytes]
    """The search index of these pages."""


def bundle_files(site: Mapping[str, bytes], choice: Choice) -> dict[str, bytes]:
    """The files of a bundle by path in its folder, in the order of the zip, sums included.

    Args:
        site: the built site by address from its root.
        choice: what goes in.

    Raises:
        BundleError: a page or what it loads is not in the site, or a name would not unzip
            everywhere.
    """
    pages = {path: _text(site, path) for path in (*choice.report, *choice.beside)}
    if RESULTS in pages:
        pages[RESULTS] = with_languages(pages[RESULTS], choice.index)
    members = frozenset(pages)
    try:
        written = {
            path: with_note(
                with_links(page, path, members, choice.holding.front), choice.holding
            ).encode("utf-8")
            for path, page in pages.items()
        }
    except ValueError as error:
        raise BundleError(str(error)) from None
    assets = {path: _content(site, path) for path in _assets(site, pages, choice)}
    files = {
        START: start_page(choice.holding, STYLESHEET).encode("utf-8"),
        README: readme(choice.holding).encode("utf-8"),
    }
    rest = {**written, **assets, **choice.index}
    files.update((path, rest[path]) for path in sorted(rest))
    _check_names(files, choice.holding.name)
    return {**files, SUMS: sums(files)}


def bundle_zip(files: Mapping[str, bytes], holding: Holding) -> bytes:
    """The files as a zip of one folder."""
    return write_zip(
        {f"{holding.name}/{path}": content for path, content in files.items()}, holding.stamp
    )


def _assets(site: Mapping[str, bytes], pages: Mapping[str, str], choice: Choice) -> Sequence[str]:
    """What pages load, what their styles load, the scripts that wait, and the report's data.

    Of the stemmers only the one of the report's language.
    """
    named = {name for path, page in pages.items() for name in loaded_by(page, path)}
    named.add(STYLESHEET)
    beside = tuple({f"{posixpath.dirname(path)}/" for path in choice.report})
    stemmer = STEMMER.format(choice.holding.language)
    named.update(
        path
        for path in site
        if path.endswith(".js")
        and (path.startswith(LAZY) or f"{posixpath.dirname(path)}/" in beside)
        and (path == stemmer or not path.startswith(STEMMER.partition("{")[0]))
    )
    for sheet in sorted(name for name in named if name.endswith(".css")):
        named.update(
            inside(sheet, address)
            for address in _STYLE_ADDRESS.findall(_text(site, sheet))
            if is_local(address)
        )
    return sorted(named)


def _content(site: Mapping[str, bytes], path: str) -> bytes:
    try:
        return site[path]
    except KeyError:
        raise BundleError(f"{path}: the site does not have it; build the site first") from None


def _text(site: Mapping[str, bytes], path: str) -> str:
    return _content(site, path).decode("utf-8")


def _check_names(paths: Iterable[str], folder: str) -> None:
    within = [f"{folder}/{path}" for path in paths]
    for path in within:
        if problem := name_problem(path):
            raise BundleError(f"{path}: {problem}; give the section another name in corrections")
    for first, second in clashes(within):
        raise BundleError(
            f"{second}: differs from {first} in capitals only; Windows and macOS keep one of them"
        )
