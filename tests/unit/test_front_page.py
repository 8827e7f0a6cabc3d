"""The front page: marks of the masthead stand where the printed page has them."""

import pytest

from pilcrow.anchors import FRONT, Lock, reference_ids
from pilcrow.render.front import front_page
from pilcrow.render.pages import PageSetting
from tests.unit.made_up import HEAD, report_of

BODY = "1. A first paragraph of the report.\n\n2. A second one.\n\n"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("# Cooperation in made-up affairs", "# Cooperation in made-up affairs[^*]"),
        ("### Report of the Secretary-General", "\n\nReport of the Secretary-General[^*]\n"),
    ],
)
def test_a_mark_behind_the_title_is_on_the_front_page(printed: str, shown: str) -> None:
    """A title's or subtitle's footnote has its indicator, which the lock promises."""
    head = HEAD.replace(printed, f"{printed}\\*")
    report = report_of(f"{BODY}\\* Issued without formal editing.\n", head=head)
    assert "fnref-asterisk" in reference_ids(report)[FRONT]
    setting = PageSetting(
        symbol="E/CN.99/2024/7",
        language="en",
        source_sha256="",
        aliases=Lock(aliases={}).aliases,
        references=reference_ids(report),
    )
    page = front_page(report, setting, glossary="../glossary.md").markdown()
    assert page.count("[^*]") == 2, "the indicator and the note"
    assert shown in page
