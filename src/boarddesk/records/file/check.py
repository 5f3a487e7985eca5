"""A full check of an office file: the database's pages, its keys, and the chain of its change log."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from boarddesk.records.file.change_log import broken_links
from boarddesk.records.file.driver import Connection, connect
from boarddesk.records.file.header import read_header
from boarddesk.records.file.problems import DAMAGED, DamagedFile, damage_at_worst, only_reading
from boarddesk.rules.refused import FileProblem

UNREADABLE = "The file is damaged: some of its pages cannot be read at all."


def faults(path: Path) -> list[str]:
    """A sentence for each thing that is damaged, none if all is well; FileProblem for other trouble."""
    return looked_through(path, faults_in)


def looked_through(path: Path, look: Callable[[Connection], list[str]]) -> list[str]:
    """What a look through the file finds, over a connection of its own.

    Damage is among what is found. Whatever else the trouble is has a sentence of its own and is raised as
    FileProblem: that another program holds the file, that it is out of reach, that the disk fails.
    """
    with suppress(DamagedFile), only_reading(path), damage_at_worst():
        if read_header(path).write_ahead:
            raise FileProblem(
                f"{path.name} was left in another form by another program. Open it once to write."
            )
        connection = connect(path, read_only=True)
        try:
            return look(connection)
        finally:
            connection.close()
    return [UNREADABLE]


def refuse_damaged(path: Path) -> None:
    """For whoever is about to write on: what is damaged is left as it is."""
    if looked_through(path, faults_of_pages):
        raise DamagedFile(DAMAGED)


def faults_in(connection: Connection) -> list[str]:
    with suppress(DamagedFile), damage_at_worst():
        return faults_of_pages(connection) or [
            f"Change {number} in the log is not what was sealed." for number in broken_links(connection)
        ]
    return [UNREADABLE]


def faults_of_pages(connection: Connection) -> list[str]:
    """What is wrong with the database itself, whatever its log says."""
    pages = [row[0] for row in connection.execute("PRAGMA integrity_check(20)").fetchall()]
    pages = pages if pages != ["ok"] else []
    # Of an encrypted file also what is written in pages that nothing uses; of another one nothing.
    pages += [row[0] for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
    if pages:
        return [f"The file is damaged: {page}." for page in pages]
    keys = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"A record of {row[0]} refers to a record of {row[2]} that is not there." for row in keys]
