"""Icons that pages share."""

import re

from pilcrow.bundle.icons import icon_sheet, with_shared_icons

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{}"/></svg>'
MENU, SUN = ICON.format("M3 6h18v2H3z"), ICON.format("M12 18a6 6 0 0 1")
SQUARE = re.compile(
    r'<svg class="(icon-[0-9a-f]{6})" viewBox="0 0 24 24"><rect width="24" height="24"/></svg>'
)


def test_an_icon_keeps_its_place_and_its_drawing_goes_to_the_sheet() -> None:
    """A square stands where it was; equal icons have one name and one drawing, no picture."""
    page, drawings = with_shared_icons(f"<label>{MENU}</label><a>{SUN} {MENU}</a>")
    names = SQUARE.findall(page)
    assert SQUARE.sub("@", page) == "<label>@</label><a>@ @</a>"
    assert names[0] == names[2] != names[1]
    sheet = icon_sheet(drawings.items())
    assert f'.{names[0]}>rect{{clip-path:path("M3 6h18v2H3z")}}' in sheet
    assert f'.{names[1]}>rect{{clip-path:path("M12 18a6 6 0 0 1")}}' in sheet
    assert sheet.count("path(") == 2
    assert "url(" not in sheet


def test_the_paths_of_an_icon_are_one_and_each_starts_where_it_did() -> None:
    """A path that starts with `m` starts from the corner, not from where the one before ended."""
    twice = ICON.format('M1 1h2v2z"/><path d="m4 4 2 2z')
    _, drawings = with_shared_icons(twice)
    assert 'path("M1 1h2v2zM0 0m4 4 2 2z")' in icon_sheet(drawings.items())


def test_other_drawings_stay() -> None:
    """A picture of the report, and a drawing with anything but paths, are left as they are."""
    for page in (
        '<svg xmlns="http://www.w3.org/2000/svg" class="picture-states"><path d="M1 1"/></svg>',
        MENU.replace("<path", '<path fill="red"'),
        MENU.replace("M3", "M3'"),
        MENU.replace("0 0 24 24", "0 0 10 10"),
    ):
        assert with_shared_icons(page) == (page, {})


def test_the_sheet_does_not_depend_on_the_order_of_pages() -> None:
    """The same icons give the same bytes; without icons there is nothing to say."""
    _, drawings = with_shared_icons(MENU + SUN)
    assert icon_sheet(drawings.items()) == icon_sheet(reversed(drawings.items()))
    assert not icon_sheet([])
