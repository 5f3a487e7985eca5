"""Whether an office file is whole and honest: its pages, log, tables, and the seals of its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from boarddesk.records.file.change_log import ChangeLog
from boarddesk.records.file.check import UNREADABLE, faults, faults_of_pages
from boarddesk.records.file.driver import Connection, Error, connect
from boarddesk.records.file.header import SCHEMA_VERSION, read_header
from boarddesk.records.file.ids import random_id
from boarddesk.records.file.moments import now
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.shape import read_shape
from boarddesk.records.file.tampering import missing_end, signs_of_tampering
from boarddesk.records.meetings import meeting, title
from boarddesk.records.minutes.sealing import sealed_rows, seals
from boarddesk.records.reading import gathered
from boarddesk.rules.minutes.sealing import Sealed, broken_seals, link_of_log, rows_at_odds
from boarddesk.rules.refused import FileProblem, Refused

TRIES: Final = 3


def verify(path: Path, *, remembered: bool = True) -> list[str]:
    """A sentence for each thing that is wrong, the first bad entry first; none if all is well.

    Unless it was said already, what this machine remembers of the file is held against it too.
    A file of an older format is looked through as far as its own program could; the rest follows once it is
    opened to write.
    """
    try:
        header = read_header(path)
        if header.write_ahead or header.user_version != SCHEMA_VERSION:
            return faults(path)
        connection = connect(path, read_only=True)
    except FileProblem as problem:
        return [problem.sentence]
    except (Error, ValueError):
        return [UNREADABLE]
    try:
        return _found_in_one_moment(connection, path, remembered=remembered)
    except (Error, ValueError, KeyError, TypeError, FileProblem):
        return [UNREADABLE]
    finally:
        connection.close()


def _found_in_one_moment(connection: Connection, path: Path, *, remembered: bool) -> list[str]:
    """What is found while nobody writes. Nobody is kept from writing for it: what was read across a change
    is read again, and only the last time the file is held still.
    """
    for _ in range(TRIES):
        before = ChangeLog(connection).position().commit_number
        found = _found(connection, path, remembered=remembered)
        if not found or ChangeLog(connection).position().commit_number == before:
            return found
    connection.execute("BEGIN")
    return _found(connection, path, remembered=remembered)


def _found(connection: Connection, path: Path, *, remembered: bool) -> list[str]:
    found = faults_of_pages(connection)
    if not found:
        found = [*signs_of_tampering(connection), *_broken_seals(connection)]
        found += missing_end(connection, path) if remembered else ()
    return found


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
