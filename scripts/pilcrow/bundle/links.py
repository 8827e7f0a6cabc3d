"""Links of a page that goes into a bundle: each leads into the bundle or, marked, to the web."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import escape
from urllib.parse import quote, unquote, urljoin, urlsplit

from pilcrow.bundle.markup import Edit, Tag, edited, tags
from pilcrow.indexes.model import Kind

HOME = "index.html"
_LOADED = {"script": "src", "img": "src", "source": "src", "link": "href"}
_LOADED_LINKS = frozenset({"stylesheet", "icon", "preload"})
_NEEDS = " (needs the internet)"
_IN_REPORT = re.compile(
    r"(?P<folder>https?://[^?#]*/(?:ar|en|es|fr|ru|zh)/[^/?#]+/[^?#]*?)"
    r"(?P<page>[^/?#]+)\.html(?P<at>#.+)?"
)
_INDEXES = frozenset({"whole", *(kind.value for kind in Kind)})
"""Pages of a report whose places are not on its front page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A link that leads nowhere and cannot be led anywhere."""

    page: str
    address: str

    def __str__(self) -> str:
        return f"{self.page}: leads to {self.address}, which the site does not have"


def loaded_by(page: str, path: str) -> tuple[str, ...]:
    """Addresses from the root of the scripts, styles and pictures the page loads, in order."""
    return tuple(
        inside(path, tag.attributes[_LOADED[tag.name]])
        for tag in tags(page)
        if _loads(tag) and is_local(tag.attributes[_LOADED[tag.name]])
    )


def is_local(address: str) -> bool:
    """Tell whether an address leads to a file beside the page."""
    parts = urlsplit(address)
    return not (parts.scheme or parts.netloc) and bool(parts.path)


def inside(path: str, address: str) -> str:
    """The address from the root, without query and fragment, of what a page at `path` names."""
    name = unquote(urlsplit(address).path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
    return posixpath.join(target, "index.html") if name.endswith("/") or target == "." else target


def with_links(page: str, path: str, members: AbstractSet[str], front: str) -> str:
    """The page with every link leading to a member of the bundle or to the web.

    Links to the site's home page lead to the report's front page. Entries of the navigation that
    lead out of the bundle only are taken out; other such links get the https address, the class
    that marks links that need the internet, and words that say so.

    Raises:
        ValueError: a link leads out of the bundle, and the page does not tell its address on the
            web, from which the link's would follow.
    """
    found = tags(page)
    canonical = next(
        (tag.attributes["href"] for tag in found if tag.attributes.get("rel") == "canonical"), ""
    )
    in_bundle = _to_member(path, members)
    edits = [*_idle_entries(found, in_bundle), *_neighbours(found, in_bundle)]
    for index, tag in enumerate(found):
        address = tag.attributes.get("href", "")
        if tag.name != "a" or tag.closes or "href" not in tag.attributes:
            continue
        if is_local(address) and inside(path, address) == HOME:
            edits.append(_start(tag, {"href": _relative(path, front)}))
        elif is_local(address) and not in_bundle(tag):
            if not canonical:
                raise ValueError(f"{path}: {address} is not in the bundle, and site_url is not set")
            edits += _outward(found, index, permanent(urljoin(canonical, address)))
        elif urlsplit(address).scheme in {"http", "https"} and "external" not in tag.classes:
            edits += _outward(found, index, address)
    return edited(page, edits)


def permanent(address: str) -> str:
    """The permanent address of a place in a report, from that of the page that holds it today.

    That of the report's folder: pages of sections may get other names. Any other address is as it
    was.
    """
    match = _IN_REPORT.fullmatch(address)
    if match is None or match["page"] in _INDEXES or not (match["at"] or match["page"] == "index"):
        return address
    return match["folder"] + (match["at"] or "")


def _loads(tag: Tag) -> bool:
    if tag.name not in _LOADED or _LOADED[tag.name] not in tag.attributes:
        return False
    return tag.name != "link" or bool(_LOADED_LINKS & set(tag.attributes.get("rel", "").split()))


def _to_member(path: str, members: AbstractSet[str]) -> Callable[[Tag], bool]:
    def leads(tag: Tag) -> bool:
        address = tag.attributes.get("href", "")
        return not is_local(address) or inside(path, address) in members | {HOME}

    return leads


def _relative(path: str, target: str) -> str:
    return quote(posixpath.relpath(target, posixpath.dirname(path) or "."))


def _start(tag: Tag, changes: dict[str, str]) -> Edit:
    attributes = {**tag.attributes, **changes}
    written = "".join(
        f' {name}="{escape(value)}"' if value or name in {"href", "alt"} else f" {name}"
        for name, value in attributes.items()
    )
    return Edit(start=tag.start, end=tag.end, text=f"<{tag.name}{written}>")


def _outward(found: Sequence[Tag], index: int, address: str) -> list[Edit]:
    """The link leads to the web, says so in its class, and in words after it."""
    tag = found[index]
    classes = dict.fromkeys((*tag.classes, "reference", "external"))
    changes = {"href": address, "class": " ".join(classes), "rel": "external"}
    changes["title"] = "Needs internet"
    edits = [_start(tag, changes)]
    closing = next((each for each in found[index:] if each.closes and each.name == "a"), None)
    if closing is not None:
        edits.append(Edit(start=closing.start, end=closing.start, text=_NEEDS))
    return edits


def _neighbours(found: Sequence[Tag], in_bundle: Callable[[Tag], bool]) -> list[Edit]:
    """Takes out what tells browsers of the page before or after where the bundle has none."""
    return [
        Edit(start=tag.start, end=tag.end, text="")
        for tag in found
        if tag.name == "link"
        and tag.attributes.get("rel") in {"prev", "next", "alternate"}
        and not in_bundle(tag)
    ]


def _idle_entries(found: Sequence[Tag], in_bundle: Callable[[Tag], bool]) -> list[Edit]:
    """Navigation entries of which every link leads out of the bundle."""
    edits: list[Edit] = []
    open_entries: list[tuple[Tag, list[bool]]] = []
    for tag in found:
        if tag.name == "li" and not tag.closes:
            open_entries.append((tag, []))
        elif tag.name == "li" and open_entries:
            opening, leads = open_entries.pop()
            if "md-nav__item" in opening.classes and leads and not any(leads):
                edits.append(Edit(start=opening.start, end=tag.end, text=""))
        elif tag.name == "a" and "href" in tag.attributes:
            for _, leads in open_entries:
                leads.append(in_bundle(tag))
    return edits
