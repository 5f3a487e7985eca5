"""What a sheet holds that is not seen in its cells: comments beside them, hidden rows and columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

from lxml import etree
from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.worksheet.cell_range import CellRange

from boarddesk.importing.tables.excel.sheet_rows import SPOT, column_number
from boarddesk.importing.tables.grid import Placed, letters
from boarddesk.importing.tables.package import Package, local, whole

THREADED = re.compile(r"\[Threaded comment\].*?\bComment:\s*(?P<said>.*)", re.DOTALL)
"""What older programs are shown in place of a comment of the newer kind."""
MOST_COLUMNS_HIDDEN = 200

Spot = tuple[int, int]


def comments_of(package: Package, part: str) -> dict[Spot, str]:
    """The comments on a sheet's cells, of both kinds; a thread is one comment with its answers."""
    found: dict[Spot, str] = {}
    threads: dict[Spot, list[str]] = {}
    for kind, target in package.related(part).values():
        root = package.optional(target) if kind in ("comments", "threadedComment") else None
        if root is None:
            continue
        for ref, text in _signed(root) if kind == "comments" else _threaded(root):
            spot = _spot(ref)
            if spot is None or not text.strip():
                continue
            if kind == "comments":
                found[spot] = _in_a_line(text)
            else:
                threads.setdefault(spot, []).append(_in_a_line(text))
    return found | {spot: " / ".join(said) for spot, said in threads.items()}


def _signed(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The comments of the older kind, each with its spot."""
    sheet: Any = CommentSheet.from_tree(cast(Any, root))
    for comment in sheet.commentList:
        yield comment.ref, _unsigned(comment.content, sheet.authors.author)


def _threaded(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Those of the newer kind, which openpyxl passes over: questions and answers in their order."""
    for comment in root.iter():
        if local(comment) == "threadedComment":
            text = "".join(piece.text or "" for piece in comment.iter() if local(piece) == "text")
            yield comment.get("ref") or "", text


def _spot(ref: str) -> Spot | None:
    found = SPOT.fullmatch(ref)
    return (int(found[2]) - 1, column_number(found[1]) - 1) if found else None


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


def colours_worked_out(name: str, cells: Placed, areas: Iterable[CellRange]) -> Iterator[str]:
    """Where a colour that Excel works out is all that a column's cells say."""
    rows = {row for (row, _), cell in cells.items() if not cell.empty}
    last = max((column for (_, column), cell in cells.items() if not cell.empty), default=-1)
    for area in areas:
        of_area = [row for row in rows if area.min_row - 1 <= row < area.max_row]
        columns = range(area.min_col - 1, min(area.max_col, last + 1))
        if any(
            of_area and all((cell := cells.get((row, column))) is None or cell.empty for row in of_area)
            for column in columns
        ):
            yield f"{area.coord} on sheet “{name}”"


def _counted(what: str, names: list[str]) -> str:
    shown = ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")
    return f"{what}{'s' if len(names) > 1 else ''} {shown}" if names else ""


def notes_of(hidden: list[str], without_result: list[str], worked_out: list[str]) -> Iterator[str]:
    """What of a workbook was not read: hidden sheets, formulas saved without results, colours by rules."""
    if hidden:
        yield f"Not read: hidden {'sheet' if len(hidden) == 1 else 'sheets'} {', '.join(hidden)}."
    if without_result:
        where = f" (the first is {without_result[0]})" if without_result[0] else ""
        yield (
            f"Some formulas were saved without results{where}; open the workbook in Excel and save it once."
        )
    if worked_out:
        where = "; ".join(worked_out[:3]) + (
            f" and {len(worked_out) - 3} more" if len(worked_out) > 3 else ""
        )
        yield (
            f"Colours that Excel works out by rules (conditional formatting) are not read: {where}. "
            "Where such a colour is a status, write its word in the cell."
        )
