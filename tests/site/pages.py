"""Built pages as trees, and what a reader's browser would find wrong with them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "use": ("href",),
    "image": ("href",),
    "form": ("action",),
    "body": ("background",),
}
"""What a browser loads, or sends to, by element."""
_LOADING_RELATIONS = {
    "stylesheet",
    "icon",
    "shortcut",
    "apple-touch-icon",
    "manifest",
    "preload",
    "prefetch",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
}
_CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of the site."""

    address: str
    """Below the site's folder, `en/E/CN.15/2024/5/ii-d-2.html`."""
    tree: HtmlElement

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id, as often as it stands on the page."""
        return tuple(str(value) for value in self.tree.xpath("//@id"))

    @property
    def report(self) -> HtmlElement:
        """The element that holds the report's content."""
        (element,) = of_class(self.tree, "div", "report")
        return element

    def at(self, identifier: str) -> HtmlElement:
        """The element with an id; fails where there is none or more than one."""
        found = self.tree.xpath("//*[@id=$id]", id=identifier)
        assert len(found) == 1, f"{self.address}: {len(found)} elements are #{identifier}"
        element: HtmlElement = found[0]
        return element


def of_class(element: HtmlElement, tag: str, name: str) -> list[HtmlElement]:
    """The elements below one that have a class, in order."""
    return [found for found in element.iter(tag) if name in found.get("class", "").split()]


def read_pages(site: Path) -> dict[str, BuiltPage]:
    """Every page of a site by its address."""
    return {
        path.relative_to(site).as_posix(): BuiltPage(
            path.relative_to(site).as_posix(), html.fromstring(path.read_bytes())
        )
        for path in sorted(site.rglob("*.html"))
    }


def words(element: HtmlElement) -> list[str]:
    """The words a reader sees, in order."""
    return "".join(element.itertext()).split()


def target(page: BuiltPage, address: str) -> tuple[str, str] | None:
    """File and fragment that an address on a page leads to; None where it leaves the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if page.address == "404.html" and path.startswith("/"):
        path = path.lstrip("/")
    elif path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.address), path))
    else:
        path = page.address
    return path, unquote(parts.fragment)


def addresses(page: BuiltPage) -> Iterator[tuple[HtmlElement, str, str]]:
    """Element, attribute and address of everything on a page that names another file."""
    for element in page.tree.iter("*"):
        for name in ("href", "src", "data", "poster", "action"):
            value = element.get(name)
            if value is not None and not (name == "data" and element.tag != "object"):
                yield element, name, value


def broken_links(site: Path, pages: Mapping[str, BuiltPage]) -> list[str]:
    """Every address in the pages that leads to no file, or to no id of a page."""
    ids = {address: {*page.ids, *page.tree.xpath("//a/@name")} for address, page in pages.items()}
    broken: list[str] = []
    for page in pages.values():
        for _, _, address in addresses(page):
            found = target(page, address)
            if found is None:
                continue
            path, fragment = found
            if path.startswith("..") or not (site / path).exists():
                broken.append(f"{page.address}: {address}: no such file")
            elif (site / path).is_dir() and not (site / path / "index.html").is_file():
                broken.append(f"{page.address}: {address}: a folder without a page")
            elif fragment and path in ids and fragment not in ids[path]:
                broken.append(f"{page.address}: {address}: no such id")
    return broken


def repeated_ids(pages: Mapping[str, BuiltPage]) -> list[str]:
    """Every id that stands twice on one page."""
    return [
        f"{page.address}: {identifier}"
        for page in pages.values()
        for identifier, count in Counter(page.ids).items()
        if count > 1
    ]


def _is_foreign(address: str) -> bool:
    return bool(re.match(r"\s*(?:(?:https?|wss?|ftp):|//)", address, re.IGNORECASE))


def foreign_loads(site: Path, pages: Mapping[str, BuiltPage]) -> list[str]:
    """What a browser would load from another host on opening a page, or a stylesheet of it."""
    found: list[str] = []
    for page in pages.values():
        for element in page.tree.iter("*"):
            loaded = [element.get(name) for name in _LOADING.get(str(element.tag), ())]
            if element.tag == "link" and _LOADING_RELATIONS & set(element.get("rel", "").split()):
                loaded.append(element.get("href"))
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                loaded.append(element.get("content", "").partition("=")[2])
            loaded.extend(_css_addresses(element.get("style", "")))
            if element.tag == "style":
                loaded.extend(_css_addresses(element.text or ""))
            found.extend(
                f"{page.address}: {part}"
                for value in loaded
                if value
                for part in re.split(r",\s+", value)
                if _is_foreign(part)
            )
    for sheet in sorted(site.rglob("*.css")):
        text = sheet.read_text(encoding="utf-8")
        found.extend(
            f"{sheet.relative_to(site).as_posix()}: {address}"
            for address in _css_addresses(text)
            if _is_foreign(address)
        )
    return found


def _css_addresses(text: str) -> list[str]:
    return [first or second for first, second in _CSS_ADDRESS.findall(text)]
