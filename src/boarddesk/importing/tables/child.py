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
from typing import IO, Any, TypeVar, cast

from boarddesk.disk.bounds import bound_memory, ending_with_us
from boarddesk.importing import plain_values
from boarddesk.importing.tables.grid import BLANK, Cell, Grid, SourceKind, SourceTables, Text
from boarddesk.rules.refused import FileProblem

Value = TypeVar("Value")

SECONDS = 15
"""What a document gets of the machine's time, in one process, or in two that read and decide."""
OF_READING = SECONDS / 3
"""How much of it the reading gets, where another process then decides."""
WAITED = 4 * SECONDS
"""How long its answer is waited for, since a busy machine gives a process a part of its time."""
MEMORY = 1024**3
MOST_ANSWERED = 24 * 1024**2
"""Bytes of an answer: what is more would fill the program in its turn."""
CHUNK = 64 * 1024
GLANCE = 0.2
"""Seconds between two looks at whether the document is still wanted."""
WAYS_OUT = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn")
"""What the interpreter announces before it opens a connection or starts another program."""
SAVE_ANEW = "Open it, save it under a new name and try that file."
OUT_OF_TIME = 75
"""The exit status of a process that has had its time."""
TABLES = b'{"tables":'
"""How an answer begins that is no sentence."""
FLAG = "--read-tables"
"""How a packaged program is started instead (see `started_as`)."""


def read_tables_apart(
    path: Path, *, seconds: float = WAITED, given_up: Callable[[], bool] = lambda: False
) -> SourceTables:
    """As `source.read_tables`, in a child process bounded in time and memory.

    `given_up` is asked now and then; once it says yes, the child is ended and nothing is read.
    """
    return unpacked(path.name, tables_apart(path, seconds=seconds, given_up=given_up))


def tables_apart(
    path: Path, *, seconds: float = WAITED, given_up: Callable[[], bool] = lambda: False
) -> bytes:
    """The tables as the child says them, to be handed on; FileProblem where it says why not."""
    said = asked(path, seconds=seconds, given_up=given_up)
    if said is None:
        raise no_answer(path.name, given_up=given_up)
    if not said.startswith(TABLES):
        answered_with(path.name, said)
    return said


def no_answer(name: str, *, given_up: Callable[[], bool]) -> FileProblem:
    """What is said of a document that was not read to its end."""
    why = "was not read to its end" if given_up() else "takes too long to read"
    return FileProblem(f"“{name}” {why}. Copy the tables you need into a new document and try that.")


def answered_with(name: str, answer_line: bytes, *, advice: str = SAVE_ANEW) -> dict[str, Any]:
    """What a child says of a document, as an object; FileProblem with its sentence where it says why not."""
    try:
        told = json.loads(answer_line)
    except ValueError as trouble:
        raise unreadable(name, advice=advice) from trouble
    if not isinstance(told, dict):
        raise unreadable(name, advice=advice)
    if "problem" in told:
        raise FileProblem(str(told["problem"]))
    return told


def value_told(
    kind: type[Value], part: str, answer_line: bytes, *, of: str, advice: str = SAVE_ANEW
) -> Value:
    """One part of what a child says of the document `of`, as the kind it is; FileProblem where it says no."""
    told = answered_with(of, answer_line, advice=advice)
    try:
        return plain_values.from_plain(kind, told[part])
    except (KeyError, TypeError, ValueError) as trouble:
        raise unreadable(of, advice=advice) from trouble


def started_as(flag: str, module: str) -> list[str]:
    """How the program starts a module of its own apart; packaged it has no interpreter, and starts itself."""
    return [sys.executable, flag] if getattr(sys, "frozen", False) else [sys.executable, "-m", module]


def unreadable(name: str, *, advice: str = SAVE_ANEW) -> FileProblem:
    """What is said of a document whose child came to an end without an answer."""
    return FileProblem(
        f"“{name}” could not be read: it is damaged or far bigger inside than it looks. {advice}"
    )


def holds_too_much(name: str) -> FileProblem:
    """What is said of a document that asks for more memory than it gets, or has more to say than is taken."""
    return FileProblem(
        f"“{name}” holds more than can be read at once. "
        "Copy the tables you need into a new document and try that."
    )


def asked(path: Path, *, seconds: float, given_up: Callable[[], bool]) -> bytes | None:
    """What a child answers; None where time ran out or nobody wants it any more."""
    return answered([*_command(), str(path.absolute())], seconds=seconds, given_up=given_up)


def answered(
    command: Sequence[str],
    *,
    given: bytes = b"",
    seconds: float,
    given_up: Callable[[], bool],
    most: int = MOST_ANSWERED,
) -> bytes | None:
    """What a process answers to what it is given; None where time ran out or nobody wants it any more.

    One that says more than `most` bytes is ended, and has said nothing.
    """
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE if given else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    chunks: list[bytes] = []
    feeding = Thread(target=_feed, args=(child.stdin, given), daemon=True)
    reading = Thread(target=_read, args=(child.stdout, chunks, most), daemon=True)
    feeding.start()
    reading.start()
    child.stdin = child.stdout = None  # the threads' from here on
    until = time.monotonic() + seconds
    with ending_with_us(child):
        try:
            while reading.is_alive() and time.monotonic() < until and not given_up():
                reading.join(max(0.0, min(GLANCE, until - time.monotonic())))
            ended = not reading.is_alive() and not given_up()
        finally:
            with suppress(subprocess.TimeoutExpired):
                child.wait(GLANCE if not reading.is_alive() else 0)
            child.kill()
            child.wait()
            feeding.join()
            reading.join()
    return b"".join(chunks) if ended and child.returncode != OUT_OF_TIME else None


def _feed(into: IO[bytes] | None, given: bytes) -> None:
    if into is not None:
        with suppress(OSError), into:  # whoever ended before reading it all did not want it
            into.write(given)


def _read(out_of: IO[bytes] | None, chunks: list[bytes], most: int) -> None:
    assert out_of is not None
    with out_of:
        while chunk := out_of.read(CHUNK):
            chunks.append(chunk)
            most -= len(chunk)
            if most < 0:
                chunks.clear()
                return


def _command() -> list[str]:
    return started_as(FLAG, __name__)


def environment() -> dict[str, str]:
    """The child finds the same source tree as its parent and speaks UTF-8."""
    root = str(Path(__file__).resolve().parents[3])
    known = os.environ.get("PYTHONPATH")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([root, known] if known else [root]),
        "PYTHONUTF8": "1",
    }


def unpacked(name: str, answer_line: bytes) -> SourceTables:
    """The tables a child answered."""
    told = answered_with(name, answer_line)
    try:
        return from_plain(told["tables"])
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as trouble:
        raise unreadable(name) from trouble


def answer(path: Path) -> str:
    """What the child says: the tables, or the sentence why not."""
    from boarddesk.importing.tables.source import read_tables

    try:
        told: dict[str, Any] = {"tables": to_plain(read_tables(path))}
    except FileProblem as problem:
        told = {"problem": problem.sentence}
    except (MemoryError, RecursionError):
        told = {"problem": holds_too_much(path.name).sentence}
    return said_within_bounds(path.name, told)


def said_within_bounds(name: str, told: dict[str, Any]) -> str:
    """An answer as it is sent; in place of one that is too long, that it is."""
    with suppress(MemoryError):
        text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
        if len(text) <= MOST_ANSWERED:
            return text
    return json.dumps({"problem": holds_too_much(name).sentence})


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


def confine(seconds: float = SECONDS) -> None:
    """Hold this process to reading: within its memory and time, with no way to the network or to programs.

    What it took to start is not the document's time: it is counted from here.
    """
    bound_memory(MEMORY)
    Thread(target=_end_at, args=(time.process_time() + seconds,), daemon=True).start()
    sys.addaudithook(_refuse_ways_out)
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    modules |= {"numpy": None, "PIL": None}  # several libraries would load both, for what is not read
    gc.disable()  # a short life that only builds up: nothing to collect


def _end_at(until: float) -> None:
    while time.process_time() < until:
        time.sleep(GLANCE)
    os._exit(OUT_OF_TIME)


def _refuse_ways_out(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(WAYS_OUT):
        raise PermissionError(f"{event} is not for a process that reads documents")


def main(arguments: list[str]) -> int:
    """Keep within bounds, read the one document named, answer on standard output."""
    confine(OF_READING)
    sys.stdout.write(answer(Path(arguments[-1])))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
