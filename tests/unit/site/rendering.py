"""A small library of pages as convert writes them, rendered as the site renders them."""

from __future__ import annotations

import json

from lxml import html
from lxml.html import HtmlElement
from markdown import Markdown

from pilcrow.site.extension import ReportExtension
from pilcrow.site.library import SiteLibrary

FOLDER = "en/A/80/1"
TERMS = (
    ("term-unodc", "UNODC", "United Nations Office on Drugs and Crime", ()),
    ("term-globe-network", "GlobE Network", None, ("Globe Network",)),
    ("term-cop-28", "COP 28", None, ()),
    ("term-assembly", "Assembly", None, ()),
)


def matter(**fields: object) -> str:
    """Front matter as convert writes it."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def front(body: str = "", **fields: object) -> str:
    """A front page with two sections' entries."""
    head = matter(title="T", symbol="A/80/1", language="en", front=True, **fields)
    contents = (
        "- [I. One](i.html) paras. 1–3\n    - [1](i.html#para-1) First\n"
        "    - [2](i.html#para-2) Second\n- [II. Two](ii.html) para. 4\n"
        "    - [4](ii.html#para-4) Fourth\n"
    )
    return f"{head}# T\n\n{body}\n\n## Contents\n\n{contents}"


def section(body: str, *, name: str = "i", order: int = 1, **fields: object) -> str:
    """A section's page with one heading."""
    head = matter(
        title="I. One", symbol="A/80/1", language="en", section=name, order=order, **fields
    )
    return f"{head}# I. One\n\n{body}\n"


def glossary() -> str:
    """The glossary of the library."""
    terms = [
        {"id": identifier, "short": short, "long": long, "variants": list(variants)}
        for identifier, short, long, variants in TERMS
    ]
    headings = "\n\n".join(f"## {short}\n\nLong." for _, short, _, _ in TERMS)
    return matter(title="Glossary", language="en", kind="glossary", terms=terms) + headings + "\n"


class Site:
    """The extension and the library of one build; pages are rendered one after the other."""

    def __init__(self, **pages: str) -> None:
        """Take pages of the report by name; the front page and two sections are given."""
        self.sources = {
            f"{FOLDER}/index.md": front(),
            f"{FOLDER}/i.md": section("1\\. First.\n\n2\\. Second."),
            f"{FOLDER}/ii.md": section("4\\. Fourth.", name="ii", order=2),
            "en/glossary.md": glossary(),
            "hand.md": "# By hand\n\n54\\. A line.\n",
        }
        self.sources.update({f"{FOLDER}/{name}.md": text for name, text in pages.items()})
        self.library = SiteLibrary()
        self.library.read(self.sources.items())
        self.extension = ReportExtension()

    def render(self, path: str) -> str:
        """HTML of one page, as the hooks have it rendered."""
        self.extension.context = self.library.context(path)
        text = self.sources[path]
        if text.startswith("---\n"):
            text = text.split("---\n", 2)[2]
        markdown = Markdown(extensions=["toc", "tables", "fenced_code", "def_list", self.extension])
        rendered = markdown.convert(text)
        self.extension.context = None
        return rendered


def tree(rendered: str) -> HtmlElement:
    """Rendered HTML as a tree."""
    return html.fragment_fromstring(rendered, create_parent="div")


def page(body: str, **fields: object) -> HtmlElement:
    """The tree of a section's page with that body."""
    return tree(Site(i=section(body, name="i", order=1, **fields)).render(f"{FOLDER}/i.md"))


def found(element: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements that have a class."""
    return [entry for entry in element.iter("*") if name in entry.get("class", "").split()]


def by_id(element: HtmlElement, identifier: str) -> HtmlElement:
    """The one element with an id."""
    (entry,) = [entry for entry in element.iter("*") if entry.get("id") == identifier]
    return entry


def words(element: HtmlElement) -> str:
    """What a reader sees, with white space folded."""
    return " ".join("".join(element.itertext()).split())
