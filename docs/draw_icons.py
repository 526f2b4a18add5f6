"""Draws the extension's icons from their SVG source: `python docs/draw_icons.py`."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scraper import chromium

ICONS = Path(__file__).resolve().parent.parent / "extension" / "icons"
SIZES = (16, 32, 48, 128)
COLOURS = 48
"""Enough for three strokes and their soft edges; a third of the bytes of 16 million."""

_PAGE = (
    "<style>body {{ margin: 0 }} svg {{ display: block; width: {0}px; height: {0}px }}</style>{1}"
)


def main() -> None:
    """Write `extension/icons/SIZE.png` for every size."""
    source = (ICONS / "syncline.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.find().path, args=["--headless=new", "--no-sandbox"]
        )
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(_PAGE.format(size, source))
            drawn = Image.open(io.BytesIO(page.screenshot(omit_background=True)))
            few = drawn.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
            few.save(ICONS / f"{size}.png", optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
