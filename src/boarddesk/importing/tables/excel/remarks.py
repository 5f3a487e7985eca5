"""What a sheet holds that is not seen in its cells: comments beside them, hidden rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from boarddesk.importing.tables.excel.styles import S
from boarddesk.importing.tables.grid import Placed, letters
from boarddesk.importing.tables.package import Package, local, whole

SPOT = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
THREADED = re.compile(r"\[Threaded comment\].*?\bComment:\s*(?P<said>.*)", re.DOTALL)
"""What older programs are shown in place of a comment of the newer kind."""
MOST_COLUMNS_HIDDEN = 200

Spot = tuple[int, int]


def column_number(name: str) -> int:
    """A column's place from nought: A is 0, AA is 26."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def comments_of(package: Package, part: str) -> dict[Spot, str]:
    """The comments on a sheet's cells, of both kinds; a thread is one comment with its answers."""
    found: dict[Spot, str] = {}
    threads: dict[Spot, list[str]] = {}
    for kind, target in package.related(part).values():
        root = package.optional(target) if kind in ("comments", "threadedComment") else None
        if root is None:
            continue
        authors = [one.text or "" for one in root.iterfind(f"{S}authors/{S}author")]
        for one in root.iter():
            spot = _spot(one.get("ref")) if local(one) in ("comment", "threadedComment") else None
            text = "".join(each.text or "" for each in one.iter() if local(each) in ("t", "text"))
            if spot is None or not text.strip():
                continue
            if local(one) == "threadedComment":
                threads.setdefault(spot, []).append(_in_a_line(text))
            else:
                found[spot] = _in_a_line(_unsigned(text, authors))
    return found | {spot: " / ".join(said) for spot, said in threads.items()}


def _spot(ref: str | None) -> Spot | None:
    found = SPOT.fullmatch(ref or "")
    return (int(found[2]) - 1, column_number(found[1])) if found else None


def _unsigned(text: str, authors: Iterable[str]) -> str:
    """A comment without the name of its author before it, and without what stands for a thread."""
    thread = THREADED.match(text.strip())
    if thread is not None:
        return thread["said"]
    signed = next((one for one in authors if one and text.startswith(f"{one}:")), None)
    return text.removeprefix(f"{signed}:") if signed else text


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def hidden_columns(first: str | None, last: str | None) -> range:
    """The columns a hidden `col` of a sheet speaks of."""
    start = whole(first) - 1
    return range(max(start, 0), min(whole(last, start + 1), start + MOST_COLUMNS_HIDDEN))


def hidden_said(name: str, cells: Placed, rows: set[int], columns: set[int]) -> str:
    """A sentence on the hidden rows and columns that hold something; empty where none does."""
    written = [spot for spot, cell in cells.items() if not cell.empty]
    there = [
        _counted("row", [str(row + 1) for row in sorted({row for row, _ in written} & rows)]),
        _counted("column", [letters(at + 1) for at in sorted({at for _, at in written} & columns)]),
    ]
    said = " and ".join(filter(None, there))
    return f"Hidden on sheet “{name}”: {said}." if said else ""


def _counted(what: str, names: list[str]) -> str:
    shown = ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")
    return f"{what}{'s' if len(names) > 1 else ''} {shown}" if names else ""


def notes_of(hidden: list[str], without_result: list[str]) -> Iterator[str]:
    """What of a workbook was not read: hidden sheets, and formulas saved without what they come to."""
    if hidden:
        yield f"Not read: hidden {'sheet' if len(hidden) == 1 else 'sheets'} {', '.join(hidden)}."
    if without_result:
        where = f" (the first is {without_result[0]})" if without_result[0] else ""
        yield (
            f"Some formulas were saved without results{where}; open the workbook in Excel and save it once."
        )
