"""The library as it lies on disk: each report with its folder, its pages and its state."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pilcrow.commands.reading import unsettled
from pilcrow.commands.remembered import Memory
from pilcrow.commands.standing import standing
from pilcrow.library import find_reports, load_source, source_of, symbol_of_name
from pilcrow.readers.reading import SourceError
from pilcrow.render.pages import source_hash
from pilcrow.site.generated import GeneratedPage, read_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One report of the library."""

    folder: Path
    symbol: str
    """Empty where nothing tells it yet."""
    language: str
    pages: Path | None
    """Where its pages stand; None where it has none."""
    front: GeneratedPage | None
    state: str

    def fact(self, name: str) -> str:
        """A field of its front page, or nothing."""
        value = self.front.fields.get(name) if self.front else None
        return str(value) if value else ""


def holdings(reports: Path, docs: Path) -> tuple[Holding, ...]:
    """Every report below a folder, in the order of the folders' names; nothing is converted."""
    memory = Memory(reports, docs)
    return tuple(_holding(folder, docs, memory) for folder in find_reports(reports))


def _holding(folder: Path, docs: Path, memory: Memory) -> Holding:
    remembered = memory.recall(folder)
    pages = standing(folder, docs, remembered)
    front = _front(pages, docs) if pages else None
    symbol = str(front.fields["symbol"]) if front else ""
    language = str(front.fields["language"]) if front else ""
    try:
        source = load_source(source_of(folder))
    except (SourceError, OSError) as error:
        told = error.problem.message if isinstance(error, SourceError) else error.strerror
        return Holding(
            folder=folder,
            symbol=symbol or symbol_of_name(folder.name) or "",
            language=language,
            pages=pages,
            front=front,
            state=f"cannot be read: {told}",
        )
    language = language or source.settings.language or "en"
    symbol = (
        symbol or source.lock.symbol or source.settings.symbol or symbol_of_name(folder.name) or ""
    )
    inputs = memory.inputs(folder)
    failed = remembered is not None and remembered.inputs == inputs and not remembered.converted
    if remembered and (failed or memory.is_current(folder, remembered, inputs)):
        count = len(unsettled(remembered.problems))
        state = "up to date" if remembered.converted else _problems(count, kept=front is not None)
    elif front is None:
        state = "new: run pilcrow convert"
    elif front.fields.get("source_sha256") == source_hash(source.content):
        state = "not looked at: run pilcrow convert"
    else:
        state = "changed: run pilcrow convert"
    return Holding(
        folder=folder,
        symbol=symbol,
        language=language,
        pages=pages,
        front=front,
        state=state,
    )


def _front(pages: Path, docs: Path) -> GeneratedPage | None:
    index = pages / "index.md"
    return read_page(index.relative_to(docs).as_posix(), index.read_text(encoding="utf-8"))


def _problems(count: int, *, kept: bool) -> str:
    need = "1 problem needs" if count == 1 else f"{count} problems need"
    return f"{need} an editor; " + ("the last good pages stay" if kept else "no pages yet")
