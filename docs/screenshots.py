"""Takes the README's picture from the running extension: `python docs/screenshots.py [FOLDER]`.

The page is our own example, served as a job board; extension, service and answer are the real ones.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect

from tests.e2e.stage.whole import whole_stage

DOCS = Path(__file__).resolve().parent
EXAMPLE = DOCS / "examples" / "tern-maps.html"
URL = "https://tern-maps.breezy.hr/p/senior-map-engineer"


@dataclass(frozen=True, slots=True)
class Picture:
    """One screenshot: its file, the window in CSS pixels, and the colour scheme."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


README = Picture("badge.png", 1000, 640)
FOR_THE_EYE = (Picture("dark.png", 1000, 640, "dark"), Picture("narrow.png", 400, 720))
"""Taken only when a folder is named: to look at, not to keep."""


def main() -> None:
    """Write docs/images/badge.png; with a folder named, write that and more pictures there."""
    parser = argparse.ArgumentParser(description="Takes the pictures of the badge.")
    parser.add_argument("folder", nargs="?", type=Path, help="also dark and narrow, and into here")
    folder: Path | None = parser.parse_args().folder
    with whole_stage() as (browser, board):
        board.publish(URL, EXAMPLE)
        page = browser.context.new_page()
        for picture in (README,) if folder is None else (README, *FOR_THE_EYE):
            take(page, picture, folder or DOCS / "images")


def take(page: Page, picture: Picture, folder: Path) -> None:
    """Open the example page and its badge, and write `picture` into `folder`."""
    page.set_viewport_size({"width": picture.width, "height": picture.height})
    page.emulate_media(color_scheme=picture.scheme)
    page.goto(URL)
    badge = page.locator("syncline-badge")
    expect(badge).to_have_attribute("data-state", "ready")
    badge.locator(".pill").click()
    expect(badge.get_by_role("dialog")).to_be_visible()
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / picture.name)


if __name__ == "__main__":
    main()
