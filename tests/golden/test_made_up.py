"""A small made-up report with everything in it: its model and its pages, to read and review."""

import json
from collections.abc import Callable
from pathlib import Path

from pilcrow.editions import EDITIONS, edition
from pilcrow.json_model import report_json
from pilcrow.model import Report
from pilcrow.pipeline import convert
from pilcrow.render.front import front_page
from pilcrow.render.pages import PageSetting, section_pages

FOLDER = Path(__file__).parent / "made-up"
Golden = Callable[[Path, str], None]


def _report() -> Report:
    return convert((FOLDER / "source.en.md").read_bytes(), "source.en.md")


def test_the_model_of_the_made_up_report_is_as_reviewed(golden: Golden) -> None:
    """Every field of the JSON, with places, problems, furniture and ledger."""
    text = json.dumps(report_json(_report()), ensure_ascii=False, indent=1) + "\n"
    golden(FOLDER / "model.json", text)


def test_the_pages_of_the_made_up_report_are_as_reviewed(golden: Golden) -> None:
    """Plain Markdown that a person can read, a file a page, and no others."""
    report = _report()
    setting = PageSetting(
        symbol=report.masthead.symbol or "", language="en", source_sha256="0" * 64, aliases={}
    )
    front = front_page(report, setting, glossary="../../../glossary.md")
    pages = (front, *section_pages(report, setting))
    for page in pages:
        golden(FOLDER / "pages" / page.name, page.markdown())
    assert {path.name for path in (FOLDER / "pages").iterdir()} == {page.name for page in pages}


def test_the_editions_of_the_made_up_report_are_as_reviewed(golden: Golden) -> None:
    """The whole as Markdown and as Akoma Ntoso; the JSON is the model above."""
    report = _report()
    for form in ("markdown", "akn"):
        golden(FOLDER / EDITIONS[form][0], edition(report, form, {"para-10": "para-9"}))
    assert edition(report, "json", {}) == (FOLDER / "model.json").read_text(encoding="utf-8")
