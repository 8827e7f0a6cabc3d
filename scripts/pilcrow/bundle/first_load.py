"""What a reader's first page costs over http: every file it loads before anything is typed."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

from pilcrow.bundle.links import inside, is_local, loaded_by

_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)")
_LEVEL = 9


def first_load(site: Mapping[str, bytes], page: str) -> dict[str, int]:
    """Bytes on the wire, gzipped, of a page and of each file it loads, by address from the root.

    The search loads when it is first used, so only its box counts. A file that gzip makes larger
    (a picture) counts as it is.

    Args:
        site: the built site by address from its root.
        page: the page's address.

    Raises:
        KeyError: the page loads a file that the site does not have.
    """
    addresses = [page, *loaded_by(site[page].decode("utf-8"), page)]
    for sheet in [name for name in addresses if name.endswith(".css")]:
        addresses += [
            inside(sheet, address)
            for address in _STYLE_ADDRESS.findall(site[sheet].decode("utf-8"))
            if is_local(address)
        ]
    return {address: _on_the_wire(site[address]) for address in dict.fromkeys(addresses)}


def _on_the_wire(content: bytes) -> int:
    return min(len(gzip.compress(content, _LEVEL, mtime=0)), len(content))
