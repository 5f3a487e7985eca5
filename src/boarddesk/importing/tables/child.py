"""Reads a source document in a process of its own, so that no document can hang, fill or end the program.

The parent starts this very module; the child bounds its memory, reads, and answers with one line of JSON.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import IO, Any, cast

from boarddesk.importing.tables.grid import BLANK, Cell, Grid, SourceKind, SourceTables, Text
from boarddesk.rules.refused import FileProblem

SECONDS = 15
MEMORY = 1024**3
GLANCE = 0.2
"""Seconds between two looks at whether the document is still wanted."""
FLAG = "--read-tables"
"""What a packaged program, which has no interpreter to call, is started with instead (see `answer`)."""


def read_tables_apart(
    path: Path, *, seconds: float = SECONDS, given_up: Callable[[], bool] = lambda: False
) -> SourceTables:
    """As `source.read_tables`, in a child process bounded in time and memory.

    `given_up` is asked now and then; once it says yes, the child is ended and nothing is read.
    """
    said = asked(path, seconds=seconds, given_up=given_up)
    if said is None:
        why = "was not read to its end" if given_up() else "takes too long to read"
        raise FileProblem(f"“{path.name}” {why}. Copy the tables you need into a new document, try that.")
    return _unpacked(path, said)


def asked(path: Path, *, seconds: float, given_up: Callable[[], bool]) -> bytes | None:
    """What a child answers; None where time ran out or nobody wants it any more."""
    return answered([*_command(), str(path.absolute())], seconds=seconds, given_up=given_up)


def answered(
    command: Sequence[str], *, given: bytes = b"", seconds: float, given_up: Callable[[], bool]
) -> bytes | None:
    """What a process answers to what it is given; None where time ran out or nobody wants it any more."""
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE if given else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    feeding = Thread(target=_feed, args=(child.stdin, given), daemon=True)
    feeding.start()
    child.stdin = (
        None  # the thread's from here on: `communicate` gives no more than fits before its first timeout
    )
    with child:
        try:
            return _waited_for(child, time.monotonic() + seconds, given_up)
        finally:
            child.kill()
            feeding.join()


def _feed(into: IO[bytes] | None, given: bytes) -> None:
    if into is not None:
        with suppress(OSError), into:  # whoever ended before reading it all did not want it
            into.write(given)


def _waited_for(child: subprocess.Popen[bytes], until: float, given_up: Callable[[], bool]) -> bytes | None:
    while time.monotonic() < until and not given_up():
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=max(0.0, min(GLANCE, until - time.monotonic())))[0]
    return None


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-m", __name__]


def environment() -> dict[str, str]:
    """The child finds the same source tree as its parent and speaks UTF-8."""
    root = str(Path(__file__).resolve().parents[3])
    known = os.environ.get("PYTHONPATH")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([root, known] if known else [root]),
        "PYTHONUTF8": "1",
    }


def _unpacked(path: Path, answer_line: bytes) -> SourceTables:
    try:
        answered = json.loads(answer_line)
    except ValueError as trouble:
        raise FileProblem(
            f"“{path.name}” could not be read: it is damaged or far bigger inside than it looks. "
            "Open it, save it under a new name and try that file."
        ) from trouble
    if "problem" in answered:
        raise FileProblem(answered["problem"])
    return from_plain(answered["tables"])


def answer(path: Path) -> str:
    """What the child says: the tables, or the sentence why not."""
    from boarddesk.importing.tables.source import read_tables

    try:
        return json.dumps({"tables": to_plain(read_tables(path))}, ensure_ascii=True, separators=(",", ":"))
    except FileProblem as problem:
        return json.dumps({"problem": problem.sentence})


def to_plain(tables: SourceTables) -> dict[str, Any]:
    """The tables as lists and texts, blank cells as nought."""
    return {
        "name": tables.name,
        "kind": tables.kind.value,
        "notes": list(tables.notes),
        "remarks": list(tables.remarks),
        "after": [[one.text, one.level, one.shading] for one in tables.after],
        "grids": [_plain_grid(grid) for grid in tables.grids],
        "unseen": [_plain_grid(grid) for grid in tables.unseen],
    }


def _plain_grid(grid: Grid) -> dict[str, Any]:
    return {
        "index": grid.index,
        "name": grid.name,
        "header_rows": grid.header_rows,
        "first_row": grid.first_row,
        "first_column": grid.first_column,
        "inside": grid.inside,
        "before": [[one.text, one.level, one.shading] for one in grid.before],
        "rows": [[_plain_cell(cell) for cell in row] for row in grid.rows],
    }


def _plain_cell(cell: Cell) -> list[Any] | int:
    if cell == BLANK:
        return 0
    day = cell.day.isoformat() if cell.day else ""
    plain = [list(cell.paragraphs), cell.shading, cell.bold, day, cell.rows, cell.columns, cell.origin]
    rare = [cell.font, cell.time, cell.comment, cell.unsaved]
    return [*plain, *rare] if any(rare) else plain


def from_plain(plain: dict[str, Any]) -> SourceTables:
    """The tables back from lists and texts."""
    return SourceTables(
        plain["name"],
        SourceKind(plain["kind"]),
        tuple(_grid(one) for one in plain["grids"]),
        after=tuple(Text(*one) for one in plain["after"]),
        notes=tuple(plain["notes"]),
        remarks=tuple(plain["remarks"]),
        unseen=tuple(_grid(one) for one in plain["unseen"]),
    )


def _grid(plain: dict[str, Any]) -> Grid:
    return Grid(
        index=plain["index"],
        rows=tuple(tuple(_cell(cell) for cell in row) for row in plain["rows"]),
        name=plain["name"],
        before=tuple(Text(*one) for one in plain["before"]),
        header_rows=plain["header_rows"],
        first_row=plain["first_row"],
        first_column=plain["first_column"],
        inside=plain["inside"],
    )


def _cell(plain: list[Any] | int) -> Cell:
    if isinstance(plain, int):
        return BLANK
    paragraphs, shading, bold, day, rows, columns, origin, *rare = plain
    return Cell(
        tuple(paragraphs),
        shading,
        bold,
        date.fromisoformat(day) if day else None,
        rows,
        columns,
        (origin[0], origin[1]) if origin else None,
        *rare,
    )


def bound_memory() -> None:
    """Hold this process to its memory where the platform can."""
    if sys.platform == "win32":
        return
    import resource

    if hasattr(resource, "RLIMIT_AS"):
        _, hardest = resource.getrlimit(resource.RLIMIT_AS)
        most = MEMORY if hardest == resource.RLIM_INFINITY else min(MEMORY, hardest)
        resource.setrlimit(resource.RLIMIT_AS, (most, hardest))


def main(arguments: list[str]) -> int:
    """Bound memory, read the one document named, answer on standard output."""
    bound_memory()
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules |= {"numpy": None, "PIL": None}  # openpyxl would load both, for pictures and tables of numbers
    gc.disable()  # a short life that only builds up: nothing to collect
    sys.stdout.write(answer(Path(arguments[-1])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
