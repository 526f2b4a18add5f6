"""axe-core, run over a page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"


def complaints(page: Page, within: str) -> Any:
    """Return what axe-core finds wrong in the elements that `within` selects, shadow roots too."""
    # Handed over by the debugger, not as a script of the page: its policy forbids those.
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    return page.evaluate(
        """async within => (await axe.run({include: [within]}, {resultTypes: ["violations"]}))
          .violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target}`))""",
        within,
    )
