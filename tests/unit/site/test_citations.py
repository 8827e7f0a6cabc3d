"""What a report cites, read back from the page that convert wrote."""

from pathlib import Path

import pytest

from pilcrow.site.citations import read_citations
from pilcrow.site.generated import read_page


def test_the_report_of_the_site_cites_what_its_page_lists(root: Path) -> None:
    """Documents, resolutions and the documents that hold them, with their paragraphs."""
    name = "en/E/CN.15/2024/5/documents.md"
    page = read_page(name, (root / "docs" / name).read_text(encoding="utf-8"))
    assert page is not None
    found = read_citations(page.fields)
    cited = {citation.symbol: citation.paragraphs for citation in found}
    assert cited["A/RES/74/247"] == ("11",)
    assert cited["S/2023/780"] == ("60",)
    assert cited["S/RES/2692(2023)"] == ("60",)
    assert not [citation for citation in found if "unodc.org" in citation.symbol]


@pytest.mark.parametrize(
    "entries",
    [
        None,
        [],
        [{"mentions": []}],
        [{"fields": {"address": None}, "mentions": []}],
        [{"fields": {"address": "https://docs.un.org/"}, "mentions": []}],
        [{"fields": {"address": "https://docs.un.org.example/en/A/80/1"}, "mentions": []}],
        [{"fields": {"address": "https://[broken/en/A/80/1"}, "mentions": []}],
    ],
)
def test_what_is_not_on_docs_un_org_is_no_citation(entries: object) -> None:
    """Nor what has no address."""
    assert read_citations({"entries": entries}) == ()
