"""The parts a page's furniture is made of, and whether a line is made of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

LANGUAGES = (
    r"English|French|Spanish|Russian|Arabic|Chinese|Français|Español|Русский|FRANÇAIS|ESPAÑOL"
)
JOB_NUMBER = r"(?:(?:[A-Z]{1,3}\.)?\d{2}-\d{4,6})"
"""Vienna V.24-04834, New York 25-02891, Geneva GE.25-06441."""
_PAGE_OF = r"\d{1,4}/\d{1,4}"
_PART = re.compile(
    rf"""
      (?P<job>(?<!\S){JOB_NUMBER}(?!\d)(?:\s*\*+)?(?:\s*\([A-Z]\))?)
    | (?P<page_of>(?<!\S){_PAGE_OF}(?!\S))
    | (?P<page>(?<!\S)[Pp]age\s+\d{{1,4}}(?:(?:/|\s+of\s+)\d{{1,4}})?(?!\S)
        |(?:p\.|Página|Стр\.|стр\.|Страница)\s*\d{{1,4}}(?!\S))
    | (?P<framed>(?<!\S)[-–—]\s?\d{{1,4}}\s?[-–—](?!\S))
    | (?P<dots>(?<!\S)/?(?:\.\.\.|…)(?!\S))
    | (?P<code>\*\s?\d{{7,8}}\s?\*)
    | (?P<recycle>(?:Please\s+recycle|Merci\s+de\s+recycler|Se\s+ruega\s+reciclar
        |Просьба\s+отправить\s+на\s+вторичную\s+переработку)\b\W*(?:recycle\W*)?$)
    | (?P<symbol>(?<!\S)[A-Z]{{1,5}}(?:/[A-Za-z0-9.()\-]+)+(?!\S))
    | (?P<language>(?<!\S)(?:{LANGUAGES})(?!\S))
    | (?P<number>(?<!\S)\d{{1,8}}(?!\S))
    | (?P<bar>\|)
    """,
    re.VERBOSE,
)
_STRONG = frozenset({"job", "page", "framed", "dots", "code", "recycle"})
"""Parts that can be nothing but furniture."""
_ALONE = frozenset({"page", "dots", "framed"})
"""Of these, parts that need a gap beside the line where they are all of it."""
_EMPHASIS = re.compile(r"[*\\]|\b_+|_+\b")
_GLUED = re.compile(
    rf"(?<!\S)(?:(?P<before>{JOB_NUMBER})\s+\**\d{{1,4}}/\**\d{{1,4}}\**"
    rf"|\**\d{{1,4}}/\**\d{{1,4}}\**\s+(?P<after>{JOB_NUMBER}))(?!\S)"
)
TYPED_RULE = re.compile(r"[-_–—=\s]{3,}|(?:\*\s*){3,}")
"""A rule that is typed: over notes, or at the end of a document."""


def bare(markup: str) -> str:
    """A line without emphasis marks; the asterisks of a bar code stay."""
    code = re.fullmatch(r"\\?\*\s*(\d{7,8})\s*\\?\*", markup.strip())
    if code:
        return f"*{code[1]}*"
    return " ".join(_EMPHASIS.sub("", markup).split())


def job_number(line: str) -> str | None:
    """The job number of a line that holds nothing but furniture, or has one with a page.

    A translation has two dates behind it: "GE.19-13879 (R) 210819 230819".
    """
    glued = _GLUED.search(line)
    if glued:
        return glued["before"] or glued["after"]
    first = _PART.match(line)
    if first and first["job"] and re.fullmatch(r"\s*(?:\d{6}\s*){0,2}", line[first.end() :]):
        return first["job"].split("(")[0].split()[0].rstrip("*")
    return None


def last_page(line: str) -> str | None:
    """How many pages the report has by a page foot: "18" of "V.24-04834 3/18"."""
    parts = list(_parts(line))
    pages = [text for group, text in parts if group == "page_of"]
    return pages[0].split("/")[1] if pages and len(parts) <= len("jop") else None


def _parts(line: str) -> Iterator[tuple[str, str]]:
    """The parts of a line in order; a part named "text" where anything else stands."""
    end = 0
    for match in _PART.finditer(line):
        if line[end : match.start()].strip():
            yield "text", line[end : match.start()]
        yield match.lastgroup or "text", match.group()
        end = match.end()
    if line[end:].strip():
        yield "text", line[end:]


def is_furniture(line: str, *, gap: bool, symbols: frozenset[str], pages: frozenset[str]) -> bool:
    """Tell whether a line holds furniture only.

    Args:
        line: the bare line.
        gap: a blank line stands before or after it.
        symbols: symbols that are running heads here.
        pages: how many pages the report has; empty where that is not known.
    """
    parts = list(_parts(line))
    groups = {group for group, _ in parts}
    if not parts or "text" in groups:
        return False
    heads = [text for group, text in parts if group == "symbol"]
    if any(text not in symbols for text in heads):
        return False
    if groups <= _ALONE:
        return gap
    counted = [text.split("/") for group, text in parts if group == "page_of"]
    fits = any(
        int(number) <= int(total) and (not pages or total in pages) for number, total in counted
    )
    return bool(groups & _STRONG) or (gap and (fits or bool(heads)))


def cut_glued(markup: str, job: str) -> tuple[str, tuple[str, ...]]:
    """Cut the report's job number with its page out of a line of text; give what was cut."""
    cut: list[str] = []

    def take(match: re.Match[str]) -> str:
        if (match["before"] or match["after"]) != job:
            return match.group()
        cut.append(match.group())
        return ""

    rest = _GLUED.sub(take, markup)
    return (" ".join(rest.split()), tuple(cut)) if cut else (markup, ())
