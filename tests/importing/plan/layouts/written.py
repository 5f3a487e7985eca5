"""Tables written as text: a line a row, "|" between cells, what a cell looks like in braces behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

FILLS = {
    "red": "FF0000", "amber": "FFC000", "green": "00B050", "blue": "0070C0", "pink": "FF99CC",
    "light": "92D050", "yellow": "FFFF00", "sky": "00B0F0", "navy": "1F3864", "head": "D9E2F3",
    "grey": "D9D9D9", "white": "FFFFFF",
}  # fmt: skip


@dataclass(frozen=True)
class Box:
    """A cell: `down` is "restart" where a merge begins, "continue" below; `inner` names ready XML."""

    text: str = ""
    fill: str = ""
    span: int = 1
    down: str = ""
    bold: bool = False
    inner: str = ""
    kind: str = ""


def rows_of(text: str) -> list[list[Box]]:
    """The rows of a table: `Green{green}`, `Area 1{7,navy}`, `Aim{down}` over `^`, `One⏎Two` two lines."""
    return [[_box(cell.strip()) for cell in line.split("|")] for line in text.strip().split("\n")]


def _box(cell: str) -> Box:
    if cell == "^":
        return Box(down="continue")
    found = re.fullmatch(r"(.*?)\s*\{([^{}]+)\}", cell, re.DOTALL)
    words, looks = (found[1], found[2].split(",")) if found else (cell, [])
    box = Box(words.replace("⏎", "\n"))
    for look in looks:
        if look.isdigit():
            box = replace(box, span=int(look))
        elif look in FILLS:
            box = replace(box, fill=FILLS[look])
        elif look == "down":
            box = replace(box, down="restart")
        elif look.startswith("@"):
            box = replace(box, inner=look[1:])
        else:
            box = replace(box, kind=look)
    return box
