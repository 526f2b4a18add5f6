"""Text for the terminal: safe, whatever a page held, and readable without colour."""

from __future__ import annotations

import unicodedata

from rich.console import Console
from rich.text import Text

from signals.model import SPECTRUM, Direction, Position

STYLES = {Direction.ASYNC: "cyan", Direction.SYNC: "magenta"}
"""Neither is good or bad: teal and plum, as near as terminals have them."""

_CELLS = ("▰", "▱")
_KEPT = "\n"
_LEAST_WIDTH = 24
"""Columns below which text beside a prefix cannot be read."""


def console() -> Console:
    """Return a console for standard output; colour and width follow the terminal."""
    return Console(highlight=False, soft_wrap=False, emoji=False, markup=False)


def print_hanging(screen: Console, prefix: Text, body: Text) -> None:
    """Print `body` beside `prefix`, its further lines indented as far; no trailing blanks."""
    indent = prefix.cell_len
    if screen.width - indent < _LEAST_WIDTH:  # too narrow for two columns: one under the other
        screen.print(prefix)
        prefix, indent = Text("  "), 2
    for line in body.wrap(screen, max(screen.width - indent, 1)):
        line.rstrip()
        screen.print(Text.assemble(prefix, line), soft_wrap=True)
        prefix = Text(" " * indent)


def plain(text: str) -> str:
    """Return `text` without control characters, escape sequences and direction overrides."""
    return "".join(
        character
        for character in text
        if character in _KEPT or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co")
    )


def one_line(text: str) -> str:
    """Return `text` on one line, safe to print."""
    return " ".join(plain(text.replace("\n", " ").replace("\t", " ")).split())


def bar(position: Position) -> Text:
    """Return the scale of five cells from async to sync, the position's own one filled."""
    if position not in SPECTRUM:
        return Text(f"async {_CELLS[1] * len(SPECTRUM)} sync", style="dim")
    place = SPECTRUM.index(position)
    cells = "".join(_CELLS[0] if index == place else _CELLS[1] for index in range(len(SPECTRUM)))
    return Text(f"async {cells} sync", style=style(position))


def style(position: Position) -> str:
    """Return the colour of a position."""
    if position not in SPECTRUM or position is Position.HYBRID:
        return ""
    early = SPECTRUM.index(position) < SPECTRUM.index(Position.HYBRID)
    return STYLES[Direction.ASYNC if early else Direction.SYNC]
