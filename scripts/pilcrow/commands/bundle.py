"""`pilcrow bundle`: a report as a zip for offices without a network, and the check of one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from click.core import ParameterSource

from pilcrow.bundle.assemble import BundleError, Choice, bundle_files, bundle_zip
from pilcrow.bundle.holding import Holding, bundle_name
from pilcrow.bundle.parts import parts_of
from pilcrow.bundle.reduce import reduced_glossary
from pilcrow.bundle.single import single_file
from pilcrow.bundle.verify import LITTER, DamagedError, check_files, check_zip
from pilcrow.bundle.within import article, canonical_address, first_heading
from pilcrow.commands.options import docs_option, site_option
from pilcrow.commands.outdated import remove_outdated
from pilcrow.commands.progress import steps
from pilcrow.search.entry import GlossaryTerm
from pilcrow.search.pages import RESULTS, RenderedPage, index_files
from pilcrow.site.generated import GeneratedPage, ReportPages, group_reports, read_page

BESIDE = ("how-to-use.html", RESULTS)
"""Pages of the site that go into every bundle, where the site has them."""


class SiteFiles(Mapping[str, bytes]):
    """The files of a built site by address from its root; each is read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        """Look at the folder; a file made later is not seen."""
        self._folder = folder
        self._names = tuple(
            sorted(
                path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
            )
        )
        self._known = frozenset(self._names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._known:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Changed(Mapping[str, bytes]):
    """A site with other bytes for one of its files."""

    def __init__(self, site: SiteFiles, name: str, content: bytes) -> None:
        self._site, self._name, self._content = site, name, content

    def __getitem__(self, name: str) -> bytes:
        return self._content if name == self._name else self._site[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._site)

    def __len__(self) -> int:
        return len(self._site)


@click.command()
@click.argument("symbols", nargs=-1)
@click.option(
    "--verify",
    "checked",
    type=click.Path(exists=True, path_type=Path),
    help="Check this bundle, a zip file or an unzipped folder, and write nothing.",
)
@site_option
@docs_option
@click.option(
    "--dist",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("dist"),
    show_default=True,
    help="Where the zip files go.",
)
def bundle(
    symbols: tuple[str, ...], checked: Path | None, site: Path, docs: Path, dist: Path
) -> None:
    """Write a zip and a single HTML file for each report of the site, or for these SYMBOLS.

    Both need no network and no installation. The same site gives the same bytes everywhere. Without
    SYMBOLS and --dist the bundles of reports that are no longer in the site are removed.
    """
    if checked is not None:
        if symbols:
            raise click.UsageError("--verify takes one bundle and no symbols.")
        _verify(checked)
        return
    if not (site / "index.html").is_file():
        click.echo(f"{site}: holds no site; run `make site` or `pilcrow build` first.", err=True)
        sys.exit(1)
    pages = _pages(docs)
    reports = _reports(pages, docs, symbols)
    files = SiteFiles(site)
    failed = False
    for report in steps(reports, "Writing bundles", len(reports)):
        try:
            for line in _write_bundle(files, report, pages, dist):
                click.echo(line)
        except BundleError as error:
            click.echo(f"{report.folder}: the bundle was not written: {error}.", err=True)
            failed = True
    # A folder that somebody names may hold what other sites wrote.
    chosen = click.get_current_context().get_parameter_source("dist")
    if not symbols and chosen is ParameterSource.DEFAULT:
        kept = [bundle_name(*_named(report.front)) for report in reports]
        for line in remove_outdated(dist, kept):
            click.echo(line)
    sys.exit(1 if failed else 0)


def _verify(path: Path) -> None:
    try:
        count = _check_folder(path) if path.is_dir() else check_zip(path.read_bytes())
    except DamagedError as error:
        click.echo(f"{path}: {error}", err=True)
        sys.exit(1)
    click.echo(f"{path}: all {count} files are there and sound.")


def _check_folder(folder: Path) -> int:
    """Check an unzipped bundle, or the folder that it was unzipped into."""
    inner = [entry for entry in folder.iterdir() if entry.name not in LITTER]
    if len(inner) == 1 and inner[0].is_dir() and not inner[0].is_symlink():
        folder = inner[0]
    files: dict[str, bytes] = {}
    for entry in sorted(folder.rglob("*")):
        name = entry.relative_to(folder).as_posix()
        if entry.is_symlink():
            raise DamagedError(f"{name}: a link to elsewhere, not a file")
        if entry.is_file() and entry.name not in LITTER:
            files[name] = entry.read_bytes()
    return check_files(files)


def _pages(docs: Path) -> dict[str, GeneratedPage]:
    """Every page that convert wrote, by its path."""
    return {
        page.path: page
        for path in sorted(docs.glob("??/**/*.md"))
        if (page := read_page(path.relative_to(docs).as_posix(), path.read_text("utf-8")))
    }


def _reports(
    pages: Mapping[str, GeneratedPage], docs: Path, symbols: tuple[str, ...]
) -> tuple[ReportPages, ...]:
    """The reports that are meant: all, or those with these symbols.

    Raises:
        click.UsageError: there is none with a symbol.
    """
    reports = group_reports(pages.values())
    known = {str(report.front.fields["symbol"]) for report in reports.values()}
    for symbol in symbols:
        if symbol not in known:
            raise click.UsageError(
                f"{symbol}: no such report; there are {', '.join(sorted(known))}"
            )
    if not known:
        click.echo(f"{docs}: holds no report; run `pilcrow convert` first.", err=True)
        sys.exit(1)
    return tuple(
        report
        for report in reports.values()
        if not symbols or str(report.front.fields["symbol"]) in symbols
    )


def _write_bundle(
    site: SiteFiles, report: ReportPages, pages: Mapping[str, GeneratedPage], dist: Path
) -> Iterator[str]:
    """Write a report's zip and single file, and tell of each.

    Raises:
        BundleError: the site lacks what belongs into them; neither is written.
    """
    files = _with_own_glossary(site, report)
    choice = _choice(files, report, pages)
    written = bundle_files(files, choice)
    single = single_file(parts_of(files, choice))
    target, one = (dist / f"{choice.holding.name}.{ending}" for ending in ("zip", "html"))
    content = bundle_zip(written, choice.holding)
    changed = "written" if _write(target, content) else "unchanged"
    yield (
        f"{target}: {changed}, {len(written)} files, {len(content) / 1000:.0f} KB, "
        f"{sum(map(len, written.values())) / 1_000_000:.2f} MB unzipped."
    )
    changed = "written" if _write(one, single) else "unchanged"
    yield f"{one}: {changed}, {one.stat().st_size / 1000:.0f} KB."


def _with_own_glossary(site: SiteFiles, report: ReportPages) -> Mapping[str, bytes]:
    """The site with a glossary of one report: what others say is not in its bundle."""
    glossary = f"{report.front.fields.get('language', 'en')}/glossary.html"
    if glossary not in site:
        return site
    reduced = reduced_glossary(_text(site, glossary), glossary, report.folder)
    return _Changed(site, glossary, reduced.encode("utf-8"))


def _choice(
    site: Mapping[str, bytes], report: ReportPages, pages: Mapping[str, GeneratedPage]
) -> Choice:
    front = report.front
    symbol, language = _named(front)
    glossary = pages.get(f"{language}/glossary.md")
    members = [*report.pages, *([glossary] if glossary else [])]
    rendered = [_rendered(site, page, symbol) for page in members]
    by_hand = tuple(name for name in BESIDE if name in site)
    rendered += [
        RenderedPage(
            address=name, title=first_heading(_text(site, name)), html=article(_text(site, name))
        )
        for name in by_hand
        if name != RESULTS and language == "en"
    ]
    address = _address(front)
    return Choice(
        holding=Holding(
            symbol=symbol,
            language=language,
            title=front.title,
            front=address,
            address=canonical_address(_text(site, address)).removesuffix("index.html"),
            date=str(front.fields["date"]) if front.fields.get("date") else None,
        ),
        report=tuple(_address(page) for page in report.pages),
        beside=(*((_address(glossary),) if glossary else ()), *by_hand),
        index=index_files(rendered),
    )


def _named(front: GeneratedPage) -> tuple[str, str]:
    """Symbol and language of the report with this front page."""
    return str(front.fields["symbol"]), str(front.fields.get("language", "en"))


def _rendered(site: Mapping[str, bytes], page: GeneratedPage, of: str) -> RenderedPage:
    """The page as the search's own hook gives it; of the glossary what the report `of` uses."""
    terms, symbols = page.fields.get("terms"), page.fields.get("symbols")
    return RenderedPage(
        address=_address(page),
        title=page.title,
        html=article(_text(site, _address(page))),
        language=str(page.fields.get("language") or "en"),
        symbol=str(page.fields.get("symbol") or ""),
        symbols=tuple(map(str, symbols)) if isinstance(symbols, list) else (),
        section=page.section or "",
        parent=page.parent or "",
        order=order if isinstance(order := page.fields.get("order"), int) else 0,
        glossary=tuple(
            GlossaryTerm(short=str(term["short"]), long=str(term["long"]))
            for term in (terms if isinstance(terms, list) else [])
            if term.get("long") and of in term.get("reports", (of,))
        ),
    )


def _address(page: GeneratedPage) -> str:
    return page.path.removesuffix(".md") + ".html"


def _text(site: Mapping[str, bytes], name: str) -> str:
    if name not in site:
        raise BundleError(f"{name}: the site does not have it; build the site first")
    return site[name].decode("utf-8")


def _write(path: Path, content: bytes) -> bool:
    """Write beside and move into place; tell whether anything changed."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True
