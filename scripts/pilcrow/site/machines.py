"""What a site tells machines of its reports: the editions, structured data, llms.txt."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import escape

from pilcrow.editions import EDITIONS
from pilcrow.render.front import written_date

_CITED = re.compile(
    r"^- \[(?P<name>(?:[^\]\\]|\\.)*)\]\((?P<address>https?://[^)\s]+)\)", re.MULTILINE
)
_NAMES = {"json": "JSON", "markdown": "Markdown", "akn": "Akoma Ntoso XML"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A machine edition beside a report's pages."""

    name: str
    file: str
    """Its name in the report's folder, which is where every page of the report is."""
    media_type: str


def editions_beside(folder: str, files: Iterable[str]) -> tuple[Edition, ...]:
    """The editions that stand in a report's folder; `files` are paths of the site's sources."""
    there = frozenset(files)
    return tuple(
        Edition(name=_NAMES[form], file=file, media_type=media_type)
        for form, (file, media_type) in EDITIONS.items()
        if f"{folder}/{file}" in there
    )


def is_edition(path: str, files: Iterable[str]) -> bool:
    """Tell whether a Markdown file is a report's edition, not a page: its JSON is beside it."""
    folder, _, name = path.rpartition("/")
    return name == EDITIONS["markdown"][0] and f"{folder}/{EDITIONS['json'][0]}" in files


def translations(
    path: str, folders: Sequence[str], files: AbstractSet[str]
) -> tuple[tuple[str, str], ...]:
    """The same page of a report in every language that the site has it in.

    Args:
        path: of the page's source, `en/A/80/1/i.md`.
        folders: of the report in each language, `en/A/80/1`.
        files: paths of the site's sources.

    Returns:
        Language and address from the page, its own among them; nothing for a page in one language.
    """
    folder, _, name = path.rpartition("/")
    found = tuple(
        (
            other.partition("/")[0],
            posixpath.relpath(f"{other}/{name.removesuffix('.md')}.html", folder),
        )
        for other in folders
        if f"{other}/{name}" in files
    )
    return found if len(found) > 1 else ()


def editions_note(editions: Sequence[Edition]) -> str:
    """A quiet line of a report's front page; empty without editions."""
    if not editions:
        return ""
    links = ", ".join(
        f'<a href="{escape(edition.file)}" type="{escape(edition.media_type)}">'
        f"{escape(edition.name)}</a>"
        for edition in editions
    )
    return f'\n<p class="editions">Machine editions: {links}</p>'


def cited_documents(markdown: str) -> tuple[tuple[str, str], ...]:
    """Name and address of each document that a page of documents cited links to."""
    return tuple(
        (re.sub(r"\\(.)", r"\1", match["name"]), match["address"].replace("\\_", "_"))
        for match in _CITED.finditer(markdown)
    )


def structured_data(
    fields: Mapping[str, object],
    *,
    address: str,
    part_of: tuple[str, str],
    cited: Sequence[tuple[str, str]] = (),
    editions: Sequence[Edition] = (),
) -> str:
    """A report for search engines and reference managers: schema.org, as JSON-LD.

    Args:
        fields: the front matter of its front page.
        address: of the front page, permanent.
        part_of: name and address of the site.
        cited: name and address of the documents it cites.
        editions: the machine editions beside it.

    Returns:
        JSON that can stand in a `<script>` as it is, whatever the report says.
    """
    symbol, language = str(fields["symbol"]), str(fields.get("language", "en"))
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": address,
        "url": address,
        "name": fields.get("title"),
        "alternativeHeadline": fields.get("subtitle"),
        "identifier": symbol,
        "reportNumber": symbol,
        "datePublished": fields.get("date"),
        "inLanguage": language,
        "publisher": {"@type": "Organization", "name": "United Nations"},
        "sourceOrganization": _organization(fields.get("organ")),
        "creditText": citation(fields),
        "sameAs": f"https://docs.un.org/{language}/{symbol.replace(' ', '')}",
        "isPartOf": {"@type": "WebSite", "name": part_of[0], "url": part_of[1]},
        "citation": [
            {"@type": "CreativeWork", "name": name, "url": where} for name, where in cited
        ],
        "encoding": [
            {
                "@type": "MediaObject",
                "encodingFormat": edition.media_type,
                "contentUrl": f"{address}{edition.file}",
            }
            for edition in editions
        ],
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def citation(fields: Mapping[str, object]) -> str:
    """How the report is cited in full: title, what it is, symbol and date."""
    title = ": ".join(str(fields[name]) for name in ("title", "subtitle") if fields.get(name))
    date = fields.get("date")
    written = f", {written_date(date)}" if isinstance(date, str) else ""
    return f"United Nations, {title} ({fields['symbol']}{written})"


def _organization(name: object) -> dict[str, object] | None:
    return {"@type": "Organization", "name": name} if name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReport:
    """A report as llms.txt lists it."""

    fields: Mapping[str, object]
    address: str
    """Of its folder, with the closing slash."""
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPage:
    """Another page as llms.txt lists it."""

    title: str
    address: str
    language: str = ""
    """Of the reports it is for, where it is for those of one."""


def llms_text(
    site_name: str,
    description: str,
    reports: Sequence[ListedReport],
    pages: Sequence[ListedPage],
) -> str:
    """The guide for language models at the site's root, in the form of llmstxt.org."""
    blocks = [f"# {_line(site_name)}"]
    if description:
        blocks.append(f"> {_line(description)}")
    blocks.append(
        "A report stands at `<language>/<symbol>/`, as on docs.un.org. Cite its paragraphs by"
        " number; paragraph 54 has the permanent address `<language>/<symbol>/#para-54`."
    )
    if reports:
        blocks.append("## Reports")
        blocks.append("\n".join(_listed(report) for report in reports))
    if pages:
        blocks.append("## Optional")
        blocks.append("\n".join(map(_other_page, pages)))
    return "\n\n".join(blocks) + "\n"


def _other_page(page: ListedPage) -> str:
    title = f"{page.title} ({page.language})" if page.language else page.title
    return f"- [{_label(title)}]({page.address})"


def _listed(report: ListedReport) -> str:
    fields = report.fields
    markdown = next((e.file for e in report.editions if e.file.endswith(".md")), "")
    date = fields.get("date")
    facts = (
        fields.get("subtitle"),
        fields.get("organ"),
        written_date(date) if isinstance(date, str) else None,
        fields.get("paragraphs"),
    )
    told = ", ".join(_line(str(fact)) for fact in facts if fact)
    others = ", ".join(
        f"[{edition.name}]({report.address}{edition.file})"
        for edition in report.editions
        if edition.file != markdown
    )
    name = _label(f"{fields['symbol']}: {fields.get('title')}")
    rest = ". ".join(part for part in (told, f"Also as {others}" if others else "") if part)
    return f"- [{name}]({report.address}{markdown}): {rest}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _label(text: str) -> str:
    return re.sub(r"[\\\[\]]", r"\\\g<0>", _line(text))
