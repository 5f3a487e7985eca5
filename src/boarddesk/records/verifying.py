"""Whether an office file is whole and honest: its pages, log, tables, and the seals of its minutes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from boarddesk.records.file.change_log import ChangeLog
from boarddesk.records.file.check import faults, faults_of_pages, looked_through
from boarddesk.records.file.driver import Connection, Error, connect
from boarddesk.records.file.header import SCHEMA_VERSION, read_header
from boarddesk.records.file.ids import random_id
from boarddesk.records.file.moments import now
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import DamagedFile, damage_at_worst
from boarddesk.records.file.shape import read_shape
from boarddesk.records.file.tampering import (
    altered_schema,
    missing_end,
    reads_otherwise,
    signs_of_tampering,
)
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.sealing import sealed_rows, seals
from boarddesk.records.reading import gathered
from boarddesk.rules.minutes.sealing import Sealed, broken_seals, link_of_log, rows_at_odds
from boarddesk.rules.refused import FileProblem, Refused

TRIES: Final = 3
STANDS_FOR: Final = 60 * 60
"""Seconds a check stands for a file nobody wrote to: a disk that goes bad leaves no sign of when."""
STEPS: Final = 20_000
"""Of the database, some milliseconds, after which it is asked whether a check was given up."""


class CheckStopped(FileProblem):
    """Whoever asked for a check gave it up: nothing is said of the file."""


class CheckRun:
    """How far a check is, for whoever waits for it; it may be given up from another thread."""

    def __init__(self) -> None:
        self.read, self.of = 0, 0
        self.given_up = False

    def heed(self, read: int, of: int) -> None:
        """So many entries of the log were read, and of so many."""
        self.go_on()
        self.read, self.of = read, of

    def go_on(self) -> None:
        """Raises CheckStopped once it was given up."""
        if self.given_up:
            raise CheckStopped("The check was stopped before its end.")


def verify(
    path: Path, *, remembered: bool = True, noticed: bool = False, run: CheckRun | None = None
) -> list[str]:
    """A sentence for each thing that is wrong, the first bad entry first; none if all is well.

    With `remembered`, what this machine has seen of the office and its newest backup are held against it too;
    what it had `noticed` as the file was opened is not said again.
    A file of an older format is looked through as far as its own program could; the rest follows once it is
    opened to write. Raises FileProblem with a sentence where the trouble is neither damage nor tampering.
    How far it is stands in a `run`, which may be given up.
    """
    own_run = run or CheckRun()
    try:
        header = read_header(path)
    except DamagedFile as problem:
        return [problem.sentence]
    if header.user_version != SCHEMA_VERSION:
        return faults(path)
    before = _state(path)
    found = looked_through(path, lambda connection: _found_unless_given_up(connection, own_run))
    if found:
        return found
    if before and _state(path) == before:
        _whole[path.absolute()] = _Check(before, time.monotonic())
    if not remembered:
        return []
    return looked_through(path, lambda connection: [*missing_end(connection, path, noticed=noticed)])


class _FileState(NamedTuple):
    """What a file cannot be written to without changing: its folder is asked, and its card."""

    device: int
    inode: int
    size: int
    written_at: int
    commit_number: int


class _Check(NamedTuple):
    """A file found whole: as it was then, and when."""

    state: _FileState
    at: float


_whole: Final[dict[Path, _Check]] = {}
"""By this process only: what another one, or yesterday's, found is no word for the disk of today."""


def _state(path: Path) -> _FileState | None:
    """None where it cannot be told."""
    with suppress(OSError, FileProblem), damage_at_worst():
        connection = connect(path, read_only=True)
        try:
            number, details = ChangeLog(connection).position().commit_number, path.stat()
        finally:
            connection.close()
        return _FileState(
            details.st_dev, details.st_ino, details.st_size, details.st_mtime_ns, commit_number=number
        )
    return None


def refuse_unsound(path: Path | None) -> None:
    """No figure and no document leaves the office but from a file that was looked through as it is now.

    Once for each change of the file; an office in memory is in none.
    """
    if path is None:
        return
    check = _whole.get(path.absolute())
    if check and time.monotonic() - check.at < STANDS_FOR and check.state == _state(path):
        return
    found = verify(path, remembered=False)
    if found:
        raise DamagedFile(unsound(found))


def damage_behind(path: Path | None) -> DamagedFile | None:
    """What an error that nobody foresaw is told as; None where the file is as it was left: then it is ours.

    Readers trust their rows, so that a value that cannot be raises whatever it may, far from here. Whose
    fault it was is asked of the file itself.
    """
    with suppress(FileProblem, OSError):
        found = verify(path, remembered=False) if path else []
        return DamagedFile(unsound(found)) if found else None
    return None


def unsound(found: list[str]) -> str:
    """Why nothing goes out from a file in which something was found."""
    more = f" {len(found) - 1} more like it were found." if len(found) > 1 else ""
    return (
        f"{found[0]}{more} No figure and no document goes out from this file as it is. "
        "`boarddesk verify` lists what was found; keep the file, and restore the newest backup to a new one."
    )


def _found_unless_given_up(connection: Connection, run: CheckRun) -> list[str]:
    """A statement of the database that takes long is broken off too."""
    connection.set_progress_handler(lambda: run.given_up, STEPS)
    try:
        found = _found_in_one_moment(connection, run)
    except Error:
        run.go_on()
        raise
    run.go_on()
    return found


def _found_in_one_moment(connection: Connection, run: CheckRun) -> list[str]:
    """What is found while nobody writes. Nobody is kept from writing for it: what was read across a change
    is read again, and only the last time the file is held still. Where a table is another, nothing more is
    read from it.
    """
    if reads_otherwise(connection):
        return faults_of_pages(connection) or [*altered_schema(connection)]
    for _ in range(TRIES):
        before = ChangeLog(connection).position().commit_number
        found = _found(connection, run)
        if not found or ChangeLog(connection).position().commit_number == before:
            return found
    connection.execute("BEGIN")
    return _found(connection, run)


def _found(connection: Connection, run: CheckRun) -> list[str]:
    return faults_of_pages(connection) or [
        *signs_of_tampering(connection, run.heed),
        *_broken_seals(connection),
    ]


def _broken_seals(connection: Connection) -> Iterator[str]:
    """The confirmed minutes that are not what was sealed, board by board."""
    file = OfficeFile(
        None,
        connection=connection,
        shape=read_shape(connection),
        read_only=True,
        clock=now,
        new_id=random_id,
    )
    held = seals(file)
    for of_board in gathered((seal.board_id, seal) for seal in held).values():
        for seal, why in broken_seals(of_board):
            yield f"{_named(file, seal)}: {why}."
    there = sealed_rows(file, [seal.meeting_id for seal in held])
    for seal in held:
        for table, row_id in list(rows_at_odds(seal.content, there[seal.meeting_id]))[:1]:
            what = f"a record of {table.replace('_', ' ')} ({row_id})"
            yield f"{_named(file, seal)}: {what} is not what was confirmed."
        if not file.value("SELECT 1 FROM change_entry WHERE chain = ?", (link_of_log(seal.content),)):
            yield f"{_named(file, seal)}: the log they were sealed over is another."
    confirmed = file.rows(
        "SELECT meeting_id FROM minutes WHERE state = 'confirmed' "
        "AND meeting_id NOT IN (SELECT meeting_id FROM sealed_minutes)"
    )
    for row in confirmed:
        yield f"The minutes of {_title(file, row['meeting_id'])} are confirmed and their seal is gone."


def _named(file: OfficeFile, seal: Sealed) -> str:
    return f"The confirmed minutes of {_title(file, seal.meeting_id)}"


def _title(file: OfficeFile, meeting_id: str) -> str:
    try:
        return title(file, meeting(file, meeting_id))
    except Refused:
        return "a meeting that is gone"
