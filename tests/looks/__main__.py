"""`make screenshots`: pictures the built site in Chromium; writes docs/maintainers/looks.md."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.browsers import launch
from tests.looks.page import FOLDER, file_name, page_text
from tests.looks.scenes import SCENES, Scene

PAGE = Path("docs/maintainers/looks.md")
_QUALITY = 62
_WIDEST = 1000
"""Pixels; wider windows are drawn smaller."""
_SHEET = 0.95
"""Pixels for a point of a printed sheet."""
_GAP = 16
_PAUSE = 400
"""Milliseconds in which what moves comes to rest."""


def main() -> int:
    """Take every picture, write the page, and tell how much they weigh."""
    site = Path("site").resolve()
    folder = PAGE.parent / FOLDER
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    sizes: dict[str, tuple[int, int]] = {}
    with sync_playwright() as driver:
        browser = launch(driver, "chromium")
        for scene in SCENES:
            image = _picture(browser, site, scene)
            image.thumbnail((_WIDEST, image.height), Image.Resampling.LANCZOS)
            image.save(folder / file_name(scene), "WEBP", quality=_QUALITY, method=6)
            sizes[scene.name] = image.size
        browser.close()
    PAGE.write_text(page_text(SCENES, sizes), encoding="utf-8")
    weight = sum(path.stat().st_size for path in folder.iterdir())
    sys.stdout.write(f"{PAGE}: {len(SCENES)} pictures, {weight / 1000:.0f} KB\n")
    return 0


def _picture(browser: Browser, site: Path, scene: Scene) -> Image.Image:
    width, height = scene.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scene.dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{scene.address}")
    page.wait_for_timeout(_PAUSE)
    if scene.act:
        scene.act(page)
        page.wait_for_timeout(_PAUSE)
    image = _printed(page, scene.sheets) if scene.sheets else _seen(page, scene.part)
    context.close()
    return image


def _seen(page: Page, part: str) -> Image.Image:
    shot = page.locator(part).first.screenshot() if part else page.screenshot()
    return Image.open(io.BytesIO(shot)).convert("RGB")


def _printed(page: Page, sheets: tuple[int, ...]) -> Image.Image:
    """The sheets beside each other, on grey."""
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as document:
        shown = [
            document[sheet].render(scale=_SHEET).to_pil().convert("RGB")
            for sheet in sheets
            if sheet < len(document)
        ]
    width = sum(sheet.width + _GAP for sheet in shown) + _GAP
    desk = Image.new("RGB", (width, shown[0].height + 2 * _GAP), "#d5d9de")
    for place, sheet in enumerate(shown):
        desk.paste(sheet, (_GAP + place * (sheet.width + _GAP), _GAP))
    return desk


if __name__ == "__main__":
    sys.exit(main())
